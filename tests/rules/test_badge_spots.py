"""Where the badges of a run lie, and which sheet holds whose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.badge_conditions import REPLACEMENT
from cmc_desk.rules.badge_design import (
    BackSide,
    BadgeDesign,
    BadgeFacts,
    BadgeMeeting,
    BadgeRun,
    Box,
    DesignField,
    Show,
    Stock,
    StockKind,
)
from cmc_desk.rules.badge_spots import RunSheet, Spot, sheets_of, spot_at, spots, with_replacement

FIELD = DesignField(Show.NAME, Box(0, 0, 80, 10))
DESIGN = BadgeDesign("small", "Small", 90, 55, front=(FIELD,), back=(FIELD,))
EIGHT = Stock(
    "eight",
    "Eight",
    StockKind.SHEET,
    210,
    297,
    90,
    55,
    columns=2,
    rows=4,
    left=15,
    top=31,
    step_x=90,
    step_y=60,
)
CARD = Stock("card", "Card", StockKind.CARD, 90, 55, 90, 55)


def people(number: int) -> tuple[BadgeFacts, ...]:
    return tuple(BadgeFacts(f"p{place}", f"Person {place}", "Person", str(place)) for place in range(number))


def run(number: int, **changes: object) -> BadgeRun:
    values: dict[str, object] = {"stock": EIGHT, "people": people(number), **changes}
    return BadgeRun(design=DESIGN, meeting=BadgeMeeting("Sample", "Kingston"), **values)  # type: ignore[arg-type] # test data


def test_a_sheet_that_was_begun_is_filled_from_its_first_free_place() -> None:
    made = run(3, start_cell=6, blank=1)
    assert sheets_of(made) == (
        RunSheet((0,), people(2), 0),
        RunSheet((1,), people(3)[2:], 1),
    )
    assert [(spot.page, spot.participant) for spot in spots(made)] == [(0, "p0"), (0, "p1"), (1, "p2")]
    assert spots(made)[0].box == Box(15, 31 + 3 * 60, 90, 55)


def test_the_backs_of_a_duplex_run_lie_between_its_fronts_and_belong_to_the_same_job() -> None:
    made = run(9, back=BackSide.DUPLEX)
    assert [sheet.pages for sheet in sheets_of(made)] == [(0, 1), (2, 3)]
    assert [spot.page for spot in spots(made)] == [0] * 8 + [2]


def test_a_card_is_a_sheet_of_one() -> None:
    made = run(2, stock=CARD, shift_x=1, shift_y=-0.5)
    assert [sheet.badges for sheet in sheets_of(made)] == [1, 1]
    assert spots(made)[1] == Spot(1, Box(1, -0.5, 90, 55), "p1")


def test_nobody_and_no_blanks_are_no_sheet() -> None:
    assert sheets_of(run(0)) == ()
    assert spots(run(0)) == ()


def test_a_place_is_somebodys_badge_or_nobodys() -> None:
    found = spots(run(3))
    assert spot_at(found, 0, 20, 40) == found[0]
    assert spot_at(found, 0, 110, 40) == found[1]
    assert spot_at(found, 0, 20, 88) is None, "between two badges"
    assert spot_at(found, 1, 20, 40) is None


@given(st.integers(0, 30), st.integers(0, 7), st.integers(0, 5))
def test_everybody_is_on_exactly_one_sheet_in_order(number: int, start: int, blank: int) -> None:
    made = run(number, start_cell=start, blank=blank)
    assert [one for sheet in sheets_of(made) for one in sheet.people] == list(people(number))
    assert sum(sheet.badges for sheet in sheets_of(made)) == number + blank
    assert [spot.participant for spot in spots(made)] == [one.participant for one in people(number)]


@pytest.mark.parametrize("says", [True, False])
def test_a_badge_says_that_it_is_a_replacement_only_where_somebody_wants_it(says: bool) -> None:  # noqa: FBT001 - a parameter
    before = BadgeFacts("p9", "Nine", "Nine", "", replacement=not says, conditions=frozenset({REPLACEMENT, "x"}))
    made = run(1, people=(*people(1), None, before))
    some = frozenset({"p9"})
    marked = with_replacement(made, yes=some if says else frozenset(), no=frozenset() if says else some)
    assert marked.people[:2] == made.people[:2]
    last = marked.people[2]
    assert last is not None
    assert last.replacement is says
    assert (REPLACEMENT in last.conditions) is says
