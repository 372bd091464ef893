"""The agenda from and to files of others: read, compared with the meeting, and written as one command that can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.agenda_out import (
    ENDINGS,
    MadeAgenda,
    WrittenAgenda,
    make_agenda,
    make_record,
    record_agenda,
    write_agenda,
    write_record,
)
from cmc_desk.desk.beside import reading_beside
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.item_rows import check_registration, drop_item, the_item, write_item
from cmc_desk.desk.item_timing import time_item
from cmc_desk.desk.line_facts import LineFacts, write_facts
from cmc_desk.desk.published import as_plan, published_agenda
from cmc_desk.desk.rundown import rundown
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.actuals import actuals
from cmc_desk.rules.agenda import Act, ItemState
from cmc_desk.rules.agenda_dry_run import AgendaDryRun, plan_agenda
from cmc_desk.rules.agenda_import import AgendaChange
from cmc_desk.rules.agenda_lines import READABLE_AGENDAS, FileAgenda
from cmc_desk.rules.agenda_places import BEGINS
from cmc_desk.rules.agenda_reading import Ours
from cmc_desk.rules.meeting import ItemPlan
from cmc_desk.rules.refusal import Refusal

__all__ = [
    "ENDINGS",
    "READABLE_AGENDAS",
    "AgendaImported",
    "MadeAgenda",
    "WrittenAgenda",
    "compare_agenda",
    "import_agenda",
    "make_agenda",
    "make_record",
    "names_of_agenda",
    "plan_agenda_import",
    "read_agenda",
    "record_agenda",
    "write_agenda",
    "write_record",
]


@dataclass(frozen=True, slots=True)
class AgendaImported:
    """What an import has written: the keys of the items that were added, changed and removed."""

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def plan_agenda_import(desk: Desk, path: Path, *, day: date | None = None, begins: timedelta = BEGINS) -> AgendaDryRun:
    """Read the file at `path` and compare it with the agenda; nothing is written. It may run beside the window.

    `day` and `begins` (after midnight) are for lines that tell no day and no time. Raises Refusal if the file has no agenda or is not
    safe to open, Unavailable if it cannot be read now.
    """
    return compare_agenda(desk, read_agenda(desk, path), day=day, begins=begins)


def read_agenda(desk: Desk, path: Path) -> FileAgenda:
    """Return the agenda that a file has: a workbook, a text table, a project of Ontime, or the file of a meeting."""
    from cmc_desk.exchange.agenda_file import read_agenda_file
    from cmc_desk.exchange.meeting_agenda import Known

    with reading_beside(desk) as session:
        ours = our_agenda(session)
    known = Known(
        documents=[document.key for document in ours.documents],
        tracks=[track.key for track in ours.tracks],
        topics=[topic.key for topic in ours.topics],
    )
    return read_agenda_file(path, zone=ours.zone, known=known)


def compare_agenda(
    desk: Desk, agenda: FileAgenda, *, day: date | None = None, begins: timedelta = BEGINS
) -> AgendaDryRun:
    """Compare an agenda that was read with that of the meeting; see `plan_agenda_import`."""
    with reading_beside(desk) as session:
        ours = our_agenda(session)
    if day is not None and day not in ours.days:
        raise Refusal(_("{day} is no day of the meeting.").format(day=day), field="day")
    return plan_agenda(agenda, ours, day=day, begins=begins)


def names_of_agenda(desk: Desk) -> dict[str, str]:
    """Return what rooms, lists of speakers, drafts and items are called, by their keys."""
    with reading_beside(desk) as session:
        ours = our_agenda(session)
    return (
        {item.key: item.title for item in ours.items}
        | {document.key: document.short_title for document in ours.documents}
        | {topic.key: topic.title for topic in ours.topics}
        | {track.key: track.name for track in ours.tracks}
    )


def our_agenda(session: Session) -> Ours:
    """Return the agenda as an import compares it, with what was recorded of it."""
    found, published = rundown(session), published_agenda(session)
    begun = frozenset(event.item for event in found.events if event.act is not Act.ADD)
    known = actuals(found.items, found.events)
    came = select(schema.PresenceEvent.session).union(select(schema.Excuse.session))
    attended = frozenset(session.scalars(came))
    stays = {line.continues: _("“{title}” goes on with it.").format(title=line.item.title) for line in found.lines}
    stays |= dict.fromkeys(attended, _("The presence of people was recorded for it."))
    stays |= dict.fromkeys((event.item for event in found.events), _("What really happened then was recorded."))
    return Ours(
        zone=found.zone,
        days=found.days,
        items=published.items,
        tracks=found.tracks,
        topics=tuple(facts.topic for facts in floors(session)),
        documents=published.documents,
        stays=stays,
        begun=begun,
        attended=attended,
        skipped=frozenset(key for key, one in known.items() if one.state is ItemState.SKIPPED),
    )


@command("agenda.import")
def import_agenda(tx: Tx, *, lines: list[AgendaChange], remove: list[str], source: str) -> AgendaImported:
    """Write the lines of a file: items added and changed, and those removed that the file no longer has.

    `source` names the file in the journal. Raises Refusal, with the place in the file, if one line cannot be right or if something
    that was recorded would lose its item; then nothing is written.
    """
    del source  # it stands in the journal
    session = tx.session
    ours = {line.item.key: as_plan(line) for line in rundown(session).lines}
    added, changed = [], []
    # What goes on with another item is written after it.
    for line in sorted(lines, key=lambda line: line.plan.starts):
        try:
            if line.item:
                changed.append(_change(tx, line, ours))
            else:
                free = session.get(schema.Item, line.plan.key) is None
                added.append(_write(tx, "", line.plan, key=line.plan.key if free else ""))
        except Refusal as refusal:
            sentence = _("{where}: {sentence}").format(where=line.where, sentence=refusal.sentence)
            raise Refusal(sentence, field=line.where) from refusal
    for key in remove:
        drop_item(session, the_item(session, key))
    check_registration(session, field="")
    return AgendaImported(tuple(added), tuple(changed), tuple(remove))


def _change(tx: Tx, line: AgendaChange, ours: Mapping[str, ItemPlan]) -> str:
    """Write the fields that a line changes; what somebody else has changed of the item meanwhile stays."""
    before = ours.get(line.item)
    if before is None:
        raise Refusal(_("This item was removed by somebody else. Read the file again."))
    values = {name: getattr(line.plan, name) for name in line.fields}
    plan = replace(before, **values)
    if plan.not_after is not None and ("start_kind" in values or "starts" in values):
        plan = replace(plan, not_after=line.plan.not_after)
    return _write(tx, line.item, _within(plan))


def _within(plan: ItemPlan) -> ItemPlan:
    """Return a plan whose minimum is within its length."""
    length = plan.ends - plan.starts
    return replace(plan, minimum=min(plan.minimum, length)) if plan.minimum is not None else plan


def _write(tx: Tx, item: str, plan: ItemPlan, *, key: str = "") -> str:
    written = write_item(
        tx,
        id=item,
        day=plan.day,
        starts=plan.starts,
        ends=plan.ends,
        title=plan.title,
        kind=plan.kind,
        attendance=plan.attendance,
        points=plan.points,
        key=key,
    )
    timing = time_item(tx.session, written.row, before=written.before)
    write_facts(tx.session, written.row, timing, LineFacts(**_facts(plan)))
    return written.row.id


def _facts(plan: ItemPlan) -> dict[str, Any]:
    facts = {field.name: getattr(plan, field.name) for field in fields(LineFacts)}
    return facts | {"minimum": None if plan.minimum is None else int(plan.minimum.total_seconds())}
