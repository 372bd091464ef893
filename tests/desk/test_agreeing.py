"""Agreement on a provision is one act: one text is taken, its rivals fall, and what could stand beside it is not forgotten."""

from pathlib import Path

import pytest

from cmc_desk.desk import draft_acts
from cmc_desk.desk.agreeing import agree_on
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.document_view import discussed, document_view
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.proposals import add_proposal, proposal
from cmc_desk.rules.document_kinds import ProposalAction, ProposalDecision, ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.rules.refusal import Refusal
from tests.meetings import open_desk

ROW = ReadProvision(ProvisionKind.PLAN_ROW, "Agree on a template.", "1", 3, (("lead", "JM"),))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = open_desk(tmp_path)
    made.do(draft_acts.found_draft, key="plan", title="Plan", short_title="Plan")
    made.do(draft_acts.bring_text, draft="plan", provisions=(ROW,))
    return made


def provision(desk: Desk) -> str:
    return desk.read(draft_text, draft="plan").provisions[0].key


def propose(desk: Desk, text: str, delegation: str = "JM", field: str = "") -> str:
    return desk.do(
        add_proposal,
        draft="plan",
        action=ProposalAction.MODIFY,
        provision=provision(desk),
        field=field,
        new_text=text,
        delegations=(delegation,),
    )


def test_alike_proposals_are_taken_as_one_and_the_rivals_are_not_accepted(desk: Desk) -> None:
    one, same, other = (
        propose(desk, "Agree on a form."),
        propose(desk, "Agree on a form.", "HT"),
        propose(desk, "Do so."),
    )
    desk.do(agree_on, provision=provision(desk), proposals=(one, same))
    found = [desk.read(proposal, key=key) for key in (one, same, other)]
    assert [each.decision for each in found] == [
        ProposalDecision.ACCEPTED,
        ProposalDecision.MERGED,
        ProposalDecision.NOT_ACCEPTED,
    ]
    assert found[2].decision_words == "The meeting agreed on P-001."
    assert desk.read(draft_text, draft="plan").provisions[0].status is ProvisionStatus.AGREED
    desk.close()


def test_a_proposal_for_another_cell_is_not_swept_away(desk: Desk) -> None:
    one, cell = propose(desk, "Agree on a form."), propose(desk, "HT", "HT", "lead")
    with pytest.raises(Refusal, match="P-002"):
        desk.do(agree_on, provision=provision(desk), proposals=(one,))
    assert desk.read(proposal, key=one).live
    assert desk.read(proposal, key=cell).live
    with pytest.raises(Refusal, match="Agreed, or agreed ad referendum"):
        desk.do(agree_on, provision=provision(desk), status=ProvisionStatus.OPEN)
    desk.close()


def test_the_page_and_the_notes_read_the_same_text(desk: Desk) -> None:
    propose(desk, "Agree on a form.")
    view = desk.read(document_view, draft="nothing of the kind", now=desk.clock.now())
    assert view.draft is not None
    assert view.draft.text.key == "plan"
    one = desk.read(discussed, draft="plan", number="1")
    assert one is not None
    assert (one.shown, one.live, one.text) == (view.draft.provisions[0], 1, "Agree on a template.")
    assert desk.read(discussed, draft="plan", number="7") is None
    desk.close()
