"""Everything that the pane at the right shows of one seat, read in one go. No Qt."""

from dataclasses import dataclass
from datetime import datetime

from cmc_desk.desk.allowances import AllowanceView, allowance_of, allowance_preview
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.payment_list import PaymentLine, payment_lines
from cmc_desk.desk.people import Arrival, arrivals
from cmc_desk.desk.travel_facts import TravelFacts
from cmc_desk.desk.traveller import Traveller, traveller_from
from cmc_desk.rules.allowances import Allowance
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Itinerary, Leg
from cmc_desk.rules.travel_states import HOLDING, Nomination, PaymentState, Travel
from cmc_desk.ui.travel.tiles import Tile


@dataclass(frozen=True, slots=True)
class Shown:
    """A seat, and whoever holds it, or held it before; `earlier` are those who did, the first of them first.

    `due_now` is what an allowance that was paid would come to by now, where that is something else. `line` is the payment that counts, `owed` one that was made void and whose money is still out, `came` when the desk has checked the
    person in.
    """

    tile: Tile
    who: Traveller | None = None
    allowance: AllowanceView | None = None
    line: PaymentLine | None = None
    came: Arrival | None = None
    owed: PaymentLine | None = None
    earlier: tuple[str, ...] = ()
    due_now: Allowance | None = None

    @property
    def key(self) -> str:
        """The sponsorship; empty while nobody holds the seat."""
        return self.who.one.key if self.who is not None else ""

    @property
    def version(self) -> int:
        """What a command is given that is to notice others."""
        return self.who.one.version if self.who is not None else 0

    @property
    def journey(self) -> Itinerary | None:
        """The journey as it stands."""
        return self.who.one.itinerary if self.who is not None else None

    @property
    def payment(self) -> PaymentState:
        """How far the allowance has come; that money is still out from before does not stop a new line."""
        if self.line is not None:
            return self.line.state
        return self.who.one.payment if self.who is not None else PaymentState.NOT_DUE

    @property
    def past(self) -> bool:
        """Whether this is somebody who holds the seat no more."""
        return self.who is not None and self.who.one.nomination not in HOLDING

    @property
    def may_arrive(self) -> bool:
        """Whether the desk has seen this person, whose funding is confirmed, and Travel does not know it yet."""
        one = self.who.one if self.who is not None else None
        return (
            self.came is not None
            and one is not None
            and one.nomination is Nomination.ACCEPTED
            and one.travel not in _HERE
        )

    def next_leg(self, now: datetime) -> Leg | None:
        """Return the first leg that has left and for which there is no boarding pass; of legs by road or sea there is none."""
        legs = self.journey.legs if self.journey is not None else ()
        return next((leg for leg in legs if leg.flown_at is None and not leg.surface and leg.departs <= now), None)


_NOT_COUNTING = (PaymentState.VOID, PaymentState.RECOVERY_DUE)
_HERE = frozenset({Travel.ARRIVED, Travel.TRAVELLED_BACK})


def read_shown(
    desk: Desk, facts: TravelFacts, tile: Tile, *, sessions: tuple[str, ...], now: datetime, past: str = ""
) -> Shown:
    """Return what is known of a seat and of whoever holds it; `sessions` are those at which the desk checks people in.

    `past` is the sponsorship of somebody who held it before, and is shown instead. `facts` were read when the wall was: who walks along it reads the money of one official, and not the travel of all.
    """
    # In the order in which they were nominated.
    earlier = tuple(
        one.key for one in facts.sponsorships.values() if one.seat == tile.key and one.key != tile.sponsorship
    )
    key = past if past in earlier else tile.sponsorship
    if not key:
        return Shown(tile, earlier=earlier)
    try:
        who = traveller_from(facts, key, now)
    except Refusal:
        # Somebody has taken the nomination back a moment ago: the wall will say so at once.
        return Shown(tile, earlier=earlier)
    lines = desk.read(payment_lines, sponsorship=key)
    counting = [line for line in lines if line.state not in _NOT_COUNTING and not line.corrected]
    owed = [line for line in lines if line.state is PaymentState.RECOVERY_DUE]
    person = who.one.participant
    allowance, line = desk.read(allowance_of, sponsorship=key), counting[-1] if counting else None
    return Shown(
        tile,
        who=who,
        allowance=allowance,
        due_now=_due_now(desk, key, allowance, line),
        line=line,
        came=desk.read(arrivals, day=sessions, people=(person,)).get(person),
        owed=owed[0] if owed else None,
        earlier=earlier,
    )


def _due_now(desk: Desk, key: str, allowance: AllowanceView | None, line: PaymentLine | None) -> Allowance | None:
    """Return what would be paid by now where something else was: the journey, the agenda or a rate has changed since."""
    paid = line is not None and line.state in (PaymentState.PAID, PaymentState.SETTLED)
    if not paid or allowance is None or not allowance.stale:
        return None
    try:
        found = desk.read(allowance_preview, sponsorship=key)
    except Refusal:
        return None
    return found if found.net != allowance.allowance.net else None
