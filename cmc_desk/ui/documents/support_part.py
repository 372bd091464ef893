"""Who stands where in the room: for each alternative how many delegations, and how many have said nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.theme import font

_ROW, _BAR = 22, 12
# How much room names have before the bars: at least, and at most.
_NAMED, _MOST_NAMED = 52, 120
_MOST = 5


@dataclass(frozen=True, slots=True)
class SupportRow:
    """An alternative and how many delegations stand behind it; `silent` are those who have said nothing."""

    label: str
    number: int
    tone: str = "sea"
    silent: bool = False


class SupportPart(Pane):
    """Is away where nothing is proposed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="t", parent=parent)
        self._present = Text(size=12, tone="slate")
        self._bars = _Bars()
        head = QHBoxLayout()
        head.addWidget(Text(_("Support in the room"), size=14, bold=True))
        head.addStretch(1)
        head.addWidget(self._present)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._bars)

    def show_rows(self, rows: Sequence[SupportRow], present: int) -> None:
        """Show the bars; without an alternative there is nothing to stand behind."""
        self.setVisible(any(not row.silent for row in rows))
        words = ngettext("{number} delegation present", "{number} delegations present", present)
        self._present.setText(words.format(number=present))
        self._bars.show_rows(rows, present)

    def rows(self) -> tuple[SupportRow, ...]:
        """Return what is shown."""
        return self._bars.shown


class _Bars(QWidget):
    """The bars, painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[SupportRow, ...] = ()
        self._whole, self._named = 1, _NAMED
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[SupportRow], whole: int) -> None:
        # Of many alternatives the strongest are shown, and always those who have said nothing.
        silent = [row for row in rows if row.silent]
        first = [row for row in rows if not row.silent]
        if len(first) > _MOST:
            strong = sorted(first, key=lambda row: -row.number)[:_MOST]
            first = [row for row in first if row in strong][:_MOST]
        self.shown = (*first, *silent)
        self._whole = max(1, whole, *(row.number for row in self.shown))
        named = (draw.text_width(row.label, font(13)) for row in self.shown)
        self._named = min(_MOST_NAMED, max([_NAMED, *map(round, named)]))
        self.setAccessibleName(", ".join(f"{row.label}: {row.number}" for row in self.shown))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _ROW * len(self.shown))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, row in enumerate(self.shown):
            line = QRectF(0, place * _ROW, self.width(), _ROW)
            tone = "slate" if row.silent else "ink"
            draw.text(painter, QRectF(0, line.y(), self._named + 2, _ROW), row.label, size=13, tone=tone)
            left = self._named + 8
            track = QRectF(left, round(line.center().y() - _BAR / 2), max(0, self.width() - left - 32), _BAR)
            draw.fill(painter, track, "neutralT")
            share = track.width() * row.number / self._whole
            draw.fill(painter, QRectF(track.x(), track.y(), share, _BAR), row.tone)
            number = QRectF(self.width() - 30, line.y(), 30, _ROW)
            draw.text(painter, number, str(row.number), size=13, bold=True, tone=tone, align=draw.RIGHT)
        painter.end()
