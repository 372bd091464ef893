"""Text of the notes as it is painted: wrapped, with strong and emphasised words, bullets, and letters that were searched for."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from cmc_desk.rules.note_markup import Block, BlockKind, blocks
from cmc_desk.ui.palette import colour
from cmc_desk.ui.theme import font

_INDENT = 16
# Qt ends a line within a paragraph with this.
_LINE = "\u2028"


class LaidText:
    """A text broken into lines of `width` px; `height` is what it takes. `airy` lines are for reading, others for a title."""

    def __init__(self, text: str, width: int, size: int, *, airy: bool = True) -> None:
        extra = size * 0.18 if airy else 0.0
        self.height = 0.0
        # Where each line ends: a page may be turned there.
        self.bottoms: list[float] = []
        self._parts: list[tuple[QTextLayout, float, str]] = []
        for block in blocks(text):
            mark = _mark(block)
            left = (block.depth + 1) * _INDENT if mark else 0
            layout = _layout(block, size)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(40, width - left))
                line.setPosition(QPointF(left, self.height))
                self.height += round(line.height() + extra)
                self.bottoms.append(self.height)
            layout.endLayout()
            self._parts.append((layout, left, mark))

    def paint(self, painter: QPainter, at: QPointF, *, tone: str = "ink", size: int = 15) -> None:
        """Draw the text with its upper left corner at `at`."""
        painter.setPen(colour(tone))
        for layout, left, mark in self._parts:
            layout.draw(painter, at)
            if mark and layout.lineCount():
                line = layout.lineAt(0)
                painter.setFont(font(size))
                box = QRectF(at.x() + left - _INDENT, at.y() + line.y(), _INDENT, line.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, mark)


@lru_cache(maxsize=4096)
def laid(text: str, width: int, size: int, *, airy: bool = True) -> LaidText:
    """Return `text` broken into lines; what was measured is not measured again to be painted."""
    return LaidText(text, width, size, airy=airy)


def _mark(block: Block) -> str:
    if block.kind is BlockKind.BULLET:
        return "•"
    return f"({block.label})" if block.kind is BlockKind.LEVEL else ""


def _layout(block: Block, size: int) -> QTextLayout:
    layout = QTextLayout(block.text.replace("\n", _LINE), font(size))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    formats, start = [], 0
    for run in block.runs:
        # Qt counts in UTF-16, where an emoji is two.
        length = len(run.text.encode("utf-16-le")) // 2
        if run.strong or run.emphasis:
            look = QTextCharFormat()
            if run.strong:
                look.setFontWeight(QFont.Weight.Bold)
            look.setFontItalic(run.emphasis)
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = start, length, look
            formats.append(piece)
        start += length
    layout.setFormats(formats)
    return layout
