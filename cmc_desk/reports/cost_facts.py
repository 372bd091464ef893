"""What sponsored travel costs, as the paper of costs says it: budgets, costs by kind, costs by official."""

from dataclasses import dataclass
from datetime import date

from cmc_desk.i18n import N_
from cmc_desk.rules.travel_states import CostKind

KIND_WORDS = {
    CostKind.TICKET: N_("Ticket"),
    CostKind.HOTEL: N_("Hotel"),
    CostKind.ALLOWANCE: N_("Allowance"),
    CostKind.TERMINALS: N_("Terminals"),
    CostKind.OTHER: N_("Other"),
}


@dataclass(frozen=True, slots=True)
class Figures:
    """What something comes to in minor units of a currency; `expected` is actual where it is known, else committed, else estimated."""

    currency: str
    estimated: int = 0
    committed: int = 0
    actual: int = 0
    paid: int = 0
    expected: int = 0


@dataclass(frozen=True, slots=True)
class AgencyBudget:
    """An agency: what it planned (None if it did not say), what it comes to, and the currencies without a rate, which are in no sum."""

    name: str
    budget: int | None
    figures: Figures
    unconverted: tuple[str, ...] = ()

    @property
    def left(self) -> int | None:
        """What the budget has left; below nothing if it is exceeded."""
        return None if self.budget is None else self.budget - self.figures.expected


@dataclass(frozen=True, slots=True)
class KindCost:
    """What a kind of cost comes to for an agency, in its own currency."""

    agency: str
    kind: CostKind
    figures: Figures


@dataclass(frozen=True, slots=True)
class OfficialCost:
    """What an official costs an agency; `state` is in words, `sunk` says that they hold no seat any more or did not come."""

    delegation: str
    seat: int
    name: str
    state: str
    agency: str
    kind: CostKind
    figures: Figures
    sunk: bool = False


@dataclass(frozen=True, slots=True)
class TravelCosts:
    """Budgets, costs by kind and costs by official; sums in one currency are converted with the rates of `month` (its first day)."""

    month: date
    budgets: tuple[AgencyBudget, ...]
    kinds: tuple[KindCost, ...]
    officials: tuple[OfficialCost, ...]

    @property
    def people(self) -> int:
        """How many people's names stand on it."""
        return len({(one.delegation, one.name) for one in self.officials})
