"""What the verb of the notes says to people."""

from collections.abc import Sequence

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import delegations, meeting
from cmc_desk.desk.rundown import rundown
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.note_kind_words import ATTRIBUTION_WORDS, KIND_WORDS, STATUS_WORDS
from cmc_desk.rules.note_kinds import Attribution
from cmc_desk.rules.notes import ItemNotes, NoteEntry, NoteRevision, Written

_SHOWN_OF_A_KEY = 8


def items_words(desk: Desk, found: Sequence[ItemNotes]) -> str:
    """Return a line for each item: how far its notes are, how many entries it has, and whose they are."""
    titles = {item.key: item.title for item in desk.read(rundown).items}
    return "\n".join(_item_line(one, titles.get(one.item, "")) for one in found)


def entries_words(desk: Desk, entries: Sequence[NoteEntry], *, items: bool = False) -> str:
    """Return the entries as they stand in the list, each with the beginning of its key; with `items` after the title of its item."""
    if not entries:
        return _("There are no entries.")
    facts = desk.read(meeting)
    names = {one.code: one.short_name for one in desk.read(delegations)}
    titles = {item.key: item.title for item in desk.read(rundown).items} if items else {}
    lines = []
    for one in entries:
        head = (
            one.key[:_SHOWN_OF_A_KEY],
            f"{facts.local(one.started_at):%Y-%m-%d %H:%M}",
            titles.get(one.item, ""),
            _speaker(one.written, names),
            _marks(one),
        )
        lines.append("  ".join(part for part in head if part))
        lines.extend(f"    {line}" for line in one.written.text.split("\n"))
    return "\n".join(lines)


def revisions_words(desk: Desk, found: Sequence[NoteRevision]) -> str:
    """Return what an entry said, revision by revision."""
    facts = desk.read(meeting)
    lines = []
    for one in found:
        lines.append(f"{one.number:4}  {facts.local(one.at):%Y-%m-%d %H:%M:%S}  {one.author}")
        lines.extend(f"    {line}" for line in one.written.text.split("\n"))
    return "\n".join(lines) or _("No revision was kept.")


def _item_line(one: ItemNotes, title: str) -> str:
    parts = [
        title,
        _(STATUS_WORDS[one.status]),
        ngettext("{number} entry", "{number} entries", one.entries).format(number=one.entries),
    ]
    if one.unknown_speakers:
        parts.append(
            ngettext("{number} speaker is not known", "{number} speakers are not known", one.unknown_speakers).format(
                number=one.unknown_speakers
            )
        )
    if one.conflicts:
        parts.append(ngettext("{number} conflict", "{number} conflicts", one.conflicts).format(number=one.conflicts))
    return " · ".join((one.item, *filter(None, (*parts, one.rapporteur))))


def _speaker(written: Written, names: dict[str, str]) -> str:
    return "??" if written.unknown else names.get(written.delegation, "")


def _marks(one: NoteEntry) -> str:
    written = one.written
    return " · ".join(
        filter(
            None,
            (
                _(KIND_WORDS[written.kind]),
                _("read-out") if written.highlighted else "",
                "" if written.attribution is Attribution.ATTRIBUTABLE else _(ATTRIBUTION_WORDS[written.attribution]),
                f"@{written.assignee}" if written.assignee else "",
                written.due.isoformat() if written.due else "",
                _("done") if one.closed_at else "",
                "" if one.filed_at else _("still in the composer"),
                _("kept beside another text") if one.conflict_of else "",
                _("deleted") if one.deleted_at else "",
            ),
        )
    )
