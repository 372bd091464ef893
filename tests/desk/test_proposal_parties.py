"""Who stands behind a proposal, what is answered to it, and how the journal names it."""

from dataclasses import replace
from pathlib import Path

import pytest

from cmc_desk.clock import ManualClock
from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.matrix_import import import_matrix
from cmc_desk.desk.opening import create_meeting
from cmc_desk.desk.setup import change_meeting
from cmc_desk.rules.document_kinds import PartyRole, ProvisionStatus
from cmc_desk.rules.matrix_rows import MatrixChange
from cmc_desk.rules.proposals import Party
from cmc_desk.rules.refusal import Refusal
from tests.desk.drafted import bring, proposal, propose, provision
from tests.meetings import DESK_A, MORNING, plan

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


def test_nobody_answers_but_sponsors_host_and_whoever_did_before(desk: Desk) -> None:
    bring(desk)
    first, second = propose(desk, "1", SHOULD), propose(desk, "2", "Returns are safe.")
    refused = "“ION” answers no proposals; there is: IOM, UNHCR, IOM/UNHCR, Jamaica"
    with pytest.raises(Refusal, match=refused) as told:
        desk.do(proposals.respond, proposal=first, agency="ION", text="Thanks.")
    assert told.value.field == "agency"
    change = MatrixChange("row 2", first, "P-001", {"answer ION": "Thanks."})
    with pytest.raises(Refusal, match=f"row 2: {refused}"):
        desk.do(import_matrix, new=(), changes=(change,), source="x.xlsx")
    for agency in ("iom", "IOM/UNHCR"):
        desk.do(proposals.respond, proposal=first, agency=agency, text="Thanks.")
    assert [one.agency for one in proposal(desk, first).responses] == ["IOM", "IOM/UNHCR"]
    desk.do(change_meeting, changes={"sponsors": ["IOM", "UNHCR", "ACS"]})
    desk.do(proposals.respond, proposal=first, agency="ACS", text="Thanks.")
    desk.do(change_meeting, changes={"sponsors": ["IOM", "UNHCR"]})
    desk.do(proposals.respond, proposal=second, agency="Acs", text="Still here.")
    assert [one.agency for one in proposal(desk, second).responses] == ["ACS"]


def test_the_host_has_one_answer_by_whatever_name_of_it(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "1", SHOULD)
    desk.do(proposals.respond, proposal=key, agency="jm", text="Yes.")
    desk.do(proposals.respond, proposal=key, agency="Jamaïque", text="Oui.")
    assert [(one.agency, one.text) for one in proposal(desk, key).responses] == [("Jamaica", "Oui.")]
    desk.undo()
    desk.undo()
    desk.do(proposals.respond, proposal=key, agency="Jamaïque", text="Oui.")
    assert [one.agency for one in proposal(desk, key).responses] == ["Jamaïque"]


def test_where_nobody_told_who_answers_anybody_does(tmp_path: Path) -> None:
    desk = create_meeting(
        tmp_path / "nobody.cmc",
        replace(plan(), sponsors=(), host_delegation=""),
        clock=ManualClock(MORNING),
        author=DESK_A,
        training=True,
    )
    bring(desk)
    key = propose(desk, "1", SHOULD)
    for agency in ("ACS", "OAS"):
        desk.do(proposals.respond, proposal=key, agency=agency, text="Thanks.")
    assert {one.agency for one in proposal(desk, key).responses} == {"ACS", "OAS"}
    desk.close()


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
