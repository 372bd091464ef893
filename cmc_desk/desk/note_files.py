"""The notes as files: a text to read, or everything with its revisions for another program. What is made of them for others is a paper."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from sqlalchemy.orm import Session

from cmc_desk.db.files import write_beside_if_open
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import agenda, delegations, meeting
from cmc_desk.desk.note_list import all_notes, revisions_of
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kind_words import ATTRIBUTION_WORDS, KIND_WORDS
from cmc_desk.rules.note_kinds import Attribution
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.refusal import Refusal

FORMATS = (".txt", ".json")


def export_notes(desk: Desk, path: Path, *, item: str = "") -> Path:
    """Write the notes of the meeting, or of one item, to `path` and return where they went; they are for their owner alone.

    Raises Refusal if its name ends with none of `FORMATS`, Unavailable if it cannot be written.
    """
    kind = path.suffix.lower()
    if kind not in FORMATS:
        raise Refusal(
            _("The notes are written as {formats}: give the file such a name.").format(formats=", ".join(FORMATS)),
            field="out",
        )
    content = desk.read(_text if kind == ".txt" else _facts, item=item)
    return write_beside_if_open(path, content.encode("utf-8"))


def _facts(session: Session, *, item: str) -> str:
    """Return everything: what is in a composer or was deleted as well, and what every entry said before."""
    entries = [
        to_plain(one) | {"revisions": to_plain(revisions_of(session, entry=one.key))} for one in _entries(session, item)
    ]
    found = {"meeting": meeting(session).title, "entries": entries}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _text(session: Session, *, item: str) -> str:
    """Return what stands in the lists, item by item, letter by letter."""
    facts = meeting(session)
    names = {one.code: one.short_name for one in delegations(session)}
    titles = {one.id: one.title for one in agenda(session)}
    shown = [one for one in _entries(session, item) if one.filed_at is not None and one.deleted_at is None]
    lines = [facts.title]
    for key, entries in groupby(shown, key=lambda one: one.item):
        lines += ["", "", titles[key], "=" * len(titles[key])]
        for one in entries:
            lines += [
                "",
                f"{facts.local(one.started_at):%Y-%m-%d %H:%M}  " + " · ".join(_head(one, names)),
                one.written.text,
            ]
    return "\n".join(lines) + "\n"


def _head(one: NoteEntry, names: dict[str, str]) -> Iterator[str]:
    written = one.written
    if written.unknown or written.delegation:
        yield "??" if written.unknown else names[written.delegation]
    yield _(KIND_WORDS[written.kind])
    if written.attribution is not Attribution.ATTRIBUTABLE:
        yield _(ATTRIBUTION_WORDS[written.attribution])
    if written.assignee:
        yield f"@{written.assignee}"
    if written.due:
        yield written.due.isoformat()


def _entries(session: Session, item: str) -> Sequence[NoteEntry]:
    return [one for one in all_notes(session) if item in ("", one.item)]
