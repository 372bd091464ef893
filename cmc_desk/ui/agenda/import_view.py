"""Import an agenda: a file is read and compared, somebody looks, and one press writes all of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk.agenda_files import READABLE_AGENDAS, AgendaImported, import_agenda
from cmc_desk.desk.desk import new_nonce
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.ui.agenda import import_state
from cmc_desk.ui.agenda.import_empty import EmptyAgendaImport
from cmc_desk.ui.agenda.import_line import LinePane
from cmc_desk.ui.agenda.import_list import AgendaListPane, written_words
from cmc_desk.ui.agenda.import_state import OpenAgenda
from cmc_desk.ui.context import Context
from cmc_desk.ui.file_import import FileImport, Told
from cmc_desk.ui.parts.file_choice import ask_for_file, dropped_file
from cmc_desk.ui.task import Progress

# What the lines of a file are compared with.
TABLES = frozenset(
    {"item", "item_timing", "item_event", "track", "topic", "day", "presence_event", "excuse", "draft", "*"}
)
_SIDE = 320


class AgendaImportView(QWidget):
    """An agenda that is being brought in; nothing is written before Import is pressed. `closed` asks to be put away.

    Whoever shows it calls `reload` with the tables that have changed.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.opened: OpenAgenda | None = None
        self._nonce = ""
        self.empty = EmptyAgendaImport(self)
        self.work = QWidget(self)
        self.file = FileImport(
            self.empty, self.work, not_taken=_("This agenda was not taken."), pool=context.pool, parent=self
        )
        self.callout, self.busy = self.file.callout, self.file.busy
        self.list = AgendaListPane(self.work)
        self.line = LinePane(self.work)
        self.line.setFixedWidth(_SIDE)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        row.addWidget(self.line)
        self.work.setFocusProxy(self.list.table)
        self.setFocusProxy(self.empty.open)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.file)

    def _connect(self) -> None:
        self.empty.open.clicked.connect(self.ask)
        self.empty.close_button.clicked.connect(self.closed)
        self.file.planned.connect(self._on_planned)
        self.file.written.connect(self._on_written)
        self.file.over.connect(self._on_over)
        self.list.another.clicked.connect(self.ask)
        self.list.close_button.clicked.connect(self.closed)
        self.list.write.clicked.connect(self.write)
        self.list.table.chosen.connect(self._on_line)
        self.list.day_chosen.connect(self._on_day)
        self.list.begins_typed.connect(self._on_begins)
        self.list.removes_ticked.connect(self._on_removes)
        self.line.decided.connect(self._on_decided)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this view with what they do, for F1."""
        return (
            ("Ctrl+O", _("Open an agenda")),
            ("Up", _("Line before")),
            ("Down", _("Next line")),
            ("Right", _("Take what the file says")),
            ("Left", _("Keep what we have")),
            ("Ctrl+Return", _("Import")),
            ("Esc", _("Close")),
        )

    def open_file(self, path: str | Path) -> None:
        """Read the agenda at `path` and compare it with that of the meeting."""
        if self.file.writing:
            return
        desk, file = self.context.desk, Path(path)
        self.file.read(file.name, lambda progress: import_state.read(desk, file, progress))

    def ask(self) -> None:
        """Let somebody choose a file."""
        path = ask_for_file(self, _("Open an agenda"), _("Agendas ({kinds})"), READABLE_AGENDAS)
        if path is not None:
            self.open_file(path)

    def reload(self, tables: frozenset[str]) -> None:
        """Compare the file again after somebody has changed the agenda."""
        if self.opened is not None and tables & TABLES:
            if not self.file.writing:
                self.callout.hide()
            self._compare(self.opened)

    def write(self) -> None:
        """Write what the file brings, all of it or nothing."""
        opened = self.opened
        if opened is None or not self.file.is_free() or not opened.writes:
            return
        desk, nonce = self.context.desk, self._nonce
        self.list.set_busy(busy=True)

        def work(_progress: Progress) -> Told[AgendaImported]:
            return desk.do_once_apart(
                nonce, import_agenda, lines=opened.changes, remove=opened.goes, source=opened.run.file
            )

        self.file.write(work)

    def _compare(self, opened: OpenAgenda) -> None:
        desk = self.context.desk
        self.file.plan(lambda _progress: import_state.compared(desk, opened))

    def _on_planned(self, opened: OpenAgenda) -> None:
        first = self.opened is None or self.opened.file is not opened.file
        self.opened, self._nonce = opened, new_nonce()
        self.list.show_agenda(opened, self.context.facts)
        self.file.show_work()
        self.setFocusProxy(self.work)
        self._on_line()
        if first:
            self.list.filter.choose("all")
            self.work.setFocus()
            number = len(opened.run.lines)
            words = ngettext("Read {number} line in {seconds} s. ", "Read {number} lines in {seconds} s. ", number)
            words = words.format(number=number, seconds=f"{opened.seconds:.1f}")
            self.context.say("notice", words, "", _("Nothing is written yet."))

    def _on_written(self, imported: AgendaImported) -> None:
        opened = self.opened
        if opened is None:
            return
        words = written_words(imported)
        self.context.say("notice", _("Imported: "), words, f" · {opened.run.file}", undo=True)
        self.callout.say(
            _("Imported: {words}.").format(words=words), _("Ctrl+Z takes the whole file back."), kind="leaf"
        )
        self.callout.show()
        self._compare(replace(opened, left_out=frozenset(), removes=False))

    def _on_over(self) -> None:
        self.list.set_busy(busy=False)

    def _on_line(self, _row: object = None) -> None:
        if self.opened is not None:
            self.line.show_line(self.list.table.current(), self.opened)

    def _on_decided(self, takes: bool) -> None:  # noqa: FBT001 - a slot
        row = self.list.table.current()
        if self.opened is not None and row is not None and row.line is not None:
            self._show(import_state.decided(self.opened, row.place, takes=takes))

    def _on_removes(self, removes: bool) -> None:  # noqa: FBT001 - a slot
        if self.opened is not None:
            self._show(replace(self.opened, removes=removes))

    def _show(self, opened: OpenAgenda) -> None:
        self.opened = opened
        self.list.show_agenda(opened, self.context.facts)
        self._on_line()

    def _on_day(self, day: str) -> None:
        if self.opened is not None:
            self._compare(replace(self.opened, day=date.fromisoformat(day) if day else None))

    def _on_begins(self, begins: timedelta) -> None:
        if self.opened is not None:
            self._compare(replace(self.opened, begins=begins))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)
