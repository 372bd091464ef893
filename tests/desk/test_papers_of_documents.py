"""What the papers of the draft documents read from a meeting."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_papers import gather_draft, gather_matrix, gather_plan, gather_proposals
from cmc_desk.desk.drafts import draft_titles
from cmc_desk.desk.making_papers import gather_paper
from cmc_desk.desk.paper_kinds import PaperKind, paper_kinds
from cmc_desk.desk.papers_of_documents import PAPERS_OF_DOCUMENTS
from cmc_desk.desk.proposals import edit_proposal, proposal
from cmc_desk.i18n import texts
from cmc_desk.rules.papers import Ask, Format, PaperGroup, file_name
from cmc_desk.rules.refusal import Refusal
from tests.desk.plan_hands import KINDS, copied, once, with_proposals
from tests.meetings import open_desk
from tests.reports.reading import IMPRINT


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory.mktemp("papers"), with_proposals, "proposals")


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = copied(made, tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("kind", PAPERS_OF_DOCUMENTS, ids=lambda kind: kind.key)
def test_every_paper_can_be_made_in_each_of_its_forms_in_another_language(desk: Desk, kind: PaperKind) -> None:
    assert kind in paper_kinds()
    assert kind.group is PaperGroup.DOCUMENTS
    content = desk.read(kind.gather, Ask(language="es", draft="plan"))
    assert desk.read(kind.gather, Ask(language="es", draft="plan")) == content
    for form in kind.formats:
        assert kind.render(content, form, texts("es"), IMPRINT)


def test_a_meeting_without_a_text_has_papers_too(tmp_path: Path) -> None:
    empty = open_desk(tmp_path)
    for kind in PAPERS_OF_DOCUMENTS:
        assert kind.render(empty.read(kind.gather, Ask()), kind.formats[0], texts("en"), IMPRINT)
    empty.close()


def test_without_a_draft_asked_for_the_first_with_a_text_or_all_are_meant(desk: Desk) -> None:
    known = [one.key for one in desk.read(draft_titles)]
    assert desk.read(gather_draft, Ask()).text.key == "plan"
    assert [one.text.key for one in desk.read(gather_matrix, Ask()).drafts] == known
    assert [one.text.key for one in desk.read(gather_proposals, Ask(draft="plan")).drafts] == ["plan"]


def test_the_matrix_has_a_column_for_whoever_pays_and_for_the_host(desk: Desk) -> None:
    assert desk.read(gather_matrix, Ask()).agencies == ("IOM", "UNHCR", "Jamaica")


def test_the_plan_says_from_which_proposals_its_rows_come(desk: Desk) -> None:
    content = desk.read(gather_plan, Ask())
    assert [names for _key, names in content.sources] == [("P-001",), ("P-002",)]
    assert "Haiti" in content.leads


def test_a_paper_changes_when_a_proposal_does(desk: Desk) -> None:
    before = desk.read(gather_draft, Ask(draft="plan"))
    desk.do(edit_proposal, proposal=desk.read(proposal, key="P-001").key, rationale="Anew")
    assert desk.read(gather_draft, Ask(draft="plan")) != before


def test_a_draft_that_there_is_not_is_refused_and_one_that_there_is_names_the_file(desk: Desk) -> None:
    with pytest.raises(Refusal, match="no draft document “odes”") as refused:
        gather_paper(desk, KINDS["draft-clean"], Ask(draft="odes"), Format.PDF)
    assert refused.value.field == "draft"
    assert file_name("draft-clean", Ask(draft="plan"), 2, Format.PDF) == "draft-clean plan en v2.pdf"
