"""How many financed seats are not ready: the one figure of travel that every page shows, without reading all of it."""

from datetime import datetime
from gettext import NullTranslations

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.itinerary_facts import itineraries_of, nights_of, plain_rows
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.rules.block_steps import lacks_papers
from cmc_desk.rules.meeting import Eligibility
from cmc_desk.rules.people import EXPECTED
from cmc_desk.rules.step_case import Case
from cmc_desk.rules.travel_facts import Passport, Seat, Sponsorship
from cmc_desk.rules.travel_states import Nomination, Profile, Travel, VisaState

# What is missing is known by the row alone.
_UNTICKETED = (Travel.NONE, Travel.REQUESTED, Travel.HELD, Travel.CANCELLED, Travel.NO_SHOW)
_WITHOUT_VISA = (VisaState.REQUIRED, VisaState.LETTER_SENT, VisaState.REFUSED)
_HERE = (Travel.ARRIVED, Travel.TRAVELLED_BACK)
_NO_WORDS, _PLACE = NullTranslations(), Seat("", "", 1, Profile.OTHER, ())


def seats_not_ready(session: Session, now: datetime) -> int:
    """Return how many of the financed seats lack something before the arrival, or an official; those of the host do not count.

    It is the same figure as `SeatWall.not_ready`.
    """
    table, seat, delegation, person = schema.Sponsorship, schema.Seat, schema.Delegation, schema.Participant
    host = select(schema.Meeting.host_delegation).scalar_subquery()
    in_use = (
        select(table.id, seat.id, table.travel, table.visa, table.arrived_at, person.id)
        .select_from(seat)
        .join(delegation, delegation.id == seat.delegation)
        .outerjoin(table, and_(table.seat == seat.id, table.holds_seat == 1))
        .outerjoin(person, person.id == table.participant)
        .where(seat.number <= delegation.quota, delegation.eligibility == Eligibility.SPONSORED, delegation.id != host)
    )
    clearly_not = or_(
        table.id.is_(None),
        table.nomination != Nomination.ACCEPTED,
        table.letter.is_(None),
        table.travel.in_(_UNTICKETED),
        table.visa.in_(_WITHOUT_VISA),
        and_(
            or_(person.status.not_in(EXPECTED), person.delegation != seat.delegation),
            table.arrived_at.is_(None),
            table.travel.not_in(_HERE),
        ),
    )
    rows = plain_rows(session, in_use.where(~clearly_not))
    every = len(plain_rows(session, in_use))
    which = table.id.in_([row[0] for row in rows])
    itineraries, nights = itineraries_of(session, which), nights_of(session, which)
    document = schema.TravelDocument
    expiries = {
        row[0]: row[1]
        for row in plain_rows(session, select(document.id, document.expires).where(document.expires.is_not(None)))
    }
    rules = travel_rules(session)
    local = now.astimezone(rules.begins.tzinfo)
    ready = 0
    for key, place, travel, visa, arrived_at, participant in rows:
        expires = expiries.get(participant)
        one = Sponsorship(
            key=key,
            seat=place,
            participant=participant,
            delegation="",
            nomination=Nomination.ACCEPTED,
            travel=travel,
            visa=visa,
            passport=Passport("", "", expires) if expires else None,
            itinerary=itineraries.get(key),
            nights=tuple(nights[key]),
            arrived_at=arrived_at,
        )
        ready += not lacks_papers(Case(one, _PLACE, rules, local, _NO_WORDS))
    return every - ready
