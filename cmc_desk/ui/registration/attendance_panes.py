"""The left and the right of the attendance view: the sessions with their counts, and who is still missing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.counts import Counts
from cmc_desk.ui.parts.bars import Bar
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.counter import Counter
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.keycap import KeyCap, key_text
from cmc_desk.ui.parts.log_list import LogList, LogRow
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.registration.attendance_rows import SESSION_ROW, SessionLine, paint_session, spoken_session
from cmc_desk.ui.registration.export_panel import ExportPanel

LEFT, RIGHT = 300, 306
MISSING, CREDENTIALS = "missing", "credentials"


class SessionsPane(Pane):
    """The days, their sessions, and the workbook; `chosen` says which session is wanted, `day_chosen` which day (ISO)."""

    chosen = Signal(str)
    day_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="r", parent=parent)
        self.setFixedWidth(LEFT)
        self.days = Segment((), name=_("Day"), even=True, parent=self)
        self.days.chosen.connect(self.day_chosen)
        self.sessions: RowList[SessionLine] = RowList(
            paint_session,
            key=lambda line: line.key,
            spoken=spoken_session,
            name=_("Sessions"),
            height=SESSION_ROW,
            parent=self,
        )
        self.sessions.chosen.connect(self._on_chosen)
        self.export = ExportPanel(self)
        head = PaneHead(_("Attendance"), side=True, right=KeyCap(key_text("Alt+Down"), parent=self), parent=self)
        days = QHBoxLayout()
        days.setContentsMargins(16, 10, 16, 10)
        days.addWidget(self.days)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(days)
        column.addWidget(Rule(parent=self))
        column.addWidget(self.sessions, 1)
        column.addWidget(self.export)

    def show_sessions(self, lines: Sequence[SessionLine], chosen: str) -> None:
        """Show the sessions of a day with one of them chosen."""
        self.sessions.set_rows(lines, key=chosen)

    def _on_chosen(self, line: object) -> None:
        if isinstance(line, SessionLine):
            self.chosen.emit(line.key)


class MissingPane(Pane):
    """Counters, the delegations that are not complete, and for the organiser the credentials to verify."""

    delegation_taken = Signal(str)
    verify_asked = Signal(str)

    def __init__(self, *, organiser: bool, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="l", parent=parent)
        self.setFixedWidth(RIGHT)
        self._people = Counter(_("people attended"), parent=self)
        self._delegations = Counter(_("delegations there"), right=True, parent=self)
        self._bar = Bar(name=_("People attended"), track="sandTrack", parent=self)
        options = [Option(MISSING, _("Delegations"), 0)] + (
            [Option(CREDENTIALS, _("To verify"), 0)] if organiser else []
        )
        self.lists = Segment(options, name=_("List"), parent=self)
        self.missing = LogList(name=_("Delegations still missing"), choosing=True, parent=self)
        self.missing.taken.connect(self._on_delegation)
        self.missing.clicked.connect(self._on_delegation)
        self.credentials = LogList(name=_("Credentials to verify"), choosing=True, parent=self)
        self.credentials.taken.connect(self._on_verify)
        self.credentials.chosen.connect(self._on_credential)
        self._complete = EmptyState(
            icon="check",
            title=_("All delegations are complete"),
            sentence=_("Everybody expected is there."),
            parent=self,
        )
        self._verified = EmptyState(icon="letter", title=_("Nothing to verify"), parent=self)
        self._lower = Pane("sand", lines="t", parent=self)
        self.verify = DeskButton(_("Credentials seen"), key="V", icon="letter", size="small", parent=self)
        self.verify.clicked.connect(self._on_verify)
        self._lay_out()
        self.lists.chosen.connect(self._on_list)
        toggle = QShortcut(QKeySequence("Ctrl+M"), self)
        toggle.activated.connect(self._on_toggle)
        self._on_list(MISSING)

    def show_state(self, counts: Counts, missing: Sequence[LogRow], credentials: Sequence[LogRow]) -> None:
        """Show the counts of the session, who is missing, and whose credentials nobody has seen."""
        self._people.set_count(counts.people.present, counts.people.expected)
        self._delegations.set_count(counts.delegations.present, counts.delegations.expected)
        self._bar.set_share(counts.people.present, counts.people.expected, tone="leaf")
        self.missing.set_rows(missing)
        self.credentials.set_rows(credentials, first=True)
        self.lists.set_counts({MISSING: len(missing), CREDENTIALS: len(credentials)})
        self._on_list(self.lists.key())

    def _on_list(self, key: str) -> None:
        verifying = key == CREDENTIALS
        rows = self.credentials if verifying else self.missing
        nothing = self._verified if verifying else self._complete
        self._stack.setCurrentWidget(rows if rows.rows() else nothing)
        self._lower.setVisible(verifying and bool(rows.rows()))

    def _on_toggle(self) -> None:
        keys = [option.key for option in self.lists.options()]
        self.lists.choose(keys[(keys.index(self.lists.key()) + 1) % len(keys)])

    def _on_delegation(self, _what: object) -> None:
        row = self.missing.current()
        if row is not None:
            self.delegation_taken.emit(str(row.key))

    def _on_credential(self, row: object) -> None:
        self.verify.allow(why_not="" if isinstance(row, LogRow) else _("Choose a person first."))

    def _on_verify(self) -> None:
        row = self.credentials.current()
        if row is not None:
            self.verify_asked.emit(str(row.key))

    def _lay_out(self) -> None:
        counters = QHBoxLayout()
        counters.addWidget(self._people)
        counters.addStretch()
        counters.addWidget(self._delegations)
        choice = QHBoxLayout()
        choice.addWidget(self.lists)
        choice.addStretch()
        if len(self.lists.options()) > 1:
            choice.addWidget(KeyCap(key_text("Ctrl+M"), parent=self))
        upper = QVBoxLayout()
        upper.setContentsMargins(16, 12, 16, 10)
        upper.setSpacing(10)
        upper.addLayout(counters)
        upper.addWidget(self._bar)
        upper.addLayout(choice)
        self._stack = QStackedLayout()
        for widget in (self.missing, self.credentials, self._complete, self._verified):
            self._stack.addWidget(widget)
        lower = QVBoxLayout(self._lower)
        lower.setContentsMargins(16, 10, 16, 12)
        lower.addWidget(self.verify)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper)
        whole.addWidget(Rule(parent=self))
        whole.addLayout(self._stack, 1)
        whole.addWidget(self._lower)
