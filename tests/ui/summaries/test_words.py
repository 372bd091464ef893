"""Text modules and known words are edited by keys, go out as a table and come in again, and the composer has them at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from cmc_desk.desk.note_settings import note_settings
from cmc_desk.desk.note_terms import note_terms
from cmc_desk.desk.snippets import own_snippets, snippets
from cmc_desk.rules.notes import Thresholds
from cmc_desk.ui.summaries.words_view import WordsView
from tests.ui.summaries.stand import ALT, CTRL, Rapporteur

KEY = Qt.Key


@pytest.fixture
def words(rapporteur: Rapporteur) -> WordsView:
    """Return the view, opened by its key."""
    rapporteur.type("a draft")
    rapporteur.press(KEY.Key_T, ALT)
    view = rapporteur.page.part
    assert isinstance(view, WordsView)
    return view


def test_a_new_text_module_is_written_and_works_in_the_composer(rapporteur: Rapporteur, words: WordsView) -> None:
    rapporteur.press(KEY.Key_N, ALT)
    rapporteur.type("wel")
    rapporteur.press(KEY.Key_Tab)
    rapporteur.type("The Chair welcomed {speaker}.")
    rapporteur.press(KEY.Key_S, CTRL)
    assert rapporteur.last() == "Text module: wel"
    assert [one.text for one in rapporteur.desk.read(own_snippets, language="en")] == ["The Chair welcomed {speaker}."]
    rapporteur.press(KEY.Key_T, ALT)
    assert rapporteur.page.part is None
    assert rapporteur.text == "a draft"
    composer = rapporteur.page.notes.composer
    composer.vocabulary.refresh()
    rapporteur.press(KEY.Key_A, CTRL)
    rapporteur.type("wel")
    rapporteur.press(KEY.Key_Tab)
    assert rapporteur.text.startswith("The Chair welcomed ")


def test_a_refusal_stands_beside_its_field_and_the_view_stays(rapporteur: Rapporteur, words: WordsView) -> None:
    rapporteur.press(KEY.Key_N, ALT)
    rapporteur.type("two words")
    rapporteur.press(KEY.Key_S, CTRL)
    assert "one word" in words.snippets.form.field("trigger").problem()
    rapporteur.press(KEY.Key_T, ALT)
    assert rapporteur.page.part is words


def test_what_the_program_brings_is_changed_removed_and_brought_again(rapporteur: Rapporteur, words: WordsView) -> None:
    section = words.snippets
    assert section.table.choose("dn")
    before = section.form.values()["text"]
    rapporteur.press(KEY.Key_Return)
    rapporteur.press(KEY.Key_A, CTRL)
    rapporteur.type("noted with interest")
    rapporteur.press(KEY.Key_S, CTRL)
    shown = section.shown
    assert shown is not None
    assert (shown.text, shown.own) == ("noted with interest", True)
    rapporteur.press(KEY.Key_B, ALT)
    assert section.form.values()["text"] == before
    section.table.choose("dn")
    rapporteur.press(KEY.Key_Delete, ALT)
    assert "dn" not in [one.trigger for one in rapporteur.desk.read(snippets, language="en")]


def test_each_language_has_its_own(rapporteur: Rapporteur, words: WordsView) -> None:
    assert words.snippets.languages.key() == "en"
    rapporteur.press(KEY.Key_L, ALT)
    assert words.snippets.languages.key() == "es"
    texts = {row.trigger: row.text for row in words.snippets.rows()}
    assert texts["dr"].startswith("La delegación de {speaker}")


def test_a_table_goes_out_and_comes_in(rapporteur: Rapporteur, words: WordsView, tmp_path: Path) -> None:
    path = tmp_path / "modules.csv"
    words.snippets.write_table(path)
    assert rapporteur.last().startswith("Saved: modules.csv in ")
    text = path.read_text(encoding="utf-8-sig")
    path.write_text(text + "en,ovr,The meeting ran over\n", encoding="utf-8")
    words.snippets.read_table(path)
    assert rapporteur.last() == "1 text module is new or changed"
    path.write_text("language,trigger,text\nen,bad trigger,Text\n", encoding="utf-8")
    words.snippets.read_table(path)
    assert rapporteur.last().startswith("Nothing changed: Row 2: ")
    words.snippets.read_table(tmp_path / "nowhere.csv")
    assert rapporteur.last().startswith("NOT SAVED. ")


def test_words_are_learned_and_forgotten(rapporteur: Rapporteur, words: WordsView) -> None:
    rapporteur.press(KEY.Key_2, ALT)
    rapporteur.press(KEY.Key_N, ALT)
    rapporteur.enter("CARICOM")
    assert rapporteur.desk.read(note_terms) == ("CARICOM",)
    assert rapporteur.last() == "The spelling knows: CARICOM"
    rapporteur.press(KEY.Key_Delete, ALT)
    assert rapporteur.desk.read(note_terms) == ()


def test_esc_in_a_table_leads_back_to_the_notes_where_the_cursor_was(rapporteur: Rapporteur, words: WordsView) -> None:
    rapporteur.press(KEY.Key_Escape)
    rapporteur.type("!")
    assert rapporteur.text == "a draft!"


def test_the_keys_of_the_part_are_listed_instead_of_those_of_the_notes(
    rapporteur: Rapporteur, words: WordsView
) -> None:
    listed = dict(rapporteur.page.keys())
    assert listed["Alt+N"] == "new text module"
    assert "F2" not in listed


def test_the_pace_and_the_numbers_of_delegations_are_agreed_on(rapporteur: Rapporteur, words: WordsView) -> None:
    rapporteur.press(KEY.Key_3, ALT)
    rapporteur.press(KEY.Key_A, CTRL)
    rapporteur.type("130")
    rapporteur.press(KEY.Key_Tab)
    rapporteur.press(KEY.Key_A, CTRL)
    rapporteur.enter("3")
    found = rapporteur.desk.read(note_settings)
    assert (found.words_a_minute, found.thresholds) == (130, Thresholds(3, 4, 9))
    assert rapporteur.last() == "Read at 130 words a minute"
    rapporteur.press(KEY.Key_A, CTRL)
    rapporteur.enter("7")
    assert words.reading.form.field("several").problem()
    rapporteur.press(KEY.Key_Escape)
    assert words.reading.form.values()["some"] == "3"
    rapporteur.press(KEY.Key_A, CTRL)
    rapporteur.enter("many")
    assert words.reading.form.field("several").problem() == "Type a number."
