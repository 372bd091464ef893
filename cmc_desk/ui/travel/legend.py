"""What the marks of the seat wall mean, in one line beneath it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui import icons
from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font
from cmc_desk.ui.travel.tiles import SIGN_TONES, Stripe
from cmc_desk.ui.travel.wall_paint import STRIPE, paint_stripes

_SIZE, _GAP = 12, 9


class Legend(QWidget):
    """The stripes of the agencies, then the signs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stripes: tuple[Stripe, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_agencies(())

    def set_agencies(self, stripes: Sequence[Stripe]) -> None:
        """Show the marks of these agencies."""
        self._stripes = tuple(stripes)
        self.setAccessibleName(", ".join(words for _mark, words in self._entries()))
        self.updateGeometry()
        self.update()

    def _entries(self) -> tuple[tuple[str, str], ...]:
        return (
            *((stripe.agency, stripe.agency) for stripe in self._stripes),
            ("triangle", _("due within 48 h")),
            ("octagon", _("blocks travel")),
            ("dot", _("a wish of the sponsors")),
        )

    def sizeHint(self) -> QSize:
        words = sum(draw.text_width(words, font(_SIZE)) + 18 + _GAP for _mark, words in self._entries())
        return QSize(int(words - _GAP) + 2, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        looks = {stripe.agency: stripe for stripe in self._stripes}
        x, middle = 0.0, self.height() / 2
        for mark, words in self._entries():
            if mark in looks:
                paint_stripes(painter, QRectF(x + 4, middle - 7, STRIPE, 14), (looks[mark],))
            elif mark in SIGN_TONES:
                icons.paint(painter, QRectF(x, middle - 6, 12, 12), mark, SIGN_TONES[mark])
            else:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(colour("amber"))
                painter.setBrush(colour("amber"))
                painter.drawEllipse(QRectF(x + 3, middle - 3, 6, 6))
            wide = draw.text_width(words, font(_SIZE)) + 2
            draw.text(painter, QRectF(x + 17, 0, wide, self.height()), words, size=_SIZE, tone="slate")
            x += wide + 16 + _GAP
        painter.end()
