"""Before a window is closed what is being typed in the report is in it, and before it is read nothing of it goes out."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cmc_desk.desk.report_sight import report_status
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.ui.report.view import ReportView
from tests.paper_kinds import SHEET
from tests.ui.papers.office import ALT, Office, WaitingPool, make_office
from tests.ui.report.test_editor import VENUE, shown, write_by_hand


def test_what_is_being_typed_is_kept_when_the_window_is_closed(written: Office, editor: ReportView) -> None:
    write_by_hand(written, editor, " One.")
    assert not shown(editor, VENUE).written
    written.page.context.settle()
    assert shown(editor, VENUE).text.endswith(" One.")
    assert shown(editor, VENUE).written


def test_nothing_goes_out_before_the_report_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    pool = WaitingPool()
    office = make_office(qtbot, tmp_path, pool=pool, kinds=(SHEET,))
    office.page.edit_report()
    pane = office.page.report.editor().standing
    assert not pane.circulate.isEnabled()
    assert not pane.sign.isEnabled()
    for key in (Qt.Key.Key_U, Qt.Key.Key_S, Qt.Key.Key_N):
        office.press(key, ALT)
    pool.run()
    assert office.desk.read(report_status) is ReportStatus.DRAFT
    assert pane.circulate.isEnabled()
    office.close()
