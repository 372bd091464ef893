"""What the keys of the list do with the entry that is chosen, and that each of it can be taken back."""

import pytest
from PySide6.QtCore import Qt

from cmc_desk.desk.note_list import notes_of
from cmc_desk.rules.note_kinds import Attribution
from tests.desk.note_hands import file, said
from tests.ui.summaries.stand import ALT, CTRL, NONE, SHIFT, Rapporteur

KEY = Qt.Key


@pytest.fixture
def three(rapporteur: Rapporteur) -> Rapporteur:
    """Return a rapporteur who has filed three entries, with the last one chosen in the list."""
    for text in ("First.", "Second.", "a: Third."):
        rapporteur.enter(text)
    rapporteur.press(KEY.Key_F3)
    return rapporteur


def test_delete_takes_an_entry_out_and_ctrl_z_brings_it_back(three: Rapporteur) -> None:
    three.press(KEY.Key_Up)
    three.press(KEY.Key_Delete)
    assert three.listed == ["First.", "Third."]
    assert three.last() == "Entry deleted: 10:30 · Intervention"
    three.press(KEY.Key_Z, CTRL)
    assert three.listed == ["First.", "Second.", "Third."]


def test_deleting_one_entry_after_the_other_keeps_the_keyboard_in_the_list(three: Rapporteur) -> None:
    three.press(KEY.Key_Delete)
    three.press(KEY.Key_Up)
    three.press(KEY.Key_Delete)
    assert len(three.listed) == 1
    assert three.focus() is three.page.notes.list.list


def test_ctrl_h_marks_for_the_read_out(three: Rapporteur) -> None:
    three.press(KEY.Key_H, CTRL)
    assert [row.highlighted for row in three.page.notes.list.rows] == [False, False, True]
    assert "for the read-out" in three.page.notes.list.rows[-1].spoken
    three.press(KEY.Key_H, CTRL)
    assert not any(row.highlighted for row in three.page.notes.list.rows)
    assert three.last().startswith("Not for the read-out any more")


def test_alt_a_turns_the_attribution(three: Rapporteur) -> None:
    for wanted in (Attribution.NOT_FOR_ATTRIBUTION, Attribution.INTERNAL, Attribution.ATTRIBUTABLE):
        three.press(KEY.Key_A, ALT)
        assert three.entries()[-1].written.attribution is wanted
    assert three.last().startswith("Attributable: ")


def test_alt_and_an_arrow_move_it_and_the_choice_goes_with_it(three: Rapporteur) -> None:
    three.press(KEY.Key_Up, ALT)
    assert (three.listed, three.chosen) == (["First.", "Third.", "Second."], "Third.")
    three.press(KEY.Key_Up, ALT)
    three.press(KEY.Key_Up, ALT)
    assert three.said[-1].kind == "amber"
    three.press(KEY.Key_Down, ALT)
    assert three.listed == ["First.", "Third.", "Second."]


def test_ctrl_m_makes_one_of_two(three: Rapporteur) -> None:
    three.press(KEY.Key_M, CTRL)
    assert three.listed == ["First.", "Second.\n\nThird."]
    three.press(KEY.Key_Z, CTRL)
    assert three.listed == ["First.", "Second.", "Third."]


def test_an_entry_under_the_wrong_item_goes_to_the_one_above(three: Rapporteur) -> None:
    three.press(KEY.Key_Up, ALT | SHIFT)
    assert three.listed == ["First.", "Second."]
    assert three.last() == "Now under Context"
    assert [one.written.text for one in three.entries("context")] == ["Third."]


def test_past_the_last_item_there_is_nowhere_to_go(three: Rapporteur) -> None:
    three.press(KEY.Key_Down, ALT | SHIFT)
    assert three.last() == "Nothing changed: there is no item further on."


def test_only_an_action_can_be_done(three: Rapporteur) -> None:
    three.press(KEY.Key_Return, CTRL)
    assert three.page.notes.list.rows[-1].done
    three.press(KEY.Key_Return, CTRL)
    assert three.last().startswith("Not done after all: ")
    three.press(KEY.Key_Up)
    three.press(KEY.Key_Return, CTRL)
    assert three.last() == "Nothing changed: only an action or a next step can be done."


def test_the_buttons_beneath_the_list_are_there_while_an_entry_is_chosen(three: Rapporteur) -> None:
    bar = three.page.notes.bar
    assert bar.isVisible()
    bar.buttons["Ctrl+H"].click()
    assert three.entries()[-1].written.highlighted
    bar.buttons["Return"].click()
    assert three.text == "Third."
    assert not bar.isVisible()


def test_esc_leaves_the_list_with_nothing_chosen(three: Rapporteur) -> None:
    three.press(KEY.Key_Escape)
    assert (three.chosen, three.page.notes.bar.isVisible()) == ("", False)
    three.type("on")
    assert three.text == "on"


def test_the_earlier_entries_of_a_long_item_come_by_page_up_while_somebody_types(rapporteur: Rapporteur) -> None:
    for number in range(130):
        file(rapporteur.desk, said(f"Entry {number}"), item="discussion")
    rapporteur.type("typing")
    pane = rapporteur.page.notes.list
    assert rapporteur.listed[0] == "Entry 30"
    for _press in range(40):
        rapporteur.press(KEY.Key_PageUp)
    assert rapporteur.listed[0] == "Entry 0"
    assert pane.list.first_seen() == 0
    assert pane.earlier.subtitle.text() == "The beginning of the item"
    # What comes in meanwhile does not push away what is read.
    file(rapporteur.desk, said("New"), item="discussion")
    assert pane.list.first_seen() == 0
    assert pane.from_end() == 131
    for _press in range(40):
        rapporteur.press(KEY.Key_PageDown)
    assert pane.from_end() == 0
    assert rapporteur.text == "typing"


def test_the_end_stays_in_sight_while_the_composer_grows(rapporteur: Rapporteur) -> None:
    for number in range(30):
        file(rapporteur.desk, said(f"Entry {number}"), item="discussion")
    bar = rapporteur.page.notes.list.list.verticalScrollBar()
    rapporteur.type("Long ")
    for _line in range(6):
        rapporteur.press(KEY.Key_Return, SHIFT)
    rapporteur.window.grab()
    assert bar.value() == bar.maximum()
    assert rapporteur.page.notes.list.from_end() == 0


def test_an_entry_deleted_long_ago_is_brought_back_from_the_list_of_those(three: Rapporteur) -> None:
    three.press(KEY.Key_Delete)
    three.press(KEY.Key_Escape)
    for text in ("More.", "And more."):
        three.enter(text)
    three.press(KEY.Key_X, ALT)
    three.press(KEY.Key_Return)
    assert not three.desk.read(notes_of, item="discussion", deleted=True)
    assert three.listed[2] == "Third."
    three.press(KEY.Key_Escape)
    three.press(KEY.Key_A, NONE)
    assert three.text == "a"
