"""Words in a size, a weight and a colour of the palette, wrapped or elided."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import colour, font

_LARGE = 20


class Text(QLabel):
    """A label of ours: plain text only, so that no name is ever read as markup.

    One line is elided with the whole text as tooltip, if it does not fit in the `least` size either; with `wrap` it takes as many lines
    as it needs.
    """

    def __init__(
        self,
        words: str = "",
        *,
        size: int = 14,
        bold: bool = False,
        tone: str = "ink",
        wrap: bool = False,
        align: Qt.AlignmentFlag = draw.LEFT,
        spacing: float = 0,
        least: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._least = least or size
        self._tight = size >= _LARGE
        self.setTextFormat(Qt.TextFormat.PlainText)
        face = font(size, bold=bold)
        if spacing:
            face.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
        self.setFont(face)
        self.setWordWrap(wrap)
        self.setAlignment(align)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        )
        self.setText(words)

    def setText(self, words: str) -> None:  # noqa: N802 - Qt's name, so that a label stays a label
        """Show these words; the same again cost nothing, and clocks say the same four times a second."""
        if words == self.text():
            return
        super().setText(words)
        self._set_tip()

    def set_tone(self, tone: str) -> None:
        """Show the words in another colour."""
        self._tone = tone
        self.update()

    def _set_tip(self) -> None:
        width = self.contentsRect().width()
        whole = self.wordWrap() or draw.text_width(self.text(), self._face()) <= width + 0.5
        self.setToolTip("" if whole else self.text())

    def _face(self) -> QFont:
        """Return the face in which one line fits, or the smallest."""
        face, bold = self.font(), self.font().bold()
        size = face.pixelSize()
        while size > self._least and draw.text_width(self.text(), face) > self.contentsRect().width() + 0.5:
            size -= 1
            face = font(size, bold=bold)
        return face

    def sizeHint(self) -> QSize:
        # Noto Sans asks for 1.36 of its size, for scripts with marks above and below; large lines fall apart at that.
        hint = super().sizeHint()
        return (
            QSize(hint.width(), round(self.font().pixelSize() * 1.25)) if self._tight and not self.wordWrap() else hint
        )

    def minimumSizeHint(self) -> QSize:
        # Qt answers -1 for the height of wrapped words that are not there.
        least = super().minimumSizeHint() if self.wordWrap() else QSize(0, self.sizeHint().height())
        return least.expandedTo(QSize(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(
            colour(self._tone) if self.isEnabled() else self.palette().color(QPalette.ColorRole.PlaceholderText)
        )
        flags, area = int(self.alignment()), self.contentsRect()
        if self.wordWrap():
            painter.drawText(area, flags | Qt.TextFlag.TextWordWrap, self.text())
        else:
            face = self._face()
            painter.setFont(face)
            painter.drawText(area, flags, draw.elided(self.text(), face, area.width()))
        painter.end()
