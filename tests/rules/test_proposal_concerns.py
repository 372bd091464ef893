"""Whoever decides is told which proposals are stale, cannot both be had, are the same, or go together."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.document_kinds import Concern, ProposalAction, ProposalDecision, ProvisionKind, ProvisionStatus
from cmc_desk.rules.proposal_concerns import between, concerns, is_stale
from cmc_desk.rules.proposals import Concerned, Proposal
from tests.rules.drafted import draft, paragraph, proposal, taken

THREE = paragraph("c", "States shall consider common procedures.", "3")
SHOULD = proposal(1, THREE, "States should consider common procedures.")
MAY = proposal(2, THREE, "States may consider common procedures.")
ALIKE = proposal(3, THREE, "States  should consider common procedures.")
COMPATIBLE = proposal(4, THREE, "States shall consider compatible procedures.")
INSERT, DELETE, MOVE = ProposalAction.INSERT_AFTER, ProposalAction.DELETE, ProposalAction.MOVE


def told(*proposals: Proposal) -> dict[str, tuple[Concerned, ...]]:
    return dict(concerns(draft(THREE), proposals))


def test_two_that_change_the_same_words_conflict_and_others_go_together() -> None:
    assert told(SHOULD, MAY, ALIKE, COMPATIBLE)["p1"] == (
        Concerned(Concern.CONFLICT, ("p2",)),
        Concerned(Concern.IDENTICAL, ("p3",)),
        Concerned(Concern.COMBINABLE, ("p4",)),
    )


def test_one_alone_has_no_concern_and_neither_have_questions_and_what_is_decided() -> None:
    question = proposal(5, THREE, "Why?", action=ProposalAction.QUESTION)
    closed = replace(MAY, decision=ProposalDecision.NOT_ACCEPTED)
    assert told(SHOULD, question, closed) == {}
    assert told(replace(question, provision=""), question) == {}


def test_what_was_accepted_but_is_in_no_version_yet_counts_against_others() -> None:
    assert told(SHOULD, taken(MAY)) == {"p1": (Concerned(Concern.CONFLICT, ("p2",)),)}
    assert told(SHOULD, taken(MAY, applied_in=1)) == {}


def test_a_proposal_is_stale_where_its_text_has_changed_or_is_gone() -> None:
    other = replace(THREE, text="States shall consider procedures.")
    assert dict(concerns(draft(other), [SHOULD])) == {"p1": (Concerned(Concern.STALE),)}
    assert is_stale(SHOULD, None)
    assert is_stale(proposal(1, THREE, action=MOVE), replace(THREE, status=ProvisionStatus.DELETED))
    assert not is_stale(proposal(1, THREE, action=INSERT), other)
    assert not is_stale(proposal(1, None, action=INSERT), None)
    assert not is_stale(proposal(1, THREE, action=ProposalAction.QUESTION), other)


def test_two_made_to_different_texts_are_compared_on_the_text_that_is_there() -> None:
    older = replace(COMPATIBLE, base="States may consider common procedures.")
    assert between(SHOULD, older, THREE) is Concern.COMBINABLE
    assert between(SHOULD, older, None) is Concern.COMBINABLE


def test_a_deletion_goes_with_nothing_but_itself() -> None:
    away = proposal(5, THREE, action=DELETE)
    assert between(away, SHOULD, THREE) is Concern.CONFLICT
    assert between(away, replace(away, key="p6"), THREE) is Concern.IDENTICAL
    assert between(away, proposal(7, THREE, action=MOVE, target="x"), THREE) is Concern.CONFLICT


def test_moves_conflict_unless_they_go_to_the_same_place() -> None:
    there, here = (proposal(number, THREE, action=MOVE, target=str(number)) for number in (5, 6))
    assert between(there, here, THREE) is Concern.CONFLICT
    assert between(there, replace(there, key="x"), THREE) is Concern.IDENTICAL
    assert between(there, SHOULD, THREE) is Concern.COMBINABLE


def test_what_is_put_in_after_a_provision_has_nothing_to_do_with_its_words() -> None:
    new, another = (proposal(number, THREE, f"New {number}.", action=INSERT) for number in (5, 6))
    assert between(new, SHOULD, THREE) is None
    assert between(new, another, THREE) is Concern.COMBINABLE
    assert told(new, SHOULD) == {}


def test_cells_of_a_plan_go_together_but_not_two_words_for_one() -> None:
    row = paragraph("c", "A network", kind=ProvisionKind.PLAN_ROW, level=3, cells=(("lead", "IOM"),))
    lead, target = proposal(1, row, "UNHCR", field="lead"), proposal(2, row, "20", field="target")
    empty = proposal(3, row, action=DELETE, field="lead")
    assert between(lead, target, row) is Concern.COMBINABLE
    assert between(lead, empty, row) is Concern.CONFLICT


WORDS = ["States", "shall", "[", "consider", "]", "à", "Curaçao", ",", "common", "procedures"]


@given(st.integers(0, 9), st.integers(1, 4), st.integers(0, 9), st.integers(1, 4))
def test_overlapping_proposals_are_always_flagged(begin: int, length: int, other: int, more: int) -> None:
    base = paragraph("c", " ".join(WORDS))
    ranges = [(begin, min(begin + length, 10)), (other, min(other + more, 10))]
    wishes = [
        proposal(number, base, " ".join([*WORDS[:first], f"new{number}", *WORDS[last:]]))
        for number, (first, last) in enumerate(ranges, 1)
    ]
    overlap = max(ranges[0][0], ranges[1][0]) < min(ranges[0][1], ranges[1][1])
    found = concerns(draft(base), wishes)
    if overlap:
        assert found == {"p1": (Concerned(Concern.CONFLICT, ("p2",)),), "p2": (Concerned(Concern.CONFLICT, ("p1",)),)}
    assert {"p1", "p2"} == found.keys()


TWO = paragraph("b", "Returns take place in safety.", "2")
CHILD = paragraph("ba", "children who travel alone;", "(a)", kind=ProvisionKind.SUBPARAGRAPH)
FAMILY = draft(TWO, CHILD, THREE)


def test_a_deletion_conflicts_with_whatever_is_proposed_for_what_it_takes_along() -> None:
    deletion = taken(proposal(1, TWO, "", action=DELETE))
    inside = proposal(2, CHILD, "all children;")
    below = proposal(3, CHILD, "women who travel alone;", action=INSERT)
    out = replace(proposal(4, CHILD, "", action=MOVE), target="c")
    other = replace(proposal(5, THREE, "", action=MOVE), target="ba")
    beside = replace(proposal(6, THREE, "", action=MOVE), target="b")
    found = concerns(FAMILY, [deletion, inside, below, out, other, beside])
    conflict = {key: one.others for key, told in found.items() for one in told if one.concern is Concern.CONFLICT}
    assert conflict == {"p2": ("p1",), "p3": ("p1",), "p4": ("p1",), "p5": ("p1", "p6"), "p6": ("p5",)}
    undecided = replace(deletion, decision=ProposalDecision.OPEN)
    (told,) = concerns(FAMILY, [undecided, inside])["p1"]
    assert told == Concerned(Concern.CONFLICT, ("p2",))


def test_deletions_of_the_same_family_go_together_and_a_sub_paragraph_cannot_come_below_what_goes() -> None:
    both = [proposal(1, TWO, "", action=DELETE), proposal(2, CHILD, "", action=DELETE)]
    assert concerns(FAMILY, both) == {}
    loose = paragraph("ca", "women;", "(a)", kind=ProvisionKind.SUBPARAGRAPH)
    comes = replace(proposal(3, loose, "", action=MOVE), target="b")
    found = concerns(draft(TWO, CHILD, THREE, loose), [both[0], comes])
    assert found["p3"] == (Concerned(Concern.CONFLICT, ("p1",)),)
