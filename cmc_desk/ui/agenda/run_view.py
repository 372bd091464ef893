"""The Run mode: the rundown at the left, what runs and who speaks at the right, and one key for everything."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.agenda.card_look import card_look
from cmc_desk.ui.agenda.fitting import limit_that_fits, plan_now
from cmc_desk.ui.agenda.floor_acts import FloorActs
from cmc_desk.ui.agenda.forecasting import Answer, Forecasting, forecast_runs, question_of
from cmc_desk.ui.agenda.item_acts import ItemActs
from cmc_desk.ui.agenda.more_panel import MorePanel
from cmc_desk.ui.agenda.run_keys import RunKeys
from cmc_desk.ui.agenda.run_list import key_groups
from cmc_desk.ui.agenda.run_panels import RunPanels
from cmc_desk.ui.agenda.rundown_pane import RundownPane
from cmc_desk.ui.agenda.running_card import RunningCard
from cmc_desk.ui.agenda.shown_floor import floor_title, floor_to_show, why_no_floor
from cmc_desk.ui.agenda.speaker_rows import FOLD
from cmc_desk.ui.agenda.speakers_pane import SpeakersPane
from cmc_desk.ui.agenda.stutter import Stutter
from cmc_desk.ui.context import Context
from cmc_desk.ui.live import LIVE_TABLES, LiveFloor, Moment
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.stage.acts import PANEL_KEY

_RIGHT = 424
# What is foretold changes when something happens, and slowly while somebody goes on speaking.
_FORETELL_AFTER = timedelta(minutes=1)
_FLOOR_TABLES = frozenset({"floor_entry", "floor_event", "topic", "item_event", "item_timing", "item", "*"})


class RunView(QWidget):
    """Shows an instant; `ticked` shows the next one, and only what differs is painted anew."""

    plan_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.live = context.live
        self._second: datetime | None = None
        self._foretold: datetime | None = None
        # Each its own: whoever starts an item gives the floor in the same breath.
        self.go_stutter, self.next_stutter = Stutter(), Stutter()
        self.items = ItemActs(context, self.track, self)
        self.floor_acts = FloorActs(context, self.floor, self.chosen_entry, self)
        self.panels = RunPanels(context, self)
        groups = key_groups(self)
        self.run_keys = RunKeys(self, groups.all)
        self.rundown = RundownPane(
            self.live, head_keys=groups.head, foot_keys=groups.foot, row_keys=groups.row, parent=self
        )
        self.card = RunningCard()
        self.speakers = SpeakersPane(self.live, groups.bar)
        self.more = MorePanel(groups.more)
        self.forecasting = Forecasting(pool=context.pool, parent=self)
        # Its key is that of the window: it opens the panel on every page.
        self.stage_button = DeskButton(_("Stage…"), key=PANEL_KEY, icon="screen", size="small", bind=False)
        self.left_stack, self.right_stack = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()

    def track(self) -> str:
        """Return the room that is shown."""
        return self.rundown.track

    def moment(self) -> Moment:
        """Return where the agenda stands now."""
        return self.live.at(self.context.now())

    def floor(self) -> LiveFloor | None:
        """Return the list of speakers that is shown, which is the one that keys act on."""
        return floor_to_show(self.live, self.moment(), self.track(), self.rundown.chosen())

    def chosen_entry(self) -> str:
        """Return the entry of the list that is chosen; empty if none is."""
        return self.speakers.chosen()

    def reload(self, tables: frozenset[str]) -> None:
        """Show what is planned and recorded now."""
        moment = self.moment()
        self.rundown.show_plan(moment)
        self._show(moment, everything=True)
        self.panels.refresh(tables)
        if tables & _FLOOR_TABLES:
            self._ask_forecast(moment)

    def ticked(self, now: datetime) -> None:
        """Show what the time changes."""
        self._show(self.live.at(now), everything=False)

    def go_next(self) -> None:
        """Start the next item, and follow it."""
        if self._stutters(self.go_stutter):
            return
        self.rundown.follow()
        self.rundown.choose_none()
        self.items.next()

    def start_passed(self) -> None:
        """Take up what was passed over, and follow it; a key that stutters answers no question."""
        if self._stutters(self.go_stutter):
            return
        self.rundown.follow()
        self.rundown.choose_none()
        self.items.start_passed()

    def next_speaker(self) -> None:
        """Give the floor to the next speaker; nobody is chosen any more."""
        if self._stutters(self.next_stutter):
            return
        self.speakers.choose("")
        self.floor_acts.next()

    def move_speaker(self, by: int) -> None:
        """Move the chosen speaker, and keep it in sight."""
        entry = self.chosen_entry()
        self.floor_acts.move(by)
        self.speakers.choose(entry)

    def apply_limit(self) -> None:
        """Give those not yet called the limit that fits."""
        floor = self.floor()
        limit = limit_that_fits(plan_now(self.live, self.moment(), floor)) if floor is not None else timedelta()
        if limit:
            self.floor_acts.set_limit(limit)

    def show_more(self) -> None:
        """Show everything else that can be done."""
        self.panels.open_right(self.more)
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stutters(self, stutter: Stutter) -> bool:
        if not stutter.too_soon():
            return False
        self.context.say("amber", _("Pressed twice at once: "), _("it counts once. Press again to go on."))
        return True

    def _show(self, moment: Moment, *, everything: bool) -> None:
        self.card.show_look(card_look(self.live, moment, self.track()))
        floor = floor_to_show(self.live, moment, self.track(), self.rundown.chosen())
        if self.right_stack.currentWidget() is self.speakers:
            self.speakers.show_floor(
                floor,
                moment,
                self.context.facts,
                title=floor_title(self.live, moment, self.track(), floor),
                why_none=why_no_floor(self.live),
            )
        second = moment.asked.replace(microsecond=0)
        # The rundown is in minutes and its bar moves less than a pixel a second: once a second is more than can be seen.
        if everything or second != self._second:
            self._second = second
            if not everything and self._foretold is not None and second - self._foretold >= _FORETELL_AFTER:
                self._ask_forecast(moment)
            if self.left_stack.currentWidget() is self.rundown:
                self.rundown.show_moment(moment)

    def _ask_forecast(self, moment: Moment) -> None:
        self._foretold = moment.asked
        line = self.live.line(moment.standing(self.track()).running)
        floor = self.live.floor(line.item.topic) if line is not None and line.item.topic else None
        self.forecasting.ask(question_of(self.live, moment, floor, self.track()))

    def _on_forecast(self, answer: object) -> None:
        self.rundown.show_forecast(forecast_runs(answer if isinstance(answer, Answer) else None))

    def _on_moved(self) -> None:
        self.reload(LIVE_TABLES)

    def _on_row(self, _row: object) -> None:
        self._show(self.moment(), everything=False)

    def _on_speaker_taken(self, row: object) -> None:
        if getattr(row, "key", FOLD) != FOLD:
            self.floor_acts.give_floor()

    def _connect(self) -> None:
        self.card.next_asked.connect(self.go_next)
        self.card.pause_asked.connect(self.items.pause_or_resume)
        self.card.more_asked.connect(self._on_more)
        self.card.less_asked.connect(self._on_less)
        self.card.passed_asked.connect(self.start_passed)
        self.card.skip_asked.connect(self.items.skip_passed)
        self.speakers.limit_asked.connect(self.apply_limit)
        self.speakers.table.taken.connect(self._on_speaker_taken)
        self.rundown.moved.connect(self._on_moved)
        self.rundown.table.chosen.connect(self._on_row)
        self.forecasting.came.connect(self._on_forecast)
        self.more.left.connect(self.panels.close)
        self.stage_button.clicked.connect(self.context.room_asked)

    def _on_clicked(self) -> None:
        # The keyboard stays on a button only as long as nothing else is pressed: else Space would mean what was left behind.
        focused = QApplication.focusWidget()
        if isinstance(focused, DeskButton) and focused is not self.sender() and self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's name and order
        """Tab leads from the speakers to the rundown, and from there to the buttons; Shift+Tab back."""
        speakers, lines = self.speakers.table, self.rundown.table
        here = self.left_stack.currentWidget() is self.rundown and self.right_stack.currentWidget() is self.speakers
        if here and next and speakers.hasFocus():
            if lines.current() is None:
                standing = self.moment().standing(self.track())
                lines.choose(standing.running or standing.next)
            lines.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if here and not next and lines.hasFocus():
            speakers.setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        return super().focusNextPrevChild(next)

    def _on_more(self) -> None:
        self.items.add_minutes(1)

    def _on_less(self) -> None:
        self.items.add_minutes(-1)

    def _lay_out(self) -> None:
        self.rundown.head.add(self.stage_button)
        self.left_stack.addWidget(self.rundown)
        self.right_stack.addWidget(self.speakers)
        self.panels.add_to(self.left_stack, self.right_stack)
        self.right_stack.addWidget(self.more)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.panels.late)
        left.addWidget(self.left_stack, 1)
        side = Pane("panel", lines="l")
        side.setFixedWidth(_RIGHT)
        right = QVBoxLayout(side)
        right.setContentsMargins(1, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.card)
        right.addWidget(self.right_stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(side)
        self.setFocusProxy(self.speakers.table)
        self.speakers.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for button in self.findChildren(DeskButton):
            button.clicked.connect(self._on_clicked)
