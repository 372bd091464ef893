"""The foot of a list that goes to somebody: how much is on it, and how it stands against the version that was sent last."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.travel.list_states import ListState, state_words
from cmc_desk.ui.travel.manifest_rows import difference_words

_MOST = 3


class SentRow(Pane):
    """Says it only; Alt+S hands the list over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="t", parent=parent)
        self.totals = Text(size=13, bold=True)
        self.words = Text(size=13, tone="slate")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(2)
        column.addWidget(self.totals)
        column.addWidget(self.words)

    def show_list(self, facts: Facts, totals: str, state: ListState) -> None:
        """Show how a list stands."""
        self.totals.setText(totals)
        words = state_words(facts, state)
        if state.differences:
            more = len(state.differences) - _MOST
            said = difference_words(state.differences[:_MOST])
            words = f"{words} {said}" + (f" (+{more})" if more > 0 else "")
        self.words.setText(words)
