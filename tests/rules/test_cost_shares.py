"""What each agency bears of an amount."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.cost_shares import leading, split
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import WHOLE


def test_the_cent_that_rounding_leaves_goes_to_the_largest_remainder() -> None:
    thirds = (Share("IOM", 3334), Share("UNHCR", 3333), Share("X", 3333))
    assert split(100, thirds) == {"IOM": 34, "UNHCR": 33, "X": 33}
    assert split(1, (Share("IOM", 5000), Share("UNHCR", 5000))) == {"IOM": 1, "UNHCR": 0}
    assert split(35520, (Share("IOM", WHOLE),)) == {"IOM": 35520}


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
