"""The pane at the right: who sits there, what blocks them, the journey, the nights, the allowance day by day, the money."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.checklist import CLOSE, ROOMY, CheckRow
from cmc_desk.ui.parts.chip import Chip, ChipKind
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.theme import font
from cmc_desk.ui.travel.act_kinds import KINDS, beside_it, money_act, next_act, why_not
from cmc_desk.ui.travel.act_row import ActRow
from cmc_desk.ui.travel.allowance_strip import AllowanceStrip
from cmc_desk.ui.travel.journey_rows import JourneyRows
from cmc_desk.ui.travel.seat_head import SeatHead
from cmc_desk.ui.travel.shown_traveller import Shown
from cmc_desk.ui.travel.step_rows import StepRows
from cmc_desk.ui.travel.traveller_look import (
    agency_chips,
    chain_words,
    check_rows,
    city_of,
    money_look,
    night_words,
    open_words,
    place_words,
    warning_rows,
)

_HEAD = 30
TIGHT = 27
_FEW_LEGS = 2


class TravellerPane(Pane):
    """Its buttons are what comes next; `asked` names an act. Everything else that can be done stands behind M."""

    asked = Signal(str)
    day_taken = Signal(object)
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.head = SeatHead()
        self.came = Callout("leaf")
        self.blocks = PaneHead(_("What blocks this traveller"), side=True, height=_HEAD)
        self.checks = StepRows(name=_("What blocks this traveller"), lines=True)
        self.warnings = StepRows(name=_("Wishes of the sponsors"), lines=False)
        self.next_button, self.beside = self._button("primary"), (self._button(), self._button())
        self.more_button = DeskButton(_("More"), key="M", size="small", bind=False)
        self.more_button.clicked.connect(self.more_asked)
        self.itinerary = PaneHead(_("Itinerary"), side=True, height=_HEAD)
        self.journey = JourneyRows()
        self.allowance = PaneHead(_("Allowance"), side=True, height=_HEAD)
        self.strip = AllowanceStrip()
        self.why = Text(size=12, tone="slate", wrap=True)
        self.strip.chosen.connect(self._on_day)
        self.strip.taken.connect(self.day_taken)
        self.label = Text(size=13, tone="slate")
        self.amount = Text(size=20, bold=True)
        self.state = Chip()
        self.money_button = self._button()
        self._names: dict[DeskButton, str] = {}
        self._seat = ("", "")
        self._lay_out()

    def show_seat(
        self, shown: Shown | None, *, now: datetime, clock: Callable[[datetime], str], flag: str, name: str
    ) -> None:
        """Show a seat with whoever holds it; `name` is that of the delegation, `clock` tells an instant on the meeting's clocks."""
        if shown is None:
            self._stack.setCurrentWidget(self._nobody)
            return
        self._stack.setCurrentWidget(self._body)
        who = shown.who
        if self._seat != (shown.tile.key, shown.key):
            # Of somebody else the beginning is read first.
            self._seat = (shown.tile.key, shown.key)
            self._scroll.verticalScrollBar().setValue(0)
        self.head.show_seat(who.person.name if who is not None else name, place_words(shown), flag, agency_chips(shown))
        self._show_came(shown, clock)
        words, tone = open_words(shown)
        title = _("Sat here before") if shown.past else _("What blocks this traveller")
        self.blocks.say(title, right=words)
        self.blocks.right.set_tone(tone)
        checks = check_rows(shown, now) or (_empty_row(shown),)
        # With two legs each way all of it is to be seen without scrolling.
        legs = shown.journey.legs if shown.journey is not None else ()
        self.checks.set_checks(checks, height=TIGHT if len(legs) > _FEW_LEGS else ROOMY)
        rows = warning_rows(shown)
        self.warnings.set_checks(rows, height=CLOSE)
        self.warnings.setVisible(bool(rows))
        self.past.setText(chain_words(shown))
        self.past.setVisible(bool(self.past.text()))
        self._show_money(shown)
        self._show_acts(shown, now)
        self._fit_foot()
        held = who is not None
        for widget in (self.itinerary, self.journey, self._foot):
            widget.setVisible(held)
        self.itinerary.say(_("Itinerary"), right=night_words(who.one.nights) if who is not None else "")
        self.journey.set_legs(legs)

    def _show_came(self, shown: Shown, clock: Callable[[datetime], str]) -> None:
        self.came.setVisible(shown.may_arrive)
        if shown.may_arrive and shown.came is not None:
            self.came.say(
                _("Checked in at {station}, {time}").format(station=shown.came.station, time=clock(shown.came.at)),
                _("Record the arrival with H: then the allowance can be paid."),
            )

    def _show_acts(self, shown: Shown, now: datetime) -> None:
        first = next_act(shown, now)
        # One button is enough for what is to be done now.
        self.money_button.setVisible(self._names.get(self.money_button) != first and not shown.past)
        others = beside_it(first, shown)
        for button, name in zip((self.next_button, *self.beside), (first, *others, "", ""), strict=False):
            self._put(button, name, shown, now)
        self._acts.show_acts(first=bool(first), others=len(others))

    def _show_money(self, shown: Shown) -> None:
        allowance = shown.allowance.allowance if shown.allowance is not None else None
        self.allowance.setVisible(allowance is not None)
        self.strip.set_allowance(allowance)
        if allowance is not None and shown.allowance is not None:
            place = city_of(allowance.days[0].place) if allowance.days else ""
            title = _("DSA, {place}").format(place=place)
            right = _("{currency} · gross, provided, net").format(currency=allowance.currency)
            wide = draw.text_width(title, self.allowance.title.font()) + draw.text_width(right, font(12))
            # The figures speak for themselves; where they are paid must be read.
            self.allowance.say(title, right=right if wide <= self.width() - 60 else allowance.currency)
            self.allowance.setToolTip(f"{allowance.policy.name} · {allowance.policy.source}")
        self._on_day(self.strip.day())
        look = money_look(shown)
        self.label.setText(look.label)
        self.amount.setText(look.amount)
        self.state.set_look(look.chip)
        if shown.who is not None:
            self._put(self.money_button, money_act(shown), shown, None)

    def _put(self, button: DeskButton, name: str, shown: Shown, now: datetime | None) -> None:
        self._names[button] = name
        button.setVisible(bool(name))
        if name:
            kind = KINDS[name]
            button.set_text(_(kind.words))
            button.set_key(kind.key)
            button.allow(why_not=why_not(name, shown, now) if now is not None else "")

    def _on_day(self, day: object) -> None:
        why = getattr(day, "why", ())
        self.why.setText(" ".join(why))
        self.why.setVisible(bool(why))
        if why and self.isVisible():
            layout = self._inner.layout()
            if layout is not None:
                # The words are to be seen now, and not once the pane is laid out anew.
                layout.activate()
                wide = self._scroll.viewport().width()
                self._inner.resize(wide, max(layout.totalHeightForWidth(wide), self._scroll.viewport().height()))
            self._scroll.ensureWidgetVisible(self.why, 0, 8)

    def _on_asked(self) -> None:
        button = self.sender()
        if isinstance(button, DeskButton) and self._names.get(button):
            self.asked.emit(self._names[button])

    def _button(self, kind: str = "plain") -> DeskButton:
        # The keys are those of the page, which knows when somebody types.
        made = DeskButton(key="N", kind="primary" if kind == "primary" else "plain", size="small", bind=False)
        made.clicked.connect(self._on_asked)
        return made

    def _lay_out(self) -> None:
        self._nobody = EmptyState(
            icon="travel",
            title=_("No seat is chosen"),
            sentence=_("Arrows walk along the wall, ! finds the next problem."),
        )
        self.past = Text(size=12, tone="slate", wrap=True)
        self.past.setContentsMargins(16, 4, 16, 0)
        self._acts = ActRow(self.next_button, self.beside, self.more_button)
        inner = self._inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # Margins of its own: hidden it takes no room.
        self.why.setContentsMargins(16, 0, 16, 6)
        for widget in (
            self.came,
            self.blocks,
            self.checks,
            self.warnings,
            self.past,
            self._acts,
            self.itinerary,
            self.journey,
            self.allowance,
            self.strip,
            self.why,
        ):
            column.addWidget(widget)
        column.addStretch()
        for head in (self.blocks, self.itinerary, self.allowance):
            head.title.setFont(Text(size=14, bold=True).font())
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self._foot = self._make_foot()
        self._body = QWidget()
        whole = QVBoxLayout(self._body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._foot)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nobody)
        self._stack.addWidget(self._body)

    def _make_foot(self) -> Pane:
        foot = Pane("sand", lines="t")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.label)
        words.addWidget(self.amount)
        row.addLayout(words, 1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(8)
        for widget in (self.state, self.money_button):
            self._beside.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._beside)
        return foot

    def _fit_foot(self) -> None:
        """Put the button beneath the state where an amount would be cut beside both."""
        # Whether it is hidden itself: the foot may still be, of an empty seat that was shown before.
        shown = self._names.get(self.money_button) and not self.money_button.isHidden()
        button = self.money_button.sizeHint().width() + 8 if shown else 0
        words = max(draw.text_width(text.text(), text.font()) for text in (self.label, self.amount))
        fits = words + 8 + self.state.sizeHint().width() + button <= self.width() - 32
        way = QBoxLayout.Direction
        self._beside.setDirection(way.LeftToRight if fits else way.TopToBottom)
        self._beside.setSpacing(8 if fits else 4)


def _empty_row(shown: Shown) -> CheckRow:
    """Return what is said of a seat that nobody holds."""
    kind: ChipKind = "blocks" if shown.tile.sign == "octagon" else "warning" if shown.tile.sign else "notyet"
    return CheckRow(key="", kind=kind, text=shown.tile.word, right=shown.tile.why)
