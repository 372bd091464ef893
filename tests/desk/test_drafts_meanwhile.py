"""What several hands do to a draft at once, and what nobody typed: nothing is written over that somebody has not seen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from unicodedata import normalize

import pytest
from sqlalchemy import update

from cmc_desk.db.schema import ProvisionText
from cmc_desk.desk import draft_acts, notes, proposals
from cmc_desk.desk.agreeing import agree_on_several
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_rows import digest_of_provision, digest_of_text
from cmc_desk.desk.matrix_import import import_matrix, matrix_preview, read_matrix_file
from cmc_desk.desk.overview import DRAFT_TABLES
from cmc_desk.desk.proposal_rows import digest_of_wish
from cmc_desk.exchange.draft_toml import draft_toml
from cmc_desk.rules.document_kinds import PartyRole, ProposalAction, ProposalDecision, ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.rules.matrix_rows import MatrixChange, MatrixNew
from cmc_desk.rules.note_kinds import Decided, EntryKind
from cmc_desk.rules.notes import Written
from cmc_desk.rules.proposals import NewProposal
from cmc_desk.rules.refusal import Refusal
from tests.desk import note_hands
from tests.desk.drafted import KEY, bring, proposal, propose, provision, text
from tests.desk.plan_hands import workbook
from tests.meetings import clock_of, open_desk

SHOULD = "States should exchange information every year."
ACCEPTED, MODIFIED, MERGED = ProposalDecision.ACCEPTED, ProposalDecision.MODIFIED, ProposalDecision.MERGED


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    bring(made)
    yield made
    made.close()


def kept(desk: Desk, *without: str) -> tuple[ReadProvision, ...]:
    rows = text(desk).provisions
    return tuple(
        ReadProvision(one.kind, one.text, one.label, one.level, replaces=one.key)
        for one in rows
        if one.label not in without
    )


def accept(desk: Desk, key: str) -> None:
    desk.do(proposals.decide, proposal=key, decision=ACCEPTED)


def test_a_provision_is_not_written_over_what_was_not_seen(desk: Desk) -> None:
    one = provision(desk, "1")
    seen = digest_of_provision(one)
    desk.do(draft_acts.edit_provision, provision=one.key, label="1.", seen=seen)
    assert provision(desk, "1").text == one.text
    with pytest.raises(Refusal, match="written anew elsewhere meanwhile"):
        desk.do(draft_acts.edit_provision, provision=one.key, text="Something else.", seen=seen)


def test_a_text_is_not_brought_over_one_that_it_was_not_compared_with(desk: Desk) -> None:
    seen, before = digest_of_text(text(desk)), kept(desk)
    new = ReadProvision(ProvisionKind.PARAGRAPH, "A new paragraph.", "4")
    desk.do(draft_acts.bring_text, draft=KEY, provisions=(*before, new), seen=seen)
    with pytest.raises(Refusal, match="written anew meanwhile"):
        desk.do(draft_acts.bring_text, draft=KEY, provisions=before, seen=seen)


def test_accents_that_an_earlier_program_kept_in_two_characters_are_no_other_text(desk: Desk) -> None:
    key, typed = provision(desk, "2").key, "Les E\u0301tats reviennent."
    with desk.store.write() as session:
        session.execute(update(ProvisionText).where(ProvisionText.provision == key).values(text=typed))
    desk.do(draft_acts.set_provision_status, provision=key, status=ProvisionStatus.AGREED)
    other = propose(desk, "2", "Les États partent.")
    before = tuple(replace(one, text=normalize("NFC", one.text)) for one in kept(desk))
    with pytest.raises(Refusal, match="Nothing in it differs"):
        desk.do(draft_acts.bring_text, draft=KEY, provisions=before)
    new = ReadProvision(ProvisionKind.PARAGRAPH, "A new paragraph.", "4")
    desk.do(draft_acts.bring_text, draft=KEY, provisions=(*before, new))
    assert (provision(desk, "2").text, provision(desk, "2").status) == (typed, ProvisionStatus.AGREED)
    assert proposal(desk, other).concerns == ()


def test_nobody_decides_on_or_writes_over_a_proposal_that_says_something_else_by_now(desk: Desk) -> None:
    key = propose(desk, "1", SHOULD)
    seen = digest_of_wish(proposal(desk, key))
    desk.do(proposals.edit_proposal, proposal=key, new_text="States do as they wish.", seen=seen)
    with pytest.raises(Refusal, match="P-001 was written anew meanwhile"):
        desk.do(proposals.decide, proposal=key, decision=ACCEPTED, seen=seen)
    with pytest.raises(Refusal, match="P-001 was written anew meanwhile"):
        desk.do(proposals.edit_proposal, proposal=key, new_text="A", seen=seen)


def test_a_matrix_is_taken_over_only_over_what_was_looked_at_and_once(desk: Desk) -> None:
    key = propose(desk, "1", SHOULD)
    change = MatrixChange("row 2", key, "P-001", {"proposed": "States may share."}, was={"proposed": "States can."})
    with pytest.raises(Refusal, match="row 2: P-001 was written anew here meanwhile"):
        desk.do(import_matrix, new=(), changes=(change,), source="x.xlsx")
    comment = NewProposal(KEY, ProposalAction.COMMENT, rationale="Why?", delegations=("HT",))
    new = (MatrixNew("row 9", comment),)
    desk.do(import_matrix, new=new, changes=(), source="x.xlsx")
    with pytest.raises(Refusal, match="row 9: this comment was taken in meanwhile"):
        desk.do(import_matrix, new=new, changes=(), source="x.xlsx")


def test_a_typing_error_in_a_final_text_is_corrected_without_a_new_decision(desk: Desk) -> None:
    key, words = propose(desk, "1", SHOULD), "As the chair put it."
    desk.do(proposals.decide, proposal=key, decision=MODIFIED, final_text="States may.", words=words, item="opening")
    before = proposal(desk, key)
    clock_of(desk).advance(minutes=300)
    change = MatrixChange("row 2", key, "P-001", {"final": "States may share."})
    desk.do(import_matrix, new=(), changes=(change,), source="x.xlsx")
    assert proposal(desk, key) == replace(before, final_text="States may share.")


def test_a_deletion_that_a_brought_text_has_is_in_the_text(desk: Desk) -> None:
    key = propose(desk, "2", action=ProposalAction.DELETE)
    accept(desk, key)
    desk.do(draft_acts.bring_text, draft=KEY, provisions=kept(desk, "2", "(a)"))
    assert proposal(desk, key).applied_in == 2
    desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.APPROVED)


def test_a_move_to_a_place_that_is_gone_is_not_said_to_be_in_the_text(desk: Desk) -> None:
    accept(desk, propose(desk, "1", action=ProposalAction.MOVE, target=provision(desk, "3").key))
    desk.do(draft_acts.bring_text, draft=KEY, provisions=kept(desk, "3"))
    with pytest.raises(Refusal, match="P-001 was accepted for a provision that is not in the text"):
        desk.do(draft_acts.next_version, draft=KEY)


def test_what_is_agreed_below_a_deletion_is_open_again_and_is_not_agreed_beside_it(desk: Desk) -> None:
    below = provision(desk, "(a)").key
    desk.do(draft_acts.set_provision_status, provision=below, status=ProvisionStatus.AGREED)
    key = propose(desk, "2", action=ProposalAction.DELETE)
    accept(desk, key)
    assert provision(desk, "(a)").status is ProvisionStatus.OPEN
    with pytest.raises(Refusal, match="P-001 would delete it"):
        desk.do(draft_acts.set_provision_status, provision=below, status=ProvisionStatus.AGREED)
    inside = propose(desk, "(a)", "all children;")
    with pytest.raises(Refusal, match="P-001 was accepted for the same words"):
        accept(desk, inside)
    with pytest.raises(Refusal, match="P-002 is still before the meeting"):
        desk.do(agree_on_several, provisions=(provision(desk, "1").key, below))
    assert provision(desk, "1").status is ProvisionStatus.OPEN


def test_what_went_into_the_text_by_way_of_two_others_is_not_reopened(desk: Desk) -> None:
    first, second, third = (propose(desk, "1", words) for words in ("C.", "A.", SHOULD))
    desk.do(proposals.decide, proposal=first, decision=MERGED, merged_into=second)
    desk.do(proposals.decide, proposal=second, decision=MERGED, merged_into=third)
    accept(desk, third)
    desk.do(draft_acts.next_version, draft=KEY)
    with pytest.raises(Refusal, match="in the text already"):
        desk.do(proposals.reopen_proposal, proposal=first)


def test_what_was_referred_with_an_adopted_text_stays_so_and_a_comment_can_be_noted_and_that_undone(desk: Desk) -> None:
    key = propose(desk, "1", SHOULD)
    desk.do(proposals.decide, proposal=key, decision=ProposalDecision.REFERRED)
    comment = propose(desk, "1", action=ProposalAction.COMMENT, rationale="Well.")
    desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.APPROVED)
    with pytest.raises(Refusal, match="adopted"):
        desk.do(proposals.decide, proposal=key, decision=ProposalDecision.NOT_ACCEPTED)
    clock_of(desk).advance(minutes=1)
    desk.do(proposals.decide, proposal=comment, decision=ProposalDecision.NOTED)
    desk.undo()
    assert proposal(desk, comment).decision is ProposalDecision.OPEN


def test_a_file_whose_clock_goes_ahead_came_in_now(desk: Desk) -> None:
    row = NewProposal(
        KEY, ProposalAction.COMMENT, rationale="Why?", received_at=desk.clock.now() + timedelta(minutes=30)
    )
    (key,) = desk.do(proposals.add_proposals, rows=(row,))
    assert proposal(desk, key).received_at == desk.clock.now()


def test_who_was_put_behind_an_amendment_by_hand_stays_behind_it(desk: Desk) -> None:
    words = Written(text="1: “shall” → “should”", kind=EntryKind.PROPOSAL, document=KEY, provision="1", language="en")
    key = note_hands.file(desk, replace(words, delegation="JM"), item="discussion")
    (found,) = desk.read(proposals.proposals)
    desk.do(proposals.remove_party, proposal=found.key, delegation="JM")
    desk.do(proposals.add_party, proposal=found.key, delegation="HT", role=PartyRole.PROPOSER, words="It was Haiti.")
    stands = proposal(desk, found.key).parties
    for change in ({"highlighted": True}, {"text": "1: “shall” → “must”"}):
        one = note_hands.entry(desk, key)
        desk.do(notes.leave_entry, entry=key, written=replace(one.written, **change), base=one.revision)
        assert proposal(desk, found.key).parties == stands
    one = note_hands.entry(desk, key)
    desk.do(notes.leave_entry, entry=key, written=replace(one.written, delegation="AW"), base=one.revision)
    assert proposal(desk, found.key).of(PartyRole.PROPOSER) == ("HT", "AW")


def test_what_was_deleted_does_not_go_out_as_text(desk: Desk) -> None:
    accept(desk, propose(desk, "2", action=ProposalAction.DELETE))
    desk.do(draft_acts.next_version, draft=KEY)
    said = draft_toml(text(desk))
    assert "Returns take place" not in said
    assert "children" not in said


def test_a_delegation_has_one_place_in_a_matrix_and_an_untouched_one_changes_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    for words in ("'-tis the season.", "_x0041_ States", "word " * 7000):
        propose(desk, "1", words)
    file = read_matrix_file(workbook(desk, tmp_path, "comments-matrix"))
    found = desk.read(matrix_preview, file=file)
    assert (found.changes, found.problems) == ((), ())
    rows = tuple(replace(row, cells={**row.cells, "supporters": "HT", "opponents": "HT"}) for row in file.rows[:1])
    (problem,) = desk.read(matrix_preview, file=replace(file, rows=rows)).problems
    assert "HT cannot stand in two places" in problem


def test_whoever_opposes_moves_the_meter() -> None:
    assert "proposal_party" in DRAFT_TABLES
