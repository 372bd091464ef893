"""The past of a day, to be corrected: what was recorded, when it really was, and why that is known."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.agenda.past_rows import PastRow
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.cells import Cell, FlagText
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable
from cmc_desk.ui.parts.runs import Run
from cmc_desk.ui.parts.section_head import PaneHead


class PastPane(Pane):
    """Choose a line, type when it really was and why; the record keeps both times."""

    corrected = Signal(object, str, str)
    left = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.head = PaneHead(_("Correct the past"))
        back = DeskButton(_("Back"), key="Esc", size="small")
        back.clicked.connect(self.left)
        self.head.add(back)
        self.table: RowTable[PastRow] = RowTable(
            (
                Column(_("Time"), lambda row: row.time, 96),
                Column(_("What"), _of),
                Column("", lambda row: row.what, 190, tone="slate"),
                Column(_("Recorded"), lambda row: row.recorded, 84, draw.RIGHT, size=12, tone="slate"),
                Column(_("By"), lambda row: row.by, 150, size=12, tone="slate", tooltip=lambda row: row.reason),
            ),
            key=lambda row: row.key,
            name=_("What was recorded"),
            height=DENSE,
        )
        self.table.chosen.connect(self._on_chosen)
        self.table.taken.connect(self._on_taken)
        self.time = Field(_("It really was at"), QLineEdit(), hint=_("9:30 or 9:30:15"))
        self.reason = Field(_("How that is known"), QLineEdit(), hint=_("is kept with the record"))
        self.save_button = DeskButton(_("Correct"), key="Ctrl+S", icon="check", kind="primary")
        self.save_button.clicked.connect(self._on_saved)
        self._lay_out()

    def show_rows(self, rows: Sequence[PastRow], day: date) -> None:
        """Show what was recorded on a day."""
        self.head.say(_("Correct the past"), day_words(day, "ddd d MMM"))
        self.table.set_rows(rows, first=True)
        self._on_chosen(self.table.current())

    def blame(self, refusal: Refusal) -> None:
        """Show a refusal beside its field."""
        field = self.reason if refusal.field == "reason" else self.time
        field.set_problem(refusal.sentence)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, field: Field) -> QLineEdit:
        editor = field.editor
        assert isinstance(editor, QLineEdit)  # noqa: S101 - made so above
        return editor

    def _on_chosen(self, row: object) -> None:
        chosen = row if isinstance(row, PastRow) else None
        for field in (self.time, self.reason):
            field.set_problem("")
        self._line(self.time).setText(chosen.time if chosen is not None else "")
        self._line(self.reason).clear()
        why = ""
        if chosen is None:
            why = _("Nothing was recorded on this day.")
        elif not chosen.movable:
            why = _("Only beginnings, ends and pauses can be corrected to another time.")
        self.save_button.allow(why_not=why)

    def _on_taken(self, _row: object) -> None:
        line = self._line(self.time)
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.selectAll()

    def _on_saved(self) -> None:
        row = self.table.current()
        if row is None:
            return
        for field in (self.time, self.reason):
            field.set_problem("")
        self.corrected.emit(row, self._line(self.time).text(), self._line(self.reason).text().strip())

    def _lay_out(self) -> None:
        foot = Pane("sand", lines="t")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 10, 16, 6)
        row.setSpacing(12)
        self.time.setFixedWidth(170)
        row.addWidget(self.time)
        row.addWidget(self.reason, 1)
        row.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(foot)
        self.setFocusProxy(self.table)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._on_saved()
        else:
            super().keyPressEvent(event)


def _of(row: PastRow) -> Cell:
    return FlagText(row.flag, row.of) if row.flag else (Run(row.of, bold=True),)
