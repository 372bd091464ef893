"""The text of a draft, painted: only what is seen is broken into lines, so that a long draft is there at once."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.documents.parts import Part
from cmc_desk.ui.parts import draw

_SIDE, _TOP, _BOTTOM = 20, 4, 24


class TextCanvas(QAbstractScrollArea):
    """`chosen` has the key of the proposal whose alternative was chosen, `turned` that of the provision which was clicked."""

    chosen = Signal(str)
    turned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._key = ""
        # The change that F8 was at last: the number of its part, and its own.
        self._at: tuple[int, int] | None = None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Text"))

    def set_parts(self, parts: Sequence[Part], *, key: str = "", keep: bool = False) -> None:
        """Show a text with one alternative chosen; `keep` leaves it scrolled as it is."""
        self._key = key
        if tuple(parts) != self._parts:
            self._parts, self._at = tuple(parts), None
            self._guess()
        if not keep:
            self.verticalScrollBar().setValue(0)
        self._say()
        self.viewport().update()

    def parts(self) -> tuple[Part, ...]:
        """Return what is shown."""
        return self._parts

    def key(self) -> str:
        """Return the key of the proposal that is chosen."""
        return self._key

    def choose(self, key: str) -> None:
        """Mark the alternative of a proposal, and bring it into sight; nothing is emitted."""
        self._key = key
        place = next((number for number, one in enumerate(self._parts) if key and one.key == key), -1)
        if place >= 0:
            self._measure(0, place + 1)
            self._reveal(self._tops[place], self._heights[place])
        self._say()
        self.viewport().update()

    def step(self, places: int) -> None:
        """Choose the alternative that is `places` further down, or up."""
        keys = [one.key for one in self._parts if one.key]
        if keys:
            here = keys.index(self._key) if self._key in keys else (-1 if places > 0 else len(keys))
            self._take(keys[max(0, min(len(keys) - 1, here + places))])

    def show_provision(self, provision: str) -> None:
        """Scroll to a provision."""
        place = next((number for number, one in enumerate(self._parts) if one.provision == provision), -1)
        if place >= 0:
            self._measure(0, place)
            self.verticalScrollBar().setValue(self._tops[place])

    def next_change(self, step: int = 1) -> bool:
        """Go to the next change, or the one before; say whether there is one."""
        width = self._width()
        part, change = self._at if self._at is not None else ((-1, 0) if step > 0 else (len(self._parts), 0))
        here = self._parts[part].changes(width) if 0 <= part < len(self._parts) else ()
        change += step
        while not 0 <= change < len(here):
            part += step
            if not 0 <= part < len(self._parts):
                return False
            here = self._parts[part].changes(width)
            change = 0 if step > 0 else len(here) - 1
        self._at = (part, change)
        self._measure(0, part + 1)
        self._reveal(self._tops[part] + round(here[change]) - 40, 100)
        self.viewport().update()
        return True

    def change_at(self) -> tuple[int, int] | None:
        """Return where the change is to which F8 came: which part, and which change in it."""
        return self._at

    def forget_change(self) -> None:
        """Begin anew with the first change."""
        self._at = None

    def _width(self) -> int:
        return self.viewport().width() - 2 * _SIDE

    def _guess(self) -> None:
        width = self._width()
        # A few are measured at once; of a long text what is seen is measured when it is.
        few = len(self._parts) <= 40
        self._heights = [one.height(width) if few else one.guess(width) for one in self._parts]
        self._place()

    def _place(self) -> None:
        self._tops = [_TOP + top for top in accumulate(self._heights, initial=0)]
        bar, view = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._tops[-1] + _BOTTOM - view))
        bar.setPageStep(view)
        bar.setSingleStep(24)

    def _measure(self, first: int, last: int) -> None:
        width, changed = self._width(), False
        for number in range(first, min(last, len(self._parts))):
            high = self._parts[number].height(width)
            changed |= high != self._heights[number]
            self._heights[number] = high
        if changed:
            self._place()

    def _reveal(self, top: int, height: int) -> None:
        bar, view = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or height > view:
            bar.setValue(top - _TOP)
        elif top + height > bar.value() + view:
            bar.setValue(top + height - view + _TOP)

    def _take(self, key: str) -> None:
        if key and key != self._key:
            self.choose(key)
            self.chosen.emit(key)

    def _say(self) -> None:
        chosen = next((one for one in self._parts if self._key and one.key == self._key), None)
        shown = (chosen,) if chosen is not None else self._parts[:6]
        self.setAccessibleDescription(" ".join(one.spoken for one in shown if one.spoken))

    def _part_at(self, point: QPoint) -> Part | None:
        place = bisect_right(self._tops, point.y() + self.verticalScrollBar().value()) - 1
        return self._parts[place] if 0 <= place < len(self._parts) else None

    def paint_on(self, painter: QPainter, area: QRect) -> None:
        """Paint what lies in an area of the whole text."""
        draw.fill(painter, area, "panel")
        width, dirty = self._width(), False
        first = max(0, bisect_right(self._tops, area.top()) - 1)
        y = self._tops[first] if self._parts else 0
        for number in range(first, len(self._parts)):
            if y > area.bottom():
                break
            part = self._parts[number]
            high = part.height(width)
            dirty |= high != self._heights[number]
            self._heights[number] = high
            part.paint(painter, QRectF(_SIDE, y, width, high), chosen=bool(part.key) and part.key == self._key)
            if self._at is not None and self._at[0] == number:
                at = part.changes(width)[self._at[1]]
                draw.fill(painter, QRectF(_SIDE - 12, y + at + 3, 4, 18), "amber")
            y += high
        if dirty:
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = self.verticalScrollBar().value()
        painter.translate(0, -offset)
        self.paint_on(painter, event.rect().translated(0, offset))
        if self.hasFocus():
            painter.translate(0, offset)
            draw.box(painter, self.viewport().rect().adjusted(2, 2, -2, -2), edge="sea", width=2, radius=2)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._guess()

    def scrollContentsBy(self, _across: int, _down: int) -> None:  # noqa: N802 - Qt's name
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if bare and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and any(one.key for one in self._parts):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self._part_at(event.position().toPoint())
        if part is None:
            return
        self._take(part.key)
        self.turned.emit(part.provision)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
