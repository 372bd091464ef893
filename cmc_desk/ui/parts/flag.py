"""The flag of a delegation, or the swatch of an organisation that has none; always beside the name."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.resource import resource
from cmc_desk.ui.palette import colour, is_dark
from cmc_desk.ui.parts import draw

WIDTHS = (18, 21, 27, 30)
_ORGANISATIONS = {"IOM": "indigo", "UNHCR": "azure"}


def flag_height(width: int) -> int:
    """Return the height of a swatch in px: two thirds of its width, as TOKENS has them."""
    return round(width * 2 / 3)


def flag_pixmap(code: str, width: int, scale: float = 1.0) -> QPixmap:
    """Return the swatch of `code` (ISO 3166-1 alpha-2, or an organisation's letters), `width` px wide; cached.

    A code without a drawing becomes a coloured swatch with its first letters; an empty code an empty frame.
    """
    key = f"cmc-flag:{code}:{width}:{scale}:{is_dark()}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    size = QSize(max(1, round(width * scale)), max(1, round(flag_height(width) * scale)))
    made = QPixmap(size)
    made.fill(Qt.GlobalColor.transparent)
    made.setDevicePixelRatio(scale)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(0, 0, size.width() / scale, size.height() / scale)
    drawing = _drawing(code.lower())
    if drawing is not None:
        QSvgRenderer(QByteArray(drawing)).render(painter, whole)
    elif code:
        _paint_letters(painter, whole, code.upper())
    line = 1 / scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(colour("edge"), line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(whole.adjusted(line / 2, line / 2, -line / 2, -line / 2))
    painter.end()
    QPixmapCache.insert(key, made)
    return made


def paint_flag(painter: QPainter, x: float, middle: float, code: str, width: int = 27) -> float:
    """Draw a swatch whose left edge is at `x` and whose middle is at `middle`; return its width."""
    height = flag_height(width)
    target = QRectF(round(x), round(middle - height / 2), width, height)
    painter.drawPixmap(target.toRect(), flag_pixmap(code, width, painter.device().devicePixelRatio()))
    return width


def _paint_letters(painter: QPainter, whole: QRectF, code: str) -> None:
    painter.fillRect(whole, colour(_ORGANISATIONS.get(code, "slate")))
    letters = code if len(code) <= 3 else code[:2]
    draw.text(painter, whole, letters, size=round(whole.height() * 0.6), bold=True, tone="onPrimary", align=draw.MIDDLE)


@cache
def _drawing(code: str) -> bytes | None:
    path = resource("flags", code + ".svg")
    return path.read_bytes() if code.isalnum() and path.is_file() else None


class FlagSwatch(QWidget):
    """A flag in a layout."""

    def __init__(self, code: str = "", *, width: int = 21, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_code(code)

    def set_code(self, code: str) -> None:
        """Show another flag."""
        self._code = code
        self.setAccessibleName(code)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width, flag_height(self._width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_flag(painter, 0, self.height() / 2, self._code, self._width)
        painter.end()
