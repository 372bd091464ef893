"""What stands in place of the buttons while papers are being made or printed: what is done, how far it is, and Cancel."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.bars import Bar
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.text import Text

CANCEL_KEY = "Alt+C"


class BusyRow(QWidget):
    """`cancel_asked` is the wish to stop: it is said at once that it was heard, for what goes on stops where it can."""

    cancel_asked = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stopping = False
        self.working = Text(size=12, tone="slate", parent=self)
        self.bar = Bar(name=name, track="sandTrack", parent=self)
        self.cancel = DeskButton(_("Cancel"), key=CANCEL_KEY, size="small", parent=self)
        self.cancel.clicked.connect(self._on_cancel)
        running = QHBoxLayout()
        running.setSpacing(8)
        running.addWidget(self.bar, 1)
        running.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.working)
        column.addLayout(running)
        self.hide()

    def show_progress(self, words: str, done: int, whole: int) -> None:
        """Show what is being done, and how far it is."""
        if not self._stopping:
            self.working.setText(words)
        self.bar.set_share(done, max(whole, 1))
        self.show()

    def show_stopping(self) -> None:
        """Show that it stops as soon as that can be done."""
        self._stopping = True
        self.working.setText(_("Stopping …"))
        self.cancel.allow(why_not=_("Stopping …"))

    def show_rest(self) -> None:
        """Show nothing any more; what begins next can be stopped."""
        self._stopping = False
        self.cancel.allow()
        self.hide()

    def _on_cancel(self) -> None:
        self.show_stopping()
        self.cancel_asked.emit()
