"""Which participant category a person belongs to."""

import pytest

from cmc_desk.rules.categories import category_of
from cmc_desk.rules.meeting import CategoryPlan, DelegationKind
from cmc_desk.rules.people import Capacity

CATEGORIES = (
    CategoryPlan("press", "Press", "coral", capacities=(Capacity.PRESS,)),
    CategoryPlan("host", "Host", "leaf", delegations=("JM",)),
    CategoryPlan("iom", "IOM", "indigo", kinds=(DelegationKind.UN,), delegations=("IOM",)),
    CategoryPlan("observer", "Observers", "slate", kinds=(DelegationKind.OBSERVER_STATE, DelegationKind.OTHER)),
    CategoryPlan("delegate", "Delegates", "sea"),
)


@pytest.mark.parametrize(
    ("capacity", "kind", "delegation", "expected"),
    [
        (Capacity.PRESS, DelegationKind.STATE, "JM", "press"),
        (Capacity.DELEGATE, DelegationKind.STATE, "JM", "host"),
        (Capacity.ADVISER, DelegationKind.UN, "IOM", "iom"),
        (Capacity.ADVISER, DelegationKind.UN, "UNHCR", "delegate"),
        (Capacity.DELEGATE, DelegationKind.OBSERVER_STATE, "NL", "observer"),
        (Capacity.HEAD, DelegationKind.TERRITORY, "AW", "delegate"),
        (Capacity.SPEAKER, None, "", "delegate"),
    ],
)
def test_the_first_category_whose_every_condition_is_met_is_theirs(
    capacity: Capacity, kind: DelegationKind | None, delegation: str, expected: str
) -> None:
    assert category_of(capacity, kind, delegation, CATEGORIES) == expected


def test_whoever_meets_no_condition_has_no_category() -> None:
    assert category_of(Capacity.DELEGATE, None, "", CATEGORIES[:-1]) == ""
