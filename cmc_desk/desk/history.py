"""The history of one participant as the journal tells it: who did what, when, at which station."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from cmc_desk.db.schema import Badge, BadgePrint, DeskNote, JournalRow, Participant, PresenceEvent
from cmc_desk.rules.people import FIELD_NAMES


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that a command changed, with what stood there before and after; names are those of `Person`."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done about a participant; `undone_*` say who took it back, and when, if anybody did."""

    seq: int
    at: datetime
    operator: str
    station: str
    kind: str
    changes: tuple[FieldChange, ...] = ()
    undone_at: datetime | None = None
    undone_by: str = ""


def history_of(session: Session, *, participant: str) -> tuple[Act, ...]:
    """Return everything the journal holds of a participant, newest first; what was undone is there and says so."""
    row, undoing = JournalRow, aliased(JournalRow)
    query = (
        select(row.seq, row.at, row.operator, row.station, row.kind, row.inverse, undoing.at, undoing.operator)
        .outerjoin(undoing, undoing.undoes == row.seq)
        .where(
            row.undoes.is_(None),
            or_(
                *(
                    column.contains(f'"{identifier}"')
                    for identifier in _identifiers(session, participant)
                    for column in (row.args, row.outcome, row.inverse)
                )
            ),
        )
        .order_by(row.seq.desc())
    )
    return tuple(
        Act(
            seq=found[0],
            at=found[1],
            operator=found[2],
            station=found[3],
            kind=found[4],
            changes=tuple(_changes(found[5], participant)),
            undone_at=found[6],
            undone_by=found[7] or "",
        )
        for found in session.execute(query)
    )


def _identifiers(session: Session, participant: str) -> Sequence[str]:
    # A delegation marked as a whole, a note that is done and a run of badges name only the event, the note, the badge or the print.
    notes = session.scalars(select(DeskNote.id).where(DeskNote.participant == participant))
    events = session.scalars(select(PresenceEvent.id).where(PresenceEvent.participant == participant))
    badges = session.scalars(select(Badge.id).where(Badge.participant == participant))
    prints = session.scalars(select(BadgePrint.id).where(BadgePrint.participant == participant))
    return (participant, *notes, *events, *badges, *prints)


def _changes(inverse: str | None, participant: str) -> Iterator[FieldChange]:
    recorded = json.loads(inverse) if inverse else {}
    for change in recorded.get("rows", ()):
        if change["table"] == Participant.__name__ and change["key"] == [participant] and change["do"] == "change":
            for name in FIELD_NAMES:
                if name in change["after"]:
                    yield FieldChange(name, _words(change["before"][name]), _words(change["after"][name]))


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
