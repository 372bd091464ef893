"""Find what was said, in any item: every word that is typed begins a word of the entry, or of the name of whoever spoke."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmc_desk.desk.note_search import find_notes
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.said_list import SaidList, SaidRow, said_row
from cmc_desk.ui.summaries.side_panel import SidePanel
from cmc_desk.ui.theme import font

MOST = 50
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class SearchPanel(SidePanel):
    """Enter opens the chosen entry in its item."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Search the notes"), parent=parent)
        self.field = QLineEdit(self)
        self.field.setFont(font(15))
        self.field.setFixedHeight(36)
        self.field.setAccessibleName(_("Search the notes"))
        self.field.setPlaceholderText(_("Words, or who spoke"))
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.found = SaidList(name=_("Entries found"), parent=self)
        self.found.taken.connect(self._on_taken)
        self.found.clicked.connect(self._on_clicked)
        self.count = Text(size=12, tone="slate", parent=self)
        above = QHBoxLayout()
        above.setContentsMargins(16, 10, 16, 8)
        above.addWidget(self.field)
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 8)
        line.addWidget(self.count)
        self.column.addLayout(above)
        self.column.addLayout(line)
        self.column.addWidget(self.found, 1)

    def open(self, item: str, entry: str) -> None:
        del item, entry
        self.refresh()
        self.field.selectAll()

    def first_field(self) -> QWidget:
        return self.field

    def refresh(self) -> None:
        text = self.field.text()
        try:
            entries = self.context.desk.read_promptly(find_notes, text=text, limit=MOST)
        except Unavailable as trouble:
            self.count.setText(trouble.sentence)
            return
        facts = self.context.facts
        titles = {one.id: (one.title, one.day) for one in facts.agenda}
        rows = []
        for entry in entries:
            title, day = titles.get(entry.item, (_("Removed item"), facts.meeting.local(entry.started_at).date()))
            speaker = facts.delegation_name(entry.written.delegation) if entry.written.delegation else ""
            head = " · ".join(
                part for part in (f"{day_words(day, 'ddd')} {facts.clock(entry.started_at)}", speaker, title) if part
            )
            rows.append(said_row(facts, entry, head=head))
        self.found.set_rows(rows, key=rows[0].key if rows else None)
        words = ngettext("{count} entry", "{count} entries", len(rows)).format(count=len(rows))
        if len(rows) == MOST:
            words = _("The newest {count}; type more to narrow them").format(count=MOST)
        self.count.setText(words if text.strip() else _("Enter opens what is found."))

    def _on_text(self, _text: str) -> None:
        self.refresh()

    def _on_taken(self, row: object) -> None:
        if isinstance(row, SaidRow):
            self.entry_asked.emit(row.item, row.key)

    def _on_clicked(self) -> None:
        self._on_taken(self.found.current())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _STEPS:
                self.found.step(_STEPS[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_taken(self.found.current())
                return True
        return super().eventFilter(watched, event)
