"""Proposals for drafts: made, edited, and what concerns each beside the others and the text."""

from datetime import timedelta
from typing import Any

import pytest

from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_texts import rendered_draft
from cmc_desk.rules.document_kinds import (
    Channel,
    Concern,
    PartyRole,
    ProposalAction,
    ProposalDecision,
    ProvisionStatus,
)
from cmc_desk.rules.proposals import NewProposal, Party
from cmc_desk.rules.refusal import Refusal
from tests.desk.drafted import KEY, PLAN, bring, proposal, propose, provision, text

SHOULD = "States should exchange information every year."
MONTHLY = "States shall exchange information every month."
MAY = "States may exchange information every year."


def concerns(desk: Desk, key: str) -> dict[Concern, tuple[str, ...]]:
    return {one.concern: one.others for one in proposal(desk, key).concerns}


def test_a_proposal_is_made_to_the_text_as_it_stands(desk: Desk) -> None:
    bring(desk)
    key = propose(
        desk, "1", f" {SHOULD}\n", rationale="Nobody can promise it.", channel=Channel.FLOOR, item="discussion"
    )
    found = proposal(desk, key)
    assert (found.name, found.base, found.base_version, found.new_text) == (
        "P-001",
        provision(desk, "1").text,
        1,
        SHOULD,
    )
    assert (found.item, found.language, found.channel, found.received_at) == (
        "discussion",
        "en",
        Channel.FLOOR,
        desk.clock.now(),
    )
    assert found.parties == (Party("JM", PartyRole.PROPOSER),)
    assert [desk.read(proposals.proposal, key=word).key for word in ("P-001", "p1", "1")] == [key] * 3
    desk.undo()
    assert desk.read(proposals.proposals) == ()


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"new_text": ""}, "new_text"),
        ({"new_text": "States shall exchange information every year."}, "new_text"),
        ({"label": ""}, "provision"),
        ({"field": "lead"}, "field"),
        ({"field": "colour"}, "field"),
        ({"delegations": ("XX",)}, "delegation"),
        ({"language": "de"}, "language"),
        ({"new_label": "x" * 41}, "new_label"),
        ({"action": ProposalAction.QUESTION, "new_text": ""}, "rationale"),
        ({"action": ProposalAction.INSERT_AFTER, "new_text": " "}, "new_text"),
        ({"action": ProposalAction.MOVE, "target": "nowhere"}, "provision"),
        ({"counter_to": "nothing"}, "proposal"),
    ],
)
def test_what_is_wrong_with_a_proposal_is_told_beside_its_field(desk: Desk, told: dict[str, Any], field: str) -> None:
    bring(desk)
    with pytest.raises(Refusal) as refused:
        propose(desk, **({"label": "1", "new_text": SHOULD} | told))
    assert refused.value.field == field
    assert desk.read(proposals.proposals) == ()


def test_a_provision_does_not_move_after_itself_and_nothing_comes_in_tomorrow(desk: Desk) -> None:
    bring(desk)
    own = provision(desk, "1").key
    with pytest.raises(Refusal, match="after itself"):
        propose(desk, "1", action=ProposalAction.MOVE, target=own)
    with pytest.raises(Refusal, match="later than now"):
        propose(desk, "1", SHOULD, received_at=desk.clock.now() + timedelta(hours=1))


def test_a_cell_of_a_plan_is_proposed_for_by_its_name(desk: Desk) -> None:
    bring(desk, PLAN, key="plan")
    key = propose(desk, "1", "2021", draft="plan", field="timeframe")
    assert proposal(desk, key).base == "2020"
    with pytest.raises(Refusal, match="it is the row"):
        propose(desk, "1", "2021", draft="plan", field="timeframe", action=ProposalAction.DELETE)
    desk.do(proposals.decide, proposal=key, decision=ProposalDecision.ACCEPTED)
    desk.do(draft_acts.next_version, draft="plan")
    assert provision(desk, "1", key="plan").said("timeframe") == "2021"


def test_insertions_deletions_and_moves_stand_in_the_next_version(desk: Desk) -> None:
    bring(desk)
    one, two, three = (provision(desk, label).key for label in "123")
    made = propose(desk, "1", "A new one.", action=ProposalAction.INSERT_AFTER)
    for key in (
        made,
        propose(desk, "2", action=ProposalAction.DELETE),
        propose(desk, "3", action=ProposalAction.MOVE, target=one),
    ):
        desk.do(proposals.decide, proposal=key, decision=ProposalDecision.ACCEPTED)
    desk.do(draft_acts.next_version, draft=KEY)
    found = text(desk).provisions
    assert {each.key for each in found} >= {one, two, three, made}
    assert provision(desk, "1 bis").text == "A new one."
    assert next(each for each in found if each.key == two).status is ProvisionStatus.DELETED
    order = [each.key for each in found]
    assert order.index(three) < order.index(two)


