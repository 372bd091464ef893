"""The calibration page: crosses where the cells are, behind each other on both sides, and words that fit."""

import io

import pytest
from pypdf import PdfReader

from cmc_desk.exchange.badge_files import badge_stocks
from cmc_desk.i18n import texts
from cmc_desk.reports.badges import calibration_page
from cmc_desk.rules.badge_design import StockKind
from tests.reports.badge_case import MM, pages, picture, positions

EN = texts("en")


@pytest.mark.parametrize("key", sorted(badge_stocks()))
def test_front_and_back_are_of_the_size_of_the_stock_and_the_words_stay_on_the_page(key: str) -> None:
    stock = badge_stocks()[key]
    content = calibration_page(stock, EN)
    read = PdfReader(io.BytesIO(content)).pages
    assert len(read) == (1 if stock.kind is StockKind.ROLL else 2)
    for number, page in enumerate(read):
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
            (stock.page_width * MM, stock.page_height * MM), abs=0.01
        )
        assert all(0 < y < stock.page_height - 2 and x > 0 for _text, x, y in positions(content, number))
    first = pages(content)[0]
    assert "100 %" in first
    assert ("On labels" in first) == (stock.kind is StockKind.SHEET)


def test_the_words_name_the_edge_at_which_the_sheet_is_turned() -> None:
    assert "turned at the long edge" in pages(calibration_page(badge_stocks()["a4-4-a6"], EN))[1]
    assert "turned at the short edge" in pages(calibration_page(badge_stocks()["card-cr80"], EN))[1]


def test_the_page_says_what_it_was_moved_by() -> None:
    content = calibration_page(badge_stocks()["a4-4-a6"], EN, shift_x=1.5, shift_y=-0.5, back_shift_x=0.5)
    assert "right +1.5 mm, down −0.5 mm" in pages(content)[0]
    assert "right +2.0 mm, down −0.5 mm" in pages(content)[1]


def test_the_crosses_of_the_back_lie_behind_those_of_the_front() -> None:
    content = calibration_page(badge_stocks()["herma-4412"], EN)
    front, back = (picture(content, page, dots=72).convert("L") for page in (0, 1))
    width = front.width
    crosses = [
        (x, y)
        for x in range(20, width - 20, 1)
        for y in range(560, 800)
        if front.getpixel((x, y)) < 60  # type: ignore[operator] # a grey value
    ]
    assert crosses
    mirrored = [min(back.getpixel((width - 1 - x + offset, y)) for offset in (-1, 0, 1)) for x, y in crosses]  # type: ignore[type-var]
    assert max(mirrored) < 160  # type: ignore[type-var, operator]


def test_a_shift_moves_the_crosses_and_not_the_words() -> None:
    stock = badge_stocks()["avery-l4785"]
    straight, moved = calibration_page(stock, EN), calibration_page(stock, EN, shift_x=2, shift_y=3)
    assert positions(straight)[0] == positions(moved)[0]
    cross = round(stock.left * MM * 2), round((stock.top + 50) * MM * 2)
    for content, (right, down) in ((straight, (0, 0)), (moved, (2, 3))):
        image = picture(content, dots=144).convert("L")
        at = round(cross[0] + right * MM * 2), round(cross[1] + down * MM * 2)
        assert image.crop((at[0] - 1, at[1] - 8, at[0] + 2, at[1] + 8)).getextrema()[0] < 120  # type: ignore[operator]
