"""Sponsored travel as the rules know it, read once for every list; or of one official alone."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.itinerary_facts import itineraries_of, nights_of, plain_rows
from cmc_desk.desk.payment_rows import payment_states
from cmc_desk.desk.seat_news import gone_at_the_desk, seen_at_the_desk
from cmc_desk.desk.travel_beside import Named, Waived, costs_of, letters_of, named_delegations, waivers_of
from cmc_desk.desk.travel_settings import is_local, travel_rules
from cmc_desk.rules.nominations import Cost
from cmc_desk.rules.passport_lines import last_of
from cmc_desk.rules.people import EXPECTED
from cmc_desk.rules.seats import FINANCED
from cmc_desk.rules.travel_facts import (
    Letter,
    Passport,
    Seat,
    Share,
    Sponsorship,
    TravelRules,
)
from cmc_desk.rules.travel_states import HOLDING, PaymentState, Warned
from cmc_desk.rules.travel_warnings import Beside


@dataclass(frozen=True, slots=True)
class Official:
    """Who a participant is, as far as lists of travel say it."""

    key: str
    name: str
    delegation: str
    focal_point: bool
    expected: bool
    given_name: str = ""
    family_name: str = ""


@dataclass(frozen=True, slots=True)
class TravelFacts:
    """Everything of sponsored travel at one instant: seats in use by delegation and number, sponsorships with those of the past.

    `delegations` are those that have seats or had them; by sponsorship `waivers`, `costs`, and by whom and when it was `changed` last;
    `seen` is when the desk has checked in whoever holds a seat, by participant.
    """

    rules: TravelRules
    seats: tuple[Seat, ...]
    sponsorships: Mapping[str, Sponsorship]
    letters: Mapping[str, tuple[Letter, ...]]
    people: Mapping[str, Official]
    delegations: Mapping[str, Named]
    waivers: Mapping[str, Mapping[Warned, Waived]]
    costs: Mapping[str, tuple[Cost, ...]]
    changed: Mapping[str, tuple[str, datetime]]
    seen: Mapping[str, datetime]

    def of_seat(self, seat: Seat) -> Sponsorship | None:
        """Return who holds a seat."""
        return self.sponsorships[seat.sponsorship] if seat.sponsorship else None

    def past_of(self, seat: Seat) -> tuple[Sponsorship, ...]:
        """Return those who held a seat before, in no order."""
        return tuple(one for one in self.sponsorships.values() if one.seat == seat.key and one.key != seat.sponsorship)


def travel_facts(session: Session, *, language: str = "") -> TravelFacts:
    """Return everything of sponsored travel; delegations are named in a language, or in that of the meeting."""
    letters, waivers = letters_of(session), waivers_of(session, true())
    found, changed = _sponsorships(session, letters, waivers, true())
    held = {one.seat: one.key for one in found if one.nomination in HOLDING}
    by_delegation: defaultdict[str, list[Letter]] = defaultdict(list)
    for letter in letters.values():
        by_delegation[letter.delegation].append(letter)
    return TravelFacts(
        rules=travel_rules(session),
        seats=_seats(session, held),
        sponsorships={one.key: one for one in found},
        letters={code: tuple(some) for code, some in by_delegation.items()},
        people=_people(session),
        delegations=named_delegations(session, language),
        waivers=waivers,
        costs=costs_of(session),
        changed=changed,
        seen=seen_at_the_desk(session),
    )


def besides(facts: TravelFacts) -> dict[str, Beside]:
    """Return what is known beside each sponsorship that holds a seat, by its key."""
    holding = [one for one in facts.sponsorships.values() if one.nomination in HOLDING]
    of_delegation: defaultdict[str, list[Sponsorship]] = defaultdict(list)
    seats_of: defaultdict[str, int] = defaultdict(int)
    focal_points: defaultdict[str, list[str]] = defaultdict(list)
    for one in holding:
        of_delegation[one.delegation].append(one)
        seats_of[one.participant] += 1
    for person in facts.people.values():
        if person.focal_point and person.expected:
            focal_points[person.delegation].append(person.key)
    return {
        one.key: Beside(
            others=[other for other in of_delegation[one.delegation] if other.key != one.key],
            letters=facts.letters.get(one.delegation, ()),
            focal_points=focal_points[one.delegation],
            elsewhere=seats_of[one.participant] > 1,
            name=facts.people[one.participant].name,
        )
        for one in holding
    }


def sponsorship_of(session: Session, sponsorship: str) -> Sponsorship:
    """Return one sponsorship, which is there."""
    return sponsorships_of(session, (sponsorship,))[sponsorship]


def as_it_steps(session: Session, row: schema.Sponsorship) -> Sponsorship:
    """Return a sponsorship as far as the next step of its journey asks: without the journey itself, its nights, passport and payments."""
    return Sponsorship(
        key=row.id,
        seat=row.seat,
        participant=row.participant,
        delegation="",
        nomination=row.nomination,
        travel=row.travel,
        arrived_at=row.arrived_at,
        gone=gone_at_the_desk(session, schema.Sponsorship.id == row.id).get(row.id),
    )


def sponsorships_of(session: Session, sponsorships: Collection[str]) -> dict[str, Sponsorship]:
    """Return those of these sponsorships that are there, read at once for whoever changes many."""
    table = schema.Sponsorship
    mine = table.id.in_(sponsorships)
    named = schema.NominationLetter.id.in_(select(table.letter).where(mine, table.letter.is_not(None)))
    found, _changed = _sponsorships(session, letters_of(session, named), waivers_of(session, mine), mine)
    return {one.key: one for one in found}


def _seats(session: Session, held: Mapping[str, str]) -> tuple[Seat, ...]:
    host = session.scalars(select(schema.Meeting.host_delegation)).one()
    order = {row.id: row.position for row in session.execute(select(schema.Agency.id, schema.Agency.position))}
    shares: defaultdict[str, list[Share]] = defaultdict(list)
    table = schema.SeatShare
    for seat, agency, basis_points in plain_rows(session, select(table.seat, table.agency, table.basis_points)):
        shares[seat].append(Share(agency, basis_points))
    query = (
        select(schema.Seat.id, schema.Seat.delegation, schema.Seat.number, schema.Seat.profile, schema.Seat.planned)
        .add_columns(schema.Delegation.eligibility)
        .join(schema.Delegation, schema.Delegation.id == schema.Seat.delegation)
        .where(schema.Seat.number <= schema.Delegation.quota, schema.Delegation.eligibility.in_(FINANCED))
        .order_by(schema.Seat.delegation, schema.Seat.number)
    )
    return tuple(
        Seat(
            key=row.id,
            delegation=row.delegation,
            number=row.number,
            profile=row.profile,
            shares=tuple(sorted(shares[row.id], key=lambda share: order[share.agency])),
            local=is_local(row.delegation, row.eligibility, host=host),
            sponsorship=held.get(row.id, ""),
            planned=tuple(Share(agency, basis_points) for agency, basis_points in row.planned.items()),
        )
        for row in plain_rows(session, query)
    )


def _people(session: Session) -> dict[str, Official]:
    table = schema.Participant
    query = select(table.id, table.given_name, table.family_name, table.delegation, table.focal_point, table.status)
    # Only who is or was on a seat, and who should perhaps be.
    concerned = select(schema.Sponsorship.participant)
    return {
        row.id: Official(
            row.id,
            " ".join(part for part in (row.given_name, row.family_name) if part),
            row.delegation,
            row.focal_point,
            row.status in EXPECTED,
            row.given_name,
            row.family_name,
        )
        for row in plain_rows(session, query.where(table.focal_point | table.id.in_(concerned)))
    }


def _sponsorships(
    session: Session,
    letters: Mapping[str, Letter],
    waivers: Mapping[str, Mapping[Warned, Waived]],
    which: ColumnElement[bool],
) -> tuple[Sequence[Sponsorship], Mapping[str, tuple[str, datetime]]]:
    """Return the sponsorships that meet a condition, and by whom and when each was changed last."""
    table = schema.Sponsorship
    itineraries, nights = itineraries_of(session, which), nights_of(session, which)
    passports, gone = _passports(session, which), gone_at_the_desk(session, which)
    payments = payment_states(session, which)
    query = (
        select(*(column for column in table.__table__.columns if column.key != "holds_seat"))
        .add_columns(schema.Seat.delegation)
        .join(schema.Seat, schema.Seat.id == table.seat)
        .where(which)
        .order_by(table.created_at, table.id)
    )
    rows = plain_rows(session, query)
    found = [
        Sponsorship(
            key=row.id,
            seat=row.seat,
            participant=row.participant,
            delegation=row.delegation,
            nomination=row.nomination,
            travel=row.travel,
            visa=row.visa,
            payment=payments.get(row.id, PaymentState.NOT_DUE),
            replaces=row.replaces or "",
            version=row.version,
            profile=row.profile,
            focal_point=row.focal_point,
            letter=letters.get(row.letter or ""),
            passport=passports.get(row.participant),
            visa_note=row.visa_note,
            visa_due=row.visa_due,
            itinerary=itineraries.get(row.id),
            nights=tuple(nights[row.id]),
            accepted_at=row.accepted_at,
            arrived_at=row.arrived_at,
            released_by=row.released_by,
            reason=row.reason,
            waived=tuple(waivers.get(row.id, ())),
            gone=gone.get(row.id),
        )
        for row in rows
    ]
    return found, {row.id: (row.changed_by, row.changed_at) for row in rows}


def _passports(session: Session, which: ColumnElement[bool]) -> dict[str, Passport]:
    table = schema.TravelDocument
    query = select(table.id, table.issuer, table.number, table.name, table.birth, table.expires)
    mine = table.id.in_(select(schema.Sponsorship.participant).where(which))
    return {
        row.id: Passport(row.issuer, last_of(row.number), row.expires, row.name, row.birth)
        for row in plain_rows(session, query.where(mine))
    }
