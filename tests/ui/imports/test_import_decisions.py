"""Every row of a list can be decided: by itself, with all like it, and for the next list."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cmc_desk.desk import importing, people
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.registration import register
from cmc_desk.rules.import_decisions import Action
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.rules.people import Person
from cmc_desk.ui.registration.import_differences import Differences
from cmc_desk.ui.registration.import_page import ImportPage
from cmc_desk.ui.registration.import_words import differs_words
from tests.ui.imports.acts import (
    DUPLICATE,
    GRENADINES,
    SECOND,
    UPDATED,
    chosen,
    everybody,
    press,
    verdict,
)


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
