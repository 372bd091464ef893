"""Before a window is closed, and before everything is read, what is being typed in the report is in it."""

from cmc_desk.ui.report.view import ReportView
from tests.ui.papers.office import Office
from tests.ui.report.test_editor import VENUE, shown, write_by_hand


def test_what_is_being_typed_is_kept_when_the_window_is_closed(written: Office, editor: ReportView) -> None:
    write_by_hand(written, editor, " One.")
    assert not shown(editor, VENUE).written
    written.page.context.settle()
    assert shown(editor, VENUE).text.endswith(" One.")
    assert shown(editor, VENUE).written
