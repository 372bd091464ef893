"""The head of the notes: the title of the open item, who else is there, and whether everything is saved."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cmc_desk.ui.parts.chip import Chip, ChipLook
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.saved_light import SavedLight

_HEIGHT, _WIDEST_LIGHT = 48, 430


class NotesHead(Pane):
    """48 px; the light of the composer stands at its right."""

    def __init__(self, light: SavedLight, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="b", parent=parent)
        self.setFixedHeight(_HEIGHT)
        self.title = Text(size=18, bold=True, parent=self)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.status = Chip(parent=self)
        self.status.hide()
        # What is not saved is said in many words: it must not hide which item that is.
        light.setMaximumWidth(_WIDEST_LIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 22, 1)
        row.setSpacing(12)
        row.addWidget(self.title, 1)
        row.addWidget(self.status)
        row.addWidget(light)

    def show_item(self, title: str, status: ChipLook | None) -> None:
        """Show which item is open, and what is to be known of its notes before anything is written (final, somebody else's)."""
        self.title.setText(title)
        self.status.setVisible(status is not None)
        if status is not None:
            self.status.set_look(status)
