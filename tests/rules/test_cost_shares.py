"""What each agency bears of an amount."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.cost_shares import after_nights, as_borne, leading, split
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import WHOLE


def test_the_cent_that_rounding_leaves_goes_to_the_largest_remainder() -> None:
    thirds = (Share("IOM", 3334), Share("UNHCR", 3333), Share("X", 3333))
    assert split(100, thirds) == {"IOM": 34, "UNHCR": 33, "X": 33}
    assert split(1, (Share("IOM", 5000), Share("UNHCR", 5000))) == {"IOM": 1, "UNHCR": 0}
    assert split(35520, (Share("IOM", WHOLE),)) == {"IOM": 35520}


def test_what_stands_in_the_books_stays_as_it_was_parted() -> None:
    halves, whole = (Share("IOM", 5000), Share("UNHCR", 5000)), (Share("IOM", WHOLE),)
    assert as_borne({}, halves) == halves
    assert as_borne({"IOM": 51, "UNHCR": 50}, halves) == halves
    assert as_borne({"IOM": 100, "UNHCR": 0}, whole) == whole
    assert split(200, as_borne({"IOM": 0, "UNHCR": 100}, whole)) == {"UNHCR": 200}
    assert split(10, as_borne({"IOM": 30, "UNHCR": 70}, ())) == {"IOM": 3, "UNHCR": 7}


def test_nights_cost_their_price_or_what_they_cost_before_rounded_half_up() -> None:
    assert after_nights(3 * 11850, before=3, after=4, each=11850) == 4 * 11850
    assert after_nights(10000, before=3, after=4, each=11850) == 13333
    assert after_nights(13333, before=4, after=3) == 10000
    assert after_nights(10000, before=3, after=0) == 0


@given(st.integers(0, 10**9), st.integers(1, 60), st.integers(1, 60))
def test_a_night_that_comes_and_goes_again_costs_nothing(cost: int, nights: int, more: int) -> None:
    longer = after_nights(cost, before=nights, after=nights + more)
    assert after_nights(longer, before=nights + more, after=nights) == cost


def test_the_agency_that_bears_most_leads_and_the_first_of_equals() -> None:
    assert leading((Share("IOM", 4000), Share("UNHCR", 6000))) == "UNHCR"
    assert leading((Share("IOM", 5000), Share("UNHCR", 5000))) == "IOM"
    assert leading(()) == ""


@given(st.integers(0, 10**12), st.lists(st.integers(1, WHOLE - 1), max_size=5, unique=True))
def test_the_parts_make_the_whole_and_are_no_cent_off(amount: int, cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), WHOLE]
    shares = [Share(f"A{n}", high - low) for n, (low, high) in enumerate(pairwise(edges))]
    found = split(amount, shares)
    assert sum(found.values()) == amount
    assert all(abs(found[share.agency] * WHOLE - amount * share.basis_points) < WHOLE for share in shares)
