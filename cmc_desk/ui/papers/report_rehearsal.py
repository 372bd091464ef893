"""The report, its editor and the closing kit brought from state to state for pictures of them."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QTextCursor

from cmc_desk.desk import report
from cmc_desk.desk.setup import change_meeting
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import CorrectionOutcome
from cmc_desk.ui.papers.page import PapersPage
from cmc_desk.ui.papers.rows import REPORT

_PLACE = "organisation/venue/sentence"
_ADDED = "All delegations thanked the host."


def report_states(page: PapersPage, settle: Callable[[], None]) -> Iterator[str]:
    """Bring the report before whoever looks it over, through its editor, and then the closing kit."""
    desk = page.context.desk
    page.open_at(REPORT)
    settle()
    yield "report"
    page.make_report()
    settle()
    yield "report-made"
    page.before.other.click()
    yield "report-other"
    page.side.back.click()
    page.before.edit.click()
    settle()
    view = page.report.editor()
    yield "report-editor"
    view.open_block(_PLACE)
    view.block.text.moveCursor(QTextCursor.MoveOperation.End)
    view.block.text.insertPlainText(" " + _ADDED)
    view.block.keep.click()
    settle()
    yield "report-by-hand"
    # The meeting is somewhere else from now on, so that what was written by hand is behind its sources.
    desk.do(change_meeting, changes={"venue": "Example Conference Centre"})
    settle()
    view.block.compare.setChecked(True)
    yield "report-sources-changed"
    view.block.accept.click()
    view.block.compare.setChecked(False)
    view.blocks.choose("organisation/attendance/figure")
    yield "report-figure"
    view.blocks.choose("organisation/attendance/by-class")
    yield "report-table"
    if (row := view.blocks.list.current()) is not None:
        view.blocks.list.switched.emit(row)
    settle()
    yield "report-left-out"
    view.standing.circulate.click()
    settle()
    yield "report-circulated"
    # Whatever meeting is drawn: the first of its delegations.
    code = min(page.context.facts.delegations, default="")
    for paragraph, words in (("1", "“attended” should read “took part”."), ("2", "Our delegation is missing.")):
        desk.do(report.ask_correction, version=1, paragraph=paragraph, delegation=code, words=words)
    first = desk.read(report.corrections)[0].key
    page.edit_report("correction")
    settle()
    yield "report-corrections"
    page.edit_report("correction", first)
    settle()
    yield "report-correction"
    view.corrections.chosen.outcome.choose(CorrectionOutcome.NOT_ACCEPTED.value)
    yield "report-correction-not-accepted"
    for one in desk.read(report.corrections):
        desk.do(
            report.settle_correction,
            correction=one.key,
            outcome=CorrectionOutcome.ACCEPTED,
            answer="Corrected as asked.",
        )
    settle()
    yield "report-correction-settled"
    view.show_part("standing")
    yield from _final_states(page, settle)
    page.show_papers()
    yield from _closing_states(page, settle)


def _final_states(page: PapersPage, settle: Callable[[], None]) -> Iterator[str]:
    """Sign the report off, make it final in two languages, and correct it."""
    desk, view = page.context.desk, page.report.editor()
    # Whatever meeting is drawn: what keeps it from being signed is mended where it comes from, and here it is not told of.
    desk.do(report.set_report, left_out=("proceedings", "organisation/opening"))
    settle()
    if not view.standing.sign.isEnabled():
        yield "report-not-signed"
        return
    view.standing.by.setText("The Permanent Secretary")
    view.standing.sign.click()
    settle()
    view.standing.editions.ticks["fr"].setChecked(True)
    yield "report-signed"
    view.standing.final.click()
    settle()
    yield "report-final"
    desk.do(report.ask_correction, version=3, paragraph="1", delegation="", words="It is not the right number.")
    first = desk.read(report.corrections)[-1].key
    page.edit_report("correction", first)
    settle()
    view.corrections.chosen.corrected.setText("As many took part as are in the list of participants.")
    yield "report-correction-of-final"
    view.corrections.chosen.settle.click()
    settle()
    yield "report-correction-accepted"
    view.corrections.issue.click()
    settle()
    yield "report-corrigendum"


def _closing_states(page: PapersPage, settle: Callable[[], None]) -> Iterator[str]:
    """Bring the closing kit before whoever closes the meeting."""
    page.show_kit()
    page.closing.notes.setChecked(True)
    yield "closing-kit"
    page.closing.notes.setChecked(False)
    page.closing.close_key.click()
    # A picture waits for whatever is at work: this is what is seen while it is.
    page.list.kit.show_progress(_("Making {file} …").format(file="people/participants.docx"), 4, 61)
    page.list.kit.show()
    page.before.kit.hide()
    yield "closing-kit-goes-on"
    page.show_kit()
    page.closing.make.click()
    settle()
    yield "closing-kit-made"
    kit = page.closing.folder()
    if kit.is_dir():
        (kit / "people" / "participants.pdf").unlink(missing_ok=True)
        page.kit.work.verify(kit)
        settle()
        yield "closing-kit-differs"
    page.closing.close_key.click()
