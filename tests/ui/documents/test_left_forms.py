"""A form that is left keeps what was typed in it for the next time, and says so; what others wrote meanwhile is not written over unseen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from cmc_desk.clock import ManualClock
from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import open_meeting
from cmc_desk.rules.document_kinds import PartyRole, ProposalAction
from cmc_desk.ui.documents.decision_forms import MergeForm, ResponseForm
from cmc_desk.ui.documents.proposal_form import ProposalForm
from cmc_desk.ui.written_text import WrittenText
from tests.meetings import DESK_A, MORNING
from tests.ui.documents.stand import CTRL, SECOND, Drafter

_ESC, _N, _TAB = Qt.Key.Key_Escape, Qt.Key.Key_N, Qt.Key.Key_Tab
_E, _M, _S, _T, _Y = (getattr(Qt.Key, f"Key_{letter}") for letter in "EMSTY")
MINE, THEIRS = "States should exchange information.", "States shall publish information."


@pytest.fixture
def elsewhere(drafter: Drafter) -> Iterator[Desk]:
    """Return the same meeting at another station."""
    desk = open_meeting(drafter.desk.store.path, author=DESK_A, secret="", clock=ManualClock(MORNING))
    yield desk
    desk.close()


def write(drafter: Drafter, name: str, words: str) -> None:
    """Write into a field of the form that is open."""
    editor = drafter.form.field(name).editor
    assert isinstance(editor, WrittenText)
    editor.setPlainText(words)


def again(drafter: Drafter, key: Qt.Key) -> None:
    """Leave the form, hear of the other station, and open it again."""
    drafter.press(_ESC)
    drafter.window.poll()
    drafter.press(key)


def test_what_was_typed_stands_in_the_form_again(drafter: Drafter) -> None:
    drafter.open("2")
    drafter.press(_N, CTRL)
    drafter.type("hai")
    drafter.press(_TAB)
    form = drafter.form
    assert isinstance(form, ProposalForm)
    form.action.set_key(ProposalAction.INSERT_AFTER.value)
    form.words.setPlainText("Somebody typed this.")
    drafter.press(_ESC)
    assert "what you typed stands here again" in drafter.last()
    drafter.open("1")
    drafter.press(_N, CTRL)
    assert drafter.form.values()["new_text"] != "Somebody typed this."
    drafter.press(_ESC)
    drafter.open("2")
    drafter.press(_N, CTRL)
    assert "stands in it again" in drafter.last()
    assert drafter.form.values()["new_text"] == "Somebody typed this."
    assert drafter.form.field("new_label").isVisible()
    drafter.press(Qt.Key.Key_S, CTRL)
    made = drafter.proposal(1)
    assert (made.new_text, made.of(PartyRole.PROPOSER)) == ("Somebody typed this.", ("HT",))
    drafter.press(_N, CTRL)
    assert drafter.form.values()["delegation"] == ""


def test_a_form_in_which_nothing_was_typed_is_left_without_a_word(drafter: Drafter) -> None:
    drafter.open("2")
    said = len(drafter.said)
    drafter.press(_N, CTRL)
    drafter.press(_ESC)
    assert len(drafter.said) == said


def test_what_is_typed_is_put_by_whatever_else_is_opened(drafter: Drafter) -> None:
    drafter.open("2")
    drafter.press(_T)
    write(drafter, "text", MINE)
    # Another paragraph is clicked on, another form is asked for, a text is brought.
    drafter.open("1")
    assert "what you typed stands here again" in drafter.last()
    drafter.open("2")
    drafter.press(_T)
    assert drafter.form.values()["text"] == MINE
    drafter.page.acts.new()
    drafter.page.acts.new()
    write(drafter, "rationale", "Because.")
    drafter.page.acts.new()
    assert drafter.form.values()["rationale"] == "Because."
    drafter.page.acts.document.panel()
    drafter.press(_ESC)
    drafter.press(_N, CTRL)
    assert drafter.form.values()["rationale"] == "Because."
    drafter.page.acts.paragraph.edit_text()
    assert drafter.form.values()["text"] == MINE
    drafter.page.acts.document.paste()
    assert "what you typed stands here again" in "".join(one.before + one.bold + one.after for one in drafter.said[-2:])
    drafter.press(_ESC)
    drafter.press(_T)
    assert drafter.form.values()["text"] == MINE
    drafter.press(_S, CTRL)
    assert drafter.provision("2").text == MINE
    drafter.press(_T)
    drafter.press(_ESC)
    assert "stands here again" not in drafter.last()


def test_the_words_of_a_paragraph_come_back_whichever_proposal_is_chosen(drafter: Drafter) -> None:
    drafter.open("2")
    drafter.press(_T)
    write(drafter, "text", MINE)
    drafter.press(_ESC)
    drafter.page.choose_proposal(drafter.propose("2", THEIRS))
    drafter.press(_T)
    assert drafter.form.values()["text"] == MINE


def test_what_nobody_typed_is_read_anew_and_what_others_wrote_there_is_shown(drafter: Drafter, elsewhere: Desk) -> None:
    drafter.open("2")
    drafter.press(_T)
    write(drafter, "text", MINE)
    key = drafter.provision("2").key
    elsewhere.do(draft_acts.edit_provision, provision=key, text=THEIRS, label="2 bis")
    drafter.press(_S, CTRL)
    assert "open it again" in drafter.form.trouble.text()
    again(drafter, _T)
    assert drafter.form.values() | {"text": MINE, "label": "2 bis"} == drafter.form.values()
    assert drafter.form.trouble.isVisible()
    assert drafter.form.trouble.text() == (
        f"Somebody else wrote meanwhile, Text: “{THEIRS}”. What you typed takes its place when it is saved."
    )
    # It was shown: whoever comes back once more types over what was read.
    again(drafter, _T)
    assert not drafter.form.trouble.isVisible()
    drafter.press(_S, CTRL)
    assert drafter.provision("2 bis").text == MINE


def test_a_proposal_keeps_the_text_that_was_written_elsewhere(drafter: Drafter, elsewhere: Desk) -> None:
    key = drafter.propose("2", MINE)
    drafter.open("2")
    drafter.press(_E)
    write(drafter, "rationale", "Because.")
    elsewhere.do(proposals.edit_proposal, proposal=key, new_text=THEIRS)
    again(drafter, _E)
    assert not drafter.form.trouble.isVisible()
    drafter.press(_S, CTRL)
    made = drafter.proposal(1)
    assert (made.new_text, made.rationale) == (THEIRS, "Because.")


def test_a_merged_text_comes_back_with_those_it_was_made_of(drafter: Drafter) -> None:
    drafter.propose("2", MINE)
    second = drafter.propose("2", THEIRS, "HT")
    drafter.open("2")
    drafter.press(_M)
    form = drafter.form
    assert isinstance(form, MergeForm)
    form._ticks[second].setChecked(not form._ticks[second].isChecked())
    ticked = form._ticks[second].isChecked()
    write(drafter, "text", "All of them.")
    drafter.press(_ESC)
    drafter.press(_M)
    assert form._ticks[second].isChecked() is ticked
    assert form.values()["text"] == "All of them."
    assert not form.trouble.isVisible()


def test_an_answer_that_was_given_elsewhere_is_shown_beside_the_typed_one(drafter: Drafter, elsewhere: Desk) -> None:
    key = drafter.propose("2", MINE)
    drafter.open("2")
    drafter.press(_Y)
    form = drafter.form
    assert isinstance(form, ResponseForm)
    agency = form.agency.itemText(form.agency.count() - 1)
    form.agency.set_key(agency)
    form.agency.picked.emit(agency)
    write(drafter, "text", "We agree.")
    elsewhere.do(proposals.respond, proposal=key, agency=agency, text="We do not.")
    drafter.press(_S, CTRL)
    assert "open it again" in form.trouble.text()
    again(drafter, _Y)
    assert form.values() == {"agency": agency, "text": "We agree."}
    assert "Answer: “We do not.”" in form.trouble.text()
    drafter.press(_S, CTRL)
    assert [(one.agency, one.text) for one in drafter.proposal(1).responses] == [(agency, "We agree.")]


def test_a_new_row_that_was_half_typed_is_still_one(drafter: Drafter, elsewhere: Desk) -> None:
    drafter.open("2")
    drafter.press(_N, CTRL)
    form = drafter.form
    assert isinstance(form, ProposalForm)
    form.action.set_key(ProposalAction.INSERT_AFTER.value)
    form.action.picked.emit(ProposalAction.INSERT_AFTER.value)
    elsewhere.do(draft_acts.edit_provision, provision=drafter.provision("2").key, text=THEIRS)
    drafter.press(_ESC)
    drafter.window.poll()
    drafter.press(_N, CTRL)
    assert (form.values()["action"], form.values()["new_text"]) == (ProposalAction.INSERT_AFTER.value, "")
    assert SECOND not in form.trouble.text()
