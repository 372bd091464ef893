"""A form in the place of what it is about, while it is open: what is said above its fields, and what is done when it is saved."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.theme import font


@dataclass(frozen=True, slots=True)
class Said:
    """What was done, in words; `undo` offers Ctrl+Z."""

    before: str
    bold: str = ""
    after: str = ""
    undo: bool = True


class StandInForm(Form):
    """Enter and Ctrl+S do it, Esc leaves; refusals stand beside the field, or above all fields."""

    def __init__(self, context: Context, title: str, *, does: str, parent: QWidget | None = None) -> None:
        super().__init__(title, side=False, removes=False, parent=parent)
        self.context = context
        self.intro = Text(size=13, tone="slate", wrap=True)
        self.trouble = Text(size=13, tone="coral", wrap=True)
        self.trouble.hide()
        self.back_button = DeskButton(_("Back"), key="Esc", size="small")
        self.back_button.clicked.connect(self.leave)
        self.head.setParent(self)
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

    def begin(self) -> None:
        """Show what the form is about, and what stands in its fields at first."""
        self.trouble.hide()
        self.prepare()
        self.say_intro(self.intro_words())
        self.fill(self.first_values())

    def say_intro(self, words: str) -> None:
        """Say what the form is about, above its fields."""
        self.intro.setText(words)
        self.intro.setVisible(bool(words))

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

    def tell(self, said: Any) -> None:
        """Tell what `store` has done, and ask to be put away."""
        raise NotImplementedError

    def leave(self) -> None:
        """Ask to be put away."""
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
                self.tell(said)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        for entry in self.findChildren(QWidget):
            shown = entry.isVisibleTo(self) and entry.isEnabled()
            if shown and entry.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(entry, DeskButton):
                entry.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
