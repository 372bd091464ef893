"""Completion with real keys: it is taken on Tab alone, Esc right after restores what was typed."""

from PySide6.QtCore import Qt

from cmc_desk.rules.note_kinds import EntryKind
from tests.ui.summaries.typist import ALT, CTRL, SHIFT, Typist

KEY = Qt.Key


def facts(typist: Typist) -> tuple[EntryKind, str, bool]:
    found = typist.composer.composing.facts
    return found.kind, found.delegation, found.highlighted


def test_two_letters_and_tab_name_the_speaker_and_vanish(typist: Typist) -> None:
    typist.type("jm")
    assert typist.speaker == "Tab: Jamaica"
    typist.tab()
    assert (typist.text, facts(typist)[1]) == ("", "JM")
    typist.type("Supports Haiti.")
    typist.enter()
    assert typist.entries()[0].written.delegation == "JM"
    assert typist.last() == "Entry saved 10:15 · Intervention, Jamaica"


def test_a_name_in_any_language_and_a_person_by_name(typist: Typist) -> None:
    typist.type("haïti")
    typist.tab()
    assert facts(typist)[1] == "HT"
    typist.type("@keisha")
    typist.tab()
    found = typist.composer.composing.facts
    assert (found.delegation, found.participant != "") == ("JM", True)
    assert "Keisha Example-Blake, Jamaica" in typist.speaker


def test_tab_again_takes_the_next_and_esc_restores_the_letters(typist: Typist) -> None:
    typist.type("@a")
    offered = typist.speaker
    typist.tab()
    first = typist.composer.composing.facts
    typist.tab()
    assert typist.composer.composing.facts != first
    assert typist.text == ""
    typist.press(KEY.Key_Escape)
    assert typist.text == "@a"
    assert typist.speaker == offered
    assert facts(typist)[1] == ""


def test_enter_and_space_are_never_stolen(typist: Typist) -> None:
    typist.type("ha")
    assert typist.speaker.startswith("Tab: Haiti")
    typist.type(" ")
    assert typist.text == "ha "
    typist.press(KEY.Key_Backspace)
    assert typist.speaker.startswith("Tab: Haiti")
    typist.enter()
    (entry,) = typist.entries()
    assert (entry.written.text, entry.written.delegation) == ("ha", "")
    typist.type("ds")
    typist.type(" ")
    assert typist.text == "ds "


def test_the_most_recent_speaker_comes_first(typist: Typist) -> None:
    typist.type("ht")
    typist.tab()
    typist.type("Asks for the floor.")
    typist.enter()
    typist.type("@")
    assert typist.speaker == "Tab: Haiti"
    typist.tab()
    assert facts(typist)[1] == "HT"


def test_two_question_marks_are_a_speaker_to_be_fixed_later(typist: Typist) -> None:
    typist.type("?? Somebody supports this.")
    assert typist.text == "Somebody supports this."
    assert typist.speaker == "?? Speaker to be fixed later"
    typist.enter()
    assert typist.entries()[0].written.unknown
    typist.type("??")
    typist.tab()
    assert (typist.text, typist.composer.composing.facts.unknown) == ("", True)


def test_who_has_the_floor_is_filled_in_until_somebody_is_named(typist: Typist) -> None:
    composer = typist.composer
    composer.set_speaker_suggestion("HT")
    assert typist.speaker.startswith("Haiti")
    assert "filled in for you" in typist.speaker
    composer.set_speaker_suggestion("JM")
    assert facts(typist)[1] == "JM"
    typist.type("Recalls")
    composer.set_speaker_suggestion("HT")
    assert facts(typist)[1] == "JM"
    typist.enter()
    assert (typist.entries()[0].written.delegation, facts(typist)[1]) == ("JM", "HT")
    typist.type("@aw")
    typist.tab()
    composer.set_speaker_suggestion("JM")
    assert facts(typist)[1] == "AW"


