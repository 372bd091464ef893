"""What is done with the corrections of the report: each wish of their pane becomes a command, and what is said of it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk import report
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.rules.report_blocks import Para
from cmc_desk.rules.report_standing import Correction, paragraph_number
from cmc_desk.ui.context import Context
from cmc_desk.ui.report.corrections_pane import CorrectionsPane

R = TypeVar("R")


class Correcting(QObject):
    """`found` brings the key of the paragraph that a correction is about, empty if there is none, and its number."""

    found = Signal(str, str)

    def __init__(self, context: Context, pane: CorrectionsPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._pane = context, pane
        pane.asked.connect(self._on_asked)
        pane.chosen.settled.connect(self._on_settled)
        pane.chosen.reopened.connect(self._on_reopened)
        pane.chosen.removed.connect(self._on_removed)
        pane.chosen.gone_to.connect(self._on_gone_to)
        pane.issue_asked.connect(self._on_issue)

    def _on_asked(self) -> None:
        pane, of = self._pane, self._pane.version_asked()
        done = self._told(
            lambda: self._context.desk.do(
                report.ask_correction,
                version=of.version if of is not None else 0,
                edition=of.edition if of is not None else None,
                paragraph=pane.paragraph.text(),
                delegation=pane.delegation.key(),
                words=pane.words.text(),
            )
        )
        if done is not None:
            pane.clear()
            self._context.say("notice", _("Correction recorded."), undo=True)

    def _on_settled(self) -> None:
        one, form = self._pane.current(), self._pane.chosen
        if one is None:
            return
        done = self._told(
            lambda: self._context.desk.do(
                report.settle_correction,
                correction=one.key,
                outcome=form.chosen_outcome(),
                answer=form.answer.text(),
                replaced=form.replaced.text() if one.corrigendum else "",
                corrected=form.corrected.text() if one.corrigendum else "",
            )
        )
        if done is not None:
            form.clear()
            self._context.say("notice", _("Correction settled."), undo=True)

    def _on_reopened(self) -> None:
        one = self._pane.current()
        if one is not None and self._context.attempt(report.reopen_correction, correction=one.key) is not None:
            self._context.say("notice", _("The correction is open again."), undo=True)
            self._pane.chosen.begin()

    def _on_removed(self) -> None:
        one = self._pane.current()
        if one is not None and self._context.attempt(report.remove_correction, correction=one.key) is not None:
            self._context.say("notice", _("Correction removed."), undo=True)

    def _on_issue(self) -> None:
        number = self._context.attempt(report.issue_corrigendum)
        if number is None:
            return
        lines = next((len(one.lines) for one in self._context.desk.read(report.corrigenda) if one.number == number), 0)
        told = ngettext("{number} correction", "{number} corrections", lines).format(number=lines)
        words = _("Corrigendum {number}").format(number=number)
        self._context.say("notice", "", words, f" · {told} · " + _("it stands among the papers"))

    def _on_gone_to(self) -> None:
        one = self._pane.current()
        if one is not None:
            self.found.emit(self._paragraph_of(one), one.paragraph)

    def _paragraph_of(self, one: Correction) -> str:
        """Return the key of the paragraph that a correction is about, by its number in the text that it is of; empty if there is none."""
        number = paragraph_number(one.paragraph)
        try:
            blocks = self._context.desk.read(
                report.issued_blocks,
                version=one.version,
                language=one.edition.language,
                attributed=one.edition.attributed,
            )
        except (Refusal, Unavailable):
            return ""
        return next((block.key for block in blocks if isinstance(block, Para) and block.label == f"{number}."), "")

    def _told(self, act: Callable[[], R]) -> R | None:
        """Do something; a refusal is said beside its field too."""
        try:
            done = act()
        except Refusal as refusal:
            self._pane.say_problem(refusal)
            self._context.say("amber", refusal.sentence)
            return None
        except Unavailable as trouble:
            self._context.trouble(trouble)
            return None
        self._pane.say_problem(None)
        return done
