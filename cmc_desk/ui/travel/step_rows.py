"""The rows of what blocks an official: the state, the step, what is known of it; what does not fit beside it stands beneath."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.checklist import CheckRow
from cmc_desk.ui.parts.chip import state_shape
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.runs import Run, paint_runs, runs_width
from cmc_desk.ui.theme import font

_SIZE, _BENEATH = 13, 12
_SIGN, _GAP, _END = 22, 10, 7
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class StepRows(QWidget):
    """Only shows. A reason is never cut: whoever reads it acts on its last words, such as until when a ticket is kept."""

    def __init__(self, *, name: str, lines: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CheckRow, ...] = ()
        self._height = 31
        self._lines = lines
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def rows(self) -> tuple[CheckRow, ...]:
        """Return the rows, from top to bottom."""
        return self._rows

    def set_checks(self, rows: Sequence[CheckRow], *, height: int) -> None:
        """Show these rows, each `height` px high where one line is enough."""
        self._rows, self._height = tuple(rows), height
        self.setAccessibleDescription("; ".join(_spoken(row) for row in rows))
        self._fit()
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(max(1, sum(self._height + self._beneath(row) for row in self._rows)))

    @property
    def _room(self) -> int:
        return self.width() - 2 * PAD - _SIGN

    def _beneath(self, row: CheckRow) -> int:
        """Return how many px are needed for what stands beneath the step; none if all of it fits on its line."""
        words = _last(row)
        if not words or runs_width(_first(row, alone=False), _SIZE) + _right_width(row) <= self._room:
            return 0
        bounds = QFontMetrics(font(_BENEATH)).boundingRect(QRect(0, 0, max(self._room, 80), 400), _WRAP, words)
        return bounds.height() + 2

    def sizeHint(self) -> QSize:
        return QSize(332, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = 0
        for row in self._rows:
            beneath = self._beneath(row)
            self._paint_row(painter, top, row, beneath)
            top += self._height + beneath
            if self._lines:
                draw.across(painter, 0, self.width(), top - 1)
        painter.end()

    def _paint_row(self, painter: QPainter, top: int, row: CheckRow, beneath: int) -> None:
        shape, tone = state_shape(row.kind)
        line = QRectF(PAD + _SIGN, top, self._room, self._height - 1)
        if shape:
            side = 12 if row.kind == "notyet" else 14
            box = QRectF(PAD + (14 - side) / 2, round(line.center().y() - side / 2), side, side)
            icons.paint(painter, box, shape, tone)
        paint_runs(painter, line, _first(row, alone=bool(beneath)), size=_SIZE)
        if not beneath:
            paint_runs(painter, line, (Run(row.right, tone=row.right_tone),), size=_SIZE, align=draw.RIGHT)
            return
        painter.setFont(font(_BENEATH))
        painter.setPen(colour(row.right_tone if row.right else "slate"))
        area = QRectF(line.x(), line.bottom() - (self._height - 17) / 2 + 1, self._room, beneath + _END)
        painter.drawText(area, _WRAP, _last(row))


def _first(row: CheckRow, *, alone: bool) -> tuple[Run, ...]:
    """Return what stands on the line of the step; a note goes beneath with the rest if nothing else would stand there."""
    note = "" if alone and not row.right else row.note
    return (Run(row.text, bold=row.bold), Run("  " + note if note else "", tone="slate"))


def _last(row: CheckRow) -> str:
    return row.right or row.note


def _right_width(row: CheckRow) -> float:
    return runs_width((Run(row.right),), _SIZE) + _GAP if row.right else 0


def _spoken(row: CheckRow) -> str:
    return ", ".join(part for part in (row.text, row.note, row.right) if part)
