"""What stands where there is nothing yet: what this place is for, and the one thing to do."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.text import Text


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
        self._sentence.setMaximumWidth(360)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
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
        # A wrapped label alone asks for a narrow column; a sentence reads better in one or two lines.
        width = min(360, int(draw.text_width(sentence, self._sentence.font())) + 4)
        self._sentence.setMinimumWidth(width)
        # In the middle of a column it gets the height of its hint, which supposes that it may be wider than it may.
        self._sentence.setMinimumHeight(self._sentence.heightForWidth(width) if sentence else 0)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(f"{title} {sentence}".strip())


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
