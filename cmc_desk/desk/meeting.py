"""The facts of the meeting: founded from a template, read by every page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.rundown import what_happened
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.agenda_plan import PLENARY
from cmc_desk.rules.delegations import sort_key
from cmc_desk.rules.meeting import CategoryPlan, DelegationKind, Eligibility, ItemKind, Role
from cmc_desk.rules.people import Capacity
from cmc_desk.rules.sessions import Session as AttendanceSession


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting of the open file; `zone` is its IANA name."""

    id: str
    title: str
    short_title: str
    subtitle: str
    host: str
    host_delegation: str
    sponsors: tuple[str, ...]
    venue: str
    city: str
    zone: str
    language: str
    grace_minutes: int
    training: bool
    backup_folder: str
    days: tuple[date, ...]

    @property
    def tzinfo(self) -> ZoneInfo:
        """The zone that every time on the screen is shown in."""
        return ZoneInfo(self.zone)

    def local(self, instant: datetime) -> datetime:
        """Return `instant` on the clocks of the meeting."""
        return instant.astimezone(self.tzinfo)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A line of the agenda as it is planned."""

    id: str
    day: date
    starts: datetime
    ends: datetime
    title: str
    kind: ItemKind
    attendance: bool
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delegation:
    """A delegation as a list or a form needs it; `name` and `short_name` are in the language of the meeting."""

    code: str
    name: str
    short_name: str
    kind: DelegationKind
    eligibility: Eligibility
    quota: int
    flag: str
    main_language: str
    region: str
    aliases: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OperatorRow:
    """Somebody who works with the program."""

    id: str
    name: str
    role: Role


def meeting(session: Session) -> Meeting:
    """Return the meeting of this file."""
    row = session.scalars(select(schema.Meeting)).one()
    return Meeting(
        id=row.id,
        title=row.title,
        short_title=row.short_title,
        subtitle=row.subtitle,
        host=row.host,
        host_delegation=row.host_delegation,
        sponsors=tuple(row.sponsors),
        venue=row.venue,
        city=row.city,
        zone=row.zone,
        language=row.language,
        grace_minutes=row.grace_minutes,
        training=row.training,
        backup_folder=row.backup_folder,
        days=tuple(session.scalars(select(schema.Day.id).order_by(schema.Day.id))),
    )


def agenda(session: Session) -> tuple[AgendaItem, ...]:
    """Return every line of the agenda in the order of the clock."""
    rows = session.scalars(select(schema.Item).order_by(schema.Item.starts, schema.Item.ends, schema.Item.id))
    return tuple(
        AgendaItem(
            id=row.id,
            day=row.day,
            starts=row.starts,
            ends=row.ends,
            title=row.title,
            kind=row.kind,
            attendance=row.attendance,
            points=tuple(row.points),
        )
        for row in rows
    )


def attendance_sessions(session: Session) -> tuple[AttendanceSession, ...]:
    """Return the registration slots and the items whose attendance is taken, in the order of the clock, with how far they have come."""
    tracks = {row[0]: row[1] for row in session.execute(select(schema.ItemTiming.id, schema.ItemTiming.track))}
    found = what_happened(session)
    return tuple(
        AttendanceSession(
            key=item.id,
            day=item.day,
            starts=item.starts,
            ends=item.ends,
            title=item.title,
            is_registration=item.kind is ItemKind.REGISTRATION,
            track=tracks.get(item.id, PLENARY),
            began=found[item.id].started if item.id in found else None,
            over=found[item.id].ended if item.id in found else None,
            skipped=item.id in found and found[item.id].state is ItemState.SKIPPED,
        )
        for item in agenda(session)
        if item.attendance
    )


def delegations(session: Session) -> tuple[Delegation, ...]:
    """Return every delegation, sorted by name without accents and articles."""
    language = session.scalars(select(schema.Meeting.language)).one()
    rows = [as_delegation(row, language) for row in session.scalars(select(schema.Delegation))]
    return tuple(sorted(rows, key=lambda row: sort_key(row.name)))


def as_delegation(row: schema.Delegation, language: str) -> Delegation:
    """Return a delegation as lists show it, named in `language`, or in English where no name of that language is known.

    The UN has no Dutch names of States: where only the everyday name of a language is known, it stands for the full one.
    """
    known = row.names.get(language), row.short_names.get(language)
    name = known[0] or known[1] or row.names.get("en") or next(iter(row.names.values()), row.id)
    short = known[1] or known[0] or row.short_names.get("en") or name
    return Delegation(
        code=row.id,
        name=name,
        short_name=short,
        kind=row.kind,
        eligibility=row.eligibility,
        quota=row.quota,
        flag=row.flag,
        main_language=row.main_language,
        region=row.region,
        aliases=tuple(row.aliases),
        names=tuple(dict.fromkeys((*row.names.values(), *row.short_names.values()))),
    )


def categories(session: Session) -> tuple[CategoryPlan, ...]:
    """Return the participant categories in the order in which their conditions are tried."""
    return tuple(
        CategoryPlan(
            key=row.id,
            name=row.name,
            colour=row.colour,
            capacities=tuple(Capacity(word) for word in row.capacities),
            kinds=tuple(DelegationKind(word) for word in row.kinds),
            delegations=tuple(row.delegations),
        )
        for row in session.scalars(select(schema.Category).order_by(schema.Category.position))
    )


def operators(session: Session) -> Sequence[OperatorRow]:
    """Return who works with the program, by name."""
    rows = session.scalars(select(schema.Operator).order_by(schema.Operator.name))
    return tuple(OperatorRow(row.id, row.name, row.role) for row in rows)


def stations(session: Session) -> tuple[str, ...]:
    """Return the names of the stations."""
    return tuple(session.scalars(select(schema.Station.name).order_by(schema.Station.name)))
