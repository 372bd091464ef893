"""Small rows, each with its state: who of a delegation is here, which checks are good."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.chip import ChipKind, state_shape
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.runs import Run, paint_runs, runs_width
from cmc_desk.ui.theme import font

CLOSE, ROOMY = 24, 31


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One line: its state, what it is about, a note after it, and what stands at the right."""

    key: Hashable
    kind: ChipKind
    text: str
    note: str = ""
    right: str = ""
    right_tone: str = "slate"
    bold: bool = False
    # A path is shortened in its middle: its end is the name of the file.
    is_path: bool = False


class Checklist(RowList[CheckRow]):
    """A short list that grows with its rows; `lines` parts them, and gives each 31 px instead of 24."""

    def __init__(
        self, *, name: str, lines: bool = False, choosing: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _paint,
            key=_key,
            spoken=_spoken,
            name=name,
            height=ROOMY if lines else CLOSE,
            lines=lines,
            choosing=choosing,
            parent=parent,
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_checks(self, rows: Sequence[CheckRow]) -> None:
        """Show these rows."""
        self.set_rows(rows)


def _key(row: CheckRow) -> Hashable:
    return row.key


def _spoken(row: CheckRow) -> str:
    return ", ".join(part for part in (row.text, row.note, row.right) if part)


def _paint(painter: QPainter, rect: QRectF, row: CheckRow, _selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    shape, tone = state_shape(row.kind)
    if shape:
        side = 12 if row.kind == "notyet" else 14
        box = QRectF(rect.x() + PAD + (14 - side) / 2, round(rect.center().y() - side / 2), side, side)
        icons.paint(painter, box, shape, tone)
    left, right = rect.x() + PAD + 22, rect.right() - PAD
    if row.right:
        runs = (Run(row.right, tone=row.right_tone),)
        width = min(runs_width(runs, 13) + 1, (right - left) * 0.6)
        paint_runs(painter, QRectF(right - width, rect.y(), width, rect.height()), runs, size=13, align=draw.RIGHT)
        right -= width + 8
    text = draw.elided_middle(row.text, font(13, bold=row.bold), right - left) if row.is_path else row.text
    words = (Run(text, bold=row.bold), Run("  " + row.note if row.note else "", tone="slate"))
    paint_runs(painter, QRectF(left, rect.y(), right - left, rect.height()), words, size=13)
