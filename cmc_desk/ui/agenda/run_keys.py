"""The single keys of the Run mode: they act while nobody is typing, and never on what somebody types."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from cmc_desk.ui.parts.keycap import sequences

_TYPED_INTO = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_COMMANDS = ("Alt+", "Ctrl+")
SPACE = "Space"
# What was passed over: every letter alone has a meaning of its own.
START_PASSED, SKIP_PASSED = "Shift+S", "Shift+K"


@dataclass(frozen=True, slots=True)
class RunKey:
    """A key of the Run mode: what it does in the words of its button, what it calls, and more words for F1 where the button has few."""

    key: str
    words: str
    act: Callable[[], object]
    full: str = ""


# A field beside a table, which is left at any time, says so: keys with Alt or Ctrl are no text and act there too.
LETS_KEYS_OUT = "lets_keys_out"


def is_typing() -> bool:
    """Say whether the keyboard belongs to a field in which text is typed."""
    return isinstance(QApplication.focusWidget(), _TYPED_INTO)


class RunKeys(QObject):
    """Binds the keys to a view: they act while it is shown and nobody types.

    Whoever has walked to a button by Tab and presses Space means that button.
    """

    def __init__(self, view: QWidget, keys: tuple[RunKey, ...]) -> None:
        super().__init__(view)
        self._view = view
        self.keys = keys
        self._acts: dict[QShortcut, RunKey] = {}
        for key in keys:
            shortcut = QShortcut(view)
            shortcut.setKeys(sequences(key.key))
            # A key that is held down starts one item, not ten.
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._on_pressed)
            self._acts[shortcut] = key

    def set_enabled(self, *, enabled: bool) -> None:
        """Let the keys act, or leave them to a form that stands in the view meanwhile."""
        for shortcut in self._acts:
            shortcut.setEnabled(enabled)

    def _on_pressed(self) -> None:
        shortcut = self.sender()
        if not isinstance(shortcut, QShortcut):
            return
        run = self._acts[shortcut]
        focused = QApplication.focusWidget()
        if is_typing() and not (run.key.startswith(_COMMANDS) and focused and focused.property(LETS_KEYS_OUT)):
            return
        if run.key == SPACE and isinstance(focused, QAbstractButton):
            focused.click()
            return
        if isinstance(focused, QAbstractButton) and self._view.isAncestorOf(focused):
            # Whoever has pressed another key meanwhile does not mean that button any more.
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        run.act()
