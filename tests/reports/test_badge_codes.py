"""Every code of every sheet is read back from what is printed."""

from dataclasses import replace

import pytest
from PIL import Image, ImageFilter

from cmc_desk.exchange.badge_files import badge_designs, badge_stocks
from cmc_desk.i18n import texts
from cmc_desk.reports.badges import render_badges
from cmc_desk.rules.badge_code import parse
from cmc_desk.rules.badge_sheet import check_fits
from cmc_desk.rules.refusal import Refusal
from tests.reports.badge_case import codes, jpeg, page_count, people, picture, run

EN = texts("en")


def pairs() -> list[tuple[str, str]]:
    """Return every stock with every design that is printed on it."""
    found = []
    for stock in badge_stocks().values():
        for design in badge_designs().values():
            try:
                check_fits(design, stock)
            except Refusal:
                continue
            # A small badge in a large cell is read where it is read in its own: the closest fit tells all.
            if design.width * design.height > 0.6 * stock.cell_width * stock.cell_height:
                found.append((design.key, stock.key))
    return found


def photographed(image: Image.Image) -> Image.Image:
    """Return what a camera that is held by hand makes of a page."""
    turned = image.convert("L").rotate(3, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    return turned.filter(ImageFilter.GaussianBlur(0.8))


def test_every_design_is_printed_on_some_stock_and_every_stock_with_some_design() -> None:
    assert {design for design, _stock in pairs()} == set(badge_designs())
    assert {stock for _design, stock in pairs()} == set(badge_stocks())


@pytest.mark.parametrize(("design", "stock"), pairs())
def test_every_code_is_read_from_the_sheet_and_from_a_photograph_of_it(design: str, stock: str) -> None:
    who = people(badge_stocks()[stock].cells + 1)
    content = render_badges(run(design, stock, who), EN)
    assert page_count(content) == 2
    for page, expected in enumerate((who[:-1], who[-1:])):
        printed = sorted(facts.code for facts in expected)
        assert codes(picture(content, page)) == printed
        assert codes(photographed(picture(content, page, dots=150))) == printed
        assert all(not parse(code).problem for code in printed)


def test_a_code_is_read_from_a_replacement_badge_with_a_photograph() -> None:
    who = tuple(replace(facts, replacement=True, photo=jpeg()) for facts in people(4))
    content = render_badges(run("a6", "a4-4-a6", who), EN)
    assert codes(picture(content)) == sorted(facts.code for facts in who)
