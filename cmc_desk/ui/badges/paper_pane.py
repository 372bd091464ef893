"""The right of the Badges view: the paper in the drawer, the printer, the one thing to do, and what became of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_design import BadgeDesign
from cmc_desk.ui.badges.cell_picker import CellPicker
from cmc_desk.ui.badges.habits import Shift
from cmc_desk.ui.badges.ledger_pane import LedgerPane
from cmc_desk.ui.badges.mm_field import MmField
from cmc_desk.ui.badges.options_panel import OptionsPanel
from cmc_desk.ui.badges.queue_pane import QueuePane
from cmc_desk.ui.badges.stock_list import HEIGHT as STOCK_ROW
from cmc_desk.ui.badges.stock_list import StockList
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.keycap import KeyCap, key_text
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.printing import KnownPrinter
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text

WIDTH = 306
LEDGER, OPTIONS, QUEUE = "ledger", "options", "queue"
_STOCKS = 3


class PaperPane(Pane):
    """Shows what is chosen; the signals are wishes, and only the page knows what they come to."""

    design_picked = Signal(str)
    stock_picked = Signal(str)
    printer_picked = Signal(str)
    changed = Signal()
    shifted = Signal()

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="l", parent=parent)
        self.setFixedWidth(WIDTH)
        self.design = Combo(size=13, height=28, parent=self)
        self.design.setAccessibleName(_("Badge design"))
        self.stocks = StockList(self)
        self.cell = CellPicker(self)
        self._cell_words = Text(_("Start at"), size=12, tone="slate", parent=self)
        self.printer = Combo(size=13, height=30, parent=self)
        self.printer.setAccessibleName(_("Printer"))
        self._printer_words = Text(_("Printer"), size=12, tone="slate", parent=self)
        self.right = MmField(_("Shift right"), self)
        self.down = MmField(_("Shift down"), self)
        self.print = DeskButton(_("Print"), key="Ctrl+P", icon="print", kind="primary", size="medium", parent=self)
        self.test = DeskButton(_("Test page"), key="T", size="small", parent=self)
        self.save = DeskButton(_("Save as PDF…"), key="Ctrl+E", size="small", parent=self)
        self.count = DeskButton(_("Count as printed"), key="Ctrl+Shift+P", icon="check", size="small", parent=self)
        self.lists = Segment(
            (Option(LEDGER, _("Printed")), Option(OPTIONS, _("Options")), Option(QUEUE, _("Queue"), 0)),
            name=_("List"),
            parent=self,
        )
        self.ledger = LedgerPane(facts, self)
        self.options = OptionsPanel(self)
        self.queue = QueuePane(self)
        self.count.hide()
        self._lay_out()
        self._connect()

    def show_designs(self, designs: Sequence[BadgeDesign], *, key: str) -> None:
        """Offer these designs with one of them chosen."""
        self.design.set_choices([(design.key, design.title) for design in designs])
        self.design.set_key(key)

    def show_printers(self, printers: Sequence[KnownPrinter], *, chosen: str) -> None:
        """Offer these printers; one that was chosen before and is not among them stays, and is said not to be found."""
        choices = [(one.name, one.words) for one in printers]
        missing = bool(chosen) and chosen not in {one.name for one in printers}
        if missing:
            choices.insert(0, (chosen, chosen))
        if not choices:
            choices = [("", _("No printer"))]
        self.printer.set_choices(choices)
        self.printer.set_key(chosen)
        silent = next((not one.ready for one in printers if one.name == self.printer.key()), False)
        trouble = missing or silent or not self.printer.key()
        self._printer_words.set_tone("coral" if trouble else "slate")
        words = _("Printer: not found") if missing or not self.printer.key() else _("Printer: not ready")
        self._printer_words.setText(words if trouble else _("Printer"))

    def show_shift(self, shift: Shift) -> None:
        """Show how far the chosen printer is off on the chosen stock."""
        self.right.put(shift.right)
        self.down.put(shift.down)
        self.options.show_shift(shift)

    def shift(self) -> Shift:
        """Return how far everything moves."""
        options = self.options
        return Shift(self.right.value(), self.down.value(), options.back_right.value(), options.back_down.value())

    def show_cells(self, *, columns: int, rows: int, cell: int) -> None:
        """Show the places of the sheet; a stock of single pieces has none to choose from."""
        self._cell_words.setText(_("Start at") if columns * rows > 1 else _("One at a time"))
        self.cell.set_grid(columns, rows, cell=cell)
        self.cell.setVisible(self.cell.cells() > 1)

    def choose_list(self, key: str) -> None:
        """Show the ledger, the options or the queue."""
        self.lists.choose(key)

    def _on_list(self, key: str) -> None:
        panes = {LEDGER: self.ledger, OPTIONS: self.options, QUEUE: self.queue}
        self._stack.setCurrentWidget(panes[key])

    def _on_toggle(self) -> None:
        keys = [option.key for option in self.lists.options()]
        self.lists.choose(keys[(keys.index(self.lists.key()) + 1) % len(keys)])

    def _connect(self) -> None:
        self.design.picked.connect(self.design_picked)
        self.stocks.picked.connect(self.stock_picked)
        self.printer.picked.connect(self.printer_picked)
        self.cell.chosen.connect(self.changed)
        self.options.changed.connect(self.changed)
        self.options.back_shifted.connect(self.shifted)
        for field in (self.right, self.down):
            field.valueChanged.connect(self.shifted)
        self.lists.chosen.connect(self._on_list)
        toggle = QShortcut(QKeySequence("Ctrl+M"), self)
        toggle.activated.connect(self._on_toggle)
        cells = QShortcut(QKeySequence("Alt+S"), self)
        cells.activated.connect(self._on_cells)

    def _on_cells(self) -> None:
        self.cell.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        head = PaneHead(_("Stock"), side=True, height=40, right=self.design, parent=self)
        self.design.setFixedWidth(190)
        self.stocks.setFixedHeight(_STOCKS * STOCK_ROW)
        self._stack = QStackedLayout()
        for pane in (self.ledger, self.options, self.queue):
            self._stack.addWidget(pane)
        lists = QHBoxLayout()
        lists.setContentsMargins(16, 8, 16, 8)
        lists.setSpacing(8)
        lists.addWidget(self.lists)
        lists.addStretch()
        lists.addWidget(KeyCap(key_text("Ctrl+M"), parent=self))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.stocks)
        whole.addLayout(self._settings())
        whole.addLayout(self._acts())
        whole.addWidget(Rule(parent=self))
        whole.addLayout(lists)
        whole.addLayout(self._stack, 1)

    def _settings(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        shift = QHBoxLayout()
        shift.setSpacing(6)
        shift.addWidget(self.right, 1)
        shift.addWidget(self.down, 1)
        grid.addWidget(self._cell_words, 0, 0)
        grid.addWidget(self.cell, 1, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._printer_words, 0, 1)
        grid.addWidget(self.printer, 1, 1)
        grid.addWidget(Text(_("Shift right / down"), size=12, tone="slate", parent=self), 2, 1)
        grid.addLayout(shift, 3, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _acts(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.test, 1)
        row.addWidget(self.save, 1)
        acts = QVBoxLayout()
        acts.setContentsMargins(16, 0, 16, 10)
        acts.setSpacing(6)
        acts.addWidget(self.print)
        acts.addLayout(row)
        acts.addWidget(self.count)
        return acts
