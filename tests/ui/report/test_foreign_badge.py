"""A foreign badge of letters only, held before any form of the report, circulates, signs, corrects and settles nothing."""

from datetime import date

from cmc_desk.desk import report
from cmc_desk.ui.report.view import CORRECTIONS, ReportView
from tests.ui.papers.office import Office
from tests.ui.scans.foreign import holds_nothing


def test_it_circulates_and_signs_nothing(written: Office, editor: ReportView) -> None:
    written.desk.do(report.set_report, left_out=("proceedings", "organisation/opening"))
    written.desk.do(report.circulate_report, until=date(2019, 12, 13))
    assert editor.standing.sign.isEnabled()
    assert holds_nothing(written.page.context, editor.standing) == 2


def test_it_keeps_no_paragraph(written: Office, editor: ReportView) -> None:
    editor.open_block("summary/attendance")
    assert holds_nothing(written.page.context, editor.block)


def test_it_records_and_settles_no_correction(written: Office, editor: ReportView) -> None:
    desk = written.desk
    desk.do(report.set_report, left_out=("proceedings", "organisation/opening"))
    desk.do(report.circulate_report, until=date(2019, 12, 13))
    desk.do(report.sign_off_report, by="A. Muster")
    desk.do(report.finish_report)
    editor.show_part(CORRECTIONS)
    editor.corrections.begin()
    assert holds_nothing(written.page.context, editor.corrections) == 2
    editor.corrections.paragraph.clear()
    key = desk.do(report.ask_correction, version=3, paragraph="1", delegation="", words="Wrong.")
    written.page.open_at(("correction", key))
    assert holds_nothing(written.page.context, editor.corrections.chosen) == 3
