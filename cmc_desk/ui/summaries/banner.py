"""A strip above the list that says what somebody should look at when they have a moment: never a dialog, never in the way of a key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text

_HEIGHT = 36


@dataclass(frozen=True, slots=True)
class BannerAct:
    """A button of a banner."""

    words: str
    key: str
    act: Callable[[], object]


class Banner(Pane):
    """Amber, with words and one or two buttons whose keys the page binds; it is away while there is nothing to say."""

    def __init__(self, acts: Sequence[BannerAct], *, parent: QWidget | None = None) -> None:
        super().__init__("amberT", lines="b", parent=parent)
        self.setFixedHeight(_HEIGHT)
        self._words = Text(size=13, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(42, 0, 16, 1)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        self.buttons: list[DeskButton] = []
        for act in acts:
            button = DeskButton(act.words, key=act.key, size="small", bind=False, parent=self)
            button.clicked.connect(act.act)
            self.buttons.append(button)
            row.addWidget(button)
        self.hide()

    def say(self, words: str) -> None:
        """Show these words; none takes the banner away."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """Return what it says; empty while it is away."""
        return self._words.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        icons.paint(painter, QRectF(18, (_HEIGHT - 15) / 2, 15, 15), "triangle", "amber")
        painter.end()
