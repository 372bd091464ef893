"""Hands that type a script: every stroke is a key event in the window of the program, and comes after the pace of a person."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.key_script import Stroke
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.key_time import KeyTime
from cmc_desk.ui.replay import press_again
from cmc_desk.ui.timers import after_rest

# What keyboards have keys for; everything else comes from an input method.
_LAST_KEY = 0xFF
_NO_BREAK = "\u00a0"


class Hands(QObject):
    """`done` comes after every stroke, `ended` after the last; with `time` nobody waits, and that time passes instead."""

    done = Signal(object)
    ended = Signal()

    def __init__(
        self, window: QWidget, strokes: Sequence[Stroke], *, gap: float, time: KeyTime | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._strokes = iter(strokes)
        self._gap = gap
        self._time = time
        self._next = after_rest(0, self._on_next, self)
        self._next.setTimerType(Qt.TimerType.PreciseTimer)

    def begin(self) -> None:
        """Type the first stroke as soon as the window has nothing else to do."""
        self._next.start(0)

    def stop(self) -> None:
        """Type no further stroke."""
        self._next.stop()

    def _on_next(self) -> None:
        stroke = next(self._strokes, None)
        if stroke is None:
            self.ended.emit()
            return
        if stroke.letter:
            _type(self._window, stroke.letter)
        elif stroke.key:
            _press(self._window, combination(stroke))
        self.done.emit(stroke)
        rest = self._gap + stroke.wait
        if self._time is None:
            self._next.start(round(rest))
        else:
            self._time.pass_by(rest)
            self._next.start(0)


def combination(stroke: Stroke) -> QKeyCombination:
    """Return the keys that a stroke names; raises Refusal if no keyboard has them."""
    keys = QKeySequence(stroke.key)
    # Its types say nothing of it, but a sequence has its combinations by number.
    found: QKeyCombination | None = keys[0] if keys.count() == 1 else None  # type: ignore[index] # see above
    if found is None or found.key() == Qt.Key.Key_unknown:
        raise Refusal(
            _("Line {number} of the script: no keyboard has the key “{key}”.").format(
                number=stroke.line, key=stroke.key
            )
        )
    return found


def _type(window: QWidget, letter: str) -> None:
    if ord(letter) > _LAST_KEY or letter == _NO_BREAK or not letter.isprintable():
        composed = QInputMethodEvent()
        composed.setCommitString(letter)
        QApplication.sendEvent(_where(window), composed)
        return
    modifiers = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else Qt.KeyboardModifier.NoModifier
    _press(window, QKeyCombination(modifiers, Qt.Key(ord(letter.upper()))), letter)


def _press(window: QWidget, keys: QKeyCombination, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        press_again(QKeyEvent(kind, keys.key(), keys.keyboardModifiers(), text), _where(window))


def _where(window: QWidget) -> QWidget:
    # Not the focus of the program: on a desktop that is in use, another window may have it.
    return window.focusWidget() or window
