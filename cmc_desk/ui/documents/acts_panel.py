"""Everything that can be done with a document or a paragraph, each with its key, or why it cannot be done now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import sequences
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text

# What two buttons beside each other may take of the side of the page.
_ROOM = 384


@dataclass(frozen=True, slots=True)
class PanelAct:
    """Something that can be done; `why_not` says in one sentence why it cannot be now, `told` stands beside it."""

    words: str
    key: str
    act: Callable[[], object]
    why_not: str = ""
    told: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class ActGroup:
    """Acts that belong together; `paired` ones stand two in a row, and what is told of them stands in their tooltip."""

    title: str
    acts: tuple[PanelAct, ...]
    paired: bool = False


class ActsPanel(Pane):
    """Whoever knows the keys never opens it: while it is open, they act here as well. `left` asks to be put away."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = PaneHead(side=True, ground="panel", height=48)
        back = DeskButton(_("Back"), key="Esc", size="small")
        back.clicked.connect(self.left)
        self.head.add(back)
        self.buttons: dict[str, DeskButton] = {}
        self._acts: dict[str, PanelAct] = {}
        # What fills it with what can be done by now, while it is open.
        self.again: Callable[[], None] | None = None
        self._keys: list[QShortcut] = []
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._scroll, 1)

    def show_acts(self, title: str, groups: Sequence[ActGroup]) -> None:
        """Offer these acts."""
        self.head.say(title)
        for key in self._keys:
            key.setEnabled(False)
            key.deleteLater()
        self._keys, self.buttons, self._acts = [], {}, {}
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(5)
        for group in groups:
            column.addWidget(Text(group.title, size=12, tone="slate"))
            column.addLayout(self._paired(group.acts) if group.paired else self._rows(group.acts))
            column.addSpacing(6)
        column.addStretch(1)
        self._scroll.setWidget(body)

    def refresh(self) -> None:
        """Offer what can be done by now; the keyboard stays in the panel."""
        if self.again is None:
            return
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.again()
        if inside:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self, acts: Sequence[PanelAct]) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(5)
        for act in acts:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(self._button(act))
            row.addWidget(Text(act.why_not or act.told, size=12, tone="slate"), 1)
            rows.addLayout(row)
        return rows

    def _paired(self, acts: Sequence[PanelAct]) -> QGridLayout:
        """Lay buttons out two in a row, or each in its own where a language has no room for two."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        buttons = [self._button(act) for act in acts]
        columns = 2 if 2 * max(one.sizeHint().width() for one in buttons) + 8 <= _ROOM else 1
        for place, (button, act) in enumerate(zip(buttons, acts, strict=True)):
            button.setToolTip(act.why_not or act.told)
            grid.addWidget(button, place // columns, place % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return grid

    def _button(self, act: PanelAct) -> DeskButton:
        button = DeskButton(act.words, key=act.key, icon=act.icon, size="small", align=draw.LEFT, bind=False)
        button.setObjectName(act.key)
        button.allow(why_not=act.why_not)
        button.clicked.connect(self._on_clicked)
        self.buttons[act.key] = button
        self._acts[act.key] = act
        shortcut = QShortcut(self)
        shortcut.setKeys(sequences(act.key))
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(button.click)
        self._keys.append(shortcut)
        return button

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, DeskButton):
            act = self._acts[button.objectName()]
            self.left.emit()
            act.act()
