"""Where badges lie on the paper: cells of a stock, sheets begun at any cell, backs that meet their fronts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_design import BackSide, BadgeDesign, Box, Stock, StockKind
from cmc_desk.rules.refusal import Refusal

T = TypeVar("T")
# A tenth of a millimetre is less than any printer keeps to.
TOLERANCE = 0.1


@dataclass(frozen=True, slots=True)
class Place:
    """Where one badge is printed: its front, and its back, which is beside it (fold) or on the next page (duplex)."""

    front: Box
    back: Box | None = None


@dataclass(frozen=True, slots=True)
class SheetCount:
    """How many sheets a run takes, and how many places are left over on the last one."""

    sheets: int
    spare: int


def cells(stock: Stock) -> tuple[Box, ...]:
    """Return the cells of a stock, row by row from the top left."""
    return tuple(
        Box(
            stock.left + column * stock.step_x,
            stock.top + row * stock.step_y,
            stock.cell_width,
            stock.cell_height,
        )
        for row in range(stock.rows)
        for column in range(stock.columns)
    )


def places(design: BadgeDesign, stock: Stock, back: BackSide = BackSide.NONE) -> tuple[Place, ...]:
    """Return where the badges of a page lie, in the order in which they are filled; a badge lies in the middle of its cell.

    The back of a duplex sheet is mirrored at the upright: a sheet that is turned over like the page of a book shows each
    back behind its front. A folded badge has its back to the right of its front, with the fold between them.
    """
    if back is BackSide.FOLD:
        return tuple(_folded(design, whole) for whole in _pairs(stock))
    fronts = [_amid(design.width, design.height, cell) for cell in cells(stock)]
    if back is BackSide.NONE:
        return tuple(Place(front) for front in fronts)
    return tuple(Place(front, mirrored(front, stock.page_width)) for front in fronts)


def page_size(stock: Stock, back: BackSide = BackSide.NONE) -> tuple[float, float]:
    """Return width and height of the page; a single badge that is folded has its back beside it on a page twice as wide."""
    widened = back is BackSide.FOLD and stock.kind is StockKind.SINGLE
    return stock.page_width + (stock.cell_width if widened else 0.0), stock.page_height


def capacity(stock: Stock, back: BackSide = BackSide.NONE) -> int:
    """Return how many badges a page holds; a folded one takes two cells of a row."""
    return len(_pairs(stock)) if back is BackSide.FOLD else stock.cells


def on_sheets(items: Sequence[T], places_on_sheet: int, start: int = 0) -> tuple[tuple[T | None, ...], ...]:
    """Return the sheets: each says for each of its places what lies there; the first is filled from `start` on.

    Raises Refusal if there is no such place.
    """
    if not 0 <= start < places_on_sheet:
        raise Refusal(
            _("The sheet has places 1 to {last}; there is no place {place} to begin at.").format(
                last=places_on_sheet, place=start + 1
            ),
            field="start_cell",
        )
    laid: list[T | None] = [*[None] * start, *items]
    laid += [None] * (-len(laid) % places_on_sheet)
    return (
        tuple(tuple(laid[first : first + places_on_sheet]) for first in range(0, len(laid), places_on_sheet))
        if items
        else ()
    )


def sheet_count(number: int, stock: Stock, *, start_cell: int = 0, back: BackSide = BackSide.NONE) -> SheetCount:
    """Return how many sheets `number` badges take, and what is left over; raises Refusal if there is no such first cell."""
    sheets = on_sheets(range(number), capacity(stock, back), start_cell)
    return SheetCount(
        len(sheets), sum(item is None for sheet in sheets for item in sheet) - (start_cell if sheets else 0)
    )


def mirrored(box: Box, page_width: float) -> Box:
    """Return where `box` lies when it is seen from the other side of the page."""
    return Box(page_width - box.x - box.width, box.y, box.width, box.height)


def mirrored_order(stock: Stock) -> tuple[int, ...]:
    """Return for each cell of a back page, row by row, the number of the cell whose back it is."""
    return tuple(row * stock.columns + column for row in range(stock.rows) for column in reversed(range(stock.columns)))


def overlap(one: Box, other: Box) -> bool:
    """Say whether two boxes have more than their edges in common."""
    return (
        one.x + TOLERANCE < other.x + other.width
        and other.x + TOLERANCE < one.x + one.width
        and one.y + TOLERANCE < other.y + other.height
        and other.y + TOLERANCE < one.y + one.height
    )


def turns_at_long_edge(stock: Stock) -> bool:
    """Say whether the printer has to be told “long edge”, so that the sheet is turned like the page of a book."""
    return stock.page_height >= stock.page_width


def check_fits(design: BadgeDesign, stock: Stock, back: BackSide = BackSide.NONE) -> None:
    """Raise Refusal, with a sentence, unless badges of `design` can be printed on `stock` with such a back."""
    if design.width > stock.cell_width + TOLERANCE or design.height > stock.cell_height + TOLERANCE:
        raise Refusal(
            _(
                "A badge of {badge} mm does not fit “{stock}”, which holds {cell} mm. Choose another design or stock."
            ).format(
                badge=_size(design.width, design.height),
                stock=stock.title,
                cell=_size(stock.cell_width, stock.cell_height),
            ),
            field="stock",
        )
    if back is not BackSide.NONE and not design.back:
        raise Refusal(
            _("“{design}” has nothing on its back. Print its front only.").format(design=design.title), field="back"
        )
    if back is BackSide.FOLD and not _pairs(stock):
        raise Refusal(
            _("“{stock}” cannot be folded: it has no two places side by side. Choose another stock.").format(
                stock=stock.title
            ),
            field="back",
        )


def _pairs(stock: Stock) -> list[Box]:
    """Return the places of two cells that lie side by side without a gap, which a folded badge takes."""
    if stock.kind is StockKind.SINGLE:
        return [Box(stock.left, stock.top, stock.cell_width * 2, stock.cell_height)]
    if stock.kind is not StockKind.SHEET or stock.step_x > stock.cell_width + TOLERANCE:
        return []
    found = cells(stock)
    return [
        Box(left.x, left.y, stock.step_x + stock.cell_width, stock.cell_height)
        for row in range(stock.rows)
        for left in found[row * stock.columns : (row + 1) * stock.columns - 1 : 2]
    ]


def _folded(design: BadgeDesign, whole: Box) -> Place:
    both = _amid(design.width * 2, design.height, whole)
    return Place(
        Box(both.x, both.y, design.width, design.height),
        Box(both.x + design.width, both.y, design.width, design.height),
    )


def _amid(width: float, height: float, cell: Box) -> Box:
    return Box(cell.x + (cell.width - width) / 2, cell.y + (cell.height - height) / 2, width, height)


def _size(width: float, height: float) -> str:
    return f"{width:g} × {height:g}"
