"""The list that is open: its rows at the left, its columns and the chosen row at the right."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.registration.import_columns import ColumnsPane
from cmc_desk.ui.registration.import_detail import DetailPane
from cmc_desk.ui.registration.import_list import ListPane

_SIDE = 316


class WorkPane(QWidget):
    """Sets the three panes side by side; the keyboard goes to the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ListPane(self)
        side = Pane("sand", lines="l", parent=self)
        side.setFixedWidth(_SIDE)
        self.columns = ColumnsPane(side)
        self.detail = DetailPane(side)
        right = QVBoxLayout(side)
        right.setContentsMargins(1, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.columns)
        right.addWidget(self.detail, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        row.addWidget(side)
        self.setFocusProxy(self.list.table)
