"""Ctrl+K leads to a proposal by its number, to a provision of any draft, to the editor of the report and to the closing kit."""

import pytest
from PySide6.QtCore import Qt

from cmc_desk.desk import draft_acts
from cmc_desk.rules.document_kinds import DocumentKind, ProvisionKind
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.ui.papers.page import PapersPage
from cmc_desk.ui.parts.palette_box import PaletteBox
from tests.ui.documents.stand import CTRL, SECOND, Drafter


def go(drafter: Drafter, text: str) -> list[str]:
    """Type into the palette and take the first that is found; return what was found."""
    names = [row.name for row in drafter.window._results(text)]
    drafter.press(Qt.Key.Key_K, CTRL)
    box = drafter.window.findChild(PaletteBox)
    assert box is not None
    drafter.type(text)
    drafter.press(Qt.Key.Key_Return)
    return names


@pytest.mark.parametrize("typed", ["P-002", "p2", "P-2"])
def test_a_proposal_is_found_by_its_number(drafter: Drafter, typed: str) -> None:
    drafter.propose("1", "They bind nobody.")
    key = drafter.propose("2", SECOND.replace("year", "month"), "HT")
    drafter.window.go("registration")
    assert go(drafter, typed)[0] == "P-002 Haiti: States shall exchange information every month."
    assert drafter.page.isVisible()
    assert drafter.page.provision == drafter.provision("2").key
    about = drafter.page.about
    assert about is not None
    assert about.proposal is not None
    assert about.proposal.key == key


def test_a_provision_of_another_draft_is_found_by_its_words_and_by_its_number(drafter: Drafter) -> None:
    drafter.desk.do(
        draft_acts.found_draft, key="modes", title="Modalities", short_title="Modalities", kind=DocumentKind.MODALITIES
    )
    rows = (
        ReadProvision(ProvisionKind.PARAGRAPH, "The troika prepares it in 2 months.", "1"),
        ReadProvision(ProvisionKind.PARAGRAPH, "It has a chair.", "2"),
    )
    drafter.desk.do(draft_acts.bring_text, draft="modes", provisions=rows)
    assert go(drafter, "troika")[0] == "1 The troika prepares it in 2 months."
    assert drafter.page.document == "modes"
    names = [row.name for row in drafter.window._results("modal 2")]
    assert names[0] == "2 It has a chair."


def test_the_editor_of_the_report_and_the_closing_kit_are_found(drafter: Drafter) -> None:
    assert go(drafter, "report")[:2] == ["Outcome report", "Edit the report of the final outcomes"]
    assert "Edit the report of the final outcomes" in go(drafter, "edit report")
    page = drafter.window.page("papers")
    assert isinstance(page, PapersPage)
    assert page.isVisible()
    assert page.is_editing()
    assert "Closing kit" in [row.name for row in drafter.window._results("closing k")]
    assert any(name.startswith("Bring a Word file") for name in [row.name for row in drafter.window._results("matrix")])
