"""Who stands behind a proposal, what is answered to it, and how the journal names it."""

import pytest

from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.rules.document_kinds import PartyRole, ProvisionStatus
from cmc_desk.rules.proposals import Party
from cmc_desk.rules.refusal import Refusal
from tests.desk.drafted import bring, proposal, propose, provision

SHOULD = "States should exchange information every year."


def test_a_delegation_stands_in_one_place_and_may_change_it(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "1", SHOULD)
    for role, words in ((PartyRole.SUPPORTER, ""), (PartyRole.RESERVATION, "Until Friday.")):
        desk.do(proposals.add_party, proposal=key, delegation="HT", role=role, words=words)
    assert proposal(desk, key).parties[-1] == Party("HT", PartyRole.RESERVATION, "Until Friday.")
    desk.undo()
    assert proposal(desk, key).of(PartyRole.SUPPORTER) == ("HT",)
    desk.do(proposals.remove_party, proposal=key, delegation="HT")
    with pytest.raises(Refusal, match="said nothing"):
        desk.do(proposals.remove_party, proposal=key, delegation="HT")
    desk.undo()
    assert proposal(desk, key).of(PartyRole.SUPPORTER) == ("HT",)


def test_an_agency_has_one_answer_that_it_may_take_back(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "1", SHOULD)
    for words in ("Supported.", "Supported with thanks."):
        desk.do(proposals.respond, proposal=key, agency="IOM", text=words)
    assert [(one.agency, one.text, one.by) for one in proposal(desk, key).responses] == [
        ("IOM", "Supported with thanks.", desk.author.operator)
    ]
    desk.do(proposals.respond, proposal=key, agency="IOM", text=" ")
    assert proposal(desk, key).responses == ()
    for agency, words in (("", "A"), ("IOM", "")):
        with pytest.raises(Refusal):
            desk.do(proposals.respond, proposal=key, agency=agency, text=words)
    desk.undo()
    desk.undo()
    assert [one.text for one in proposal(desk, key).responses] == ["Supported."]


def test_the_journal_and_undo_say_which_proposal_it_was(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "1", SHOULD)
    one = provision(desk, "1").key
    desk.do(proposals.add_party, proposal=key, delegation="HT", role=PartyRole.SUPPORTER)
    desk.do(draft_acts.set_provision_status, provision=one, status=ProvisionStatus.DEFERRED)
    assert [line.about for line in desk.read(journal_lines)[-4:]] == [
        "principles",
        "principles, P-001",
        "P-001, HT",
        "principles",
    ]
    assert [desk.undo().about for _act in range(4)] == ["principles · 1", "P-001 · Haiti", "P-001", "principles"]
