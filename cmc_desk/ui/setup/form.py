"""The form at the right of a table: named fields, what was typed against what stands there, refusals beside the field."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.setup.host_names import HostNames
from cmc_desk.ui.setup.tick_group import TickGroup

Value = Any
_WIDTH = 372
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A field, how it is read, and how it is filled."""

    field: Field
    read: Callable[[], Value]
    write: Callable[[Value], None]


class Form(Pane):
    """Fields beneath one another; Enter and Ctrl+S save, Esc puts back what stood there."""

    saved = Signal()
    removed = Signal()
    left = Signal()

    def __init__(self, title: str, *, side: bool = True, removes: bool = True, parent: QWidget | None = None) -> None:
        super().__init__("sand" if side else "panel", lines="l" if side else "", parent=parent)
        if side:
            self.setFixedWidth(_WIDTH)
        self.setAccessibleName(title)
        self._entries: dict[str, _Entry] = {}
        self._before: dict[str, Value] = {}
        self.head = PaneHead(title, side=side)
        self.save_button = DeskButton(_("Save"), key="Ctrl+S", icon="check", kind="primary")
        self.save_button.clicked.connect(self.saved)
        self.remove_button = DeskButton(_("Remove"), key="Alt+Delete", kind="danger")
        self.remove_button.clicked.connect(self.removed)
        if not removes:
            # Said to be visible before it has a place, it would be a window of its own for a moment, and take the keyboard.
            self.remove_button.hide()
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(16, 14, 16, 8)
        self._body.setSpacing(6)
        self._body.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        foot = Pane("sand" if side else "panel", lines="t")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(16, 12, 16, 12)
        buttons.setSpacing(12)
        buttons.addWidget(self.save_button)
        buttons.addStretch()
        buttons.addWidget(self.remove_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1 if side else 0, 0, 0, 0)
        whole.setSpacing(0)
        if side:
            whole.addWidget(self.head)
        whole.addWidget(scroll, 1)
        whole.addWidget(foot)

    def add(self, *fields: tuple[str, Field], shares: tuple[int, ...] = ()) -> None:
        """Add fields, side by side; each has the name that refusals have for it."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for place, (name, field) in enumerate(fields):
            self.know(name, field, *_ways(field.editor))
            row.addWidget(field, shares[place] if shares else 1, Qt.AlignmentFlag.AlignTop)
        self._body.insertLayout(self._body.count() - 1, row)

    def know(self, name: str, field: Field, read: Callable[[], Value], write: Callable[[Value], None]) -> None:
        """Read, fill and blame a field that stands in a widget of its own."""
        self._entries[name] = _Entry(field, read, write)

    def add_widget(self, widget: QWidget) -> None:
        """Add something beneath the fields so far."""
        self._body.insertWidget(self._body.count() - 1, widget)

    def field(self, name: str) -> Field:
        """Return a field by its name."""
        return self._entries[name].field

    def values(self) -> dict[str, Value]:
        """Return what stands in the fields now."""
        return {name: entry.read() for name, entry in self._entries.items()}

    def fill(self, values: dict[str, Value]) -> None:
        """Show what stands in the meeting; earlier problems are forgotten."""
        for name, entry in self._entries.items():
            entry.write(values[name])
        self._before = self.values()
        self.clear_problems()

    def is_changed(self) -> bool:
        """Say whether something was typed that is not saved."""
        return self.values() != self._before

    def changes(self) -> dict[str, Value]:
        """Return what was typed otherwise than it stood there."""
        return {name: value for name, value in self.values().items() if value != self._before[name]}

    def clear_problems(self) -> None:
        """Forget what was wrong."""
        for entry in self._entries.values():
            entry.field.set_problem("")

    def blame(self, refusal: Refusal) -> bool:
        """Show a refusal beside its field and go there; say whether there is such a field."""
        entry = self._entries.get(refusal.field)
        if entry is None or not entry.field.isVisibleTo(self):
            return False
        entry.field.set_problem(refusal.sentence)
        entry.field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.saved.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _ways(editor: QWidget) -> tuple[Callable[[], Value], Callable[[Value], None]]:
    """Return how an editor of ours is read and filled."""
    match editor:
        case QLineEdit():
            return lambda: editor.text().strip(), lambda value: _show_beginning(editor, str(value))
        case QPlainTextEdit():
            return (
                lambda: tuple(line.strip() for line in editor.toPlainText().splitlines() if line.strip()),
                lambda value: editor.setPlainText("\n".join(value)),
            )
        case Combo():
            return editor.key, editor.set_key
        case Tick():
            return editor.isChecked, editor.setChecked
        case HostNames():
            return editor.names, editor.set_names
        case TickGroup():
            return editor.keys, editor.set_keys
    raise TypeError(type(editor).__name__)


def _show_beginning(editor: QLineEdit, text: str) -> None:
    # Of a long title the beginning is known by heart, not the end.
    editor.setText(text)
    editor.setCursorPosition(0)
