"""The attendance of the whole meeting: read in a few short queries, then added up without holding anybody up."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.db.journal import Verified
from cmc_desk.desk.counters import COUNTED_KINDS
from cmc_desk.desk.meeting import Delegation, Meeting, attendance_sessions, categories, delegations, meeting
from cmc_desk.reports.attendance_book import (
    AttendanceBook,
    GroupRow,
    MissingRow,
    PersonRow,
    ScanLine,
    SessionFact,
)
from cmc_desk.rules.attendance import EventKind, Movement, Presence
from cmc_desk.rules.categories import category_of
from cmc_desk.rules.meeting import CategoryPlan
from cmc_desk.rules.people import EXPECTED, FIELD_NAMES, Capacity, Consent, Field, Sensitivity, visible_fields
from cmc_desk.rules.presence import Mark, day_mark, mark_of, total
from cmc_desk.rules.sessions import Session as AttendanceSession

_CAME = (Presence.PRESENT, Presence.LEFT)
_FIRST = ("id", "walk_in", "sort_key")
# at, id, station, operator, answer, via, session, participant, code, voided at
_Act = tuple[datetime, str, str, str, str, str, str, str | None, str, datetime | None]


@dataclass(frozen=True, slots=True)
class AttendanceFacts:
    """What was read: the meeting and the bare rows of people, live movements, excuses and acts at the desks."""

    meeting: Meeting
    sessions: tuple[AttendanceSession, ...]
    delegations: tuple[Delegation, ...]
    categories: tuple[CategoryPlan, ...]
    people: tuple[dict[str, Any], ...]
    events: Sequence[tuple[str, str, EventKind, datetime]]
    excuses: dict[tuple[str, str], str]
    acts: Sequence[_Act]


def read_attendance(session: Session) -> AttendanceFacts:
    """Read everything that the attendance workbook says."""
    person, event, excuse = schema.Participant, schema.PresenceEvent, schema.Excuse
    names = (*_FIRST, *FIELD_NAMES)
    people = session.execute(select(*(getattr(person, name) for name in names)))
    events = session.execute(
        select(event.participant, event.session, event.kind, event.at)
        .where(event.voided_at.is_(None))
        .order_by(event.at, event.id)
    )
    excuses = session.execute(select(excuse.participant, excuse.session, excuse.reason))
    return AttendanceFacts(
        meeting=meeting(session),
        sessions=attendance_sessions(session),
        delegations=delegations(session),
        categories=categories(session),
        people=tuple(dict(zip(names, row, strict=True)) for row in people),
        events=[(row[0], row[1], row[2], row[3]) for row in events],
        excuses={(row[0], row[1]): row[2] for row in excuses},
        # A departure is no answer to a scan, but it is an act of the desk.
        acts=(*_scans(session), *_departures(session)),
    )


def book_of(
    facts: AttendanceFacts, *, limit: Sensitivity, now: datetime, made_by: str, verified: Verified | None = None
) -> AttendanceBook:
    """Add up what was read; in a book for the public list nobody stands who does not wish to be listed."""
    fields = visible_fields(limit)
    sessions = _session_facts(facts)
    order = {row.code: place for place, row in enumerate(facts.delegations)}
    rows = sorted(
        facts.people,
        key=lambda row: (order[row["delegation"]], row["capacity"] is not Capacity.HEAD, row["sort_key"], row["id"]),
    )
    people = _people(facts, rows, sessions, fields)
    unlisted = {row["id"] for row in rows if limit is Sensitivity.PUBLIC and row["consent"] is Consent.NO}
    days = tuple(sorted({one.day for one in sessions}))
    return AttendanceBook(
        meeting=facts.meeting.title,
        place=facts.meeting.city,
        zone=facts.meeting.zone,
        made_at=now,
        made_by=made_by,
        limit=limit,
        fields=fields,
        days=days,
        sessions=sessions,
        delegations=tuple((row.code, row.name) for row in facts.delegations),
        categories=tuple((plan.key, plan.name) for plan in facts.categories),
        groups=_groups(facts, people, sessions, days),
        people=tuple(row for row in people if row.id not in unlisted),
        scans=_acts(facts, people, unlisted),
        missing=tuple(row for row in _missing(facts, people, sessions, days) if row.person not in unlisted),
        not_listed=len(unlisted),
        journal=verified.rows if verified else 0,
        broken_at=verified.broken_at if verified else None,
    )


def _session_facts(facts: AttendanceFacts) -> tuple[SessionFact, ...]:
    taken = {event[1] for event in facts.events}
    return tuple(
        SessionFact(one.key, one.day, one.starts, one.title, one.is_registration, one.key in taken)
        for one in facts.sessions
    )


def _people(
    facts: AttendanceFacts, rows: Iterable[dict[str, Any]], sessions: Sequence[SessionFact], fields: Sequence[Field]
) -> tuple[PersonRow, ...]:
    kinds = {row.code: row.kind for row in facts.delegations}
    names = {row.code: row.name for row in facts.delegations}
    moved: dict[str, dict[str, list[Movement]]] = {}
    for participant, session, kind, at in facts.events:
        moved.setdefault(participant, {}).setdefault(session, []).append(Movement(kind, at))
    found = []
    for row in rows:
        expected = row["status"] in EXPECTED
        of_person = moved.get(row["id"], {})
        marks = tuple(
            mark_of(
                events=of_person.get(one.key, ()),
                excuse=facts.excuses.get((row["id"], one.key)),
                taken=one.taken,
                expected=expected,
            )
            for one in sessions
        )
        found.append(
            PersonRow(
                id=row["id"],
                name=" ".join(part for part in (row["given_name"], row["family_name"]) if part),
                delegation=row["delegation"],
                category=category_of(row["capacity"], kinds[row["delegation"]], row["delegation"], facts.categories),
                walk_in=row["walk_in"],
                expected=expected,
                values=tuple(
                    names[row["delegation"]] if field.name == "delegation" else row[field.name] for field in fields
                ),
                marks=marks,
                days=_days(of_person, marks, sessions),
            )
        )
    return tuple(found)


def _days(moved: dict[str, list[Movement]], marks: Sequence[Mark], sessions: Sequence[SessionFact]) -> tuple[Mark, ...]:
    by_day: dict[date, tuple[list[Movement], list[Mark]]] = {}
    for one, mark in zip(sessions, marks, strict=True):
        events, of_day = by_day.setdefault(one.day, ([], []))
        events.extend(moved.get(one.key, ()))
        of_day.append(mark)
    return tuple(day_mark(events=events, marks=of_day) for _day, (events, of_day) in sorted(by_day.items()))


def _groups(
    facts: AttendanceFacts, people: Sequence[PersonRow], sessions: Sequence[SessionFact], days: Sequence[date]
) -> tuple[GroupRow, ...]:
    taken = [any(one.taken for one in sessions if one.day == day) for day in days]
    counted = {row.code for row in facts.delegations if row.kind in COUNTED_KINDS}
    of_delegation: dict[str, list[PersonRow]] = {}
    of_category: dict[str, list[PersonRow]] = {}
    for person in people:
        of_delegation.setdefault(person.delegation, []).append(person)
        of_category.setdefault(person.category, []).append(person)

    def row(group: str, code: str, name: str, members: Sequence[PersonRow]) -> GroupRow:
        totals = tuple(total((one.days[place] for one in members), taken=taken[place]) for place in range(len(days)))
        return GroupRow(group, code, name, totals)

    delegation_rows = [
        row("delegation", one.code, one.name, of_delegation[one.code])
        for one in facts.delegations
        if one.code in of_delegation
    ]
    as_such = tuple(
        total(
            (
                Mark(Presence.PRESENT if one.days[place].present else Presence.ABSENT)
                for one in delegation_rows
                if one.code in counted and one.days[place].expected
            ),
            taken=taken[place],
        )
        for place in range(len(days))
    )
    return (
        row("everybody", "", "", people),
        GroupRow("delegations", "", "", as_such),
        *(row("category", plan.key, plan.name, of_category.get(plan.key, ())) for plan in facts.categories),
        *delegation_rows,
    )


def _missing(
    facts: AttendanceFacts, people: Sequence[PersonRow], sessions: Sequence[SessionFact], days: Sequence[date]
) -> list[MissingRow]:
    counted = {row.code for row in facts.delegations if row.kind in COUNTED_KINDS}
    found: list[MissingRow] = []
    for place, day in enumerate(days):
        if not any(one.taken for one in sessions if one.day == day):
            continue
        expected: dict[str, list[PersonRow]] = {}
        for person in people:
            if person.days[place].presence is not None:
                expected.setdefault(person.delegation, []).append(person)
        for code, members in expected.items():
            absent = [one for one in members if one.days[place].presence not in _CAME]
            if code in counted and len(absent) == len(members):
                found.append(MissingRow(day, code, len(members)))
            for one in absent:
                mark = one.days[place]
                presence = mark.presence or Presence.ABSENT
                found.append(MissingRow(day, code, len(members), one.id, one.name, one.values, presence, mark.reason))
    return found


def _scans(session: Session) -> Sequence[_Act]:
    scan = schema.Scan
    found = session.execute(
        select(
            scan.at,
            scan.id,
            scan.station,
            scan.operator,
            scan.answer,
            scan.via,
            scan.session,
            scan.participant,
            scan.code,
            scan.voided_at,
        )
    )
    return [tuple(row) for row in found]


def _departures(session: Session) -> Sequence[_Act]:
    event = schema.PresenceEvent
    found = session.execute(
        select(
            event.at,
            event.id,
            event.station,
            event.operator,
            literal("left"),
            event.via,
            event.session,
            event.participant,
            literal(""),
            event.voided_at,
        ).where(event.kind == EventKind.LEAVE)
    )
    return [tuple(row) for row in found]


def _acts(facts: AttendanceFacts, people: Iterable[PersonRow], unlisted: Collection[str]) -> tuple[ScanLine, ...]:
    known = {row.id: (row.id, "" if row.id in unlisted else row.name, row.delegation) for row in people}
    nobody = ("", "", "")
    lines = []
    for at, _id, station, operator, answer, via, of_session, participant, code, voided_at in sorted(
        facts.acts, key=lambda row: row[:2]
    ):
        person, name, delegation = known.get(participant or "", nobody)
        lines.append(
            ScanLine(at, station, operator, answer, via, of_session, person, name, delegation, code, voided_at)
        )
    return tuple(lines)
