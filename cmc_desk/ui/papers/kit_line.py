"""What says under the list of papers that the closing kit is still being made while its own pane is closed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.bars import Bar
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text


class KitLine(Pane):
    """`shown_asked` is the wish to see how far it is, and to stop it there."""

    shown_asked = Signal()

    def __init__(self, *, key: str, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="t", parent=parent)
        self.words = Text(size=12, parent=self)
        self.bar = Bar(name=_("Making the closing kit"), track="sandTrack", parent=self)
        self.show_kit = DeskButton(_("Show it, or stop it"), key=key, icon="folder", size="small", parent=self)
        self.show_kit.clicked.connect(self.shown_asked)
        said = QVBoxLayout()
        said.setSpacing(6)
        said.addWidget(self.words)
        said.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addLayout(said, 1)
        row.addWidget(self.show_kit)
        self.hide()

    def show_progress(self, words: str, done: int, whole: int) -> None:
        """Say what is being made, and how far it is."""
        self.words.setText(words)
        self.bar.set_share(done, max(whole, 1))
