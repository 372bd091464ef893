"""Fix speakers: the entries of which nobody knew who spoke, one after the other, each told by two or three letters and Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.desk.note_list import notes_of
from cmc_desk.desk.notes import fix_speakers
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.rules.speaker_completion import Speaker
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import KeyCap, key_text
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.summaries.said_list import SaidList, SaidRow, said_row
from cmc_desk.ui.summaries.side_panel import SidePanel
from cmc_desk.ui.summaries.speaker_field import SpeakerField

OPEN_KEY, NOBODY_KEY, ALL_KEY = "Alt+O", "Alt+N", "Alt+E"


class FixingPanel(SidePanel):
    """Enter tells who spoke and goes on to the next entry; with the tick it tells it of all that are left."""

    def __init__(
        self, context: Context, speakers: Callable[[], Sequence[Speaker]], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, _("Fix speakers"), parent=parent)
        self._item = ""
        self.unknown = SaidList(name=_("Entries of an unknown speaker"), parent=self)
        self.field = SpeakerField(lambda: context.facts, speakers, name=_("Who spoke in the chosen entry"), parent=self)
        self.field.named.connect(self._on_named)
        self.everywhere = Tick(_("In all that are left"), size=12, parent=self)
        self.nobody = DeskButton(_("Nobody spoke"), key=NOBODY_KEY, size="small", parent=self)
        self.nobody.clicked.connect(self._on_nobody)
        self.count = Text(size=12, tone="slate", parent=self)
        self.open_button = DeskButton(_("Look at it"), key=OPEN_KEY, size="small", parent=self)
        self.open_button.clicked.connect(self._on_open)
        line = QHBoxLayout()
        line.setContentsMargins(16, 10, 16, 0)
        line.addWidget(self.count)
        tick = QHBoxLayout()
        tick.setContentsMargins(16, 0, 16, 8)
        tick.setSpacing(8)
        tick.addWidget(self.everywhere)
        tick.addWidget(KeyCap(key_text(ALL_KEY), parent=self))
        tick.addStretch(1)
        below = QHBoxLayout()
        below.setContentsMargins(16, 0, 16, 10)
        below.setSpacing(8)
        below.addWidget(self.nobody)
        below.addWidget(self.open_button)
        below.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(self.field)
        self.column.addLayout(tick)
        self.column.addLayout(below)
        self.column.addWidget(self.unknown, 1)
        self.bind("Alt+Up", lambda: self.unknown.step(-1))
        self.bind("Alt+Down", lambda: self.unknown.step(1))
        self.bind(ALL_KEY, self.everywhere.toggle)

    def open(self, item: str, entry: str) -> None:
        self._item = item
        self.field.clear()
        self.everywhere.setChecked(False)
        self.refresh()
        if entry:
            self.unknown.choose(entry)

    def first_field(self) -> QWidget:
        return self.field.edit

    def refresh(self) -> None:
        try:
            found = self.context.desk.read_promptly(notes_of, item=self._item)
        except Unavailable as trouble:
            self.count.setText(trouble.sentence)
            return
        rows = [said_row(self.context.facts, one) for one in found if one.written.unknown]
        self.unknown.set_rows(rows, first=True)
        words = ngettext("{count} entry without a speaker", "{count} entries without a speaker", len(rows))
        self.count.setText(words.format(count=len(rows)) if rows else _("Every speaker of this item is known."))
        for button in (self.nobody, self.open_button):
            button.allow(why_not="" if rows else _("Every speaker of this item is known."))

    def _on_named(self, speaker: object) -> None:
        if isinstance(speaker, Speaker):
            self._tell(speaker.delegation, speaker.participant, speaker.name)

    def _on_nobody(self) -> None:
        self._tell("", "", _("nobody"))

    def _tell(self, delegation: str, participant: str, name: str) -> None:
        rows = self.unknown.rows() if self.everywhere.isChecked() else (self.unknown.current(),)
        entries = tuple(row.key for row in rows if isinstance(row, SaidRow))
        if not entries:
            self.context.say("amber", _("Nothing changed: "), _("every speaker of this item is known."))
            return
        changed = self.context.attempt(fix_speakers, entries=entries, delegation=delegation, participant=participant)
        if changed is not None:
            words = ngettext("Speaker of {count} entry: ", "Speaker of {count} entries: ", changed)
            self.context.say("notice", words.format(count=changed), name, undo=True)
            self.field.clear()
            self.refresh()
            self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_open(self) -> None:
        row = self.unknown.current()
        if row is not None:
            self.entry_asked.emit(row.item, row.key)
