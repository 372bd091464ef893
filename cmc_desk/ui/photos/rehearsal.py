"""A photograph of nobody, for pictures of the windows."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from cmc_desk.ui.palette import colour


def portrait() -> QImage:
    """Return a head and shoulders of nobody, at the left of a wide picture."""
    image = QImage(1200, 900, QImage.Format.Format_RGB32)
    image.fill(colour("seaSoft"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for tone, x, y, wide, high in (
        ("slate", 480, 900, 300, 290),
        ("sandTrack", 480, 560, 70, 150),
        ("sandTrack", 480, 400, 140, 180),
    ):
        painter.setBrush(colour(tone))
        painter.drawEllipse(QPointF(x, y), wide, high)
    painter.end()
    return image
