"""A number with its whole: 31 / 84."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font

# the size of the number, the size of its whole, the height of both together, the size of the label
_SIZES: dict[Literal["large", "middle"], tuple[int, int, int, int]] = {
    "large": (40, 20, 52, 12),
    "middle": (28, 16, 40, 12),
}


class Counter(QWidget):
    """A large figure, ` / whole` beside it, and a label beneath; `right` sets it against the right edge."""

    def __init__(
        self,
        label: str,
        *,
        size: Literal["large", "middle"] = "large",
        right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._measure = _SIZES[size]
        self._right = right
        self._number, self._whole, self._tone = "", "", "ink"
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_count(0, None)

    def set_count(self, number: int, whole: int | None, *, tone: str = "ink", label: str = "") -> None:
        """Show `number` of `whole`; without a whole the number stands alone."""
        self._number = str(number)
        self._whole = "" if whole is None else f" / {whole}"
        self._tone = tone
        self._label = label or self._label
        self.setAccessibleName(f"{self._label}: {self._number}{self._whole}")
        self.updateGeometry()
        self.update()

    def _figures_width(self) -> float:
        size, small, _height, _label = self._measure
        return draw.text_width(self._number, font(size, bold=True)) + draw.text_width(self._whole, font(small))

    def sizeHint(self) -> QSize:
        _size, _small, height, label = self._measure
        width = max(self._figures_width(), draw.text_width(self._label, font(label)))
        return QSize(int(width) + 2, height + 8 + round(label * 1.36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        size, small, height, label = self._measure
        big = font(size, bold=True)
        x = self.width() - self._figures_width() if self._right else 0.0
        # Both sizes stand on one baseline.
        baseline = height / 2 + QFontMetricsF(big).capHeight() / 2
        painter.setFont(big)
        painter.setPen(colour(self._tone))
        painter.drawText(round(x), round(baseline), self._number)
        painter.setFont(font(small))
        painter.setPen(colour("slate"))
        painter.drawText(round(x + draw.text_width(self._number, big)), round(baseline), self._whole)
        align = draw.RIGHT if self._right else draw.LEFT
        beneath = QRectF(0, height, self.width(), self.height() - height)
        draw.text(painter, beneath, self._label, size=label, tone="slate", align=align)
        painter.end()
