"""The half of the Papers page that is about the report of the outcomes and the closing kit."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cmc_desk.desk.paper_kinds import paper_kinds
from cmc_desk.desk.paper_overview import Kinds
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.report_standing import ReportIssue
from cmc_desk.ui.context import Context
from cmc_desk.ui.papers.busy_row import CANCEL_KEY
from cmc_desk.ui.papers.panes import PapersPanes
from cmc_desk.ui.papers.report_part import ask_of
from cmc_desk.ui.papers.rows import REPORT
from cmc_desk.ui.report.places import CORRECTION
from cmc_desk.ui.report.view import STANDING, ReportView

CLOSING = "closing"


class ReportingPage(PapersPanes):
    """Shows what is to be seen to beside the report, and its editor in place of the papers while that is asked for."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, kinds: Kinds = paper_kinds) -> None:
        super().__init__(context, parent, kinds=kinds)
        self.before.edit_asked.connect(self._on_edit)
        self.before.other_asked.connect(self._on_other)
        self.report.came.connect(self._on_report)
        self.report.made_editor.connect(self._on_editor)
        self.side.back_asked.connect(self._on_back)
        self.closing.left.connect(self._on_kit_left)
        self.before.kit_asked.connect(self.show_kit)
        self.list.kit_asked.connect(self.show_kit)
        self.kit.work.progressed.connect(self.list.kit.show_progress)
        self.kit.work.stopping.connect(self.list.kit.show_stopping)
        self.kit.work.rested.connect(self.list.kit.show_rest)
        self.kit.work.rested.connect(self._show_kit_line)
        self.list.kit.cancel_asked.connect(self.kit.work.cancel)
        # Papers may be made or printed beside it.
        self.work.progressed.connect(self._show_kit_line)
        self.work.rested.connect(self._show_kit_line)
        self.sides.currentChanged.connect(self._show_kit_line)
        self._stack.currentChanged.connect(self._on_turned)

    def edit_report(self, part: str = "", key: str = "") -> None:
        """Show the editor of the report, at a block or a correction of it."""
        view = self.report.editor()
        self._stack.setCurrentWidget(view)
        self.setFocusProxy(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        if part == CORRECTION:
            view.open_correction(key)
        else:
            view.show_part(STANDING)
            view.open_block(key)
        self.report.reader.read()

    def show_papers(self) -> None:
        """Show the papers again; what is typed in the editor and was not kept is put by."""
        if self.is_editing():
            self.report.editor().leave()
            self._stack.setCurrentIndex(0)
            self.setFocusProxy(self.list)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_kit(self) -> None:
        """Ask where the closing kit goes."""
        self.kit.begin(self.folder.path())
        self.sides.setCurrentWidget(self.closing)
        self.sides.show()
        running = self.kit.work.is_running()
        first = self.closing.busy.cancel if running else self.closing.name
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_kit_line()

    def is_report(self) -> bool:
        """Say whether the paper that is shown is the report."""
        return self._kind is not None and self._kind.key == REPORT

    def _show_side(self) -> None:
        """Show beside the paper what can be asked of it; beside the report what is to be seen to, unless another one is asked for."""
        looked_over = self.is_report() and not self._other
        self.side.back.setVisible(self.is_report())
        self.sides.setCurrentWidget(self.before if looked_over else self.side)
        self.sides.show()
        if looked_over and self.report.sight is None:
            self.report.reader.read()

    def _ask_for(self, ask: Ask) -> None:
        """Ask the paper that is shown otherwise."""
        if self._kind is not None and ask != self._ask:
            self._ask = ask
            self.side.choices.show_ask(self.context.facts, self._kind, ask)
            self.list.table.choose((self._kind.key, ask))
            self._show_paper()

    def _on_report(self) -> None:
        if self.is_report() and not self._other:
            self._ask_for(self.report.usual_ask())
            self._show_version()

    def _on_edit(self) -> None:
        self.edit_report()

    def _on_other(self) -> None:
        if self.is_report():
            self._other = True
            self._show_side()
            self.side.choices.language.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        if self.is_report():
            self._other = False
            self._ask_for(self.report.usual_ask())
            self._show_side()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_issue(self, issue: object) -> None:
        if not isinstance(issue, ReportIssue):
            return
        self.show_papers()
        if self._kind is None or not self.is_report():
            self._wanted = REPORT
            self._choose_wanted()
        self._other = True
        self._ask_for(replace(ask_of(issue.edition, self._ask), issue=issue.version))
        self._show_side()

    def _on_editor(self, view: object) -> None:
        if isinstance(view, ReportView):
            self._stack.addWidget(view)
            view.left.connect(self.show_papers)
            view.issue_asked.connect(self._on_issue)

    def _on_turned(self) -> None:
        # Whoever writes in the report is not taken away from it by a scan.
        self.stays_when_scanned = self.is_editing()

    def _on_kit_left(self) -> None:
        if self._kind is None:
            self.sides.hide()
        else:
            self._show_side()
        self._show_kit_line()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_kit_line(self) -> None:
        """Say under the list that a kit is being made, while its own pane says nothing of it."""
        away = self.sides.isHidden() or self.sides.currentWidget() is not self.closing
        shown = self.kit.work.is_running() and away
        self.list.kit.setVisible(shown)
        # One key has one owner.
        self.before.kit.setVisible(not shown)
        self.list.kit.cancel.set_key("" if self.work.is_busy() else CANCEL_KEY)

    def _show_paper(self) -> None:
        """Show the paper that is asked for."""
        raise NotImplementedError

    def _show_version(self) -> None:
        """Say beside the report which version of it would be made."""
        raise NotImplementedError

    def _choose_wanted(self) -> None:
        """Choose the paper that was asked for by its name."""
        raise NotImplementedError
