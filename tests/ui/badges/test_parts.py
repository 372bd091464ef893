"""The small parts of the Badges view: places of a sheet, stocks, millimetres, habits."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmc_desk.exchange.badge_files import badge_designs, badge_stocks
from cmc_desk.rules.badge_design import BackSide, StockKind
from cmc_desk.ui.badges.cell_picker import CellPicker
from cmc_desk.ui.badges.habits import BadgeHabits, Shift
from cmc_desk.ui.badges.mm_field import MmField
from cmc_desk.ui.badges.paper_choice import backs, fitting_stocks, usual_design, usual_stock
from cmc_desk.ui.badges.stock_list import StockList, stock_words


@pytest.fixture
def picker(qtbot: QtBot) -> CellPicker:
    made = CellPicker()
    qtbot.addWidget(made)
    made.set_grid(2, 4, cell=0)
    made.resize(made.sizeHint())
    return made


def test_the_arrows_walk_over_the_sheet_and_its_edges_hold(picker: CellPicker) -> None:
    chosen: list[int] = []
    picker.chosen.connect(chosen.append)
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_Up,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_End,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
    ):
        QTest.keyClick(picker, key)
    assert chosen == [1, 3, 1, 2, 1, 7, 0]
    assert picker.accessibleName() == "Start at place 1 of 8"


def test_a_click_chooses_the_place_beneath_it(picker: CellPicker) -> None:
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=QPoint(70, 50))
    assert picker.cell() == 5
    picker.set_filled(2)
    assert picker.grab().toImage().pixelColor(20, 8).name() == "#e2ded3", "what is before is used"


def test_a_sheet_of_one_place_has_nothing_to_choose(picker: CellPicker) -> None:
    picker.set_grid(1, 1, cell=5)
    assert (picker.cell(), picker.isEnabled()) == (0, False)


def test_a_sheet_of_many_places_is_drawn_without_figures(picker: CellPicker) -> None:
    picker.set_grid(9, 12, cell=100)
    assert picker.cell() == 100
    assert not picker.grab().isNull()


def test_millimetres_have_their_sign_and_are_taken_when_typed(qtbot: QtBot) -> None:
    field = MmField("Shift right")
    qtbot.addWidget(field)
    field.put(1.0)
    assert field.text() == "+1.0 mm"
    said: list[float] = []
    field.valueChanged.connect(said.append)
    field.line().selectAll()
    QTest.keyClicks(field.line(), "-0.5")
    assert said == [], "half a figure moves nothing"
    QTest.keyClick(field.line(), Qt.Key.Key_Return)
    assert said == [-0.5]
    assert field.text() == "-0.5 mm"


@pytest.mark.parametrize("key", sorted(badge_designs()))
def test_every_design_finds_the_paper_that_it_was_made_for_first(key: str) -> None:
    design = badge_designs()[key]
    first = fitting_stocks(design)[0]
    assert abs(first.cell_width - design.width) < 1
    assert abs(first.cell_height - design.height) < 1
    assert usual_stock(design, "unknown") == first
    assert usual_design(key) == design


def test_what_nobody_has_chosen_yet_is_what_most_offices_print() -> None:
    assert usual_design("").key == "90x55"


def test_a_label_has_no_back_and_a_sheet_whose_places_touch_can_be_folded() -> None:
    stocks, designs = badge_stocks(), badge_designs()
    label = next(stock for stock in stocks.values() if stock.kind is StockKind.ROLL)
    assert backs(designs["62x100"], label)[0] == (BackSide.NONE,)
    offered, why_not = backs(designs["90x55"], stocks["a4-8-90x55"])
    assert offered == (BackSide.NONE, BackSide.DUPLEX, BackSide.FOLD)
    assert why_not == ""


def test_a_stock_says_its_size_and_how_it_is_fed(qtbot: QtBot) -> None:
    stocks = badge_stocks()
    assert stock_words(stocks["a4-8-90x55"]) == "90 × 55 mm · 8 to a sheet"
    assert stock_words(stocks["card-cr80"]).endswith("card printer")
    rows = StockList()
    qtbot.addWidget(rows)
    picked: list[str] = []
    rows.picked.connect(picked.append)
    some = (stocks["a4-8-90x55"], stocks["single-90x55"])
    assert rows.show_stocks(some, key="single-90x55") == "single-90x55"
    assert rows.show_stocks(some, key="gone") == "single-90x55", "what was chosen stays"
    assert picked == []
    rows.step(-1)
    assert picked == ["a4-8-90x55"]


def test_habits_survive_and_what_is_broken_in_them_is_as_if_never_chosen() -> None:
    habits = BadgeHabits()
    assert (habits.back(), habits.next_cell("a4"), habits.shift("Laser", "a4")) == (BackSide.NONE, 0, Shift())
    habits.choose_back(BackSide.FOLD)
    habits.put_next_cell("a4", 5)
    habits.put_shift("Laser", "a4", Shift(1.0, -0.5, 0.2, 0.0))
    habits.put_shift("Laser", "letter", Shift(2.0))
    again = BadgeHabits()
    assert (again.back(), again.next_cell("a4"), again.shift("Laser", "a4")) == (
        BackSide.FOLD,
        5,
        Shift(1.0, -0.5, 0.2, 0.0),
    )
    again._habits.put_text("badges/shifts", '[{"printer": "Laser", "stock": "a4", "right": "far"}]')
    again._habits.put_text("badges/back", "both")
    again._habits.put_text("badges/cell_a4", "x")
    assert (again.back(), again.next_cell("a4"), again.shift("Laser", "a4")) == (BackSide.NONE, 0, Shift())
    again._habits.put_text("badges/shifts", "no list")
    assert again.shift("Laser", "a4") == Shift()
