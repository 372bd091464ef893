"""Found people, meetings, or whatever a search finds: flag, name with the matched letters, second line, state."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.parts.cells import TwoLines, paint_two_lines
from cmc_desk.ui.parts.chip import ChipLook, chip_width, paint_chip
from cmc_desk.ui.parts.flag import paint_flag
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.runs import Run, marked

HEIGHT = 52
_FLAG = 27


@dataclass(frozen=True, slots=True)
class HitRow:
    """One row of a list of results; `hits` and `second_hits` are the matched letters as (start, end).

    A row has a `flag` (a delegation's code) or an `icon`, or neither.
    """

    key: Hashable
    name: str
    second: str = ""
    flag: str = ""
    icon: str = ""
    hits: tuple[tuple[int, int], ...] = ()
    second_hits: tuple[tuple[int, int], ...] = ()
    chip: ChipLook | None = None


class ResultList(RowList[HitRow]):
    """The list beneath a search field; `height` 52, or 68 where there is room."""

    def __init__(self, *, name: str, height: int = HEIGHT, parent: QWidget | None = None) -> None:
        super().__init__(_paint, key=_key, spoken=_spoken, name=name, height=height, parent=parent)


def _key(row: HitRow) -> Hashable:
    return row.key


def _spoken(row: HitRow) -> str:
    return ", ".join(part for part in (row.name, row.second, row.chip.text if row.chip else "") if part)


def _paint(painter: QPainter, rect: QRectF, row: HitRow, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    left, right = rect.x() + PAD, rect.right() - PAD
    middle = rect.center().y()
    if row.flag:
        left += paint_flag(painter, left, middle, row.flag, _FLAG) + 12
    elif row.icon:
        icons.paint(painter, QRectF(left, round(middle - 12), 24, 24), row.icon, "sea")
        left += 36
    if row.chip is not None:
        width = min(chip_width(row.chip), (right - left) / 2)
        paint_chip(painter, QRectF(right - width, rect.y(), width, rect.height()), row.chip, selected=selected)
        right -= width + 8
    second = marked(row.second, row.second_hits, tone="slate") if row.second else ()
    first: tuple[Run, ...] = marked(row.name, row.hits, bold=True)
    paint_two_lines(painter, QRectF(left, rect.y(), right - left, rect.height()), TwoLines(first, second), size=15)
