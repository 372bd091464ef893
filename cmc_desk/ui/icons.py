"""Icons and state shapes in a colour of the palette, sharp at every scale of the screen."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from cmc_desk.resource import resource
from cmc_desk.ui.palette import colour, hexcode
from cmc_desk.ui.shapes import SHAPES, paint_shape

_SCALES = (1.0, 1.25, 1.5, 2.0, 3.0)


def icon(name: str, tone: str = "ink", *, size: int = 16) -> QIcon:
    """Return the icon `name` in the colour `tone` as it is now; ask again when the scheme changes.

    For Qt's own widgets (an action in a line edit); parts of ours call `paint` and follow the scheme by themselves.
    """
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(name, size, tone, scale=scale))
    return made


def pixmap(name: str, size: int, tone: str = "ink", *, scale: float = 1.0, ground: str = "panel") -> QPixmap:
    """Return the icon or shape `name`, `size` px square, for a screen of `scale` device pixels per px; cached."""
    key = f"cmc:{name}:{size}:{hexcode(tone)}:{hexcode(ground)}:{scale}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    side = max(1, round(size * scale))
    made = QPixmap(QSize(side, side))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    whole = QRectF(0, 0, side, side)
    if name in SHAPES:
        paint_shape(painter, whole, name, colour(tone), colour(ground))
    else:
        drawing = _drawing(name).replace("currentColor", hexcode(tone))
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, whole)
    painter.end()
    made.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, made)
    return made


def paint(painter: QPainter, box: QRect | QRectF, name: str, tone: str = "ink", *, ground: str = "panel") -> None:
    """Draw the icon or shape `name` into the middle of `box`, as large as its shorter side, on the `ground`."""
    side = int(min(box.width(), box.height()))
    x = box.x() + (box.width() - side) / 2
    y = box.y() + (box.height() - side) / 2
    scale = painter.device().devicePixelRatio()
    painter.drawPixmap(QRectF(x, y, side, side).toAlignedRect(), pixmap(name, side, tone, scale=scale, ground=ground))


@cache
def _drawing(name: str) -> str:
    return resource("icons", name + ".svg").read_text(encoding="utf-8")
