"""Printed and reprinted: what came out of the printers, and the way to say that a sheet came to nothing."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.desk.badge_ledger import PrintCounts, PrintRun
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.badges.ledger_rows import HEIGHT, LedgerRow, count_words, ledger_rows, paint_ledger, spoken
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.text import Text

JAM, BAD, OTHER = "jam", "bad", "other"


class LedgerPane(QWidget):
    """`void_asked` has the prints that came to nothing and why."""

    void_asked = Signal(object, str)

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = facts
        self._runs: tuple[PrintRun, ...] = ()
        self._now: datetime | None = None
        self._opened = ""
        self._opening = False
        self.rows: RowList[LedgerRow] = RowList(
            paint_ledger,
            key=lambda row: row.key,
            spoken=spoken,
            name=_("Printed and reprinted"),
            height=HEIGHT,
            parent=self,
        )
        self._nothing = EmptyState(icon="print", title=_("Nothing is printed yet"), parent=self)
        self.void = DeskButton(_("Mark void"), key="V", icon="x", size="small", parent=self)
        self.why = Combo(
            [(JAM, _("Paper jam")), (BAD, _("Badly printed")), (OTHER, _("Thrown away"))],
            size=12,
            height=26,
            parent=self,
        )
        self.why.setAccessibleName(_("Why it is void"))
        self.figures = Text(size=12, tone="slate", parent=self)
        self._lay_out()
        self.rows.chosen.connect(self._on_chosen)
        self.void.clicked.connect(self._on_void)
        self._allow()

    def show_runs(self, facts: Facts, runs: Sequence[PrintRun], counts: PrintCounts, now: datetime) -> None:
        """Show the ledger; the run that was chosen stays open."""
        self._facts, self._runs, self._now = facts, tuple(runs), now
        self.figures.setText(count_words(counts))
        self._fill()
        self._stack.setCurrentWidget(self.rows if runs else self._nothing)
        self._lower.setVisible(bool(runs))

    def _fill(self, key: str | None = None) -> None:
        if self._now is not None:
            self._opening = True
            self.rows.set_rows(ledger_rows(self._facts, self._runs, self._now, opened=self._opened), key=key)
            self._opening = False
        self._allow()

    def _on_chosen(self, row: object) -> None:
        if self._opening:
            return
        if isinstance(row, LedgerRow) and row.run != self._opened:
            self._opened = row.run
            self._fill(row.key)
        self._allow()

    def _allow(self) -> None:
        row = self.rows.current()
        # Until a line is chosen the figures stand there.
        self.figures.setVisible(row is None)
        for widget in (self.why, self.void):
            widget.setVisible(row is not None)
        self.void.allow(why_not="" if row is not None and row.live else _("This is void already."))

    def _on_void(self) -> None:
        row = self.rows.current()
        if row is not None and row.live:
            words = {JAM: _("paper jam"), BAD: _("badly printed"), OTHER: _("thrown away")}
            self.void_asked.emit(row.live, words[self.why.key()])

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._nothing)
        self._lower = QWidget(self)
        lower = QHBoxLayout(self._lower)
        lower.setContentsMargins(16, 7, 16, 9)
        lower.setSpacing(8)
        lower.addWidget(self.figures, 1)
        lower.addWidget(self.why, 1)
        lower.addWidget(self.void)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._stack, 1)
        column.addWidget(self._lower)
