"""The middle of the page: the pages of the chosen paper, or what it is where it has no pages to show."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.page_turner import PageTurner
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.pdf_view import PdfView
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.task import Pool


class PreviewPane(Pane):
    """`open_asked` is the wish to open the file in its own program, `badges_asked` to go to the badges."""

    open_asked = Signal()
    badges_asked = Signal()

    def __init__(self, *, pool: Pool | None = None, parent: QWidget | None = None) -> None:
        super().__init__("sand2", parent=parent)
        self.turner = PageTurner(self)
        self.head = PaneHead(side=True, height=48, ground="panel", right=self.turner, parent=self)
        self._line = Text(size=12, tone="slate", parent=self)
        self.view = PdfView(name=_("Pages"), pool=pool, parent=self)
        self.open = DeskButton(_("Open the file"), key="Ctrl+O", icon="sheet", parent=self)
        self.open.clicked.connect(self.open_asked)
        self.go_to_badges = DeskButton(_("Go to the badges"), key="Ctrl+Return", kind="primary", parent=self)
        self.go_to_badges.clicked.connect(self.badges_asked)
        self._other = EmptyState(icon="sheet", title="", button=self.open, parent=self)
        self._badges = EmptyState(
            icon="registration",
            title=_("Badges have a view of their own"),
            sentence=_("There they are looked at, printed and printed again, and there a lost one is replaced."),
            button=self.go_to_badges,
            parent=self,
        )
        self._trouble = EmptyState(icon="alert", title=_("This paper cannot be shown"), parent=self)
        self._strip = Pane("sand2", parent=self)
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(16, 8, 16, 0)
        strip.addWidget(self._line)
        self._strip.hide()
        self._stack = QStackedLayout()
        for widget in (self.view, self._other, self._badges, self._trouble):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._strip)
        column.addLayout(self._stack, 1)
        self.turner.stepped.connect(self.view.step)
        self.view.turned.connect(self.turner.show_page)

    def show_title(self, title: str, shown: str = "") -> None:
        """Say which paper this is, and whether its file is shown or what it would be now."""
        self.head.say(title)
        self._line.setText(shown)
        self._strip.setVisible(bool(shown))

    def show_pages(self, content: bytes, *, keep_page: bool) -> None:
        """Show the pages of a PDF; no bytes show an empty mat until they come."""
        self.view.show_pdf(content, page=self.view.page() if keep_page else 0)
        self._stack.setCurrentWidget(self.view)

    def show_other(self, title: str, sentence: str, *, why_not: str) -> None:
        """Say what a paper without pages is; `why_not` says why its file cannot be opened."""
        self._clear()
        self._other.say(title, sentence)
        self.open.allow(why_not=why_not)
        self._stack.setCurrentWidget(self._other)

    def show_badges(self) -> None:
        """Say where the badges are."""
        self._clear()
        self._stack.setCurrentWidget(self._badges)

    def show_trouble(self, sentence: str) -> None:
        """Say why this paper cannot be shown."""
        self._clear()
        self._trouble.say(_("This paper cannot be shown"), sentence)
        self._stack.setCurrentWidget(self._trouble)

    def _clear(self) -> None:
        self.view.show_pdf(b"")
        self.turner.show_page(0, 0)
