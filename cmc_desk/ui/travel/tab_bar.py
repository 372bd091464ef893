"""The line at the top of a part: what can be narrowed at the left, words in the middle, what can be done at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text

HEIGHT = 45


class TabBar(Pane):
    """Its words are said by the part."""

    def __init__(
        self, *, left: QWidget | None = None, right: Sequence[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__("panel", lines="b", parent=parent)
        self.setFixedHeight(HEIGHT)
        self.words = Text(size=13, tone="slate")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(8)
        if left is not None:
            row.addWidget(left)
        row.addWidget(self.words, 1)
        for widget in right:
            row.addWidget(widget)
