"""The attendance of one session as a list: every person with what stands for them, and the counts of all sessions."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.counters import COUNTED_KINDS
from cmc_desk.desk.meeting import delegations
from cmc_desk.rules.attendance import EventKind, Movement, Presence
from cmc_desk.rules.counts import CountRow, Counts, count
from cmc_desk.rules.people import EXPECTED, Capacity, Credentials, Status
from cmc_desk.rules.presence import Mark, mark_of

_CAME = (Presence.PRESENT, Presence.LEFT)


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """A person in the list of a session; `station` is where the arrival was recorded, empty if there is none."""

    id: str
    name: str
    function: str
    delegation: str
    head: bool
    walk_in: bool
    to_verify: bool
    status: Status
    mark: Mark
    station: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """A session with its people (delegation by delegation, head first) and how many attended each session of the meeting."""

    people: tuple[AttendanceRow, ...]
    counts: Counts
    attended: dict[str, int]
    expected: int


def attendance_list(session: Session, *, key: str) -> AttendanceList:
    """Return the list of the session `key`; people who are withdrawn or replaced stand in it only if they came."""
    event, excuse = schema.PresenceEvent, schema.Excuse
    attended = {
        row[0]: int(row[1])
        for row in session.execute(
            select(event.session, func.count(event.participant.distinct()))
            .where(event.voided_at.is_(None), event.kind == EventKind.ARRIVE)
            .group_by(event.session)
        )
    }
    moved: dict[str, list[Movement]] = {}
    stations: dict[str, str] = {}
    for participant, kind, at, station in session.execute(
        select(event.participant, event.kind, event.at, event.station)
        .where(event.session == key, event.voided_at.is_(None))
        .order_by(event.at, event.id)
    ):
        moved.setdefault(participant, []).append(Movement(kind, at))
        stations.setdefault(participant, station)
    excused = {
        row[0]: row[1]
        for row in session.execute(select(excuse.participant, excuse.reason).where(excuse.session == key))
    }
    order = delegations(session)
    places = {row.code: place for place, row in enumerate(order)}
    rows = sorted(_rows(session, moved, stations, excused, taken=bool(moved)), key=lambda row: places[row.delegation])
    shown = tuple(row for row in rows if row.mark.presence is not None)
    return AttendanceList(
        people=shown,
        counts=count(
            [
                CountRow(row.delegation, "", expected=row.status in EXPECTED, present=row.mark.presence in _CAME)
                for row in shown
            ],
            delegations=[row.code for row in order if row.kind in COUNTED_KINDS],
            categories=(),
        ),
        attended=attended,
        expected=sum(row.status in EXPECTED for row in rows),
    )


def _rows(
    session: Session,
    moved: dict[str, list[Movement]],
    stations: dict[str, str],
    excused: dict[str, str],
    *,
    taken: bool,
) -> Sequence[AttendanceRow]:
    person = schema.Participant
    query = select(
        person.id,
        person.given_name,
        person.family_name,
        person.functional_title,
        person.delegation,
        person.capacity,
        person.walk_in,
        person.credentials,
        person.status,
    ).order_by(person.capacity != Capacity.HEAD, person.sort_key, person.id)
    return [
        AttendanceRow(
            id=row[0],
            name=" ".join(part for part in (row[1], row[2]) if part),
            function=row[3],
            delegation=row[4],
            head=row[5] is Capacity.HEAD,
            walk_in=row[6],
            to_verify=row[7] is Credentials.TO_VERIFY,
            status=row[8],
            mark=mark_of(
                events=moved.get(row[0], ()),
                excuse=excused.get(row[0]),
                taken=taken,
                expected=row[8] in EXPECTED,
            ),
            station=stations.get(row[0], ""),
        )
        for row in session.execute(query)
    ]
