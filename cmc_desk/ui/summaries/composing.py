"""Which entry is in the composer, and what becomes of it: begun at the first key, kept, filed, edited after filing, taken up again."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.notes import new_entry_id
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.notes import NoteEntry, Written
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.context import Context
from cmc_desk.ui.summaries.composed import Conflict, Suggested, drafts_of, filed_of, found_entry
from cmc_desk.ui.summaries.note_editor import NoteEditor
from cmc_desk.ui.summaries.save_state import Why, Wrote
from cmc_desk.ui.summaries.saving import Saving
from cmc_desk.ui.summaries.writing import Act, Subject

NOTE_TABLES = frozenset({"note_entry", "*"})
# Who takes everything back and is silent so long begins another entry when they go on.
_ANOTHER_AFTER = timedelta(seconds=60)
_SPEAKER = frozenset({"delegation", "participant", "unknown"})


class Composing(QObject):
    """`begun` says that another entry is in the field, `facts_changed` that what surrounds its text is another."""

    begun = Signal()
    facts_changed = Signal()
    filed = Signal(object)
    conflicted = Signal(object)
    refused = Signal(str)

    def __init__(self, context: Context, editor: NoteEditor, saving: Saving, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._editor = editor
        self._saving = saving
        self.item = ""
        self.language = context.facts.meeting.language
        self.about = ("", "")
        self.facts = Written(language=self.language)
        self.suggested = Suggested()
        self.prefilled = False
        self._version = 0
        self._taking_in = False
        self._changed = False
        self._emptied_at: datetime | None = None
        self._aside: tuple[str, int] | None = None
        editor.edited.connect(self._on_edited)
        saving.wrote.connect(self._on_wrote)

    @property
    def entry(self) -> str:
        """The key of the entry that is in the field; empty until the first key of a new one."""
        return self._saving.subject.entry if self._saving.subject is not None else ""

    @property
    def started_at(self) -> datetime | None:
        """When the entry in the field was begun."""
        return self._saving.subject.started_at if self._saving.subject is not None else None

    @property
    def editing(self) -> bool:
        """Whether the entry in the field stands in the list already."""
        return self._saving.subject is not None and self._saving.subject.filed

    def written(self) -> Written:
        """Return the entry as it stands in the field."""
        return replace(self.facts, text=self._editor.text())

    def open_item(self, item: str, entry: str = "", position: int = -1) -> None:
        """Type under another item from now on; what was typed under the one before is kept there."""
        if item != self.item:
            self.put_aside()
            self._aside = None
            self.item = item
            self._resume(position=position)
        if entry and entry != self.entry:
            self.edit(entry, position)
        elif entry and position >= 0:
            self._editor.choose(position, position)

    def edit(self, entry: str, position: int = -1) -> None:
        """Bring an entry into the field; a draft that was there comes back when it is left."""
        if entry == self.entry:
            return
        aside = (self.entry, self._editor.textCursor().position()) if self.entry and not self.editing else self._aside
        self.put_aside()
        if self._take_up(entry, position):
            self._aside = aside if aside is None or aside[0] != entry else None
        else:
            self._aside = None
            self._resume()

    def put_aside(self) -> None:
        """Keep what is in the field where it belongs, and empty the field."""
        if self._saving.subject is not None:
            if self.editing and self._changed and self._editor.text().strip():
                self._saving.hand_over(Act.LEAVE, self.written(), strict=False)
            elif not self._saving.flush(Why.ITEM) and self._saving.unsaved:
                self._saving.hand_over(Act.KEEP, self.written(), strict=False)
        self._saving.drop()
        self._blank()

    def change(self, *, by_hand: bool = True, **fields: Any) -> None:
        """Change what surrounds the text: the kind, the speaker, the mark for the read-out …"""
        facts = replace(self.facts, **fields)
        if facts == self.facts:
            return
        speaker = bool(fields.keys() & _SPEAKER)
        self.facts = facts
        self._version += 1
        if speaker and by_hand:
            self.prefilled = False
        if self._saving.subject is not None:
            self._changed = True
            self._saving.touched(mark=speaker or "kind" in fields)
        self.facts_changed.emit()

    def suggest(self, suggested: Suggested) -> None:
        """Fill in who has the floor, unless an entry was begun or somebody was named."""
        if suggested == self.suggested:
            return
        waiting = self._saving.subject is None and (self.prefilled or not _names(self.facts))
        self.suggested = suggested
        if waiting:
            self._fill_in()
            self.facts_changed.emit()

    def be_about(self, document: str, provision: str) -> None:
        """Let new entries be about a provision, and the one in the field if nothing is typed in it."""
        self.about = (document, provision)
        if self._saving.subject is None:
            self.change(document=document, provision=provision)

    def speak(self, language: str) -> None:
        """Write in another language from now on."""
        self.language = language
        self.change(language=language)

    def file(self, written: Written) -> bool:
        """File the entry in the field, or leave it if it stands in the list; return whether it has left the field."""
        subject = self._saving.subject
        if subject is None:
            return False
        if not written.text.strip():
            self.refused.emit(
                _("Nothing is left of this entry: Ctrl+Z brings its text back; to delete it, use the list.")
                if subject.filed
                else _("The entry is empty: type what was said.")
            )
            return False
        again = subject.filed
        if again and not self._changed:
            self._saving.drop()
        else:
            try:
                stored = self._saving.hand_over(Act.LEAVE if again else Act.FILE, written)
            except Refusal as refusal:
                self.refused.emit(refusal.sentence)
                return False
            if not stored:
                self.filed.emit(filed_of(subject, written, again=again, stored=False))
        self._next()
        return True

    def clear(self) -> None:
        """Empty the field: what was typed in it was no entry."""
        self._editor.begin("")
        self._changed = True
        self._emptied_at = self._context.now()
        if self._saving.subject is not None:
            self._saving.touched()
        self.begun.emit()

    def changed(self, tables: frozenset[str]) -> None:
        """Learn that the notes have changed: another window may have written here, or a filing was taken back."""
        if self._saving.writing or self._saving.state.failing or not tables & NOTE_TABLES or not self.item:
            return
        subject = self._saving.subject
        if self._editor.is_empty() and (subject is None or not (subject.filed or self._saving.unsaved)):
            drafts = self._drafts()
            if drafts and drafts[-1] != self.entry:
                self._saving.drop()
                self._take_up(drafts[-1], -1)
        elif subject is not None and subject.base and not self._saving.unsaved:
            found = found_entry(self._context.desk, subject.entry)
            if found is not None and (found.deleted_at is not None or (found.filed_at is not None) != subject.filed):
                self._saving.drop()
                self._next()
            elif found is not None and found.revision != subject.base:
                self._take_in(subject, found)

    def _next(self) -> None:
        aside, self._aside = self._aside, None
        self._blank()
        if aside is None or not self._take_up(*aside):
            self.begun.emit()

    def _resume(self, *, position: int = -1) -> None:
        """Take up the draft of this item, if there is one."""
        kept = [job for job in self._saving.waiting if job.act is Act.KEEP and job.subject.item == self.item]
        if kept:
            self._take_up(kept[-1].subject.entry, position)
            return
        drafts = self._drafts()
        if not drafts or not self._take_up(drafts[-1], position):
            self._blank()
            self.begun.emit()

    def _drafts(self) -> list[str]:
        handed = {job.subject.entry for job in self._saving.waiting}
        return [entry for entry in drafts_of(self._context.desk, self.item) if entry not in handed]

    def _take_up(self, entry: str, position: int) -> bool:
        job = next((job for job in reversed(self._saving.waiting) if job.subject.entry == entry), None)
        if job is not None:
            self._saving.take_back(job)
            job.subject.filed = job.subject.filed or job.act is Act.LEAVE
            self._show(job.subject, job.written, position)
            self._saving.touched()
            return True
        found = found_entry(self._context.desk, entry)
        if found is None or found.deleted_at is not None:
            return False
        subject = Subject(found.key, found.item, found.started_at, found.revision, found.filed_at is not None)
        self._show(subject, found.written, position)
        return True

    def _show(self, subject: Subject, written: Written, position: int) -> None:
        self.facts, self.prefilled = replace(written, text=""), False
        self._version += 1
        self._editor.begin(written.text, position=position)
        self._saving.begin(subject, self._read)
        self._changed, self._emptied_at = False, None
        self.begun.emit()

    def _blank(self) -> None:
        self._editor.begin("")
        document, provision = self.about
        self.facts = Written(language=self.language, document=document, provision=provision)
        self._changed, self._emptied_at = False, None
        self._version += 1
        self._fill_in()

    def _fill_in(self) -> None:
        who = self.suggested
        self.facts = replace(self.facts, delegation=who.delegation, participant=who.participant, unknown=False)
        self.prefilled = bool(who.delegation or who.participant)
        self._version += 1

    def _take_in(self, subject: Subject, found: NoteEntry) -> None:
        """Show what another window has written here, as one step of undo."""
        self._taking_in = True
        try:
            self._editor.become(found.written.text)
        finally:
            self._taking_in = False
        self.facts = replace(found.written, text="")
        self._version += 1
        subject.base = found.revision
        self.facts_changed.emit()

    def _read(self) -> tuple[object, Written]:
        return (self._editor.stamp(), self._version), self.written()

    def _on_edited(self, letters: int) -> None:
        if self._taking_in or not self.item:
            return
        now = self._context.now()
        empty, subject = self._editor.is_empty(), self._saving.subject
        long_empty = self._emptied_at is not None and now - self._emptied_at >= _ANOTHER_AFTER
        if subject is not None and not subject.filed and not empty and long_empty:
            self._saving.hand_over(Act.KEEP, replace(self.facts, text=""), strict=False)
            subject = None
        self._emptied_at = (self._emptied_at or now) if empty else None
        if subject is None:
            if empty:
                return
            subject = Subject(new_entry_id(), self.item, now)
            self._saving.begin(subject, self._read)
        self._changed = True
        self._saving.touched(letters)

    def _on_wrote(self, wrote: object) -> None:
        # What is typed between two saves is what one Ctrl+Z takes back.
        self._editor.end_step()
        if not isinstance(wrote, Wrote):
            return
        if wrote.kept.conflict:
            self.conflicted.emit(Conflict(wrote.kept.conflict, wrote.known_as))
        job = wrote.job
        if job.act in (Act.FILE, Act.LEAVE):
            self.filed.emit(filed_of(job.subject, job.written, again=job.act is Act.LEAVE, kept=wrote.kept))


def _names(facts: Written) -> bool:
    return bool(facts.delegation or facts.participant or facts.unknown)
