"""Rooms of the sponsored officials: booked night by night, and listed for the hotel."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.itineraries import NONE, standing, the_holder, usual_night, write_all_nights, write_nights
from cmc_desk.desk.itinerary_facts import itineraries_of, nights_of
from cmc_desk.desk.passengers import passengers, the_passenger, transfers
from cmc_desk.desk.sent_lists import Sent, edition
from cmc_desk.desk.sponsorships import touch, touch_all
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import clean
from cmc_desk.rules.passengers import OWN_ROOM
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.rooms import missing
from cmc_desk.rules.sent_lists import Difference, ListKind, differences
from cmc_desk.rules.stay import stay_nights
from cmc_desk.rules.travel_facts import Night
from cmc_desk.rules.travel_lists import RoomingRow, WithoutRoom, rooming_of, rooming_rows, without_room

MOST_NIGHTS = 60
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Booked:
    """What was written: whose nights, and how many."""

    sponsorship: str
    participant: str
    nights: int


@dataclass(frozen=True, slots=True)
class RoomingList:
    """The list for the hotel as it would be sent now, as `version`; `sent` is the one that was sent last, None if none was.

    `differences` are those to that one; nothing of a passport is in it.
    """

    version: int
    rows: tuple[RoomingRow, ...]
    without_room: tuple[WithoutRoom, ...]
    sent: Sent | None
    differences: tuple[Difference, ...]


@command("travel.put_nights")
def put_nights(tx: Tx, *, sponsorship: str, nights: list[Night], version: int = 0) -> Booked:
    """Write the nights of an official as they are now to be; an empty list gives the room up.

    Raises Refusal if a night between arrival and departure has no room, unless the official sees to the bed themselves.
    """
    row = the_holder(tx, sponsorship, version=version)
    checked = [_checked(night) for night in nights]
    if len({night.date for night in checked}) < len(checked):
        raise Refusal(_("A night stands there twice: put its terms together."), field="nights")
    if len(checked) > MOST_NIGHTS:
        raise Refusal(
            _("These are more than {number} nights: correct the dates.").format(number=MOST_NIGHTS), field="nights"
        )
    left = missing(checked, stay_nights(standing(tx, sponsorship)))
    if checked and left and row.travel not in OWN_ROOM:
        raise Refusal(
            _("The journey needs a room in the night of {days} too: book it, or correct the flights.").format(
                days=", ".join(str(day) for day in left)
            ),
            field="nights",
        )
    write_nights(tx, sponsorship, checked)
    touch(tx, row)
    return Booked(sponsorship, row.participant, len(checked))


@command("travel.book_stays")
def book_stays(tx: Tx, *, sponsorships: list[str]) -> list[Booked]:
    """Book what is missing of the nights that the journeys of these officials need, on the terms of the meeting.

    Raises Refusal if one of them has no journey there and back, so that nobody knows which nights they are.
    """
    which = schema.Sponsorship.id.in_(sponsorships)
    held = tx.session.scalars(select(schema.Sponsorship).where(which)).all()
    rows = [the_holder(tx, sponsorship) for sponsorship in dict.fromkeys(sponsorships)]
    del held
    journeys, booked = itineraries_of(tx.session, which), nights_of(tx.session, which)
    usual, wanted = usual_night(tx), dict[str, list[Night]]()
    for row in rows:
        needed = stay_nights(journeys.get(row.id, NONE))
        if not needed:
            raise Refusal(_("The nights follow from the flights there and back: enter them first."), field="nights")
        known = booked[row.id]
        terms = known[0] if known else usual
        wanted[row.id] = [*known, *(replace(terms, date=day) for day in missing(known, needed))]
    write_all_nights(tx, wanted)
    touch_all(tx, rows)
    return [Booked(row.id, row.participant, len(wanted[row.id])) for row in rows]


def usual_nights(session: Session, *, sponsorship: str) -> tuple[Night, ...]:
    """Return what is booked for an official, and what is missing of it on the usual terms: what a form begins with."""
    one = the_passenger(session, sponsorship)
    hotel = travel_rules(session).hotel
    usual = one.nights[0] if one.nights else Night(date.min, hotel, "", breakfast=True, paid_by="")
    added = [
        Night(day, usual.hotel, usual.room, usual.breakfast, usual.paid_by)
        for day in missing(one.nights, stay_nights(one.itinerary))
    ]
    return tuple(sorted([*one.nights, *added], key=lambda night: night.date))


def rooming_list(session: Session) -> RoomingList:
    """Return the list for the hotel with what has changed since the version last sent."""
    people = passengers(session)
    rows = rooming_of(people, transfers(session))
    kept = rooming_rows(rows)
    version = edition(session, ListKind.ROOMING, kept)
    changed = differences(version.last.rows, kept) if version.last is not None else ()
    return RoomingList(version.number, rows, without_room(people), version.last, changed)


def _checked(night: Night) -> Night:
    hotel = clean(night.hotel)[:_LONGEST]
    if not hotel:
        raise Refusal(_("In which hotel? Type its name."), field="hotel")
    return Night(night.date, hotel, clean(night.room)[:_LONGEST], night.breakfast, clean(night.paid_by)[:_LONGEST])
