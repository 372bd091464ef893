"""What is to be done after the meeting: actions and next steps of the notes, and what was recommended until a date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cmc_desk.rules.note_kinds import Attribution, Decided, EntryKind
from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.notes import NoteEntry


class TaskKind(StrEnum):
    """What a line of the register comes from."""

    ACTION = "action"
    NEXT_STEP = "next step"
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True)
class Task:
    """A line of the register; `key` is that of the entry or the recommendation, `who` as it is read, empty if nobody is named."""

    key: str
    kind: TaskKind
    what: str
    who: str = ""
    due: date | None = None
    item: str = ""
    closed_at: datetime | None = None
    internal: bool = False
    number: int = 0

    def overdue(self, today: date) -> bool:
        """Tell whether it should have been done by `today`, and was not."""
        return self.closed_at is None and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class Follow:
    """A recommendation that was approved, as a task: its sentence, and who is to do it."""

    key: str
    number: int
    sentence: str
    decided: Decided
    who: str = ""
    due: date | None = None
    item: str = ""


def tasks(entries: Iterable[NoteEntry], follows: Iterable[Follow] = (), *, names: dict[str, str]) -> tuple[Task, ...]:
    """Return the register: what is open first, by its date (what has none last), in the order of the agenda among equals.

    `names` are those of delegations by their codes. A recommendation stands in it if it was approved and has a date.
    """
    found = [_of_entry(entry, names) for entry in entries if entry.filed_at is not None and entry.deleted_at is None]
    found += [
        Task(one.key, TaskKind.RECOMMENDATION, one.sentence, one.who, one.due, one.item, number=one.number)
        for one in follows
        if one.due is not None and one.decided in (Decided.APPROVED, Decided.AMENDED)
    ]
    return tuple(sorted(found, key=lambda task: (task.closed_at is not None, task.due or date.max)))


def _of_entry(entry: NoteEntry, names: dict[str, str]) -> Task:
    written = entry.written
    return Task(
        key=entry.key,
        kind=TaskKind.NEXT_STEP if written.kind is EntryKind.NEXT_STEP else TaskKind.ACTION,
        what=plain(written.text).strip(),
        who=names.get(written.assignee, written.assignee),
        due=written.due,
        item=entry.item,
        closed_at=entry.closed_at,
        internal=written.attribution is Attribution.INTERNAL,
    )
