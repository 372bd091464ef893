"""The journey of an official, leg by leg, there and back."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.desk.journeys import put_itinerary
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Direction
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.travel.leg_editor import LegEditor
from cmc_desk.ui.travel.travel_form import Said, TravelForm

_LEAST = 2


class JourneyForm(TravelForm):
    """Two legs each way are offered, more at a key; times are on the clocks of their airports."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Journey"), does=_("Save"), parent=parent)
        self.legs: dict[Direction, list[LegEditor]] = {direction: [] for direction in Direction}
        self._columns: dict[Direction, QVBoxLayout] = {}
        for direction, title, key in (
            (Direction.OUT, _("To the meeting"), "Ctrl+Shift+O"),
            (Direction.BACK, _("Back"), "Ctrl+Shift+B"),
        ):
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 4)
            column.setSpacing(4)
            column.addWidget(Text(title, size=13, bold=True))
            self._columns[direction] = column
            self.add_widget(part)
            more = DeskButton(_("One leg more"), key=key, icon="plus", size="small")
            more.clicked.connect(self._on_out if direction is Direction.OUT else self._on_back)
            self.add_widget(more)

    def intro_words(self) -> str:
        return f"{self.name_words()}. " + _("Times are on the clocks of each airport; +1 is the day after.")

    def first_values(self) -> dict[str, Any]:
        journey = self.who.journey
        for direction, editors in self.legs.items():
            legs = [leg for leg in journey.legs if leg.direction is direction] if journey is not None else []
            while len(editors) < max(_LEAST, len(legs)):
                self._add(direction)
            for place, editor in enumerate(editors):
                editor.set_leg(legs[place] if place < len(legs) else None)
                editor.setVisible(place < max(_LEAST, len(legs)))
        return {}

    def store(self, values: dict[str, Any]) -> Said | None:
        del values  # the legs are no fields of the form
        near = self.context.facts.meeting.days[0]
        typed = [editor.leg(near=near, place=place) for place, editor in enumerate(self._filled())]
        self.context.desk.do(put_itinerary, sponsorship=self.who.key, legs=typed, version=self.who.version)
        words = ngettext("{number} leg", "{number} legs", len(typed)).format(number=len(typed))
        return Said(_("Journey recorded: "), self.who.who.person.name if self.who.who else "", f" · {words}")

    def clear_problems(self) -> None:
        super().clear_problems()
        for editors in self.legs.values():
            for editor in editors:
                editor.say_problem("", "")

    def blame(self, refusal: Refusal) -> bool:
        parts = refusal.field.split(".")
        filled = self._filled()
        if len(parts) == 3 and parts[0] == "legs" and parts[1].isdigit() and int(parts[1]) < len(filled):
            filled[int(parts[1])].say_problem(parts[2], refusal.sentence)
            return True
        return super().blame(refusal)

    def _filled(self) -> list[LegEditor]:
        return [editor for direction in Direction for editor in self.legs[direction] if not editor.is_empty()]

    def _on_out(self) -> None:
        self._one_more(Direction.OUT)

    def _on_back(self) -> None:
        self._one_more(Direction.BACK)

    def _one_more(self, direction: Direction) -> None:
        hidden = [editor for editor in self.legs[direction] if not editor.isVisibleTo(self)]
        editor = hidden[0] if hidden else self._add(direction)
        editor.setVisible(True)
        editor.edits["flight"].setFocus()

    def _add(self, direction: Direction) -> LegEditor:
        editor = LegEditor(direction, len(self.legs[direction]) + 1)
        self.legs[direction].append(editor)
        self._columns[direction].addWidget(editor)
        return editor
