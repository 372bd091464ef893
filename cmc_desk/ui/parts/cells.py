"""What may stand in a cell of a table or a list, and how each kind is painted."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.chip import ChipLook, chip_width, paint_chip
from cmc_desk.ui.parts.flag import paint_flag
from cmc_desk.ui.parts.runs import Run, paint_runs, plain, runs_width
from cmc_desk.ui.theme import font


@dataclass(frozen=True, slots=True)
class FlagText:
    """A delegation: its flag and its name; without a `tone` it has that of its column."""

    code: str
    text: str
    bold: bool = False
    tone: str = ""


@dataclass(frozen=True, slots=True)
class IconText:
    """An icon or shape in a colour, and words beside it; words may be empty only if `name` says what the icon means."""

    icon: str
    text: str = ""
    icon_tone: str = "slate"
    tone: str = "ink"
    bold: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class TwoLines:
    """A line that matters and a smaller one beneath."""

    first: tuple[Run, ...]
    second: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class IconLines:
    """An icon, and beside it a line that matters and a smaller one beneath."""

    icon: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class TickMark:
    """A box that is ticked or not; `name` says what it means when it is read aloud."""

    on: bool
    name: str = ""


@dataclass(frozen=True, slots=True)
class ShareMark:
    """A bar of a share, with a mark at the share that would be equal (`paint_share`); `text` says both when it is read aloud.

    The bar is as long as its column if its share is the `largest`.
    """

    share: float
    equal: float
    largest: float
    text: str


SECOND = 12
Cell = str | tuple[Run, ...] | ChipLook | FlagText | IconText | IconLines | TwoLines | TickMark | ShareMark


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a plain text in a cell looks, and whether its row is selected."""

    align: Qt.AlignmentFlag = draw.LEFT
    size: int = 14
    bold: bool = False
    tone: str = "ink"
    selected: bool = False


CellPainter = Callable[[QPainter, QRectF, Cell, CellStyle], None]


def cell_text(cell: Cell) -> str:
    """Return what a cell says, for tooltips, copying and screen readers."""
    match cell:
        case str():
            return cell
        case tuple():
            return plain(cell)
        case ChipLook() | FlagText() | ShareMark():
            return cell.text
        case IconText():
            return cell.text or cell.name
        case IconLines():
            return f"{cell.first}, {cell.second}"
        case TwoLines():
            return " · ".join(part for part in (plain(cell.first), plain(cell.second)) if part)
        case TickMark():
            return cell.name


def cell_width(cell: Cell, style: CellStyle) -> float:
    """Return the width in px that a cell needs to be shown whole."""
    face = font(style.size, bold=style.bold or (isinstance(cell, FlagText | IconText) and cell.bold))
    match cell:
        case str():
            return draw.text_width(cell, face)
        case tuple():
            return runs_width(cell, style.size)
        case ChipLook():
            return chip_width(cell)
        case FlagText():
            return 29 + draw.text_width(cell.text, face)
        case IconText():
            return 24 + draw.text_width(cell.text, face) if cell.text else 16
        case IconLines():
            return 24 + max(draw.text_width(cell.first, face), draw.text_width(cell.second, font(SECOND)))
        case TwoLines():
            return max(runs_width(cell.first, style.size), runs_width(cell.second, SECOND))
        case TickMark():
            return 16
        case ShareMark():
            return 0


