"""Who can be nominated for a seat, and what it costs to put somebody else there."""

from collections.abc import Iterable
from dataclasses import dataclass

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.people import EXPECTED, InstitutionKind, Status
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Seat, Sponsorship
from cmc_desk.rules.travel_machine import needs_reason
from cmc_desk.rules.travel_states import CostKind, Profile, Travel

_GIVEN_UP = frozenset({CostKind.HOTEL, CostKind.ALLOWANCE, CostKind.TERMINALS})


@dataclass(frozen=True, slots=True)
class Nominee:
    """A participant as somebody who could be nominated."""

    key: str
    name: str
    delegation: str
    status: Status
    institution_kind: InstitutionKind = InstitutionKind.OTHER
    focal_point: bool = False


@dataclass(frozen=True, slots=True)
class Cost:
    """What a sponsorship costs of one kind, in minor units: `committed` is what was promised, `actual` what was billed or paid."""

    kind: CostKind
    currency: str
    committed: int
    actual: int


@dataclass(frozen=True, slots=True)
class Replacement:
    """What it means to put somebody else on a seat: whether a reason is asked for, and what is lost, by currency in minor units."""

    needs_reason: bool
    sunk: tuple[tuple[str, int], ...]


def profile_of(nominee: Nominee) -> Profile:
    """Return which office a participant comes from, as far as the registration knows."""
    return Profile(nominee.institution_kind.value)


def check_nominee(nominee: Nominee, seat: Seat, *, holder: str) -> None:
    """Raise Refusal unless a participant can be nominated for a seat; `holder` is the name of whoever has it, empty if nobody does."""
    if holder:
        raise Refusal(
            _("Seat {number} is held by {name}: withdraw, decline or replace that nomination first.").format(
                number=seat.number, name=holder
            ),
            field="seat",
        )
    if nominee.delegation != seat.delegation:
        raise Refusal(
            _("{name} is of another delegation: its own seats are for its own officials.").format(name=nominee.name),
            field="participant",
        )
    if nominee.status not in EXPECTED:
        raise Refusal(
            _("{name} is not coming any more: reinstate this person in the registration first.").format(
                name=nominee.name
            ),
            field="participant",
        )


def replacement(one: Sponsorship, costs: Iterable[Cost]) -> Replacement:
    """Return what replacing an official means; where no cost of the ticket was written down, its fare is lost.

    What is paid on arrival or for nights to come is given up: of that only what was billed or paid already is lost. The room of whoever
    did not come is charged.
    """
    given_up = _GIVEN_UP - {CostKind.HOTEL} if one.travel is Travel.NO_SHOW else _GIVEN_UP
    sunk: dict[str, int] = {}
    ticket_known = False
    for cost in costs:
        ticket_known = ticket_known or cost.kind is CostKind.TICKET
        sunk[cost.currency] = sunk.get(cost.currency, 0) + (
            cost.actual if cost.kind in given_up else max(cost.committed, cost.actual)
        )
    itinerary = one.itinerary
    if not ticket_known and needs_reason(one) and itinerary is not None and itinerary.fare:
        sunk[itinerary.currency] = sunk.get(itinerary.currency, 0) + itinerary.fare
    lost = tuple(sorted((name, amount) for name, amount in sunk.items() if amount))
    return Replacement(needs_reason=needs_reason(one), sunk=lost)
