"""The page as a rapporteur works on it: items, entries, and the composer beneath them."""

from PySide6.QtCore import Qt

from tests.ui.summaries.stand import Rapporteur


def test_the_page_opens_on_the_item_of_the_hour_with_the_cursor_in_the_composer(rapporteur: Rapporteur) -> None:
    assert rapporteur.item == "discussion"
    rapporteur.type("Recalls")
    assert rapporteur.text == "Recalls"


def test_what_is_filed_stands_at_the_end_of_the_list(rapporteur: Rapporteur) -> None:
    rapporteur.enter("The first point.")
    rapporteur.enter("d: It was agreed.")
    assert rapporteur.listed == ["The first point.", "It was agreed."]
    assert rapporteur.text == ""
    assert rapporteur.last().startswith("Entry saved 10:30")


def test_an_item_has_its_own_notes_and_its_own_draft(rapporteur: Rapporteur) -> None:
    rapporteur.type("Half a sentence")
    rapporteur.page.notes.open_item("opening")
    assert (rapporteur.text, rapporteur.listed) == ("", [])
    rapporteur.enter("Welcome.")
    rapporteur.page.notes.open_item("discussion")
    assert (rapporteur.text, rapporteur.listed) == ("Half a sentence", [])
    assert [one.written.text for one in rapporteur.entries("opening")] == ["Welcome."]


def test_enter_on_an_entry_of_the_list_brings_it_into_the_composer(rapporteur: Rapporteur) -> None:
    rapporteur.enter("The frist point.")
    entries = rapporteur.page.notes.list.list
    entries.setFocus()
    entries.step(1)
    rapporteur.press(Qt.Key.Key_Return)
    assert rapporteur.text == "The frist point."
    assert rapporteur.page.notes.composer.editing
