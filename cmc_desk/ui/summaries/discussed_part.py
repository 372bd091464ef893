"""The text of the provision under discussion, beside the notes: what stands there, what is proposed, and a key that quotes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.desk.document_view import Discussed
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.redline import Run
from cmc_desk.ui.documents.runs_view import RunsView
from cmc_desk.ui.documents.words import numbered, status_chip
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import Chip
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text

QUOTE_KEY = "Ctrl+Q"
_HIGHEST = 208


class DiscussedPart(Pane):
    """Away while no provision is named that the draft has; `quoted` asks for the text where the cursor stands."""

    quoted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="b", parent=parent)
        self.discussed: Discussed | None = None
        self.text = RunsView(size=15, bare=True)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._scroll.setWidget(self.text)
        self.quote = DeskButton(_("Quote into entry"), key=QUOTE_KEY, size="small", bind=False, parent=self)
        self.quote.clicked.connect(self.quoted)
        self._chip = Chip(parent=self)
        self._live = Text(size=12, tone="slate", parent=self)
        upper = QHBoxLayout()
        upper.setSpacing(8)
        upper.addWidget(self._live, 1)
        upper.addWidget(self._chip)
        lower = QHBoxLayout()
        lower.addWidget(self.quote)
        lower.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(6)
        column.addLayout(upper)
        column.addWidget(self._scroll)
        column.addLayout(lower)
        self.hide()

    def show_discussed(self, found: Discussed | None) -> None:
        """Show a provision; if something stands in brackets, as the one that leads would have it."""
        if found == self.discussed:
            return
        self.discussed = found
        self.setVisible(found is not None)
        if found is None:
            return
        shown = found.shown
        first = next((one for one in shown.alternatives if one.leading), None)
        alternative = first or (shown.alternatives[0] if shown.alternatives else None)
        runs = alternative.runs if alternative is not None and not alternative.field else shown.runs
        label = numbered(shown.provision.label)
        self.text.show_runs((Run(f"{label} "), *runs) if label else runs)
        self._chip.set_look(status_chip(shown.provision.status))
        words = ngettext("{number} proposal", "{number} proposals", found.live)
        self._live.setText(words.format(number=found.live) if found.live else "")
        self._fit()

    def _fit(self) -> None:
        wanted = self.text.heightForWidth(max(160, self.width() - 32))
        self._scroll.setFixedHeight(min(_HIGHEST, wanted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
