"""The line beneath the text: the keys, or what is wrong, or what may be meant by a word; at the right how long the text is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.keycap import cap_width, paint_cap
from cmc_desk.ui.theme import font, hints_shown

_HEIGHT, _GAP = 20, 14


@dataclass(frozen=True, slots=True)
class FootHint:
    """A key and what it does; without a key words alone, `tone` and `bold` make them louder."""

    words: str
    key: str = ""
    tone: str = "slate"
    bold: bool = False


class FootLine(QWidget):
    """What is shown instead of the usual hints goes when `show_hints(())` is called."""

    def __init__(self, usual: Sequence[FootHint], *, parent: QWidget) -> None:
        super().__init__(parent)
        self._usual = tuple(usual)
        self._instead: tuple[FootHint, ...] = ()
        self._right = ""
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def show_hints(self, hints: Sequence[FootHint]) -> None:
        """Show these instead of the usual ones; none brings those back."""
        if tuple(hints) != self._instead:
            self._instead = tuple(hints)
            self._name()

    def set_right(self, words: str) -> None:
        """Show how long the text is."""
        if words != self._right:
            self._right = words
            self._name()

    def words(self) -> str:
        """Return what is shown at the left."""
        return "  ".join(f"{hint.key} {hint.words}".strip() for hint in self._instead or self._usual)

    def _name(self) -> None:
        name = ", ".join(part for part in (self.words(), self._right) if part)
        self.setAccessibleName(name)
        self.setToolTip("  ".join(hint.words for hint in self._instead))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        right = draw.text_width(self._right, font(12)) + _GAP
        area = QRectF(self.width() - right + _GAP, 0, right - _GAP + 1, _HEIGHT)
        draw.text(painter, area, self._right, size=12, tone="slate")
        x, end = 0.0, self.width() - right
        for hint in self._instead or (self._usual if hints_shown() else ()):
            if hint.key:
                if x + cap_width(hint.key) > end:
                    break
                x += paint_cap(painter, x, _HEIGHT / 2, hint.key) + 6
            room = min(draw.text_width(hint.words, font(12, bold=hint.bold)), end - x)
            if room <= 0:
                break
            draw.text(painter, QRectF(x, 0, room + 1, _HEIGHT), hint.words, size=12, bold=hint.bold, tone=hint.tone)
            x += room + _GAP
        painter.end()
