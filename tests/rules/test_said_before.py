"""A proposal that is on record is the same one when it comes again."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.document_kinds import Channel, PartyRole, PlanField, ProposalAction, ProposalType
from cmc_desk.rules.kept_proposals import as_kept
from cmc_desk.rules.proposals import NewProposal, Party, Proposal
from cmc_desk.rules.said_before import not_said_before, said_in

ROW = NewProposal(
    "plan", ProposalAction.INSERT_AFTER, new_text="Visas", new_cells=((PlanField.LEAD, "IOM"),), delegations=("JM",)
)
KNOWN = Proposal(
    "key",
    1,
    "plan",
    ProposalAction.INSERT_AFTER,
    ProposalType.SUBSTANTIVE,
    Channel.FLOOR,
    datetime(2019, 12, 5, tzinfo=UTC),
    new_text="Visas",
    new_cells=((PlanField.LEAD, "IOM"),),
    parties=(Party("JM", PartyRole.PROPOSER), Party("HT", PartyRole.SUPPORTER)),
)


def test_the_same_delegation_says_the_same_once() -> None:
    assert said_in([KNOWN])(ROW)
    assert not_said_before([ROW, replace(ROW, new_text=" Visas \r\n")], [KNOWN]) == ()
    assert not_said_before([ROW], []) == (ROW,)


@pytest.mark.parametrize(
    "other",
    [
        {"delegations": ("HT",)},
        {"new_text": "Visas à la carte"},
        {"rationale": "Because."},
        {"provision": "3"},
        {"new_cells": ()},
    ],
)
def test_whatever_is_otherwise_is_another_proposal(other: dict[str, object]) -> None:
    assert not said_in([KNOWN])(replace(ROW, **other))  # type: ignore[arg-type] # fields by their names


def known_as(row: NewProposal) -> Proposal:
    """Return a proposal on record as it is kept when it comes."""
    kept = as_kept(row)
    return replace(
        KNOWN,
        action=kept.action,
        new_text=kept.new_text,
        new_label=kept.new_label,
        new_cells=kept.new_cells,
        rationale=kept.rationale,
    )


def test_a_number_typed_with_the_words_is_the_number_of_what_is_kept() -> None:
    typed = replace(ROW, new_cells=(), new_text="3 bis. Visas are free.")
    assert (as_kept(typed).new_label, as_kept(typed).new_text) == ("3 bis", "Visas are free.")
    assert said_in([known_as(typed)])(typed)
    # Another provision had the number when it came, or has it now.
    assert said_in([replace(known_as(typed), new_label="")])(typed)
    assert not said_in([replace(known_as(typed), new_label="4 bis")])(typed)
    assert not said_in([replace(known_as(typed), new_label="")])(replace(typed, new_label="3 bis"))
    # Where the number is a field of its own, or the words are a row of a plan, it stays among the words.
    assert as_kept(replace(typed, new_label=" 4  bis ")).new_text == "3 bis. Visas are free."
    assert as_kept(replace(typed, new_label=" 4  bis ")).new_label == "4 bis"
    assert as_kept(replace(ROW, new_text="1. Train.")).new_text == "1. Train."
    assert as_kept(replace(typed, action=ProposalAction.MODIFY)).new_label == ""


def test_accents_and_blanks_of_cells_make_no_difference() -> None:
    typed = replace(ROW, new_cells=((PlanField.NOTES, " "), (PlanField.LEAD, "Curac\u0327ao ")))
    assert as_kept(typed).new_cells == ((PlanField.LEAD, "Curaçao"),)
    assert said_in([known_as(typed)])(typed)
    assert said_in([replace(KNOWN, new_cells=typed.new_cells)])(typed)


WORDS = st.text("ab 1.(\u0301\n") | st.just("3 bis. a")


@given(
    st.sampled_from([ProposalAction.INSERT_AFTER, ProposalAction.MODIFY]),
    WORDS,
    st.text("1 b", max_size=4),
    st.dictionaries(st.sampled_from([PlanField.LEAD, PlanField.NOTES]), WORDS),
    WORDS,
)
def test_whatever_came_is_known_when_it_comes_again(
    action: ProposalAction, text: str, label: str, cells: dict[str, str], why: str
) -> None:
    row = NewProposal("plan", action, new_text=text, new_label=label, new_cells=tuple(cells.items()), rationale=why)
    row = replace(row, delegations=("JM",))
    assert said_in([known_as(row)])(row)
