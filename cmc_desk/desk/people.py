"""Who the people are: found from the first letter, and shown on one card."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, bindparam, exists, func, select, true
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.db.search import find_serials, names_of
from cmc_desk.desk import presence
from cmc_desk.desk.meeting import categories
from cmc_desk.desk.photos import photo_of
from cmc_desk.desk.registration import the_participant
from cmc_desk.rules.attendance import EventKind, Movement, Presence, state_of
from cmc_desk.rules.badge_code import in_groups
from cmc_desk.rules.categories import category_of
from cmc_desk.rules.folding import words
from cmc_desk.rules.found_order import found_order
from cmc_desk.rules.people import EXPECTED, FIELD_NAMES, Capacity, InstitutionKind, Person, Status

PAGE = 60
_MOST, _RANKED = 500, 2 * PAGE
_MEMBERS = 100

# Put together once and asked without the ORM: a list is read at every key.
_PEOPLE, _NOTES = schema.Participant.__table__.c, schema.DeskNote.__table__.c
_EVENTS, _HELD = schema.PresenceEvent.__table__.c, schema.Sponsorship.__table__.c
_HITS = select(
    _PEOPLE.serial,
    _PEOPLE.id,
    _PEOPLE.given_name,
    _PEOPLE.family_name,
    _PEOPLE.delegation,
    _PEOPLE.institution,
    _PEOPLE.institution_kind,
    _PEOPLE.capacity,
    _PEOPLE.status,
    _PEOPLE.walk_in,
    exists().where(_NOTES.participant == _PEOPLE.id, _NOTES.done_at.is_(None)),
    select(_HELD.seat).where(_HELD.participant == _PEOPLE.id, _HELD.holds_seat == 1).limit(1).scalar_subquery(),
).where(_PEOPLE.serial.in_(bindparam("serials", expanding=True)))
_CAME = (
    select(_EVENTS.participant, _EVENTS.kind, _EVENTS.at, _EVENTS.station, _EVENTS.operator)
    .where(_EVENTS.session.in_(bindparam("day", expanding=True)), _EVENTS.voided_at.is_(None))
    .order_by(_EVENTS.at)
)
_THEY_CAME = _CAME.where(_EVENTS.participant.in_(bindparam("people", expanding=True)))


class Filter(StrEnum):
    """Which people a list shows; who has left is not present, and is expected back."""

    ALL = "all"
    EXPECTED = "expected"
    PRESENT = "present"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Arrival:
    """The arrival of a day that stands: when, at which station, by whom, and whether the person has left since."""

    at: datetime
    station: str
    operator: str
    left_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A person in a list of results; `arrival` is that of the day the list was asked for, `seat` the financed seat that they hold."""

    id: str
    name: str
    delegation: str
    institution: str
    institution_kind: InstitutionKind
    capacity: Capacity
    status: Status
    walk_in: bool
    has_note: bool
    arrival: Arrival | None
    seat: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of results; `total` counts all that match, up to 500 (`more` says that there are still more)."""

    hits: tuple[Hit, ...]
    total: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What the desk must know about a person."""

    id: str
    body: str
    left_by: str
    left_at: datetime


