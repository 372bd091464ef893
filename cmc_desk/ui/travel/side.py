"""The right-hand side of the page: the traveller, or in their place the one form that is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.desk.travel_facts import TravelFacts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowances import AllowanceDay
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.travel.act_kinds import why_not
from cmc_desk.ui.travel.direct_acts import DIRECT
from cmc_desk.ui.travel.forms import FORMS
from cmc_desk.ui.travel.money_forms import ProvidedForm
from cmc_desk.ui.travel.more_panel import MorePanel
from cmc_desk.ui.travel.shown_traveller import Shown, read_shown
from cmc_desk.ui.travel.tiles import Tile
from cmc_desk.ui.travel.travel_form import TravelForm
from cmc_desk.ui.travel.traveller_pane import TravellerPane

WIDTH = 364


class Side(Pane):
    """Acts are run by name. A form is made when it is first asked for, and closed by what it does or by Esc; `closed` gives the keyboard back, `turned` says that another official of the same seat is shown."""

    opened = Signal()
    closed = Signal()
    turned = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="l", parent=parent)
        self.context = context
        self.shown: Shown | None = None
        self._facts: TravelFacts | None = None
        self._past = ""
        self.traveller = TravellerPane()
        self.more = MorePanel()
        self._forms: dict[str, TravelForm] = {}
        self.setFixedWidth(WIDTH)
        self._stack = QStackedWidget()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 0, 0, 0)
        inside.addWidget(self._stack)
        self._stack.addWidget(self.traveller)
        self._stack.addWidget(self.more)
        self.traveller.asked.connect(self.act)
        self.traveller.more_asked.connect(self.open_more)
        self.traveller.day_taken.connect(self._on_day)
        self.more.asked.connect(self.act)
        self.more.left.connect(self.close_form)

    @property
    def form(self) -> TravelForm | None:
        """The form that is open."""
        open_ = self._stack.currentWidget()
        return open_ if isinstance(open_, TravelForm) else None

    def know(self, facts: TravelFacts) -> None:
        """Take everything of travel as it was read last."""
        self._facts = facts

    def show_tile(self, tile: Tile | None) -> None:
        """Show a seat; a form of another seat is closed."""
        context = self.context
        before = self.shown.tile.key if self.shown is not None else ""
        if tile is None or tile.key != before:
            self._past = ""
            self.close_form()
        if tile is None or self._facts is None:
            self.shown = None
            self.traveller.show_seat(None, now=context.now(), clock=context.facts.clock, flag="", name="")
            return
        sessions = tuple(session.key for session in context.facts.sessions)
        self.shown = read_shown(context.desk, self._facts, tile, sessions=sessions, now=context.now(), past=self._past)
        self.traveller.show_seat(
            self.shown,
            now=context.now(),
            clock=context.facts.clock,
            flag=context.facts.flag(tile.delegation),
            name=self._facts.delegations[tile.delegation].name,
        )

    def act(self, name: str) -> None:
        """Do something with the seat that is shown: at once, or in a form that asks."""
        shown, context = self.shown, self.context
        if shown is None:
            context.say("amber", _("Nothing changed: "), _("Choose a seat first."))
            return
        if sentence := why_not(name, shown, context.now()):
            context.say("amber", _("Nothing changed: "), sentence)
            return
        if name == "before":
            self.show_earlier()
        elif name in DIRECT:
            self.close_form()
            DIRECT[name](context, shown)
        else:
            self.open_form(name)

    def seat_of(self, sponsorship: str) -> str:
        """Return the seat that somebody holds, or held; empty if nobody knows them."""
        one = self._facts.sponsorships.get(sponsorship) if self._facts is not None else None
        return one.seat if one is not None else ""

    def show_official(self, sponsorship: str) -> None:
        """Show this official of the seat that is shown, also if they hold it no more."""
        if self.shown is not None and self.shown.key != sponsorship:
            self._past = sponsorship
            self.close_form()
            self.show_tile(self.shown.tile)

    def show_earlier(self) -> None:
        """Show who sat here before, one after the other, and then whoever sits here now."""
        shown = self.shown
        if shown is None:
            return
        row = ("", *reversed(shown.earlier))
        self._past = row[(row.index(self._past) + 1) % len(row)] if self._past in row else ""
        self.close_form()
        self.show_tile(shown.tile)
        self.turned.emit()

    def open_form(self, name: str) -> TravelForm | None:
        """Show a form in the place of the traveller."""
        if self.shown is None:
            return None
        if name not in self._forms:
            form = FORMS[name](self.context)
            form.finished.connect(self.close_form)
            self._forms[name] = form
            self._stack.addWidget(form)
        form = self._forms[name]
        form.open(self.shown)
        self._stack.setCurrentWidget(form)
        self.opened.emit()
        form.focus_first()
        return form

    def open_more(self) -> None:
        """Show everything that can be done."""
        if self.shown is not None:
            self.more.show_seat(self.shown, self.context.now())
            self._stack.setCurrentWidget(self.more)
            self.opened.emit()
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Show the traveller again."""
        if self._stack.currentWidget() is not self.traveller:
            self._stack.setCurrentWidget(self.traveller)
            self.closed.emit()

    def _on_day(self, day: object) -> None:
        form = self.open_form("provided")
        if isinstance(form, ProvidedForm) and isinstance(day, AllowanceDay):
            form.choose_day(day.date)
