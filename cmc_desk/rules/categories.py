"""Which participant category a person belongs to."""

from collections.abc import Iterable

from cmc_desk.i18n import N_
from cmc_desk.rules.meeting import CategoryPlan, DelegationKind
from cmc_desk.rules.people import Capacity

# The names of the categories that come with the program: a badge has them in the language of its run, like those of capacities.
SHIPPED_NAMES = (N_("Host"), N_("Press"), N_("Secretariat"), N_("Observer"), N_("Delegate"))


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
