"""What stands where there is nothing yet: what this place is for, and the one thing to do."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.text import Text

_WIDEST, _EDGE = 360, 24


class EmptyState(QWidget):
    """An icon, a bold line, a sentence, perhaps a button, in the middle of a pane."""

    def __init__(
        self,
        *,
        icon: str,
        title: str,
        sentence: str = "",
        button: DeskButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sign = _Sign(icon, self)
        self._title = Text(size=15, bold=True, align=draw.MIDDLE, parent=self)
        self._sentence = Text(size=13, tone="slate", wrap=True, align=draw.MIDDLE, parent=self)
        self._sentence.setMaximumWidth(_WIDEST)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(6)
        column.addStretch()
        column.addWidget(self._sign, 0, middle)
        column.addSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._sentence, 0, middle)
        if button is not None:
            column.addSpacing(10)
            column.addWidget(button, 0, middle)
        column.addStretch()
        self.say(title, sentence)

    def say(self, title: str, sentence: str = "") -> None:
        """Show these words."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._give_room()
        self.setAccessibleName(f"{title} {sentence}".strip())

    def _give_room(self) -> None:
        """Let the sentence be as wide as it reads best, and no wider than the pane."""
        sentence = self._sentence.text()
        # A wrapped label alone asks for a narrow column; a sentence reads better in one or two lines.
        width = min(_WIDEST, self.width() - 2 * _EDGE, int(draw.text_width(sentence, self._sentence.font())) + 4)
        self._sentence.setMinimumWidth(width)
        # In the middle of a column it gets the height of its hint, which supposes that it may be wider than it may.
        self._sentence.setMinimumHeight(self._sentence.heightForWidth(width) if sentence else 0)

    def minimumSizeHint(self) -> QSize:
        # What is to stand in the middle of a pane does not make the pane wider.
        return QSize(2 * _EDGE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()


class _Sign(QWidget):
    """The icon."""

    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setFixedSize(40, 40)

    def sizeHint(self) -> QSize:
        return QSize(40, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, QRectF(0, 0, 40, 40), self._icon, "edge")
        painter.end()
