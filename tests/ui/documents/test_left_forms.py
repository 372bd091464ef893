"""A form that is left keeps what was typed in it for the next time, and says so."""

from PySide6.QtCore import Qt

from cmc_desk.rules.document_kinds import PartyRole, ProposalAction
from cmc_desk.ui.documents.proposal_form import ProposalForm
from tests.ui.documents.stand import CTRL, Drafter

_ESC, _N, _TAB = Qt.Key.Key_Escape, Qt.Key.Key_N, Qt.Key.Key_Tab


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
