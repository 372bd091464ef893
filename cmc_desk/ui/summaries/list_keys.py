"""Keys of the list of entries: those of the acts, Esc that leads back, and letters, which belong into the composer."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication

from cmc_desk.ui.parts.keycap import sequences
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.summaries.composer import Composer
from cmc_desk.ui.summaries.entry_rows import EntryRow
from cmc_desk.ui.summaries.listed_acts import ListedAct

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
# The list's own: it takes what is chosen.
_TAKEN = "Return"


class ListKeys(QObject):
    """`left` says that the keyboard goes back to the composer."""

    left = Signal()

    def __init__(
        self, entries: RowList[EntryRow], acts: Sequence[ListedAct], composer: Composer, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._list = entries
        self._composer = composer
        for act in acts:
            if act.key != _TAKEN:
                shortcut = QShortcut(entries)
                shortcut.setKeys(sequences(act.key))
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(act.act)
        entries.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if event.text().isprintable() and event.text() and not event.modifiers() & _COMMAND:
                # Whoever types means to write: not a letter of it is lost.
                self.left.emit()
                QApplication.sendEvent(self._composer.editor, event)
                return True
        return super().eventFilter(watched, event)
