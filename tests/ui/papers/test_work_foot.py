"""While something is being done, how far it is stands in the place of what can be done."""

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.ui.papers.work_foot import WorkFoot


def test_what_is_being_done_takes_the_place_of_what_can_be_done(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    foot, make = WorkFoot(name="Making papers", parent=pane), QPushButton("Make")
    foot.rest.addWidget(make)
    pane.show()
    assert (make.isVisible(), foot.busy.isVisible()) == (True, False)
    foot.show_progress("Quorum", 1, 4)
    assert (make.isVisible(), foot.busy.isVisible()) == (False, True)
    assert foot.busy.working.text() == "Quorum"
    foot.show_rest()
    assert (make.isVisible(), foot.busy.isVisible()) == (True, False)
