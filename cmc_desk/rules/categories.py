"""Which participant category a person belongs to."""

from collections.abc import Iterable

from cmc_desk.rules.meeting import CategoryPlan, DelegationKind
from cmc_desk.rules.people import Capacity


def category_of(
    capacity: Capacity, kind: DelegationKind | None, delegation: str, categories: Iterable[CategoryPlan]
) -> str:
    """Return the key of the first of `categories` whose every condition is met, or empty text if there is none.

    `kind` and `delegation` (its code) are those of the person's delegation; None and empty text if there is none.
    """
    for category in categories:
        if (
            (not category.capacities or capacity in category.capacities)
            and (not category.kinds or kind in category.kinds)
            and (not category.delegations or delegation in category.delegations)
        ):
            return category.key
    return ""
