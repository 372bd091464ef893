"""The final report in the windows: in the languages that are ticked, and corrected by corrigenda."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmc_desk.desk import report
from cmc_desk.rules.document_kinds import CorrectionOutcome, ReportStatus
from cmc_desk.rules.report_standing import Edition
from cmc_desk.ui.report.view import ReportView
from tests.paper_kinds import SHEET
from tests.ui.papers.office import ALT, CTRL, Office, WaitingPool, make_office

EN, FR = Edition("en"), Edition("fr")
ENTER = Qt.Key.Key_Return


@pytest.fixture
def signed(written: Office) -> ReportView:
    """Return the editor of a report that the host has signed."""
    desk = written.desk
    desk.do(report.set_report, left_out=("proceedings", "organisation/opening"))
    desk.do(report.circulate_report, until=date(2019, 12, 13))
    desk.do(report.sign_off_report, by="The Permanent Secretary")
    written.page.edit_report()
    return written.page.report.editor()


def test_it_is_made_final_in_the_languages_that_are_ticked_and_later_in_another(
    written: Office, signed: ReportView
) -> None:
    pane = signed.standing
    assert pane.editions.isVisible()
    assert [code for code, tick in pane.editions.ticks.items() if tick.isChecked()] == ["en"]
    assert not pane.editions.ticks["en"].isEnabled()
    QTest.keyClick(pane.editions.ticks["fr"], Qt.Key.Key_Space)
    written.press(Qt.Key.Key_N, ALT)
    standing = written.desk.read(report.report_standing)
    assert (standing.status, standing.editions) == (ReportStatus.FINAL, (EN, FR))
    assert pane.final.text() == "Issue it so too"
    assert not pane.final.isEnabled()
    assert pane.reason.text() == "Tick in which language it is issued too."
    QTest.keyClick(pane.editions.other, Qt.Key.Key_Space)
    written.press(Qt.Key.Key_N, ALT)
    assert written.desk.read(report.report_standing).editions == (
        EN,
        Edition("en", attributed=False),
        FR,
        Edition("fr", attributed=False),
    )
    assert written.last() == ("notice", "Issued besides: version 3 of the report")
    asked = [(ask.language, ask.naming.value) for ask in written.page.report.made_asks()]
    assert asked == [("en", ""), ("en", "not attributed"), ("fr", "attributed"), ("fr", "not attributed")]
    assert pane.issues.rows()[0].key == (3, EN)


def test_it_is_not_made_final_in_a_language_that_it_was_only_in_before(written: Office) -> None:
    desk = written.desk
    desk.do(report.set_report, left_out=("proceedings", "organisation/opening"))
    written.page.edit_report()
    pane = written.page.report.editor().standing
    assert pane.editions.ticks["en"].isChecked()
    pane.editions.other.setChecked(True)
    pane.language_picked.emit("fr")
    pane.naming.choose("unnamed")
    desk.do(report.circulate_report, until=date(2019, 12, 13))
    desk.do(report.sign_off_report, by="The Permanent Secretary")
    assert [code for code, tick in pane.editions.ticks.items() if tick.isChecked()] == ["fr"]
    assert pane.editions.ticks["en"].isEnabled()
    assert not pane.editions.other.isChecked()
    written.press(Qt.Key.Key_N, ALT)
    assert desk.read(report.report_standing).editions == (Edition("fr", attributed=False),)


def test_a_paragraph_by_hand_that_is_the_sources_in_another_language_is_told_before_it_is_final(
    written: Office, signed: ReportView
) -> None:
    desk, pane = written.desk, signed.standing
    desk.do(report.reopen_report)
    desk.do(report.write_block, block="summary/attendance", language="en", attributed=True, text="Five came, by hand.")
    desk.do(report.sign_off_report, by="The Permanent Secretary")
    assert not pane.beside.isVisible()
    QTest.keyClick(pane.editions.ticks["es"], Qt.Key.Key_Space)
    assert pane.beside.isVisible()
    assert "1 paragraph written by hand says there what the sources say (1)." in pane.beside.text()
    QTest.keyClick(pane.editions.ticks["es"], Qt.Key.Key_Space)
    assert not pane.beside.isVisible()


def test_a_correction_that_was_just_recorded_elsewhere_is_shown_once_it_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    pool = WaitingPool()
    office = make_office(qtbot, tmp_path, pool=pool, kinds=(SHEET,))
    office.desk.do(report.circulate_report, until=date(2019, 12, 13))
    office.page.edit_report()
    pool.run()
    keys = [
        office.desk.do(report.ask_correction, version=1, paragraph="1", delegation="", words=words)
        for words in ("Wrong.", "Wrong as well.")
    ]
    office.page.open_at(("correction", keys[1]))
    pool.run()
    chosen = office.page.report.editor().corrections.current()
    assert chosen is not None
    assert chosen.key == keys[1]
    office.close()


def test_whoever_was_led_to_a_correction_that_is_gone_is_not_led_there_again(written: Office) -> None:
    desk = written.desk
    desk.do(report.circulate_report, until=date(2019, 12, 13))
    gone = desk.do(report.ask_correction, version=1, paragraph="1", delegation="", words="Wrong.")
    desk.do(report.remove_correction, correction=gone)
    written.page.open_at(("correction", gone))
    view = written.page.report.editor()
    assert view.corrections.isVisible()
    view.show_part("standing")
    desk.do(report.set_report, left_out=("proceedings",))
    assert view.standing.isVisible()


def test_a_correction_of_the_final_report_goes_out_with_a_corrigendum(written: Office, signed: ReportView) -> None:
    desk, pane = written.desk, signed.corrections
    desk.do(report.finish_report, editions=(FR,))
    written.press(Qt.Key.Key_F7)
    assert not pane.issue.isEnabled()
    assert pane.version.currentText() == "Version 3 · English"
    written.press(Qt.Key.Key_N, CTRL)
    QTest.keyClicks(pane.paragraph, "1")
    QTest.keyClicks(pane.words, "Two came.")
    written.press(Qt.Key.Key_R, ALT)
    (asked,) = desk.read(report.corrections)
    written.page.open_at(("correction", asked.key))
    form = pane.chosen
    QTest.keyClicks(form.replaced, "seven")
    QTest.keyClicks(form.corrected, "Two")
    written.press(Qt.Key.Key_R, ALT)
    assert form.fields["replaced"].problem().startswith("“seven” does not stand in paragraph 1")
    form.replaced.setFocus()
    form.replaced.selectAll()
    QTest.keyClicks(form.replaced, "participants")
    written.press(ENTER)
    assert form.said.text() == "Accepted · for “participants” read “Two”"
    assert not form.settle.isVisible()
    written.press(Qt.Key.Key_O, ALT)
    assert desk.read(report.corrections)[0].outcome is CorrectionOutcome.OPEN
    assert form.replaced.text() == "participants"
    written.press(Qt.Key.Key_R, ALT)
    assert pane.going_out.text() == "1 goes out with the next one."
    written.press(Qt.Key.Key_I, ALT)
    assert desk.read(report.corrigenda)[0].number == 1
    assert written.last() == ("notice", "Corrigendum 1 · 1 correction · it stands among the papers")
    assert not form.reopen.isEnabled()
    assert form.said.text().startswith("Corrigendum 1")
    assert not pane.issue.isEnabled()
