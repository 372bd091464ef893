"""What a scan reads: whose code it is and where that person was seen, without the ORM, so that it costs little more than its commit."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.meeting import Meeting
from cmc_desk.desk.registration import not_there
from cmc_desk.i18n import chosen_language, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.reports.dates import short_when
from cmc_desk.rules.attendance import EventKind, Movement
from cmc_desk.rules.badge_code import parse
from cmc_desk.rules.people import EXPECTED, Status


class Who(NamedTuple):
    """What the desk says of a person."""

    id: str
    given_name: str
    family_name: str
    delegation: str
    status: Status

    @property
    def full_name(self) -> str:
        """Given and family name as they were given, never re-cased."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)


class Event(NamedTuple):
    """An arrival, departure or return that stands."""

    session: str
    kind: EventKind
    at: datetime
    station: str
    operator: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge of ours, valid or revoked, and whose it is."""

    holder: Who
    revoked_at: datetime | None
    revoked_at_station: str


_PEOPLE, _BADGES = schema.Participant.__table__.c, schema.Badge.__table__.c
_EVENTS, _ALIASES = schema.PresenceEvent.__table__.c, schema.CodeAlias.__table__.c
_WHO = [_PEOPLE[name] for name in Who._fields]
_BY_ID = select(*_WHO).where(_PEOPLE.id == bindparam("id"))
_BY_BADGE = select(*_WHO, _BADGES.revoked_at, _BADGES.revoked_at_station).where(
    _BADGES.code == bindparam("code"), _PEOPLE.id == _BADGES.participant
)
_BY_ALIAS = select(*_WHO).where(
    _ALIASES.code.in_(bindparam("codes", expanding=True)), _PEOPLE.id == _ALIASES.participant
)
_OF_DELEGATION = select(*_WHO).where(_PEOPLE.delegation == bindparam("delegation"), _PEOPLE.status.in_(EXPECTED))
_LIVE_EVENTS = (
    select(*(_EVENTS[name] for name in Event._fields))
    .where(_EVENTS.participant == bindparam("participant"), _EVENTS.voided_at.is_(None))
    .order_by(_EVENTS.at)
)


def the_person(session: Session, participant: str) -> Who:
    """Return who a participant is; raises Refusal if they are not there (any more)."""
    row = session.connection().execute(_BY_ID, {"id": participant}).first()
    if row is None:
        raise not_there()
    return Who(*row)


def badge_with(session: Session, code: str) -> Badge | None:
    """Return the badge of ours that has this code."""
    row = session.connection().execute(_BY_BADGE, {"code": code}).first()
    if row is None:
        return None
    *who, revoked_at, revoked_at_station = row
    return Badge(Who(*who), revoked_at, revoked_at_station)


def holder_of_alias(session: Session, codes: Sequence[str]) -> Who | None:
    """Return who has a badge or ticket from elsewhere with one of these codes."""
    row = session.connection().execute(_BY_ALIAS, {"codes": codes}).first()
    return None if row is None else Who(*row)


def holder_of(session: Session, code: str) -> Who | None:
    """Return whose badge or ticket was scanned, whether it is valid or not."""
    scanned = parse(code)
    badge = badge_with(session, scanned.code)
    return badge.holder if badge is not None else holder_of_alias(session, (scanned.code, *scanned.also))


def expected_of(session: Session, delegation: str) -> Sequence[Who]:
    """Return the members of a delegation who are expected."""
    return [Who(*row) for row in session.connection().execute(_OF_DELEGATION, {"delegation": delegation})]


def replaced_words(badge: Badge, facts: Meeting, *, now: datetime) -> str:
    """Return what is said of a badge that was revoked: when, at which desk, and what to do; its day if that is not today."""
    revoked = facts.local(badge.revoked_at or now)
    same_day = revoked.date() == facts.local(now).date()
    at = f"{revoked:%H:%M}" if same_day else short_when(revoked, texts(chosen_language()))
    return _("This badge was replaced at {time}, {station}: ask for the new one.").format(
        time=at, station=badge.revoked_at_station
    )


def live_events(session: Session, participant: str) -> Sequence[Event]:
    """Return what stands of a person at all sessions, in the order of time."""
    return [Event(*row) for row in session.connection().execute(_LIVE_EVENTS, {"participant": participant})]


def movements(events: Iterable[Event], session: str) -> Iterator[Movement]:
    """Return those of `events` that were recorded at one session, as the rules of attendance take them."""
    return (Movement(event.kind, event.at) for event in events if event.session == session)


def here_on(day: Collection[str]) -> Select[tuple[str]]:
    """Return the question who is here on the day whose sessions are `day`: who came and did not leave last of all.

    It is `state_of` of all that stands of a person on that day, as the counters ask it, said to the store.
    """
    came = func.max(_EVENTS.at).filter(_EVENTS.kind != EventKind.LEAVE)
    left = func.max(_EVENTS.at).filter(_EVENTS.kind == EventKind.LEAVE)
    return (
        select(_EVENTS.participant)
        .where(_EVENTS.session.in_(tuple(day)), _EVENTS.voided_at.is_(None))
        .group_by(_EVENTS.participant)
        .having(func.count().filter(_EVENTS.kind == EventKind.ARRIVE) > 0, or_(left.is_(None), came > left))
    )


def hint_at(code: str) -> str:
    """Return what is recorded of a code that was refused."""
    # Enough to tell one strange badge from another at the desk, not enough to forge it.
    return code.strip()[:4] + "…" + code.strip()[-3:] if len(code.strip()) > 8 else "…"
