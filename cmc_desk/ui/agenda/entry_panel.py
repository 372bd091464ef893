"""What is kept of an entry of the list: a limit of its own, the length of the text that was handed in, who speaks, a note."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.floor_kinds import Speech
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.statement_length import count_words
from cmc_desk.rules.typed_lengths import limit_text, parse_limit
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead

_TEXT = 60
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryPanel(Pane):
    """A text that is pasted is counted and not kept."""

    saved = Signal()
    left = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.entry = ""
        self.head = PaneHead(side=True)
        back = DeskButton(_("Back"), key="Esc", size="small")
        back.clicked.connect(self.left)
        self.head.add(back)
        self._limit, self._words, self._note = QLineEdit(), QLineEdit(), QLineEdit()
        self._who = Combo()
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_TEXT)
        self._text.textChanged.connect(self._on_text)
        self._fields = {
            "limit": Field(_("Limit of its own"), self._limit, hint=_("3 or 2:30; empty: as its category")),
            "words": Field(_("Words of its text"), self._words, hint=_("empty: none handed in")),
            "participant": Field(_("Who speaks"), self._who),
            "note": Field(_("Note"), self._note, hint=_("stands beside the name, such as “lands 15:10”")),
        }
        save = DeskButton(_("Save"), key="Ctrl+S", icon="check", kind="primary")
        save.clicked.connect(self.saved)
        body = QVBoxLayout()
        body.setContentsMargins(20, 10, 20, 4)
        body.setSpacing(0)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self._fields["limit"])
        beside.addWidget(self._fields["words"])
        body.addLayout(beside)
        body.addWidget(Field(_("Text to count, which is not kept"), self._text, height=_TEXT))
        body.addWidget(self._fields["participant"])
        body.addWidget(self._fields["note"])
        body.addStretch()
        foot = Pane("sand", lines="t")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 8, 20, 8)
        row.addStretch()
        row.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(body, 1)
        column.addWidget(foot)

    def open(self, name: str, speech: Speech, people: Sequence[tuple[str, str]]) -> None:
        """Show what is kept of an entry; `people` are those who may speak for it, by identifier and name."""
        entry = speech.entry
        self.entry = entry.key
        self.head.say(name)
        self._text.clear()
        self._limit.setText(limit_text(entry.limit) if entry.limit is not None else "")
        self._words.setText(str(entry.words) if entry.words is not None else "")
        self._note.setText(entry.note)
        self._who.set_choices([("", _("not said")), *people])
        self._who.set_key(entry.participant)
        for field in self._fields.values():
            field.set_problem("")
        self._limit.setFocus(Qt.FocusReason.OtherFocusReason)

    def changes(self) -> dict[str, Any]:
        """Return what was typed, as the command takes it; raises Refusal, with the field, for what is no number or length."""
        limit, words = self._limit.text().strip(), self._words.text().strip()
        try:
            seconds = parse_limit(limit) // timedelta(seconds=1) if limit else None
        except Refusal as refusal:
            raise Refusal(refusal.sentence, field="limit") from None
        if words and not words.isdecimal():
            raise Refusal(_("Type how many words the text has."), field="words")
        return {
            "limit": seconds,
            "words": int(words) if words else None,
            "participant": self._who.key(),
            "note": self._note.text().strip(),
        }

    def blame(self, refusal: Refusal) -> None:
        """Show a refusal beside its field."""
        field = self._fields.get(refusal.field, self._fields["note"])
        field.set_problem(refusal.sentence)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text(self) -> None:
        text = self._text.toPlainText()
        if text.strip():
            self._words.setText(str(count_words(text)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.saved.emit()
        else:
            super().keyPressEvent(event)
