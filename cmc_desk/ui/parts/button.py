"""A button that shows the key that presses it."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.focus_ring import ringed
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.fitted import in_two
from cmc_desk.ui.parts.keycap import cap_width, key_text, paint_cap, sequences
from cmc_desk.ui.theme import font, hints_shown

ButtonKind = Literal["plain", "primary", "outline", "soft", "danger", "quiet"]
ButtonSize = Literal["tight", "small", "normal", "medium", "big"]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class _Look:
    """Colours of a kind: its ground, the ground under the pointer, its edge, its words."""

    ground: str
    hover: str
    edge: str
    words: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Measure:
    height: int
    text: int
    pad: int
    icon: int
    cap: int = 11


_LOOKS: dict[ButtonKind, _Look] = {
    "plain": _Look("panel", "lagoon2", "edge", "ink"),
    "primary": _Look("sea", "seaHover", "", "onPrimary", bold=True),
    "outline": _Look("panel", "lagoon2", "sea", "sea", bold=True),
    "soft": _Look("lagoon", "lagoon2", "sea", "sea", bold=True),
    "danger": _Look("panel", "coralT", "coral", "coral"),
    "quiet": _Look("", "", "", "sea", bold=True),
}
_MEASURES: dict[ButtonSize, _Measure] = {
    "tight": _Measure(24, 13, 6, 14),
    "small": _Measure(26, 12, 8, 14),
    "normal": _Measure(32, 14, 12, 16),
    "medium": _Measure(40, 14, 14, 18),
    "big": _Measure(56, 20, 16, 22, cap=13),
}
_GAP = 8
# So high a button has room for two lines.
_TWO_LINES = 40


class DeskButton(QAbstractButton):
    """A button painted by us, with its key bound while it can be seen and pressed.

    `show_key=False` is for a button that has no room for its cap and says its key in the tooltip; `bind=False` for one whose
    key is bound by its page, which knows when it must not act. It takes the keyboard by Tab only, so that a click leaves the
    cursor in the field that rules the desk. A checked button looks chosen (`soft`).
    """

    def __init__(
        self,
        text: str = "",
        *,
        key: str = "",
        icon: str = "",
        kind: ButtonKind = "plain",
        size: ButtonSize = "normal",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        show_key: bool = True,
        bind: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._kind = kind
        self._measure = _MEASURES[size]
        self._align = align
        self._show_key = show_key
        self._bind = bind
        self._cap = ""
        self._shortcut = QShortcut(self)
        self._shortcut.setAutoRepeat(False)
        self._shortcut.activated.connect(self.click)
        ringed(self)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        self.set_key(key)

    def set_text(self, text: str) -> None:
        """Show other words; a button without words needs an accessible name of its own."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._changed()

    def set_key(self, key: str) -> None:
        """Bind another key and show it; an empty text binds none."""
        self._shortcut.setKeys(sequences(key) if key and self._bind else [])
        self._cap = key_text(key) if key and self._show_key else ""
        self._changed()

    def set_kind(self, kind: ButtonKind) -> None:
        """Give the button another weight."""
        self._kind = kind
        self._changed()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._changed()

    def allow(self, *, why_not: str = "") -> None:
        """Let the button be pressed, or say in one sentence why it cannot be."""
        self.setEnabled(not why_not)
        self.setToolTip(why_not)
        self.setAccessibleDescription(why_not)

    def _changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _look(self) -> _Look:
        return _LOOKS["soft" if self.isChecked() else self._kind]

    def _content_width(self, *, icon: bool = True, cap: bool = True) -> float:
        measure = self._measure
        parts = []
        if self._icon and icon:
            parts.append(float(measure.icon))
        if words := self.text().replace("&&", "&"):
            bold = self._look().bold or self.isCheckable()
            parts.append(draw.text_width(words, font(measure.text, bold=bold)))
        if self._cap and hints_shown() and cap:
            parts.append(cap_width(self._cap, measure.cap))
        return sum(parts) + _GAP * max(0, len(parts) - 1)

    def sizeHint(self) -> QSize:
        pad = 0 if self._kind == "quiet" and self.text() else self._measure.pad
        return QSize(int(self._content_width() + 1) + 2 * pad, self._measure.height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look, tone, cap_tone = self._look(), self._look().words, ""
        if not self.isEnabled():
            tone, cap_tone = "faint", "faint"
            draw.box(painter, self.rect(), edge="" if self._kind == "quiet" else "line")
        elif look.ground:
            ground = look.hover if self.underMouse() or self.isDown() else look.ground
            draw.box(painter, self.rect(), fill=ground, edge=look.edge)
        if self._kind == "quiet" and not self.text():
            tone = "sea" if self.underMouse() else "slate"
        self._paint_content(painter, tone=tone, bold=look.bold, cap_tone=cap_tone)
        painter.end()

    def _paint_content(self, painter: QPainter, *, tone: str, bold: bool, cap_tone: str) -> None:
        measure, middle = self._measure, self.height() / 2
        pad = 0 if self._kind == "quiet" else measure.pad
        left = float(pad)
        icon, cap = self._room_for(self.width() - 2 * pad)
        if self._align & Qt.AlignmentFlag.AlignHCenter:
            left = max(left, (self.width() - self._content_width(icon=icon, cap=cap)) / 2)
        x = left
        if self._icon and icon:
            icons.paint(
                painter,
                QRectF(round(x), round(middle - measure.icon / 2), measure.icon, measure.icon),
                self._icon,
                tone,
            )
            x += measure.icon + _GAP
        cap_room = cap_width(self._cap, measure.cap) + _GAP if self._cap and hints_shown() and cap else 0
        if words := self.text().replace("&&", "&"):
            room = QRectF(x, 0, max(0.0, self.width() - x - cap_room - pad), self.height())
            x += _paint_words(painter, room, words, size=measure.text, bold=bold, tone=tone) + _GAP
        if cap_room:
            primary = self._kind == "primary" and self.isEnabled()
            ink = cap_tone or (tone if primary else "slate")
            paint_cap(
                painter,
                x,
                middle,
                self._cap,
                size=measure.cap,
                tone=ink,
                edge="onPrimary" if primary else "line" if cap_tone else "edge",
            )

    def _room_for(self, width: float) -> tuple[bool, bool]:
        """Return whether there is room for icon and cap beside the words: where a layout is too narrow for all, words come first.

        What F1 and the tooltip say is not lost; half a word is. Where it is high enough words take two lines before anything goes.
        """
        if not self.text() or self.height() >= _TWO_LINES:
            return True, True
        for icon, cap in ((True, True), (False, True)):
            if self._content_width(icon=icon, cap=cap) <= width + 0.5:
                return icon, cap
        return False, False

    def event(self, event: QEvent) -> bool:
        # Whoever has walked to a button means this button, also where Enter belongs to another one of the page.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._presses(event):
            event.accept()
            return True
        return super().event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Whoever clicks twice means the button once, and not the one that has come to lie under the mouse meanwhile.
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._presses(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def _presses(self, event: QKeyEvent) -> bool:
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        return self.hasFocus() and bare and event.key() in _ENTER and not event.isAutoRepeat()


def _paint_words(painter: QPainter, room: QRectF, words: str, *, size: int, bold: bool, tone: str) -> float:
    """Draw words in one line, or in two smaller ones where they are too long and the button is high; return their width."""
    face = font(size, bold=bold)
    wide = draw.text_width(words, face)
    if wide <= room.width() + 0.5 or room.height() < _TWO_LINES:
        draw.text(painter, room, words, size=size, bold=bold, tone=tone)
        return min(room.width(), wide)
    small = font(size - 1, bold=bold)
    lines = in_two(words, small, room.width())
    if len(lines) == 1:
        draw.text(painter, room, words, size=size - 1, bold=bold, tone=tone)
        return min(room.width(), draw.text_width(words, small))
    tall = room.height() / 2 - 2
    for place, line in enumerate(lines):
        where = QRectF(room.x(), 2 + place * tall, room.width(), tall)
        draw.text(painter, where, line, size=size - 1, bold=bold, tone=tone)
    return room.width()
