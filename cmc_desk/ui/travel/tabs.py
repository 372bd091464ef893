"""The parts of the page beside the wall, and how each is made."""

from collections.abc import Callable

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import pgettext
from cmc_desk.ui.context import Context
from cmc_desk.ui.travel.arrivals_tab import ArrivalsTab
from cmc_desk.ui.travel.budget_tab import BudgetTab
from cmc_desk.ui.travel.payments_tab import PaymentsTab
from cmc_desk.ui.travel.rates_tab import RatesTab
from cmc_desk.ui.travel.rooms_tab import RoomsTab
from cmc_desk.ui.travel.tab import Tab

SEATS = "seats"
# Beside these nobody stands: they have forms of their own.
ALONE = ("budget", "rates")
TABS: dict[str, Callable[[Context], Tab]] = {
    "arrivals": ArrivalsTab,
    "rooms": RoomsTab,
    "payments": PaymentsTab,
    "budget": BudgetTab,
    "rates": RatesTab,
}


def titles() -> dict[str, str]:
    """Return the parts of the page in the order of their keys."""
    return {
        SEATS: _("Seats"),
        "arrivals": _("Arrivals"),
        "rooms": pgettext("hotel", "Rooms"),
        "payments": _("Payments"),
        "budget": _("Budget"),
        "rates": _("Rates"),
    }
