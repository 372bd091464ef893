"""Everything that can be done with a document or a paragraph, each with its key, or why it cannot be done now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import sequences
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text


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
    """Acts that belong together."""

    title: str
    acts: tuple[PanelAct, ...]


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
            for act in group.acts:
                column.addLayout(self._row(act))
            column.addSpacing(6)
        column.addStretch(1)
        self._scroll.setWidget(body)

    def _row(self, act: PanelAct) -> QHBoxLayout:
        button = DeskButton(act.words, key=act.key, icon=act.icon, size="small", bind=False)
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
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(button)
        told = Text(act.why_not or act.told, size=12, tone="slate")
        row.addWidget(told, 1)
        return row

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, DeskButton):
            act = self._acts[button.objectName()]
            self.left.emit()
            act.act()
