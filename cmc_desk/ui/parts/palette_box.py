"""Ctrl+K: go to anything — a person, a delegation, a page, an action."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.overlay import Overlay
from cmc_desk.ui.parts.result_list import HitRow, ResultList
from cmc_desk.ui.parts.search_field import SearchField
from cmc_desk.ui.parts.text import Text

_SHOWN = 7
_ROW = 52


class PaletteBox(Overlay):
    """Results come from `results(text)` at every key, also for the empty text; `chosen` has the key of the row."""

    chosen = Signal(object)

    def __init__(self, results: Callable[[str], Sequence[HitRow]], parent: QWidget) -> None:
        super().__init__(parent, width=640, toggled_by="Ctrl+K", top=88)
        self.setAccessibleName(_("Go to anything"))
        self._results = results
        self._field = SearchField(name=_("Go to anything"), placeholder=_("Go to …"), icon="search", parent=self.panel)
        self._field.text_changed.connect(self._on_text_changed)
        self._field.edit.installEventFilter(self)
        self._list = ResultList(name=_("Results"), height=_ROW, parent=self.panel)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(self._take)
        self._field.stepped.connect(self._list.step)
        self._nothing = Text(_("Nothing found."), tone="slate", parent=self.panel)
        self._nothing.setContentsMargins(16, 0, 0, 0)
        self._nothing.setFixedHeight(44)
        frame = QHBoxLayout()
        frame.setContentsMargins(8, 8, 8, 8)
        frame.addWidget(self._field)
        self.body.addLayout(frame)
        self.body.addWidget(self._list)
        self.body.addWidget(self._nothing)

    def open(self) -> None:
        """Show the box, empty, with what the empty text finds."""
        self._field.set_text("")
        self._on_text_changed("")
        super().open()

    def first_field(self) -> QWidget:
        return self._field.edit

    def _on_text_changed(self, text: str) -> None:
        rows = tuple(self._results(text))
        self._list.set_rows(rows, key=rows[0].key if rows else None)
        self._list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._list.setFixedHeight(_ROW * min(_SHOWN, max(1, len(rows))))

    def _take(self) -> None:
        row = self._list.current()
        if row is not None:
            self.close_again()
            self.chosen.emit(row.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field.edit and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            # Esc clears first, and closes an empty field.
            closing = self.closes(event) and not (event.key() == Qt.Key.Key_Escape and self._field.text())
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and (enter or closing):
                if enter:
                    self._take()
                else:
                    self.close_again()
                return True
        return super().eventFilter(watched, event)
