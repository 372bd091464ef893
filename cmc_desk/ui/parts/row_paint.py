"""What every row has, in a table and in a list: its ground, its line, the bar of the chosen one, the ring of the keyboard."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cmc_desk.ui.parts import draw

BAR = 4
PAD = 16


def paint_ground(painter: QPainter, rect: QRectF, *, ground: str, selected: bool, line: bool = True) -> None:
    """Fill a row, or a part of it, and draw the line beneath."""
    draw.fill(painter, rect, "lagoon" if selected else ground)
    if line:
        draw.across(painter, rect.left(), rect.right(), rect.bottom() - 1)


def paint_bar(painter: QPainter, rect: QRectF) -> None:
    """Draw the bar at the left of the chosen row."""
    draw.fill(painter, QRectF(rect.x(), rect.y(), BAR, rect.height()), "sea")


def paint_keyboard(painter: QPainter, rect: QRectF, *, first: bool = True, last: bool = True) -> None:
    """Frame the chosen row, or one cell of it, while its table has the keyboard."""
    draw.fill(painter, QRectF(rect.x(), rect.y(), rect.width(), 2), "sea")
    draw.fill(painter, QRectF(rect.x(), rect.bottom() - 2, rect.width(), 2), "sea")
    if first:
        draw.fill(painter, QRectF(rect.x(), rect.y(), 2, rect.height()), "sea")
    if last:
        draw.fill(painter, QRectF(rect.right() - 2, rect.y(), 2, rect.height()), "sea")
