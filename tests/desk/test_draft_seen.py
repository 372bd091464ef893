"""Nobody agrees on, merges or adopts what says something else by now than what was read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.agreeing import agree_on, agree_on_several
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_seen import digest_of_seen
from cmc_desk.rules.document_kinds import PartyRole, ProposalAction, ProposalDecision, ProvisionStatus
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.refusal import Refusal
from tests.desk.drafted import KEY, bring, proposal, propose, provision, text
from tests.meetings import open_desk

SHOULD, MAY = "States should exchange information every year.", "States may exchange information every year."
ACCEPTED, MODIFIED = ProposalDecision.ACCEPTED, ProposalDecision.MODIFIED
CHANGED = "was changed meanwhile: read it once more"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    bring(made)
    yield made
    made.close()


def seen(desk: Desk, label: str, *only: str) -> str:
    """Return the digest of a provision with what was proposed for it, as whoever reads it now sees it."""
    one = provision(desk, label)
    found = desk.read(proposals.proposals, provision=one.key)
    return digest_of_seen((one,), (each for each in found if not only or each.key in only))


def whole(desk: Desk) -> str:
    """Return the digest of the draft with all that was proposed."""
    return digest_of_seen(text(desk).provisions, desk.read(proposals.proposals, draft=KEY))


def agree(desk: Desk, label: str, read: str, *wanted: str) -> None:
    desk.do(agree_on, provision=provision(desk, label).key, proposals=wanted, seen=read)


def test_what_is_agreed_on_as_it_was_read_is_agreed(desk: Desk) -> None:
    one, two = propose(desk, "1", SHOULD), propose(desk, "1", MAY, delegations=("HT",))
    read = seen(desk, "1")
    # Who stands behind it, and what happens to another text, is no other text.
    desk.do(proposals.add_party, proposal=one, delegation="AW", role=PartyRole.SUPPORTER)
    desk.do(draft_acts.edit_provision, provision=provision(desk, "2").key, text="Returns are safe.")
    agree(desk, "1", read, one)
    assert (proposal(desk, one).decision, proposal(desk, two).decision) == (ACCEPTED, ProposalDecision.NOT_ACCEPTED)
    agree(desk, "2", seen(desk, "2"))
    assert provision(desk, "2").status is ProvisionStatus.AGREED


def test_a_proposal_that_nobody_here_has_read_does_not_fall_with_the_others(desk: Desk) -> None:
    one = propose(desk, "1", SHOULD)
    read = seen(desk, "1")
    late = propose(desk, "1", MAY, delegations=("HT",))
    with pytest.raises(Refusal, match=CHANGED):
        agree(desk, "1", read, one)
    assert proposal(desk, late).live
    agree(desk, "1", seen(desk, "1"), one)


def test_nobody_agrees_on_what_says_something_else_by_now(desk: Desk) -> None:
    one = propose(desk, "1", SHOULD)
    read = seen(desk, "1")
    desk.do(proposals.edit_proposal, proposal=one, new_text=MAY)
    with pytest.raises(Refusal, match=CHANGED):
        agree(desk, "1", read, one)
    desk.do(proposals.decide, proposal=one, decision=ProposalDecision.WITHDRAWN)
    with pytest.raises(Refusal, match="decided already"):
        agree(desk, "1", read, one)
    read = seen(desk, "2")
    desk.do(draft_acts.edit_provision, provision=provision(desk, "2").key, text="Returns are safe.")
    with pytest.raises(Refusal, match=CHANGED):
        agree(desk, "2", read)
    with pytest.raises(Refusal, match="not in the text any more"):
        desk.do(agree_on, provision="nowhere", seen=read)


def test_what_was_accepted_meanwhile_is_not_agreed_on_unread(desk: Desk) -> None:
    read = seen(desk, "1")
    desk.do(proposals.decide, proposal=propose(desk, "1", SHOULD), decision=MODIFIED, final_text=MAY)
    with pytest.raises(Refusal, match=CHANGED):
        agree(desk, "1", read)
    read = seen(desk, "1")
    desk.undo()
    desk.do(proposals.decide, proposal=desk.read(proposals.proposals)[0].key, decision=MODIFIED, final_text=SHOULD)
    with pytest.raises(Refusal, match=CHANGED):
        agree(desk, "1", read)


def test_several_are_merged_only_as_they_were_read(desk: Desk) -> None:
    keys = propose(desk, "1", SHOULD), propose(desk, "1", MAY, delegations=("HT",))
    read = seen(desk, "1", *keys)
    # What is not merged may come in while the text for the others is typed.
    propose(desk, "1", "States exchange nothing.", delegations=("AW",))
    desk.do(proposals.edit_proposal, proposal=keys[1], new_text="States must.")
    with pytest.raises(Refusal, match=CHANGED):
        desk.do(proposals.merge_proposals, proposals=keys, text="States shall.", seen=read)
    desk.undo()
    desk.do(proposals.merge_proposals, proposals=keys, text="States shall.", seen=read)
    desk.undo()
    desk.do(draft_acts.edit_provision, provision=provision(desk, "1").key, text="States meet.")
    with pytest.raises(Refusal, match=CHANGED):
        desk.do(proposals.merge_proposals, proposals=keys, text="States shall.", seen=read)


def test_a_whole_draft_is_agreed_on_and_adopted_only_as_it_was_read(desk: Desk) -> None:
    read = whole(desk)
    one, two = (provision(desk, label).key for label in ("1", "2"))
    desk.do(agree_on_several, provisions=(one,), seen=read)
    # How far the meeting has come is no other text.
    desk.do(agree_on_several, provisions=(two,), seen=read)
    key = propose(desk, "(a)", action=ProposalAction.DELETE)
    for act in (
        lambda: desk.do(agree_on_several, provisions=(provision(desk, "(a)").key,), seen=read),
        lambda: desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.DEFERRED, seen=read),
    ):
        with pytest.raises(Refusal, match=CHANGED):
            act()
    desk.do(proposals.decide, proposal=key, decision=ProposalDecision.WITHDRAWN)
    desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.DEFERRED, seen=read)
