"""Takes the scanner's keys out of the stream of all keys, wherever the cursor is, and leaves a person's keys alone.

What is whose is decided by `cmc_desk.rules.scans`; here keys are held back, given on, or forgotten as it says.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from cmc_desk.rules.scans import (
    TERMINATORS,
    Burst,
    HeldKeys,
    ScanSettings,
    ThisKey,
    Verdict,
    deadline,
    expire,
    feed,
    may_be_a_hand,
)
from cmc_desk.ui.replay import copied, press_again
from cmc_desk.ui.typed_text import DECIDES, Judge, is_dictated, is_text_field, what_enter_does

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_OTHERS = (QEvent.Type.MouseButtonPress, QEvent.Type.InputMethod)
_LONE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ENTERS = TERMINATORS - {"\t"}
# A timer that is later than this was kept waiting by something else, and so were the keys.
_LATE_MS = 8.0


def _monotonic_ms() -> float:
    return time.monotonic() * 1000


@dataclass(frozen=True)
class _Held:
    """A key held back, and the control it was meant for; `let` is one that was given on all the same, see `DICTATED`."""

    event: QKeyEvent
    target: QWidget
    let: bool = False


class Scanner(QObject):
    """An event filter of the whole application; `scanned` has the text of a code, `rejected` says that it was too long.

    `clock` returns milliseconds. With `stamped` the system's own time of each key is used, as far as there is one: after a
    pause of the program, keys that waited together must not look like a scan. `typed` tells of a burst that no Enter ended
    whether it is words after all: good typists roll over six letters as quickly as a slow scanner. `text` tells the same of
    any burst into a field that text is typed into (and whether that one is dictated to); there, even the Enter that ends several words is
    the person's. In a field that is dictated to, a text module sends a whole page at the pace of a scanner: what goes on without a pause
    after words goes on being words. Where its Enter saves or decides something, one word with an Enter is a scan all the same, and an Enter
    that would decide is nobody's after words that no hand can have typed.
    """

    scanned = Signal(str)
    rejected = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        settings: ScanSettings | None = None,
        clock: Callable[[], float] = _monotonic_ms,
        stamped: bool = True,
        typed: Callable[[str], bool] | None = None,
        text: Judge | None = None,
    ) -> None:
        super().__init__(app)
        self._typed, self._text = typed or _never, text or _no_text
        self._settings = settings or ScanSettings()
        self._clock = clock
        self._stamped = stamped
        self._offset = math.inf
        self._burst = Burst()
        # When the last key came of what is being dictated without a pause.
        self._dictated_ms = -math.inf
        self._held: list[_Held] = []
        self._forgotten: set[int] = set()
        self._replaying = False
        self._waited = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        app.installEventFilter(self)

    def stop(self) -> None:
        """Give on what is held and take no further keys."""
        self._settle()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def tick(self) -> None:
        """Decide what the pause until now means; the timer calls it."""
        self._burst, verdict = expire(self._burst, at_ms=self._clock(), settings=self._settings)
        self._obey(verdict)

    def _on_timeout(self) -> None:
        # The program was busy: the keys of that time lie in the queue behind this timer and belong before it.
        if not self._waited and self._clock() - deadline(self._burst, self._settings) > _LATE_MS:
            self._waited = True
            self._timer.start(0)
            return
        self.tick()

    def _settle(self) -> None:
        """End what has begun, because something happens that no scanner does."""
        if self._held:
            self._burst, verdict = feed(self._burst, key="", at_ms=self._clock(), settings=self._settings)
            self._obey(verdict)

    def _obey(self, verdict: Verdict, key: str = "") -> bool:
        """Do with the held keys what the verdict says; return whether `key`, which ends them, is a person's too."""
        held, self._held = (self._held, []) if verdict.held is not HeldKeys.KEEP else ([], self._held)
        ended = verdict.key is ThisKey.SWALLOW
        in_field = (
            verdict.held is HeldKeys.SCANNED and bool(held) and self._is_text(verdict, _alive(held[0]), ended=ended)
        )
        by_hand = in_field or (verdict.held is HeldKeys.SCANNED and not ended and self._typed(verdict.text))
        theirs = by_hand and ended and (may_be_a_hand(verdict) or not _decides(_alive(held[0]), key))
        if by_hand and (theirs or verdict.key is ThisKey.NONE):
            # The Enter of a person is not the end of a scan.
            self._burst = Burst()
        if in_field and ended and is_dictated(_alive(held[0])):
            self._dictated_ms = self._clock()
        if verdict.held is HeldKeys.RELEASE or by_hand:
            self._give_on(held)
        else:
            self._forget(held)
        self._watch()
        if verdict.held is HeldKeys.SCANNED and not by_hand:
            self.scanned.emit(verdict.text)
        elif verdict.held is HeldKeys.REJECTED:
            self.rejected.emit()
        return theirs

    def _is_text(self, verdict: Verdict, field: QWidget | None, *, ended: bool) -> bool:
        if is_dictated(field):
            if ended and what_enter_does(field) and len(verdict.text.split()) < 2:
                return False
            return self._text(verdict.text, dictated=True)
        return is_text_field(field) and (not ended or may_be_a_hand(verdict)) and self._text(verdict.text)

    def _goes_on(self, event: QKeyEvent, target: QWidget) -> bool:
        """Say whether a key belongs to words that are dictated without a pause, so that it is nobody's scan."""
        at = self._at(event)
        if is_dictated(target) and at - self._dictated_ms < self._settings.gap_ms:
            self._dictated_ms = at
            return True
        # A page that is longer than any code: it is known by what has come of it.
        held = self._burst.text
        if (
            len(held) == self._settings.longest
            and is_dictated(target)
            and " " in held
            and self._text(held, dictated=True)
        ):
            waiting, self._held, self._burst, self._dictated_ms = self._held, [], Burst(), at
            self._give_on(waiting)
            self._watch()
            return True
        return False

    def _forget(self, held: list[_Held]) -> None:
        # Of a key whose press is forgotten, the release that is still to come is forgotten too.
        for one in held:
            if one.let:
                take_back = getattr(_alive(one), "take_back", None)
                if take_back is not None:
                    take_back(one.event.text())
            elif one.event.type() == QEvent.Type.KeyPress:
                self._forgotten.add(one.event.key())
            else:
                self._forgotten.discard(one.event.key())

    def _watch(self) -> None:
        ends = deadline(self._burst, self._settings)
        self._waited = False
        if ends == math.inf:
            self._timer.stop()
        else:
            self._timer.start(max(0, math.ceil(ends - self._clock())))

    def _give_on(self, held: list[_Held]) -> None:
        self._replaying = True
        try:
            for one in held:
                target = _alive(one)
                if target is not None and not one.let:
                    press_again(one.event, target)
        finally:
            self._replaying = False

    def _at(self, event: QKeyEvent) -> float:
        now = self._clock()
        stamp = event.timestamp()
        if not self._stamped or not stamp:
            return now
        # The system counts from its own beginning. The key that came through fastest tells how far apart both clocks are.
        self._offset = min(self._offset, now - stamp)
        if now - (stamp + self._offset) > 5000:
            self._offset = now - stamp
        return stamp + self._offset

    def _on_release(self, event: QKeyEvent, target: QWidget) -> bool:
        if any(one.event.key() == event.key() and not one.let for one in self._held):
            self._held.append(_Held(copied(event), target))
            return True
        if event.key() in self._forgotten and not event.isAutoRepeat():
            self._forgotten.discard(event.key())
            return True
        return False

    def _on_key(self, event: QKeyEvent, target: QWidget) -> bool:
        key = _fed(event)
        if self._goes_on(event, target):
            if _decides(target, key):
                event.accept()
                self._forgotten.add(event.key())
            return _decides(target, key)
        after, verdict = feed(self._burst, key=key, at_ms=self._at(event), settings=self._settings)
        kept = verdict.key in (ThisKey.HOLD, ThisKey.SWALLOW)
        if event.type() == QEvent.Type.ShortcutOverride and kept:
            # No shortcut may act on a key that may be a scanner's; the key itself follows at once and is judged then.
            event.accept()
            return True
        self._burst = after
        theirs = self._obey(verdict, key)
        if event.type() == QEvent.Type.KeyPress:
            self._forgotten.discard(event.key())
        if theirs:
            # No shortcut was asked when it came, for it might have been a scanner's.
            self._give_on([_Held(copied(event), target)])
            return True
        if verdict.key is ThisKey.HOLD:
            # No shortcut acts on it all the same: it was asked about before, and a field of text takes every letter for itself.
            let = not self._held and is_dictated(target)
            self._held.append(_Held(copied(event), target, let))
            return not let
        if verdict.key is ThisKey.SWALLOW:
            self._forgotten.add(event.key())
        return kept

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _OTHERS and not self._replaying:
            self._settle()
        if kind not in _KEYS or self._replaying or not isinstance(event, QKeyEvent):
            return False
        target = _target()
        # A key that nobody wants wanders up to the window; only its first station counts.
        if target is None or watched is not target or event.key() in _LONE:
            return False
        return self._on_release(event, target) if kind == QEvent.Type.KeyRelease else self._on_key(event, target)


def _decides(field: QWidget | None, key: str) -> bool:
    """Say whether a key is an Enter that decides something."""
    return key in _ENTERS and what_enter_does(field) == DECIDES


def _never(_text: str) -> bool:
    return False


def _no_text(text: str, *, dictated: bool = False) -> bool:
    del text, dictated
    return False


def _alive(held: _Held) -> QWidget | None:
    return held.target if isValid(held.target) else _target()


def _target() -> QWidget | None:
    """Return the control that keys go to."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup
    return QApplication.focusWidget() or QApplication.activeWindow()


def _fed(event: QKeyEvent) -> str:
    """Return what the rule is to be told of a key: its character, a terminator, or nothing for what no scanner sends."""
    text = event.text()
    if event.isAutoRepeat() or len(text) != 1 or event.modifiers() & _COMMAND:
        return ""
    return text if text in TERMINATORS or text.isprintable() else ""
