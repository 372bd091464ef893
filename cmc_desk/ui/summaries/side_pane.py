"""The right-hand side of the notes: who has the floor, the draft, the read-out; or in their place the one panel that is open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.summaries.discussed_part import DiscussedPart
from cmc_desk.ui.summaries.draft_part import DraftPart
from cmc_desk.ui.summaries.floor_part import FloorPart
from cmc_desk.ui.summaries.readout_part import ReadoutPart

WIDTH = 348


class SidePane(Pane):
    """`closed` says that a panel has given its place back."""

    closed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="l", parent=parent)
        self.setFixedWidth(WIDTH)
        self.floor = FloorPart()
        self.draft = DraftPart()
        self.discussed = DiscussedPart()
        self.readout = ReadoutPart()
        self._usual = Pane("sand")
        usual = QVBoxLayout(self._usual)
        usual.setContentsMargins(0, 0, 0, 0)
        usual.setSpacing(0)
        usual.addWidget(self.floor)
        usual.addWidget(self.draft)
        usual.addWidget(self.discussed)
        usual.addWidget(self.readout, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._stack)

    @property
    def panel(self) -> QWidget | None:
        """The panel that is open."""
        shown = self._stack.currentWidget()
        return None if shown is self._usual else shown

    def show_panel(self, panel: QWidget) -> None:
        """Show a panel in the place of the rest."""
        if self._stack.indexOf(panel) < 0:
            self._stack.addWidget(panel)
        self._stack.setCurrentWidget(panel)

    def close_panel(self) -> None:
        """Show the rest again."""
        if self.panel is not None:
            self._stack.setCurrentWidget(self._usual)
            self.closed.emit()