def test_conflicting_identical_and_combinable_proposals_are_told(desk: Desk) -> None:
    bring(desk)
    should, monthly, may = (propose(desk, "1", words) for words in (SHOULD, MONTHLY, MAY))
    same = propose(desk, "1", SHOULD.replace("information", "information "), delegations=("HT",))
    assert concerns(desk, should) == {
        Concern.CONFLICT: (may,),
        Concern.IDENTICAL: (same,),
        Concern.COMBINABLE: (monthly,),
    }
    assert concerns(desk, monthly)[Concern.COMBINABLE] == (should, may, same)
    (shown,) = (one for one in desk.read(rendered_draft, draft=KEY).provisions if one.provision.label == "1")
    assert {Concern.CONFLICT, Concern.IDENTICAL, Concern.COMBINABLE} <= set(shown.concerns)


def test_a_proposal_is_stale_once_its_base_was_edited_until_it_is_written_anew(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "1", SHOULD)
    desk.do(draft_acts.edit_provision, provision=provision(desk, "1").key, text="States will share data.")
    assert Concern.STALE in concerns(desk, key)
    with pytest.raises(Refusal, match="has changed since"):
        desk.do(proposals.decide, proposal=key, decision=ProposalDecision.ACCEPTED)
    desk.do(proposals.edit_proposal, proposal=key, rationale="Still.")
    assert Concern.STALE in concerns(desk, key)
    desk.do(proposals.edit_proposal, proposal=key, new_text="States should share data.")
    assert (concerns(desk, key), proposal(desk, key).base) == ({}, "States will share data.")
    desk.undo()
    desk.do(
        proposals.decide,
        proposal=key,
        decision=ProposalDecision.MODIFIED,
        final_text="States are invited to share data.",
    )
    desk.do(draft_acts.next_version, draft=KEY)
    assert provision(desk, "1").text == "States are invited to share data."


def test_where_the_text_changed_in_another_place_what_was_proposed_is_put_beside_it(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "1", SHOULD)
    desk.do(draft_acts.edit_provision, provision=provision(desk, "1").key, text=MONTHLY)
    desk.do(proposals.decide, proposal=key, decision=ProposalDecision.ACCEPTED)
    desk.do(draft_acts.next_version, draft=KEY)
    assert provision(desk, "1").text == "States should exchange information every month."


def test_of_two_proposals_for_the_same_words_one_is_accepted(desk: Desk) -> None:
    bring(desk)
    should, monthly, may = (propose(desk, "1", words) for words in (SHOULD, MONTHLY, MAY))
    for key in (should, monthly):
        desk.do(proposals.decide, proposal=key, decision=ProposalDecision.ACCEPTED)
    with pytest.raises(Refusal, match="P-001 was accepted for the same words"):
        desk.do(proposals.decide, proposal=may, decision=ProposalDecision.ACCEPTED)
    desk.do(draft_acts.next_version, draft=KEY)
    assert provision(desk, "1").text == "States should exchange information every month."


def test_a_removed_proposal_gives_its_number_to_nobody(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "1", SHOULD)
    desk.do(proposals.remove_proposal, proposal=key)
    with pytest.raises(Refusal, match="no proposal"):
        proposal(desk, key)
    with pytest.raises(Refusal, match="removed"):
        desk.do(proposals.respond, proposal=key, agency="IOM", text="A")
    assert proposal(desk, propose(desk, "1", MAY)).name == "P-002"
    with pytest.raises(Refusal, match="no proposal"):
        proposal(desk, "P-77")


def test_many_come_in_at_once_or_none(desk: Desk) -> None:
    bring(desk)
    row = NewProposal(
        KEY, ProposalAction.MODIFY, provision=provision(desk, "1").key, new_text=SHOULD, delegations=("HT",)
    )
    with pytest.raises(Refusal):
        desk.do(proposals.add_proposals, rows=(row, NewProposal(KEY, ProposalAction.MODIFY)))
    with pytest.raises(Refusal):
        desk.do(proposals.add_proposals, rows=())
    assert desk.read(proposals.proposals) == ()
    comment = NewProposal(KEY, ProposalAction.COMMENT, rationale="Thanks.")
    keys = desk.do(proposals.add_proposals, rows=(row, comment))
    assert [one.key for one in desk.read(proposals.proposals, draft=KEY)] == list(keys)
    assert [one.key for one in desk.read(proposals.proposals, provision=row.provision)] == [keys[0]]
    desk.undo()
    assert desk.read(proposals.proposals) == ()


def test_a_draft_without_a_text_takes_comments_only(desk: Desk) -> None:
    desk.do(draft_acts.found_draft, key=KEY, title="T")
    with pytest.raises(Refusal, match="no text yet"):
        propose(desk, "", "A", action=ProposalAction.INSERT_AFTER)
    assert proposal(desk, propose(desk, "", "A", action=ProposalAction.COMMENT)).base_version == 0
