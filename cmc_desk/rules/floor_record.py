"""The record of the floor, for the report: who spoke when, for how long, in which order, and by how much over time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cmc_desk.rules.agenda_plan import ZERO, SpeakerCategory
from cmc_desk.rules.floor import overtime, spoken
from cmc_desk.rules.floor_kinds import SpeakerState, Speech, SpeechKind
from cmc_desk.rules.instants import between


@dataclass(frozen=True, slots=True)
class SpeechRecord:
    """What became of one entry of a list; `order` counts those who spoke from one and is nothing for those who did not.

    `paused` is how long the speech stood still, `limit` what it might take with what was added.
    """

    entry: str
    topic: str
    delegation: str
    category: SpeakerCategory
    kind: SpeechKind
    state: SpeakerState
    participant: str
    order: int
    started: datetime | None
    ended: datetime | None
    limit: timedelta
    spoken: timedelta
    paused: timedelta
    overtime: timedelta
    words: int | None
    note: str


@dataclass(frozen=True, slots=True)
class DelegationRecord:
    """What a delegation had of the floor altogether; `order` is that of its first statement, nothing if it made none.

    A point of order is a speech, and no statement.
    """

    delegation: str
    category: SpeakerCategory
    order: int
    statements: int
    speeches: int
    spoken: timedelta
    overtime: timedelta
    written: bool


def floor_records(speeches: Iterable[Speech], now: datetime) -> tuple[SpeechRecord, ...]:
    """Return the record of a list: those who spoke in the order in which they began, then the others in theirs."""
    found = tuple(speeches)
    began = sorted((one.began, one.entry.key) for one in found if one.started is not None)
    order = {key: number for number, (_turn, key) in enumerate(began, 1)}
    records = [_record(one, order.get(one.entry.key, 0), now) for one in found]
    return tuple(sorted(records, key=lambda one: one.order or len(found) + 1))


def by_delegation(records: Sequence[SpeechRecord]) -> tuple[DelegationRecord, ...]:
    """Return what each delegation had altogether: by the order of their first statements, then whoever else spoke, then the others."""
    of_delegation: dict[str, list[SpeechRecord]] = {}
    for record in sorted(records, key=lambda one: one.order or len(records) + 1):
        of_delegation.setdefault(record.delegation, []).append(record)
    found = tuple(
        DelegationRecord(
            delegation=delegation,
            category=its[0].category,
            order=min((one.order for one in its if _is_statement(one)), default=0),
            statements=sum(_is_statement(one) for one in its),
            speeches=sum(one.order > 0 for one in its),
            spoken=sum((one.spoken for one in its), ZERO),
            overtime=sum((one.overtime for one in its), ZERO),
            written=any(one.state is SpeakerState.WRITTEN for one in its),
        )
        for delegation, its in of_delegation.items()
    )
    return tuple(sorted(found, key=lambda one: (not one.order, one.order, not one.speeches)))


def _is_statement(record: SpeechRecord) -> bool:
    """Return whether this is a statement that was made."""
    return record.order > 0 and record.kind is SpeechKind.STATEMENT


def _record(speech: Speech, order: int, now: datetime) -> SpeechRecord:
    entry = speech.entry
    return SpeechRecord(
        entry=entry.key,
        topic=entry.topic,
        delegation=entry.delegation,
        category=entry.category,
        kind=entry.kind,
        state=speech.state,
        participant=entry.participant,
        order=order,
        started=speech.started,
        ended=speech.ended,
        limit=speech.limit + speech.added,
        spoken=spoken(speech, now),
        paused=max(ZERO, speech.paused + (between(speech.paused_since, now) if speech.paused_since else ZERO)),
        overtime=overtime(speech, now),
        words=entry.words,
        note=entry.note,
    )
