"""Fields: the one that rules the desk, those of a form, and those that complete what is typed."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.complete import CompleteField, Suggestion
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.search_field import SearchField
from cmc_desk.ui.theme import colour
from tests.ui.parts.pictures import Show, colours_in, picture

JAMAICA = Suggestion("JM", "Jamaica", "JM")
HAITI = Suggestion("HT", "Haiti", "HT", "Haïti")
KITTS = Suggestion("KN", "Saint Kitts and Nevis", "KN")
LUCIA = Suggestion("LC", "Saint Lucia", "LC")


def suggest(text: str) -> list[Suggestion]:
    """Find what has a word that begins like `text`."""
    known = (JAMAICA, HAITI, KITTS, LUCIA)
    return [one for one in known if any(word.startswith(text.casefold()) for word in one.text.casefold().split())]


@pytest.fixture
def where() -> CompleteField:
    return CompleteField(suggest, placeholder="State or organisation")


def acted_by(key: str, window: QWidget) -> list[bool]:
    """Give the window a shortcut and return where its acts are noted."""
    acted: list[bool] = []
    QShortcut(QKeySequence(key), window).activated.connect(lambda: acted.append(True))
    return acted


def test_every_key_in_the_search_field_is_told(qtbot: QtBot, shown: Show) -> None:
    field = SearchField(name="Search")
    shown(field)
    field.setFocus()
    with qtbot.waitSignals([field.text_changed] * 3, timeout=0):
        QTest.keyClicks(field.edit, "bla")
    assert field.text() == "bla"
    assert colour("sea").name() in colours_in(field)
    with qtbot.waitSignal(field.entered, timeout=0):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)


def test_escape_clears_the_field_first_and_then_belongs_to_the_page(shown: Show) -> None:
    field = SearchField(name="Search")
    acted = acted_by("Esc", shown(field))
    field.set_text("bla")
    field.setFocus()
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert (field.text(), acted) == ("", [])
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert acted == [True]


def test_ctrl_z_in_the_search_field_takes_back_what_the_desk_did(shown: Show) -> None:
    field = SearchField(name="Search")
    acted = acted_by("Ctrl+Z", shown(field))
    field.setFocus()
    QTest.keyClicks(field.edit, "bla")
    QTest.keyClick(field.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), acted) == ("bla", [True])


def test_ctrl_z_without_a_page_leaves_the_search_field_alone(shown: Show) -> None:
    field = SearchField(name="Search")
    shown(field)
    field.setFocus()
    QTest.keyClicks(field.edit, "bla")
    QTest.keyClick(field.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "bla"


@pytest.mark.parametrize(("key", "rows"), [(Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1), (Qt.Key.Key_PageDown, 8)])
def test_arrows_in_the_search_field_walk_through_the_results(key: Qt.Key, rows: int, qtbot: QtBot, shown: Show) -> None:
    field = SearchField(name="Search")
    shown(field)
    field.setFocus()
    with qtbot.waitSignal(field.stepped, timeout=0) as stepped:
        QTest.keyClick(field.edit, key)
    assert stepped.args == [rows]


def test_a_problem_is_said_beneath_the_field_and_moves_nothing(shown: Show) -> None:
    edit = QLineEdit()
    field = Field("Phone", edit, hint="with the country code")
    shown(field)
    before = (field.sizeHint(), edit.geometry())
    assert edit.accessibleName() == "Phone"
    field.set_problem("The number needs its country code.")
    assert field.problem() == edit.accessibleDescription() == "The number needs its country code."
    assert (field.sizeHint(), edit.geometry()) == before
    assert colour("coral").name() in colours_in(edit)
    field.set_problem("")
    assert colour("coral").name() not in colours_in(field)
    field.set_label("Telephone")
    assert edit.accessibleName() == "Telephone"


def test_a_field_may_be_as_high_as_its_editor(shown: Show) -> None:
    notes = QPlainTextEdit()
    field = Field("Note", notes, height=0)
    shown(field)
    assert notes.height() > 100
    assert QApplication.focusWidget() is None or field.focusProxy() is notes
    assert isinstance(Field("Given name").editor, QLineEdit)


def first_ink(part: QWidget) -> int:
    """Return the column in which the words of a part begin."""
    image = picture(part)
    inside = (image.width(), range(4, image.height() - 4))
    return min(x for x in range(4, inside[0] - 4) if any(image.pixelColor(x, y).lightness() < 100 for y in inside[1]))


def test_a_number_stands_as_far_from_the_edge_as_a_word(shown: Show) -> None:
    number, word = QSpinBox(), QLineEdit("2")
    number.setValue(2)
    shown(QLineEdit(), Field("Quota", number), Field("Name", word))
    assert abs(first_ink(number) - first_ink(word)) <= 1


def test_a_choice_is_made_by_its_key_and_only_the_user_is_reported(qtbot: QtBot, shown: Show) -> None:
    combo = Combo((("", "none"), ("v", "vegetarian"), ("h", "halal")))
    shown(combo)
    with qtbot.assertNotEmitted(combo.picked):
        combo.set_key("h")
    assert combo.key() == "h"
    combo.set_choices((("", "none"), ("h", "halal")))
    assert combo.key() == "h"
    combo.set_key("unknown")
    assert combo.key() == ""
    combo.setFocus()
    with qtbot.waitSignal(combo.picked, timeout=0) as picked:
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert picked.args == ["h"]


def test_turning_the_wheel_over_a_choice_does_not_change_it(shown: Show) -> None:
    combo = Combo((("a", "A"), ("b", "B")))
    shown(combo)
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(combo.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's signature
    )
    QApplication.sendEvent(combo, turn)
    assert combo.key() == "a"


def test_a_choice_shows_its_problem_and_that_it_is_switched_off(shown: Show) -> None:
    combo = Combo((("a", "A"),))
    field = Field("Capacity", combo)
    shown(field)
    combo.clearFocus()
    field.set_problem("Choose a capacity.")
    assert colour("coral").name() in colours_in(combo)
    combo.setEnabled(False)
    assert {colour("sand").name(), colour("line").name()} <= colours_in(combo)
    combo.setEnabled(True)
    assert combo.view().sizeHintForRow(0) == 34


def test_tab_takes_the_best_suggestion_and_walks_on(where: CompleteField, qtbot: QtBot, shown: Show) -> None:
    after = QLineEdit()
    shown(where, after)
    where.setFocus()
    QTest.keyClicks(where, "jam")
    assert where.best() == JAMAICA
    assert where.key() == ""
    with qtbot.waitSignal(where.taken, timeout=0) as taken:
        QTest.keyClick(where, Qt.Key.Key_Tab)
    assert taken.args == [where.key()] == ["JM"]
    assert where.text() == "Jamaica"
    assert where.font().bold()
    assert QApplication.focusWidget() is after


def test_any_word_finds_and_arrows_choose_another(where: CompleteField, shown: Show) -> None:
    shown(where)
    where.setFocus()
    QTest.keyClicks(where, "sai")
    assert where.best() == KITTS
    QTest.keyClick(where, Qt.Key.Key_Down)
    assert where.best() == LUCIA
    QTest.keyClick(where, Qt.Key.Key_Up)
    QTest.keyClick(where, Qt.Key.Key_Down)
    QTest.keyClick(where, Qt.Key.Key_Return)
    assert where.key() == "LC"
    QTest.keyClick(where, Qt.Key.Key_Backspace)
    assert where.key() == ""
    assert not where.font().bold()


def test_the_first_enter_takes_and_the_second_belongs_to_the_page(where: CompleteField, shown: Show) -> None:
    acted = acted_by("Return", shown(where))
    where.setFocus()
    QTest.keyClicks(where, "nev")
    QTest.keyClick(where, Qt.Key.Key_Return)
    assert (where.key(), acted) == ("KN", [])
    QTest.keyClick(where, Qt.Key.Key_Return)
    assert acted == [True]


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(where: CompleteField, shown: Show) -> None:
    window = shown(where)
    acted = acted_by("Esc", window)
    where.setFocus()
    QTest.keyClicks(where, "ha")
    suggestions = window.findChild(RowList)
    assert suggestions is not None
    assert suggestions.isVisible()
    QTest.keyClick(where, Qt.Key.Key_Escape)
    assert not suggestions.isVisible()
    assert (where.text(), acted) == ("ha", [])
    QTest.keyClick(where, Qt.Key.Key_Escape)
    assert acted == [True]


def test_a_form_that_empties_its_fields_suggests_nothing_any_more(where: CompleteField, shown: Show) -> None:
    shown(where)
    QTest.keyClicks(where, "ja")
    assert where.best() == JAMAICA
    where.setText("")
    assert where.best() is None
    assert not where.take()


def test_a_name_typed_in_full_is_taken_when_the_field_is_left(where: CompleteField, shown: Show) -> None:
    after = QLineEdit()
    shown(where, after)
    where.setFocus()
    QTest.keyClicks(where, "haiti")
    after.setFocus()
    assert (where.key(), where.text()) == ("HT", "Haiti")
    where.setFocus()
    where.clear()
    QTest.keyClicks(where, "ha")
    after.setFocus()
    assert (where.key(), where.text()) == ("", "ha")


def test_a_click_takes_a_suggestion(where: CompleteField, shown: Show) -> None:
    window = shown(where)
    where.setFocus()
    QTest.keyClicks(where, "sai")
    suggestions = window.findChild(RowList)
    assert suggestions is not None
    assert colour("lagoon").name() in colours_in(suggestions)
    QTest.mouseClick(suggestions.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 36 + 10))
    assert where.key() == "LC"


def test_what_is_set_counts_as_taken_and_says_nothing(where: CompleteField, qtbot: QtBot, shown: Show) -> None:
    shown(where)
    with qtbot.assertNotEmitted(where.taken):
        where.set_taken(JAMAICA)
    assert where.key() == "JM"
    assert where.textMargins().left() > 0
    field = Field("Delegation", where)
    assert field.focusProxy() is where
    assert where.font().bold()
    where.set_taken(None)
    assert (where.key(), where.text(), where.take()) == ("", "", False)
