"""What seat wall, chase list and the agency's list read."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.chase import ChaseLine, ageing, chase_list
from cmc_desk.desk.seat_wall import WallRow, wall_of
from cmc_desk.desk.transport_papers import delegation_names
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.desk.travel_settings import agencies, travel_rules
from cmc_desk.i18n import texts as texts_of
from cmc_desk.reports.agent_list import AgentList, Booked
from cmc_desk.reports.chase_list import ChasedDelegation, ChaseList, Missing, Stuck
from cmc_desk.reports.seat_wall import PlacedSeat, Wall, WallDelegation
from cmc_desk.rules.delegations import sort_key
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.passengers import OWN_ROOM
from cmc_desk.rules.travel_states import HOLDING, Travel

_NO_FLIGHT = OWN_ROOM | {Travel.NO_SHOW}


def gather_wall(session: Session, ask: Ask) -> Wall:
    """Return every seat with its official as it stands at `ask.at`."""
    names = delegation_names(session, ask.language)
    found = wall_of(travel_facts(session), now=_at(ask), texts=texts_of(ask.language))
    rows = sorted(found.rows, key=lambda row: sort_key(names[row.delegation]))
    return Wall(
        agencies=tuple((agency.key, agency.name) for agency in agencies(session)),
        delegations=tuple(_wall_row(row, names[row.delegation]) for row in rows),
    )


def gather_chase_list(session: Session, ask: Ask) -> ChaseList:
    """Return what is open of each delegation at `ask.at`, or of one; of all, also on which seats nothing has moved for longest."""
    now = _at(ask)
    names = delegation_names(session, ask.language)
    found = chase_list(session, now=now, delegation=ask.only, language=ask.language)
    stuck = () if ask.only else ageing(session, now=now)
    return ChaseList(
        day=now.astimezone(travel_rules(session).begins.tzinfo).date(),
        delegations=tuple(
            ChasedDelegation(names[one.delegation], tuple(item for line in one.lines for item in _missing(line)))
            for one in found
        ),
        stuck=tuple(
            Stuck(
                delegation=names[one.shown.seat.delegation],
                seat=one.shown.seat.number,
                name=one.shown.name,
                headline=one.shown.headline,
                since=one.since,
                days=one.days,
            )
            for one in stuck
        ),
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
                standing=seat.urgency,
                name=seat.family_name,
                shares=seat.seat.shares,
                warnings=len(seat.warnings),
                local=seat.seat.local,
            )
            for seat in row.seats
        ),
    )


def _missing(line: ChaseLine) -> Iterator[Missing]:
    """Return what is open of a seat: first what its delegation has to provide, then what the travel desk does."""
    for states, ours in ((line.asked, False), (line.ours, True)):
        for state in states:
            yield Missing(line.seat.number, line.name, state.step, state.standing, state.why, state.due, ours)
