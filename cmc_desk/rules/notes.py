"""The notes of an item: an ordered list of entries, each of one author."""

from dataclasses import dataclass
from datetime import date, datetime

from cmc_desk.rules.note_kinds import Attribution, EntryKind, NoteStatus, RevisionReason


@dataclass(frozen=True, slots=True)
class Written:
    """What a rapporteur writes of an entry and may change; it is what a save carries and a revision keeps.

    `delegation` is its code and `participant` an identifier, both empty where nobody spoke; `unknown` is a speaker to be fixed later
    (`??`). `document` is the key of a draft and `provision` the number of what is discussed in it, such as "3 bis". `text` is in the
    small markup of `rules.note_markup`. `assignee` is who an action is for, as it was typed or a delegation's code.
    """

    text: str = ""
    kind: EntryKind = EntryKind.INTERVENTION
    delegation: str = ""
    participant: str = ""
    unknown: bool = False
    document: str = ""
    provision: str = ""
    language: str = "en"
    attribution: Attribution = Attribution.ATTRIBUTABLE
    highlighted: bool = False
    assignee: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """An entry as it stands: `place` orders those of an item, `revision` counts every write.

    An entry without `filed_at` is still in its author's composer; `changed_by` wrote last. `conflict_of` is the entry beside which a
    second text was kept.
    """

    key: str
    item: str
    place: int
    started_at: datetime
    changed_at: datetime
    author: str
    station: str
    revision: int
    written: Written
    filed_at: datetime | None = None
    deleted_at: datetime | None = None
    closed_at: datetime | None = None
    conflict_of: str = ""
    changed_by: str = ""


@dataclass(frozen=True, slots=True)
class NoteRevision:
    """What an entry said at a moment; `number` is the revision of the entry that it keeps."""

    key: str
    entry: str
    number: int
    at: datetime
    author: str
    station: str
    reason: RevisionReason
    written: Written


@dataclass(frozen=True, slots=True)
class ItemNotes:
    """What the list of items shows of the notes of one: how far they are, and whose they are to write."""

    item: str
    status: NoteStatus = NoteStatus.LATER
    entries: int = 0
    unknown_speakers: int = 0
    conflicts: int = 0
    rapporteur: str = ""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From how many distinct delegations on a text without names says "some", "several" and "many" instead of "one"."""

    some: int = 2
    several: int = 4
    many: int = 9
