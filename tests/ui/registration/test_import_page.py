"""The import page: nothing is written before Import, every row can be decided, and the result can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmc_desk.clock import ManualClock
from cmc_desk.desk import importing, people
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.opening import create_meeting, open_meeting
from cmc_desk.desk.registration import register
from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.resource import resource
from cmc_desk.rules.import_decisions import Action, action, changes
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.people import Person
from cmc_desk.ui import theme
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.registration.import_differences import Differences
from cmc_desk.ui.registration.import_page import ImportPage
from cmc_desk.ui.registration.import_words import differs_words
from tests.meetings import MORNING
from tests.ui.inline_pool import InlinePool
from tests.ui.registration.lost_answer import lost

FIRST, SECOND = resource("meetings", "cmc-2019-people.xlsx"), resource("meetings", "cmc-2019-people-2.xlsx")
UPDATED, DUPLICATE, GRENADINES = 9, 11, 13
AUTHOR = Author("P. Example-Gayle", Role.ORGANISER, "Office")


@pytest.fixture(scope="module")
def meeting_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("meeting") / "m.cmc"
    plan = read_meeting(template_path("cmc-2019"))
    made = create_meeting(path, plan, clock=ManualClock(MORNING), author=AUTHOR, training=True)
    first = list(changes(importing.plan(made, importing.read_list(FIRST)), {}))
    made.do(importing.import_people, changes=first, source=FIRST.name, learned={}, columns={})
    made.close()
    return path


@pytest.fixture
def desk(meeting_file: Path, tmp_path: Path) -> Desk:
    copy = tmp_path / "m.cmc"
    copy.write_bytes(meeting_file.read_bytes())
    return open_meeting(copy, author=AUTHOR, clock=ManualClock(MORNING))


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, qapp: QApplication) -> Iterator[ImportPage]:
    theme.apply(qapp, dark=False)
    context = Context(desk, pool=InlinePool())
    page = ImportPage(context)
    stop = desk.subscribe(page.changed)
    page.resize(1278, 676)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    stop()
    desk.close()


@pytest.fixture
def said(page: ImportPage) -> list[Message]:
    heard: list[Message] = []
    page.context.said.connect(heard.append)
    return heard


def everybody(desk: Desk) -> int:
    return desk.read(people.count_people, day=())[people.Filter.ALL]


def verdict(page: ImportPage, row: int) -> RowVerdict:
    assert page.opened is not None
    return next(planned.verdict for planned in page.opened.plan.rows if planned.row == row)


def chosen(page: ImportPage, row: int) -> Action | None:
    assert page.opened is not None
    return action(next(planned for planned in page.opened.plan.rows if planned.row == row), page.opened.decisions)


def press(page: ImportPage, key: Qt.Key, *, shift: bool = False, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.NoModifier
    modifier |= Qt.KeyboardModifier.ShiftModifier if shift else modifier
    modifier |= Qt.KeyboardModifier.ControlModifier if ctrl else modifier
    QTest.keyClick(page.focusWidget() or page, key, modifier)


def test_a_list_is_compared_and_nothing_is_written(page: ImportPage, desk: Desk, said: list[Message]) -> None:
    before = everybody(desk)
    page.open_at(SECOND)
    assert [option.count for option in page.list.filter.options()] == [29, 9, 7, 10, 1, 2]
    assert page.list.write.text() == "Import 16"
    assert everybody(desk) == before
    assert said[-1].before.startswith("Read 29 rows")


def test_ctrl_enter_writes_and_ctrl_z_takes_it_back(page: ImportPage, desk: Desk, said: list[Message]) -> None:
    before = everybody(desk)
    page.open_at(SECOND)
    press(page, Qt.Key.Key_Return, ctrl=True)
    assert everybody(desk) == before + 9
    assert (said[-1].bold, said[-1].undo) == ("9 new, 7 updated", True)
    assert page.callout.isVisible()
    assert page.list.write.text() == "Import 0"
    assert not page.list.write.isEnabled()
    page.context.undo()
    assert everybody(desk) == before
    assert page.list.write.text() == "Import 16"
    assert not page.callout.isVisible()


def test_ctrl_enter_twice_is_one_import(page: ImportPage, desk: Desk) -> None:
    before = everybody(desk)
    page.open_at(SECOND)
    press(page, Qt.Key.Key_Return, ctrl=True)
    press(page, Qt.Key.Key_Return, ctrl=True)
    assert everybody(desk) == before + 9
    assert [line.kind for line in desk.read(journal_lines)].count("registration.import") == 2


def test_ctrl_enter_again_after_an_answer_that_was_lost_is_the_same_import(
    page: ImportPage, desk: Desk, said: list[Message], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everybody(desk)
    page.open_at(SECOND)
    page.list.table.choose(DUPLICATE)
    press(page, Qt.Key.Key_Insert)
    with lost(monkeypatch):
        press(page, Qt.Key.Key_Return, ctrl=True)
    assert page.callout.isVisible()
    press(page, Qt.Key.Key_Return, ctrl=True)
    assert everybody(desk) == before + 10
    assert said[-1].bold == "10 new, 7 updated"
    assert [line.kind for line in desk.read(journal_lines)].count("registration.import") == 2


def test_arrows_take_the_file_or_keep_ours(page: ImportPage) -> None:
    page.open_at(SECOND)
    page.list.table.choose(UPDATED)
    press(page, Qt.Key.Key_Left)
    assert chosen(page, UPDATED) is Action.SKIP
    assert page.list.write.text() == "Import 15"
    press(page, Qt.Key.Key_Right)
    assert chosen(page, UPDATED) is Action.TAKE


def test_shift_decides_all_rows_like_it(page: ImportPage) -> None:
    page.open_at(SECOND)
    page.list.table.choose(UPDATED)
    press(page, Qt.Key.Key_Left, shift=True)
    assert page.list.write.text() == "Import 9"
    QTest.mouseClick(page.detail.buttons[0], Qt.MouseButton.LeftButton)
    assert page.list.write.text() == "Import 10"


def test_f8_goes_to_what_somebody_must_decide_and_a_duplicate_can_be_the_same_person(
    page: ImportPage, desk: Desk
) -> None:
    before = everybody(desk)
    page.open_at(SECOND)
    press(page, Qt.Key.Key_F8)
    row = page.list.table.current()
    assert row is not None
    assert row.planned.row == DUPLICATE
    press(page, Qt.Key.Key_Right)
    assert chosen(page, DUPLICATE) is Action.MERGE
    press(page, Qt.Key.Key_F8)
    row = page.list.table.current()
    assert row is not None
    assert row.planned.row == GRENADINES
    press(page, Qt.Key.Key_Return, ctrl=True)
    assert everybody(desk) == before + 9
    assert not desk.read(people.find_people, text="van der muster").more


def test_a_duplicate_can_be_somebody_else(page: ImportPage, desk: Desk) -> None:
    before = everybody(desk)
    page.open_at(SECOND)
    page.list.table.choose(DUPLICATE)
    press(page, Qt.Key.Key_Insert)
    assert chosen(page, DUPLICATE) is Action.NEW
    page.write()
    assert everybody(desk) == before + 10
    assert chosen(page, DUPLICATE) is not Action.NEW


def test_a_word_for_a_delegation_is_learned_for_all_rows_and_the_next_list(page: ImportPage, desk: Desk) -> None:
    page.open_at(SECOND)
    page.list.table.choose(GRENADINES)
    assert page.detail.which.isVisible()
    assert page.detail.which.combo.key() == "VC"
    press(page, Qt.Key.Key_Right)
    assert verdict(page, GRENADINES) is not RowVerdict.ERROR
    page.write()
    assert desk.read(importing.known_delegations).code("Grenadines") == "VC"


def test_a_filter_shows_only_its_rows_and_f8_leaves_it(page: ImportPage) -> None:
    page.open_at(SECOND)
    page.list.filter.choose("new")
    assert {row.planned.verdict for row in page.list.table.model_of_rows().rows} == {RowVerdict.NEW}
    press(page, Qt.Key.Key_F8)
    assert page.list.filter.key() == "all"


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard", extend=True)
def test_a_column_given_another_target_is_compared_again_and_remembered(page: ImportPage, desk: Desk) -> None:
    page.open_at(SECOND)
    place = [row.heading for row in page.columns.list.rows()].index("Dietary")
    page.columns.open(page.columns.list.rows()[place])
    combo = page.columns.combo
    combo.view().setCurrentIndex(combo.model().index(combo.findData("access_needs"), 0))
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    assert page.columns.list.rows()[place].target == "access_needs"
    assert desk.read(importing.remembered_columns) == {}
    page.write()
    assert desk.read(importing.remembered_columns) == {"dietary": "access_needs"}


def test_a_file_that_is_no_list_is_refused_with_a_sentence_that_stays(page: ImportPage, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.xlsx"
    wrong.write_text("no workbook")
    page.open_at(wrong)
    assert page.callout.isVisible()
    assert "not a workbook" in page.callout.second.text()
    assert page.empty.isVisible()
    page.open_at(SECOND)
    assert not page.callout.isVisible()
    page.open_at(wrong)
    assert page.list.isVisible()


def test_a_file_can_be_dropped_onto_the_page(page: ImportPage) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(SECOND))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(page, drop)
    assert page.opened is not None
    assert page.opened.table.file_name == SECOND.name


def test_the_template_and_the_rows_to_correct_are_saved(page: ImportPage, tmp_path: Path, said: list[Message]) -> None:
    page.save_template(tmp_path / "empty.xlsx", language="es")
    assert (tmp_path / "empty.xlsx").stat().st_size > 0
    page.open_at(SECOND)
    page.save_left_out(tmp_path / "wrong.xlsx")
    assert said[-1].bold == "wrong.xlsx"
    assert len(importing.read_list(tmp_path / "wrong.xlsx").rows) == 3
    page.save_left_out(tmp_path / "nowhere" / "wrong.xlsx")
    assert said[-1].kind == "coral"


def test_a_change_by_somebody_else_is_seen_and_other_decisions_stand(page: ImportPage, desk: Desk) -> None:
    page.open_at(SECOND)
    page.list.table.choose(UPDATED)
    press(page, Qt.Key.Key_Left)
    assert page.opened is not None
    new = next(row for row in page.opened.plan.rows if row.verdict is RowVerdict.NEW)
    desk.do(register, person=new.person)
    assert verdict(page, new.row) is RowVerdict.SAME
    assert chosen(page, UPDATED) is Action.SKIP


def test_arrows_move_the_filter_while_it_has_the_keyboard(page: ImportPage) -> None:
    page.open_at(SECOND)
    page.list.table.choose(UPDATED)
    page.list.filter.step(0)
    press(page, Qt.Key.Key_Right)
    assert page.list.filter.key() == "new"
    assert chosen(page, UPDATED) is Action.TAKE


def test_the_keys_of_the_page_are_told(page: ImportPage) -> None:
    told = {key for key, _words in page.keys()}  # noqa: SIM118 - a page is no dict
    assert {"Ctrl+O", "Ctrl+Return", "F8", "Right", "Left", "Ins"} <= told


def test_the_page_fits_a_small_screen_whatever_row_is_chosen(page: ImportPage) -> None:
    page.open_at(SECOND)
    assert page.opened is not None
    for row in page.opened.plan.rows:
        page.list.table.choose(row.row)
        QApplication.processEvents()
        assert page.minimumSizeHint().height() <= 676


def test_a_name_that_the_list_has_without_accents_is_shown_as_kept(
    page: ImportPage, desk: Desk, tmp_path: Path
) -> None:
    desk.do(register, person=Person(given_name="Iñaki", family_name="NÚÑEZ", delegation="CU"))
    plain = tmp_path / "plain.csv"
    plain.write_text("Family name,Given name,Delegation\nNunez,Inaki,Cuba\n", encoding="utf-8")
    page.open_at(plain)
    row = page.list.table.current()
    assert row is not None
    assert "".join(run.text for run in differs_words(row.planned)) == "Given name kept, Family name kept"
    shown = page.detail.findChild(Differences)
    assert shown is not None
    assert [(one.ours, one.theirs, one.kept) for one in shown.differing.rows()] == [
        ("Iñaki", "Inaki", True),
        ("NÚÑEZ", "Nunez", True),
    ]
    assert page.list.write.text() == "Import 0"


def test_a_list_without_names_says_which_are_looked_for(page: ImportPage, said: list[Message], tmp_path: Path) -> None:
    (tmp_path / "prices.csv").write_text("Item,Price\nCoffee,3\n", encoding="utf-8")
    page.open_at(tmp_path / "prices.csv")
    assert said[-1].kind == "amber"
