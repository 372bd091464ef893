"""The officials on seats as lists of drivers and hotels need them, read at once: journeys that stand, nights, phones and languages."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.itinerary_facts import itineraries_of, nights_of
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.passengers import Passenger
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Night
from cmc_desk.rules.waves import Transfers


def passengers(session: Session, *, by_name: bool = False) -> tuple[Passenger, ...]:
    """Return everybody who holds a seat, by name; `by_name` is enough to know whose a name or a booking is, without legs and nights."""
    table, person = schema.Sponsorship, schema.Participant
    holds = table.holds_seat == 1
    query = (
        select(table.id, table.participant, table.nomination, table.travel)
        .add_columns(person.given_name, person.family_name, person.delegation, person.phone, person.language)
        .join(person, person.id == table.participant)
        .where(holds)
        .order_by(person.sort_key, table.id)
    )
    journeys = itineraries_of(session, holds, with_legs=not by_name)
    nights: Mapping[str, Sequence[Night]] = {} if by_name else nights_of(session, holds)
    return tuple(
        Passenger(
            key=row.id,
            participant=row.participant,
            given_name=row.given_name,
            family_name=row.family_name,
            delegation=row.delegation,
            phone=row.phone,
            language=row.language,
            nomination=row.nomination,
            travel=row.travel,
            itinerary=journeys.get(row.id),
            nights=tuple(nights.get(row.id, ())),
        )
        for row in session.execute(query)
    )


def the_passenger(session: Session, sponsorship: str) -> Passenger:
    """Return one official on a seat; raises Refusal if they hold none."""
    found = next((one for one in passengers(session) if one.key == sponsorship), None)
    if found is None:
        raise Refusal(_("This official holds no seat any more."))
    return found


def transfers(session: Session) -> Transfers:
    """Return how the meeting drives people to and from the airport."""
    rules = travel_rules(session)
    return Transfers(
        airport=rules.arrival_airport,
        gap=rules.wave_gap,
        seats=rules.vehicle_seats,
        check_in_lead=rules.check_in_lead,
        drive=rules.drive,
        drives=rules.drives,
        kept_until=rules.kept_until,
    )
