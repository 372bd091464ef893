"""Cells that are read whole: words that are too long are painted smaller, and then in two small lines."""

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import (
    Cell,
    CellStyle,
    FlagText,
    TwoLines,
    cell_text,
    cell_width,
    paint_cell,
    paint_two_lines,
)
from cmc_desk.ui.parts.flag import paint_flag
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.runs import runs_width
from cmc_desk.ui.theme import font

_SMALLER, _SMALL, _LINE = 2, 11, 13
_GAP = 8


def room_for(*words: str, size: int = 14, bold: bool = False, least: int = 0) -> int:
    """Return how wide the last column must be for these words in whatever language they are, and at least this."""
    face = font(size, bold=bold)
    return max(least, *(int(draw.text_width(one, face)) + _GAP + PAD + 1 for one in words))


def in_two(words: str, face: QFont, room: float) -> tuple[str, ...]:
    """Return words in one line, or parted into two of which the second may be cut."""
    if draw.text_width(words, face) <= room + 0.5:
        return (words,)
    first, rest = "", words.split()
    while rest and draw.text_width(longer := f"{first} {rest[0]}".strip(), face) <= room + 0.5:
        first, rest = longer, rest[1:]
    return tuple(line for line in (first, " ".join(rest)) if line)


def paint_fitted(painter: QPainter, rect: QRectF, cell: Cell, style: CellStyle) -> None:
    """Paint a cell whole: as it is, else up to two sizes smaller, else in two lines."""
    for size in range(style.size, style.size - _SMALLER - 1, -1):
        smaller = replace(style, size=size)
        if cell_width(cell, smaller) <= rect.width() + 0.5:
            paint_cell(painter, rect, cell, smaller)
            return
    left, bold, tone = 0.0, style.bold, style.tone
    if isinstance(cell, FlagText):
        left = paint_flag(painter, rect.x(), rect.center().y(), cell.code, 21) + 8
        bold, tone = cell.bold or bold, cell.tone or tone
    elif isinstance(cell, tuple) and cell:
        bold, tone = cell[0].bold, cell[0].tone
    room = rect.adjusted(left, 0, 0, 0)
    lines = in_two(cell_text(cell), font(_SMALL, bold=bold), room.width())
    top = round(room.center().y() - _LINE * len(lines) / 2)
    for place, line in enumerate(lines):
        area = QRectF(room.x(), top + place * _LINE, room.width(), _LINE)
        draw.text(painter, area, line, size=_SMALL, bold=bold, tone=tone, align=style.align)


def paint_title(painter: QPainter, rect: QRectF, cell: Cell, style: CellStyle) -> None:
    """Paint a `TwoLines` whose first line becomes smaller before it is cut; one that stands alone is parted."""
    if not isinstance(cell, TwoLines):
        paint_cell(painter, rect, cell, style)
        return
    sizes = range(style.size, style.size - _SMALLER - 1, -1)
    size = next((size for size in sizes if runs_width(cell.first, size) <= rect.width() + 0.5), sizes[-1])
    if not cell.second and size == sizes[-1] and len(cell.first) == 1:
        run = cell.first[0]
        lines = in_two(run.text, font(size, bold=run.bold), rect.width())
        if len(lines) > 1:
            first, second = (replace(run, text=line) for line in lines)
            cell = TwoLines((first,), (second,))
            paint_two_lines(painter, rect, cell, size=size, second_size=size)
            return
    paint_two_lines(painter, rect, cell, size=size)
