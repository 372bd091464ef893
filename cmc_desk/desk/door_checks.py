"""The checks before the doors open: what the computer says of itself, and what somebody found who looked."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.db.places import PlaceKind, place_of
from cmc_desk.desk.backups import copies
from cmc_desk.desk.command import Tx, command
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import DoorCheck
from cmc_desk.rules.door_checks import ComputerFacts, Looked
from cmc_desk.rules.folding import clean
from cmc_desk.rules.refusal import Refusal

_LONGEST = 200


@command("doors.check")
def note_check(tx: Tx, *, what: DoorCheck, good: bool, words: str = "") -> str:
    """Note what was found of a thing at this station, in the place of what was found before.

    Raises Refusal if something is not as it should be and nobody says what.
    """
    said = clean(words)[:_LONGEST]
    if not good and not said:
        raise Refusal(_("Say in a few words what is wrong, so that somebody can mend it."), field="words")
    table, station = schema.Checked, tx.author.station
    row = tx.session.scalars(select(table).where(table.what == DoorCheck(what), table.station == station)).first()
    if row is None:
        row = table(id=tx.new_id(), what=DoorCheck(what), station=station)
        tx.session.add(row)
    row.good, row.words, row.at, row.operator = good, said, tx.now, tx.author.operator
    return row.id


def looked(session: Session) -> tuple[Looked, ...]:
    """Return what was found last of each thing at each station."""
    table = schema.Checked
    return tuple(
        Looked(row.what, row.station, row.good, row.words, row.at, row.operator)
        for row in session.scalars(select(table).order_by(table.station, table.what))
    )


def computer_facts(path: Path, folder: Path, *, now: datetime, stick: Path | None = None) -> ComputerFacts:
    """Return what this computer says of the meeting file at `path`, whose copies go to `folder`, and by hand to a `stick`.

    `now` is the time of the computer. To look at a disk may take long: ask beside the window.
    """
    place = place_of(path.parent)
    own, others = _device(path.parent), [one for one in (folder, stick) if one is not None]
    apart = next((one for one in reversed(others) if own is None or _device(one) not in (own, None)), None)
    # A stick that is not in has no disk of its own; its folder is remembered all the same.
    known = apart or (stick if stick is not None and _device(stick) is None else None)
    newest = _newest(path, folder, now)
    return ComputerFacts(
        free=place.free,
        shared="" if place.kind is PlaceKind.LOCAL else place.name,
        network=place.kind is PlaceKind.NETWORK,
        changed=_changed(path, now),
        copied=newest,
        copies_in=str(folder),
        elsewhere=_newest(path, known, now) if known is not None else None,
        apart=str(known) if known is not None else "",
        there=apart is not None,
    )


def _device(folder: Path) -> int | None:
    """Return on which disk a folder is, or would be made; None if its disk is not there."""
    for one in (folder, *folder.parents):
        try:
            found = one.stat()
        except OSError:
            continue
        # The folder in which sticks appear is always there, on the disk of the system.
        return found.st_dev if one == folder or not _holds_sticks(one) else None
    return None


def _holds_sticks(folder: Path) -> bool:
    return folder.parts[1:2] in (("media",), ("mnt",), ("Volumes",)) or folder.parts[1:3] == ("run", "media")


def _newest(path: Path, folder: Path, now: datetime) -> timedelta | None:
    try:
        found = copies(path, folder)
    except OSError:
        return None
    return max(timedelta(), now - found[0].taken_at) if found else None


def _changed(path: Path, now: datetime) -> timedelta:
    try:
        written = path.stat().st_mtime
    except OSError:
        return timedelta()
    return max(timedelta(), timedelta(seconds=now.timestamp() - written))
