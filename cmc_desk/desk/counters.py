"""The counters of the desk, the arrivals, and what was just scanned."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.meeting import categories, delegations
from cmc_desk.desk.people import arrivals, sessions_of_day
from cmc_desk.rules.attendance import Slot, Step, arrivals_curve, arrivals_per_slot, rate_last
from cmc_desk.rules.categories import category_of
from cmc_desk.rules.counts import CountRow, Counts, count
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.people import EXPECTED

SLOT_MINUTES = 5
_SHOWN_SLOTS = 11
# An agency or the secretariat is present with its people, but it is no delegation of a State or territory.
COUNTED_KINDS = (DelegationKind.STATE, DelegationKind.TERRITORY, DelegationKind.OBSERVER_STATE)


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The arrivals of a day: in slots of five minutes up to now, as a curve, and how many came in the last five minutes."""

    slots: tuple[Slot, ...]
    curve: tuple[Step, ...]
    last_minutes: int


@dataclass(frozen=True, slots=True)
class ScanRow:
    """An act at a desk, newest first in its list; `name` is empty if nobody was found."""

    id: str
    at: datetime
    station: str
    operator: str
    answer: str
    participant: str
    name: str
    delegation: str
    code: str
    voided: bool


@dataclass(frozen=True, slots=True)
class DeskState:
    """What stands beside the card at the desk, of one day."""

    counts: Counts
    arrivals: Arrivals
    scans: tuple[ScanRow, ...]


def desk_state(session: Session, *, day: date, now: datetime, scans: int = 30) -> DeskState:
    """Return counters, arrivals and the last acts of a day."""
    came = arrivals(session, sessions_of_day(session, day=day))
    present = {participant for participant, arrival in came.items() if arrival.left_at is None}
    return DeskState(
        counts=counts_of(session, present),
        arrivals=_arrivals(sorted(arrival.at for arrival in came.values()), now),
        scans=last_scans(session, limit=scans),
    )


@dataclass(frozen=True, slots=True)
class PeopleToCount:
    """Everybody who may be counted: `rows` by identifier, the delegations of which there is one as such, the categories in their order."""

    rows: tuple[tuple[str, CountRow], ...]
    delegations: tuple[str, ...]
    categories: tuple[str, ...]

    @property
    def expected(self) -> frozenset[str]:
        """Who is expected."""
        return frozenset(person for person, row in self.rows if row.expected)

    def counts(self, present: Collection[str]) -> Counts:
        """Return the counters for a set of people who are here."""
        rows = (replace(row, present=True) if person in present else row for person, row in self.rows)
        return count(rows, delegations=self.delegations, categories=self.categories)


def counts_of(session: Session, present: Collection[str]) -> Counts:
    """Return the counters for a set of people who are here."""
    return people_to_count(session).counts(present)


def people_to_count(session: Session) -> PeopleToCount:
    """Return everybody who may be counted, as if nobody was here yet."""
    plans = categories(session)
    kinds = {row.code: row.kind for row in delegations(session)}
    person = schema.Participant
    known: dict[tuple[str, str], str] = {}
    rows = []
    for participant, delegation, capacity, status in session.execute(
        select(person.id, person.delegation, person.capacity, person.status)
    ):
        key = (capacity, delegation)
        if key not in known:
            known[key] = category_of(capacity, kinds.get(delegation), delegation, plans)
        rows.append((participant, CountRow(delegation, known[key], expected=status in EXPECTED, present=False)))
    return PeopleToCount(
        rows=tuple(rows),
        delegations=tuple(code for code, kind in kinds.items() if kind in COUNTED_KINDS),
        categories=tuple(plan.key for plan in plans),
    )


def last_scans(session: Session, *, limit: int) -> tuple[ScanRow, ...]:
    """Return the last acts at all desks, newest first."""
    scan, person = schema.Scan, schema.Participant
    query = (
        select(
            scan.id,
            scan.at,
            scan.station,
            scan.operator,
            scan.answer,
            scan.participant,
            person.given_name,
            person.family_name,
            person.delegation,
            scan.code,
            scan.voided_at,
        )
        .outerjoin(person, person.id == scan.participant)
        .order_by(scan.at.desc(), scan.id)
        .limit(limit)
    )
    return tuple(
        ScanRow(
            id=row[0],
            at=row[1],
            station=row[2],
            operator=row[3],
            answer=row[4],
            participant=row[5] or "",
            name=" ".join(part for part in (row[6], row[7]) if part),
            delegation=row[8] or "",
            code=row[9],
            voided=row[10] is not None,
        )
        for row in session.execute(query)
    )


def _arrivals(times: Sequence[datetime], now: datetime) -> Arrivals:
    if not times:
        return Arrivals((), (), 0)
    # The last bar is the present one, however long nobody has come: beside the clock any other would be taken for it.
    end = max(now, times[-1])
    hour = times[-1].replace(minute=0, second=0, microsecond=0)
    whole = hour + (end - hour) // timedelta(minutes=SLOT_MINUTES) * timedelta(minutes=SLOT_MINUTES)
    start = whole - timedelta(minutes=SLOT_MINUTES * (_SHOWN_SLOTS - 1))
    return Arrivals(
        slots=arrivals_per_slot(times, slot_minutes=SLOT_MINUTES, start=start, end=end),
        curve=arrivals_curve(times),
        last_minutes=rate_last(times, now=now, minutes=SLOT_MINUTES),
    )
