"""What is read out at the end of an item or a day: put together from the notes, and made into a text by hand."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.note_settings import note_settings
from cmc_desk.desk.readout_changes import (
    accept_sources,
    add_line,
    begin_readout,
    leave_out_line,
    merge_lines,
    move_line,
    remove_line,
    reopen_readout,
    rewrite_line,
    set_readout_attribution,
    set_readout_language,
)
from cmc_desk.desk.readout_issues import (
    issue_of,
    issue_readout,
    issued,
    issues,
    last_issue,
    lines_of_final,
    mark_spoken,
    spoken_at,
)
from cmc_desk.desk.readout_lines import chosen, standing_lines, wording_of
from cmc_desk.desk.readout_names import NamesLeft, names_left
from cmc_desk.desk.readout_scope import (
    group_key,
    key_asked_for,
    key_of_item,
    scope_of,
    summed_items,
    title_of,
)
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.note_kinds import ReadoutForm, SummaryStatus
from cmc_desk.rules.reading_time import words_in
from cmc_desk.rules.readout_order import read_aloud
from cmc_desk.rules.readout_text import digest_of
from cmc_desk.rules.readouts import Issue, Readout

__all__ = [
    "NamesLeft",
    "Slot",
    "accept_sources",
    "add_line",
    "begin_readout",
    "group_key",
    "issue_of",
    "issue_readout",
    "issues",
    "key_of_item",
    "leave_out_line",
    "mark_spoken",
    "merge_lines",
    "move_line",
    "names_left",
    "readout",
    "readout_slots",
    "remove_line",
    "reopen_readout",
    "rewrite_line",
    "set_readout_attribution",
    "set_readout_language",
]


@dataclass(frozen=True, slots=True)
class Slot:
    """A read-out that the agenda gives time for, or that somebody has begun besides; `item` is when it is read, empty if at no time."""

    key: str
    form: ReadoutForm
    title: str
    item: str = ""
    starts: datetime | None = None
    minutes: int = 0
    begun: bool = False
    status: SummaryStatus = SummaryStatus.DRAFT
    version: int = 0
    spoken_at: datetime | None = None


def readout(
    session: Session,
    *,
    key: str = "",
    item: str = "",
    day: date | None = None,
    attributed: bool | None = None,
    language: str = "",
) -> Readout:
    """Return a read-out as it stands now: by its key, or that of an item or a day; nobody need have begun it.

    `attributed` and `language` are as they were chosen for it, unless they are given. Raises Refusal if there is no such item or day.
    """
    items = summed_items(session)
    scope = scope_of(items, key_asked_for(items, key=key, item=item, day=day))
    row = session.get(schema.Readout, scope.key)
    words, naming = chosen(session, scope.key, language=language, attributed=attributed)
    standing = standing_lines(session, items, scope, wording_of(session, words, attributed=naming))
    lines = tuple(one.line for one in standing if one.shown)
    if row is not None and row.status is SummaryStatus.FINAL:
        # What is final says what was issued, whatever is written in the notes afterwards.
        lines = lines_of_final(session, scope.key, attributed=naming, language=words) or lines
    last = last_issue(session, scope.key)
    return Readout(
        key=scope.key,
        form=scope.form,
        title=title_of(items, scope, words),
        language=words,
        status=row.status if row is not None else SummaryStatus.DRAFT,
        version=row.version if row is not None else 0,
        lines=lines,
        attributed=naming,
        item=scope.item,
        day=scope.day,
        spoken_at=spoken_at(session).get(scope.key),
        slot_minutes=scope.slot_minutes,
        words=words_in(line.text for line in read_aloud(lines)),
        words_a_minute=note_settings(session).words_a_minute,
        begun=row is not None,
        changed=last is not None and _says_else(session, last),
        items=scope.items,
    )


def readout_slots(session: Session) -> tuple[Slot, ...]:
    """Return the read-outs of the agenda in its order, and after them what was begun without a slot of its own."""
    items = summed_items(session)
    rows = {row.id: row for row in session.scalars(select(schema.Readout))}
    spoken = spoken_at(session)
    language = session.scalars(select(schema.Meeting.language)).one()
    known = {key_asked_for(items, key="", item=one.key, day=None): one for one in items if one.kind is ItemKind.SUMMARY}
    found = []
    for key in dict.fromkeys((*known, *sorted(rows))):
        row, read_in, scope = rows.get(key), known.get(key), scope_of(items, key)
        found.append(
            Slot(
                key=key,
                form=scope.form,
                title=title_of(items, scope, row.language if row is not None else language),
                item=read_in.key if read_in is not None else "",
                starts=read_in.starts if read_in is not None else None,
                minutes=scope.slot_minutes,
                begun=row is not None,
                status=row.status if row is not None else SummaryStatus.DRAFT,
                version=row.version if row is not None else 0,
                spoken_at=spoken.get(key),
            )
        )
    return tuple(found)


def _says_else(session: Session, issue: Issue) -> bool:
    now = issued(session, issue.readout, attributed=issue.attributed, language=issue.language)
    return digest_of(now) != issue.digest
