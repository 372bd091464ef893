"""Lists of painted rows: what was found, what happened, what is checked."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cmc_desk.ui.parts.checklist import Checklist, CheckRow
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.log_list import LogList, LogRow
from cmc_desk.ui.parts.result_list import HitRow, ResultList
from cmc_desk.ui.theme import colour
from tests.ui.parts.pictures import Show, colours_in


def test_a_list_of_hits_shows_and_says_them(qtbot: QtBot, shown: Show) -> None:
    hits = ResultList(name="People found")
    with qtbot.waitSignal(hits.chosen, timeout=0):
        hits.set_rows(
            (
                HitRow(
                    "a", "Keisha Example-Blake", "Trinidad", "TT", hits=((15, 18),), chip=ChipLook("Expected", "notyet")
                ),
                HitRow("b", "CMC Preparatory Meeting", icon="cal"),
            ),
            first=True,
        )
    shown(hits)
    assert hits.sizeHint().height() == 104
    assert {colour("hl").name(), colour("lagoon").name(), colour("sea").name()} <= colours_in(hits)
    model = hits.model()
    assert model.index(0, 0).data() == "Keisha Example-Blake, Trinidad, Expected"
    hits.step(1)
    assert hits.current() == hits.rows()[1]
    assert hits.choose("a")
    with qtbot.waitSignal(hits.taken, timeout=0) as taken:
        QTest.keyClick(hits, Qt.Key.Key_Enter)
    assert taken.args == [hits.rows()[0]]
    QTest.keyClick(hits, Qt.Key.Key_Down)
    assert hits.current() == hits.rows()[1]


def test_a_click_on_a_hit_chooses_it_and_leaves_the_cursor_in_the_field(shown: Show) -> None:
    edit, hits = QLineEdit(), ResultList(name="People found")
    hits.set_rows((HitRow(1, "One"), HitRow(2, "Two")))
    shown(edit, hits)
    edit.setFocus()
    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 70))
    assert hits.current() == HitRow(2, "Two")
    assert QApplication.focusWidget() is edit


def test_what_happened_is_only_shown_and_the_loud_row_stands_on_amber(shown: Show) -> None:
    log = LogList(name="Just scanned")
    row = LogRow(1, "warning", "Marisol Sample-Peña", "Already in", "08:49", "Desk B", loud=True)
    log.set_rows((row,))
    shown(log)
    assert {colour("amberT").name(), colour("amber").name()} <= colours_in(log)
    assert log.model().index(0, 0).data() == "08:49, Marisol Sample-Peña, Already in, Desk B"
    assert log.focusPolicy() == Qt.FocusPolicy.NoFocus
    QTest.mouseClick(log.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    assert not log.selectedIndexes()


def test_a_checklist_is_as_high_as_its_rows(shown: Show) -> None:
    checks = Checklist(name="Checks", lines=True)
    checks.set_checks(
        (CheckRow(1, "good", "Disk", right="41 GB free"), CheckRow(2, "notyet", "Opal Example-Blagg", "not coming"))
    )
    shown(checks)
    assert checks.height() == 62
    assert checks.model().index(1, 0).data() == "Opal Example-Blagg, not coming"
    assert colour("leaf").name() in colours_in(checks)
