"""What stands in the middle when a code leads to nobody: one sign, one word, one sentence, each verdict its own."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.desk.attendance import Answer, Verdict
from cmc_desk.i18n import gettext as _
from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.registration.words import act_word

# the ground, the colour of the sign, the colour of the words, the sign
_LOOKS: dict[Verdict, tuple[str, str, str, str]] = {
    Verdict.UNKNOWN: ("coralT", "coral", "coral", "octagon"),
    Verdict.OTHER_MEETING: ("lagoon", "sea", "sea", "disc-question"),
    Verdict.MISTYPED: ("amberT", "amber", "amberInk", "triangle"),
}


class AnswerPane(Pane):
    """Fills the middle of the desk until the next scan, the next letter, or Esc."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("coralT", lines="r", parent=parent)
        self._sign = _Sign(self)
        self._title = Text(size=28, bold=True, align=draw.MIDDLE, parent=self)
        self._sentence = Text(size=16, wrap=True, align=draw.MIDDLE, parent=self)
        self._next = Text(size=13, tone="slate", wrap=True, align=draw.MIDDLE, parent=self)
        self._next.setText(_("F2 looks the person up by name · Ctrl+N registers a walk-in · Esc clears"))
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 24, 49, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._sign)
        for text in (self._title, self._sentence):
            column.addWidget(text)
        column.addSpacing(12)
        column.addWidget(self._next)
        column.addStretch(3)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.cleared)

    def say(self, answer: Answer) -> None:
        """Show what a code came to."""
        ground, sign, words, shape = _LOOKS.get(answer.verdict, _LOOKS[Verdict.UNKNOWN])
        self.set_ground(ground)
        self._sign.show_shape(shape, sign, ground)
        self._title.set_tone(words)
        self._title.setText(act_word(answer.verdict))
        self._sentence.setText(answer.sentence)
        self.setAccessibleName(f"{act_word(answer.verdict)}. {answer.sentence}")


class _Sign(QWidget):
    """The shape, large."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = ("octagon", "coral", "coralT")
        self.setFixedHeight(96)

    def show_shape(self, shape: str, tone: str, ground: str) -> None:
        self._look = (shape, tone, ground)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shape, tone, ground = self._look
        icons.paint(painter, QRectF(self.rect()), shape, tone, ground=ground)
        painter.end()
