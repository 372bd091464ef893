"""What can be seen in a part."""

from collections.abc import Callable

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

Show = Callable[..., QWidget]


def picture(part: QWidget) -> QImage:
    """Return the part as it is painted now."""
    return part.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours_in(part: QWidget) -> set[str]:
    """Return all colours of a part, as `#rrggbb`."""
    image = picture(part)
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
