"""A flight whose times change: everything that follows is listed before it is written, for everybody on it at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.desk.journeys import change_flight, flights, plan_flight_change
from cmc_desk.desk.payment_list import payment_lines
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.flight_change import Flight, FlightChange
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.rules.travel_states import PaymentState
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.travel.flight_tables import FlightTable, followed_table
from cmc_desk.ui.travel.typed_days import clock_after, day_text, typed_day

_LEFT = 368


class FlightsView(QWidget):
    """Choose the flight, type when it leaves and lands, look at what follows, then write it; nothing is written before."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._change: FlightChange | None = None
        self.head = PaneHead(_("Change a flight"))
        back = DeskButton(_("Back"), key="Esc", size="small")
        back.clicked.connect(self.left)
        self.head.add(back)
        self.table = FlightTable(
            (
                Column(
                    _("Leaves"),
                    lambda flight: f"{day_words(flight.departs.date(), 'ddd d')} {flight.departs:%H:%M}",
                    116,
                    size=13,
                ),
                Column(_("Flight"), lambda flight: f"{flight.key.carrier} {flight.key.number}", 80, size=13, bold=True),
                Column(_("Way"), lambda flight: f"{flight.key.origin}–{flight.key.destination}", size=13),
                Column(_("On it"), lambda flight: str(len(flight.passengers)), 84, size=13),
            ),
            key=lambda flight: flight.key,
            name=_("Flights"),
            height=DENSE,
        )
        self.table.chosen.connect(self._on_flight)
        self.day = Field(_("Leaves on"), QLineEdit())
        self.departs = Field(_("at"), QLineEdit(), hint=_("there"))
        self.arrives = Field(_("Lands at"), QLineEdit(), hint=_("+1: the day after"))
        self.look_button = DeskButton(_("What follows?"), key="Alt+W")
        self.look_button.clicked.connect(self.look)
        self.write_button = DeskButton(_("Write it"), key="Ctrl+S", kind="primary", icon="check")
        self.write_button.clicked.connect(self.write)
        self.words = Text(size=13, tone="slate", wrap=True)
        self.followed = followed_table()
        for field in (self.day, self.departs, self.arrives):
            editor = field.editor
            if isinstance(editor, QLineEdit):
                editor.textChanged.connect(self._on_typed)
                editor.returnPressed.connect(self.look)
        self._lay_out()
        self._show(None)
        self.setFocusProxy(self.table)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this view."""
        return (("Alt+W", _("What follows?")), ("Ctrl+S", _("Write it")), ("Esc", _("Back")))

    def reload(self) -> None:
        """Read the flights again; what is typed stays."""
        try:
            self.table.set_rows(self.context.desk.read(flights), first=True)
        except Refusal:
            self.table.set_rows(())

    def look(self) -> None:
        """Show what follows from the times that are typed."""
        flight = self.table.current()
        self._clear()
        if flight is None:
            return
        try:
            departs, arrives = self._typed(flight)
            self._show(self.context.desk.read(plan_flight_change, flight=flight.key, departs=departs, arrives=arrives))
        except Refusal as refusal:
            self._show(None)
            self._blame(refusal)

    def write(self) -> None:
        """Write what was shown."""
        change = self._change
        if change is None:
            self.look()
            return
        naive = change.departs.replace(tzinfo=None), change.arrives.replace(tzinfo=None)
        try:
            done = self.context.desk.do(
                change_flight, flight=change.flight, departs=naive[0], arrives=naive[1], legs=list(change.legs)
            )
        except Refusal as refusal:
            self._blame(refusal)
        except Unavailable as trouble:
            self.context.trouble(trouble)
        else:
            number = len(done.passengers)
            words = ngettext(" · {number} journey", " · {number} journeys", number).format(number=number)
            flight = f"{change.flight.carrier} {change.flight.number}"
            self.context.say("notice", _("Flight changed: "), flight, words, undo=True)
            self._show(None)
            self.reload()
            # Away from the fields: there Ctrl+Z would only take back what was typed.
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, flight: Flight) -> tuple[datetime, datetime]:
        near = flight.key.day
        midnight = datetime.combine(typed_day(_text(self.day), near=near, field="day"), datetime.min.time())
        departs = midnight + clock_after(_text(self.departs), field="departs")
        arrives = midnight + clock_after(_text(self.arrives), field="arrives")
        if arrives.time() < departs.time() and arrives.date() == departs.date():
            arrives += timedelta(days=1)
        return departs, arrives

    def _blame(self, refusal: Refusal) -> None:
        part = refusal.field.rpartition(".")[2]
        fields = {"day": self.day, "departs": self.departs, "arrives": self.arrives}
        fields.get(part, self.departs).set_problem(refusal.sentence)
        # The fields are narrow: here there is room for all of it.
        self.words.setText(refusal.sentence)

    def _clear(self) -> None:
        for field in (self.day, self.departs, self.arrives):
            field.set_problem("")

    def _show(self, change: FlightChange | None) -> None:
        self._change = change
        self.followed.set_rows(change.followed if change is not None else ())
        why = "" if change is not None else _("Look at what follows first.")
        self.write_button.allow(why_not=why)
        if change is None:
            self.words.setText(_("Type the new times, on the clocks of the two airports."))
        else:
            number = len(change.followed)
            words = ngettext(
                "It changes something for {number} person:", "It changes something for {number} people:", number
            )
            self.words.setText(words.format(number=number) + self._paid_words(change))

    def _paid_words(self, change: FlightChange) -> str:
        """Return how many of those whose days change were paid already: their payment will fit no more."""
        moved = {one.passenger for one in change.followed if one.days_added or one.days_dropped}
        lines = self.context.desk.read(payment_lines, states=(PaymentState.PAID, PaymentState.SETTLED)) if moved else ()
        number = len({line.sponsorship for line in lines if not line.corrected} & moved)
        if not number:
            return ""
        return " " + ngettext(
            "{number} was paid already: make that void afterwards, and compute it anew.",
            "{number} were paid already: make those void afterwards, and compute them anew.",
            number,
        ).format(number=number)

    def _on_flight(self, flight: object) -> None:
        self._clear()
        if isinstance(flight, Flight):
            later = (flight.arrives.date() - flight.departs.date()).days
            lands = f"{flight.arrives:%H:%M}" + (f"+{later}" if later > 0 else "")
            for field, text in (
                (self.day, day_text(flight.departs.date())),
                (self.departs, f"{flight.departs:%H:%M}"),
                (self.arrives, lands),
            ):
                editor = field.editor
                if isinstance(editor, QLineEdit):
                    editor.setText(text)
        self._show(None)

    def _on_typed(self, _text: str) -> None:
        if self._change is not None:
            self._show(None)

    def _lay_out(self) -> None:
        self.table.setFixedWidth(_LEFT)
        side = Pane("panel", lines="l")
        times = QHBoxLayout()
        times.setSpacing(12)
        for field in (self.day, self.departs, self.arrives):
            times.addWidget(field)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self.look_button)
        acts.addWidget(self.write_button)
        acts.addStretch()
        right = QVBoxLayout()
        right.setContentsMargins(16, 12, 16, 8)
        right.setSpacing(6)
        right.addLayout(times)
        right.addLayout(acts)
        right.addWidget(self.words)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(1, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(right)
        inner.addWidget(self.followed, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.table)
        row.addWidget(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)


def _text(field: Field) -> str:
    return field.editor.text() if isinstance(field.editor, QLineEdit) else ""
