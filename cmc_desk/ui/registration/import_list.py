"""The work pane of the import: head, filters, rows, counts, and the buttons that write."""

from collections import Counter

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.import_decisions import left_out
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.runs import RunLine
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.registration.import_rows_table import ShownRow, rows_table
from cmc_desk.ui.registration.import_state import OpenList, counted, wants_somebody
from cmc_desk.ui.registration.import_words import tally_runs, where_words

ALL = "all"


class ListPane(Pane):
    """Shows an open list; what is pressed is told by the buttons and by `sheet_chosen`."""

    sheet_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._opened: OpenList | None = None
        self._facts: Facts | None = None
        self._head = PaneHead(_("Import people"), parent=self)
        self.sheets = Combo(size=13, height=28, parent=self)
        self.sheets.setAccessibleName(_("Sheet"))
        self.sheets.setMaximumWidth(220)
        self.sheets.picked.connect(self._on_sheet)
        self.another = DeskButton(_("Another file"), key="Ctrl+O", size="small", parent=self)
        self._head.add(self.sheets)
        self._head.add(self.another)
        self.filter = Segment(_options(), name=_("Which rows"), parent=self)
        self.filter.chosen.connect(self._on_filter)
        self._arrows = _ArrowsStay(self)
        for button in self.filter.findChildren(QAbstractButton):
            button.installEventFilter(self._arrows)
        self.next = DeskButton(_("Next to decide"), key="F8", size="small", parent=self)
        self.next.clicked.connect(self.choose_next)
        self.table = rows_table(self)
        self._totals = RunLine((), size=13, parent=self)
        self.save = DeskButton("", key="Ctrl+S", parent=self)
        self.write = DeskButton("", key="Ctrl+Return", icon="check", kind="primary", size="medium", parent=self)
        self._lay_out()

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setContentsMargins(16, 10, 16, 10)
        upper.setSpacing(12)
        upper.addWidget(self.filter)
        upper.addStretch(1)
        upper.addWidget(Text(_("Nothing is written until you press Import"), size=12, tone="slate", parent=self))
        upper.addWidget(self.next)
        lower = QHBoxLayout()
        lower.setContentsMargins(16, 8, 16, 8)
        lower.setSpacing(12)
        lower.addWidget(self._totals)
        lower.addStretch(1)
        lower.addWidget(self.save)
        lower.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(upper)
        column.addWidget(Rule(parent=self))
        column.addWidget(self.table, 1)
        column.addWidget(Rule(parent=self))
        column.addLayout(lower)

    def show_list(self, opened: OpenList, facts: Facts) -> None:
        """Show a list as it is decided now; the chosen row stays."""
        self._opened, self._facts = opened, facts
        self._head.say(_("Import people"), where_words(opened.table))
        self.sheets.setVisible(len(opened.tables) > 1)
        self.sheets.set_choices([(str(place), _sheet_words(opened, place)) for place in range(len(opened.tables))])
        self.sheets.set_key(str(opened.tables.index(opened.table)))
        counts = Counter(row.verdict.name.lower() for row in opened.plan.rows)
        self.filter.set_counts({ALL: len(opened.plan.rows), **{key: counts[key] for key in _KEYS}})
        self._fill()
        self._show_counts(opened)

    def show_decisions(self, opened: OpenList) -> None:
        """Show the same rows with other decisions."""
        self._opened = opened
        self._fill()
        self._show_counts(opened)

    def choose_next(self) -> None:
        """Choose the next row that somebody has to decide about, from the top again after the last."""
        if self._opened is None:
            return
        current = self.table.current()
        here = current.planned.row if current is not None else 0
        waiting = [row.row for row in self._opened.plan.rows if wants_somebody(self._opened, row)]
        following = next((row for row in waiting if row > here), waiting[0] if waiting else None)
        if following is not None and not self.table.choose(following):
            self.filter.choose(ALL)
            self.table.choose(following)

    def set_busy(self, *, busy: bool) -> None:
        """Say that the list is being written, and let nobody write it twice."""
        if busy:
            self.write.allow(why_not=_("The list is being written."))
        elif self._opened is not None:
            self._show_counts(self._opened)

    def _fill(self) -> None:
        if self._opened is None or self._facts is None:
            return
        wanted, decisions, facts = self.filter.key(), self._opened.decisions, self._facts
        rows = self._opened.plan.rows
        if wanted != ALL:
            rows = tuple(row for row in rows if row.verdict is RowVerdict[wanted.upper()])
        self.table.set_rows([ShownRow(row, decisions, facts) for row in rows], first=True)

    def _show_counts(self, opened: OpenList) -> None:
        tally = counted(opened)
        waiting = sum(1 for row in opened.plan.rows if wants_somebody(opened, row))
        self.next.allow(why_not="" if waiting else _("Nothing is to be decided."))
        self._totals.set_runs(tally_runs(tally))
        number = len(left_out(opened.plan, opened.decisions))
        words = ngettext("Save the {number} row to correct", "Save the {number} rows to correct", number)
        self.save.set_text(words.format(number=number))
        self.save.setVisible(number > 0)
        self.write.set_text(_("Import {number}").format(number=tally.writes))
        self.write.allow(
            why_not="" if tally.writes else _("Everybody on this list is in the meeting as the list says.")
        )

    def _on_filter(self, _key: str) -> None:
        self._fill()

    def _on_sheet(self, place: str) -> None:
        self.sheet_chosen.emit(int(place))


class _ArrowsStay(QObject):
    """Leaves the arrows to the filters while they have the keyboard, though elsewhere they decide."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in arrows:
            event.accept()
            return True
        return super().eventFilter(watched, event)


_KEYS = ("new", "update", "same", "duplicate", "error")


def _options() -> tuple[Option, ...]:
    return (
        Option(ALL, _("All"), 0),
        Option("new", _("New"), 0),
        Option("update", _("Update"), 0),
        Option("same", _("Same"), 0),
        Option("duplicate", _("Duplicate"), 0),
        Option("error", _("Error"), 0),
    )


def _sheet_words(opened: OpenList, place: int) -> str:
    table = opened.tables[place]
    words = ngettext("{sheet}, {number} row", "{sheet}, {number} rows", len(table.rows))
    return words.format(sheet=table.sheet or _("Table"), number=len(table.rows))
