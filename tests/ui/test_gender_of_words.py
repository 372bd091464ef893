"""Words that are said of several things have in each place the gender of the thing, and stand in the language of what they belong to."""

from collections.abc import Iterator

import pytest

from cmc_desk.i18n import choose_language, pgettext, texts
from cmc_desk.rules.document_kinds import ProposalDecision, ProvisionStatus, ReportStatus
from cmc_desk.rules.document_words import decision_word
from cmc_desk.rules.matrix_values import choices, chosen
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.papers import PaperState
from cmc_desk.rules.report_blocks import Column, Figure, Table
from cmc_desk.rules.summary_words import summary_word
from cmc_desk.ui.documents.version_words import decided_words
from cmc_desk.ui.documents.words import decided_so, decision_chip, status_chip
from cmc_desk.ui.papers.words import state_chip
from cmc_desk.ui.report.block_rows import block_rows
from cmc_desk.ui.report.words import status_chip as report_chip

PROPOSAL = {
    "es": ("Abierta", "Aceptada", "Retirada", "Cerrada"),
    "fr": ("Ouverte", "Acceptée", "Retirée", "Close"),
}
TOLD = (ProposalDecision.OPEN, ProposalDecision.ACCEPTED, ProposalDecision.WITHDRAWN, ProposalDecision.NOTED)


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    choose_language("en")


@pytest.mark.parametrize("language", PROPOSAL)
def test_a_proposal_is_feminine_on_the_screen_and_on_paper(language: str) -> None:
    choose_language(language)
    assert tuple(decision_chip(one).text for one in TOLD) == PROPOSAL[language]
    assert tuple(decision_word(one, texts(language)) for one in TOLD[:3]) == PROPOSAL[language][:3]
    said = [decided_so(one) for one in (ProposalDecision.ACCEPTED, ProposalDecision.WITHDRAWN, ProposalDecision.MERGED)]
    assert [one[-1] for one in said] == ["e" if language == "fr" else "a"] * 3


def test_what_a_matrix_said_before_is_still_read() -> None:
    known = choices([texts("fr")], lambda _name: None).decisions
    for said in ("Acceptée", "accepted"):
        assert chosen(said, known) is ProposalDecision.ACCEPTED
    for said in ("Retiré", "Retirée", "withdrawn"):
        assert chosen(said, known) is ProposalDecision.WITHDRAWN


def test_a_spanish_provision_is_feminine_throughout() -> None:
    choose_language("es")
    stands = (ProvisionStatus.OPEN, ProvisionStatus.AGREED, ProvisionStatus.DELETED, ProvisionStatus.DEFERRED)
    assert [status_chip(one).text for one in stands] == ["Abierta", "Acordada", "Eliminada", "Aplazada"]


@pytest.mark.parametrize(
    ("language", "report", "recommendation"),
    [("es", "Definitivo", "Aprobada"), ("fr", "Définitif", "Approuvée")],
)
def test_a_report_is_masculine_and_a_recommendation_feminine(language: str, report: str, recommendation: str) -> None:
    choose_language(language)
    assert report_chip(ReportStatus.FINAL).text == report
    assert summary_word(Decided.APPROVED, texts(language)) == recommendation
    assert decided_words(Decided.APPROVED) != recommendation


def test_one_french_paper_has_changed_and_not_several() -> None:
    choose_language("fr")
    assert state_chip(PaperState.CHANGED).text == "Modifié"


@pytest.mark.parametrize(("language", "no"), [("es", "No"), ("fr", "Non"), ("nl", "Nee")])
def test_the_answer_no_is_not_the_number_of_a_list(language: str, no: str) -> None:
    choose_language(language)
    assert pgettext("answer", "No") == no != texts(language).gettext("No")


def test_the_list_of_blocks_calls_tables_and_charts_as_the_report_does_and_not_as_the_windows() -> None:
    choose_language("fr")
    blocks = (
        Table("a", (Column("Status"),), (), title="Attendance by status", label="1"),
        Table("b", (Column("Status"),), (), title="Attendance by delegation", left_out=True),
        Table("c", (Column("Item"), Column("What was agreed")), ()),
        Figure("d", "Attendance by day", label="2"),
        Figure("e", "Arrivals", left_out=True),
    )
    assert [row.text for row in block_rows(blocks, (), texts("en"))] == [
        "Table 1. Attendance by status",
        "Attendance by delegation",
        "Item, What was agreed",
        "Figure 2. Attendance by day",
        "Arrivals",
    ]
