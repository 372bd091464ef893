"""The row of buttons under the checklist: what comes next, what may come too as far as there is room, and everything else."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.ui.parts.button import DeskButton

_EDGE, _GAP, _HEIGHT = 16, 6, 42


class ActRow(QWidget):
    """A button for which there is no room is not shown: its key works all the same, and it stands in the panel of everything."""

    def __init__(
        self, first: DeskButton, others: Sequence[DeskButton], last: DeskButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._first, self._others, self._last = first, tuple(others), last
        self._wanted = (True, len(self._others))
        for button in (first, *others, last):
            button.setParent(self)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_acts(self, *, first: bool, others: int) -> None:
        """Show the first button, and as many of the others as are wanted and find room."""
        self._wanted = (first, others)
        self._arrange()

    def _arrange(self) -> None:
        first, others = self._wanted
        last = self._last.sizeHint()
        right = self.width() - _EDGE - last.width()
        self._last.setGeometry(right, self._top(last), last.width(), last.height())
        x = _EDGE
        for place, button in enumerate((self._first, *self._others)):
            size = button.sizeHint()
            shown = (first if not place else place <= others) and x + size.width() + _GAP <= right
            button.setVisible(shown)
            if shown:
                button.setGeometry(x, self._top(size), size.width(), size.height())
                x += size.width() + _GAP

    def _top(self, size: QSize) -> int:
        return (_HEIGHT - size.height()) // 2

    def sizeHint(self) -> QSize:
        return QSize(332, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
