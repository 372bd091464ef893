"""What the meeting does with a draft: approved, approved as amended or deferred, frozen from then on, and reopened."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from cmc_desk.db import schema
from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_texts import draft_versions, meters
from cmc_desk.rules.document_kinds import ProposalAction, ProposalDecision, ProvisionStatus
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.refusal import Refusal
from tests.desk.drafted import KEY, TEXT, bring, propose, provision, text

SHOULD = "States should exchange information every year."


def test_what_is_approved_is_frozen_and_agreed_ad_referendum_where_nothing_is_left(desk: Desk) -> None:
    bring(desk)
    before = text(desk).provisions
    desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.APPROVED, item="discussion", reason="By consensus.")
    version = text(desk).version
    assert version is not None
    assert (version.frozen, version.decided_at, version.decided_item, version.reason) == (
        True,
        desk.clock.now(),
        "discussion",
        "By consensus.",
    )
    assert len(version.digest) == 64
    assert [one.status for one in text(desk).provisions] == [
        ProvisionStatus.OPEN,
        *[ProvisionStatus.AD_REFERENDUM] * 3,
        ProvisionStatus.OPEN,
    ]
    ((_key, meter),) = desk.read(meters)
    assert (meter.ad_referendum, meter.bracketed, meter.open) == (3, 1, 0)
    desk.undo()
    assert text(desk).provisions == before


def test_nothing_of_an_adopted_text_changes_until_it_is_reopened(desk: Desk) -> None:
    bring(desk)
    one, key = provision(desk, "1").key, propose(desk, "1", SHOULD)
    desk.do(proposals.decide, proposal=key, decision=ProposalDecision.REFERRED)
    desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.APPROVED)
    acts: tuple[tuple[Callable[..., Any], dict[str, Any]], ...] = (
        (draft_acts.edit_provision, {"provision": one, "text": "A"}),
        (draft_acts.add_provision, {"draft": KEY, "text": "A"}),
        (draft_acts.remove_provision, {"provision": one}),
        (draft_acts.move_provision, {"provision": one}),
        (draft_acts.set_provision_status, {"provision": one, "status": ProvisionStatus.OPEN}),
        (draft_acts.circulate_version, {"draft": KEY}),
        (draft_acts.next_version, {"draft": KEY}),
        (draft_acts.bring_text, {"draft": KEY, "provisions": TEXT}),
        (draft_acts.adopt_draft, {"draft": KEY, "decided": Decided.DEFERRED}),
        (proposals.decide, {"proposal": key, "decision": ProposalDecision.ACCEPTED}),
        (proposals.add_proposal, {"draft": KEY, "provision": one, "action": ProposalAction.DELETE}),
    )
    for act, told in acts:
        with pytest.raises(Refusal, match="adopted"):
            desk.do(act, **told)
    propose(desk, "1", action=ProposalAction.COMMENT, rationale="Reserves its position.")
    with desk.store.write() as session, pytest.raises(IntegrityError, match="never changes"):
        session.execute(update(schema.ProvisionText).values(text="Something else."))
    desk.do(draft_acts.reopen_draft, draft=KEY)
    version = text(desk).version
    assert version is not None
    assert (version.decided, version.digest) == (Decided.PENDING, "")
    desk.do(draft_acts.set_provision_status, provision=one, status=ProvisionStatus.DEFERRED)
    with pytest.raises(Refusal, match="not decided yet"):
        desk.do(draft_acts.reopen_draft, draft=KEY)


def test_what_was_accepted_is_in_the_version_that_is_approved_as_amended(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "1", SHOULD)
    with pytest.raises(Refusal, match="P-001 is not decided yet"):
        desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.APPROVED)
    desk.do(proposals.decide, proposal=key, decision=ProposalDecision.ACCEPTED)
    with pytest.raises(Refusal, match="P-001: accepted, but not in the text yet"):
        desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.APPROVED)
    desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.AMENDED)
    found = desk.read(draft_versions, draft=KEY)
    assert [(one.number, one.decided) for one in found] == [(1, Decided.PENDING), (2, Decided.AMENDED)]
    assert provision(desk, "1").text == SHOULD
    desk.undo()
    assert len(desk.read(draft_versions, draft=KEY)) == 1
    assert desk.read(proposals.proposal, key=key).applied_in == 0


def test_a_draft_is_deferred_with_the_reason_and_taken_up_again(desk: Desk) -> None:
    bring(desk)
    propose(desk, "1", SHOULD)
    desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.DEFERRED, reason=" Until  2020. ")
    version = text(desk).version
    assert version is not None
    assert (version.frozen, version.reason) == (False, "Until 2020.")
    with pytest.raises(Refusal, match="deferred"):
        desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.APPROVED)
    desk.do(draft_acts.reopen_draft, draft=KEY)
    with pytest.raises(Refusal, match="Approved, approved"):
        desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.PENDING)
    with pytest.raises(Refusal, match="500"):
        desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.DEFERRED, reason="x" * 501)
