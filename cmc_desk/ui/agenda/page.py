"""The Agenda page: one key for everything while the meeting runs, and the plan behind it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.agenda.plan_view import PlanView
from cmc_desk.ui.agenda.run_view import RunView
from cmc_desk.ui.context import Context
from cmc_desk.ui.live import LIVE_TABLES
from cmc_desk.ui.page import Page
from cmc_desk.ui.parts.keycap import key_text

_SHOWN_TABLES = LIVE_TABLES | {"delegation", "presence_event", "draft"}


class AgendaPage(Page):
    """Opens in the Run mode; E leads to the plan and back."""

    stays_when_scanned = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.run = RunView(context)
        self._plan: PlanView | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.run)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.run.plan_asked.connect(self.show_plan)
        self.setFocusProxy(self.run.speakers.table)

    @property
    def plan(self) -> PlanView:
        """The Plan mode, made when it is first asked for."""
        if self._plan is None:
            self._plan = PlanView(self.context)
            self._plan.run_asked.connect(self.show_run)
            self._stack.addWidget(self._plan)
        return self._plan

    @property
    def planning(self) -> bool:
        """Whether the Plan mode is shown."""
        return self._plan is not None and self._stack.currentWidget() is self._plan

    def keys(self) -> Sequence[tuple[str, str]]:
        if self.planning:
            return self.plan.keys()
        listed = tuple((key_text(key.key), key.full or key.words) for key in self.run.run_keys.keys)
        return (
            *listed,
            ("Enter", _("Give the floor to the chosen delegation")),
            ("↑ ↓", _("Choose a delegation, or a line")),
            ("Tab", _("Between the rundown and the speakers")),
            ("Esc", _("Close the panel that is open")),
        )

    def open_at(self, what: object) -> None:
        """Show an item by its key in the plan, or a mode by its name."""
        if what == "plan":
            self.show_plan()
        elif what == "run":
            self.show_run()
        elif isinstance(what, str) and self.context.live.line(what) is not None:
            self.show_plan(what)

    def show_plan(self, item: str = "") -> None:
        """Edit the plan, at the line that is chosen or runs."""
        rundown = self.run.rundown
        key = item or rundown.chosen() or self.run.moment().standing(self.run.track()).running
        line = self.context.live.line(key)
        self._stack.setCurrentWidget(self.plan)
        self.setFocusProxy(self.plan.lines.table)
        if line is not None:
            self.plan.show_line(line.item.day, line.item.track, key)
        else:
            self.plan.show_line(rundown.day, self.run.track(), "")

    def show_run(self) -> None:
        """Run the meeting."""
        self._stack.setCurrentWidget(self.run)
        self.setFocusProxy(self.run.speakers.table)
        self.run.reload(LIVE_TABLES)
        self.run.speakers.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def ticked(self, now: datetime) -> None:
        if not self.planning:
            self.run.ticked(now)

    def reload(self, tables: frozenset[str]) -> None:
        if not tables & _SHOWN_TABLES:
            return
        if self.planning:
            self.plan.reload(tables)
        else:
            self.run.reload(tables)
