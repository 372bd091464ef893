"""At the right of what a file or a pasted text brings: the way back, what was found, and the act that writes it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.written_text import WrittenLine

WIDTH = 372
WRITE_KEY = "Ctrl+Return"


class FilePane(Pane):
    """Who makes one lays it out when everything has been put into its body: the keyboard goes the same way."""

    def __init__(self, act: str, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="l", parent=parent)
        self.setFixedWidth(WIDTH)
        self.head = PaneHead(side=True)
        self.back = DeskButton(_("Back"), key="Esc", size="small")
        self.head.add(self.back)
        self._label = WrittenLine()
        self.label = Field(_("The version is called"), self._label, height=32, hint=_("empty: the next number"))
        self.write = DeskButton(act, key=WRITE_KEY, icon="check", kind="primary")

    def version_label(self) -> str:
        """Return what the next version is to be called, empty for the next number."""
        return self._label.text().strip()

    def forget_label(self) -> None:
        """Let the next version have its number again."""
        self._label.clear()

    def lay_out(self, body: QVBoxLayout) -> None:
        """Put the body between the head and the foot."""
        body.setContentsMargins(16, 12, 16, 8)
        body.setSpacing(6)
        foot = Pane("sand", lines="t")
        foot.setFixedHeight(53)
        lower = QHBoxLayout(foot)
        lower.setContentsMargins(16, 1, 16, 0)
        lower.addWidget(self.write)
        lower.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(body, 1)
        column.addWidget(foot)
