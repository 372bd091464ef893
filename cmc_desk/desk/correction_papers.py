"""What correction slips are made from: everything that is on record of each delegation."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.meeting import as_delegation, meeting
from cmc_desk.desk.note_list import all_notes
from cmc_desk.desk.readout_scope import summed_items
from cmc_desk.i18n import gettext as _
from cmc_desk.reports.correction_slip import CorrectionSlips, Noted, NotedItem, Slip
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.note_kinds import Attribution
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.rules.official_order import delegation_rank
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.refusal import Refusal

_A_WEEK = timedelta(days=7)


def gather_corrections(session: Session, ask: Ask) -> CorrectionSlips:
    """Return a slip for the delegation that is asked for, or for each that spoke, in official order."""
    days = meeting(session).days
    until = _until(ask.until, days)
    by_code: defaultdict[str, list[NoteEntry]] = defaultdict(list)
    for entry in all_notes(session):
        if _on_record(entry):
            by_code[entry.written.delegation].append(entry)
    rows = [as_delegation(row, ask.language) for row in session.scalars(select(schema.Delegation))]
    if ask.only:
        asked_for = [one for one in rows if one.code == ask.only]
    else:
        # The secretariat need not ask itself.
        asked_for = [one for one in rows if by_code[one.code] and one.kind is not DelegationKind.SECRETARIAT]
    asked_for.sort(key=lambda one: delegation_rank(one.kind, one.name))
    return CorrectionSlips(
        ask.language, until, tuple(Slip(one.name, _items(session, by_code[one.code])) for one in asked_for)
    )


def _items(session: Session, entries: Sequence[NoteEntry]) -> tuple[NotedItem, ...]:
    facts, items = meeting(session), {item.key: item for item in summed_items(session)}
    numbered = enumerate(entries, 1)
    found = []
    for key, some in groupby(numbered, key=lambda pair: pair[1].item):
        noted = tuple(
            Noted(
                number=number,
                at=facts.local(entry.started_at),
                kind=entry.written.kind,
                text=entry.written.text,
                provision=entry.written.provision,
                not_attributed=entry.written.attribution is Attribution.NOT_FOR_ATTRIBUTION,
            )
            for number, entry in some
        )
        found.append(NotedItem(items[key].title, items[key].day, noted))
    return tuple(found)


def _on_record(entry: NoteEntry) -> bool:
    written = entry.written
    return (
        entry.filed_at is not None
        and entry.deleted_at is None
        and bool(written.delegation and written.text.strip())
        # The delegation itself may see what is not for attribution; what is internal is nobody's but the rapporteurs'.
        and written.attribution is not Attribution.INTERNAL
    )


def _until(asked: str, days: Sequence[date]) -> date:
    """Return by when corrections are asked for: a week after the meeting unless a day is given."""
    if not asked:
        return days[-1] + _A_WEEK
    try:
        return date.fromisoformat(asked)
    except ValueError:
        raise Refusal(_("“{text}” is no date: write it as 2019-12-13.").format(text=asked), field="until") from None
