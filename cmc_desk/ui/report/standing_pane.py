"""The right of the editor: in which language the report is, where it stands, and where it goes next."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.desk.report_sight import ReportSight
from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_standing import WEEK, ReportIssue, newest_first
from cmc_desk.ui.days import day_words
from cmc_desk.ui.papers.busy_row import BusyRow
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import Chip
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.log_list import LogList, LogRow
from cmc_desk.ui.parts.pane import Rule
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.registration.words import language_word
from cmc_desk.ui.report.editions_row import EditionsRow
from cmc_desk.ui.report.words import (
    beside_words,
    edition_words,
    hand_words,
    standing_words,
    status_chip,
    why_not_also,
    why_not_changed,
    why_not_final,
    why_not_signed,
)
from cmc_desk.ui.travel.typed_days import day_text, typed_day

_HEIGHT = 32
NAMED, UNNAMED = "named", "unnamed"


class StandingPane(QWidget):
    """Every signal is a wish; `issue_asked` brings a version that is to be looked at."""

    language_picked = Signal(str)
    naming_picked = Signal(bool)
    circulate_asked = Signal()
    sign_asked = Signal()
    final_asked = Signal()
    reopen_asked = Signal()
    issue_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._near = date.min
        self.chip = Chip(parent=self)
        self.said = Text(size=13, wrap=True, parent=self)
        self.beside = Text(size=13, tone="amberInk", wrap=True, parent=self)
        self.language = Combo([(code, language_word(code)) for code in LANGUAGES], size=13, height=30, parent=self)
        self.language.setAccessibleName(_("Language of the report"))
        self.naming = Segment(
            (Option(NAMED, _("Says who spoke")), Option(UNNAMED, _("Names nobody"))),
            name=_("Who spoke"),
            even=True,
            parent=self,
        )
        self.until = QLineEdit(self)
        self.until_field = Field(_("Corrections until"), self.until, height=_HEIGHT, parent=self)
        self.circulate = DeskButton(_("Circulate"), key="Alt+U", icon="letter", parent=self)
        self.by = QLineEdit(self)
        self.by_field = Field(_("Signed for the host by"), self.by, height=_HEIGHT, parent=self)
        self.sign = DeskButton(_("Sign off"), key="Alt+S", icon="summaries", parent=self)
        self.editions = EditionsRow(self)
        self.final = DeskButton(_("Final"), key="Alt+N", icon="lock", parent=self)
        self.reopen = DeskButton(_("Reopen"), key="Alt+O", icon="undo", parent=self)
        self.reason = Text(size=12, tone="slate", wrap=True, parent=self)
        self.busy = BusyRow(name=_("The report is being issued"), parent=self)
        self._busy = ""
        self._sight: ReportSight | None = None
        self._issues: tuple[ReportIssue, ...] = ()
        self.issues = LogList(name=_("Versions"), choosing=True, parent=self)
        self._issues_head = Text(_("Versions"), size=12, bold=True, tone="slate", parent=self)
        self._lay_out()
        self.language.picked.connect(self.language_picked)
        self.naming.chosen.connect(self._on_naming)
        self.issues.taken.connect(self._on_issue)
        self.until.returnPressed.connect(self.circulate.click)
        self.by.returnPressed.connect(self.sign.click)
        self.editions.changed.connect(self._on_editions)
        for button, wish in (
            (self.circulate, self.circulate_asked),
            (self.sign, self.sign_asked),
            (self.final, self.final_asked),
            (self.reopen, self.reopen_asked),
        ):
            button.clicked.connect(wish)

    def show_sight(self, sight: ReportSight, *, today: date) -> None:
        """Show where the report stands; what is being typed stays."""
        standing = sight.standing
        self._near = today
        self.chip.set_look(status_chip(standing.status))
        self.said.setText(standing_words(standing))
        self.language.set_key(standing.language)
        self.naming.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.naming.choose(NAMED if standing.attributed else UNNAMED)
        self.naming.blockSignals(False)  # noqa: FBT003 - Qt's own
        if not self.until.isModified():
            self.until.setText(day_text(standing.corrections_until or today + timedelta(days=WEEK)))
        if not self.by.isModified():
            self.by.setText(standing.signed_by)
        self._sight = sight
        self.editions.show_standing(standing)
        self._allow(sight)
        self._issues = standing.issues
        self.issues.set_rows([_issue_row(one) for one in newest_first(standing.issues)])
        self._issues_head.setVisible(bool(standing.issues))
        self.issues.setVisible(bool(standing.issues))

    def typed_until(self) -> date:
        """Return the day until when corrections can be asked for; raises Refusal with its field."""
        return typed_day(self.until.text(), near=self._near, field="until")

    def show_stale(self) -> None:
        """Show that what keeps it from going on is being looked at again."""
        if self.reason.text():
            self.reason.setText(_("The report is being read …"))

    def show_progress(self, words: str, done: int, whole: int) -> None:
        """Show that the report is being issued; meanwhile it goes nowhere else."""
        self._busy = words
        self.busy.show_progress(words, done, whole)
        self._allow_none()

    def show_rest(self) -> None:
        """Show that nothing is being done."""
        self._busy = ""
        self.busy.show_rest()
        self._on_editions()

    def taken(self) -> None:
        """Learn that what was typed was taken."""
        self.until.setModified(False)
        self.by.setModified(False)
        self.say_problem(None)

    def say_problem(self, refusal: Refusal | None) -> None:
        """Say what is wrong beside its field; None takes it back."""
        for name, field in (("until", self.until_field), ("by", self.by_field)):
            field.set_problem(refusal.sentence if refusal is not None and refusal.field == name else "")

    def _allow(self, sight: ReportSight) -> None:
        standing = sight.standing
        wanted = self.editions.wanted() if self.editions.isVisibleTo(self) else ()
        beside = " ".join(filter(None, (beside_words(sight.findings), hand_words(sight, wanted))))
        self.beside.setText(beside)
        self.beside.setVisible(bool(beside))
        locked = why_not_changed(standing)
        self.language.setEnabled(not locked)
        self.naming.setEnabled(not locked)
        for field in (self.until, self.by):
            field.setReadOnly(bool(locked))
        self.circulate.allow(why_not=locked)
        why = why_not_signed(standing, sight.findings)
        self.sign.allow(why_not=locked or why)
        is_final = standing.status is ReportStatus.FINAL
        final = why_not_also(standing, wanted) if is_final else why_not_final(standing, sight.findings)
        self.final.set_text(_("Issue it so too") if is_final else _("Final"))
        self.final.allow(why_not=final)
        for widget in (self.until_field, self.circulate, self.by_field, self.sign):
            # What was signed goes nowhere but to be final, or to be opened again.
            widget.setVisible(not locked)
        self.reopen.allow()
        self.reopen.setVisible(bool(locked))
        self.reason.setText((locked and final) or why or final)
        if self._busy:
            self._allow_none()

    def _allow_none(self) -> None:
        for button in (self.circulate, self.sign, self.final, self.reopen):
            button.allow(why_not=self._busy)

    def _on_editions(self) -> None:
        if self._sight is not None:
            self._allow(self._sight)

    def _on_naming(self, key: str) -> None:
        self.naming_picked.emit(key == NAMED)

    def _on_issue(self, row: object) -> None:
        key = row.key if isinstance(row, LogRow) else None
        found = next((one for one in self._issues if (one.version, one.edition) == key), None)
        if found is not None:
            self.issue_asked.emit(found)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        state = QHBoxLayout()
        state.addWidget(self.chip)
        state.addStretch(1)
        column.addLayout(state)
        column.addWidget(self.said)
        column.addWidget(self.beside)
        column.addWidget(self.language)
        column.addWidget(self.naming)
        column.addWidget(Rule(parent=self))
        for field, button in ((self.until_field, self.circulate), (self.by_field, self.sign)):
            column.addWidget(field)
            column.addWidget(button)
        column.addSpacing(6)
        column.addWidget(self.editions)
        column.addWidget(self.final)
        column.addWidget(self.reopen)
        column.addWidget(self.reason)
        column.addWidget(self.busy)
        column.addWidget(self._issues_head)
        column.addWidget(self.issues, 1)
        column.addStretch(0)


def _issue_row(one: ReportIssue) -> LogRow:
    look = status_chip(one.status)
    when = f"{day_words(one.at.date(), 'd MMM')} {one.at:%H:%M}"
    return LogRow((one.version, one.edition), "good", f"v{one.version} · {look.text}", edition_words(one.edition), when)