@dataclass(frozen=True, slots=True)
class BadgeState:
    """The valid badge of a person: its code in readable groups, whether it waits to be printed, was printed, was issued anew."""

    code: str
    queued_at: datetime | None
    printed_at: datetime | None
    replaces: int


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that the desk sees at a glance about one person; `photo` is a JPEG."""

    id: str
    person: Person
    category: str
    walk_in: bool
    arrival: Arrival | None
    notes: tuple[Note, ...]
    badge: BadgeState
    members: tuple[Hit, ...]
    replaced_by: str
    photo: bytes | None = None


def find_people(
    session: Session,
    *,
    text: str = "",
    only: Filter = Filter.ALL,
    day: Collection[str] = (),
    delegation: str = "",
    limit: int = PAGE,
) -> Found:
    """Return the people who have every word of `text`, as beginnings, in any order, without accents.

    `day` holds the keys of the sessions of the day, from which presence is derived; names that match come first, the best of them
    first.
    """
    typed = words(text)
    narrow = only is not Filter.ALL or bool(delegation)
    if typed:
        # A narrower question must not lose people to the limit of the index, so it is asked without one.
        found = find_serials(session, typed, limit=10**9 if narrow else _MOST + 1)
        if narrow:
            allowed = set(session.scalars(_those(only, day, delegation)))
            found = ([one for one in found[0] if one in allowed], [one for one in found[1] if one in allowed])
        serials = [*_in_order(session, found[0], typed), *found[1]]
    else:
        person = schema.Participant
        query = _those(only, day, delegation).order_by(person.sort_key, person.serial)
        serials = list(session.scalars(query.limit(_MOST + 1)))
    total = len(serials)
    hits = _hits(session, serials[:limit], day)
    return Found(hits, min(total, _MOST), more=total > _MOST)


def count_people(session: Session, *, day: Collection[str]) -> dict[Filter, int]:
    """Return how many people each filter would show."""
    counts = [func.count(schema.Participant.id).filter(_fits(only, day)) for only in Filter]
    return dict(zip(Filter, session.execute(select(*counts)).one(), strict=True))


def person_of(session: Session, *, participant: str) -> Person:
    """Return the fields of a participant."""
    row = the_participant(session, participant)
    return Person(**{name: getattr(row, name) for name in FIELD_NAMES})


def card(session: Session, *, participant: str, day: Collection[str] = ()) -> Card:
    """Return the card of a participant with the presence of the day whose sessions are `day`."""
    row = the_participant(session, participant)
    kind = session.scalars(select(schema.Delegation.kind).where(schema.Delegation.id == row.delegation)).one()
    badges = session.scalars(select(schema.Badge).where(schema.Badge.participant == row.id)).all()
    valid = next(badge for badge in badges if badge.revoked_at is None)
    note = schema.DeskNote
    notes = session.scalars(
        select(note).where(note.participant == row.id, note.done_at.is_(None)).order_by(note.left_at)
    ).all()
    members = select(schema.Participant.serial).where(
        schema.Participant.delegation == row.delegation,
        schema.Participant.id != row.id,
        schema.Participant.status.in_(EXPECTED),
    )
    order = members.order_by(schema.Participant.capacity != Capacity.HEAD, schema.Participant.sort_key).limit(_MEMBERS)
    return Card(
        id=row.id,
        person=Person(**{name: getattr(row, name) for name in FIELD_NAMES}),
        category=category_of(row.capacity, kind, row.delegation, categories(session)),
        walk_in=row.walk_in,
        arrival=arrivals(session, day, (row.id,)).get(row.id),
        notes=tuple(Note(item.id, item.body, item.left_by, item.left_at) for item in notes),
        badge=BadgeState(in_groups(valid.code), valid.queued_at, valid.printed_at, len(badges) - 1),
        members=_hits(session, list(session.scalars(order)), day),
        replaced_by=row.replaced_by or "",
        photo=photo_of(session, participant=row.id),
    )


def arrivals(session: Session, day: Collection[str], people: Sequence[str] | None = None) -> dict[str, Arrival]:
    """Return for each person who came on the day whose sessions are `day` their arrival; `people` narrows whom to ask for."""
    query, asked = (_CAME, {}) if people is None else (_THEY_CAME, {"people": people})
    rows = session.connection().execute(query, {"day": tuple(day), **asked}).all()
    found: dict[str, Arrival] = {}
    movements: dict[str, list[Movement]] = {}
    for participant, kind, at, station, operator in rows:
        movements.setdefault(participant, []).append(Movement(kind, at))
        if participant not in found and kind is EventKind.ARRIVE:
            found[participant] = Arrival(at, station, operator)
    for participant, arrival in found.items():
        state = state_of(movements[participant])
        if state.presence is Presence.LEFT:
            found[participant] = Arrival(arrival.at, arrival.station, arrival.operator, left_at=state.since)
    return found


def sessions_of_day(session: Session, *, day: date) -> tuple[str, ...]:
    """Return the keys of the sessions of a day whose attendance is taken, in the order of the clock."""
    query = select(schema.Item.id).where(schema.Item.day == day, schema.Item.attendance).order_by(schema.Item.starts)
    return tuple(session.scalars(query))


def names_for_likeness(session: Session) -> tuple[tuple[str, str, str, str], ...]:
    """Return (id, given name, family name, delegation) of everybody, for the search for likely duplicates."""
    person = schema.Participant
    rows = session.execute(select(person.id, person.given_name, person.family_name, person.delegation))
    return tuple((row[0], row[1], row[2], row[3]) for row in rows)


def hits_of(session: Session, *, participants: Sequence[str], day: Collection[str] = ()) -> tuple[Hit, ...]:
    """Return certain people as a list shows them, in the order asked for."""
    person = schema.Participant
    serials = {
        row[0]: row[1] for row in session.execute(select(person.id, person.serial).where(person.id.in_(participants)))
    }
    return _hits(session, [serials[one] for one in participants if one in serials], day)


def codes_of(session: Session, *, participants: Sequence[str]) -> dict[str, str]:
    """Return the valid badge code of each of these people."""
    badge = schema.Badge
    query = select(badge.participant, badge.code).where(badge.participant.in_(participants), badge.revoked_at.is_(None))
    return {row[0]: row[1] for row in session.execute(query)}


def _in_order(session: Session, serials: Sequence[int], typed: Sequence[str]) -> list[int]:
    """Return the serials with the best of the first three pages first: more would cost every key what nobody scrolls to."""
    first = names_of(session, serials[:_RANKED]) if serials else []
    ranked = sorted((found_order(typed, given_name=given, sort_key=key), serial) for serial, given, key in first)
    return [*(serial for _key, serial in ranked), *serials[_RANKED:]]


def _those(only: Filter, day: Collection[str], delegation: str) -> Select[int]:
    """Return the question for the serials of the people of one filter, and of one delegation if it is given."""
    query = select(schema.Participant.serial).where(_fits(only, day))
    return query.where(schema.Participant.delegation == delegation) if delegation else query


def _fits(only: Filter, day: Collection[str]) -> ColumnElement[bool]:
    person, note = schema.Participant, schema.DeskNote
    match only:
        case Filter.ALL:
            return true()
        case Filter.EXPECTED:
            return person.status.in_(EXPECTED) & person.id.not_in(presence.here_on(day))
        case Filter.PRESENT:
            return person.id.in_(presence.here_on(day))
        case Filter.NOTES:
            return exists().where(note.participant == person.id, note.done_at.is_(None))


def _hits(session: Session, serials: Sequence[int], day: Collection[str]) -> tuple[Hit, ...]:
    rows = {row[0]: row for row in session.connection().execute(_HITS, {"serials": serials}).all()}
    came = arrivals(session, day, [row[1] for row in rows.values()]) if day else {}
    return tuple(
        Hit(
            id=row[1],
            name=" ".join(part for part in (row[2], row[3]) if part),
            delegation=row[4],
            institution=row[5],
            institution_kind=row[6],
            capacity=row[7],
            status=row[8],
            walk_in=row[9],
            has_note=row[10],
            arrival=came.get(row[1]),
            seat=row[11] or "",
        )
        for row in (rows[serial] for serial in serials if serial in rows)
    )
