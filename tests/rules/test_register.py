"""The register of what is to be done."""

from dataclasses import replace
from datetime import UTC, date, datetime

from cmc_desk.rules.note_kinds import Attribution, Decided, EntryKind
from cmc_desk.rules.notes import NoteEntry, Written
from cmc_desk.rules.register import Follow, Task, TaskKind, tasks

NOW = datetime(2019, 12, 5, 21, tzinfo=UTC)
TODAY = date(2019, 12, 5)


def entry(key: str, *, kind: EntryKind = EntryKind.ACTION, **more: object) -> NoteEntry:
    written = replace(Written(text=f"*{key}*", kind=kind), **more)  # type: ignore[arg-type] # what a test wants
    return NoteEntry(key, "item", 1, NOW, NOW, "A. Sample-Clarke", "Desk A", 1, written, filed_at=NOW)


def test_what_is_open_stands_first_by_its_date_and_what_has_none_last() -> None:
    later, soon = entry("later", due=date(2020, 1, 1)), entry("soon", due=TODAY)
    done = replace(entry("done", due=date(2019, 1, 1)), closed_at=NOW)
    found = tasks([done, entry("some day"), later, soon], names={})
    assert [task.what for task in found] == ["soon", "later", "some day", "done"]


def test_a_task_says_who_and_where_it_comes_from() -> None:
    (task,) = tasks([entry("do", kind=EntryKind.NEXT_STEP, assignee="JM")], names={"JM": "Jamaica"})
    assert task == Task("do", TaskKind.NEXT_STEP, "do", "Jamaica", item="item")
    (task,) = tasks([entry("do", assignee="the chair", attribution=Attribution.INTERNAL)], names={})
    assert (task.who, task.kind, task.internal) == ("the chair", TaskKind.ACTION, True)


def test_what_is_not_filed_or_was_deleted_is_no_task() -> None:
    assert tasks([replace(entry("x"), filed_at=None), replace(entry("y"), deleted_at=NOW)], names={}) == ()


def test_a_recommendation_is_to_be_followed_if_it_was_approved_with_a_date() -> None:
    follow = Follow("r", 3, "The Meeting asks.", Decided.AMENDED, "IOM", TODAY, "approval")
    others = (
        replace(follow, due=None),
        replace(follow, decided=Decided.DEFERRED),
        replace(follow, decided=Decided.PENDING),
    )
    assert tasks([], (follow, *others), names={}) == (
        Task("r", TaskKind.RECOMMENDATION, "The Meeting asks.", "IOM", TODAY, "approval", number=3),
    )


def test_a_task_is_overdue_after_its_date_unless_it_is_done() -> None:
    (task,) = tasks([entry("x", due=TODAY)], names={})
    assert not task.overdue(TODAY)
    assert task.overdue(date(2019, 12, 6))
    assert not replace(task, closed_at=NOW).overdue(date(2019, 12, 6))
    assert not replace(task, due=None).overdue(TODAY)
