"""A key as it stands on the keyboard, beside what it does."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font, hints_shown

_DRAWN = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_NAMED = {"Return": N_("Enter"), "Enter": N_("Enter"), "Space": N_("Space"), "PgDown": N_("PgDn"), "PgUp": N_("PgUp")}
_TURNS = ("Return", "Enter")


def key_text(key: str) -> str:
    """Return what the cap of a shortcut says: `Ctrl+Return` → `Ctrl+Enter`, `Right` → `→`, in the user's language."""
    words = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    last = _last(key)
    shown = _DRAWN.get(last) or (_(_NAMED[last]) if last in _NAMED else "")
    # Qt writes Ctrl and Shift as the system does; only the key itself is named by us.
    return (
        words.removesuffix(QKeySequence(last).toString(QKeySequence.SequenceFormat.NativeText)) + shown
        if shown
        else words
    )


def sequences(key: str) -> list[QKeySequence]:
    """Return the sequences that a key stands for; Enter is the large key and the one on the number pad.

    Raises ValueError for a name that no keyboard has.
    """
    last = _last(key)
    front = key.removesuffix(last)
    made = [QKeySequence(front + turn) for turn in (_TURNS if last in _TURNS else (last,))]
    if not made[0].toString():
        msg = f"no such key: {key}"
        raise ValueError(msg)
    return made


def _last(key: str) -> str:
    return key.rpartition("+")[2] or "+"


def cap_width(words: str, size: int = 11) -> float:
    """Return the width of a cap in px."""
    return max(16.0, round(draw.text_width(words, font(size))) + (12.0 if size > 11 else 10.0))


def cap_height(size: int = 11) -> int:
    """Return the height of a cap in px."""
    return 16 if size <= 11 else 20


def paint_cap(
    painter: QPainter, x: float, middle: float, words: str, *, size: int = 11, tone: str = "slate", edge: str = "edge"
) -> float:
    """Draw a cap whose left edge is at `x` and whose middle is at `middle`; return its width."""
    width, height = cap_width(words, size), cap_height(size)
    rect = QRectF(round(x), round(middle - height / 2), width, height)
    draw.box(painter, rect, edge=edge, radius=3)
    draw.text(painter, rect, words, size=size, tone=tone, align=draw.MIDDLE)
    return width


class KeyCap(QWidget):
    """A key cap on its own; it takes no place while the hints are hidden."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another key; the text stands as it is given."""
        self._text = text
        self.setAccessibleName(_("Key {key}").format(key=text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(cap_width(self._text)), cap_height()) if hints_shown() else QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if hints_shown():
            painter = QPainter(self)
            paint_cap(painter, 0, self.height() / 2, self._text)
            painter.end()
