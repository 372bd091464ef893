"""Which paper goes with a design, and which design with a paper."""

from cmc_desk.rules.badge_choice import design_for, stock_for
from cmc_desk.rules.badge_design import BadgeDesign, Stock, StockKind

LARGE, SMALL, CARD = (
    BadgeDesign("large", "Large", 105, 148, front=()),
    BadgeDesign("small", "Small", 90, 55, front=()),
    BadgeDesign("card", "Card", 85.6, 54, front=()),
)


def stock(key: str, width: float, height: float) -> Stock:
    return Stock(key, key, StockKind.SHEET, 210, 297, width, height)


def test_the_stock_that_leaves_the_least_is_the_one() -> None:
    stocks = [stock("a6", 105, 148), stock("first", 90, 55), stock("second", 90, 55)]
    assert stock_for(SMALL, stocks) is stocks[1]
    assert stock_for(LARGE, stocks) is stocks[0]
    assert stock_for(LARGE, stocks[1:]) is None


def test_the_largest_design_that_fits_is_the_one() -> None:
    designs = [CARD, LARGE, SMALL]
    assert design_for(stock("a6", 105, 148), designs) is LARGE
    # A tenth of a millimetre is less than any printer keeps to.
    assert design_for(stock("labels", 89.95, 55), designs) is SMALL
    assert design_for(stock("cards", 85.6, 53.98), designs) is CARD
    assert design_for(stock("stamps", 30, 30), designs) is None
