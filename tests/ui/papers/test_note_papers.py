"""The papers of the notes on the page: what can be asked of them, and what is said before they are handed out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cmc_desk.desk.papers_of_notes import PAPERS_OF_NOTES
from cmc_desk.rules.papers import Ask, Format, Naming, PaperGroup
from cmc_desk.ui.papers.words import ask_words, form_words, group_words
from tests.desk.note_hands import ITEM
from tests.desk.readout_hands import AGREED, RECALLED, write
from tests.ui.papers.office import CTRL, SHIFT, Office, make_office

NAMED = type(RECALLED)(text="Haiti is right.", delegation="AW", highlighted=True)
SUMMARIES = "Discussion summaries"


@pytest.fixture
def notes(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    """Return the page of a meeting in which something was said."""
    office = make_office(qtbot, tmp_path, kinds=PAPERS_OF_NOTES)
    write(office.desk, AGREED, NAMED)
    yield office
    office.close()


def test_they_stand_under_a_heading_of_their_own(notes: Office) -> None:
    titles = [title for title, *_others in notes.rows()]
    at = titles.index(group_words(PaperGroup.NOTES))
    assert titles[at + 1 :] == [kind.title for kind in PAPERS_OF_NOTES]


def test_a_summary_is_asked_of_any_item_named_or_not_and_in_a_version(notes: Office) -> None:
    notes.choose(SUMMARIES)
    choices = notes.page.side.choices
    assert choices.naming.isVisible()
    assert choices.issue.isVisible()
    assert not choices.until.isVisible()
    abouts = [choices.about.itemText(place) for place in range(choices.about.count())]
    assert len(abouts) == 1 + 2 + len(notes.page.context.facts.agenda)
    choices.naming.set_key(Naming.NOT_ATTRIBUTED.value)
    choices.naming.picked.emit(Naming.NOT_ATTRIBUTED.value)
    choices.issue.setText("2")
    assert choices.ask() == Ask(naming=Naming.NOT_ATTRIBUTED, issue=2)


def test_names_that_are_left_are_told_of_beside_the_pages_and_go_with_the_choice(notes: Office) -> None:
    notes.choose(SUMMARIES)
    side = notes.page.side
    assert not side.warning.isVisible()
    side.choices.naming.set_key(Naming.NOT_ATTRIBUTED.value)
    side.choices.naming.picked.emit(Naming.NOT_ATTRIBUTED.value)
    assert side.warning.isVisible()
    side.choices.naming.set_key(Naming.ATTRIBUTED.value)
    side.choices.naming.picked.emit(Naming.ATTRIBUTED.value)
    assert not side.warning.isVisible()


def test_it_is_made_in_all_its_forms_by_keys(notes: Office) -> None:
    notes.choose(SUMMARIES)
    notes.press(Qt.Key.Key_Return, CTRL)
    notes.press(Qt.Key.Key_W, CTRL | SHIFT)
    notes.press(Qt.Key.Key_T, CTRL | SHIFT)
    notes.choose("Register of actions and next steps")
    notes.press(Qt.Key.Key_I, CTRL | SHIFT)
    assert notes.files() == [
        "action-register en v1.ics",
        "summary en v1.docx",
        "summary en v1.pdf",
        "summary en v1.txt",
    ]


def test_a_date_that_is_none_is_blamed_where_it_was_typed(notes: Office) -> None:
    notes.choose("Correction slips")
    choices = notes.page.side.choices
    choices.until.setText("soon")
    choices.until.editingFinished.emit()
    assert "is no date" in choices.problem()
    choices.until.setText("2019-12-20")
    choices.until.editingFinished.emit()
    assert choices.problem() == ""
    assert choices.ask().until == "2019-12-20"


def test_what_was_asked_is_told_in_words(notes: Office) -> None:
    facts, kind = notes.page.context.facts, PAPERS_OF_NOTES[0]
    asked = Ask(session=ITEM, naming=Naming.NOT_ATTRIBUTED, issue=3, until="2019-12-20")
    assert ask_words(facts, kind, asked).endswith("Not attributed, version 3, until 2019-12-20")
    assert {form_words(form) for form in (Format.TXT, Format.ICS)} == {"Plain text", "Calendar"}
