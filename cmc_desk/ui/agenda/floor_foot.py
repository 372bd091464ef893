"""The foot of the list of speakers: what each can still have, and the key that gives it to them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text


class FloorFoot(Pane):
    """Two lines, and a button."""

    limit_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="t", parent=parent)
        self.setFixedHeight(64)
        self.first = Text(size=12, tone="slate", least=11)
        self.second = Text(size=18, bold=True, least=11)
        self.button = DeskButton(key="F", bind=False)
        self.button.clicked.connect(self.limit_asked)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.second, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 5, 20, 5)
        column.setSpacing(1)
        column.addWidget(self.first)
        column.addLayout(row, 1)

    def show_plan(self, first: str, second: str, limit: str, *, why_not: str = "") -> None:
        """Show the planner's lines, and the limit that the key gives; the same again costs nothing."""
        if (first, second) != (self.first.text(), self.second.text()):
            self.first.setText(first)
            self.second.setText(second)
        words = _("Set limit {limit}").format(limit=limit) if limit else _("Set limit")
        if words != self.button.accessibleName():
            self.button.set_text(words)
        if self.button.isEnabled() == bool(why_not) or self.button.toolTip() != why_not:
            self.button.allow(why_not=why_not)
