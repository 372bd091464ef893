"""What lies in the printer and how it is printed on: shown at the right, remembered by this computer, turned into a wish."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.badge_sheets import SheetsAsked
from cmc_desk.exchange.badge_files import badge_designs, badge_stocks
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.badge_design import BackSide, BadgeDesign, Stock, StockKind
from cmc_desk.rules.badge_sheet import SheetCount, capacity, check_fits, sheet_count
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.badges.machine import Machine
from cmc_desk.ui.badges.options_panel import LANGUAGES
from cmc_desk.ui.badges.paper_pane import PaperPane
from cmc_desk.ui.parts.printing import KnownPrinter

_USUAL = "90x55"


class PaperChoice(QObject):
    """Keeps the pane and the habits together; `changed` says that the sheets look otherwise now."""

    changed = Signal()

    def __init__(self, pane: PaperPane, machine: Machine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._habits = machine.habits
        self._language = ""
        self._designs = badge_designs()
        self.design = usual_design(machine.habits.design())
        self.stock = fitting_stocks(self.design)[0]
        pane.design_picked.connect(self._on_design)
        pane.stock_picked.connect(self._on_stock)
        pane.printer_picked.connect(self._on_printer)
        pane.changed.connect(self._on_changed)
        pane.shifted.connect(self._on_shifted)
        pane.show_designs(tuple(self._designs.values()), key=self.design.key)

    def set_language(self, language: str) -> None:
        """Begin with the language of the meeting."""
        if not self._language:
            self._language = language if language in LANGUAGES else LANGUAGES[0]
            self._show_design()

    def show_printers(self, printers: Sequence[KnownPrinter]) -> None:
        """Offer these printers; the one that was used last stays chosen, or else it is the usual one."""
        chosen = self._habits.printer() or next((one.name for one in printers), "")
        self._pane.show_printers(printers, chosen=chosen)
        self._show_shift()

    def printer(self) -> str:
        """Return the name of the chosen printer, empty if there is none."""
        return self._pane.printer.key()

    def asked(self, participants: Sequence[str]) -> SheetsAsked:
        """Return the wish for these badges, in this order."""
        options, shift = self._pane.options, self._pane.shift()
        return SheetsAsked(
            participants=tuple(participants),
            design=self.design,
            stock=self.stock,
            language=options.language.key(),
            second=options.second_language(),
            start_cell=self._pane.cell.cell(),
            back=options.back_side(),
            crop_marks=options.crop.isChecked(),
            shift=(shift.right, shift.down),
            back_shift=(shift.back_right, shift.back_down),
            blank=options.blank.value(),
            even_unreadable=options.unreadable.isChecked(),
        )

    def count(self, people: int) -> SheetCount:
        """Return how many sheets so many badges take, with the blank ones."""
        options = self._pane.options
        cell = self._pane.cell
        number = people + options.blank.value()
        cell.set_filled(min(number, cell.cells() - cell.cell()))
        return sheet_count(number, self.stock, start_cell=cell.cell(), back=options.back_side())

    def sheet_is_full(self) -> None:
        """Begin the next run on a new sheet, and order nothing again that was asked for one run only."""
        self._habits.put_next_cell(self.stock.key, 0)
        self._pane.options.order_nothing_more()
        self._show_cells()

    def _on_design(self, key: str) -> None:
        self.design = self._designs[key]
        self._show_design()
        self._remember()
        self.changed.emit()

    def _on_stock(self, key: str) -> None:
        self.stock = badge_stocks()[key]
        self._show_stock()
        self._remember()
        self.changed.emit()

    def _on_printer(self, name: str) -> None:
        self._habits.choose_printer(name)
        self._show_shift()
        self.changed.emit()

    def _on_changed(self) -> None:
        options = self._pane.options
        self._language = options.language.key()
        self._habits.choose_back(options.back_side())
        self._habits.choose_second(options.second_language())
        if self._pane.cell.cells() != capacity(self.stock, options.back_side()):
            self._show_cells()
        self._habits.put_next_cell(self.stock.key, self._pane.cell.cell())
        self.changed.emit()

    def _on_shifted(self) -> None:
        self._habits.put_shift(self.printer(), self.stock.key, self._pane.shift())
        self.changed.emit()

    def _remember(self) -> None:
        self._habits.choose(self.design.key, self.stock.key)

    def _show_design(self) -> None:
        stocks = fitting_stocks(self.design)
        key = self._pane.stocks.show_stocks(stocks, key=self._habits.stock(self.design.key))
        self.stock = next(stock for stock in stocks if stock.key == key)
        self._show_stock()

    def _show_stock(self) -> None:
        offered, why_not = backs(self.design, self.stock)
        options = self._pane.options
        options.set_backs(offered, self._habits.back(), why_not=why_not)
        options.put(
            language=self._language,
            second=self._habits.second(),
            crop=self.stock.crop_marks,
        )
        self._show_shift()
        self._show_cells()

    def _show_shift(self) -> None:
        self._pane.show_shift(self._habits.shift(self.printer(), self.stock.key))

    def _show_cells(self) -> None:
        folded = self._pane.options.back_side() is BackSide.FOLD
        columns = self.stock.columns // 2 if folded and self.stock.kind is StockKind.SHEET else self.stock.columns
        self._pane.show_cells(columns=columns, rows=self.stock.rows, cell=self._habits.next_cell(self.stock.key))


def usual_design(key: str) -> BadgeDesign:
    """Return the design with this key, else the one that most offices print."""
    designs = badge_designs()
    return designs.get(key) or designs.get(_USUAL) or next(iter(designs.values()))


def usual_stock(design: BadgeDesign, key: str) -> Stock:
    """Return the stock with this key if the design fits on it, else the one that fits best."""
    stocks = fitting_stocks(design)
    return next((stock for stock in stocks if stock.key == key), stocks[0])


def fitting_stocks(design: BadgeDesign) -> tuple[Stock, ...]:
    """Return the stocks on which a design fits, those that waste least first, sheets before single pieces."""
    found = [stock for stock in badge_stocks().values() if _fits(design, stock, BackSide.NONE)]
    kinds = tuple(StockKind)

    def waste(stock: Stock) -> tuple[float, int]:
        return round(stock.cell_width * stock.cell_height - design.width * design.height), kinds.index(stock.kind)

    return tuple(sorted(found, key=waste))


def backs(design: BadgeDesign, stock: Stock) -> tuple[tuple[BackSide, ...], str]:
    """Return how backs can be printed, and one sentence why not otherwise."""
    if not design.back:
        return (BackSide.NONE,), _("This design has nothing on its back.")
    wanted = (BackSide.NONE, BackSide.DUPLEX, BackSide.FOLD)
    if stock.kind is StockKind.ROLL:
        # A label has its glue there.
        return (BackSide.NONE,), _("A label has no back.")
    return tuple(back for back in wanted if _fits(design, stock, back)), ""


def print_words(stock: Stock, number: int) -> str:
    """Return what the button that prints says: so many sheets, badges, labels or cards."""
    words = {
        StockKind.SHEET: ngettext("Print {number} sheet", "Print {number} sheets", number),
        StockKind.SINGLE: ngettext("Print {number} badge", "Print {number} badges", number),
        StockKind.ROLL: ngettext("Print {number} label", "Print {number} labels", number),
        StockKind.CARD: ngettext("Print {number} card", "Print {number} cards", number),
    }
    return words[stock.kind].format(number=number)


def _fits(design: BadgeDesign, stock: Stock, back: BackSide) -> bool:
    try:
        check_fits(design, stock, back)
    except Refusal:
        return False
    return True
