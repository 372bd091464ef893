"""A field of a form: its name above, the editor, and beneath what is wrong with it in one sentence."""

import re

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.theme import font

EDITOR = 40
_LABEL = 20
_BENEATH = 16
_SIGN = 17
# From this width on a sentence has two or three lines, not six.
_ROOM = 240
# The path of a folder is one word, and may be longer than a line: it goes on in the next one after a slash.
_SLASHES = re.compile(r"([/\\]+)")
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
PROBLEM = "problem"


class Field(QWidget):
    """A label above any editor of 40 px (`height=0` leaves the editor as high as it is).

    The place for a sentence of one line is always kept, so that most problems move nothing; forms need no further space between fields.
    """

    def __init__(
        self,
        label: str,
        editor: QWidget | None = None,
        *,
        height: int = EDITOR,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor: QWidget = editor if editor is not None else QLineEdit(self)
        self.editor.setFont(font(16 if height >= EDITOR else 14))
        self.editor.setAccessibleName(label)
        if height:
            self.editor.setFixedHeight(height)
        line = self.editor.findChild(QLineEdit) if isinstance(self.editor, QAbstractSpinBox) else None
        if line is not None:
            # A style sheet does not reach the line inside a spin box.
            line.setTextMargins(10, 0, 8, 0)
        self._label = Text(
            label, size=12, tone="slate", align=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, parent=self
        )
        self._label.setFixedHeight(_LABEL)
        self._beneath = _Beneath(hint, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addWidget(self.editor)
        column.addWidget(self._beneath)
        self.setFocusProxy(self.editor)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed if height else QSizePolicy.Policy.Expanding
        )

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong with what stands here; an empty sentence takes it back."""
        self._beneath.set_problem(sentence)
        self.editor.setProperty(PROBLEM, "true" if sentence else "")
        self.editor.setAccessibleDescription(sentence)
        # A style sheet reads a property only when the widget is dressed anew.
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self.editor.update()

    def problem(self) -> str:
        """Return the sentence that is shown."""
        return self._beneath.problem

    def says_whole_problem(self) -> bool:
        """Say whether the sentence that is shown can be read whole."""
        return self._beneath.fits()

    def says_whole_hint(self) -> bool:
        """Say whether the hint beneath can be read whole."""
        return self._beneath.hint_fits()

    def set_label(self, label: str) -> None:
        """Name the field otherwise."""
        self._label.setText(label)
        self.editor.setAccessibleName(label)


class _Beneath(QLabel):
    """The line beneath: a problem in coral, else a hint in grey, else nothing."""

    def __init__(self, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._hint = hint
        self.problem = ""
        self._lines = 1
        self.setFixedHeight(_BENEATH)

    def set_problem(self, sentence: str) -> None:
        self.problem = sentence
        self.setAccessibleName(sentence)
        self.setToolTip(sentence)
        self._fit()
        self.update()

    def _fit(self) -> None:
        """Grow by the lines that a long sentence needs; where these would be many, beneath half a field, the form says it whole."""
        room = self.width() - _SIGN
        self._lines, high = 1, _BENEATH
        if self.problem and room >= _ROOM:
            area = QRect(0, 0, room, 1000)
            high = QFontMetrics(font(12)).boundingRect(area, int(_WRAPPED), self._broken()).height()
            self._lines = max(1, round(high / QFontMetrics(font(12)).height()))
        self.setFixedHeight(high if self._lines > 1 else _BENEATH)

    def _broken(self) -> str:
        return _SLASHES.sub("\\1\u200b", self.problem)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def fits(self) -> bool:
        return self._lines > 1 or draw.text_width(self.problem, font(12)) <= self.width() - _SIGN

    def hint_fits(self) -> bool:
        return draw.text_width(self._hint, font(12)) <= self.width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(0, 0, self.width(), self.height())
        if self.problem and self._lines > 1:
            icons.paint(painter, QRectF(0, 2, 12, 12), "octagon", "coral")
            painter.setFont(font(12))
            painter.setPen(colour("coral"))
            painter.drawText(area.adjusted(_SIGN, 0, 0, 0), int(_WRAPPED), self._broken())
        elif self.problem:
            icons.paint(painter, QRectF(0, 2, 12, 12), "octagon", "coral")
            draw.text(painter, area.adjusted(_SIGN, 0, 0, 0), self.problem, size=12, tone="coral")
        elif self._hint:
            draw.text(painter, area, self._hint, size=12, tone="slate")
        painter.end()
