"""The papers of the draft documents on the page: of which draft, shown as pages, made by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cmc_desk.desk.papers_of_documents import PAPERS_OF_DOCUMENTS
from cmc_desk.rules.papers import Ask, PaperGroup
from cmc_desk.ui.papers.words import ask_words, group_words
from tests.desk.plan_hands import KINDS, with_proposals
from tests.ui.papers.office import CTRL, SHIFT, Office, make_office


@pytest.fixture
def drafts(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    """Return the page of a meeting with a plan of action."""
    office = make_office(qtbot, tmp_path, kinds=PAPERS_OF_DOCUMENTS)
    with_proposals(office.desk)
    office.page.context.changed(frozenset({"draft"}))
    office.page.reload(frozenset({"draft"}))
    yield office
    office.close()


def test_they_stand_under_a_heading_of_their_own(drafts: Office) -> None:
    titles = [title for title, *_others in drafts.rows()]
    at = titles.index(group_words(PaperGroup.DOCUMENTS))
    assert titles[at + 1 :] == [kind.title for kind in PAPERS_OF_DOCUMENTS]


def test_a_draft_is_chosen_by_its_title_and_the_paper_made_of_it_by_keys(drafts: Office) -> None:
    drafts.choose("Draft with changes")
    choices = drafts.page.side.choices
    assert choices.draft.isVisible()
    offered = [choices.draft.itemText(place) for place in range(choices.draft.count())]
    assert offered[0] == "The first with a text"
    assert offered[-1] == "Plan"
    choices.draft.set_key("plan")
    choices.draft.picked.emit("plan")
    assert choices.ask() == Ask(draft="plan")
    drafts.press(Qt.Key.Key_Return, CTRL)
    drafts.press(Qt.Key.Key_F, CTRL | SHIFT)
    assert drafts.files() == ["draft-redline plan en v1.docx", "draft-redline plan en v1.pdf"]


def test_without_a_choice_the_matrix_is_of_all_and_a_choice_is_said_in_words(drafts: Office) -> None:
    drafts.choose("Matrix of comments")
    choices = drafts.page.side.choices
    assert choices.draft.itemText(0) == "All"
    drafts.press(Qt.Key.Key_Return, CTRL)
    assert drafts.files() == ["comments-matrix en v1.xlsx"]
    facts = drafts.page.context.facts
    assert ask_words(facts, KINDS["comments-matrix"], Ask(draft="plan")) == "Plan"
    assert ask_words(facts, KINDS["comments-matrix"], Ask(draft="odes")) == "odes"
