"""The same file twice gives no proposal twice, in whichever form its words are kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.proposals import add_proposals, proposals
from cmc_desk.rules.document_kinds import ProposalAction
from cmc_desk.rules.proposals import NewProposal
from cmc_desk.rules.refusal import Refusal
from tests.desk.drafted import KEY, PLAN, bring, provision
from tests.meetings import open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    bring(opened)
    bring(opened, PLAN, key="plan")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("draft", "label", "words", "cells", "kept"),
    [
        (KEY, "3", "3 bis. Visas are free.", (), ("3 bis", "Visas are free.", ())),
        (KEY, "3", "1. Hotels.", (), ("", "Hotels.", ())),
        (
            "plan",
            "1",
            " Hold a course. ",
            (("lead", "Curac\u0327ao "),),
            ("", "Hold a course.", (("lead", "Curaçao"),)),
        ),
    ],
)
def test_what_came_is_refused_when_it_comes_again(
    desk: Desk, draft: str, label: str, words: str, cells: tuple[tuple[str, str], ...], kept: tuple[object, ...]
) -> None:
    row = NewProposal(
        draft,
        ProposalAction.INSERT_AFTER,
        provision=provision(desk, label, key=draft).key,
        new_text=words,
        new_cells=cells,
        delegations=("JM",),
    )
    desk.do(add_proposals, rows=(row,))
    with pytest.raises(Refusal, match="proposed already"):
        desk.do(add_proposals, rows=(row,))
    (one,) = desk.read(proposals, draft=draft)
    assert (one.new_label, one.new_text, one.new_cells) == kept
