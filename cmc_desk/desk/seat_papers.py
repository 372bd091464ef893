"""What seat wall, chase list and the agency's list read."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from gettext import NullTranslations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.meeting import as_delegation
from cmc_desk.desk.seat_wall import WallRow, wall_of
from cmc_desk.desk.transport_papers import delegation_names
from cmc_desk.desk.travel_facts import TravelFacts, travel_facts
from cmc_desk.desk.travel_settings import agencies
from cmc_desk.i18n import texts as texts_of
from cmc_desk.reports.agent_list import AgentList, Booked
from cmc_desk.reports.chase_list import ChasedDelegation, ChaseList, Missing
from cmc_desk.reports.seat_wall import PlacedSeat, Wall, WallDelegation
from cmc_desk.rules.blocks import empty_seat, headline, steps, what_blocks
from cmc_desk.rules.delegations import sort_key
from cmc_desk.rules.official_order import delegation_rank
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.passengers import OWN_ROOM
from cmc_desk.rules.travel_facts import Seat, StepState
from cmc_desk.rules.travel_states import HOLDING, Standing, Step, Travel

_PRESSING = frozenset({Standing.DUE, Standing.BLOCKS})
_BEFORE_ARRIVAL = frozenset({Step.LETTER, Step.ACCEPTANCE, Step.PASSPORT, Step.VISA, Step.TICKET, Step.ROOM})
_NO_FLIGHT = OWN_ROOM | {Travel.NO_SHOW}


def gather_wall(session: Session, ask: Ask) -> Wall:
    """Return every seat with its official as it stands at `ask.at`."""
    names = delegation_names(session, ask.language)
    found = wall_of(session, travel_facts(session), now=_at(ask), texts=texts_of(ask.language))
    rows = sorted(found.rows, key=lambda row: sort_key(names[row.delegation]))
    return Wall(
        agencies=tuple((agency.key, agency.name) for agency in agencies(session)),
        delegations=tuple(_wall_row(row, names[row.delegation]) for row in rows),
    )


def gather_chase_list(session: Session, ask: Ask) -> ChaseList:
    """Return what stands between each official and the next transition at `ask.at`, and everything that presses besides."""
    facts, now, texts = travel_facts(session), _at(ask), texts_of(ask.language)
    vacated = {one.seat for one in facts.sponsorships.values()}
    missing: dict[str, list[Missing]] = {}
    for seat in facts.seats:
        if not ask.only or seat.delegation == ask.only:
            found = _missing(facts, seat, vacated=seat.key in vacated, now=now, texts=texts)
            missing.setdefault(seat.delegation, []).extend(found)
    rows = [
        (delegation_rank(row.kind, shown.name), ChasedDelegation(shown.short_name, tuple(missing[row.id])))
        for row in session.scalars(select(schema.Delegation))
        if missing.get(row.id) and (shown := as_delegation(row, ask.language))
    ]
    return ChaseList(
        day=now.astimezone(facts.rules.begins.tzinfo).date(),
        delegations=tuple(one for _rank, one in sorted(rows, key=lambda pair: pair[0])),
        alone=bool(ask.only),
    )


def gather_agent_list(session: Session, ask: Ask) -> AgentList:
    """Return who flies at the expense of the meeting, with what is booked for them."""
    facts, names = travel_facts(session), delegation_names(session, ask.language)
    homes = {row.id: row.airport for row in session.execute(select(schema.Delegation.id, schema.Delegation.airport))}
    bookings = []
    for seat in facts.seats:
        one = facts.of_seat(seat)
        if one is None or seat.local or one.travel in _NO_FLIGHT or one.nomination not in HOLDING:
            continue
        person = facts.people[one.participant]
        bookings.append(
            Booked(
                name=(one.passport.name if one.passport else "") or person.name,
                delegation=names[one.delegation],
                travel=one.travel,
                origin=homes.get(one.delegation, ""),
                itinerary=one.itinerary,
            )
        )
    return AgentList(
        airport=facts.rules.arrival_airport,
        begins=facts.rules.begins,
        closes=facts.rules.closes,
        bookings=tuple(sorted(bookings, key=lambda one: (sort_key(one.delegation), sort_key(one.name)))),
    )


def _at(ask: Ask) -> datetime:
    if ask.at is None:
        raise ValueError("how something stands is of an instant")
    return ask.at


def _wall_row(row: WallRow, name: str) -> WallDelegation:
    return WallDelegation(
        name=name,
        flag=row.flag.lower(),
        seats=tuple(
            PlacedSeat(
                headline=seat.headline,
                standing=seat.standing,
                name=seat.family_name,
                shares=seat.seat.shares,
                warnings=len(seat.warnings),
                local=seat.seat.local,
            )
            for seat in row.seats
        ),
    )


def _missing(
    facts: TravelFacts, seat: Seat, *, vacated: bool, now: datetime, texts: NullTranslations
) -> Iterator[Missing]:
    one = facts.of_seat(seat)
    if one is None:
        letters = facts.letters.get(seat.delegation, ())
        _word, state = empty_seat(letters, vacated=vacated, rules=facts.rules, now=now, texts=texts)
        yield Missing(seat.number, "", state.step, state.standing, state.why, state.due)
        return
    states = steps(one, seat=seat, rules=facts.rules, now=now, texts=texts)
    blocked = what_blocks(one, states, local=seat.local)
    if blocked is None:
        return
    name = facts.people[one.participant].name
    asked = _asked(states, blocked.steps)
    for state in asked:
        yield Missing(seat.number, name, state.step, state.standing, state.why, state.due)
    if not asked and blocked.sentence:
        yield Missing(seat.number, name, headline(states) or Step.CLAIM, Standing.WAITS, blocked.sentence)


def _asked(states: Sequence[StepState], blocking: Sequence[StepState]) -> list[StepState]:
    """Return what the next transition waits for, and what presses though it is asked for later.

    What comes after the arrival presses only once everything before it is done: nobody is asked for a boarding pass without a ticket.
    """
    first = headline(states)
    return [
        state
        for state in states
        if state in blocking or (state.standing in _PRESSING and (state.step in _BEFORE_ARRIVAL or state.step is first))
    ]
