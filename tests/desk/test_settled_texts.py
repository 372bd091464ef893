"""Agreed is agreed, and adopted is adopted: what a later decision does to the one, and that nothing is done to the other."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from cmc_desk.db.schema import JournalRow
from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.agreed_provisions import opens_again
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_texts import meters
from cmc_desk.desk.undoing import undo
from cmc_desk.rules.document_kinds import PartyRole, ProposalAction, ProposalDecision, ProvisionStatus
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.refusal import Refusal
from tests.desk.drafted import KEY, PLAN, TEXT, bring, proposal, propose, provision, text

SHOULD = "States should exchange information every year."
ACCEPTED = ProposalDecision.ACCEPTED


def agree(desk: Desk, label: str = "1", status: ProvisionStatus = ProvisionStatus.AGREED, key: str = KEY) -> None:
    desk.do(draft_acts.set_provision_status, provision=provision(desk, label, key=key).key, status=status)


def decide(desk: Desk, key: str, decision: ProposalDecision = ACCEPTED) -> None:
    desk.do(proposals.decide, proposal=key, decision=decision)


def adopt(desk: Desk) -> object:
    return desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.APPROVED)


@pytest.mark.parametrize("status", [ProvisionStatus.AGREED, ProvisionStatus.AD_REFERENDUM])
def test_what_was_agreed_is_open_again_once_another_text_is_accepted(desk: Desk, status: ProvisionStatus) -> None:
    bring(desk)
    agree(desk, status=status)
    key = propose(desk, "1", SHOULD)
    for harmless in (ProposalDecision.NOT_ACCEPTED, ProposalDecision.OPEN):
        assert desk.read(opens_again, proposal=key, decision=harmless) is None
    opened = desk.read(opens_again, proposal=key, decision=ACCEPTED)
    assert opened is not None
    assert opened.path == "1"
    decide(desk, key)
    assert provision(desk, "1").status is ProvisionStatus.OPEN
    assert [meter.agreed + meter.ad_referendum for _key, meter in desk.read(meters)] == [0]
    desk.undo()
    assert provision(desk, "1").status is status
    decide(desk, key)
    desk.do(draft_acts.next_version, draft=KEY)
    assert (provision(desk, "1").status, provision(desk, "1").text) == (ProvisionStatus.OPEN, SHOULD)


@pytest.mark.parametrize("act", [proposals.reopen_proposal, proposals.remove_proposal])
def test_what_was_agreed_with_a_change_is_open_again_without_it(desk: Desk, act: Callable[..., str]) -> None:
    bring(desk)
    key = propose(desk, "1", SHOULD)
    decide(desk, key)
    agree(desk)
    desk.do(act, proposal=key)
    assert provision(desk, "1").status is ProvisionStatus.OPEN


def test_an_accepted_change_is_not_undone_behind_what_was_agreed_with_it(desk: Desk) -> None:
    bring(desk)
    decide(desk, propose(desk, "1", SHOULD))
    seq = desk.read(lambda session: session.scalar(select(func.max(JournalRow.seq))))
    agree(desk)
    assert seq is not None
    with pytest.raises(Refusal, match="cannot be undone any more"):
        desk.do(undo, seq=seq)


def test_an_activity_is_open_again_with_its_indicator_and_stays_agreed_with_what_is_not_about_it(desk: Desk) -> None:
    bring(desk, PLAN, key="plan")
    agree(desk, key="plan")
    indicator = next(one for one in text(desk, key="plan").provisions if one.level == 4)
    key = desk.do(
        proposals.add_proposal,
        draft="plan",
        action=ProposalAction.MODIFY,
        provision=indicator.key,
        new_text="States that have it.",
        delegations=("JM",),
    )
    decide(desk, propose(desk, "1", "More.", draft="plan", action=ProposalAction.INSERT_AFTER))
    assert provision(desk, "1", key="plan").status is ProvisionStatus.AGREED
    decide(desk, key, ProposalDecision.BRACKETED)
    assert provision(desk, "1", key="plan").status is ProvisionStatus.OPEN


def test_nothing_is_done_to_a_proposal_for_what_was_adopted_not_even_by_undo(desk: Desk) -> None:
    bring(desk, TEXT[:3])
    key = propose(desk, "1", SHOULD)
    at = []
    for act in (
        lambda: desk.do(proposals.add_party, proposal=key, delegation="HT", role=PartyRole.SUPPORTER),
        lambda: desk.do(proposals.respond, proposal=key, agency="IOM", text="Supported."),
        lambda: desk.do(proposals.edit_proposal, proposal=key, rationale="Softer."),
        lambda: decide(desk, key, ProposalDecision.NOT_ACCEPTED),
    ):
        act()
        at.append(desk.read(lambda session: session.scalar(select(func.max(JournalRow.seq)))))
    adopt(desk)
    before = proposal(desk, key)
    for act in (
        lambda: desk.do(proposals.reopen_proposal, proposal=key),
        lambda: desk.do(proposals.remove_proposal, proposal=key),
        lambda: desk.do(proposals.add_party, proposal=key, delegation="AW", role=PartyRole.SUPPORTER),
        lambda: desk.do(proposals.remove_party, proposal=key, delegation="HT"),
        lambda: desk.do(proposals.respond, proposal=key, agency="IOM", text="No."),
        lambda: desk.do(proposals.edit_proposal, proposal=key, rationale="No."),
    ):
        with pytest.raises(Refusal, match="The meeting adopted this text"):
            act()
    for seq in at:
        assert seq is not None
        with pytest.raises(Refusal, match="cannot be undone any more"):
            desk.do(undo, seq=seq)
    assert proposal(desk, key) == before


def test_a_comment_made_since_the_adoption_can_be_taken_back(desk: Desk) -> None:
    bring(desk, TEXT[:3])
    adopt(desk)
    propose(desk, "1", action=ProposalAction.COMMENT, rationale="Well done.")
    desk.undo()
    assert desk.read(proposals.proposals) == ()


def test_an_adopted_draft_keeps_its_title(desk: Desk) -> None:
    bring(desk, TEXT[:3])
    adopt(desk)
    held = text(desk)
    told: dict[str, Any] = {"key": KEY, "short_title": held.short_title, "kind": held.kind}
    with pytest.raises(Refusal, match="The meeting adopted this text"):
        desk.do(draft_acts.found_draft, title="Another", **told)
    desk.do(draft_acts.found_draft, title=held.title, **told)


def test_what_was_accepted_as_new_and_stands_in_a_text_that_is_brought_is_put_in_once(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "2", "Consular  staff are told.", action=ProposalAction.INSERT_AFTER)
    decide(desk, key)
    kept = tuple(
        ReadProvision(one.kind, one.text, one.label, one.level, replaces=one.key) for one in text(desk).provisions
    )
    new = ReadProvision(TEXT[1].kind, "Consular staff are told.", "2 bis")
    desk.do(draft_acts.bring_text, draft=KEY, provisions=(*kept[:4], new, *kept[4:]))
    assert (provision(desk, "2 bis").key, proposal(desk, key).applied_in) == (key, 2)
    desk.undo()
    assert proposal(desk, key).applied_in == 0
    desk.do(draft_acts.bring_text, draft=KEY, provisions=(*kept, new, new))
    desk.do(draft_acts.circulate_version, draft=KEY)
    desk.do(draft_acts.next_version, draft=KEY)
    assert len(text(desk).provisions) == len(kept) + 2


def test_a_deletion_is_not_in_a_text_that_is_brought_while_something_stands_that_was_to_go_along(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "2", action=ProposalAction.DELETE)
    decide(desk, key)
    kept = tuple(
        ReadProvision(one.kind, one.text, one.label, one.level, replaces=one.key) for one in text(desk).provisions
    )
    desk.do(draft_acts.bring_text, draft=KEY, provisions=(*kept[:2], *kept[3:]))
    assert proposal(desk, key).applied_in == 0
    with pytest.raises(Refusal, match="P-001 was accepted for a provision that is not in the text any more"):
        desk.do(draft_acts.next_version, draft=KEY)
    desk.undo()
    desk.do(draft_acts.bring_text, draft=KEY, provisions=(*kept[:2], *kept[4:]))
    assert proposal(desk, key).applied_in == 2
