"""The message strip of the main window: a defect of the program offers its details for copying."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Message
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.message_strip import MessageStrip

COPY_KEY = "Ctrl+Shift+C"
# Of what was kept elsewhere when the meeting file could not be written.
OFFER_KEY = "Ctrl+Shift+Y"


class DeskStrip(MessageStrip):
    """Shows messages and defects; the next message takes the place of either. `act_asked` is what a message offers."""

    act_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._details = ""
        self._copy = DeskButton(_("Copy details"), key=COPY_KEY, kind="quiet", size="tight", parent=self)
        self._copy.clicked.connect(self._on_copy)
        self._copy.hide()
        # Its owner binds the key, which goes on when another message stands here.
        self._act = DeskButton("", kind="quiet", size="tight", bind=False, parent=self)
        self._act.clicked.connect(self.act_asked)
        self._act.hide()
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            for button in (self._copy, self._act):
                row.insertWidget(2, button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_message(self, message: Message) -> None:
        """Show a message of a page."""
        self._copy.hide()
        self._act.setVisible(bool(message.act))
        self._act.set_text(message.act)
        self._act.set_key(message.act_key)
        self.set_message(message.kind, message.before, message.bold, message.after, undo=message.undo)

    def show_defect(self, details: str) -> None:
        """Say that something in the program went wrong; the details go to the clipboard on demand."""
        self._details = details
        self.set_message(
            "coral",
            _("Something in the program went wrong; what was saved is safe. "),
            "",
            _("Go on, and pass the details on."),
        )
        self._copy.show()
        self._act.hide()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._copy.hide()
        self.set_message("notice", _("The details are on the clipboard; they name no participant."))
