"""The Travel page: the wall of seats, arrivals, rooms, payments, the budget and the rates, and at the right whoever is chosen."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.desk.seat_wall import wall_of
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.desk.travel_settings import agencies
from cmc_desk.i18n import chosen_language
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.agenda.run_keys import RunKey, RunKeys
from cmc_desk.ui.bar_words import ItemWords
from cmc_desk.ui.context import Context
from cmc_desk.ui.page import Page
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.travel.act_kinds import GROUPS
from cmc_desk.ui.travel.bar import bar_words
from cmc_desk.ui.travel.find_field import KEY as FIND_KEY
from cmc_desk.ui.travel.hand_over_view import HandOverView
from cmc_desk.ui.travel.scans import take_scan
from cmc_desk.ui.travel.side import Side
from cmc_desk.ui.travel.tab import Tab, not_saved
from cmc_desk.ui.travel.tabs import ALONE, SEATS, TABS, titles
from cmc_desk.ui.travel.tiles import Tile, agency_looks
from cmc_desk.ui.travel.wall_facts import blocks_of, wall_words
from cmc_desk.ui.travel.wall_filters import PRESSING, STATES
from cmc_desk.ui.travel.wall_pane import WallPane

HAND_KEY = "Alt+S"
_PRESSING_KEYS = {"blocked": "Shift+B", "today": "Shift+T", "unpaid": "Shift+U"}
# Everything of travel, and what else stands on the page.
_TABLES = frozenset(
    {
        *("seat", "seat_share", "sponsorship", "waiver", "nomination_letter", "letter_names", "travel_document"),
        *("itinerary", "leg", "room_night", "sent_list", "travel_settings", "agency", "delegation", "participant"),
        *("computation", "payment", "cost_line", "allowance_policy", "allowance_rate", "exchange_rate", "provided_day"),
        *("presence_event", "item", "meeting", "day", "*"),
    }
)


class TravelPage(Page):
    """Opens on the wall; Alt and a figure lead to the tabs. Single letters act on whoever is chosen, while nobody types."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.side = Side(context)
        self.seats = WallPane()
        self._titles = titles()
        self.tabs = Segment([Option(*one) for one in self._titles.items()], name=_("Parts of this page"))
        self.hand_button = DeskButton(_("Hand over…"), key=HAND_KEY, icon="folder", size="small", bind=False)
        self.hand_button.clicked.connect(self.hand_over)
        self.handing: HandOverView | None = None
        self.made: dict[str, Tab] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.seats)
        self._tab = SEATS
        self._minute: datetime | None = None
        self._bar: ItemWords | None = None
        # The first line of a passport, until the reader sends the second.
        self.passport_line = ""
        self._lay_out()
        self.run_keys = RunKeys(self, self._keys())
        self.tabs.chosen.connect(self.show_tab)
        self.seats.chosen.connect(self._on_tile)
        self.seats.taken.connect(self._on_taken)
        self.side.opened.connect(self._on_opened)
        self.side.closed.connect(self._on_closed)
        self.side.turned.connect(self._on_turned)
        self.setFocusProxy(self.seats.wall)

    @property
    def tab(self) -> str:
        """The part that is shown."""
        return self._tab

    def show_tab(self, key: str) -> None:
        """Show a part of the page; it is made when it is first asked for."""
        self.close_handing()
        if key == self._tab:
            return
        if self._tab != SEATS and not self.made[self._tab].leave():
            self.tabs.choose(self._tab)
            self.context.say("amber", _("Not left: "), not_saved())
            return
        if key != SEATS:
            self._made(key)
        self._tab = key
        self.tabs.choose(key)
        self.side.setVisible(key not in ALONE)
        for button in self.seats.pressing.values():
            button.setVisible(key == SEATS)
        # On the wall there is no room for it beside the filters; its key is the same.
        self.hand_button.setVisible(key not in (SEATS, "rates"))
        self._stack.setCurrentWidget(self._part)
        self.side.close_form()
        if key != SEATS:
            self._on_turned()
        self.setFocusProxy(self.seats.wall if key == SEATS else self.made[key])
        self.focus_work()

    @property
    def _part(self) -> QWidget:
        return self.seats if self._tab == SEATS else self.made[self._tab]

    def focus_work(self) -> None:
        """Put the keyboard where the choice is."""
        target = self.seats.wall if self._tab == SEATS else self.made[self._tab]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_over(self) -> None:
        """Show to whom a paper of this part is handed, and what has changed since the last."""
        self.side.close_form()
        if self.handing is None:
            self.handing = HandOverView(self.context)
            self.handing.left.connect(self.close_handing)
            self._stack.addWidget(self.handing)
        self.handing.open(self._tab)
        self._stack.setCurrentWidget(self.handing)
        self.handing.focus_first()

    def close_handing(self) -> None:
        """Show the part again from which something was handed over."""
        if self._is_handing:
            self._stack.setCurrentWidget(self._part)
            self.focus_work()

    @property
    def _is_handing(self) -> bool:
        return self.handing is not None and self._stack.currentWidget() is self.handing

    def choose(self, sponsorship: str) -> bool:
        """Show an official at the right; say whether they hold a seat, or held it."""
        seat = self.side.seat_of(sponsorship)
        if not seat or not self.seats.choose(seat):
            return False
        self.side.show_official(sponsorship)
        return True

    def keys(self) -> Sequence[tuple[str, str]]:
        if self._is_handing and self.handing is not None:
            return self.handing.keys()
        own = () if self._tab == SEATS else self.made[self._tab].keys()
        listed = tuple((key_text(key.key), key.words) for key in self.run_keys.keys)
        arrows = (("↑ ↓ ← →", _("Walk along the wall")),) if self._tab == SEATS else ()
        return (*arrows, *own, *listed)

    def open_at(self, what: object) -> None:
        """Show an official by the key of the sponsorship, or a part by its name."""
        if what in self._titles:
            self.show_tab(str(what))
        elif isinstance(what, str):
            self._fresh()
            self.show_tab(SEATS)
            self.choose(what)

    def bar_words(self) -> ItemWords | None:
        return self._bar

    def scanned(self, text: str) -> bool:
        return take_scan(self, text)

    def reload(self, tables: frozenset[str]) -> None:
        if not tables & _TABLES:
            return
        now, desk = self.context.now(), self.context.desk
        looks = agency_looks([agency.key for agency in desk.read(agencies)])
        facts = desk.read(travel_facts, language=chosen_language())
        wall = wall_of(facts, now=now)
        self.side.know(facts)
        self._bar = bar_words(self.context.facts, wall, now)
        self.seats.show_wall(blocks_of(wall, looks), tuple(looks.values()), wall_words(wall))
        self.side.show_tile(self.seats.tile())
        if self._tab != SEATS:
            self._on_turned()
        if self._is_handing and self.handing is not None:
            self.handing.reload()

    def ticked(self, now: datetime) -> None:
        # What is due, and what has run out, changes with the clock: once a minute is soon enough.
        minute = now.replace(second=0, microsecond=0)
        if self._minute is not None and minute != self._minute:
            self.reload(frozenset({"*"}))
        self._minute = minute

    def _fresh(self) -> None:
        """Read now if the page is not shown yet: what is asked for must be there."""
        if self._stale:
            self._stale = False
            self.reload(frozenset({"*"}))

    def _made(self, key: str) -> Tab:
        if key not in self.made:
            tab = TABS[key](self.context)
            tab.chosen.connect(self._on_official)
            self.made[key] = tab
            self._stack.addWidget(tab)
        return self.made[key]

    def _on_tile(self, tile: object) -> None:
        self.side.show_tile(tile if isinstance(tile, Tile) else None)

    def _on_taken(self, _tile: object) -> None:
        self.side.traveller.next_button.click()

    def _on_opened(self) -> None:
        # Two owners of one key would answer by turns: while a form is open, the keys of the other parts are its own.
        self._stack.setEnabled(self._tab == SEATS)

    def _on_closed(self) -> None:
        self._stack.setEnabled(True)
        self.focus_work()

    def _on_official(self, sponsorship: str) -> None:
        if sponsorship and (self.side.shown is None or self.side.shown.key != sponsorship):
            self.choose(sponsorship)

    def _on_turned(self) -> None:
        # Row and traveller are the same person: whoever has no row here leaves none chosen.
        if self._tab != SEATS:
            tab = self.made[self._tab]
            tab.show_for(self.side.shown.key if self.side.shown is not None else "")
            self._on_official(tab.whose())

    def _find(self) -> None:
        self.show_tab(SEATS)
        self.seats.finder.focus()

    def _next_problem(self) -> None:
        self.show_tab(SEATS)
        if not self.seats.next_problem():
            self.context.say("quiet", _("No seat that is shown has a problem."))

    def _filter(self, key: str) -> None:
        if self._tab == SEATS and not self._is_handing:
            self.seats.filter_by(key)

    def _acting(self, name: str) -> Callable[[], None]:
        return partial(self._act, name)

    def _act(self, name: str) -> None:
        if self._tab not in ALONE and not self._is_handing:
            self.side.act(name)

    def _keys(self) -> tuple[RunKey, ...]:
        acts = [RunKey(kind.key, _(kind.words), self._acting(kind.name)) for group in GROUPS for kind in group.kinds]
        tabs = [
            RunKey(f"Alt+{number}", title, partial(self.show_tab, key))
            for number, (key, title) in enumerate(self._titles.items(), 1)
        ]
        states = [
            RunKey(str(number), _("Only: {state}").format(state=_(one.title)), partial(self._filter, one.key))
            for number, one in enumerate(STATES, 1)
        ]
        pressing = [
            RunKey(
                _PRESSING_KEYS[one.key], _("Only: {state}").format(state=_(one.title)), partial(self._filter, one.key)
            )
            for one in PRESSING
        ]
        walk = (
            RunKey("!", _("Next problem"), self._next_problem),
            RunKey(FIND_KEY, _("Find a delegation or an official"), self._find),
            RunKey("M", _("Everything that can be done"), self.side.open_more),
            RunKey(HAND_KEY, _("Hand over a list or a paper"), self.hand_over),
        )
        return (*walk, *acts, *states, *pressing, *tabs)

    def _lay_out(self) -> None:
        bar = Pane("panel", lines="b")
        bar.setFixedHeight(44)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(6)
        row.addWidget(self.tabs)
        row.addStretch()
        for button in (*self.seats.pressing.values(), self.hand_button):
            row.addWidget(button)
        self.hand_button.hide()
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(bar)
        left.addWidget(self._stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.side)
