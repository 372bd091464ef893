"""What another station changes before the page has read it again is not agreed on, merged or adopted unread."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from cmc_desk.clock import ManualClock
from cmc_desk.desk import proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_acts import next_version
from cmc_desk.desk.opening import open_meeting
from cmc_desk.rules.document_kinds import ProposalDecision, ProvisionStatus
from tests.meetings import DESK_A, MORNING
from tests.ui.documents.stand import ALT, CTRL, KEY, Drafter

MONTHLY = "States shall exchange information every month."
TWICE = "States may exchange information every year."
CHANGED = "This text, or what was proposed for it, was changed meanwhile: read it once more."


@pytest.fixture
def elsewhere(drafter: Drafter) -> Iterator[Desk]:
    """Return the same meeting at another station, of which the window hears nothing."""
    desk = open_meeting(drafter.desk.store.path, author=DESK_A, secret="", clock=ManualClock(MORNING))
    yield desk
    desk.close()


def test_what_was_proposed_elsewhere_meanwhile_does_not_fall_unread(drafter: Drafter, elsewhere: Desk) -> None:
    drafter.propose("2", MONTHLY)
    drafter.open("2")
    late = Drafter(drafter.window, elsewhere).propose("2", TWICE, "HT")
    drafter.press(Qt.Key.Key_Return, CTRL)
    assert CHANGED in drafter.last()
    assert drafter.provision("2").status is ProvisionStatus.OPEN
    assert elsewhere.read(proposals.proposal, key=late).live
    drafter.window.poll()
    assert drafter.page.text.agree.text() == "Agree on [2] · 1 not accepted"
    drafter.press(Qt.Key.Key_Return, CTRL)
    assert drafter.provision("2").status is ProvisionStatus.AGREED


def test_what_was_written_anew_elsewhere_meanwhile_is_not_merged_unread(drafter: Drafter, elsewhere: Desk) -> None:
    drafter.propose("2", MONTHLY)
    second = drafter.propose("2", TWICE, "HT")
    drafter.open("2")
    drafter.press(Qt.Key.Key_M)
    elsewhere.do(proposals.edit_proposal, proposal=second, new_text="States must exchange information every year.")
    drafter.press(Qt.Key.Key_S, CTRL)
    assert drafter.form.trouble.text() == CHANGED
    assert drafter.proposal(1).live
    drafter.press(Qt.Key.Key_Escape)
    drafter.window.poll()
    drafter.press(Qt.Key.Key_M)
    drafter.press(Qt.Key.Key_S, CTRL)
    assert drafter.last() == "Merged into P-003 · P-001, P-002"


def test_what_was_accepted_elsewhere_meanwhile_is_not_adopted_unread(drafter: Drafter, elsewhere: Desk) -> None:
    key = drafter.propose("2", MONTHLY)
    drafter.page.acts.document.adopt()
    elsewhere.do(proposals.decide, proposal=key, decision=ProposalDecision.ACCEPTED)
    drafter.form.fill({"decided": "amended", "reason": ""})
    drafter.form.save()
    assert drafter.form.trouble.text() == CHANGED


def test_an_older_version_is_neither_merged_in_nor_adopted(drafter: Drafter) -> None:
    drafter.propose("2", MONTHLY)
    drafter.propose("2", TWICE, "HT")
    drafter.desk.do(
        proposals.decide,
        proposal=drafter.propose("3", "They meet in Havana."),
        decision=ProposalDecision.ACCEPTED,
    )
    drafter.desk.do(next_version, draft=KEY)
    drafter.page.open_document(KEY, version=1)
    drafter.open("2")
    drafter.press(Qt.Key.Key_Down, ALT)
    drafter.press(Qt.Key.Key_M)
    assert drafter.last() == "Nothing changed: This is an older version: proposals are made to the newest one."
    drafter.page.acts.document.adopt()
    assert drafter.last() == "Nothing changed: This is an older version: the newest one is adopted."
    assert drafter.page.side.form is None
