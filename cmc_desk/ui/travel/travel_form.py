"""A form in the place of the traveller: what it is about, its fields, and what is done when it is saved."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.travel.shown_traveller import Shown


@dataclass(frozen=True, slots=True)
class Said:
    """What was done, in words; `undo` offers Ctrl+Z."""

    before: str
    bold: str = ""
    after: str = ""
    undo: bool = True


class TravelForm(Form):
    """Enter and Ctrl+S do it, Esc leaves; refusals stand beside the field, or above all fields. `finished` asks to be put away."""

    finished = Signal()

    def __init__(self, context: Context, title: str, *, does: str, parent: QWidget | None = None) -> None:
        super().__init__(title, side=False, removes=False, parent=parent)
        self.context = context
        self.shown: Shown | None = None
        self.intro = Text(size=13, tone="slate", wrap=True)
        self.trouble = Text(size=13, tone="coral", wrap=True)
        self.trouble.hide()
        self.back_button = DeskButton(_("Back"), key="Esc", size="small")
        self.back_button.clicked.connect(self.finished)
        self.head.setParent(self)
        self.head.setFixedHeight(44)
        self.head.set_ground("sand")
        self.head.title.setFont(Text(size=14, bold=True).font())
        self.head.add(self.back_button)
        self.save_button.set_text(does)
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            whole.insertWidget(0, self.head)
        self.add_widget(self.intro)
        self.add_widget(self.trouble)
        self.saved.connect(self.save)
        self.left.connect(self.finished)

    @property
    def who(self) -> Shown:
        """The seat that the form was opened for."""
        if self.shown is None:
            raise LookupError("the form was not opened")
        return self.shown

    def open(self, shown: Shown) -> None:
        """Make the form ready for a seat."""
        self.shown = shown
        self.trouble.hide()
        self.prepare()
        self.say_intro(self.intro_words())
        self.fill(self.first_values())

    def say_intro(self, words: str) -> None:
        """Say what the form is about, above its fields."""
        self.intro.setText(words)
        self.intro.setVisible(bool(words))

    def prepare(self) -> None:
        """Offer the choices that depend on the seat."""

    def intro_words(self) -> str:
        """Return what is said above the fields."""
        return self.name_words()

    def name_words(self) -> str:
        """Return whom the form is about."""
        who = self.who.who
        return f"{who.person.name} · {who.delegation}" if who is not None else ""

    def first_values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        raise NotImplementedError

    def store(self, values: dict[str, Any]) -> Said | None:
        """Do what the form is for and say what was done; raises Refusal. None keeps the form open."""
        raise NotImplementedError

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
                self.context.say("notice", said.before, said.bold, said.after, undo=said.undo)
                self.finished.emit()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        for entry in self.findChildren(QWidget):
            if (
                entry.focusPolicy() & Qt.FocusPolicy.TabFocus
                and entry.isVisibleTo(self)
                and entry.isEnabled()
                and not isinstance(entry, DeskButton)
            ):
                entry.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
