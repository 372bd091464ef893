"""A form in the place of the proposals: what it is about, its fields, and what is done when it is saved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Context
from cmc_desk.ui.documents.about import About
from cmc_desk.ui.parts.combo import Combo
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


@dataclass(frozen=True, slots=True)
class Kept:
    """What was typed in a form that was left, by field, and what stood in the meeting where it was typed."""

    typed: Mapping[str, Any]
    over: Mapping[str, Any]
    beside: Mapping[str, Any]


class DocForm(StandInForm):
    """Ctrl+S does it, and Enter where no text of several lines is typed; Esc leaves. `finished` has what was done, or None.

    What was typed when it was left, in whatever way, stands in it again when it is opened for the same, until it was done. What nobody
    typed is read anew then; where somebody else has written meanwhile what was typed over, that is shown beside it.
    """

    finished = Signal(object)

    def __init__(self, context: Context, title: str, *, does: str, parent: QWidget | None = None) -> None:
        super().__init__(context, title, does=does, parent=parent)
        self._about: About | None = None
        # Whether something can have been typed in it that was neither done nor put by.
        self._is_open = False
        self._kept: dict[tuple[str, ...], Kept] = {}
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
        """Make the form ready; what was typed in it for something else, or for the same, waits until that is open."""
        self.put_by()
        self._about, self._is_open = about, True
        self.begin()
        kept = self._kept.pop(self.topic(), None)
        if kept is not None:
            self._bring_back(kept)

    def topic(self) -> tuple[str, ...]:
        """Return what is written about in it, as keys: for the same, what was typed stands in it again. Here it is the document."""
        return (self.about.text.key,)

    def standing(self) -> Mapping[str, Any]:
        """Return what stands in the meeting where the fields would be written."""
        return self._before

    def beside(self) -> Mapping[str, Any]:
        """Return what is kept with the fields of a form that is left, for `restored`."""
        return {}

    def restored(self, beside: Mapping[str, Any]) -> None:
        """Show what belongs to the values that were typed before."""

    def put_by(self) -> None:
        """Keep what was typed for the next time, and say so in the strip; nothing is said where nothing was typed."""
        if not self._is_open:
            return
        self._is_open = False
        over = self.standing()
        typed = {name: value for name, value in self.values().items() if value != over[name]}
        if typed:
            self._kept[self.topic()] = Kept(typed, dict(over), self.beside())
            self.context.say("notice", _("Not saved: "), _("what you typed stands here again when you come back."))

    def leave(self) -> None:
        """Ask to be put away; what was typed is kept for the next time."""
        self.put_by()
        self.finished.emit(None)

    def tell(self, said: Said) -> None:
        self._is_open = False
        self.finished.emit(said)

    def _bring_back(self, kept: Kept) -> None:
        """Show what was typed before, and what somebody else has written since in the same place."""
        for name, value in kept.typed.items():
            self._entries[name].write(value)
        self.restored(kept.beside)
        standing = self.standing()
        for name in standing.keys() - kept.typed.keys():
            if self._entries[name].read() != standing[name]:
                self._entries[name].write(standing[name])
        others = [name for name in kept.typed if standing[name] not in (kept.over[name], kept.typed[name])]
        words = _("Somebody else wrote meanwhile, {field}: “{words}”. What you typed takes its place when it is saved.")
        told = [words.format(field=self._called(name), words=self._shown(name, standing[name])) for name in others]
        self.trouble.setText("\n".join(told))
        self.trouble.setVisible(bool(told))
        self.context.say("notice", _("What you typed here before stands in it again."))

    def _called(self, name: str) -> str:
        return self.field(name).editor.accessibleName()

    def _shown(self, name: str, value: Any) -> str:
        """Return the value of a field as it is read in it."""
        editor = self.field(name).editor
        return editor.itemText(editor.findData(value)) if isinstance(editor, Combo) else str(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # An editor of several lines would keep Esc to itself.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return super().eventFilter(watched, event)


def _writer(editor: QPlainTextEdit) -> Callable[[Any], None]:
    return lambda value: editor.setPlainText(str(value))
