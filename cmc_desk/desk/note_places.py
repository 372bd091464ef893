"""Where everybody's cursor stands in the notes: the page opens there again, and colleagues see who is writing where."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx

# Three heartbeats of ten seconds: whoever has not been seen for so long is not there any more.
PRESENT_FOR = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody's cursor stood when they were last seen; `entry` is empty for a new one, `position` and `scroll` are of the editor."""

    operator: str
    station: str
    item: str
    entry: str
    position: int
    scroll: int
    seen_at: datetime


def keep_place(tx: Tx, *, item: str, entry: str, position: int, scroll: int) -> None:
    """Keep where the cursor stands, through `Desk.keep`; every call says that somebody is there."""
    key = _key(tx.author.operator, tx.author.station)
    row = tx.session.get(schema.NotePlace, key)
    if row is None:
        row = schema.NotePlace(id=key, operator=tx.author.operator, station=tx.author.station)
        tx.session.add(row)
    row.item, row.entry, row.position, row.scroll, row.seen_at = item, entry, position, scroll, tx.now


def place_of(session: Session, *, operator: str, station: str) -> Place | None:
    """Return where the cursor of somebody stood at a station when they were last seen there, however long ago."""
    row = session.get(schema.NotePlace, _key(operator, station))
    return None if row is None else _fact(row)


def present(session: Session, *, now: datetime) -> tuple[Place, ...]:
    """Return who is in the notes now and where, whoever asks included; a hint and no lock: nobody is kept from writing."""
    row = schema.NotePlace
    seen = select(row).where(row.seen_at > now - PRESENT_FOR).order_by(row.operator, row.station)
    return tuple(map(_fact, session.scalars(seen)))


def _fact(row: schema.NotePlace) -> Place:
    return Place(
        operator=row.operator,
        station=row.station,
        item=row.item,
        entry=row.entry,
        position=row.position,
        scroll=row.scroll,
        seen_at=row.seen_at,
    )


def _key(operator: str, station: str) -> str:
    return hashlib.sha256(f"{operator}\x1f{station}".encode()).hexdigest()
