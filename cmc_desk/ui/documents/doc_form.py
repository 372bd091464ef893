"""A form in the place of the proposals: what it is about, its fields, and what is done when it is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Context
from cmc_desk.ui.documents.about import About
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.setup import stand_in_form
from cmc_desk.ui.setup.stand_in_form import StandInForm
from cmc_desk.ui.theme import font
from cmc_desk.ui.written_text import WrittenText


@dataclass(frozen=True, slots=True)
class Said(stand_in_form.Said):
    """What was done, with the provision, the proposal or the document that is looked at then."""

    provision: str = ""
    proposal: str = ""
    document: str = ""


class DocForm(StandInForm):
    """Ctrl+S does it, and Enter where no text of several lines is typed; Esc leaves. `finished` has what was done, or None.

    What was typed when it was left stands in it again when it is opened for the same, until it was done.
    """

    finished = Signal(object)

    def __init__(self, context: Context, title: str, *, does: str, parent: QWidget | None = None) -> None:
        super().__init__(context, title, does=does, parent=parent)
        self._about: About | None = None
        self._kept: dict[tuple[str, str, str], dict[str, Any]] = {}
        self.head.setFixedHeight(48)

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
        self.begin()
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

    def leave(self) -> None:
        """Ask to be put away; what was typed is kept for the next time, and the strip says so."""
        if self._about is not None and self.is_changed():
            self._kept[self._what()] = self.typed()
            self.context.say("notice", _("Not saved: "), _("what you typed stands here again when you come back."))
        self.finished.emit(None)

    def tell(self, said: Said) -> None:
        self.finished.emit(said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # An editor of several lines would keep Esc to itself.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return super().eventFilter(watched, event)


def _writer(editor: QPlainTextEdit) -> Callable[[Any], None]:
    return lambda value: editor.setPlainText(str(value))
