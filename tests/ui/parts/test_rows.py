"""Tables and lists: rows are data, the chosen one is kept by its key, and what is cut stands in a tooltip."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import (
    Cell,
    CellStyle,
    FlagText,
    IconLines,
    IconText,
    TickMark,
    TwoLines,
    cell_text,
    cell_width,
)
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.row_model import CELL, ROW, Column, RowTableModel
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.parts.runs import Run
from cmc_desk.ui.theme import colour
from tests.ui.parts.pictures import Show, colours_in, picture


@dataclass(frozen=True)
class Person:
    """A row."""

    number: int
    name: str
    where: str = "JM"
    state: str = "Expected"


PEOPLE = (
    Person(1, "Keisha Example-Blake"),
    Person(2, "Blaise Sample-Dorval", "HT"),
    Person(3, "Ilse Muster-Croes", "AW"),
)


def number(person: Person) -> str:
    return str(person.number)


def name(person: Person) -> str:
    return person.name


def where(person: Person) -> Cell:
    return FlagText(person.where, person.where)


def state(person: Person) -> Cell:
    return ChipLook(person.state, "notyet")


def advice(person: Person) -> str:
    return f"Number {person.number}"


COLUMNS: tuple[Column[Person], ...] = (
    Column("No.", number, 60, draw.RIGHT, tone="slate"),
    Column("Name", name, bold=True),
    Column("Delegation", where, 120),
    Column("State", state, 60, tooltip=advice),
)


def key(person: Person) -> int:
    return person.number


@pytest.fixture
def table() -> RowTable[Person]:
    made = RowTable(COLUMNS, key=key, name="People")
    made.set_rows(PEOPLE)
    return made


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = RowTableModel(COLUMNS, key=key)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt left it without types
    model.set_rows(PEOPLE)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt left it without types


def test_a_model_tells_words_to_readers_and_cells_to_painters() -> None:
    model = RowTableModel(COLUMNS, key=key)
    model.set_rows(PEOPLE)
    index = model.index(1, 2)
    assert index.data() == "HT"
    assert index.data(CELL) == FlagText("HT", "HT")
    assert index.data(ROW) == PEOPLE[1]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Delegation: HT"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole) == "Number 1"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Name"
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.headerData(1, Qt.Orientation.Vertical) is None
    assert model.rowCount(index) == model.columnCount(index) == 0
    assert model.data(QModelIndex()) is None
    assert model.key_at(7) is None


def test_one_row_is_replaced_by_its_key(qtbot: QtBot) -> None:
    model = RowTableModel(COLUMNS, key=key)
    model.set_rows(PEOPLE)
    changed = Person(2, "Blaise Sample-Dorval", "HT", "08:33")
    with qtbot.waitSignal(model.dataChanged, timeout=0):
        assert model.replace_row(changed)
    assert model.rows[1] == changed
    with qtbot.assertNotEmitted(model.dataChanged):
        assert not model.replace_row(Person(9, "Nobody"))


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("Legal Officer", "Legal Officer"),
        ((Run("31", bold=True), Run(" of 84")), "31 of 84"),
        (ChipLook("Expected"), "Expected"),
        (FlagText("JM", "Jamaica"), "Jamaica"),
        (IconText("lock", "Sealed"), "Sealed"),
        (IconText("check", name="done"), "done"),
        (TwoLines((Run("Lunch"),), (Run("90 min"),)), "Lunch · 90 min"),
        (TwoLines((Run("Lunch"),)), "Lunch"),
        (TickMark(on=True, name="to print"), "to print"),
    ],
)
def test_every_kind_of_cell_has_words_and_is_painted(cell: Cell, words: str, shown: Show) -> None:
    assert cell_text(cell) == words
    assert cell_width(cell, CellStyle()) >= 16

    def value(_row: int) -> Cell:
        return cell

    def number(row: int) -> int:
        return row

    empty: tuple[Column[int], ...] = (Column("", lambda _row: "", 300), Column("", lambda _row: "", 300, draw.RIGHT))
    full: tuple[Column[int], ...] = (Column("", value, 300), Column("", value, 300, draw.RIGHT))
    bare, painted = (RowTable(columns, key=number, name="Cells", height=52) for columns in (empty, full))
    for one in (bare, painted):
        one.set_rows((1,))
        one.setFixedSize(600, 100)
    shown(bare)
    shown(painted)
    for x in (0, 300):
        assert picture(bare).copy(x, 28, 300, 52) != picture(painted).copy(x, 28, 300, 52)


def test_the_chosen_row_is_kept_by_its_key_when_the_rows_change(
    table: RowTable[Person], qtbot: QtBot, shown: Show
) -> None:
    shown(table)
    with qtbot.waitSignal(table.chosen, timeout=0) as chosen:
        assert table.choose(3)
    assert chosen.args == [PEOPLE[2]]
    with qtbot.assertNotEmitted(table.chosen):
        table.set_rows((PEOPLE[2], PEOPLE[0]))
    assert table.current() == PEOPLE[2]
    with qtbot.waitSignal(table.chosen, timeout=0) as chosen:
        table.set_rows(PEOPLE[:2])
    assert chosen.args == [None]
    assert table.current() is None
    assert not table.choose(3)


def test_a_search_chooses_the_first_and_a_command_the_one_it_names(table: RowTable[Person]) -> None:
    table.set_rows(PEOPLE, first=True)
    assert table.current() == PEOPLE[0]
    table.set_rows(PEOPLE, key=2)
    assert table.current() == PEOPLE[1]
    table.set_rows((), first=True)
    assert table.current() is None


def test_arrows_walk_and_stop_at_the_ends(table: RowTable[Person]) -> None:
    table.step(1)
    assert table.current() == PEOPLE[0]
    table.step(8)
    assert table.current() == PEOPLE[2]
    table.step(-8)
    assert table.current() == PEOPLE[0]
    table.set_rows(())
    table.step(1)
    assert table.current() is None


def test_enter_and_a_double_click_take_the_row(table: RowTable[Person], qtbot: QtBot, shown: Show) -> None:
    shown(table)
    table.setFocus()
    with qtbot.assertNotEmitted(table.taken):
        QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.taken, timeout=0) as taken:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert taken.args == [table.current()]
    place = table.visualRect(table.model_of_rows().index(2, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.taken, timeout=0) as taken:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert taken.args == [PEOPLE[2]]


def test_the_chosen_row_carries_ground_bar_and_with_the_keyboard_a_frame(table: RowTable[Person], shown: Show) -> None:
    window = shown(table)
    table.choose(1)
    window.setFocus()
    row = table.visualRect(table.model_of_rows().index(0, 0))
    corner = table.viewport().mapTo(table, row.topLeft())
    sea, lagoon = colour("sea"), colour("lagoon")
    seen = picture(table)
    assert seen.pixelColor(corner.x() + 1, corner.y() + 20) == sea
    assert seen.pixelColor(corner.x() + 8, corner.y() + 1) == lagoon
    table.setFocus()
    assert picture(table).pixelColor(corner.x() + 8, corner.y() + 1) == sea


def test_a_row_may_stand_on_another_ground(shown: Show) -> None:
    def ground(person: Person) -> str:
        return "sand" if person.number == 1 else "panel"

    table = RowTable(COLUMNS, key=key, name="People", ground=ground, heads=False)
    table.set_rows(PEOPLE[:1])
    shown(table)
    assert colour("sand").name() in colours_in(table)


@pytest.mark.parametrize(("row", "column", "tip"), [(0, 1, ""), (1, 1, "A very long name " * 9), (0, 3, "Number 1")])
def test_what_is_cut_stands_in_the_tooltip(row: int, column: int, tip: str, shown: Show) -> None:
    table = RowTable(COLUMNS, key=key, name="People")
    table.set_rows((PEOPLE[0], Person(2, "A very long name " * 9)))
    shown(table)
    index = table.model_of_rows().index(row, column)
    option = QStyleOptionViewItem()
    option.rect = table.visualRect(index)
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint())
    QToolTip.hideText()
    assert table.itemDelegate().helpEvent(event, table, option, index)
    assert (QToolTip.text() if QToolTip.isVisible() else "") == tip
    QToolTip.hideText()


def test_a_heading_is_lower_is_never_chosen_and_is_passed_over(shown: Show) -> None:
    table: RowTable[Person] = RowTable(
        (Column("Name", lambda row: row.name),),
        key=number,
        name="People",
        heading=lambda row: not row.where,
    )
    rows = (Person(0, "Jamaica", ""), Person(1, "Keisha"), Person(2, "Haiti", ""), Person(3, "Blaise"))
    table.set_rows(rows, key=number(rows[1]))
    shown(table)
    table.setFocus()
    assert [table.rowHeight(place) for place in range(4)] == [30, 42, 30, 42]
    chosen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(table, key)
        row = table.current()
        chosen.append(row.name if row else "")
    assert chosen == ["Blaise", "Blaise", "Keisha", "Keisha"]
    for key, name in ((Qt.Key.Key_End, "Blaise"), (Qt.Key.Key_Home, "Keisha")):
        QTest.keyClick(table, key)
        row = table.current()
        assert row is not None
        assert row.name == name
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(2, 0)).center()
    )
    assert table.current() == rows[1]
    table.set_rows(rows[1:2])
    assert table.rowHeight(0) == 42


def test_an_icon_with_two_lines_says_both() -> None:
    cell = IconLines("sheet", "Signature sheets", "Day 2")
    assert cell_text(cell) == "Signature sheets, Day 2"
    assert cell_width(cell, CellStyle()) > cell_width("Signature sheets", CellStyle())
