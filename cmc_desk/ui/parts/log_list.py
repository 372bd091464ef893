"""What has just happened, newest first: who, what, when and where."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import TwoLines, paint_two_lines
from cmc_desk.ui.parts.chip import ChipKind, state_shape
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.runs import Run
from cmc_desk.ui.theme import font

HEIGHT = 42


@dataclass(frozen=True, slots=True)
class LogRow:
    """One thing that happened; `loud` rows stand on amber until something newer happens."""

    key: Hashable
    kind: ChipKind
    name: str
    second: str
    time: str
    place: str = ""
    loud: bool = False


class LogList(RowList[LogRow]):
    """A list that shows and is not chosen from, as a rule; `choosing` lets a row be taken."""

    def __init__(self, *, name: str, choosing: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(
            _paint, key=_key, spoken=_spoken, name=name, height=HEIGHT, ground=_ground, choosing=choosing, parent=parent
        )


def _key(row: LogRow) -> Hashable:
    return row.key


def _spoken(row: LogRow) -> str:
    return ", ".join(part for part in (row.time, row.name, row.second, row.place) if part)


def _ground(row: LogRow) -> str:
    return "amberT" if row.loud else "panel"


def _paint(painter: QPainter, rect: QRectF, row: LogRow, _selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    shape, tone = state_shape(row.kind)
    if shape:
        icons.paint(painter, QRectF(rect.x() + PAD, round(rect.center().y() - 9), 18, 18), shape, tone)
    left, right = rect.x() + PAD + 26, rect.right() - PAD
    width = max(draw.text_width(words, font(12)) for words in (row.time, row.place)) + 1
    # Both lines share the rhythm of the two lines at their left: 18 px for the name, 16 px beneath.
    top = round(rect.center().y() - 17)
    draw.text(painter, QRectF(right - width, top, width, 18), row.time, size=12, tone="slate", align=draw.RIGHT)
    draw.text(painter, QRectF(right - width, top + 18, width, 16), row.place, size=12, tone="slate", align=draw.RIGHT)
    lines = TwoLines((Run(row.name, bold=True),), (Run(row.second, tone="slate"),))
    paint_two_lines(painter, QRectF(left, rect.y(), right - width - 12 - left, rect.height()), lines, size=13)
