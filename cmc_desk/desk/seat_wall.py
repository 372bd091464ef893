"""The wall of seats: every delegation that is financed, every seat of it, and in one word where its official stands."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from gettext import NullTranslations

from sqlalchemy.orm import Session

from cmc_desk.desk.travel_facts import TravelFacts, besides, travel_facts
from cmc_desk.i18n import chosen_language
from cmc_desk.i18n import texts as texts_of
from cmc_desk.rules.blocks import READY, empty_seat, headline, standing, steps, word_of
from cmc_desk.rules.delegations import sort_key
from cmc_desk.rules.stay import arrives
from cmc_desk.rules.travel_facts import Seat, Sponsorship, StepState
from cmc_desk.rules.travel_states import Headline, PaymentState, Standing, Travel, Warned
from cmc_desk.rules.travel_warnings import Beside, unwaived, warnings

_PAID = frozenset({PaymentState.PAID, PaymentState.SETTLED, PaymentState.RECOVERY_DUE})


@dataclass(frozen=True, slots=True)
class WallSeat:
    """A seat on the wall; without an official `sponsorship` and `name` are empty.

    `step` is what is unmet first and why, `warnings` are those that nobody has waived, `arrives` is on the clocks of the meeting; the
    desk has `seen` whoever it checked in and of whom Travel does not know it.
    """

    seat: Seat
    headline: Headline
    standing: Standing
    step: StepState | None
    sponsorship: str = ""
    participant: str = ""
    name: str = ""
    family_name: str = ""
    warnings: tuple[Warned, ...] = ()
    arrives: datetime | None = None
    arrives_today: bool = False
    unpaid: bool = False
    seen: bool = False

    @property
    def ready(self) -> bool:
        """Whether nothing is missing any more before the arrival."""
        return self.headline in READY

    @property
    def urgency(self) -> Standing:
        """How urgent the seat is as wall and paper mark it: what blocks at any step, but due only of the step that is unmet first.

        That whoever is ready arrives tomorrow is no news.
        """
        due = self.step is not None and self.headline not in READY and self.step.standing is Standing.DUE
        return Standing.WAITS if self.standing is Standing.DUE and not due else self.standing

    @property
    def blocked(self) -> bool:
        """Whether something stands in the way that cannot wait."""
        return self.standing is Standing.BLOCKS


@dataclass(frozen=True, slots=True)
class WallRow:
    """A delegation with its seats; `name` is in the language of the meeting."""

    delegation: str
    name: str
    flag: str
    local: bool
    seats: tuple[WallSeat, ...]


@dataclass(frozen=True, slots=True)
class SeatWall:
    """The whole wall, by name of the delegations, and how many seats there are of each kind; `financed` are those that are not local."""

    rows: tuple[WallRow, ...]
    counts: Mapping[Headline, int]
    financed: int
    local: int
    blocked: int
    unpaid: int
    not_ready: int


def seat_wall(session: Session, *, now: datetime, texts: NullTranslations | None = None) -> SeatWall:
    """Return the wall as it is at `now`; its sentences are in the language of the windows unless `texts` says another."""
    return wall_of(travel_facts(session), now=now, texts=texts)


def wall_of(facts: TravelFacts, *, now: datetime, texts: NullTranslations | None = None) -> SeatWall:
    """Return the wall of facts that were read already."""
    words = texts or texts_of(chosen_language())
    beside = besides(facts)
    vacated = {one.seat for one in facts.sponsorships.values()}
    known = {one.participant for one in facts.sponsorships.values()}
    by_delegation: dict[str, list[WallSeat]] = {}
    for seat in facts.seats:
        one = facts.of_seat(seat)
        shown = (
            _empty(facts, seat, known, vacated=seat.key in vacated, now=now, texts=words)
            if one is None
            else _held(facts, seat, one, beside[one.key], now=now, texts=words)
        )
        by_delegation.setdefault(seat.delegation, []).append(shown)
    rows = _rows(facts, by_delegation)
    seats = [seat for row in rows for seat in row.seats]
    return SeatWall(
        rows=rows,
        counts=Counter(seat.headline for seat in seats),
        financed=sum(not seat.seat.local for seat in seats),
        local=sum(seat.seat.local for seat in seats),
        blocked=sum(seat.blocked for seat in seats),
        unpaid=sum(seat.unpaid for seat in seats),
        not_ready=sum(not seat.ready for seat in seats if not seat.seat.local),
    )


def is_unpaid(one: Sponsorship, seat: Seat) -> bool:
    """Tell whether an official has arrived and waits for the allowance."""
    here = one.arrived_at is not None and one.travel is not Travel.NO_SHOW
    due = not seat.local or one.payment is not PaymentState.NOT_DUE
    return here and due and one.payment not in _PAID


def _rows(facts: TravelFacts, by_delegation: Mapping[str, list[WallSeat]]) -> tuple[WallRow, ...]:
    rows = [
        WallRow(code, facts.delegations[code].name, facts.delegations[code].flag, seats[0].seat.local, tuple(seats))
        for code, seats in by_delegation.items()
    ]
    return tuple(sorted(rows, key=lambda row: sort_key(row.name)))


def _empty(
    facts: TravelFacts, seat: Seat, known: Collection[str], *, vacated: bool, now: datetime, texts: NullTranslations
) -> WallSeat:
    letters = facts.letters.get(seat.delegation, ())
    word, state = empty_seat(letters, vacated=vacated, known=known, rules=facts.rules, now=now, texts=texts)
    return WallSeat(seat, word, state.standing, state)


def _held(
    facts: TravelFacts, seat: Seat, one: Sponsorship, beside: Beside, *, now: datetime, texts: NullTranslations
) -> WallSeat:
    states = steps(one, seat=seat, rules=facts.rules, now=now, texts=texts)
    first = headline(states)
    person = facts.people[one.participant]
    home = facts.rules.begins.tzinfo
    there = arrives(one.itinerary)
    local = there.astimezone(home) if there else None
    return WallSeat(
        seat=seat,
        headline=word_of(one, seat, states),
        standing=standing(states),
        step=next((state for state in states if state.step is first), None),
        sponsorship=one.key,
        participant=one.participant,
        name=person.name,
        family_name=person.family_name or person.given_name,
        warnings=unwaived(one, warnings(one, seat=seat, beside=beside, rules=facts.rules)),
        arrives=local,
        arrives_today=local is not None and one.arrived_at is None and local.date() == now.astimezone(home).date(),
        unpaid=is_unpaid(one, seat),
        seen=one.arrived_at is None and one.participant in facts.seen,
    )
