"""The paper that is in the drawer: one of the stocks that the chosen design fits on."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.badge_design import Stock, StockKind
from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts.cells import TwoLines, paint_two_lines
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.runs import Run

HEIGHT = 46
_DISC = 8.0


class StockList(RowList[Stock]):
    """The chosen row is the stock; `picked` (a key) says that somebody chose another."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _paint, key=lambda stock: stock.key, spoken=_spoken, name=_("Stock"), height=HEIGHT, parent=parent
        )
        self.chosen.connect(self._on_chosen)
        self._showing = False

    def show_stocks(self, stocks: Sequence[Stock], *, key: str) -> str:
        """Offer these; choose `key` if it is among them, else the first. Return what is chosen now."""
        self._showing = True
        known = {stock.key for stock in stocks}
        self.set_rows(stocks, key=key if key in known else None, first=True)
        self._showing = False
        chosen = self.current()
        return chosen.key if chosen is not None else ""

    def _on_chosen(self, stock: object) -> None:
        if isinstance(stock, Stock) and not self._showing:
            self.picked.emit(stock.key)


def stock_words(stock: Stock) -> str:
    """Return what a stock is like: the size of its badges, how many to a sheet, what it is fed as."""
    size = _("{width:g} × {height:g} mm").format(width=stock.cell_width, height=stock.cell_height)
    if stock.kind is StockKind.SHEET:
        return f"{size} · " + ngettext("{number} to a sheet", "{number} to a sheet", stock.cells).format(
            number=stock.cells
        )
    kinds = {
        StockKind.SINGLE: _("one to a page"),
        StockKind.ROLL: _("label printer"),
        StockKind.CARD: _("card printer"),
    }
    return f"{size} · {kinds[stock.kind]}"


def _spoken(stock: Stock) -> str:
    return f"{stock.title}, {stock_words(stock)}"


def _paint(painter: QPainter, rect: QRectF, stock: Stock, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    middle = QPointF(rect.x() + PAD + _DISC, round(rect.center().y()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("sea" if selected else "edge"), 1.2))
    painter.setBrush(colour("sea" if selected else "panel"))
    painter.drawEllipse(middle, _DISC - 0.5, _DISC - 0.5)
    if selected:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("onPrimary"))
        painter.drawEllipse(middle, 3, 3)
    painter.restore()
    words = QRectF(rect.x() + PAD + 28, rect.y(), rect.width() - 2 * PAD - 28, rect.height())
    lines = TwoLines((Run(stock.title, bold=selected),), (Run(stock_words(stock), tone="slate"),))
    paint_two_lines(painter, words, lines, size=14)
