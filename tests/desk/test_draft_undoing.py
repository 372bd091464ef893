"""What was circulated, adopted or made into a version is not changed behind anybody's back by taking back what came before."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from cmc_desk.db.schema import JournalRow
from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.undoing import undo
from cmc_desk.rules.document_kinds import ProposalDecision, ProvisionStatus
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.refusal import Refusal
from tests.desk.drafted import KEY, TEXT, bring, proposal, propose, provision, text

SHOULD = "States should exchange information every year."


def take_back(desk: Desk, act: Callable[[], object], *since: Callable[[], object]) -> None:
    """Do something, let others do what they do since, and take it back by its number, as its station would."""
    act()
    seq = desk.read(lambda session: session.scalar(select(func.max(JournalRow.seq))))
    assert seq is not None
    for one in since:
        one()
    desk.do(undo, seq=seq)


def edit(desk: Desk) -> object:
    return desk.do(draft_acts.edit_provision, provision=provision(desk, "1").key, text=SHOULD)


def circulate(desk: Desk) -> object:
    return desk.do(draft_acts.circulate_version, draft=KEY)


def accept(desk: Desk) -> None:
    desk.do(proposals.decide, proposal=propose(desk, "1", SHOULD), decision=ProposalDecision.ACCEPTED)


def adopt(desk: Desk) -> object:
    return desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.APPROVED)


@pytest.mark.parametrize(
    ("act", "since"),
    [
        (edit, [circulate]),
        (circulate, [adopt]),
        (edit, [lambda desk: desk.do(draft_acts.bring_text, draft=KEY, provisions=TEXT)]),
        (lambda desk: desk.do(draft_acts.next_version, draft=KEY), [lambda desk: desk.do(draft_acts.bring_text, draft=KEY, provisions=TEXT)]),
        (lambda desk: desk.do(draft_acts.remove_provision, provision=provision(desk, "3").key), [circulate]),
    ],
)  # fmt: skip
def test_what_was_built_upon_is_not_taken_back(
    desk: Desk, act: Callable[[Desk], object], since: list[Callable[[Desk], object]]
) -> None:
    bring(desk)
    accept(desk)
    if act is circulate:
        desk.do(draft_acts.next_version, draft=KEY)
    with pytest.raises(Refusal, match="circulated, adopted or made into a version since"):
        take_back(desk, lambda: act(desk), *(lambda one=one: one(desk) for one in since))


def test_a_decision_on_a_proposal_stays_once_the_text_is_adopted(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "1", SHOULD)
    with pytest.raises(Refusal, match="adopted"):
        take_back(
            desk,
            lambda: desk.do(proposals.decide, proposal=key, decision=ProposalDecision.NOT_ACCEPTED),
            lambda: adopt(desk),
        )
    with pytest.raises(Refusal, match="adopted this text"):
        desk.do(proposals.reopen_proposal, proposal=key)
    assert proposal(desk, key).decision is ProposalDecision.NOT_ACCEPTED
    desk.do(draft_acts.reopen_draft, draft=KEY)
    desk.do(proposals.reopen_proposal, proposal=key)


def test_a_text_is_not_adopted_again_by_undo_once_it_says_something_else(desk: Desk) -> None:
    bring(desk)
    adopt(desk)
    desk.do(draft_acts.reopen_draft, draft=KEY)
    adopted = text(desk)
    desk.undo()
    assert text(desk).version != adopted.version
    one = provision(desk, "2").key
    with pytest.raises(Refusal, match="adopted"):
        take_back(
            desk,
            lambda: desk.do(draft_acts.reopen_draft, draft=KEY),
            lambda: desk.do(draft_acts.set_provision_status, provision=one, status=ProvisionStatus.DEFERRED),
        )


def test_a_text_is_not_adopted_again_by_undo_once_something_else_is_proposed(desk: Desk) -> None:
    bring(desk)
    adopt(desk)
    with pytest.raises(Refusal, match="adopted"):
        take_back(desk, lambda: desk.do(draft_acts.reopen_draft, draft=KEY), lambda: propose(desk, "1", SHOULD))


def test_the_status_of_what_was_circulated_and_an_adoption_can_be_taken_back(desk: Desk) -> None:
    bring(desk)
    accept(desk)
    one = provision(desk, "2").key
    take_back(
        desk,
        lambda: desk.do(draft_acts.set_provision_status, provision=one, status=ProvisionStatus.AD_REFERENDUM),
        lambda: circulate(desk),
    )
    assert provision(desk, "2").status is ProvisionStatus.OPEN
    desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.AMENDED)
    desk.undo()
    version = text(desk).version
    assert version is not None
    assert (version.number, version.decided) == (1, Decided.PENDING)


def test_nothing_is_deleted_from_or_put_back_into_what_was_circulated(desk: Desk) -> None:
    bring(desk)
    two, three = provision(desk, "2").key, provision(desk, "3").key
    deleted = ProvisionStatus.DELETED
    with pytest.raises(Refusal, match="circulated, adopted or made into a version since"):
        take_back(
            desk,
            lambda: desk.do(draft_acts.set_provision_status, provision=two, status=deleted),
            lambda: circulate(desk),
        )
    # What stands below it went with it.
    assert [one.status is deleted for one in text(desk).provisions] == [False, False, True, True, False]
    for one, status in ((three, deleted), (two, ProvisionStatus.OPEN)):
        with pytest.raises(Refusal, match="was circulated"):
            desk.do(draft_acts.set_provision_status, provision=one, status=status)