def test_a_snippet_is_one_step_of_undo_and_esc_restores_what_was_typed(typist: Typist) -> None:
    typist.composer.set_speaker_suggestion("JM")
    typist.type("Then dr")
    typist.tab()
    assert typist.text == "Then The delegation of Jamaica recalled that "
    typist.press(KEY.Key_Escape)
    assert typist.text == "Then dr"
    typist.tab()
    typist.type("it was so.")
    typist.press(KEY.Key_Z, CTRL)
    assert typist.text == "Then The delegation of Jamaica recalled that "
    typist.press(KEY.Key_Z, CTRL)
    assert typist.text == "Then dr"


def test_esc_later_restores_nothing(typist: Typist) -> None:
    typist.type("sd")
    typist.tab()
    typist.type("x")
    typist.press(KEY.Key_Escape)
    assert typist.text == "Several delegations x"


def test_a_snippet_whose_place_is_empty_waits_for_the_word(typist: Typist) -> None:
    typist.type("ds")
    typist.tab()
    assert typist.text == "The delegation of ?? stressed that "
    typist.type("Aruba")
    assert typist.text == "The delegation of Aruba stressed that "


def test_snippets_are_in_the_language_of_the_entry(typist: Typist) -> None:
    typist.press(KEY.Key_L, ALT)
    typist.composer.set_speaker_suggestion("HT")
    assert typist.composer.composing.facts.language == "es"
    typist.type("dr")
    typist.tab()
    assert typist.text.startswith("La delegación de Haiti recordó que ")
    typist.type("x")
    typist.enter()
    assert typist.entries()[0].written.language == "es"
    assert typist.composer.composing.facts.language == "es"


def test_within_a_word_a_trigger_is_none(typist: Typist) -> None:
    typist.type("wordr")
    typist.tab()
    assert typist.text == "wordr"
    assert typist.composer.editor.hasFocus()
    assert "Nothing to complete" in typist.foot


def test_tab_leaves_an_empty_field_and_shift_tab_any(typist: Typist) -> None:
    typist.tab()
    assert not typist.composer.editor.hasFocus()
    typist.composer.setFocus()
    typist.type("words that")
    typist.press(KEY.Key_Backtab, SHIFT)
    assert not typist.composer.editor.hasFocus()


def test_the_words_of_the_draft_are_completed(typist: Typist) -> None:
    typist.composer.set_provision("", "3", "and national legislation, with shared responsibility")
    typist.type("To keep “na")
    assert typist.composer.editor.ghost == "tional legislation"
    typist.tab()
    assert typist.text == "To keep “national legislation"
    typist.press(KEY.Key_Escape)
    assert typist.text == "To keep “na"


def test_the_button_that_names_a_speaker_needs_no_mouse(typist: Typist) -> None:
    typist.type("was said")
    typist.press(KEY.Key_Home)
    typist.type("@jm")
    typist.tab()
    assert (typist.text, facts(typist)[1]) == ("was said", "JM")
    typist.composer._face.speaker.change_asked.emit()
    assert typist.text == "@was said"


def test_an_at_sign_and_two_question_marks_are_nobody_who_spoke_of_late(typist: Typist) -> None:
    typist.type("ht")
    typist.tab()
    typist.type("Asks for the floor.")
    typist.enter()
    typist.type("@??")
    typist.tab()
    assert (typist.text, typist.composer.composing.facts.unknown, facts(typist)[1]) == ("", True, "")
    typist.type("Somebody else agrees.")
    typist.enter()
    typist.type("@??")
    typist.press(KEY.Key_End)
    typist.type(": a third one.")
    typist.enter()
    assert [(one.written.text, one.written.delegation, one.written.unknown) for one in typist.entries()][1:] == [
        ("Somebody else agrees.", "", True),
        ("a third one.", "", True),
    ]


def test_undo_brings_no_speaker_back_who_was_refused(typist: Typist) -> None:
    typist.type("jam")
    typist.tab()
    typist.press(KEY.Key_Escape)
    assert (typist.text, facts(typist)[1]) == ("jam", "")
    for _letter in range(3):
        typist.press(KEY.Key_Backspace)
    typist.type("@ht")
    typist.tab()
    typist.type("rec")
    typist.press(KEY.Key_Z, CTRL)
    assert facts(typist)[1] == "HT"
    typist.type("Recalls.")
    typist.enter()
    assert typist.entries()[0].written.delegation == "HT"
