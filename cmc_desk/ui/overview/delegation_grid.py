"""The delegations in columns: complete, in part, missing; what is not complete is seen at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.counts import Tally
from cmc_desk.rules.overview import Complete
from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.flag import paint_flag
from cmc_desk.ui.parts.row_paint import paint_keyboard

COLUMNS = 3
_LEAST = 20
_LOOKS = {
    Complete.ALL: ("disc-check", "leaf", "panel"),
    Complete.PART: ("triangle", "amber", "amberT"),
    Complete.NONE: ("octagon", "coral", "coralT"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A delegation: how many of it are there, and whether that is everybody."""

    code: str
    name: str
    flag: str
    tally: Tally
    complete: Complete


class DelegationGrid(QWidget):
    """Arrows choose a delegation, Enter or a click takes it: `taken` says which by its code.

    Where there are more than fit, those that are not complete come first and the last cell says how many are left out.
    """

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[Cell, ...] = ()
        self._chosen = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_cells(())

    def set_cells(self, cells: Sequence[Cell]) -> None:
        """Show these delegations, down one column after the other."""
        self._cells = tuple(cells)
        self._chosen = min(self._chosen, max(0, len(self._cells) - 1))
        self.setAccessibleName(_("Delegations"))
        lacking = (_spoken(cell) for cell in self._cells if cell.complete is not Complete.ALL)
        self.setAccessibleDescription(". ".join(lacking))
        self.update()

    def shown(self) -> tuple[Cell, ...]:
        """Return the delegations that there is room for."""
        room = COLUMNS * max(1, self.height() // _LEAST)
        if len(self._cells) <= room:
            return self._cells
        by_need = sorted(self._cells, key=lambda cell: cell.complete is Complete.ALL)
        return tuple(by_need[: room - 1])

    def least_height(self) -> int:
        """Return how high it must be to show all of them."""
        return -(-len(self._cells) // COLUMNS) * _LEAST

    def sizeHint(self) -> QSize:
        return QSize(540, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 3 * _LEAST)

    def _rows(self) -> int:
        shown = len(self.shown())
        return max(1, -(-(shown + (shown < len(self._cells))) // COLUMNS))

    def _area(self, place: int) -> QRectF:
        rows, wide = self._rows(), self.width() / COLUMNS
        high = self.height() / rows
        column, row = divmod(place, rows)
        left, top = round(column * wide), round(row * high)
        return QRectF(left, top, round((column + 1) * wide) - left, round((row + 1) * high) - top)

    def _place_at(self, x: float, y: float) -> int | None:
        return next((place for place in range(len(self.shown())) if self._area(place).contains(x, y)), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.fill(painter, self.rect(), "panel")
        shown = self.shown()
        for place, cell in enumerate(shown):
            self._paint_cell(painter, self._area(place), cell, chosen=self.hasFocus() and place == self._chosen)
        if len(shown) < len(self._cells):
            words = _("and {number} more, complete").format(number=len(self._cells) - len(shown))
            draw.text(painter, self._area(len(shown)).adjusted(10, 0, -8, 0), words, size=12, tone="slate")
        painter.end()

    def _paint_cell(self, painter: QPainter, area: QRectF, cell: Cell, *, chosen: bool) -> None:
        shape, tone, ground = _LOOKS[cell.complete]
        loud = cell.complete is not Complete.ALL
        draw.fill(painter, area, "lagoon" if chosen else ground)
        draw.across(painter, area.left(), area.right(), area.bottom() - 1)
        draw.down(painter, area.right() - 1, area.top(), area.bottom())
        middle = area.center().y()
        icons.paint(painter, QRectF(area.x() + 10, middle - 6, 12, 12), shape, tone, ground=ground)
        paint_flag(painter, area.x() + 28, middle, cell.flag, 18)
        figures = 28
        name = QRectF(area.x() + 51, area.y(), area.width() - 51 - figures - 11, area.height())
        draw.text(painter, name, cell.name, size=12, bold=loud)
        words = f"{cell.tally.present}/{cell.tally.expected}"
        right = QRectF(area.right() - figures - 9, area.y(), figures, area.height())
        draw.text(painter, right, words, size=12, bold=loud, tone="ink" if loud else "slate", align=draw.RIGHT)
        if chosen:
            paint_keyboard(painter, area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self._rows()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: rows, Qt.Key.Key_Left: -rows}
        shown = self.shown()
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            place = self._chosen + step
            if 0 <= place < len(shown):
                self._chosen = place
                self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and shown and not event.isAutoRepeat():
            self.taken.emit(shown[self._chosen].code)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().x(), event.position().y())
        if place is not None:
            self._chosen = place
            self.taken.emit(self.shown()[place].code)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), _spoken(self.shown()[place]) if place is not None else "", self)
            return True
        return super().event(event)


def _spoken(cell: Cell) -> str:
    return f"{cell.name}: {cell.tally.present} / {cell.tally.expected}"
