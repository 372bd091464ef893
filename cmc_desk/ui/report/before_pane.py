"""The right of the Papers page beside the report: what is to be seen to before it goes out, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk.report_sight import ReportSight
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.ui.papers.make_pane import WIDTH
from cmc_desk.ui.papers.work_foot import WorkFoot
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.report.findings import Findings, summed
from cmc_desk.ui.report.words import spoken_words, why_not_final

EDIT_KEY, FINAL_KEY, KIT_KEY, OTHER_KEY = "Ctrl+E", "Alt+N", "Alt+K", "Alt+O"

_WORDS = WIDTH - 33


class BeforePane(Pane):
    """Every signal is a wish; `opened` brings the finding to go to."""

    opened = Signal(object)
    make_asked = Signal()
    print_asked = Signal()
    final_asked = Signal()
    edit_asked = Signal()
    kit_asked = Signal()
    other_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="l", parent=parent)
        self._final = ""
        self.blocks = Text(size=13, bold=True, parent=self)
        self.head = PaneHead(
            _("Before it goes out"), side=True, height=48, ground="panel", right=self.blocks, parent=self
        )
        self.findings = Findings(self)
        self.make = DeskButton(_("Make"), key="Ctrl+Return", icon="sheet", kind="primary", size="medium", parent=self)
        self.print = DeskButton(_("Print"), key="Ctrl+P", icon="print", size="small", parent=self)
        self.final = DeskButton(_("Final"), key=FINAL_KEY, icon="lock", size="small", parent=self)
        self.edit = DeskButton(_("Edit the report"), key=EDIT_KEY, icon="summaries", size="small", parent=self)
        self.other = DeskButton(_("Other…"), key=OTHER_KEY, kind="quiet", size="tight", parent=self)
        self.other.setAccessibleName(_("In another language, with or without names, an earlier version"))
        self.kit = DeskButton(_("Closing kit"), key=KIT_KEY, icon="folder", size="small", parent=self)
        self.kit.setToolTip(_("Everything of the meeting in one folder"))
        self.spoken = Text(size=12, tone="slate", parent=self)
        self.reason = Text(size=12, tone="slate", wrap=True, parent=self)
        self.foot = WorkFoot(name=_("Making papers"), parent=self)
        self.busy = self.foot.busy
        self._lay_out()
        self.findings.asked.connect(self.opened)
        for button, wish in (
            (self.make, self.make_asked),
            (self.print, self.print_asked),
            (self.final, self.final_asked),
            (self.edit, self.edit_asked),
            (self.kit, self.kit_asked),
            (self.other, self.other_asked),
        ):
            button.clicked.connect(wish)
        self.show_sight(None)

    def show_sight(self, sight: ReportSight | None) -> None:
        """Show what was found; None says that it is being looked at."""
        findings = sight.findings if sight is not None else ()
        words, tone = summed(findings) if sight is not None else (_("Looking …"), "slate")
        self.blocks.setText(words)
        self.blocks.set_tone(tone)
        self.findings.show_findings(findings)
        self.spoken.setText(spoken_words(sight.standing) if sight is not None else "")
        final = sight is not None and sight.standing.status is ReportStatus.FINAL
        self._final = why_not_final(sight.standing, findings) if sight is not None else _("It is being looked at.")
        self.final.allow(why_not=self._final)
        self._say_reason("" if sight is None or final else self._final)

    def show_version(self, number: int, *, final: bool = False) -> None:
        """Say which version would be made."""
        words = _("Make version {number}") if final else _("Make draft {number}")
        self.make.set_text(words.format(number=number))

    def allow(self, *, why_not: str = "") -> None:
        """Let the report be made, or say why it cannot be."""
        self.make.allow(why_not=why_not)
        self.print.allow(why_not=why_not)
        if why_not:
            self._say_reason(why_not)

    def show_progress(self, words: str, done: int, whole: int) -> None:
        """Show that work goes on, and how far it is."""
        self.foot.show_progress(words, done, whole)

    def show_rest(self) -> None:
        """Show that nothing is going on."""
        self.foot.show_rest()

    def _say_reason(self, sentence: str) -> None:
        self.reason.setText(sentence)
        self.reason.setVisible(bool(sentence))
        # In a column within a column it gets the height of one line; here it has as many as the sentence needs.
        self.reason.setMinimumHeight(self.reason.heightForWidth(_WORDS) if sentence else 0)

    def _lay_out(self) -> None:
        rest = self.foot.rest
        rest.addWidget(self.make)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.print, 1)
        row.addWidget(self.final, 1)
        rest.addLayout(row)
        rest.addWidget(self.edit)
        rest.addWidget(self.kit)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.spoken, 1)
        said.addWidget(self.other)
        rest.addLayout(said)
        rest.addWidget(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.findings, 1)
        column.addWidget(self.foot)
