"""Everything else that can be done with a list of speakers, each with its key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.agenda.run_keys import RunKey
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text


class MorePanel(Pane):
    """Groups of buttons; whoever knows the keys never opens it."""

    left = Signal()

    def __init__(self, groups: Sequence[tuple[str, Sequence[RunKey]]], *, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.buttons: dict[str, DeskButton] = {}
        # The keyboard stays with the panel itself: on a button Space would mean the button.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = PaneHead(_("More"), side=True)
        back = DeskButton(_("Back"), key="Esc", size="small")
        back.clicked.connect(self.left)
        self.head.add(back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(20, 6, 20, 4)
        body.setSpacing(3)
        for title, keys in groups:
            body.addWidget(Text(title, size=12, tone="slate"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(8)
            grid.setVerticalSpacing(4)
            for place, key in enumerate(keys):
                grid.addWidget(self._button(key), place // 2, place % 2)
            body.addLayout(grid)
            body.addSpacing(2)
        body.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        column.addWidget(scroll, 1)

    def _button(self, key: RunKey) -> DeskButton:
        button = DeskButton(key.words, key=key.key, bind=False, size="tight", align=Qt.AlignmentFlag.AlignLeft)
        button.clicked.connect(key.act)
        button.clicked.connect(self.left)
        self.buttons[key.key] = button
        return button
