"""A state in a small box: shape, word and tint, so that it reads in grey."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.shapes import SHAPES
from cmc_desk.ui.theme import font

ChipKind = Literal[
    "good", "warning", "blocks", "notyet", "half", "walkin", "info", "neutral", "absent", "iom", "unhcr", "outline"
]
HEIGHT = 20
_PAD = 7
_SHAPE = 12
_GAP = 4


@dataclass(frozen=True, slots=True)
class ChipLook:
    """What a chip says; `icon` replaces the shape that belongs to its kind (`-` for none)."""

    text: str
    kind: ChipKind = "neutral"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class _Style:
    ground: str
    words: str
    shape: str = ""
    shape_tone: str = ""
    edge: str = ""


_STYLES: dict[ChipKind, _Style] = {
    "good": _Style("leafT", "leaf", "disc-check", "leaf"),
    "warning": _Style("amberT", "amberInk", "triangle", "amber"),
    "blocks": _Style("coralT", "coral", "octagon", "coral"),
    "notyet": _Style("panel", "slate", "ring", "slate", "edge"),
    "half": _Style("lagoon", "sea", "half-disc", "sea"),
    "walkin": _Style("indigoT", "indigo", "square-plus", "indigo"),
    "info": _Style("lagoon", "sea"),
    "neutral": _Style("neutralT", "slate"),
    "absent": _Style("neutralT", "slate", "disc-minus", "slate"),
    "iom": _Style("indigoT", "indigo"),
    "unhcr": _Style("lagoon", "azure"),
    "outline": _Style("panel", "slate", "", "", "edge"),
}


def state_shape(kind: ChipKind) -> tuple[str, str]:
    """Return the shape that belongs to a kind of state and the colour it has; both empty where it has none."""
    style = _STYLES[kind]
    return style.shape, style.shape_tone


def chip_width(look: ChipLook) -> float:
    """Return the width of a chip in px."""
    return _PAD * 2 + (_SHAPE + _GAP if _shape(look) else 0) + round(draw.text_width(look.text, font(12)) + 0.5)


def paint_chip(
    painter: QPainter,
    rect: QRect | QRectF,
    look: ChipLook,
    *,
    selected: bool = False,
    align: Qt.AlignmentFlag = draw.LEFT,
) -> float:
    """Draw a chip into `rect`, its words elided if they must be; return its width.

    In a selected row a chip of the selection's own colour takes the ground of the panel.
    """
    area = QRectF(rect)
    style = _STYLES[look.kind]
    width = min(chip_width(look), area.width())
    x = area.x() if not align & Qt.AlignmentFlag.AlignRight else area.right() - width
    body = QRectF(round(x), round(area.center().y() - HEIGHT / 2), width, HEIGHT)
    ground = "panel" if selected and style.ground == "lagoon" else style.ground
    bare = selected and bool(style.edge)
    draw.box(painter, body, fill="" if bare else ground, edge=style.edge, radius=3)
    left = body.x() + _PAD
    if shape := _shape(look):
        # The drawings leave a margin in their square, the shapes fill it.
        side = _SHAPE if shape in SHAPES else _SHAPE + 2
        mark = QRectF(left - (side - _SHAPE) / 2, body.center().y() - side / 2, side, side)
        icons.paint(painter, mark, shape, style.shape_tone or style.words, ground=ground)
        left += _SHAPE + _GAP
    draw.text(
        painter,
        QRectF(left, body.y(), body.right() - _PAD - left + 1, body.height()),
        look.text,
        size=12,
        tone=style.words,
    )
    return width


def _shape(look: ChipLook) -> str:
    return "" if look.icon == "-" else look.icon or _STYLES[look.kind].shape


class Chip(QWidget):
    """A chip in a layout."""

    def __init__(
        self, text: str = "", kind: ChipKind = "neutral", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = ChipLook("")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_look(ChipLook(text, kind, icon))

    def set_look(self, look: ChipLook) -> None:
        """Show another state; the same again costs nothing."""
        if look == self._look:
            return
        self._look = look
        self.setAccessibleName(look.text)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def look(self) -> ChipLook:
        """Return what the chip says."""
        return self._look

    def sizeHint(self) -> QSize:
        return QSize(int(chip_width(self._look)), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(int(chip_width(self._look)), 48), HEIGHT)

    def resizeEvent(self, _event: object) -> None:
        self.setToolTip(self._look.text if self.width() < int(chip_width(self._look)) else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self._look)
        painter.end()
