"""A file with drafts, their proposals and a final report keeps them, and goes on with them."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlcipher3 import dbapi2

from cmc_desk.clock import ManualClock
from cmc_desk.db import schema
from cmc_desk.db.connection import connect
from cmc_desk.desk import draft_acts, proposals, report
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.door_checks import looked
from cmc_desk.desk.draft_texts import draft_text, draft_texts
from cmc_desk.desk.opening import open_meeting, verify_journal
from cmc_desk.rules.document_kinds import (
    CorrectionOutcome,
    DocumentKind,
    DoorCheck,
    PartyRole,
    ProposalAction,
    ProposalDecision,
    ProvisionKind,
    ProvisionStatus,
    ReportStatus,
)
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_standing import Edition
from tests.db.test_golden import GOLDEN, WITH_THE_DRAFTS
from tests.db.test_golden_at_work import LUNCH
from tests.meetings import DESK_A

FINAL = 6


@pytest.fixture(params=WITH_THE_DRAFTS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "meeting.cmc"
    path.write_bytes(gzip.decompress((GOLDEN / f"meeting-{request.param}.cmc.gz").read_bytes()))
    desk = open_meeting(path, author=DESK_A, clock=ManualClock(LUNCH))
    yield desk
    assert desk.read(verify_journal).whole
    desk.close()


def named(desk: Desk, number: int) -> Proposal:
    return desk.read(proposals.proposal, key=f"P-{number:03d}")


def test_every_draft_stands_where_it_stood(old: Desk) -> None:
    found = {one.key: one for one in old.read(draft_texts)}
    assert {one.kind for one in found.values()} == set(DocumentKind)
    labels = {key: one.version.label for key, one in found.items() if one.version is not None}
    assert labels == {"principles": "Second draft", "modalities": "Draft 2", "plan": "Draft 2", "letter": "Draft 1"}
    provisions = [one for text in found.values() for one in text.provisions]
    assert {one.kind for one in provisions} == set(ProvisionKind)
    assert {one.status for one in provisions} == set(ProvisionStatus)
    template = next(one for one in found["plan"].provisions if one.text == "Agree on a template.")
    assert (template.said("timeframe"), template.said("notes")) == ("2020–2021", "=1+1")
    with pytest.raises(Refusal, match="adopted this text"):
        old.do(draft_acts.next_version, draft="modalities")
    before = old.read(draft_text, draft="principles", version=1).provisions
    assert "States shall exchange samples every year." in [one.text for one in before]


def test_every_proposal_is_there_with_who_stands_behind_it(old: Desk) -> None:
    found = old.read(proposals.proposals)
    assert [one.number for one in found] == [number for number in range(1, 21) if number != 13]
    assert {one.decision for one in found} == set(ProposalDecision)
    assert {one.action for one in found} == set(ProposalAction)
    first = named(old, 1)
    assert (first.of(PartyRole.PROPOSER), first.of(PartyRole.SUPPORTER)) == (("JM", "HT"), ("AW", "UNHCR"))
    assert [(one.agency, one.text) for one in first.responses] == [
        ("IOM", "It can be done (example)."),
        ("UNHCR", "Twice is well."),
    ]
    assert (named(old, 10).merged_into, named(old, 12).final_text[-10:]) == (named(old, 12).key, "six years.")
    assert named(old, 20).entry
    with old.store.read() as session:
        assert not any(session.scalars(select(schema.Proposal.new_cells)))
    old.do(proposals.decide, proposal=named(old, 20).key, decision=ProposalDecision.ACCEPTED)
    assert old.do(draft_acts.next_version, draft="principles")


def test_the_final_report_goes_on_with_its_corrections(old: Desk) -> None:
    standing = old.read(report.report_standing)
    assert (standing.status, standing.version, standing.editions) == (ReportStatus.FINAL, FINAL, (Edition("en"),))
    assert [(one.version, one.language, one.attributed) for one in standing.issues][:2] == [
        (1, "en", True),
        (2, "fr", False),
    ]
    settled = {one.number: one.outcome for one in standing.corrections}
    # What became of those that were settled stands in words only.
    noted, unsettled = CorrectionOutcome.NOTED, CorrectionOutcome.OPEN
    assert settled == {1: noted, 2: noted, 4: noted, 5: unsettled, 6: unsettled}
    fourth = next(one for one in standing.corrections if one.number == 4)
    assert (fourth.answer, fourth.corrigendum, fourth.edition) == ("For five read six.", True, Edition("en"))
    old.do(report.reopen_correction, correction=fourth.key)
    old.do(report.settle_correction, correction=fourth.key, outcome=CorrectionOutcome.ACCEPTED, corrected="Six came.")
    assert old.do(report.issue_corrigendum) == 1
    assert "Five *samples* were registered." in str(old.read(report.issued_blocks, version=FINAL))


def test_what_was_issued_cannot_be_changed(old: Desk) -> None:
    connection = connect(old.store.path, None)
    for statement in ("UPDATE report_issue SET digest = ''", "DELETE FROM report_issue"):
        with pytest.raises(dbapi2.IntegrityError, match="what was issued"):
            connection.execute(statement)
    connection.close()


def test_what_was_found_before_the_doors_is_known(old: Desk) -> None:
    found = {(one.what, one.station): one.good for one in old.read(looked)}
    assert found == {
        (DoorCheck.SCANNER, "Desk A"): True,
        (DoorCheck.PRINTER, "Desk A"): True,
        (DoorCheck.CLOCK, "Desk A"): True,
        (DoorCheck.BADGE_PRINTER, "Rapporteur 2"): False,
    }
