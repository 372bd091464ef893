"""The report issued beside the window, kept without being built again, and written while badges are scanned."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmc_desk.desk import report
from cmc_desk.desk.closing import make_closing
from cmc_desk.desk.report_ahead import ReportMoved, ReportUnseen, read_ahead
from cmc_desk.desk.report_sight import report_sight
from cmc_desk.desk.setup import change_meeting
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.ui.report.view import ReportView
from tests.desk.readout_hands import AGREED, write
from tests.desk.report_hands import para, tree
from tests.meetings import DAYS
from tests.paper_kinds import SHEET
from tests.ui.papers.office import ALT, Office, WaitingPool, make_office

VENUE = "organisation/venue/sentence"


def test_the_report_is_read_beside_the_window_and_only_then_issued(qtbot: QtBot, tmp_path: Path) -> None:
    pool = WaitingPool()
    office = make_office(qtbot, tmp_path, pool=pool, kinds=(SHEET,))
    write(office.desk, AGREED)
    office.page.edit_report()
    pool.run()
    standing = office.page.report.editor().standing
    office.press(Qt.Key.Key_U, ALT)
    assert standing.busy.isVisible()
    assert not standing.circulate.isEnabled()
    assert office.desk.read(report.report_standing).status is ReportStatus.DRAFT
    # Somebody else writes meanwhile: nothing goes out that is not what was shown.
    office.desk.do(change_meeting, changes={"venue": "Example Centre"})
    pool.run()
    assert office.desk.read(report.report_standing).status is ReportStatus.DRAFT
    assert office.last()[1].startswith("The report says something else now than what is shown")
    pool.run()
    office.press(Qt.Key.Key_U, ALT)
    pool.run()
    assert office.desk.read(report.report_standing).status is ReportStatus.CIRCULATED
    assert "Example Centre" in para(tree(office.desk, issue=1), VENUE).text
    assert not standing.busy.isVisible()
    office.press(Qt.Key.Key_U, ALT)
    office.press(Qt.Key.Key_C, ALT)
    pool.run()
    assert office.last() == ("quiet", "Cancelled: the report stays where it was.")
    office.close()


def test_what_was_read_is_not_issued_after_a_change(written: Office) -> None:
    desk = written.desk
    ahead = desk.read(read_ahead)
    desk.do(change_meeting, changes={"venue": "Example Centre"})
    with pytest.raises(ReportMoved, match="was changed while"):
        desk.do(report.circulate_report, until=DAYS[-1], ahead=ahead)
    assert desk.do(report.circulate_report, until=DAYS[-1], ahead=desk.read(read_ahead)) == 1


def test_what_is_being_typed_is_read_before_the_report_goes_out(qtbot: QtBot, tmp_path: Path) -> None:
    pool = WaitingPool()
    office = make_office(qtbot, tmp_path, pool=pool, kinds=(SHEET,))
    write(office.desk, AGREED)
    office.page.edit_report()
    pool.run()
    editor = office.page.report.editor()
    editor.open_block(VENUE)
    editor.block.text.setFocus()
    QTest.keyClicks(editor.block.text, "By hand. ")
    editor.standing.circulate.click()
    editor.standing.circulate.click()
    assert office.last() == ("quiet", "The report is being read …")
    assert office.desk.read(report.report_standing).status is ReportStatus.DRAFT
    office.page.report.reader.read()
    pool.run()
    pool.run()
    assert office.desk.read(report.report_standing).status is ReportStatus.CIRCULATED
    assert "By hand." in para(tree(office.desk, issue=1), VENUE).text
    office.close()


def test_what_keeps_it_is_told_of_the_text_that_went_out_and_nothing_old_beside_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    pool = WaitingPool()
    office = make_office(qtbot, tmp_path, pool=pool, kinds=(SHEET,))
    write(office.desk, AGREED)
    office.page.edit_report()
    pool.run()
    standing = office.page.report.editor().standing
    assert standing.reason.text() == "Circulate it before it is signed off."
    office.desk.do(report.set_report, left_out=("proceedings", "organisation/opening"))
    assert standing.reason.text() == "The report is being read …"
    office.page.report.reader.read()
    pool.run()
    office.press(Qt.Key.Key_U, ALT)
    pool.run()
    assert ("notice", "Circulated: version 1 of the report") in [
        (one.kind, one.before + one.bold + one.after) for one in office.said
    ]
    office.close()


def test_whoever_signs_signs_what_was_shown(written: Office) -> None:
    desk = written.desk
    desk.do(report.set_report, left_out=("proceedings", "organisation/opening"))
    desk.do(report.circulate_report, until=DAYS[-1])
    seen = desk.read(report_sight).digest
    desk.do(change_meeting, changes={"venue": "Example Centre"})
    with pytest.raises(ReportUnseen, match="something else now than what is shown"):
        desk.do(report.sign_off_report, by="A. Muster", seen=seen)
    assert desk.do(report.sign_off_report, by="A. Muster", seen=desk.read(report_sight).digest) == 2


def test_a_text_written_beside_older_sources_is_marked_as_behind_them(written: Office) -> None:
    desk = written.desk
    seen = para(tree(desk), VENUE).digest
    desk.do(change_meeting, changes={"venue": "Example Centre"})
    desk.do(report.write_block, block=VENUE, language="en", attributed=True, text="By hand.", seen=seen)
    assert para(tree(desk), VENUE).stale
    desk.do(report.accept_block, block=VENUE, language="en", attributed=True, seen=para(tree(desk), VENUE).digest)
    assert not para(tree(desk), VENUE).stale


def test_a_scan_leaves_whoever_writes_in_the_report_there(written: Office, editor: ReportView) -> None:
    assert written.page.stays_when_scanned
    editor.blocks.list.setFocus()
    written.press(Qt.Key.Key_Escape)
    assert not written.page.is_editing()
    assert not written.page.stays_when_scanned


def test_the_pane_says_that_the_journal_does_not_know_a_manifest(written: Office, tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    make_closing(written.desk, kit)
    written.page.show_kit()
    written.page.kit.work.verify(kit)
    assert "does not know this manifest" in written.page.closing.result.second.text()
