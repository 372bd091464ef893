"""Everything that can be done with a seat and its official, each with its key, or why it cannot be done now."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.travel.act_kinds import GROUPS, ActKind, why_not
from cmc_desk.ui.travel.shown_traveller import Shown

_HALF = 162


class MorePanel(Pane):
    """Groups of buttons; whoever knows the keys never opens it."""

    asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.buttons: dict[str, DeskButton] = {}
        # The keyboard stays with the panel itself: on a button Enter would mean the button.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = PaneHead(_("Everything that can be done"), side=True)
        back = DeskButton(_("Back"), key="Esc", size="small")
        back.clicked.connect(self.left)
        self.head.add(back)
        body = QVBoxLayout()
        body.setContentsMargins(16, 8, 16, 8)
        # No more: in every language all groups have to stand within the height of the page.
        body.setSpacing(2)
        for group in GROUPS:
            body.addWidget(Text(_(group.title), size=12, tone="slate"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(8)
            grid.setVerticalSpacing(4)
            buttons = [self._button(kind) for kind in group.kinds]
            # Those whose words are long have a line of their own, beneath the others: so all of them find room.
            wide = [button for button in buttons if button.sizeHint().width() > _HALF]
            narrow = [button for button in buttons if button not in wide]
            for place, button in enumerate(narrow):
                grid.addWidget(button, place // 2, place % 2)
            for place, button in enumerate(wide, start=-(-len(narrow) // 2)):
                grid.addWidget(button, place, 0, 1, 2)
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, 1)
            body.addLayout(grid)
            body.addSpacing(4)
        body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(body, 1)

    def show_seat(self, shown: Shown, now: datetime) -> None:
        """Let those be pressed that make sense for a seat."""
        for name, button in self.buttons.items():
            button.allow(why_not=why_not(name, shown, now))

    def _button(self, kind: ActKind) -> DeskButton:
        button = DeskButton(_(kind.words), key=kind.key, bind=False, size="small", align=Qt.AlignmentFlag.AlignLeft)
        button.setObjectName(kind.name)
        button.clicked.connect(self._on_clicked)
        self.buttons[kind.name] = button
        return button

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, DeskButton):
            self.asked.emit(button.objectName())
