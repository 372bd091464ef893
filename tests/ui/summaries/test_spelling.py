"""Spelling in the field: marked at rest, never on the way of a key, names of the meeting known, and switched off by one key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cmc_desk.exchange import dictionaries
from cmc_desk.exchange.dictionaries import Speller, spelling_languages
from cmc_desk.ui import settings
from cmc_desk.ui.summaries import spelling
from tests.ui.summaries.typist import ALT, CTRL, SHIFT, Typist, make_typist

KEY = Qt.Key
needs_hunspell = pytest.mark.skipif("en" not in spelling_languages(), reason="Hunspell is not installed")


@pytest.fixture
def speller(qtbot: QtBot, tmp_path: Path) -> Iterator[Typist]:
    made = make_typist(qtbot, tmp_path, spelling=True)
    yield made
    made.close()


def marked(typist: Typist) -> list[str]:
    """Return what has a wavy line."""
    found, block = [], typist.composer.editor.document().firstBlock()
    while block.isValid():
        raw = block.text().encode("utf-16-le")
        found += [
            raw[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le") for one in block.layout().formats()
        ]
        block = block.next()
    return found


@needs_hunspell
def test_a_word_that_is_none_is_marked_when_the_keys_rest(speller: Typist) -> None:
    speller.type("Haiti and Muster-Croes recieved 🙂 wrogn words in Kingston, JM and CARICOM. ")
    assert marked(speller) == []
    speller.rest(1000)
    assert marked(speller) == ["recieved", "wrogn"]
    assert speller.composer.editor.document().isUndoAvailable()
    revision = speller.composer.editor.stamp()
    speller.rest(5000)
    assert speller.composer.editor.stamp() == revision


@needs_hunspell
def test_the_word_that_is_being_typed_is_not_marked_until_the_cursor_leaves_it(speller: Typist) -> None:
    speller.type("some wrogn")
    speller.rest(1000)
    assert marked(speller) == []
    speller.type(" ")
    speller.rest(1000)
    assert marked(speller) == ["wrogn"]


@needs_hunspell
def test_a_word_known_to_be_none_is_marked_at_once_and_moves_with_its_text(speller: Typist) -> None:
    speller.type("wrogn ")
    speller.rest(1000)
    speller.press(KEY.Key_Home)
    speller.type("so ")
    assert marked(speller) == ["wrogn"]


@needs_hunspell
def test_in_a_long_paragraph_the_marks_move_with_their_words(speller: Typist) -> None:
    speller.composer.editor.put("A wrogn word. " * 100)
    speller.rest(5000)
    assert marked(speller) == ["wrogn"] * 100
    speller.press(KEY.Key_Home)
    speller.type("Now ")
    assert marked(speller) == ["wrogn"] * 100
    speller.rest(5000)
    assert marked(speller) == ["wrogn"] * 100


@needs_hunspell
def test_suggestions_are_asked_for_turned_and_taken(speller: Typist) -> None:
    speller.type("They recieved it")
    speller.rest(1000)
    speller.press(KEY.Key_F7)
    assert speller.foot.startswith("Tab received")
    first = speller.foot
    speller.press(KEY.Key_F7)
    assert speller.foot != first
    speller.press(KEY.Key_Escape)
    speller.press(KEY.Key_F7)
    speller.tab()
    assert speller.text == "They received it"
    speller.type("!")
    assert speller.text == "They received it!"
    for _step in range(2):
        speller.press(KEY.Key_Z, CTRL)
    assert speller.text == "They recieved it"


@needs_hunspell
def test_a_key_after_the_question_is_an_answer(speller: Typist) -> None:
    speller.type("They recieved it")
    speller.rest(1000)
    speller.press(KEY.Key_F7)
    speller.type(".")
    assert speller.foot.startswith("Enter")
    assert speller.text == "They recieved it."


@needs_hunspell
def test_a_word_is_learnt_for_the_meeting(speller: Typist) -> None:
    speller.type("The wrogn and ")
    speller.rest(1000)
    assert marked(speller) == ["wrogn"]
    speller.press(KEY.Key_F7, CTRL | SHIFT)
    speller.rest(1000)
    assert marked(speller) == []


@needs_hunspell
def test_one_key_switches_it_off_and_the_computer_remembers(speller: Typist) -> None:
    speller.type("wrogn ")
    speller.rest(1000)
    speller.press(KEY.Key_F4)
    speller.rest(1000)
    assert marked(speller) == []
    assert settings.said("note_spelling") == "off"
    speller.press(KEY.Key_F4)
    speller.rest(1000)
    assert marked(speller) == ["wrogn"]


@needs_hunspell
def test_another_language_has_another_dictionary(speller: Typist) -> None:
    speller.type("La reunión tomó nota de the ")
    speller.press(KEY.Key_L, ALT)
    speller.rest(2000)
    assert marked(speller) == ["the"]


def test_no_key_asks_a_dictionary(speller: Typist, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_args: object) -> bool:
        raise AssertionError

    monkeypatch.setattr(Speller, "check", never)
    monkeypatch.setattr(Speller, "suggest", never)
    speller.type("Words and wrods, and mroe.\nEven more. ")
    speller.enter()


def test_without_a_dictionary_everything_else_goes_on(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionaries, "_packages", lambda: None)
    monkeypatch.setattr(spelling, "spelling_languages", lambda: ())
    typist = make_typist(qtbot, tmp_path, spelling=True)
    typist.type("wrogn ")
    typist.rest(1000)
    assert marked(typist) == []
    typist.press(KEY.Key_F7)
    assert typist.foot == "No dictionary is installed."
    typist.enter()
    assert typist.texts() == ["wrogn"]
    typist.close()
