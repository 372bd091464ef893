"""The last thing that happened, in one line, with its Undo; never a dialog."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import cap_width, paint_cap
from cmc_desk.ui.parts.runs import Run, RunLine
from cmc_desk.ui.theme import font, hints_shown

HEIGHT = 36
MessageKind = Literal["notice", "amber", "coral", "quiet"]
# ground, bar, shape, words
_LOOKS: dict[MessageKind, tuple[str, str, str, str]] = {
    "notice": ("lagoon", "sea", "disc-check", "ink"),
    "amber": ("amberT", "amber", "triangle", "ink"),
    "coral": ("coralT", "coral", "octagon", "ink"),
    "quiet": ("panel", "", "", "slate"),
}


@dataclass(frozen=True, slots=True)
class Hint:
    """A permanent word at the right of the strip, with an icon or a key before it."""

    text: str
    icon: str = ""
    key: str = ""


class MessageStrip(QWidget):
    """One line: notice (done), amber (nothing changed), coral (not saved), quiet (nothing to say but a remark)."""

    undo_asked = Signal()

    def __init__(self, *, undo_key: str = "Ctrl+Z", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: MessageKind = "quiet"
        self._line = RunLine((), size=13, parent=self)
        self._undo = DeskButton(_("Undo"), key=undo_key, kind="quiet", size="tight", parent=self)
        self._undo.clicked.connect(self.undo_asked)
        self._undo.hide()
        self._hints = _Hints(self)
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(42, 1, 16, 0)
        row.setSpacing(10)
        row.addWidget(self._line)
        row.addWidget(self._undo)
        row.addStretch(1)
        row.addWidget(self._hints)
        self._line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_message(
        self, kind: MessageKind, before: str, bold: str = "", after: str = "", *, undo: bool = False
    ) -> None:
        """Show a message; `bold` is set off in it, such as the name of the person. Nothing is read as markup."""
        self._kind = kind
        _ground, bar, _shape, tone = _LOOKS[kind]
        self._line.set_runs((Run(before, tone=tone), Run(bold, bold=True), Run(after, tone=tone)))
        self._undo.setVisible(undo)
        row = self.layout()
        if row is not None:
            row.setContentsMargins(42 if bar else 16, 1, 16, 0)
        words = before + bold + after
        self.setAccessibleName(words)
        if words:
            # What happened is said aloud without taking the keyboard from where it is.
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.update()

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Show these words at the right edge, whatever the message is."""
        self._hints.set_hints(hints)

    def sizeHint(self) -> QSize:
        return QSize(640, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, bar, shape, _tone = _LOOKS[self._kind]
        draw.fill(painter, self.rect(), ground)
        draw.across(painter, 0, self.width(), 0)
        if bar:
            draw.fill(painter, QRectF(0, 0, 4, HEIGHT), bar)
            icons.paint(painter, QRectF(16, 11, 16, 16), shape, bar, ground=ground)
        painter.end()


class _Hints(QWidget):
    """The words at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hints: tuple[Hint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_hints(self, hints: Sequence[Hint]) -> None:
        self._hints = tuple(hints)
        self.setAccessibleName(", ".join(f"{hint.key} {hint.text}".strip() for hint in self._hints))
        self.updateGeometry()
        self.update()

    def _shown(self) -> tuple[Hint, ...]:
        return self._hints if hints_shown() else tuple(hint for hint in self._hints if not hint.key)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        return QSize(int(sum(_hint_width(hint) for hint in shown) + 12 * max(0, len(shown) - 1)) + 1, HEIGHT - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        x, middle = 0.0, self.height() / 2
        for hint in self._shown():
            wide = _hint_width(hint)
            words = QRectF(x, 0, wide + 1, self.height())
            if hint.icon:
                icons.paint(painter, QRectF(round(x), round(middle - 7), 14, 14), hint.icon, "slate")
                words.adjust(19, 0, 0, 0)
            elif hint.key:
                words.adjust(paint_cap(painter, x, middle, hint.key) + 4, 0, 0, 0)
            draw.text(painter, words, hint.text, size=12, tone="slate")
            x += wide + 12
        painter.end()


def _hint_width(hint: Hint) -> float:
    front = 19 if hint.icon else cap_width(hint.key) + 4 if hint.key else 0
    return front + draw.text_width(hint.text, font(12)) + 1
