"""What can be done with the chosen entry, as buttons beneath the list; it is there while an entry is chosen."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.summaries.listed_acts import ListedAct


class EntryBar(Pane):
    """A button for every act that has an icon; their keys are those of the list."""

    def __init__(self, acts: Sequence[ListedAct], *, parent: QWidget | None = None) -> None:
        super().__init__("lagoon2", lines="t", parent=parent)
        self.setFixedHeight(36)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(6)
        self.buttons: dict[str, DeskButton] = {}
        for act in acts:
            if act.icon:
                button = DeskButton(act.short, key=act.key, icon=act.icon, size="small", bind=False, parent=self)
                button.setToolTip(act.words)
                button.clicked.connect(act.act)
                self.buttons[act.key] = button
                row.addWidget(button)
        row.addStretch(1)
        self.hide()
