"""Says that the running item really began earlier or later than its key was pressed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane


class LateBar(Pane):
    """Two fields above the rundown; Enter saves, Esc goes back."""

    saved = Signal(str, str)
    left = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="b", parent=parent)
        self._time, self._reason = QLineEdit(), QLineEdit()
        self.time = Field(_("It really began at"), self._time, hint=_("9, 930 or 9:30"))
        self.time.setFixedWidth(220)
        self.reason = Field(_("Why it is corrected"), self._reason, hint=_("is kept with the record"))
        self.save_button = DeskButton(_("Correct"), key="Ctrl+S", icon="check", kind="primary")
        self.save_button.clicked.connect(self._on_saved)
        back = DeskButton(_("Back"), key="Esc")
        back.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 4)
        row.setSpacing(12)
        row.addWidget(self.time)
        row.addWidget(self.reason, 1)
        row.addWidget(self.save_button)
        row.addWidget(back)
        self.hide()

    def open(self, began: str) -> None:
        """Ask when the running item really began; `began` is what was recorded."""
        self._time.setText(began)
        self._reason.setText(_("began before the key was pressed"))
        for field in (self.time, self.reason):
            field.set_problem("")
        self.show()
        self._time.setFocus(Qt.FocusReason.OtherFocusReason)
        self._time.selectAll()

    def blame(self, refusal: Refusal) -> None:
        """Show a refusal beside its field."""
        field = self.reason if refusal.field == "reason" else self.time
        field.set_problem(refusal.sentence)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_saved(self) -> None:
        self.saved.emit(self._time.text(), self._reason.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._on_saved()
        else:
            super().keyPressEvent(event)
