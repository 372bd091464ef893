"""The Plan mode: the lines of the agenda, its lists of speakers, its rooms, and plans from files."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.agenda.export_pane import ExportPane
from cmc_desk.ui.agenda.import_view import AgendaImportView
from cmc_desk.ui.agenda.plan_section import PlanSection
from cmc_desk.ui.agenda.run_keys import RunKey, RunKeys
from cmc_desk.ui.agenda.run_list import EXPORT_KEY
from cmc_desk.ui.agenda.topic_section import TopicSection
from cmc_desk.ui.agenda.track_section import TrackSection
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.setup.section import EDIT_KEYS, Section

LINES, TOPICS, TRACKS = "lines", "topics", "tracks"


class PlanView(QWidget):
    """Everything is saved line by line, and everything can be undone."""

    run_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.lines = PlanSection(context)
        self.topics = TopicSection(context)
        self.tracks = TrackSection(context)
        self._sections: dict[str, Section] = {LINES: self.lines, TOPICS: self.topics, TRACKS: self.tracks}
        self.kinds = Segment(
            [Option(LINES, _("Agenda")), Option(TOPICS, _("Lists of speakers")), Option(TRACKS, _("Rooms"))],
            name=_("What is planned"),
        )
        self.kinds.chosen.connect(self._on_kind)
        self.run_button = DeskButton(_("Run the meeting"), key="Ctrl+E", icon="play", kind="primary")
        self.run_button.clicked.connect(self.ask_run)
        self.import_button = DeskButton(_("Import…"), key="Alt+I", icon="folder")
        self.import_button.clicked.connect(self.show_import)
        self.export_button = DeskButton(_("Export…"), key=EXPORT_KEY, icon="sheet")
        self.export_button.clicked.connect(self.show_export)
        self._importing: AgendaImportView | None = None
        self._exporting: ExportPane | None = None
        self.run_keys = RunKeys(self, (RunKey("E", _("run the meeting"), self.ask_run),))
        self._stack = QStackedWidget()
        self.head = Pane("panel", lines="b")
        self._lay_out()

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this mode."""
        if self._importing is not None and self.importing:
            return self._importing.keys()
        if self._exporting is not None and self.exporting:
            return self._exporting.keys()
        return (
            ("Alt+I", _("read a plan from a file")),
            (EXPORT_KEY, _("write the agenda for others, or its record")),
            ("E", _("run the meeting; Ctrl+E also while typing")),
            ("Alt+N", _("new item, list or room")),
            *EDIT_KEYS,
            ("Alt+Delete", _("remove what is chosen")),
            ("Ctrl+Up", _("earlier")),
            ("Ctrl+Down", _("later")),
        )

    def section(self) -> Section:
        """Return what is edited now."""
        return self._sections[self.kinds.key()]

    @property
    def importing(self) -> bool:
        """Whether a plan is being read from a file."""
        return self._importing is not None and self._stack.currentWidget() is self._importing

    @property
    def exporting(self) -> bool:
        """Whether the files of the agenda are offered."""
        return self._exporting is not None and self._stack.currentWidget() is self._exporting

    def reload(self, tables: frozenset[str]) -> None:
        """Read again what is shown; what is being typed stays."""
        if self._importing is not None and self.importing:
            self._importing.reload(tables)
        elif not self.exporting:
            self.section().reload()

    def leave(self) -> bool:
        """Save what was typed; say no if it was refused."""
        return self.importing or self.exporting or self.section().leave()

    def show_import(self) -> None:
        """Read a plan from a file, once what was typed is saved."""
        if not self.leave():
            return
        if self._importing is None:
            self._importing = AgendaImportView(self.context)
            self._importing.closed.connect(self._show_section)
            self._stack.addWidget(self._importing)
        self._stack.setCurrentWidget(self._importing)
        self._importing.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_export(self) -> None:
        """Offer the files of the agenda and its record, once what was typed is saved."""
        if not self.leave():
            return
        if self._exporting is None:
            self._exporting = ExportPane(self.context)
            self._exporting.left.connect(self._show_section)
            self._stack.addWidget(self._exporting)
        self._stack.setCurrentWidget(self._exporting)
        self._exporting.open()

    def _show_section(self) -> None:
        self._stack.setCurrentWidget(self.section())
        self.section().reload()
        self.section().setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_run(self) -> None:
        """Go back to the running meeting, once what was typed is saved."""
        if self.leave():
            self.run_asked.emit()

    def show_line(self, day: date | None, track: str, key: str) -> None:
        """Show a day in a room, at a line of it."""
        self.kinds.choose(LINES)
        self._stack.setCurrentWidget(self.lines)
        if day is not None:
            self.lines.show_place(day, track)
        self.lines.reload()
        if key:
            self.lines.table.choose(key)
        self.lines.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kind(self, key: str) -> None:
        before = self._stack.currentWidget()
        if isinstance(before, Section) and before is not self._sections[key] and not before.leave():
            old = next(name for name, section in self._sections.items() if section is before)
            self.kinds.choose(old)
            return
        self._stack.setCurrentWidget(self._sections[key])
        self._sections[key].reload()

    def _lay_out(self) -> None:
        self.head.setFixedHeight(48)
        self.head_row = QHBoxLayout(self.head)
        self.head_row.setContentsMargins(16, 0, 16, 1)
        self.head_row.setSpacing(12)
        self.head_row.addWidget(Text(_("Plan"), size=18, bold=True))
        self.head_row.addWidget(self.kinds)
        self.head_row.addStretch()
        self.head_row.addWidget(self.import_button)
        self.head_row.addWidget(self.export_button)
        self.head_row.addWidget(self.run_button)
        for section in self._sections.values():
            self._stack.addWidget(section)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.lines.table)
