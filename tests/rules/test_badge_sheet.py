"""Where badges lie on the paper."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.badge_design import BackSide, BadgeDesign, Box, DesignField, Show, Stock, StockKind
from cmc_desk.rules.badge_sheet import (
    Place,
    SheetCount,
    capacity,
    cells,
    check_fits,
    mirrored,
    mirrored_order,
    on_sheets,
    overlap,
    page_size,
    places,
    sheet_count,
    turns_at_long_edge,
)
from cmc_desk.rules.refusal import Refusal

FIELD = DesignField(Show.NAME, Box(0, 0, 20, 20))
SMALL = BadgeDesign("small", "Small", 80, 50, (FIELD,), (FIELD,))
ONE_SIDED = replace(SMALL, back=())
SHEET = Stock(
    "sheet", "Sheet", StockKind.SHEET, 210, 297, 90, 60, columns=2, rows=3, left=12, top=20, step_x=90, step_y=70
)
LABELS = replace(SHEET, step_x=95)
SINGLE = Stock("single", "Single", StockKind.SINGLE, 80, 50, 80, 50)
ROLL = Stock("roll", "Roll", StockKind.ROLL, 80, 50, 80, 50)


def test_cells_are_counted_row_by_row_from_the_top_left() -> None:
    assert [(cell.x, cell.y) for cell in cells(SHEET)] == [
        (12, 20),
        (102, 20),
        (12, 90),
        (102, 90),
        (12, 160),
        (102, 160),
    ]
    assert {(cell.width, cell.height) for cell in cells(SHEET)} == {(90, 60)}


def test_a_smaller_badge_lies_in_the_middle_of_its_cell() -> None:
    assert places(SMALL, SHEET)[1] == Place(Box(107, 25, 80, 50))


def test_the_back_of_a_duplex_sheet_lies_behind_its_front() -> None:
    for place in places(SMALL, SHEET, BackSide.DUPLEX):
        assert place.back is not None
        assert place.back.x == pytest.approx(210 - place.front.x - 80)
        assert place.back.y == place.front.y


def test_on_a_symmetric_sheet_the_backs_are_those_of_the_mirrored_order() -> None:
    symmetric = replace(SHEET, left=15)
    found = places(SMALL, symmetric, BackSide.DUPLEX)
    for cell, number in zip(places(SMALL, symmetric), mirrored_order(symmetric), strict=True):
        assert found[number].back == cell.front
    assert mirrored_order(SHEET) == (1, 0, 3, 2, 5, 4)


def test_a_folded_badge_takes_two_cells_and_has_its_back_to_the_right_of_the_fold() -> None:
    found = places(SMALL, SHEET, BackSide.FOLD)
    assert capacity(SHEET, BackSide.FOLD) == len(found) == 3
    assert found[0] == Place(Box(22, 25, 80, 50), Box(102, 25, 80, 50))


def test_of_three_cells_in_a_row_two_can_be_folded() -> None:
    three = replace(SHEET, columns=3, page_width=320)
    assert [place.front.x for place in places(SMALL, three, BackSide.FOLD)] == [22, 22, 22]


def test_a_single_badge_is_folded_on_a_page_twice_as_wide() -> None:
    assert places(SMALL, SINGLE, BackSide.FOLD) == (Place(Box(0, 0, 80, 50), Box(80, 0, 80, 50)),)
    assert page_size(SINGLE, BackSide.FOLD) == (160, 50)
    assert page_size(SINGLE) == (80, 50)
    assert page_size(SHEET, BackSide.FOLD) == (210, 297)


def test_a_part_used_sheet_is_begun_at_its_first_free_cell() -> None:
    assert on_sheets("abcde", 6, 4) == ((None, None, None, None, "a", "b"), ("c", "d", "e", None, None, None))


@pytest.mark.parametrize("start", [-1, 6])
def test_a_sheet_cannot_be_begun_at_a_cell_that_it_does_not_have(start: int) -> None:
    with pytest.raises(Refusal, match="places 1 to 6") as refused:
        on_sheets("a", 6, start)
    assert refused.value.field == "start_cell"


def test_nothing_to_print_is_no_sheet() -> None:
    assert on_sheets("", 6) == ()
    assert sheet_count(0, SHEET, start_cell=3) == SheetCount(0, 0)


def test_sheets_and_spare_places_are_counted() -> None:
    assert sheet_count(22, replace(SHEET, rows=4)) == SheetCount(3, 2)
    assert sheet_count(7, SHEET, start_cell=2) == SheetCount(2, 3)
    assert sheet_count(4, SHEET, back=BackSide.FOLD) == SheetCount(2, 2)


@given(st.lists(st.integers(), max_size=40), st.integers(1, 12), st.data())
def test_every_badge_is_on_one_sheet_and_in_order(items: list[int], size: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, size - 1))
    sheets = on_sheets(items, size, start)
    assert all(len(sheet) == size for sheet in sheets)
    assert [item for sheet in sheets for item in sheet if item is not None] == items
    assert not sheets or any(item is not None for item in sheets[-1])


@given(st.floats(0, 200), st.floats(0, 200), st.floats(1, 50), st.floats(1, 50), st.floats(50, 300))
def test_what_is_mirrored_twice_is_where_it_was(x: float, y: float, width: float, height: float, page: float) -> None:
    twice = mirrored(mirrored(Box(x, y, width, height), page), page)
    assert (twice.x, twice.y, twice.width, twice.height) == pytest.approx((x, y, width, height), abs=1e-9)


def test_boxes_that_only_touch_do_not_overlap() -> None:
    box = Box(0, 0, 10, 10)
    assert overlap(box, Box(9, 9, 10, 10))
    assert not any(
        overlap(box, other) for other in (Box(10, 0, 5, 5), Box(0, 10, 5, 5), Box(-5, 0, 5, 5), Box(0, -5, 5, 5))
    )


def test_an_upright_sheet_is_turned_at_its_long_edge_and_a_lying_card_at_its_short_one() -> None:
    assert turns_at_long_edge(SHEET)
    assert not turns_at_long_edge(SINGLE)


def test_a_badge_that_is_larger_than_the_cell_is_refused() -> None:
    for larger in (replace(SMALL, width=91), replace(SMALL, height=61)):
        with pytest.raises(Refusal, match="does not fit “Sheet”, which holds 90 × 60 mm"):
            check_fits(larger, SHEET)
    check_fits(replace(SMALL, width=90.05), SHEET)


def test_a_design_without_a_back_has_none_printed() -> None:
    check_fits(ONE_SIDED, SHEET)
    with pytest.raises(Refusal, match="nothing on its back"):
        check_fits(ONE_SIDED, SHEET, BackSide.DUPLEX)


@pytest.mark.parametrize("stock", [LABELS, ROLL, replace(SHEET, columns=1)])
def test_labels_with_gaps_rolls_and_single_columns_cannot_be_folded(stock: Stock) -> None:
    check_fits(SMALL, stock, BackSide.DUPLEX)
    with pytest.raises(Refusal, match="cannot be folded"):
        check_fits(SMALL, stock, BackSide.FOLD)


def test_a_sheet_whose_cells_adjoin_can_be_folded() -> None:
    check_fits(SMALL, SHEET, BackSide.FOLD)
    check_fits(SMALL, SINGLE, BackSide.FOLD)
