"""What says under the list of papers that the closing kit is still being made while its own pane is closed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.bars import Bar
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text


class KitLine(Pane):
    """`shown_asked` is the wish to see how far it is, `cancel_asked` to stop it."""

    shown_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, *, key: str, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="t", parent=parent)
        self._stopping = False
        self.words = Text(size=12, parent=self)
        self.bar = Bar(name=_("Making the closing kit"), track="sandTrack", parent=self)
        self.show_kit = DeskButton(_("Show it"), key=key, icon="folder", size="small", parent=self)
        self.show_kit.clicked.connect(self.shown_asked)
        self.cancel = DeskButton(_("Cancel"), size="small", parent=self)
        self.cancel.clicked.connect(self.cancel_asked)
        said = QVBoxLayout()
        said.setSpacing(6)
        said.addWidget(self.words)
        said.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addLayout(said, 1)
        row.addWidget(self.show_kit)
        row.addWidget(self.cancel)
        self.hide()

    def show_progress(self, words: str, done: int, whole: int) -> None:
        """Say what is being made, and how far it is."""
        if not self._stopping:
            self.words.setText(words)
        self.bar.set_share(done, max(whole, 1))

    def show_stopping(self) -> None:
        """Say that it stops as soon as that can be done."""
        self._stopping = True
        self.words.setText(_("Stopping …"))
        self.cancel.allow(why_not=_("Stopping …"))

    def show_rest(self) -> None:
        """Learn that nothing is made any more."""
        self._stopping = False
        self.cancel.allow()
