"""One leg of a journey as it is typed: flight, from, to; day, leaves, lands."""

from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agent_values import read_flight
from cmc_desk.rules.journeys import TypedLeg
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Leg
from cmc_desk.rules.travel_states import Direction
from cmc_desk.ui.parts.field import PROBLEM
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.theme import font
from cmc_desk.ui.travel.typed_days import clock_after, day_text, typed_day

_HEIGHT = 30
_PARTS = ("flight", "origin", "destination", "day", "departs", "arrives")


class LegEditor(QWidget):
    """An empty leg is none; one without a flight goes by road or sea. What is wrong stands beneath."""

    def __init__(self, direction: Direction, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.direction = direction
        names = (_("Flight"), _("From"), _("To"), _("Day"), _("Leaves"), _("Lands"))
        hints = ("BW 415", "BGI", "KIN", _("4 Dec"), "14:35", "16:10")
        self.edits = {part: QLineEdit(self) for part in _PARTS}
        self.problem = Text(size=12, tone="coral", wrap=True, parent=self)
        self.problem.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        for place, (part, name, hint) in enumerate(zip(_PARTS, names, hints, strict=True)):
            edit = self.edits[part]
            edit.setFont(font(14))
            edit.setFixedHeight(_HEIGHT)
            edit.setPlaceholderText(hint)
            edit.setAccessibleName(_("{name}, leg {number}").format(name=name, number=number))
            edit.setToolTip(name)
            grid.addWidget(edit, place // 3, place % 3)
        grid.addWidget(self.problem, 2, 0, 1, 3)
        for column in range(3):
            grid.setColumnStretch(column, 1)

    def set_leg(self, leg: Leg | None) -> None:
        """Show a leg, or none; one that was flown cannot be changed."""
        self.say_problem("", "")
        flight = f"{leg.carrier} {leg.number}".strip() if leg is not None else ""
        lands = ""
        if leg is not None:
            later = (leg.arrives.date() - leg.departs.date()).days
            lands = f"{leg.arrives:%H:%M}" + (f"+{later}" if later > 0 else "")
        texts = {
            "flight": flight,
            "origin": leg.origin if leg is not None else "",
            "destination": leg.destination if leg is not None else "",
            "day": day_text(leg.departs.date()) if leg is not None else "",
            "departs": f"{leg.departs:%H:%M}" if leg is not None else "",
            "arrives": lands,
        }
        for part, edit in self.edits.items():
            edit.setText(texts[part])
            edit.setEnabled(leg is None or leg.flown_at is None)

    def is_empty(self) -> bool:
        """Tell whether nothing is typed."""
        return not any(edit.text().strip() for edit in self.edits.values())

    def leg(self, *, near: date, place: int) -> TypedLeg:
        """Return what is typed; raises Refusal with the field (`legs.0.departs`)."""
        text = {part: edit.text().strip() for part, edit in self.edits.items()}
        field = f"legs.{place}"
        carrier, number = ("", "")
        if text["flight"]:
            try:
                carrier, number = read_flight(text["flight"])
            except Refusal as refusal:
                raise Refusal(refusal.sentence, field=f"{field}.carrier") from None
        day = typed_day(text["day"], near=near, field=f"{field}.day")
        midnight = datetime.combine(day, datetime.min.time())
        leaves = midnight + clock_after(text["departs"], field=f"{field}.departs")
        lands = midnight + clock_after(text["arrives"], field=f"{field}.arrives")
        if lands.time() < leaves.time() and lands.date() == leaves.date() and "+" not in text["arrives"]:
            # A flight over midnight; whoever flies over the date line types +0, and a slip is told by its length.
            lands += timedelta(days=1)
        return TypedLeg(
            self.direction,
            carrier,
            number,
            text["origin"],
            text["destination"],
            leaves,
            lands,
            surface=not text["flight"],
        )

    def say_problem(self, part: str, sentence: str) -> None:
        """Say what is wrong, and in which part; empty words take it back."""
        wrong = {"carrier": "flight", "number": "flight"}.get(part, part)
        for name, edit in self.edits.items():
            edit.setProperty(PROBLEM, "true" if sentence and name == wrong else "")
            edit.style().unpolish(edit)
            edit.style().polish(edit)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence:
            self.edits.get(wrong, self.edits["flight"]).setFocus()
