"""How a sheet goes on paper: one page wide where its letters stay readable, else in pages beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

# Letters are of 11 points in the sheet: printed at 65 of 100 they are of 7, and smaller ones are not read; larger ones than of 8
# only take more paper.
SMALLEST, LARGEST = 65, 73
# Characters beside each other on a landscape A4 page, printed as large as in the sheet, also where a computer has another font
# than Calibri: the figures of DejaVu Sans, by which LibreOffice then counts, are a third wider.
_ROOM = 111.0


@dataclass(frozen=True, slots=True)
class Printed:
    """How large a sheet is printed (of 100), and the places of the columns after which a page ends, counted from 1.

    Without a place it is one page wide: then it is made as small as that needs, which is never below `SMALLEST`.
    """

    scale: int
    ends: tuple[int, ...] = ()


def printed(widths: Sequence[float], *, frozen: int = 0, with_before: Sequence[bool] = ()) -> Printed:
    """Return how columns of these widths, in characters, are printed on as few pages as can be, and there as large as is useful.

    The first `frozen` columns stand on every page. A column that says more of the one before it (`with_before`) is not
    parted from it.
    """
    if sum(widths) <= _room(SMALLEST):
        return Printed(SMALLEST)
    titles = sum(widths[:frozen])
    parts: list[tuple[int, float]] = []
    for place, width in enumerate(widths[frozen:], start=frozen):
        if parts and place < len(with_before) and with_before[place]:
            parts[-1] = (place + 1, parts[-1][1] + width)
        else:
            parts.append((place + 1, width))
    ends = _ends(parts, _room(SMALLEST) - titles)
    larger = (scale for scale in range(LARGEST, SMALLEST, -1) if len(_ends(parts, _room(scale) - titles)) == len(ends))
    scale = next(larger, SMALLEST)
    return Printed(scale, _ends(parts, _room(scale) - titles))


def spread(page: Any, widths: Sequence[float], *, frozen: int, with_before: Sequence[bool]) -> None:
    """Let a worksheet be printed so: one page wide, or in pages beside each other that begin with the frozen columns."""
    from openpyxl.worksheet.pagebreak import Break

    plan = printed(widths, frozen=frozen, with_before=with_before)
    if not plan.ends:
        page.sheet_properties.pageSetUpPr.fitToPage = True
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
        return
    page.page_setup.scale = plan.scale
    # The pages of the same rows follow each other.
    page.page_setup.pageOrder = "overThenDown"
    for end in plan.ends:
        page.col_breaks.append(Break(id=end))


def _room(scale: int) -> float:
    return _ROOM * 100 / scale


def _ends(parts: Sequence[tuple[int, float]], room: float) -> tuple[int, ...]:
    """Return where pages end if each is filled with as many `parts`, (place of its last column, width), as it has room for."""
    ends, used, last = [], 0.0, 0
    for place, width in parts:
        if used and used + width > room:
            ends.append(last)
            used = 0.0
        used, last = used + width, place
    return tuple(ends)
