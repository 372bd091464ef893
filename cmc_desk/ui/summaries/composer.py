"""The composer: one line that grows, in which entries are typed, filed and edited; everything that is typed in it is kept.

What a page does with it (everything else is the composer's own affair):

    composer = Composer(context, parent)             # below the list; `parent` is a widget of the page
    composer.light                                   # `Saved 14:32:07`: put it into the head, where it is always in sight
    composer.open_item(item)                         # type under this item; its draft is taken up again
    composer.open_item(item, entry, position)        # ... where the cursor was: `place()` gives these three, for `keep_place`
    composer.changed(tables)                         # from the page's `reload`: undone filings, other windows
    composer.edit(entry)                             # an entry of the list comes into the composer; Enter or Esc leaves it
    composer.set_speaker_suggestion("BB")            # has the floor: filled in where nobody was named; ("", "") for nobody
    composer.set_provision(document, provision, text)  # under discussion: new entries are about it, Tab completes its words
    composer.quote(text, document, provision)        # puts “text” where the cursor stands
    composer.flush(Why.EXPORT) -> bool               # write now; True if the meeting file has everything
    composer.set_text_size(px), composer.text_size   # Ctrl+plus
    composer.keys()                                  # for F1
    composer.filed          Signal(object)           # `Filed` (composed.py): it stands in the list now, or waits (`stored` False)
    composer.conflicted     Signal(object)           # `Conflict`: a text was kept beside another one
    composer.state_changed  Signal()                 # `save_state`, `entry`, `editing`, `item` or `waiting` are others now
    composer.save_state                              # `SaveState`: what the light shows
    composer.entry, composer.editing, composer.item  # the key in the field ("" before the first key), and whether it is filed
    composer.waiting                                 # `Job`s that the store has not taken: to be shown in the list meanwhile
    composer.writing                                 # True while its own saves are told: a page need not read its lists again

A filed entry is edited in the composer and not in its row: there it has kinds, speakers, snippets and spelling, and nothing is laid out
anew above the cursor; a draft that was being typed comes back afterwards. `context.settle()` flushes it before an export.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.desk.rescue import RescueFile, rescue_file_of
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.substitution import read_substitution
from cmc_desk.ui import settings
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.summaries.aids import Aids
from cmc_desk.ui.summaries.composed import Conflict, Filed, Suggested
from cmc_desk.ui.summaries.composer_face import KEYS, ComposerFace
from cmc_desk.ui.summaries.composing import Composing
from cmc_desk.ui.summaries.entry_acts import EntryActs, quoted
from cmc_desk.ui.summaries.flushing import Flushing
from cmc_desk.ui.summaries.note_editor import NoteEditor
from cmc_desk.ui.summaries.save_state import MakeTimer, SaveState, Why
from cmc_desk.ui.summaries.saved_light import SavedLight
from cmc_desk.ui.summaries.saving import Saving
from cmc_desk.ui.summaries.spelling import Spelling
from cmc_desk.ui.summaries.suggesting import Suggesting
from cmc_desk.ui.summaries.vocabulary import Vocabulary
from cmc_desk.ui.summaries.writing import Job
from cmc_desk.ui.timers import after_rest

__all__ = ["Composer", "Conflict", "Filed", "SaveState", "Why"]

_WORDS_REST_MS = 1000


class Composer(Pane):
    """See the module for what a page does with it."""

    filed = Signal(object)
    conflicted = Signal(object)
    state_changed = Signal()

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        *,
        timer: MakeTimer = after_rest,
        rescue: RescueFile | None = None,
    ) -> None:
        super().__init__("panel", lines="t", line_tone="sea", parent=parent)
        self._context = context
        desk = context.desk
        self.editor = NoteEditor(self)
        self.saving = Saving(desk, rescue or rescue_file_of(desk), timer=timer, parent=self)
        self.composing = Composing(context, self.editor, self.saving, self)
        self.vocabulary = Vocabulary(context)
        self.aids = Aids(context, self.editor, self.composing, self.vocabulary, self)
        self.spelling = Spelling(
            self.editor, pool=context.pool, timer=timer, on=settings.said("note_spelling") != "off", parent=self
        )
        self.suggesting = Suggesting(self.editor, self.spelling, self)
        # It has no place here: the page puts it where it is always in sight.
        self.light = SavedLight()
        self._face = ComposerFace(
            context, self.composing, self.editor, self.vocabulary, self.spelling, timer=timer, parent=self
        )
        self._acts = EntryActs(context, self.composing, self.spelling, self.vocabulary, self)
        self._flushing = Flushing(context, self.saving, self)
        self._refresh = timer(_WORDS_REST_MS, self._on_refresh, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 8)
        column.setSpacing(6)
        column.addWidget(self._face.speaker)
        column.addWidget(self.editor)
        column.addWidget(self._face.kinds)
        column.addWidget(self._face.foot)
        self.setFocusProxy(self.editor)
        self.setAccessibleName(_("Composer"))
        self._connect()
        self.light.show_state(self.saving.state, context.facts)

    def _connect(self) -> None:
        editor, composing, saving = self.editor, self.composing, self.saving
        editor.entered.connect(self._on_entered)
        editor.tabbed.connect(self._on_tabbed)
        editor.escaped.connect(self._on_escaped)
        editor.left.connect(self._on_left)
        editor.edited.connect(self._on_edited)
        saving.changed.connect(self._on_saving_changed)
        saving.troubled.connect(self._context.troubled)
        composing.begun.connect(self._on_facts_changed)
        composing.facts_changed.connect(self._on_facts_changed)
        composing.filed.connect(self._on_filed)
        composing.conflicted.connect(self.conflicted)
        composing.refused.connect(self._face.refuse)
        self.aids.offered.connect(self._on_offered)
        self.suggesting.changed.connect(self._on_offered)
        self.suggesting.nothing.connect(self._on_nothing_to_suggest)
        self.spelling.switched.connect(self._face.show_facts)
        self._flushing.closing.connect(self.spelling.close)
        self._face.speaker.change_asked.connect(self._on_change_asked)
        self._face.kinds.chosen.connect(self._acts.choose_kind)
        acts = (
            self.aids.insert_time,
            self._acts.toggle_highlight,
            self._acts.turn_attribution,
            self._acts.turn_language,
            self.suggesting.ask,
            self._acts.toggle_spelling,
            self._acts.learn_word,
        )
        for (key, _words), act in zip(KEYS, acts, strict=True):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    @property
    def save_state(self) -> SaveState:
        """How saving stands."""
        return self.saving.state

    @property
    def entry(self) -> str:
        """The key of the entry in the field; empty until the first key of a new one."""
        return self.composing.entry

    @property
    def editing(self) -> bool:
        """Whether the entry in the field stands in the list already."""
        return self.composing.editing

    @property
    def item(self) -> str:
        """The item that is typed under."""
        return self.composing.item

    @property
    def waiting(self) -> tuple[Job, ...]:
        """What was filed, left or put aside, and the store has not taken yet."""
        return self.saving.waiting

    @property
    def writing(self) -> bool:
        """Whether the composer itself is writing now."""
        return self.saving.writing

    @property
    def text_size(self) -> int:
        """The size of the text, in px."""
        return self.editor.font().pixelSize()

    def open_item(self, item: str, entry: str = "", position: int = -1) -> None:
        """Type under another item; with `entry`, go on in that one, where the cursor was."""
        self._on_refresh()
        self.composing.open_item(item, entry, position)

    def place(self) -> tuple[str, str, int]:
        """Return item, entry and position of the cursor."""
        return self.item, self.entry, self.editor.textCursor().position()

    def edit(self, entry: str) -> None:
        """Bring an entry of the list into the field, and the keyboard with it."""
        self.composing.edit(entry)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self, reason: Why = Why.EXPORT) -> bool:
        """Write now what is not written yet; return whether the meeting file has everything."""
        return self.saving.flush(reason)

    def changed(self, tables: frozenset[str]) -> None:
        """Learn that tables have changed."""
        if self.saving.writing:
            return
        self.composing.changed(tables)
        if self.vocabulary.stale(tables):
            self._refresh.start(_WORDS_REST_MS)

    def set_speaker_suggestion(self, delegation: str, participant: str = "") -> None:
        """Say who has the floor; it is filled in where nobody was named and nothing typed."""
        self.composing.suggest(Suggested(delegation, participant))

    def set_provision(self, document: str, provision: str, text: str = "") -> None:
        """Say what is under discussion: new entries are about it, and Tab completes the words of its text."""
        self.composing.be_about(document, provision)
        self.aids.phrases = (text,) if text else ()

    def quote(self, text: str, document: str = "", provision: str = "") -> None:
        """Put a text in quotation marks where the cursor stands, and say what it is from."""
        blank = " " if self.editor.before_cursor()[-1:].strip() else ""
        self.editor.put(blank + quoted(text, self.composing.facts.language))
        if document:
            self.composing.change(document=document, provision=provision)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_text_size(self, size: int) -> None:
        """Show the text larger or smaller."""
        self.editor.set_size(size)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys that mean something in the composer."""
        return self._face.keys()

    def _on_entered(self) -> None:
        if not self.item:
            return
        wanted = None if self.editing else read_substitution(self.editor.text())
        if wanted is None:
            self.composing.file(self.aids.as_filed())
        elif problem := self._acts.correct(wanted):
            self._face.refuse(problem)

    def _on_filed(self, filed: object) -> None:
        if isinstance(filed, Filed):
            self.aids.spoke(filed.written.participant or filed.written.delegation)
            if filed.stored:
                self._face.say_filed(filed)
            self.filed.emit(filed)
            self.state_changed.emit()

    def _on_tabbed(self) -> None:
        if not self.suggesting.take() and not self.aids.tab():
            self._face.hint(_("Nothing to complete here. Shift+Tab leaves the text."))

    def _on_escaped(self) -> None:
        if not self.suggesting.close() and not self.aids.escape() and self.editing:
            self.composing.file(self.aids.as_filed())

    def _on_left(self) -> None:
        self.saving.flush(Why.FOCUS)

    def _on_facts_changed(self) -> None:
        self.spelling.begin(self.composing.facts.language)
        self._face.show_facts()
        self._on_offered()
        self.state_changed.emit()

    def _on_offered(self) -> None:
        found = self.suggesting.found
        self.editor.wants_tab = found is not None or self.aids.can_tab()
        self.editor.wants_escape = found is not None or self.aids.can_escape() or self.editing
        self._face.show_offer(self.aids.offer, found)

    def _on_nothing_to_suggest(self) -> None:
        self._face.hint(_("No word is marked here.") if self.spelling.available else _("No dictionary is installed."))

    def _on_change_asked(self) -> None:
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.aids.name_speaker()

    def _on_saving_changed(self) -> None:
        self.light.show_state(self.saving.state, self._context.facts)
        self.state_changed.emit()

    def _on_edited(self, _letters: int) -> None:
        if self._refresh.isActive():
            # Reading takes longer than a key may: not while somebody types.
            self._refresh.start(_WORDS_REST_MS)

    def _on_refresh(self) -> None:
        self.vocabulary.refresh()
        self.spelling.know(self.vocabulary.names)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._flushing.watch(self.window())
