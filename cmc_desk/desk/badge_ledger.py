"""The ledger of badges: what came out of the printers, job by job, and what was marked void."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema


class RunKind(StrEnum):
    """What a line of the ledger tells: badges for the first time, once more, or prints that came to nothing."""

    FIRST = "first"
    REPRINT = "reprint"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class PrintRun:
    """The badges of one job that were printed for the first time, once more, or marked void together.

    `prints` are their identifiers in the ledger, `live` those of them that are not void; `name` is whose badge it was if it
    was one. A reprint whose job gave no reason has that for which the badge before it was replaced.
    """

    kind: RunKind
    at: datetime
    job: str
    number: int
    reason: str
    operator: str
    station: str
    printer: str
    design: str
    stock: str
    name: str
    prints: tuple[str, ...]
    live: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintCounts:
    """How many prints stand that were the first of a person, that were not, and how many were marked void."""

    first: int = 0
    reprints: int = 0
    voided: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    row: schema.BadgePrint
    name: str
    kind: RunKind
    reason: str


def print_runs(session: Session) -> tuple[PrintRun, ...]:
    """Return the ledger, newest first."""
    runs: dict[tuple[object, ...], list[_Line]] = {}
    for line in _lines(session):
        row = line.row
        runs.setdefault((line.kind, row.job, row.at, line.reason), []).append(line)
        if row.voided_at is not None:
            void = _Line(row, line.name, RunKind.VOID, row.void_reason)
            runs.setdefault((RunKind.VOID, row.job, row.voided_at, row.void_reason), []).append(void)
    found = [_run(lines) for lines in runs.values()]
    # Turned round afterwards, so that of what happened at one instant the later stands first too.
    return tuple(sorted(found, key=lambda run: run.at)[::-1])


def print_counts(session: Session) -> PrintCounts:
    """Return how many badges were printed, printed again and marked void."""
    lines = _lines(session)
    stand = [line.kind for line in lines if line.row.voided_at is None]
    return PrintCounts(stand.count(RunKind.FIRST), stand.count(RunKind.REPRINT), len(lines) - len(stand))


def _lines(session: Session) -> list[_Line]:
    """Return every print in the order of time with what it was: again, if a print of the same person stands before it."""
    person, row = schema.Participant, schema.BadgePrint
    query = (
        select(row, person.given_name, person.family_name)
        .join(person, person.id == row.participant)
        .order_by(row.at, row.id)
    )
    replaced = _why_replaced(session)
    had: set[str] = set()
    lines = []
    for found, given, family in session.execute(query):
        name = " ".join(part for part in (given, family) if part)
        kind = RunKind.REPRINT if found.participant in had or found.reason else RunKind.FIRST
        reason = found.reason or (replaced.get(found.badge, "") if kind is RunKind.REPRINT else "")
        lines.append(_Line(found, name, kind, reason))
        if found.voided_at is None:
            had.add(found.participant)
    return lines


def _why_replaced(session: Session) -> dict[str, str]:
    """Return for each badge that took the place of another why that was."""
    row = schema.Badge
    before: dict[str, str] = {}
    found: dict[str, str] = {}
    for badge, participant, reason in session.execute(
        select(row.id, row.participant, row.reason).order_by(row.issued_at)
    ):
        found[badge] = before.get(participant, "")
        before[participant] = reason
    return found


def _run(lines: Iterable[_Line]) -> PrintRun:
    lines = list(lines)
    first = lines[0]
    row = first.row
    void = first.kind is RunKind.VOID
    return PrintRun(
        kind=first.kind,
        at=row.voided_at if void and row.voided_at else row.at,
        job=row.job,
        number=len(lines),
        reason=first.reason,
        operator=row.voided_by if void else row.operator,
        station=row.station,
        printer=row.printer,
        design=row.design,
        stock=row.stock,
        name=first.name if len(lines) == 1 else "",
        prints=tuple(line.row.id for line in lines),
        live=tuple(line.row.id for line in lines if line.row.voided_at is None),
    )
