"""Budget against actual: a bar for each agency, full what is paid, light what is expected, and a mark at the budget."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.desk.travel_budget import BudgetRow
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.money import money
from cmc_desk.ui.parts import draw

_ROW, _BAR, _LABEL, _AMOUNT, _EDGE = 54, 14, 84, 250, 16


@dataclass(frozen=True, slots=True)
class BarLook:
    """A bar: amounts in minor units; `tone` is the colour of the agency."""

    row: BudgetRow
    tone: str


class BudgetBars(QWidget):
    """All bars have one scale, so that agencies compare; those in another currency have their own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[BarLook, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_bars(())

    def set_bars(self, bars: Sequence[BarLook]) -> None:
        """Show these agencies."""
        self._bars = tuple(bars)
        self.setAccessibleName(_("Budget against actual"))
        self.setAccessibleDescription(". ".join(f"{bar.row.name}: {_words(bar.row)}" for bar in self._bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, _ROW * max(1, len(self._bars)) + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def _most(self, currency: str) -> int:
        rows = [bar.row for bar in self._bars if bar.row.currency == currency]
        return max([1, *(max(row.budget or 0, row.expected, row.amounts.estimated) for row in rows)])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, bar in enumerate(self._bars):
            self._paint_bar(painter, QRectF(_EDGE, 6 + place * _ROW, self.width() - 2 * _EDGE, _ROW), bar)
        painter.end()

    def _paint_bar(self, painter: QPainter, area: QRectF, bar: BarLook) -> None:
        row, most = bar.row, self._most(bar.row.currency)
        draw.text(painter, QRectF(area.x(), area.y(), _LABEL, 28), row.agency, size=14, bold=True)
        track = QRectF(area.x() + _LABEL, area.y() + 8, max(60.0, area.width() - _LABEL - _AMOUNT), _BAR)

        def upto(amount: int) -> float:
            return track.width() * min(amount, most) / most

        draw.fill(painter, track, "neutralT")
        over = row.budget is not None and row.expected > row.budget
        for amount, tone in (
            (row.expected, "coralT" if over else "seaSoft"),
            (row.amounts.committed, bar.tone if not over else "coral"),
        ):
            draw.fill(painter, QRectF(track.x(), track.y(), upto(amount), _BAR), tone)
        # What is paid is marked by a line through the bar: it reads in grey as well.
        draw.fill(painter, QRectF(track.x(), track.center().y() - 2, upto(row.amounts.paid), 4), "ink")
        if row.budget is not None:
            draw.fill(painter, QRectF(round(track.x() + upto(row.budget)) - 1, track.y() - 5, 2, _BAR + 10), "ink")
        right = QRectF(area.right() - _AMOUNT + 12, area.y(), _AMOUNT - 12, 28)
        budget = money(row.budget, row.currency) if row.budget is not None else _("no budget entered")
        draw.text(
            painter, right, f"{money(row.expected, row.currency)} / {budget}", size=13, bold=True, align=draw.RIGHT
        )
        left = QRectF(track.x(), area.y() + 25, area.right() - track.x(), 20)
        draw.text(painter, left, _words(row), size=12, tone="coral" if over else "slate")


def _words(row: BudgetRow) -> str:
    words = _("estimated {estimated}, committed {committed}, actual {actual}, paid {paid}").format(
        estimated=money(row.amounts.estimated, row.currency),
        committed=money(row.amounts.committed, row.currency),
        actual=money(row.amounts.actual, row.currency),
        paid=money(row.amounts.paid, row.currency),
    )
    if row.left is None:
        return words
    left = _("{amount} over the budget") if row.left < 0 else _("{amount} left")
    return f"{words} · {left.format(amount=money(abs(row.left), row.currency))}"
