"""A pane while a file is being read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.pane import Pane


class BusyPane(Pane):
    """Says what is being read, and can be stopped."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.stop = DeskButton(_("Cancel"), key="Esc", parent=self)
        self.stop.clicked.connect(self.stop_asked)
        self._state = EmptyState(icon="clock", title="", button=self.stop, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, title: str, sentence: str = "") -> None:
        """Show what is being done."""
        self._state.say(title, sentence)
