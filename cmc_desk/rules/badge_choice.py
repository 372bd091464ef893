"""Which paper goes with a design, and which design with a paper, where nobody says."""

from collections.abc import Iterable

from cmc_desk.rules.badge_design import BadgeDesign, Stock
from cmc_desk.rules.badge_sheet import TOLERANCE


def stock_for(design: BadgeDesign, stocks: Iterable[Stock]) -> Stock | None:
    """Return the stock whose cells leave the least around a badge of `design`, the first of several; None if it fits none."""
    fitting = [stock for stock in stocks if _fits(design, stock)]
    return min(fitting, key=lambda stock: stock.cell_width * stock.cell_height, default=None)


def design_for(stock: Stock, designs: Iterable[BadgeDesign]) -> BadgeDesign | None:
    """Return the largest design that fits a cell of `stock`, the first of several; None if none does."""
    fitting = [design for design in designs if _fits(design, stock)]
    return max(fitting, key=lambda design: design.width * design.height, default=None)


def _fits(design: BadgeDesign, stock: Stock) -> bool:
    return design.width <= stock.cell_width + TOLERANCE and design.height <= stock.cell_height + TOLERANCE
