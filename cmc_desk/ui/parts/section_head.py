"""The head of a pane: its title, what else is to be said, and what can be done there."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text


class PaneHead(Pane):
    """48 px with a large title, or 44 px on sand in a side pane; `right` holds words or widgets at the right edge."""

    def __init__(
        self,
        title: str = "",
        *,
        subtitle: str = "",
        right: str | QWidget = "",
        side: bool = False,
        height: int = 0,
        ground: str = "",
        lines: str = "b",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ground or ("sand" if side else "panel"), lines=lines, parent=parent)
        self.setFixedHeight(height or (44 if side else 48))
        self.title = Text(size=14 if side else 18, bold=True, parent=self)
        self.subtitle = Text(size=12 if side else 14, tone="slate", parent=self)
        self.right = Text(size=12, tone="slate", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.subtitle, 1)
        row.addWidget(self.right)
        if isinstance(right, QWidget):
            row.addWidget(right)
        self.say(title, subtitle, right if isinstance(right, str) else "")

    def say(self, title: str, subtitle: str = "", right: str = "") -> None:
        """Show these words."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.right.setText(right)
        self.right.setVisible(bool(right))
        self.setAccessibleName(title)

    def add(self, widget: QWidget) -> None:
        """Put one more widget at the right edge."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)
