"""The recommendations of the meeting: the numbered list at the left, the writer beside it."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QWidget

from cmc_desk.desk import recommendations as recs
from cmc_desk.desk.note_list import all_notes, entry_of
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import Attribution, Decided, EntryKind
from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.rules.readouts import Recommendation
from cmc_desk.rules.recommendation_tables import MEETING, VERBS
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import FACT_TABLES, Context
from cmc_desk.ui.summaries.page_parts import APPROVAL
from cmc_desk.ui.summaries.recommendation_fields import Typed
from cmc_desk.ui.summaries.recommendation_panes import RecommendationPanes
from cmc_desk.ui.summaries.recommendation_rows import RecommendationRow, recommendation_rows

TABLES = FACT_TABLES | {"recommendation", "note_entry"}
_ENTRY = "entry:"


class RecommendationView(RecommendationPanes):
    """What is typed is kept when another one is chosen or the view is left; if it cannot be kept it says why, and stays."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: tuple[Recommendation, ...] = ()
        self.waiting: tuple[NoteEntry, ...] = ()
        self.language = context.facts.meeting.language
        self._key = ""
        self._entry: NoteEntry | None = None
        self._warned = False
        self._connect()

    def open(self, key: str) -> None:
        """Show a recommendation by its key, one that is begun from an entry of the notes (`entry:KEY`), or the last of the list."""
        self._warned = False
        self.form.offer()
        self.read()
        if key.startswith(_ENTRY):
            self._open_entry(key.removeprefix(_ENTRY))
        else:
            self._show(key or self._key)

    def reload(self, tables: frozenset[str]) -> None:
        """Read again what has changed; what is being typed stays."""
        if tables & TABLES:
            self.read()

    def read(self) -> None:
        """Show the list as it stands now."""
        try:
            self.found = self.context.desk.read(recs.recommendations)
            said = self.context.desk.read(recs.sentences, language=self.language)
            entries = self.context.desk.read(all_notes)
        except Unavailable as trouble:
            self.context.say("amber", trouble.sentence)
            return
        written = {one.entry for one in self.found}
        self.waiting = tuple(entry for entry in entries if _is_to_write(entry) and entry.key not in written)
        rows = recommendation_rows(self.context.facts, self.found, said)
        if rows != self.list.rows():
            # Whoever types is not moved to another one by what somebody else writes.
            with QSignalBlocker(self.list):
                self.list.set_rows(rows, key=self._key or None)
        self.show_waiting(len(self.waiting))
        if not self.form.dirty:
            self.form.show_recommendation(self.chosen())
        self._allow()

    def chosen(self) -> Recommendation | None:
        """Return the recommendation that stands in the form; None for a new one."""
        return next((one for one in self.found if one.key == self._key), None)

    def may_leave(self) -> bool:
        """Keep what is typed; what cannot be kept is dropped only if it is left a second time."""
        if not self.form.dirty or self.form.fields.typed().empty or self._save(quiet=True):
            return True
        if self._warned:
            self.form.show_recommendation(self.chosen())
            return True
        self._warned = True
        return False

    def _save(self, *, quiet: bool = False) -> bool:
        typed, entry = self.form.fields.typed(), self._entry
        one = self.chosen()
        try:
            key = self.context.desk.do(
                recs.put_recommendation,
                verb=typed.verb,
                addressee=typed.addressee,
                objects={} if typed.by_hand else dict(typed.texts),
                deadline=self.form.deadline_of(typed),
                deadline_words={} if typed.by_hand else dict(typed.until),
                texts=dict(typed.texts) if typed.by_hand else {},
                item=one.item if one is not None else "",
                entry=one.entry if one is not None else (entry.key if entry is not None else ""),
                key=self._key,
            )
        except Refusal as refusal:
            self.form.refuse(refusal)
            if quiet:
                self.context.say("amber", _("Not saved: "), refusal.sentence, _(" Leave it again to drop it."))
            return False
        except Unavailable as trouble:
            self.context.trouble(trouble)
            return False
        self._warned, self._entry, self._key = False, None, key
        self.read()
        self.list.choose(key)
        saved = self.chosen()
        self.form.show_recommendation(saved)
        number = saved.number if saved is not None else 0
        self.context.say("notice", _("Saved: "), _("recommendation {number}").format(number=number), undo=True)
        return True

    def _show(self, key: str) -> None:
        known = [one.key for one in self.found]
        self._key = key if key in known else ""
        self._entry = None
        self.list.choose(self._key)
        self.form.show_recommendation(self.chosen())
        self._allow()

    def _open_entry(self, key: str) -> None:
        written = next((one.key for one in self.found if one.entry == key), "")
        if written:
            self._show(written)
            return
        try:
            entry = self.context.desk.read(entry_of, entry=key)
        except Unavailable:
            entry = None
        self._show("")
        if entry is not None:
            self._entry = entry
            self.form.show_recommendation(None, _begun_with(entry))

    def _allow(self) -> None:
        one = self.chosen()
        nothing = "" if one is not None else _("Choose a recommendation.")
        decided = one is not None and one.decided is not Decided.PENDING
        self.up.allow(why_not=nothing or ("" if one is not None and one.number > 1 else _("It is the first one.")))
        last = one is not None and one.number == len(self.found)
        self.down.allow(why_not=nothing or (_("It is the last one.") if last else ""))
        self.remove.allow(why_not=nothing or (_("It is decided: reopen it first.") if decided else ""))

    def _on_chosen(self, row: object) -> None:
        if not isinstance(row, RecommendationRow) or row.key == self._key:
            return
        before = self._key
        if self.may_leave():
            self._show(row.key)
        else:
            self.list.choose(before)

    def _on_new(self) -> None:
        if self.may_leave():
            self._show("")
            self.list.clearSelection()
            self.form.fields.verb.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_take(self) -> None:
        if self.waiting and self.may_leave():
            self._open_entry(self.waiting[0].key)
            self.form.fields.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_saved(self) -> None:
        self._save()

    def _move(self, steps: int) -> None:
        order = [one.key for one in self.found]
        if self._key not in order or not self.may_leave():
            return
        at = order.index(self._key)
        to = max(0, min(len(order) - 1, at + steps))
        order.insert(to, order.pop(at))
        if to != at and self.context.attempt(recs.renumber_recommendations, order=tuple(order)) is not None:
            self.read()
            self.list.choose(self._key)
            self.context.say("notice", _("Its number is now {number}.").format(number=to + 1), undo=True)

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _on_remove(self) -> None:
        one = self.chosen()
        if one is None or self.context.attempt(recs.remove_recommendation, recommendation=one.key) is None:
            return
        self._key = ""
        self.read()
        left = self.found[min(one.number, len(self.found)) - 1].key if self.found else ""
        self._show(left)
        self.context.say("notice", _("Removed: "), _("recommendation {number}").format(number=one.number), undo=True)

    def _on_language(self, language: str) -> None:
        self.language = language
        self.read()

    def _on_approval(self) -> None:
        if self.may_leave():
            self.part_asked.emit(APPROVAL, self._key)

    def _on_back(self) -> None:
        if self.may_leave():
            self.left.emit()

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.form.saved.connect(self._on_saved)
        self.new.clicked.connect(self._on_new)
        self.take.clicked.connect(self._on_take)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_remove)
        self.languages.chosen.connect(self._on_language)
        self.approval.clicked.connect(self._on_approval)
        self.back.clicked.connect(self._on_back)
        self.context.settling.connect(self._on_settling)

    def _on_settling(self) -> None:
        if self.form.dirty and self.isVisible() and not self.form.fields.typed().empty:
            self._save(quiet=True)


def _is_to_write(entry: NoteEntry) -> bool:
    written = entry.written
    filed = entry.filed_at is not None and entry.deleted_at is None
    return filed and written.kind is EntryKind.RECOMMENDATION and written.attribution is not Attribution.INTERNAL


def _begun_with(entry: NoteEntry) -> Typed:
    """Return what an entry of the notes gives for a recommendation: the whole sentence if it is one already."""
    text, language = plain(entry.written.text).strip(), entry.written.language
    whole = text.startswith(MEETING.get(language, MEETING["en"]))
    return Typed(verb=next(iter(VERBS)), texts={language: text}, by_hand=whole)
