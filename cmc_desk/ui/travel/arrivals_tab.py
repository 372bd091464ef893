"""Arrivals and departures: the manifest in waves, a flight whose times change, and the list of the travel agency."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.desk.manifest import manifest_list
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.sent_lists import ListKind
from cmc_desk.rules.travel_states import Direction
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.travel.agent_view import AgentView
from cmc_desk.ui.travel.flights_view import FlightsView
from cmc_desk.ui.travel.list_states import ListState
from cmc_desk.ui.travel.manifest_rows import ShownRide, ride_rows, rides_table
from cmc_desk.ui.travel.sent_row import SentRow
from cmc_desk.ui.travel.tab import Tab

_KINDS = {Direction.OUT: ListKind.ARRIVALS, Direction.BACK: ListKind.DEPARTURES}


class ArrivalsTab(Tab):
    """The manifest; Alt+F changes a flight for everybody on it, Alt+I brings the agency's list in."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._direction = Direction.OUT
        self.way = Segment(
            [Option(Direction.OUT.value, _("Arrivals")), Option(Direction.BACK.value, _("Departures"))],
            name=_("Arrivals or departures"),
        )
        self.way.chosen.connect(self._on_way)
        self.flight_button = DeskButton(_("Change a flight…"), key="Alt+F", icon="plane", size="small")
        self.flight_button.clicked.connect(self.show_flights)
        self.agent_button = DeskButton(_("Agency's list…"), key="Alt+I", icon="folder", size="small")
        self.agent_button.clicked.connect(self.show_agent)
        self.paper_button = DeskButton(_("Manifest"), key="Ctrl+P", icon="print", size="small")
        self.paper_button.clicked.connect(self._on_paper)
        self.table = rides_table(context.facts)
        self.table.chosen.connect(self._on_ride)
        self.sent = SentRow()
        self.flights = FlightsView(context)
        self.agent = AgentView(context)
        self.list = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.table)

    def keys(self) -> Sequence[tuple[str, str]]:
        shown = self._stack.currentWidget()
        if shown is self.flights:
            return self.flights.keys()
        return self.agent.keys() if shown is self.agent else ()

    def reload(self) -> None:
        try:
            found = self.context.desk.read(manifest_list, direction=self._direction)
        except Refusal as refusal:
            self.sent.totals.setText(refusal.sentence)
            return
        rows = ride_rows(found.manifest)
        self.table.set_rows(rows, key=self._key(rows))
        people = found.manifest.people
        waves = ngettext("{number} vehicle", "{number} vehicles", len(found.manifest.waves)).format(
            number=len(found.manifest.waves)
        )
        riders = ngettext("{number} person", "{number} people", people).format(number=people)
        state = ListState(_KINDS[self._direction], found.version, found.sent, found.differences)
        self.sent.show_list(self.context.facts, f"{riders}, {waves}", state)
        self.flights.reload()

    def whose(self) -> str:
        row = self.table.current()
        return row.row.traveller if row is not None and row.row is not None else ""

    def show_list(self) -> None:
        """Show the manifest again."""
        self._stack.setCurrentWidget(self.list)
        self.setFocusProxy(self.table)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_flights(self) -> None:
        """Show the flights, to change one of them."""
        self._stack.setCurrentWidget(self.flights)
        self.flights.reload()
        self.setFocusProxy(self.flights)
        self.flights.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_agent(self) -> None:
        """Show where the list of the travel agency comes in."""
        self._stack.setCurrentWidget(self.agent)
        self.setFocusProxy(self.agent)
        self.agent.setFocus(Qt.FocusReason.OtherFocusReason)

    def _key(self, rows: Sequence[ShownRide]) -> str | None:
        """Return whose row is to be chosen: that of whoever stands at the right, of nobody there the first that is no heading."""
        riders = [row.key for row in rows if row.row is not None]
        if self._wanted:
            return self._wanted if self._wanted in riders else ""
        return next(iter(riders), None)

    def _on_way(self, key: str) -> None:
        self._direction = Direction(key)
        self.reload()

    def _on_ride(self, row: object) -> None:
        if isinstance(row, ShownRide) and row.row is not None:
            self._wanted = row.row.traveller
            self.chosen.emit(row.row.traveller)

    def _on_paper(self) -> None:
        self.context.go("papers", "manifest")

    def _lay_out(self) -> None:
        bar = Pane("panel", lines="b")
        bar.setFixedHeight(45)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(8)
        row.addWidget(self.way)
        row.addStretch()
        for button in (self.flight_button, self.agent_button, self.paper_button):
            row.addWidget(button)
        inside = QVBoxLayout(self.list)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(bar)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.sent)
        for view in (self.list, self.flights, self.agent):
            self._stack.addWidget(view)
        self.flights.left.connect(self.show_list)
        self.agent.left.connect(self.show_list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
