"""Which page of how many, and the two keys that turn: it stands in the head above a `PdfView`."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.text import Text


class PageTurner(QWidget):
    """`stepped` is how many pages further (or back) somebody wants to go."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Text(size=12, tone="slate", parent=self)
        self.words.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.back = DeskButton(key="PgUp", kind="quiet", size="small", parent=self)
        self.on = DeskButton(key="PgDown", kind="quiet", size="small", parent=self)
        self.back.setAccessibleName(_("Page before"))
        self.on.setAccessibleName(_("Next page"))
        self.back.clicked.connect(self._on_back)
        self.on.clicked.connect(self._on_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self.words, self.back, self.on):
            row.addWidget(widget)
        self.show_page(0, 0)

    def show_page(self, page: int, pages: int) -> None:
        """Say which page (from 1) of how many is shown; no pages at all show nothing."""
        self.words.setText(_("Page {page} of {pages}").format(page=page, pages=pages) if pages else "")
        self.back.setVisible(pages > 1)
        self.on.setVisible(pages > 1)
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < pages)

    def _on_back(self) -> None:
        self.stepped.emit(-1)

    def _on_on(self) -> None:
        self.stepped.emit(1)
