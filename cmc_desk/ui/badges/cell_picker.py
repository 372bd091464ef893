"""Which place of a part-used sheet the first badge goes to: a small picture of the sheet, clicked or walked by arrows."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.focus_ring import ringed
from cmc_desk.ui.parts import draw

_WIDTH, _HEIGHT = 96, 84
_HIGHEST = 20
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class CellPicker(QWidget):
    """`chosen` is the place from 0; the places before it are used, those that this run fills are tinted."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = self._rows = 1
        self._cell = 0
        self._filled = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ringed(self)
        self._tell()

    def set_grid(self, columns: int, rows: int, *, cell: int) -> None:
        """Show a sheet of so many places, with the first free one."""
        self._columns, self._rows = max(1, columns), max(1, rows)
        self._cell = max(0, min(self.cells() - 1, cell))
        self._tell()

    def set_filled(self, number: int) -> None:
        """Tint as many places from the first on as the first sheet of this run fills."""
        self._filled = number
        self.update()

    def cell(self) -> int:
        """Return the place of the first badge, from 0."""
        return self._cell

    def cells(self) -> int:
        """Return how many places the sheet has."""
        return self._columns * self._rows

    def _choose(self, cell: int) -> None:
        cell = max(0, min(self.cells() - 1, cell))
        if cell != self._cell:
            self._cell = cell
            self._tell()
            self.chosen.emit(cell)

    def _tell(self) -> None:
        words = _("Start at place {place} of {places}").format(place=self._cell + 1, places=self.cells())
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setEnabled(self.cells() > 1)
        self.update()

    def _box(self, cell: int) -> QRectF:
        row, column = divmod(cell, self._columns)
        wide = _WIDTH / self._columns
        high = min(_HIGHEST, _HEIGHT / self._rows)
        gap = 2 if min(wide, high) >= 12 else 1
        return QRectF(round(column * wide), round(row * high), round(wide) - gap, round(high) - gap)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, column = divmod(self._cell, self._columns)
        if event.key() in _STEPS:
            across, down = _STEPS[Qt.Key(event.key())]
            to_row, to_column = row + down, column + across
            if 0 <= to_row < self._rows and 0 <= to_column < self._columns:
                self._choose(to_row * self._columns + to_column)
            elif across:
                # From the end of a row to the beginning of the next, as the badges go.
                self._choose(self._cell + across)
        elif event.key() == Qt.Key.Key_Home:
            self._choose(0)
        elif event.key() == Qt.Key.Key_End:
            self._choose(self.cells() - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for cell in range(self.cells()):
            if self._box(cell).contains(event.position()):
                self._choose(cell)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for cell in range(self.cells()):
            self._paint_cell(painter, cell)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: int) -> None:
        box, on = self._box(cell), self.isEnabled()
        edge = "edge" if on else "line"
        if cell == self._cell:
            draw.fill(painter, box, "sea" if on else "faint")
            tone = "onPrimary"
        elif cell < self._cell:
            # Used already: no edge to be filled, and struck out.
            draw.fill(painter, box, "sandTrack")
            tone = "slate"
        else:
            draw.box(painter, box, fill="lagoon" if cell < self._cell + self._filled else "panel", edge=edge, radius=0)
            tone = "slate" if on else "faint"
        size = 11 if box.height() >= 14 else 0
        if size and box.width() >= 16:
            draw.text(painter, box, str(cell + 1), size=size, bold=cell == self._cell, tone=tone, align=draw.MIDDLE)
