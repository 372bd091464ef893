"""A list that is sent to somebody: its next version, what has changed since the last, and to whom it goes now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmc_desk.desk.manifest import send_list
from cmc_desk.desk.sent_lists import Sent
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.rules.sent_lists import ListKind
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.theme import font


class SentRow(Pane):
    """Nothing is sent by the program itself: it keeps what was sent, so that the next version can say what has changed."""

    sent = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="t", parent=parent)
        self._context = context
        self._kind = ListKind.ROOMING
        self.words = Text(size=13)
        self.recipient = QLineEdit()
        self.recipient.setFont(font(13))
        self.recipient.setFixedSize(190, 28)
        self.recipient.setPlaceholderText(_("to whom"))
        self.recipient.setAccessibleName(_("To whom the list goes"))
        self.recipient.returnPressed.connect(self.send)
        self.button = DeskButton(_("Sent"), key="Alt+S", size="small")
        self.button.clicked.connect(self.send)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.recipient)
        row.addWidget(self.button)

    def show_list(self, kind: ListKind, version: int, sent: Sent | None, differences: str) -> None:
        """Show which version a list would be now."""
        self._kind = kind
        if sent is None:
            self.words.setText(_("Version {number}; none was sent yet.").format(number=version))
            return
        local = self._context.facts.meeting.local(sent.at)
        self.words.setText(
            _("Since version {number} ({recipient}, {when}): {differences}").format(
                number=sent.version,
                recipient=sent.recipient,
                when=f"{day_words(local.date(), 'd MMM')} {local:%H:%M}",
                differences=differences,
            )
        )
        if not self.recipient.text():
            self.recipient.setText(sent.recipient)

    def send(self) -> None:
        """Keep the list as it stands as the next version."""
        try:
            version = self._context.desk.do(send_list, kind=self._kind, recipient=self.recipient.text())
        except Refusal as refusal:
            self._context.say("amber", _("Nothing changed: "), refusal.sentence)
            self.recipient.setFocus()
        except Unavailable as trouble:
            self._context.trouble(trouble)
        else:
            words = _("version {number}").format(number=version)
            self._context.say("notice", _("Kept as sent: "), words, f" · {self.recipient.text()}")
            self.sent.emit()
