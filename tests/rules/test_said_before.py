"""A proposal that is on record is the same one when it comes again."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cmc_desk.rules.document_kinds import Channel, PartyRole, PlanField, ProposalAction, ProposalType
from cmc_desk.rules.proposals import NewProposal, Party, Proposal
from cmc_desk.rules.said_before import not_said_before, said_before

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
    assert said_before(ROW, [KNOWN])
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
    assert not said_before(replace(ROW, **other), [KNOWN])  # type: ignore[arg-type] # fields by their names