def paint_cell(painter: QPainter, rect: QRectF, cell: Cell, style: CellStyle) -> None:
    """Paint a cell into `rect` (paddings already taken off), elided where it does not fit."""
    match cell:
        case str():
            draw.text(painter, rect, cell, size=style.size, bold=style.bold, tone=style.tone, align=style.align)
        case tuple():
            paint_runs(painter, rect, cell, size=style.size, align=style.align)
        case ChipLook():
            paint_chip(painter, rect, cell, selected=style.selected, align=style.align)
        case FlagText():
            width = paint_flag(painter, rect.x(), rect.center().y(), cell.code, 21)
            draw.text(
                painter,
                rect.adjusted(width + 8, 0, 0, 0),
                cell.text,
                size=style.size,
                bold=cell.bold or style.bold,
                tone=cell.tone or style.tone,
            )
        case IconText():
            box = QRectF(rect.x(), round(rect.center().y() - 8), 16, 16)
            if cell.text or not style.align & Qt.AlignmentFlag.AlignRight:
                icons.paint(painter, box, cell.icon, cell.icon_tone)
            else:
                icons.paint(painter, box.translated(rect.width() - 16, 0), cell.icon, cell.icon_tone)
            draw.text(
                painter,
                rect.adjusted(24, 0, 0, 0),
                cell.text,
                size=style.size,
                bold=cell.bold or style.bold,
                tone=cell.tone,
            )
        case IconLines():
            icons.paint(painter, QRectF(rect.x(), round(rect.center().y() - 8), 16, 16), cell.icon, "slate")
            lines = TwoLines((Run(cell.first, bold=style.bold, tone=style.tone),), (Run(cell.second, tone="slate"),))
            paint_two_lines(painter, rect.adjusted(24, 0, 0, 0), lines, size=style.size)
        case TwoLines():
            paint_two_lines(painter, rect, cell, size=style.size)
        case TickMark():
            paint_tick(painter, QRectF(rect.x(), round(rect.center().y() - 8), 16, 16), on=cell.on)


def paint_two_lines(
    painter: QPainter, rect: QRectF, lines: TwoLines, *, size: int = 15, second_size: int = SECOND
) -> None:
    """Paint a line and a smaller one beneath, together in the middle of `rect`; one line alone stands in the middle."""
    if not lines.second:
        paint_runs(painter, rect, lines.first, size=size)
        return
    upper, lower = round(size * 1.36), round(second_size * 1.36)
    top = round(rect.center().y() - (upper + lower) / 2)
    paint_runs(painter, QRectF(rect.x(), top, rect.width(), upper), lines.first, size=size)
    paint_runs(painter, QRectF(rect.x(), top + upper, rect.width(), lower), lines.second, size=second_size)


def paint_wrapped(painter: QPainter, rect: QRectF, cell: Cell, style: CellStyle) -> None:
    """Paint a long text on two lines, the second elided where even that is too little."""
    words, face = cell_text(cell), font(style.size, bold=style.bold)
    upper = ""
    rest = words.split(" ")
    while rest and draw.text_width(f"{upper} {rest[0]}".strip(), face) <= rect.width() + 0.5:
        upper = f"{upper} {rest.pop(0)}".strip()
    if not upper or not rest:
        paint_cell(painter, rect, words, style)
        return
    first = (Run(upper, bold=style.bold, tone=style.tone),)
    second = (Run(" ".join(rest), bold=style.bold, tone=style.tone),)
    paint_two_lines(painter, rect, TwoLines(first, second), size=style.size, second_size=style.size)


def paint_tick(painter: QPainter, box: QRectF, *, on: bool, enabled: bool = True) -> None:
    """Paint a box of 16 px that is ticked or not."""
    if on:
        draw.box(painter, box, fill="sea" if enabled else "faint", radius=3)
        icons.paint(painter, box.adjusted(1, 1, -1, -1), "check", "onPrimary")
    else:
        draw.box(painter, box, fill="panel", edge="edge" if enabled else "line", radius=3)


def paint_share(painter: QPainter, rect: QRectF, cell: Cell, style: CellStyle) -> None:
    """Paint a `ShareMark`."""
    if not isinstance(cell, ShareMark):
        paint_cell(painter, rect, cell, style)
        return
    whole = max(cell.largest, cell.equal) or 1.0
    bar = QRectF(rect.x(), round(rect.center().y() - 4), rect.width(), 8)
    draw.fill(painter, bar, "neutralT")
    draw.fill(painter, QRectF(bar.x(), bar.y(), bar.width() * cell.share / whole, 8), "sea")
    draw.fill(painter, QRectF(round(bar.x() + (bar.width() - 2) * cell.equal / whole), bar.y() - 3, 2, 14), "ink")
