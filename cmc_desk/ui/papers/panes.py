"""What the Papers page is made of: the list, the pages in the middle, what stands at the right, and the editor of the report."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QWidget

from cmc_desk.desk.paper_kinds import PaperKind, paper_kinds
from cmc_desk.desk.paper_overview import Kinds, Overview
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.papers import Ask
from cmc_desk.ui.context import Context
from cmc_desk.ui.page import Page
from cmc_desk.ui.papers.busy_row import CANCEL_KEY
from cmc_desk.ui.papers.closing_pane import ClosingPane
from cmc_desk.ui.papers.closing_part import ClosingPart
from cmc_desk.ui.papers.folder import Folder
from cmc_desk.ui.papers.list_pane import ListPane
from cmc_desk.ui.papers.listing import ListReader
from cmc_desk.ui.papers.make_pane import WIDTH, MakePane
from cmc_desk.ui.papers.preview_pane import PreviewPane
from cmc_desk.ui.papers.report_part import ReportPart
from cmc_desk.ui.papers.shown_paper import ShownPaper
from cmc_desk.ui.papers.work import Work
from cmc_desk.ui.report.before_pane import EDIT_KEY, FINAL_KEY, KIT_KEY, OTHER_KEY, BeforePane


class PapersPanes(Page):
    """The parts of the page, laid out; what they do is the page's."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, kinds: Kinds = paper_kinds) -> None:
        super().__init__(context, parent)
        self._overview: Overview | None = None
        self._kind: PaperKind | None = None
        self._ask = Ask()
        self._wanted = ""
        self.list = ListPane(self)
        self.preview = PreviewPane(pool=context.pool, parent=self)
        self.side = MakePane()
        self.before = BeforePane()
        self.closing = ClosingPane()
        self.sides = QStackedWidget(self)
        self.folder = Folder(context, self)
        self.work = Work(context, self)
        self.reader = ListReader(context.desk, kinds, self.list.seen, pool=context.pool, parent=self)
        self.shown = ShownPaper(context, self.preview, self)
        self.report = ReportPart(context, self.before, self)
        self.kit = ClosingPart(context, self.closing, self)
        # Whether the report is asked for otherwise than it is: in another language, or an earlier version.
        self._other = False
        self._lay_out()
        self.setFocusProxy(self.list)

    def keys(self) -> Sequence[tuple[str, str]]:
        if self.is_editing():
            return self.report.editor().keys()
        return (
            ("Ctrl+Enter", _("Make the paper")),
            ("Ctrl+Shift+W", _("Make it as Word document")),
            ("Ctrl+Shift+X", _("Make it as workbook")),
            ("Ctrl+Shift+T", _("Make it as plain text")),
            ("Ctrl+Shift+I", _("Make it as calendar")),
            ("Ctrl+R", _("Make all again that have changed")),
            ("Ctrl+P", _("Print")),
            ("Home, End", _("First paper, last paper")),
            ("PgUp, PgDn", _("Page before, next page")),
            ("Enter", _("Choose what is asked of the paper")),
            ("Ctrl+O", _("Open the file in its own program")),
            ("Alt+F", _("Open the folder")),
            ("Alt+G", _("Let papers go to another folder")),
            (CANCEL_KEY, _("Cancel what is being made or printed")),
            ("+ − 0", _("Pages larger, smaller, as wide as there is room")),
            *(self._report_keys() if self.sides.currentWidget() is self.before else ()),
        )

    def _report_keys(self) -> Sequence[tuple[str, str]]:
        return (
            (EDIT_KEY, _("Edit the report of the outcomes")),
            ("Alt+1 …", _("Go to what is to be seen to before the report goes out")),
            (FINAL_KEY, _("Make the report final")),
            (KIT_KEY, _("Closing kit: everything of the meeting in one folder")),
            (OTHER_KEY, _("The report in another language, or an earlier version of it")),
        )

    def is_editing(self) -> bool:
        """Say whether the editor of the report is shown."""
        return self._stack.currentIndex() > 0

    def _lay_out(self) -> None:
        for pane in (self.side, self.before, self.closing):
            self.sides.addWidget(pane)
        self.sides.setFixedWidth(WIDTH)
        papers = QWidget(self)
        row = QHBoxLayout(papers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.preview, 1)
        row.addWidget(self.sides)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(papers)
