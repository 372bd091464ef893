"""A form in the place of the proposals: what it is about, its fields, and what is done when it is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.documents.about import About
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.theme import font
from cmc_desk.ui.written_text import WrittenText


@dataclass(frozen=True, slots=True)
class Said:
    """What was done, in words; `undo` offers Ctrl+Z. `show` is a provision, a proposal or a document that is looked at then."""

    before: str
    bold: str = ""
    after: str = ""
    undo: bool = True
    provision: str = ""
    proposal: str = ""
    document: str = ""


class DocForm(Form):
    """Ctrl+S does it, and Enter where no text of several lines is typed; Esc leaves. `finished` has what was done, or None.

    What was typed when it was left stands in it again when it is opened for the same, until it was done.
    """

    finished = Signal(object)

    def __init__(self, context: Context, title: str, *, does: str, parent: QWidget | None = None) -> None:
        super().__init__(title, side=False, removes=False, parent=parent)
        self.context = context
        self._about: About | None = None
        self._kept: dict[tuple[str, str, str], dict[str, Any]] = {}
        self.intro = Text(size=13, tone="slate", wrap=True)
        self.trouble = Text(size=13, tone="coral", wrap=True)
        self.trouble.hide()
        self.back_button = DeskButton(_("Back"), key="Esc", size="small")
        self.back_button.clicked.connect(self.leave)
        self.head.setParent(self)
        self.head.setFixedHeight(48)
        self.head.title.setFont(font(14, bold=True))
        self.head.add(self.back_button)
        self.save_button.set_text(does)
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            whole.insertWidget(0, self.head)
        self.add_widget(self.intro)
        self.add_widget(self.trouble)
        self.saved.connect(self.save)
        self.left.connect(self.leave)

    @property
    def about(self) -> About:
        """What the form was opened for."""
        if self._about is None:
            raise LookupError("the form was not opened")
        return self._about

    def add_text(self, name: str, label: str, *, lines: int = 4, hint: str = "") -> WrittenText:
        """Add a field for a text of several lines, read as it is typed."""
        editor = WrittenText()
        editor.setTabChangesFocus(True)
        field = Field(label, editor, height=lines * 19 + 14, hint=hint)
        editor.setFont(font(14))
        editor.installEventFilter(self)
        self.know(name, field, editor.written, _writer(editor))
        self.add_widget(field)
        return editor

    def open(self, about: About) -> None:
        """Make the form ready."""
        self._about = about
        self.trouble.hide()
        self.prepare()
        words = self.intro_words()
        self.intro.setText(words)
        self.intro.setVisible(bool(words))
        self.fill(self.first_values())
        kept = self._kept.pop(self._what(), None)
        if kept is not None:
            self.write(kept)
            self.context.say("notice", _("What you typed here before stands in it again."))

    def _what(self) -> tuple[str, str, str]:
        """Return what the form is open for: a document, a provision, a proposal."""
        about = self.about
        return about.text.key, about.key, about.proposal.key if about.proposal is not None else ""

    def typed(self) -> dict[str, Any]:
        """Return what is kept of a form that is left: its fields, and what else `restored` needs."""
        return self.values()

    def restored(self, values: dict[str, Any]) -> None:
        """Show what belongs to the values that were typed before."""

    def write(self, values: dict[str, Any]) -> None:
        """Write into the fields what was typed before."""
        for name, value in values.items():
            if name in self._entries:
                self._entries[name].write(value)
        self.restored(values)

    def prepare(self) -> None:
        """Offer the choices that depend on what it is about."""

    def intro_words(self) -> str:
        """Return what is said above the fields."""
        return ""

    def first_values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        raise NotImplementedError

    def store(self, values: dict[str, Any]) -> Said | None:
        """Do what the form is for and say what was done; raises Refusal. None keeps the form open."""
        raise NotImplementedError

    def leave(self) -> None:
        """Ask to be put away; what was typed is kept for the next time, and the strip says so."""
        if self._about is not None and self.is_changed():
            self._kept[self._what()] = self.typed()
            self.context.say("notice", _("Not saved: "), _("what you typed stands here again when you come back."))
        self.finished.emit(None)

    def save(self) -> None:
        """Do it, and say so; what is refused is said here."""
        self.clear_problems()
        self.trouble.hide()
        try:
            said = self.store(self.values())
        except Refusal as refusal:
            if not self.blame(refusal):
                self.trouble.setText(refusal.sentence)
                self.trouble.show()
        except Unavailable as trouble:
            self.context.trouble(trouble)
        else:
            if said is not None:
                self.finished.emit(said)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        for entry in self.findChildren(QWidget):
            shown = entry.isVisibleTo(self) and entry.isEnabled()
            if shown and entry.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(entry, DeskButton):
                entry.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # An editor of several lines would keep Esc to itself.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return super().eventFilter(watched, event)


def _writer(editor: QPlainTextEdit) -> Callable[[Any], None]:
    return lambda value: editor.setPlainText(str(value))
