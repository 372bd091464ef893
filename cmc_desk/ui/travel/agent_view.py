"""The list of the travel agency: opened or pasted, compared booking by booking, and written at one press."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.desk.agent_sheet import import_agent_sheet, preview_agent_sheet, read_agent_sheet, read_agent_text
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.agent_lines import AgentSheet
from cmc_desk.rules.agent_preview import AgentPreview, changes_of
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.file_choice import ask_for_file, dropped_file
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.travel.agent_rows import ShownBooking, bookings_table, shown_bookings

_ENDINGS = (".xlsx", ".xls", ".csv", ".txt", ".ods")


class AgentView(QWidget):
    """Nothing is written before Ctrl+Enter; a booking can be left out with the arrow to the left."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.sheet: AgentSheet | None = None
        self.preview: AgentPreview | None = None
        self._out: set[int] = set()
        self.head = PaneHead(_("List of the travel agency"))
        self.open_button = DeskButton(_("Open…"), key="Ctrl+O", icon="folder", size="small")
        self.open_button.clicked.connect(self.ask)
        self.write_button = DeskButton(_("Import"), key="Ctrl+Return", icon="check", kind="primary", size="small")
        self.write_button.clicked.connect(self.write)
        back = DeskButton(_("Back"), key="Esc", size="small")
        back.clicked.connect(self.leave)
        for button in (self.open_button, self.write_button, back):
            self.head.add(button)
        self.problem = Text(size=13, tone="coral", wrap=True)
        self.pasted = QPlainTextEdit()
        self.pasted.setAccessibleName(_("Pasted list"))
        self.pasted.setTabChangesFocus(True)
        self.pasted.setPlaceholderText(_("Paste the list or the lines of the reservation here, or drop a file."))
        self.compare_button = DeskButton(_("Compare"), key="Ctrl+S", kind="primary")
        self.compare_button.clicked.connect(self.compare_pasted)
        self.table = bookings_table(context.facts)
        self.words = Text(size=13, tone="slate", wrap=True)
        self.setAcceptDrops(True)
        self._lay_out()
        self._show()

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this view."""
        return (
            ("Ctrl+O", _("Open…")),
            ("Ctrl+S", _("Compare what is pasted")),
            ("←", _("Leave a booking out")),
            ("→", _("Take it again")),
            ("Ctrl+Enter", _("Import")),
            ("Esc", _("Back")),
        )

    def ask(self) -> None:
        """Let somebody choose the file of the agency."""
        path = ask_for_file(self, _("List of the travel agency"), _("Lists ({kinds})"), _ENDINGS)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a file and compare it with the journeys of the meeting."""
        try:
            self._compare(read_agent_sheet(path))
        except (Refusal, Unavailable) as problem:
            self._refused(problem.sentence)

    def compare_pasted(self) -> None:
        """Compare what was pasted with the journeys of the meeting."""
        try:
            self._compare(read_agent_text(self.pasted.toPlainText()))
        except (Refusal, Unavailable) as problem:
            self._refused(problem.sentence)

    def decide(self, *, takes: bool) -> None:
        """Take the chosen booking, or leave it out."""
        row = self.table.current()
        if row is None or row.booking.change is None:
            return
        if takes:
            self._out.discard(row.place)
        else:
            self._out.add(row.place)
        self._show()

    def write(self) -> None:
        """Write what is taken, as one act."""
        if self.preview is None:
            return
        wanted = changes_of(self.preview, left_out=self._out)
        try:
            done = self.context.desk.do(import_agent_sheet, bookings=wanted, source=self.preview.source)
        except Refusal as refusal:
            self._refused(refusal.sentence)
        except Unavailable as trouble:
            self.context.trouble(trouble)
        else:
            number = len(done.written)
            words = ngettext("{number} journey", "{number} journeys", number).format(number=number)
            tickets = ngettext(" · {number} ticket", " · {number} tickets", len(done.ticketed))
            self.context.say("notice", _("Imported: "), words, tickets.format(number=len(done.ticketed)), undo=True)
            self.leave()

    def leave(self) -> None:
        """Forget the list and go back."""
        self.sheet = self.preview = None
        self._out.clear()
        self.pasted.clear()
        self.problem.setText("")
        self._show()
        self.left.emit()

    def _compare(self, sheet: AgentSheet) -> None:
        self.sheet, self.preview = sheet, preview_agent_sheet(self.context.desk, sheet)
        self._out.clear()
        self.problem.setText("")
        self._show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()

    def _show(self) -> None:
        preview = self.preview
        self.problem.setVisible(bool(self.problem.text()))
        self._stack.setCurrentWidget(self._list if preview is not None else self._empty)
        self.setFocusProxy(self.table if preview is not None else self.pasted)
        rows: list[ShownBooking] = shown_bookings(preview, self._out) if preview is not None else []
        self.table.set_rows(rows, first=True)
        taken = len(changes_of(preview, left_out=self._out)) if preview is not None else 0
        self.write_button.allow(why_not="" if taken else _("There is nothing to write."))
        self.write_button.set_text(_("Import {number}").format(number=taken) if taken else _("Import"))
        self.head.say(_("List of the travel agency"), preview.source if preview is not None else "")
        missing = preview.not_listed if preview is not None else ()
        if missing:
            self.words.setText(_("Not in this list, and left as they are: {names}").format(names=", ".join(missing)))
        self.words.setVisible(bool(missing))

    def _lay_out(self) -> None:
        self._empty, self._list = QWidget(), QWidget()
        inside = QVBoxLayout(self._empty)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(10)
        inside.addWidget(self.pasted, 1)
        row = QHBoxLayout()
        row.addWidget(self.compare_button)
        row.addStretch()
        inside.addLayout(row)
        listed = QVBoxLayout(self._list)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(0)
        listed.addWidget(self.table, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 6, 16, 8)
        foot.addWidget(self.words)
        listed.addLayout(foot)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._list)
        said = QVBoxLayout()
        said.setContentsMargins(16, 8, 16, 0)
        said.addWidget(self.problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(said)
        column.addWidget(self._stack, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.preview is not None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.decide(takes=event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            self.open_file(path)
