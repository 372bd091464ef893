"""The draft under discussion: the documents of the item, and which provision of which of them is spoken about."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.desk.drafts import DraftTitle
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.keycap import KeyCap, key_text
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.theme import font

KEY = "Alt+P"
_LONGEST = 20


class DraftPart(Pane):
    """`changed` says the key of the document and the number of the provision; `left` gives the keyboard back."""

    changed = Signal(str, str)
    left = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="b", parent=parent)
        self._about = ("", "")
        self._heading = Text(_("Draft under discussion"), size=14, bold=True, parent=self)
        self._only = Text(size=12, tone="slate", parent=self)
        self.documents = Combo(size=13, height=30, parent=self)
        self.documents.setAccessibleName(_("Document under discussion"))
        self.documents.picked.connect(self._on_changed)
        self.provision = QLineEdit(self)
        self.provision.setFont(font(13))
        self.provision.setFixedHeight(30)
        self.provision.setFixedWidth(84)
        self.provision.setMaxLength(_LONGEST)
        self.provision.setAccessibleName(_("Provision under discussion"))
        self.provision.setPlaceholderText(_("none"))
        self.provision.editingFinished.connect(self._on_changed)
        self.provision.installEventFilter(self)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(KeyCap(key_text(KEY), parent=self))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.documents, 1)
        row.addWidget(Text(_("Provision"), size=12, tone="slate", parent=self))
        row.addWidget(self.provision)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._only)
        column.addLayout(row)

    def show_documents(self, documents: Sequence[DraftTitle], document: str, provision: str) -> None:
        """Show the documents of an item, with what is discussed; without a document the part is away."""
        self.setVisible(bool(documents))
        if not documents:
            self._about = ("", "")
            return
        self.documents.set_choices([(one.key, one.title) for one in documents])
        self.documents.set_key(document)
        self.documents.setVisible(len(documents) > 1)
        self._only.setVisible(len(documents) == 1)
        self._only.setText(documents[0].title)
        if not self.provision.hasFocus():
            self.provision.setText(provision)
        self._about = (self.documents.key(), provision)

    def ask(self) -> None:
        """Put the keyboard where the provision is typed."""
        self.provision.setFocus(Qt.FocusReason.OtherFocusReason)
        self.provision.selectAll()

    def _on_changed(self, *_told: object) -> None:
        about = (self.documents.key(), self.provision.text().strip())
        if about != self._about:
            self._about = about
            self.changed.emit(*about)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.provision and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_changed()
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.provision.setText(self._about[1])
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
