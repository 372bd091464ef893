"""What the meeting decides on a proposal: with its time and words, merged with others, taken back."""

from typing import Any

import pytest

from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.document_kinds import (
    PartyRole,
    ProposalAction,
    ProposalDecision,
    ProposalType,
)
from cmc_desk.rules.refusal import Refusal
from tests.desk.drafted import KEY, bring, proposal, propose
from tests.meetings import clock_of

SHOULD = "States should exchange information every year."
MONTHLY = "States shall exchange information every month."
MAY = "States may exchange information every year."


def test_a_decision_has_its_time_and_words_and_is_taken_back(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "1", SHOULD)
    clock_of(desk).advance(minutes=2)
    told: dict[str, Any] = {"decision": ProposalDecision.NOT_ACCEPTED, "words": "Not now.", "item": "discussion"}
    desk.do(proposals.decide, proposal=key, **told)
    found = proposal(desk, key)
    assert (found.decision, found.decided_at, found.decided_item, found.decision_words, found.live) == (
        ProposalDecision.NOT_ACCEPTED,
        desk.clock.now(),
        "discussion",
        "Not now.",
        False,
    )
    with pytest.raises(Refusal, match="P-001 was decided at 08:42"):
        desk.do(proposals.decide, proposal=key, **told)
    with pytest.raises(Refusal, match="decided already"):
        desk.do(proposals.edit_proposal, proposal=key, new_text=MAY)
    desk.do(proposals.reopen_proposal, proposal=key)
    assert proposal(desk, key).live
    desk.undo()
    desk.undo()
    assert proposal(desk, key).decision is ProposalDecision.OPEN


def test_what_stays_before_the_meeting_may_be_decided_later(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "1", SHOULD)
    for decision in (ProposalDecision.BRACKETED, ProposalDecision.REFERRED):
        desk.do(proposals.decide, proposal=key, decision=decision)
        assert proposal(desk, key).live
    assert [one.key for one in desk.read(proposals.proposals, live=True)] == [key]
    desk.do(proposals.decide, proposal=key, decision=ProposalDecision.WITHDRAWN)
    assert desk.read(proposals.proposals, live=True) == ()


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"decision": ProposalDecision.OPEN}, "decision"),
        ({"decision": ProposalDecision.MODIFIED}, "final_text"),
        ({"decision": ProposalDecision.ACCEPTED, "final_text": MAY}, "decision"),
        ({"decision": ProposalDecision.MERGED}, "merged_into"),
    ],
)
def test_a_decision_that_says_nothing_is_refused(desk: Desk, told: dict[str, Any], field: str) -> None:
    bring(desk)
    key = propose(desk, "1", SHOULD)
    with pytest.raises(Refusal) as refused:
        desk.do(proposals.decide, proposal=key, **told)
    assert refused.value.field == field


def test_a_question_is_noted_and_a_deletion_has_no_words_to_modify(desk: Desk) -> None:
    bring(desk)
    question = propose(desk, "1", action=ProposalAction.QUESTION, kind=ProposalType.QUESTION, rationale="Who pays?")
    with pytest.raises(Refusal, match="changes no text"):
        desk.do(proposals.decide, proposal=question, decision=ProposalDecision.ACCEPTED)
    desk.do(proposals.decide, proposal=question, decision=ProposalDecision.NOTED)
    deletion = propose(desk, "1", action=ProposalAction.DELETE)
    with pytest.raises(Refusal, match="no text in it"):
        desk.do(proposals.decide, proposal=deletion, decision=ProposalDecision.MODIFIED, final_text="A")


def test_proposals_are_merged_into_one_that_all_of_them_propose(desk: Desk) -> None:
    bring(desk)
    one, two = propose(desk, "1", SHOULD), propose(desk, "1", MAY, delegations=("HT",))
    desk.do(proposals.add_party, proposal=one, delegation="AW", role=PartyRole.SUPPORTER)
    desk.do(proposals.add_party, proposal=two, delegation="UNHCR", role=PartyRole.OPPONENT)
    merged = desk.do(proposals.merge_proposals, proposals=(one, two), text="States exchange information.")
    found = proposal(desk, merged)
    assert (found.of(PartyRole.PROPOSER), found.of(PartyRole.SUPPORTER), found.of(PartyRole.OPPONENT)) == (
        ("JM", "HT"),
        ("AW",),
        (),
    )
    assert {proposal(desk, key).merged_into for key in (one, two)} == {merged}
    with pytest.raises(Refusal, match="merged into this"):
        desk.do(proposals.remove_proposal, proposal=merged)
    third = propose(desk, "1", MONTHLY)
    with pytest.raises(Refusal, match="merged itself"):
        desk.do(proposals.decide, proposal=third, decision=ProposalDecision.MERGED, merged_into=one)
    with pytest.raises(Refusal, match="another one"):
        desk.do(proposals.decide, proposal=third, decision=ProposalDecision.MERGED, merged_into=third)
    desk.do(proposals.remove_proposal, proposal=third)
    desk.undo()
    desk.undo()
    desk.undo()
    assert [one.live for one in desk.read(proposals.proposals)] == [True, True]
    with pytest.raises(Refusal, match="two proposals"):
        desk.do(proposals.merge_proposals, proposals=(one, one), text="A")
    elsewhere = propose(desk, "2", "Returns take place.")
    with pytest.raises(Refusal, match="same text"):
        desk.do(proposals.merge_proposals, proposals=(one, elsewhere), text="A")


def test_what_is_in_the_text_is_neither_reopened_nor_removed(desk: Desk) -> None:
    bring(desk)
    one, two = propose(desk, "1", SHOULD), propose(desk, "1", MAY)
    desk.do(proposals.decide, proposal=one, decision=ProposalDecision.ACCEPTED)
    desk.do(proposals.decide, proposal=two, decision=ProposalDecision.MERGED, merged_into=one)
    desk.do(draft_acts.next_version, draft=KEY)
    for key in (one, two):
        with pytest.raises(Refusal, match="in the text already"):
            desk.do(proposals.reopen_proposal, proposal=key)
    with pytest.raises(Refusal, match="in the text already"):
        desk.do(proposals.remove_proposal, proposal=one)
