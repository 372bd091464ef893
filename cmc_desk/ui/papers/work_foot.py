"""The foot of a pane of papers: what can be done, and in its place, while something is being done, how far it is."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.ui.papers.busy_row import BusyRow
from cmc_desk.ui.parts.pane import Pane


class WorkFoot(Pane):
    """`rest` takes what can be done; `name` is what a screen reader calls the bar."""

    def __init__(self, *, name: str, parent: QWidget) -> None:
        super().__init__("sand", lines="t", parent=parent)
        self.busy = BusyRow(name=name, parent=self)
        self._acts = QWidget(self)
        self.rest = QVBoxLayout(self._acts)
        self.rest.setContentsMargins(0, 0, 0, 0)
        self.rest.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._acts)
        column.addWidget(self.busy)

    def show_progress(self, words: str, done: int, whole: int) -> None:
        """Show what is being done, and how far it is."""
        self._acts.hide()
        self.busy.show_progress(words, done, whole)

    def show_rest(self) -> None:
        """Show what can be done."""
        self.busy.show_rest()
        self._acts.show()
