"""A form in the place of the traveller: what it is about, its fields, and what is done when it is saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cmc_desk.ui.context import Context
from cmc_desk.ui.setup.stand_in_form import Said, StandInForm
from cmc_desk.ui.travel.shown_traveller import Shown

__all__ = ["Said", "TravelForm"]


class TravelForm(StandInForm):
    """`finished` asks to be put away."""

    finished = Signal()

    def __init__(self, context: Context, title: str, *, does: str, parent: QWidget | None = None) -> None:
        super().__init__(context, title, does=does, parent=parent)
        self.shown: Shown | None = None
        self.head.setFixedHeight(44)
        self.head.set_ground("sand")

    @property
    def who(self) -> Shown:
        """The seat that the form was opened for."""
        if self.shown is None:
            raise LookupError("the form was not opened")
        return self.shown

    def open(self, shown: Shown) -> None:
        """Make the form ready for a seat."""
        self.shown = shown
        self.begin()

    def intro_words(self) -> str:
        """Return what is said above the fields."""
        return self.name_words()

    def name_words(self) -> str:
        """Return whom the form is about."""
        who = self.who.who
        return f"{who.person.name} · {who.delegation}" if who is not None else ""

    def tell(self, said: Said) -> None:
        self.context.say("notice", said.before, said.bold, said.after, undo=said.undo)
        self.finished.emit()

    def leave(self) -> None:
        self.finished.emit()
