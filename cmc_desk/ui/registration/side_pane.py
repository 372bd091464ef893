"""The right of the desk: how many are here, how fast they come, what was just scanned, and who is missing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.desk.counters import SLOT_MINUTES, DeskState
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.bars import Bar
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.counter import Counter
from cmc_desk.ui.parts.keycap import KeyCap, key_text
from cmc_desk.ui.parts.log_list import LogList, LogRow
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.runs import Run, RunLine
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.slot_bars import SlotBars
from cmc_desk.ui.parts.text import Text

WIDTH = 306
SCANNED, MISSING = "scanned", "missing"


class SidePane(Pane):
    """Counters and lists of one day, and the ways to lists and attendance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sand", parent=parent)
        self.setFixedWidth(WIDTH)
        self._people = Counter(_("people present"), parent=self)
        self._delegations = Counter(_("delegations present"), right=True, parent=self)
        self._bar = Bar(name=_("People present"), track="sandTrack", parent=self)
        self._slots = SlotBars(name=_("Check-ins per 5 min"), parent=self)
        self._rate = RunLine(size=12, parent=self)
        self.lists = Segment(
            (Option(SCANNED, _("Just scanned")), Option(MISSING, _("Missing"), 0)), name=_("List"), parent=self
        )
        self.scanned = LogList(name=_("Just scanned, all desks"), choosing=True, parent=self)
        self.missing = LogList(name=_("Delegations still missing"), choosing=True, parent=self)
        self.register = DeskButton(
            _("Register without check-in"), key="Ctrl+Shift+N", icon="user", size="small", parent=self
        )
        self.bring_in = DeskButton(_("Bring in a list"), key="Ctrl+I", icon="sheet", size="small", parent=self)
        self.attendance = DeskButton(
            _("Attendance by session"), key="Ctrl+Shift+A", icon="grid", size="small", parent=self
        )
        self.badges = DeskButton(_("Badges"), key="Ctrl+B", icon="print", size="small", parent=self)
        self._lay_out()
        self.lists.chosen.connect(self._on_list)
        toggle = QShortcut(QKeySequence("Ctrl+M"), self)
        toggle.activated.connect(self._on_toggle)

    def show_state(
        self, state: DeskState, scans: tuple[LogRow, ...], missing: tuple[LogRow, ...], facts: Facts
    ) -> None:
        """Show the state of the desk with its lists as rows."""
        people, delegations = state.counts.people, state.counts.delegations
        self._people.set_count(people.present, people.expected)
        self._delegations.set_count(delegations.present, delegations.expected)
        self._bar.set_share(people.present, people.expected, tone="leaf")
        slots = state.arrivals.slots
        ticks = [(place, facts.clock(slots[place].starts)) for place in range(0, len(slots), 5)]
        self._slots.set_slots([slot.count for slot in slots], ticks)
        words = _(" in the last {minutes} min").format(minutes=SLOT_MINUTES)
        self._rate.set_runs((Run(str(state.arrivals.last_minutes), bold=True), Run(words, tone="slate")))
        self.scanned.set_rows(scans)
        self.missing.set_rows(missing)
        self.lists.set_counts({MISSING: len(missing)})

    def _on_list(self, key: str) -> None:
        self._stack.setCurrentWidget(self.missing if key == MISSING else self.scanned)

    def _on_toggle(self) -> None:
        self.lists.choose(SCANNED if self.lists.key() == MISSING else MISSING)

    def _lay_out(self) -> None:
        counters = QHBoxLayout()
        counters.addWidget(self._people)
        counters.addStretch()
        counters.addWidget(self._delegations)
        rate = QHBoxLayout()
        rate.addWidget(Text(_("Check-ins per 5 min"), size=12, tone="slate", parent=self))
        rate.addStretch()
        rate.addWidget(self._rate)
        upper = QVBoxLayout()
        upper.setContentsMargins(16, 12, 16, 8)
        upper.setSpacing(8)
        upper.addLayout(counters)
        upper.addWidget(self._bar)
        upper.addLayout(rate)
        upper.addWidget(self._slots)
        choice = QHBoxLayout()
        choice.addWidget(self.lists)
        choice.addStretch()
        choice.addWidget(KeyCap(key_text("Ctrl+M"), parent=self), 0, Qt.AlignmentFlag.AlignVCenter)
        choice.setContentsMargins(0, 2, 0, 0)
        upper.addLayout(choice)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.scanned)
        self._stack.addWidget(self.missing)
        lower = QVBoxLayout()
        lower.setContentsMargins(16, 10, 16, 12)
        lower.setSpacing(6)
        for button in (self.register, self.bring_in, self.attendance, self.badges):
            lower.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper)
        whole.addWidget(Rule(parent=self))
        whole.addLayout(self._stack, 1)
        whole.addWidget(Rule(parent=self))
        whole.addLayout(lower)
