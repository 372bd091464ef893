"""Entries that the meeting file has not taken yet stand in the list nevertheless, and say so: whoever filed them must not look for them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cmc_desk.rules.notes import NoteEntry
from cmc_desk.ui.context import Context
from cmc_desk.ui.summaries.entry_rows import EntryRow, entry_row
from cmc_desk.ui.summaries.writing import Act, Job


def with_waiting(
    context: Context, rows: Sequence[EntryRow], jobs: Iterable[Job], item: str, names: Mapping[str, str]
) -> tuple[EntryRow, ...]:
    """Return the rows of an item with what waits to be written: an edit in its place, a new entry at the end."""
    found = {row.key: row for row in rows}
    for job in jobs:
        if job.subject.item == item and (job.act is not Act.KEEP or job.subject.entry in found):
            found[job.subject.entry] = _row(context, job, names)
    return tuple(found.values())


def _row(context: Context, job: Job, names: Mapping[str, str]) -> EntryRow:
    subject, author = job.subject, context.desk.author
    entry = NoteEntry(
        key=subject.entry,
        item=subject.item,
        place=0,
        started_at=subject.started_at,
        changed_at=subject.started_at,
        author=author.operator,
        station=author.station,
        revision=subject.base,
        written=job.written,
        filed_at=subject.started_at,
    )
    return replace(entry_row(context.facts, entry, names, me=author.operator), waiting=True)
