"""The list that comes in, and what can be seen and pressed on its page."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cmc_desk.desk import people
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.resource import resource
from cmc_desk.rules.import_decisions import Action, action
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.rules.meeting import Role
from cmc_desk.ui.registration.import_page import ImportPage

FIRST, SECOND = resource("meetings", "cmc-2019-people.xlsx"), resource("meetings", "cmc-2019-people-2.xlsx")
UPDATED, DUPLICATE, GRENADINES = 9, 11, 13
AUTHOR = Author("P. Example-Gayle", Role.ORGANISER, "Office")


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
