"""The Overview page of the organisers: read when it is shown, and again when something changes while it is."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.desk.overview import OverviewFacts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.agenda_drift import Drift, drift_of
from cmc_desk.rules.overview_words import closing_words, settle_words
from cmc_desk.ui.context import Context
from cmc_desk.ui.overview import shown as looks
from cmc_desk.ui.overview.acts import FOLDER, STICK, OverviewActs, quick_buttons
from cmc_desk.ui.overview.arrivals_pane import ArrivalsPane
from cmc_desk.ui.overview.attendance_pane import AttendancePane
from cmc_desk.ui.overview.chart_list import charts_of
from cmc_desk.ui.overview.charts import drift_rows
from cmc_desk.ui.overview.checks_pane import ChecksPane
from cmc_desk.ui.overview.doors import Doors
from cmc_desk.ui.overview.lists import DelegationsPane, DriftPane, TodoRow, TravelPane
from cmc_desk.ui.overview.reading import OverviewReader
from cmc_desk.ui.page import Page

_CHECK_TABLES = frozenset({"door_check", "*"})
_UPPER = 290


class OverviewPage(Page):
    """Everything at a glance; whatever wants to be seen to leads to its page."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.reader = OverviewReader(context, self)
        self._day: date | None = None
        self._by_session = False
        self._told: datetime | None = None
        self.attendance = AttendancePane(self)
        self.arrivals = ArrivalsPane(self)
        self.drift = DriftPane(self)
        self.delegations = DelegationsPane(self)
        self.travel = TravelPane(self)
        self.checks = ChecksPane(quick_buttons(), self)
        self.acts = OverviewActs(context, self)
        self.doors = Doors(context, self.checks, self.acts, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.delegations.grid)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("D", _("The next day of the meeting")),
            ("B", _("Attendance by session, or by category")),
            ("S", _("Save the charts as PNG, SVG and PDF")),
            ("C", _("Checks before the doors open, one after the other")),
            (_("Tab, arrows, Enter"), _("Open a delegation, something to do, a check")),
            *((one.key, one.words) for one in quick_buttons()),
        )

    def scanned(self, text: str) -> bool:
        if not text or not self.doors.asks:
            return False
        self.doors.scanned()
        return True

    def states(self) -> Iterator[str]:
        from cmc_desk.ui.overview.rehearsal import overview_states

        yield from overview_states(self)

    @property
    def facts(self) -> OverviewFacts | None:
        """What was read last; nothing before the page was first shown."""
        return self.reader.facts

    def reload(self, tables: frozenset[str]) -> None:
        if tables & _CHECK_TABLES:
            self.acts.look()
            self.doors.show()
        if tables - {"door_check"}:
            self.reader.read(tables)

    def ticked(self, now: datetime) -> None:
        self.doors.ticked()
        if self.facts is not None and looks.is_new_minute(self._told, now):
            self._told = now
            self.acts.look()
            if self.facts.now.date() != self.context.facts.meeting.local(now).date():
                self.reader.read(frozenset({"*"}))
            self._show_day()
            self._show_drift(now)

    def show_day(self, day: date) -> None:
        """Show the attendance of a day."""
        self._day = day
        self._show_day()

    def _on_came(self) -> None:
        if (read := self.facts) is None:
            return
        facts, now = self.context.facts, self.context.now()
        if self._day not in facts.meeting.days:
            self._day = None
        self._show_day()
        self._show_drift(now)
        self.travel.show_travel(
            looks.stage_rows(facts, read.travel), looks.agency_words(read.travel), settle_words(read.travel)
        )
        rows = looks.meter_rows(read.drafts)
        self.travel.show_drafts(rows, sum(one.meter.brackets for one in read.drafts))
        self.delegations.show_todo(looks.todo_rows(facts, read))

    def _show_day(self) -> None:
        if (read := self.facts) is None:
            return
        facts, day = self.context.facts, self._day or read.today
        days = [one.day for one in read.days]
        shown, number = read.day(day), days.index(day)
        other = read.days[(number + 1) % len(days)] if len(days) > 1 else None
        self.attendance.show_day(shown, other, number=number + 1, today=day == read.today)
        self.attendance.show_rows(
            looks.session_rows(facts, shown) if self._by_session else looks.category_rows(facts, shown),
            by_session=self._by_session,
        )
        self.arrivals.show_curve(shown.curve(self.context.now()), shown.left)
        found = looks.cells(facts, shown)
        self.delegations.show_cells(found)
        self.delegations.counts.set_counts(looks.state_counts(found))

    def drift_now(self, now: datetime) -> Drift:
        """Return how far the day is from its plan: worked out anew, and nothing read for it."""
        live, day = self.context.live, self.facts.today if self.facts is not None else now.date()
        return drift_of(live.rundown.items, live.actuals, live.at(now).projection, day=day)

    def _show_drift(self, now: datetime) -> None:
        found = self.drift_now(now)
        running = next((place for place, line in enumerate(found.lines) if line.state is ItemState.RUNNING), 0)
        self.drift.show_drift(drift_rows(found.lines), closing_words(found, self.context.facts.clock), running=running)

    def _connect(self) -> None:
        self.reader.came.connect(self._on_came)
        self.attendance.day.clicked.connect(self._on_next_day)
        self.attendance.by.clicked.connect(self._on_by)
        self.arrivals.save.clicked.connect(self._on_save)
        self.delegations.grid.taken.connect(self._on_delegation)
        self.delegations.todo_taken.connect(self._on_todo)
        self.checks.asked.connect(self._on_asked)
        self.acts.progressed.connect(self.checks.show_progress)
        self.acts.rested.connect(self.checks.show_rest)

    def _on_next_day(self) -> None:
        days = self.context.facts.meeting.days
        if self.facts is not None:
            self.show_day(days[(days.index(self._day or self.facts.today) + 1) % len(days)])

    def _on_by(self) -> None:
        self._by_session = not self._by_session
        self._show_day()

    def _on_save(self) -> None:
        if self.facts is not None:
            now = self.context.now()
            day = self._day or self.facts.today
            self.acts.save_charts(charts_of(self.context.facts, self.facts, self.drift_now(now), day=day, now=now))

    def _on_delegation(self, code: str) -> None:
        self.context.go("registration", code)

    def _on_todo(self, row: object) -> None:
        if isinstance(row, TodoRow):
            self.context.go(row.page, row.place or None)

    def _on_asked(self, name: str) -> None:
        if name == STICK:
            self.acts.copy_to_stick()
        elif name == FOLDER:
            self.acts.folder.open()
        elif name:
            self.acts.make(name)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        upper, lower = QWidget(self), QWidget(self)
        for row, panes in (
            (upper, ((self.attendance, 404), (self.arrivals, 470), (self.drift, 404))),
            (lower, ((self.delegations, 564), (self.travel, 310), (self.checks, 404))),
        ):
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(0)
            for pane, stretch in panes:
                pane.setMinimumWidth(240)
                pane.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                line.addWidget(pane, stretch)
        upper.setFixedHeight(_UPPER)
        column.addWidget(upper)
        column.addWidget(lower, 1)
