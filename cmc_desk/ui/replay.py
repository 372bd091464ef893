"""Presses a key again that was held back: it does what it would have done, a shortcut included."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def press_again(event: QKeyEvent, target: QWidget) -> None:
    """Deliver a KeyPress or KeyRelease to `target` as the system does: first ask it, then the shortcuts, then press.

    Qt looks for shortcuts before a key becomes an event, so that for an event sent again nobody would look.
    """
    if event.type() == QEvent.Type.KeyPress and _shortcut_acts(event, target):
        return
    QApplication.sendEvent(target, event)


def copied(event: QKeyEvent) -> QKeyEvent:
    """Return a key that can be kept: Qt takes its own away when it was handled."""
    return QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )


def _shortcut_acts(event: QKeyEvent, target: QWidget) -> bool:
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text())
    asked.ignore()
    QApplication.sendEvent(target, asked)
    if asked.isAccepted():
        return False
    wanted = _sequences(event)
    window = target.window()
    for shortcut in window.findChildren(QShortcut):
        if shortcut.isEnabled() and _reaches(shortcut, target) and _among(shortcut.keys(), wanted):
            shortcut.activated.emit()
            return True
    for action in window.findChildren(QAction):
        if action.isEnabled() and action.isVisible() and _among(action.shortcuts(), wanted):
            action.trigger()
            return True
    return False


def _sequences(event: QKeyEvent) -> list[QKeySequence]:
    key = Qt.Key(event.key())
    wanted = [QKeySequence(QKeyCombination(event.modifiers(), key))]
    # `?` and `!` need Shift on many keyboards; the shortcut is the sign, however it is typed.
    if not event.text().isalnum():
        wanted.append(QKeySequence(QKeyCombination(Qt.KeyboardModifier.NoModifier, key)))
    return wanted


def _among(keys: Sequence[QKeySequence], wanted: Sequence[QKeySequence]) -> bool:
    return any(key in wanted for key in keys)


def _reaches(shortcut: QShortcut, target: QWidget) -> bool:
    holder = shortcut.parent()
    if not isinstance(holder, QWidget) or not holder.isVisible() or not holder.isEnabled():
        return False
    context = shortcut.context()
    if context == Qt.ShortcutContext.WidgetShortcut:
        return holder is target
    if context == Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return holder is target or holder.isAncestorOf(target)
    return True
