"""The line in which a note for the desk is typed; it stays with its person whoever is scanned meanwhile."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.registration.commands_first import CommandsFirst

_OWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class NoteRow(QWidget):
    """Enter saves and Esc leaves, whatever these keys mean on the page around it."""

    opened = Signal()
    saved = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._participant = ""
        self.edit = _Line(self)
        self._field = Field(_("Note for the desk"), self.edit, parent=self)
        save = DeskButton(_("Save note"), icon="note", size="medium", parent=self)
        self.edit.entered.connect(self._on_entered)
        self.edit.left.connect(self.close_again)
        save.clicked.connect(self._on_entered)
        CommandsFirst(self.edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._field, 1)
        row.addWidget(save)
        self.hide()

    def open_for(self, participant: str, name: str) -> None:
        """Take a note about somebody; one that was begun about the same person goes on."""
        if participant != self._participant:
            self.edit.clear()
        self._participant = participant
        self._field.set_label(_("Note about {name} · Enter saves, Esc leaves").format(name=name))
        self._field.set_problem("")
        self.show()
        self.opened.emit()
        self.edit.setFocus()

    def say_problem(self, sentence: str) -> None:
        """Say what is wrong with the note."""
        self._field.set_problem(sentence)

    def is_busy(self) -> bool:
        """Say whether a note is being typed."""
        return self.isVisible()

    def close_again(self) -> None:
        """Leave the note; nothing of it is kept."""
        self._participant = ""
        self.edit.clear()
        self.hide()
        self.left.emit()

    def _on_entered(self) -> None:
        self.saved.emit(self._participant, self.edit.text())


class _Line(QLineEdit):
    """A line that keeps Enter and Esc for itself."""

    entered = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OWN:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _OWN:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not event.isAutoRepeat():
            self.entered.emit()
