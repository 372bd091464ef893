"""How much of a whole, as a square bar of 8 or 12 px, in one or several pieces."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw


@dataclass(frozen=True, slots=True)
class BarPiece:
    """A part of a bar: how many, in which colour; `hatched` is contested or over time, `outlined` is open."""

    amount: float
    tone: str = "sea"
    look: Literal["full", "hatched", "outlined"] = "full"


class Bar(QWidget):
    """A bar that says its numbers to screen readers; the words beside it are the page's."""

    def __init__(self, *, name: str, height: int = 8, track: str = "neutralT", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._track = track
        self._pieces: tuple[BarPiece, ...] = ()
        self._whole = 0.0
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_pieces((), 0)

    def set_share(self, amount: float, whole: float, *, tone: str = "sea") -> None:
        """Show `amount` of `whole`."""
        self.set_pieces((BarPiece(amount, tone),), whole)

    def set_pieces(self, pieces: Sequence[BarPiece], whole: float) -> None:
        """Show several pieces of `whole` beside one another."""
        self._pieces, self._whole = tuple(pieces), whole
        done = sum(piece.amount for piece in pieces)
        self.setAccessibleName(f"{self._name}: {done:g} / {whole:g}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.fill(painter, self.rect(), self._track)
        x = 0.0
        for piece in self._pieces:
            share = piece.amount / self._whole if self._whole > 0 else 0.0
            width = min(self.width() - x, self.width() * share)
            # Something is never painted as nothing.
            _paint_piece(painter, QRectF(x, 0, max(width, 2.0) if piece.amount > 0 else 0.0, self.height()), piece)
            x += width
        painter.end()


def _paint_piece(painter: QPainter, rect: QRectF, piece: BarPiece) -> None:
    if rect.width() <= 0:
        return
    if piece.look == "outlined":
        draw.box(painter, rect, fill="panel", edge="edge", radius=0)
        return
    if piece.look == "full":
        draw.fill(painter, rect, piece.tone)
        return
    painter.save()
    painter.setClipRect(rect)
    draw.fill(painter, rect, "panel")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(piece.tone), 4))
    x = rect.x() - rect.height()
    while x < rect.right() + rect.height():
        painter.drawLine(QPointF(x, rect.top() - 2), QPointF(x + rect.height() + 4, rect.bottom() + 2))
        x += 9
    painter.restore()
