"""Two texts as one: what was added underlined in green, what was removed struck in red, so that it reads in grey as well."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.word_difference import Kept, Piece
from cmc_desk.ui.palette import colour, is_dark
from cmc_desk.ui.theme import font

_PAD = 16
_LINE = "\u2028"


class Redline(QWidget):
    """Wraps at its own width and is as high as its text."""

    def __init__(self, *, size: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._pieces: tuple[Piece, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show a text with what became of it."""
        self._pieces = tuple(pieces)
        self.setAccessibleName(spoken(self._pieces))
        self.updateGeometry()
        self.update()

    def pieces(self) -> tuple[Piece, ...]:
        """Return what is shown."""
        return self._pieces

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid(width)[1]) + 2 * _PAD

    def sizeHint(self) -> QSize:
        width = max(120, self.width())
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        layout = self._laid(self.width())[0]
        painter.setPen(colour("ink"))
        layout.draw(painter, QPointF(_PAD, _PAD))
        painter.end()

    def _laid(self, width: int) -> tuple[QTextLayout, float]:
        return laid_redline(self._pieces, width - 2 * _PAD, self._size, dark=is_dark())


class RedlineArea(QScrollArea):
    """A redline that scrolls where it is longer than its place."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Redline()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addStretch(1)
        self.setWidget(holder)


@lru_cache(maxsize=256)
def laid_redline(pieces: tuple[Piece, ...], width: int, size: int, *, dark: bool) -> tuple[QTextLayout, float]:
    """Return a redline broken into lines of `width` px, and how high it is; its colours are those of the scheme that is shown."""
    del dark  # by which it is remembered
    text = "".join(piece.text for piece in pieces).replace("\n", _LINE)
    layout = QTextLayout(text, font(size))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    formats, start = [], 0
    for piece in pieces:
        length = len(piece.text.encode("utf-16-le", "surrogatepass")) // 2
        if piece.kept is not Kept.SAME:
            marked = QTextLayout.FormatRange()
            marked.start, marked.length, marked.format = start, length, _look(piece.kept)
            formats.append(marked)
        start += length
    layout.setFormats(formats)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40, width))
        line.setPosition(QPointF(0, height))
        height += round(line.height() + size * 0.18)
    layout.endLayout()
    return layout, height


def spoken(pieces: Sequence[Piece]) -> str:
    """Return a redline in words."""
    words = {Kept.SAME: "{text}", Kept.REMOVED: _("[removed: {text}]"), Kept.ADDED: _("[added: {text}]")}
    return " ".join(words[piece.kept].format(text=piece.text.strip()) for piece in pieces if piece.text.strip())


def _look(kept: Kept) -> QTextCharFormat:
    look = QTextCharFormat()
    tone = colour("leaf" if kept is Kept.ADDED else "coral")
    look.setForeground(tone)
    if kept is Kept.ADDED:
        look.setFontUnderline(True)
        look.setUnderlineColor(tone)
        look.setFontWeight(QFont.Weight.Normal)
    else:
        look.setFontStrikeOut(True)
    return look
