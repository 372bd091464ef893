"""The words that Tab would add, behind the cursor, in the colour of what is not there yet."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPlainTextEdit

from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts.keycap import cap_width, key_text, paint_cap
from cmc_desk.ui.theme import hints_shown

_GAP = 6


def paint_ghost(field: QPlainTextEdit, words: str) -> None:
    """Draw `words` behind the cursor of `field`, elided at its edge, and the key that takes them."""
    painter = QPainter(field.viewport())
    painter.setFont(field.font())
    painter.setPen(colour("faint"))
    where, metrics, cap = field.cursorRect(), field.fontMetrics(), key_text("Tab")
    left = where.left() + 1
    room = field.viewport().width() - left - (cap_width(cap) + _GAP if hints_shown() else 0)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, int(room)))
    painter.drawText(QPoint(left, where.top() + metrics.ascent()), shown)
    if hints_shown():
        paint_cap(painter, left + metrics.horizontalAdvance(shown) + _GAP, QRectF(where).center().y(), cap)
    painter.end()
