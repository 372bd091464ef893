"""What the report says of the drafts: the texts as they emerged, and what became of proposals."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.desk import proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.preflight import preflight
from cmc_desk.rules.document_kinds import ProposalAction, ProposalDecision
from cmc_desk.rules.preflight import Check
from cmc_desk.rules.report_blocks import Redlined, text_of
from cmc_desk.rules.word_difference import Kept
from tests.desk.drafted import bring, propose
from tests.desk.report_hands import said, table, tree
from tests.meetings import open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    opened.close()


def test_the_text_as_it_emerged_has_what_was_accepted_and_keeps_its_brackets(desk: Desk) -> None:
    bring(desk)
    taken = propose(desk, "1", "States should exchange information every year.")
    propose(desk, "2", "Returns take place in dignity.", delegations=("HT",))
    desk.do(proposals.decide, proposal=taken, decision=ProposalDecision.ACCEPTED)
    found = tree(desk)
    shown = [block for block in found.shown if block.key.startswith("annex-clean/") and isinstance(block, Redlined)]
    assert any(text_of(block).endswith("States should exchange information every year.") for block in shown)
    brackets = [text_of(block) for block in shown if block.closing]
    assert brackets == ["[2. Returns take place in dignity.]"]
    assert {run.kept for block in shown for run in block.runs} == {Kept.SAME}


def test_a_question_is_told_by_its_reason_and_what_is_referred_is_pending(desk: Desk) -> None:
    bring(desk)
    asked = propose(desk, "1", "", action=ProposalAction.QUESTION, rationale="Who pays?")
    sent = propose(desk, "2", "Returns take place in dignity.")
    desk.do(proposals.decide, proposal=asked, decision=ProposalDecision.NOTED)
    desk.do(proposals.decide, proposal=sent, decision=ProposalDecision.REFERRED)
    found = tree(desk)
    (noted,) = table(found, "documents/principles/noted/table").rows
    assert "Question: Who pays?" in noted
    assert len(table(found, "documents/principles/pending/table").rows) == 1
    assert said(found, "summary/proposals").startswith("2 proposals were received in writing.")
    (looked,) = (one for one in desk.read(preflight) if one.check is Check.PROPOSALS)
    assert (looked.count, looked.of) == (1, 2)
