"""A panel that stands at the side of the notes while it is needed: its head, Esc that closes it, and the keyboard in its first field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.keycap import KeyCap, key_text
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead


class SidePanel(Pane):
    """`left` gives the place back; `entry_asked` opens an entry (its item, its key)."""

    left = Signal()
    entry_asked = Signal(str, str)

    def __init__(self, context: Context, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.context = context
        self.head = PaneHead(title, side=True, right=KeyCap(key_text("Esc")))
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.head)
        self.bind("Esc", self.left.emit)

    def bind(self, key: str, act: object) -> None:
        """Let a key act while the keyboard is in this panel."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)

    def open(self, item: str, entry: str) -> None:
        """Show what belongs to the open item and the entry that is chosen or edited (empty: none)."""

    def refresh(self) -> None:
        """Read again: the notes have changed."""

    def first_field(self) -> QWidget:
        """Return what has the keyboard first."""
        return self
