"""The drafts of the demo stand as they are drawn at 11:24 on the second day, and everything of them is decided at the end."""

import random
from collections.abc import Iterator

import pytest

from cmc_desk.desk import proposals
from cmc_desk.desk.demo_agenda import instant_of
from cmc_desk.desk.demo_documents import IN_THE_PLAN, plan_documents, until_the_meeting
from cmc_desk.desk.demo_play import Play
from cmc_desk.desk.draft_texts import draft_texts, draft_versions, meters, rendered_draft
from cmc_desk.desk.opening import verify_journal
from cmc_desk.rules.document_kinds import PartyRole, ProposalDecision
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.proposals import Proposal
from tests.desk.kingston import open_desk

PLAN = "plan-of-action"


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    """Return the meeting with nothing but its drafts, on the second day at 11:24."""
    desk = open_desk(tmp_path_factory.mktemp("demo"))
    until_the_meeting(desk)
    made = Play(desk, random.Random(2019))  # noqa: S311 - a play, not a secret
    for number in (0, 1):
        plan_documents(made, number)
    made.run(instant_of(desk, 1, IN_THE_PLAN))
    yield made
    assert desk.read(verify_journal).whole
    desk.close()


def all_of(play: Play) -> dict[str, Proposal]:
    return {one.name: one for one in play.desk.read(proposals.proposals)}


def test_the_plan_of_action_stands_as_it_is_drawn(play: Play) -> None:
    meter = dict(play.desk.read(meters))[PLAN]
    assert (meter.agreed, meter.bracketed, meter.open, meter.whole) == (7, 6, 3, 16)
    found = all_of(play)
    assert list(found) == [f"P-{number:03d}" for number in range(1, 32)]
    assert [version.label for version in play.desk.read(draft_versions, draft=PLAN)] == [
        "Draft 1",
        "Draft 2",
        "Draft 3",
    ]
    (third,) = (one for one in play.desk.read(rendered_draft, draft=PLAN).provisions if one.provision.label == "3")
    assert [(run.kept.value, run.text.strip()) for run in third.runs if run.kept.value != "same"] == [
        ("removed", "consider"),
        ("added", "develop"),
        ("removed", "existing"),
    ]
    assert [(one.opening, one.proposers, len(one.supporters), one.leading) for one in third.alternatives] == [
        ("[3.", ("LC",), 8, True),
        ("[3 bis.", ("TT",), 3, False),
        ("[3 ter.", ("CU",), 0, False),
    ]
    assert found["P-014"].of(PartyRole.SUPPORTER)[-1] == "HT"
    assert [one.text for name in ("P-014", "P-017", "P-019", "P-022") for one in found[name].responses] == [
        "Supported. Matches the June 2019 consultation.",
        "Noted. Could be a first step towards [3].",
        "“Compatible” offered instead of “common”.",
        "Answered in session, 11:12.",
    ]
    assert found["P-022"].decision is ProposalDecision.NOTED


def test_at_the_end_every_proposal_is_decided_and_the_drafts_are_adopted(play: Play) -> None:
    play.run()
    assert not [one.name for one in all_of(play).values() if one.decision is ProposalDecision.OPEN]
    assert [
        (one.key, one.version.number, one.version.decided) for one in play.desk.read(draft_texts) if one.version
    ] == [
        ("principles", 3, Decided.APPROVED),
        ("modalities", 3, Decided.AMENDED),
        (PLAN, 5, Decided.AMENDED),
    ]
    assert all(meter.open == 0 for _key, meter in play.desk.read(meters))
