"""LibreOffice accepts and rejects the changes that we track as Word does."""

from pathlib import Path

import pytest

from cmc_desk.exchange.draft_word import read_draft
from cmc_desk.i18n import texts
from cmc_desk.reports.draft_facts import DraftPaper
from cmc_desk.reports.draft_word import redline
from cmc_desk.rules.document_kinds import DocumentKind, PlanField, ProposalAction, ProvisionKind
from cmc_desk.rules.drafts import ACTIVITY, DraftText, Provision
from cmc_desk.rules.redlines import render_draft
from tests.reports.draft_case import NAMES, VERSION, proposal
from tests.reports.office import decided_by_office, office
from tests.reports.reading import IMPRINT


@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")
def test_libreoffice_accepts_and_rejects_the_changes_to_the_right_texts(tmp_path: Path) -> None:
    kinds = ProvisionKind
    provisions = (
        Provision("t", kinds.TITLE, "Plan"),
        Provision("a", kinds.PREAMBULAR, "Recalling [all] that déjà was said,"),
        Provision("p1", kinds.PARAGRAPH, "States will share data.", "1"),
        Provision("p2", kinds.PARAGRAPH, "They meet.\nEvery year.", "2"),
        Provision("p3", kinds.PARAGRAPH, "They report.", "3"),
        Provision("s", kinds.PARAGRAPH, "State ¦ Seats\nHaiti ¦ 2\nAruba ¦ 3", ""),
        Provision("p4", kinds.PARAGRAPH, "They come.", "5"),
        Provision("h", kinds.HEADING, "Area", "4"),
        Provision("r1", kinds.PLAN_ROW, "Train officials.", "4.1", ACTIVITY, cells=((PlanField.LEAD.value, "IOM"),)),
        Provision("r2", kinds.PLAN_ROW, "Share data.", "4.2", ACTIVITY, cells=((PlanField.LEAD.value, "IOM"),)),
    )
    proposals = (
        proposal(1, "a", "Recalling some that déjà was señalado,", "CU"),
        proposal(2, "p1", "States consult before.", "JM", action=ProposalAction.INSERT_AFTER, new_label="1 bis"),
        proposal(3, "p2", "They meet.\nTwice a year.", "TT"),
        proposal(4, "p3", "", "CU", action=ProposalAction.DELETE),
        proposal(5, "r1", "UNHCR", "NL", field=PlanField.LEAD.value),
        proposal(6, "p4", "", "HT", action=ProposalAction.MOVE, target="a"),
        proposal(7, "s", "State ¦ Seats\nHaiti ¦ 4\nCuba ¦ 1", "HT"),
    )
    text = DraftText("plan", "Plan", "Plan", DocumentKind.PLAN, version=VERSION, provisions=provisions)
    paper = DraftPaper("en", render_draft(text, proposals), proposals, NAMES, "America/Jamaica")
    accepted, rejected = (read_draft(one) for one in decided_by_office(redline(paper, texts("en"), IMPRINT), tmp_path))
    assert [(one.label, one.text, dict(one.cells)) for one in rejected.provisions] == [
        (one.label, one.text, dict(one.cells)) for one in provisions
    ]
    assert [(one.label, one.text, *dict(one.cells).values()) for one in accepted.provisions] == [
        ("", "Plan"),
        ("", "Recalling some that déjà was señalado,"),
        ("5", "They come."),
        ("1", "States will share data."),
        ("1 bis", "States consult before."),
        ("2", "They meet.\nTwice a year."),
        ("", "State ¦ Seats\nHaiti ¦ 4\nCuba ¦ 1"),
        ("4", "Area"),
        ("4.1", "Train officials.", "UNHCR"),
        ("4.2", "Share data.", "IOM"),
    ]
