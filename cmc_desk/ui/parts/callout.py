"""What must be seen before anything else is done: a banner with an icon, a bold line, a second line, perhaps a button."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.text import Text

CalloutKind = Literal["amber", "leaf", "coral", "lagoon"]
# ground, bar and shape, words, shape
_LOOKS: dict[CalloutKind, tuple[str, str, str, str]] = {
    "amber": ("amberT", "amber", "amberInk", "triangle"),
    "leaf": ("leafT", "leaf", "leaf", "disc-check"),
    "coral": ("coralT", "coral", "coral", "octagon"),
    "lagoon": ("lagoon", "sea", "sea", "disc-check"),
}


class Callout(QWidget):
    """A banner; `loud` frames it and makes its first line large, as for "Already checked in"; `wrap` breaks that line too."""

    def __init__(
        self,
        kind: CalloutKind = "amber",
        *,
        loud: bool = False,
        wrap: bool = False,
        button: DeskButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind: CalloutKind = kind
        self._loud = loud
        self._icon = ""
        self.title = Text(
            size=18 if loud else 14, bold=True, tone=_LOOKS[kind][2] if loud else "ink", wrap=wrap, parent=self
        )
        self.second = Text(size=13, tone="ink" if loud else "slate", wrap=True, parent=self)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch()
        words.addWidget(self.title)
        words.addWidget(self.second)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(54 if loud else 50, 7, 14, 7)
        row.setSpacing(12)
        row.addLayout(words, 1)
        if button is not None:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop if not loud else Qt.AlignmentFlag.AlignVCenter)
            row.setContentsMargins(50, 7, 14, 7)
        self.button = button
        self.setMinimumHeight(64 if loud else 58)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, title: str, second: str = "", *, kind: CalloutKind | None = None, icon: str = "") -> None:
        """Show these words; without an icon the shape of the kind stands there."""
        self._kind = kind or self._kind
        self._icon = icon
        self.title.setText(title)
        if self._loud:
            self.title.set_tone(_LOOKS[self._kind][2])
        self.second.setText(second)
        self.second.setVisible(bool(second))
        self.setAccessibleName(title)
        self.setAccessibleDescription(second)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(self.minimumHeight(), super().sizeHint().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, strong, words, shape = _LOOKS[self._kind]
        area = QRectF(self.rect())
        middle = area.height() / 2
        if self._loud:
            draw.box(painter, area, fill=ground, edge=strong)
            icons.paint(painter, QRectF(14, round(middle - 15), 30, 30), self._icon or shape, strong, ground=ground)
        else:
            draw.fill(painter, area, ground)
            draw.fill(painter, QRectF(0, 0, 4, area.height()), strong)
            top = 11 if self.button else round(middle - 10)
            icons.paint(
                painter, QRectF(18, top, 20, 20), self._icon or shape, words if self._icon else strong, ground=ground
            )
        painter.end()
