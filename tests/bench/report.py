"""What the report of the final outcomes costs: 75 people, 600 entries of notes and 150 proposals, from the store to both files."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.meeting import delegations
from cmc_desk.desk.outcome_paper import gather_report
from cmc_desk.desk.rundown import rundown
from cmc_desk.i18n import texts
from cmc_desk.reports.outcome_paper import render
from cmc_desk.rules.document_kinds import Channel, DocumentKind, ProposalAction, ProvisionKind
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.rules.papers import Ask, Format, Imprint
from cmc_desk.rules.proposals import NewProposal
from tests.bench.crowd import MORNING
from tests.bench.measure import Row, alternately, at_most
from tests.bench.said import discussed, open_said

_IMPRINT = Imprint("Sample Consultations", "", "Government of Jamaica", "Kingston, 5–6 December 2019", MORNING, "Bench")
_DRAFTS = ("principles", "modalities", "plan-of-action")
_PROVISIONS, _PROPOSALS = 40, 50


def report() -> Iterator[Row]:
    """The whole report as Word file and as PDF with what is looked over before, against its rundown alone."""
    with tempfile.TemporaryDirectory() as name:
        desk = _filled(Path(name))
        times, least = alternately(lambda: _both(desk), lambda: desk.read(rundown), runs=3)
        desk.close()
    yield at_most("report, 75 people, 600 entries, 150 proposals", median(times), 5_000, floor=median(least))


def _filled(folder: Path) -> Desk:
    with tempfile.TemporaryDirectory() as name:
        probe = open_said(Path(name), [])
        items = discussed(probe)[:6]
        probe.close()
    desk = open_said(folder, [(item, 100) for item in items], people=75)
    codes = [one.code for one in desk.read(delegations)]
    for draft in _DRAFTS:
        text = [
            ReadProvision(
                ProvisionKind.PARAGRAPH,
                f"The States of the region shall exchange information {number} times.",
                str(number),
            )
            for number in range(1, _PROVISIONS + 1)
        ]
        desk.do(draft_acts.found_draft, key=draft, title=draft.capitalize(), short_title=draft, kind=DocumentKind.OTHER)
        desk.do(draft_acts.bring_text, draft=draft, provisions=tuple(text))
        keys = [one.key for one in desk.read(draft_text, draft=draft).provisions]
        rows = tuple(
            NewProposal(
                draft=draft,
                action=ProposalAction.MODIFY,
                channel=Channel.WRITTEN,
                provision=keys[number % len(keys)],
                new_text=f"The States of the region should exchange comparable information {number} times a year.",
                rationale="What nobody can promise is not to be promised.",
                delegations=(codes[number % len(codes)],),
            )
            for number in range(_PROPOSALS)
        )
        desk.do(proposals.add_proposals, rows=rows)
    return desk


def _both(desk: Desk) -> None:
    content = desk.read(gather_report, Ask())
    for form in (Format.DOCX, Format.PDF):
        render(content, form, texts("en"), _IMPRINT)
