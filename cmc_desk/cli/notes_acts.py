"""What the verb of the notes does."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from cmc_desk.cli.agenda_acts import Wanted, item_named, item_or_running
from cmc_desk.cli.notes_words import entries_words, items_words, revisions_words
from cmc_desk.cli.times import told_time
from cmc_desk.cli.told import Told
from cmc_desk.desk import notes
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.note_files import export_notes
from cmc_desk.desk.note_items import hand_over_item, item_notes, set_note_status
from cmc_desk.desk.note_list import all_notes, entry_of, notes_of, revisions_of
from cmc_desk.desk.note_search import find_notes
from cmc_desk.desk.rescue import clear_rescued_of, rescued_of
from cmc_desk.desk.rescue_taking import take_rescued
from cmc_desk.desk.setup import delegation_index
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.meeting import DocumentPlan
from cmc_desk.rules.note_kinds import Attribution, NoteStatus
from cmc_desk.rules.notes import NoteEntry, Written
from cmc_desk.rules.refusal import Refusal

UNKNOWN = "??"


@dataclass(frozen=True)
class Asked:
    """What was typed after the verb."""

    desk: Desk
    what: tuple[str, ...]
    item: str = ""
    speaker: str = ""
    lang: str = ""
    at: str | None = None
    not_attributed: bool = False
    internal: bool = False
    deleted: bool = False
    revision: int | None = None
    take: bool = False
    out: Path | None = None

    @property
    def text(self) -> str:
        """The words that were typed."""
        return " ".join(self.what)

    @cached_property
    def item_key(self) -> str:
        """The item that was named, or the one that runs; raises Refusal if it must be named."""
        return item_or_running(self.desk, Wanted(tuple(self.item.split()), "", None, "")).key

    @cached_property
    def entry(self) -> NoteEntry:
        """The entry whose key begins as was typed; raises Refusal if there is none, or more than one."""
        found = [one for one in self.desk.read(all_notes) if self.text and one.key.startswith(self.text)]
        if len(found) != 1:
            raise Refusal(
                _("No entry, or more than one, has a key that begins with “{text}”: list them with --json.").format(
                    text=self.text
                ),
                field="what",
            )
        return found[0]


def _list(asked: Asked) -> Told:
    desk = asked.desk
    if not asked.item:
        found = desk.read(item_notes)
        return Told(found, items_words(desk, found))
    entries = desk.read(notes_of, item=item_named(desk, asked.item.split()).key, deleted=asked.deleted)
    return Told(entries, entries_words(desk, entries))


def _add(asked: Asked) -> Told:
    desk = asked.desk
    item, written = asked.item_key, _written(asked)
    at = desk.clock.now() if asked.at is None else told_time(desk, asked.at)
    key = notes.new_entry_id()
    kept = desk.do(notes.file_entry, entry=key, item=item, started_at=at, written=written, base=0)
    filed = _entry(desk, kept.entry)
    return Told(filed, entries_words(desk, (filed,)))


def _search(asked: Asked) -> Told:
    found = asked.desk.read(find_notes, text=asked.text)
    return Told(found, entries_words(asked.desk, found, items=True))


def _export(asked: Asked) -> Told:
    if asked.out is None:
        raise Refusal(_("Where to? Give --out X.txt or X.json."), field="out")
    item = item_named(asked.desk, asked.item.split()).key if asked.item else ""
    written = export_notes(asked.desk, asked.out, item=item)
    return Told({"file": str(written)}, str(written))


def _revisions(asked: Asked) -> Told:
    found = asked.desk.read(revisions_of, entry=asked.entry.key)
    return Told(found, revisions_words(asked.desk, found))


def _restore(asked: Asked) -> Told:
    """Bring a deleted entry back, or let one say again what it said at a revision."""
    desk, entry = asked.desk, asked.entry
    if asked.revision is not None:
        desk.do(notes.restore_revision, entry=entry.key, number=asked.revision)
    elif entry.deleted_at is not None:
        desk.do(notes.bring_back, entry=entry.key)
    else:
        raise Refusal(_("This entry is in the notes: say with --revision which text it is to have."), field="revision")
    now = _entry(desk, entry.key)
    return Told(now, entries_words(desk, (now,)))


def _delete(asked: Asked) -> Told:
    entry = asked.entry
    asked.desk.do(notes.delete_entry, entry=entry.key)
    return Told(_entry(asked.desk, entry.key), _("Deleted; “restore {key}” brings it back.").format(key=entry.key[:8]))


def _status(asked: Asked) -> Told:
    words = {one.value: one for one in NoteStatus}
    if asked.text not in words:
        raise Refusal(_("How far are they? Say one of {words}.").format(words=", ".join(words)), field="what")
    item = asked.item_key
    asked.desk.do(set_note_status, item=item, status=words[asked.text])
    return _of_item(asked.desk, item)


def _hand_over(asked: Asked) -> Told:
    item = asked.item_key
    asked.desk.do(hand_over_item, item=item, rapporteur=asked.text)
    return _of_item(asked.desk, item)


def _rescued(asked: Asked) -> Told:
    """Show what was rescued of this meeting on this computer, or take it into the notes."""
    desk = asked.desk
    found = rescued_of(desk)
    if not found:
        return Told(found, _("Nothing was rescued."))
    if not asked.take:
        lines = (
            f"{desk.read(meeting).local(one.at):%Y-%m-%d %H:%M:%S}  {one.author_in_words}  {one.written.text}"
            for one in found
        )
        return Told(found, "\n".join(lines))
    item = item_named(desk, asked.item.split()).key if asked.item else ""
    keys = desk.do(take_rescued, texts=found, item=item)
    clear_rescued_of(desk, found, taken=True)
    words = ngettext("{number} text was taken into the notes.", "{number} texts were taken into the notes.", len(keys))
    return Told(keys, words.format(number=len(keys)))


ACTS: dict[str, Callable[[Asked], Told]] = {
    "list": _list,
    "add": _add,
    "search": _search,
    "export": _export,
    "revisions": _revisions,
    "restore": _restore,
    "delete": _delete,
    "status": _status,
    "hand-over": _hand_over,
    "rescued": _rescued,
}


def _entry(desk: Desk, key: str) -> NoteEntry:
    found = desk.read(entry_of, entry=key)
    if found is None:
        raise Refusal(_("This entry is not in the notes."))
    return found


def _of_item(desk: Desk, item: str) -> Told:
    found = [one for one in desk.read(item_notes) if one.item == item]
    return Told(found[0], items_words(desk, found))


def _written(asked: Asked) -> Written:
    """Return the entry that was typed, with what its beginning says of it."""
    from cmc_desk.desk.drafts import draft_titles
    from cmc_desk.desk.speakers_to_name import speakers
    from cmc_desk.rules.note_prefixes import read_line

    desk = asked.desk
    facts = desk.read(meeting)
    typed = read_line(
        asked.text.replace("\\n", "\n"),
        speakers=desk.read(speakers),
        documents=[DocumentPlan(one.key, one.title, one.title) for one in desk.read(draft_titles)],
        today=facts.local(desk.clock.now()).date(),
    )
    delegation, participant = _speaker(asked)
    if typed.speaker is not None and not asked.speaker:
        delegation, participant = typed.speaker.delegation, typed.speaker.participant
    written = Written(
        text=typed.rest,
        delegation=delegation,
        participant=participant,
        unknown=not delegation and (typed.unknown or asked.speaker == UNKNOWN),
        document=typed.document,
        provision=typed.provision,
        language=asked.lang or facts.language,
        attribution=_attribution(asked),
        highlighted=typed.highlighted,
        assignee=typed.assignee,
        due=typed.due,
    )
    return written if typed.kind is None else replace(written, kind=typed.kind)


def _attribution(asked: Asked) -> Attribution:
    if asked.internal:
        return Attribution.INTERNAL
    return Attribution.NOT_FOR_ATTRIBUTION if asked.not_attributed else Attribution.ATTRIBUTABLE


def _speaker(asked: Asked) -> tuple[str, str]:
    if asked.speaker in ("", UNKNOWN):
        return "", ""
    index, _names = asked.desk.read(delegation_index)
    code = index.match(asked.speaker)
    if code is None:
        raise Refusal(
            _("No delegation, or more than one, is called “{text}”: give its code, such as JM.").format(
                text=asked.speaker
            ),
            field="speaker",
        )
    return code, ""
