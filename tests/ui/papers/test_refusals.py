"""What makes no sense is said beside its field, and nothing is made until it does."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cmc_desk.desk.papers_of_people import PAPERS_OF_PEOPLE
from cmc_desk.desk.setup_agenda import remove_item
from tests.paper_kinds import SHEET
from tests.ui.papers.office import CTRL, Office, make_office

ENTER = Qt.Key.Key_Return


def test_a_time_that_is_none_is_refused_beside_its_field_until_it_is_one(qtbot: QtBot, tmp_path: Path) -> None:
    office = make_office(qtbot, tmp_path, kinds=(replace(SHEET, asks=frozenset({"at"})),))
    side = office.page.side
    side.choices.at.day.set_key("2019-12-05")
    side.choices.at.day.picked.emit("2019-12-05")
    side.choices.at.time.setText("teatime")
    side.choices.at.time.editingFinished.emit()
    assert not side.make.isEnabled()
    assert "no time of day" in side.choices.problem()
    side.choices.at.time.setText("9.30")
    side.choices.at.time.editingFinished.emit()
    assert side.make.isEnabled()
    office.press(ENTER, CTRL)
    assert office.state("Sheet of names", "Thu 5 Dec 09:30") == ("v1", "Current")
    office.close()


def test_a_paper_about_a_session_that_is_gone_says_why_it_cannot_be_made_again(office: Office) -> None:
    about = office.page.side.choices.about
    about.set_key("session opening")
    about.picked.emit(about.key())
    office.press(ENTER, CTRL)
    assert office.state("Sheet of names", "Thu 09:00 Opening")[1] == "Current"
    office.desk.do(remove_item, id="opening")
    office.page.context.read_facts()
    office.page.reader.read()
    assert office.state("Sheet of names", "opening")[1] == "Changed"
    assert not office.page.side.make.isEnabled()
    assert "opening" in office.page.side.choices.problem()
    assert not office.page.side.reason.isVisible(), "it is said once"
    assert not office.page.list.remake.isEnabled(), "it is not among those that can be made again"


def test_certificates_for_more_sessions_than_there_are_now_are_refused_beside_the_rule(
    qtbot: QtBot, tmp_path: Path
) -> None:
    kind = next(one for one in PAPERS_OF_PEOPLE if one.key == "certificates")
    office = make_office(qtbot, tmp_path, kinds=(kind,))
    choices = office.page.side.choices
    choices.rule.rule.set_key("sessions 3")
    choices.rule.rule.picked.emit("sessions 3")
    assert office.page.side.make.isEnabled()
    office.desk.do(remove_item, id="discussion")
    office.page.context.read_facts()
    choices.changed.emit()
    assert not office.page.side.make.isEnabled()
    assert "attendance is taken at 2. Ask for 2 or fewer" in choices.problem()
    choices.rule.rule.set_key("sessions 2")
    choices.rule.rule.picked.emit("sessions 2")
    assert choices.problem() == ""
    assert office.page.side.make.isEnabled()
    office.close()
