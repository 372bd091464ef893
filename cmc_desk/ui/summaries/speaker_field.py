"""A field in which somebody is named by two or three letters, with those whom the letters may mean beneath."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.speaker_completion import Speaker, speakers_like
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.result_list import HitRow, ResultList
from cmc_desk.ui.theme import font

_ROW, _SHOWN = 40, 5


class SpeakerField(QWidget):
    """`named` has the `Speaker` that Enter takes; `delegations` alone are offered where people are not wanted."""

    named = Signal(object)

    def __init__(
        self,
        facts: Callable[[], Facts],
        speakers: Callable[[], Sequence[Speaker]],
        *,
        name: str,
        delegations: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self._speakers = speakers
        self._delegations = delegations
        self.edit = QLineEdit(self)
        self.edit.setFont(font(15))
        self.edit.setFixedHeight(36)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(_("Two or three letters, then Enter"))
        self.edit.textChanged.connect(self._on_text)
        self.edit.installEventFilter(self)
        self.offered = ResultList(name=_("Whom the letters may mean"), height=_ROW, parent=self)
        self.offered.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offered.clicked.connect(self._take)
        self.offered.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(4)
        column.addWidget(self.edit)
        column.addWidget(self.offered)
        self.setFocusProxy(self.edit)

    def clear(self) -> None:
        """Begin again."""
        # What a line has set is nothing to take back; what it has cleared would be.
        self.edit.setText("")

    def _on_text(self, text: str) -> None:
        speakers = [one for one in self._speakers() if not (self._delegations and one.participant)]
        found = speakers_like(text, speakers, most=_SHOWN) if text.strip() else ()
        facts = self._facts()
        rows = [
            HitRow(
                one.key,
                one.name,
                facts.delegation_name(one.delegation) if one.participant else "",
                facts.flag(one.delegation),
            )
            for one in found
        ]
        self.offered.set_rows(rows, key=rows[0].key if rows else None)
        self.offered.setFixedHeight(_ROW * len(rows))
        self.offered.setVisible(bool(rows))

    def _take(self) -> None:
        row = self.offered.current()
        speaker = next((one for one in self._speakers() if row is not None and one.key == row.key), None)
        if speaker is not None:
            self.named.emit(speaker)

    def _complete(self) -> bool:
        """Write out whom the letters mean, as Tab does in the composer; say whether there was anything to write."""
        row = self.offered.current()
        if row is None or self.edit.text() == row.name:
            return False
        self.edit.setText(row.name)
        self.offered.set_rows([row], key=row.key)
        self.offered.setFixedHeight(_ROW)
        self.offered.show()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.offered.rows():
                self.offered.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() == Qt.Key.Key_Tab and self._complete():
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            ):
                self._take()
                return True
        return super().eventFilter(watched, event)
