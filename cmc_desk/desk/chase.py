"""Whom to write to today, and about what: what is open per delegation, and what has been open for how long."""

from dataclasses import dataclass
from datetime import date, datetime
from gettext import NullTranslations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.meeting import as_delegation
from cmc_desk.desk.seat_wall import WallSeat, wall_of
from cmc_desk.desk.travel_facts import TravelFacts, travel_facts
from cmc_desk.i18n import LANGUAGES, chosen_language
from cmc_desk.i18n import texts as texts_of
from cmc_desk.rules.blocks import OPEN, empty_seat, steps
from cmc_desk.rules.delegations import sort_key
from cmc_desk.rules.travel_facts import Seat, StepState
from cmc_desk.rules.travel_states import Headline, Standing, Step

# What only the delegation can provide; the rest is done at the travel desk.
THEIRS = frozenset({Step.LETTER, Step.PASSPORT, Step.VISA, Step.BOARDING_OUT, Step.BOARDING_BACK})

_BEFORE = frozenset(
    {
        *(Headline.NO_NOMINEE, Headline.LETTER_AWAITED, Headline.LETTER, Headline.ACCEPTANCE, Headline.PASSPORT),
        *(Headline.VISA, Headline.TICKET, Headline.ROOM, Headline.NO_SHOW, Headline.CANCELLED),
    }
)
_ARRIVAL = tuple(Step).index(Step.ARRIVAL)


@dataclass(frozen=True, slots=True)
class ChaseLine:
    """A seat of which something is open; `asked` is for the delegation to provide, `ours` for the travel desk. Nobody has an empty name."""

    seat: Seat
    name: str
    asked: tuple[StepState, ...]
    ours: tuple[StepState, ...]


@dataclass(frozen=True, slots=True)
class Chase:
    """What is open of a delegation, in a `language` that it reads; `name` is in that language too."""

    delegation: str
    name: str
    language: str
    lines: tuple[ChaseLine, ...]


@dataclass(frozen=True, slots=True)
class Ageing:
    """A seat on which nothing has moved for `days`, since `since`."""

    shown: WallSeat
    delegation: str
    since: date
    days: int


def chase_list(session: Session, *, now: datetime, delegation: str = "", language: str = "") -> tuple[Chase, ...]:
    """Return what is open of every delegation, or of one, by name; in one language, or in that of each delegation.

    Of the steps after the arrival only those whose day has come are named.
    """
    facts = travel_facts(session)
    found = []
    for row in session.scalars(select(schema.Delegation)):
        seats = [seat for seat in facts.seats if seat.delegation == row.id and delegation in ("", row.id)]
        spoken = language or (row.main_language if row.main_language in LANGUAGES else "en")
        lines = tuple(line for seat in seats if (line := _line(facts, seat, now, texts_of(spoken))) is not None)
        if lines:
            found.append(Chase(row.id, as_delegation(row, spoken).name, spoken, lines))
    return tuple(sorted(found, key=lambda one: sort_key(one.name)))


def ageing(session: Session, *, now: datetime) -> tuple[Ageing, ...]:
    """Return the seats of which something is open before the arrival, those first on which nothing has moved for longest.

    A seat that nobody ever held has stood still since the deadline for letters, if there is one and it is over.
    """
    facts = travel_facts(session)
    wall = wall_of(facts, now=now, texts=texts_of(chosen_language()))
    home = facts.rules.begins.tzinfo
    today = now.astimezone(home).date()
    table = schema.Sponsorship
    moved: dict[str, date] = {}
    for seat, changed in session.execute(select(table.seat, table.changed_at).order_by(table.changed_at)):
        moved[seat] = changed.astimezone(home).date()
    found = []
    for row in wall.rows:
        for shown in row.seats:
            since = moved.get(shown.seat.key, facts.rules.deadline)
            if since is not None and since <= today and shown.headline in _BEFORE:
                found.append(Ageing(shown, row.name, since, (today - since).days))
    return tuple(sorted(found, key=lambda one: (-one.days, sort_key(one.delegation), one.shown.seat.number)))


def _line(facts: TravelFacts, seat: Seat, now: datetime, texts: NullTranslations) -> ChaseLine | None:
    one = facts.of_seat(seat)
    if one is None:
        vacated = bool(facts.past_of(seat))
        letters = facts.letters.get(seat.delegation, ())
        known = {other.participant for other in facts.sponsorships.values() if other.delegation == seat.delegation}
        _word, state = empty_seat(letters, vacated=vacated, known=known, rules=facts.rules, now=now, texts=texts)
        return ChaseLine(seat, "", (state,), ())
    today = now.astimezone(facts.rules.begins.tzinfo).date()
    states = [
        state
        for state in steps(one, seat=seat, rules=facts.rules, now=now, texts=texts)
        if state.standing in OPEN and state.step is not Step.ARRIVAL and _is_time(state, today)
    ]
    if not states:
        return None
    return ChaseLine(
        seat,
        facts.people[one.participant].name,
        tuple(state for state in states if state.step in THEIRS),
        tuple(state for state in states if state.step not in THEIRS),
    )


def _is_time(state: StepState, today: date) -> bool:
    """Tell whether a step can be asked for: those after the arrival once their day has come."""
    before = tuple(Step).index(state.step) < _ARRIVAL
    return before or (state.standing is not Standing.WAITS and state.due is not None and state.due <= today)
