"""The page that is read from: large type with wide margins, and nothing else."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_markup import plain
from cmc_desk.ui.parts import draw
from cmc_desk.ui.summaries.reading_pages import Placed, ReadLine, heading_size, on_page, page_starts, placed
from cmc_desk.ui.summaries.text_layout import laid

_MARGIN, _ABOVE, _UNDER = 56, 24, 20
# Longer lines are lost by the eye that comes back from the room.
_MOST_LETTERS_WIDE = 30


class ReadingCanvas(QWidget):
    """`turned` says that another page is shown, or that there are more or fewer of them."""

    turned = Signal()

    def __init__(self, *, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ReadLine, ...] = ()
        self._size = size
        self._page = 0
        self.column: tuple[Placed, ...] = ()
        self.starts: tuple[float, ...] = (0.0,)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("What is read out"))

    @property
    def page(self) -> int:
        """The page that is shown, counted from nought."""
        return self._page

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self.starts)

    def show_lines(self, lines: Sequence[ReadLine]) -> None:
        """Show other lines; the page stays where it can."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self._lay_out()

    def set_size(self, size: int) -> None:
        """Show the text in another size, at the place where it was."""
        self._size = size
        self._lay_out()

    def turn(self, page: int) -> None:
        """Show a page; the ends hold."""
        wanted = max(0, min(self.pages - 1, page))
        if wanted != self._page:
            self._page = wanted
            self._tell()

    def shown(self) -> tuple[Placed, ...]:
        """Return the lines of the page."""
        return on_page(self.column, self.starts, self._page)

    def _lay_out(self) -> None:
        before = self.shown()
        top = before[0].line if before else None
        self.column = placed(self._lines, self._wide(), self._size)
        self.starts = page_starts(self.column, max(self._size * 2.0, self.height() - _ABOVE - _UNDER))
        at = next((one.top for one in self.column if one.line == top), 0.0)
        self._page = max(number for number, start in enumerate(self.starts) if start <= at or number == 0)
        self._tell()

    def _wide(self) -> int:
        return max(160, min(self.width() - 2 * _MARGIN, self._size * _MOST_LETTERS_WIDE))

    def _tell(self) -> None:
        self.setAccessibleDescription(" ".join(plain(one.line.text) for one in self.shown()))
        self.update()
        self.turned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.fill(painter, self.rect(), "panel")
        start = self.starts[self._page]
        last = self._page + 1 >= self.pages
        end = self.starts[self._page + 1] if not last else start + self.height()
        wide = self._wide()
        left = (self.width() - wide) // 2
        painter.setClipRect(QRectF(0, 0, self.width(), _ABOVE + end - start + (0 if not last else _UNDER)))
        for one in self.shown():
            size = heading_size(self._size) if one.line.heading else self._size
            text = laid(one.line.shown, wide, size)
            top = _ABOVE + one.top - start
            if one.top < start:
                # What of this line was read on the page before is not shown again.
                painter.save()
                painter.setClipRect(QRectF(0, _ABOVE, self.width(), end - start))
                text.paint(painter, QPointF(left, top), size=size)
                painter.restore()
            else:
                text.paint(painter, QPointF(left, top), tone="sea" if one.line.heading else "ink", size=size)
        painter.end()
