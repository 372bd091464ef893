"""What becomes of an entry in the composer, told to whoever looks on; and what the meeting file has for it."""

from dataclasses import dataclass
from datetime import datetime

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_list import entry_of, unfiled
from cmc_desk.desk.notes import Kept
from cmc_desk.rules.notes import NoteEntry, Written
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.summaries.writing import Subject


@dataclass(frozen=True, slots=True)
class Filed:
    """What has left the composer: filed, or edited and left (`again`).

    Without `stored` the meeting file does not have it yet; it is told once more when it has. `proposal` is the number of what an
    amendment became, and `trouble` why it could not be put into the text.
    """

    entry: str
    item: str
    started_at: datetime
    written: Written
    again: bool = False
    stored: bool = True
    proposal: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """The entry `entry` was kept beside `other`, which somebody else had changed."""

    entry: str
    other: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """Who has the floor: filled in where nobody was named."""

    delegation: str = ""
    participant: str = ""


def filed_of(
    subject: Subject, written: Written, *, again: bool, stored: bool = True, kept: Kept | None = None
) -> Filed:
    """Return what is told of an entry that has left the composer."""
    name, trouble = (kept.number, kept.trouble) if kept is not None else ("", "")
    return Filed(subject.entry, subject.item, subject.started_at, written, again, stored, name, trouble)


def found_entry(desk: Desk, entry: str) -> NoteEntry | None:
    """Return an entry as the meeting file has it; None if it has none, or does not answer."""
    try:
        return desk.read_promptly(entry_of, entry=entry)
    except Unavailable:
        return None


def drafts_of(desk: Desk, item: str) -> tuple[str, ...]:
    """Return what the operator has begun under an item at this station and not filed; nothing if the file does not answer."""
    try:
        found = desk.read_promptly(unfiled, author=desk.author.operator, station=desk.author.station)
    except Unavailable:
        return ()
    return tuple(one.key for one in found if one.item == item)
