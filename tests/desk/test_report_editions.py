"""The final report in several languages: all that were asked for at once, others later as long as it says the same."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest

from cmc_desk.desk import report
from cmc_desk.desk.closing_papers import kit_papers
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.outcome_paper import KEY, OUTCOME_PAPER, gather_report
from cmc_desk.desk.report_ahead import issuing_job, read_ahead
from cmc_desk.desk.setup import change_meeting
from cmc_desk.i18n import texts
from cmc_desk.reports.outcome_paper import caution
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.papers import Ask, Format, Naming
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import text_of
from cmc_desk.rules.report_standing import Edition
from tests.desk.note_hands import file
from tests.desk.note_hands import said as spoken
from tests.desk.report_hands import tree
from tests.meetings import ANDRE, KEISHA, open_desk
from tests.reports.reading import IMPRINT

EN, FR, NL = Edition("en"), Edition("fr"), Edition("nl", attributed=False)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a meeting whose report the host has signed, in English with names."""
    opened = open_desk(tmp_path, people=(KEISHA, ANDRE))
    file(opened, spoken("The agenda was approved.", kind=EntryKind.DECISION), item="opening")
    opened.do(report.set_report, left_out=("proceedings",))
    opened.do(report.circulate_report, until=date(2019, 12, 13))
    opened.do(report.sign_off_report, by="A. Muster")
    yield opened
    opened.close()


def test_final_is_issued_in_every_language_that_is_asked_for_under_one_number(desk: Desk) -> None:
    assert desk.do(report.finish_report, editions=(FR, EN, NL)) == 3
    standing = desk.read(report.report_standing)
    assert standing.editions == (EN, FR, NL)
    assert [one.version for one in standing.issues] == [1, 2, 3, 3, 3]
    assert not standing.changed
    french = desk.read(gather_report, ask=Ask(language="fr"))
    assert (french.tree.version, french.tree.language, french.signed) == (3, "fr", 0)
    assert french.tree == tree(desk, language="fr", issue=3)
    assert "Rapport final" in text_of(french.tree.blocks[0])
    assert tree(desk, issue=3).language == "en"
    # A version that was asked for by its number and not issued so is as it was signed.
    assert tree(desk, language="es", issue=3).language == "en"


def test_what_was_not_issued_in_a_language_says_that_it_is_a_draft(desk: Desk) -> None:
    desk.do(report.finish_report)
    for ask in (Ask(language="fr"), Ask(naming=Naming.NOT_ATTRIBUTED)):
        found = desk.read(gather_report, ask=ask)
        assert (found.tree.version, found.signed) == (0, 3)
        assert caution(found, texts("en")).startswith("Version 3 was not issued in this language and naming")
    assert caution(desk.read(gather_report, ask=Ask()), texts("en")) == ""


def test_a_final_report_is_issued_in_another_language_while_it_says_the_same(desk: Desk) -> None:
    with pytest.raises(Refusal, match="not final yet"):
        desk.do(report.issue_also, editions=(FR,))
    desk.do(report.finish_report)
    assert desk.do(report.issue_also, editions=(EN, FR)) == 3
    with pytest.raises(Refusal, match="issued so already"):
        desk.do(report.issue_also, editions=(FR,))
    with pytest.raises(Refusal, match="The languages are"):
        desk.do(report.issue_also, editions=(Edition("de"),))
    work = issuing_job(desk, report.issue_also, editions=(NL,))
    assert work(lambda _done, _whole: None)[0] == 3
    assert desk.read(report.report_standing).editions == (EN, FR, NL)
    desk.do(change_meeting, changes={"venue": "Example Centre"})
    with pytest.raises(Refusal, match="says something else now than version 3"):
        desk.do(report.issue_also, editions=(Edition("es"),))
    assert desk.read(report.report_standing).status is ReportStatus.FINAL


def test_names_that_are_left_keep_a_text_without_names_from_being_issued(desk: Desk) -> None:
    desk.do(report.reopen_report)
    key = "summary/attendance"
    desk.do(report.write_block, block=key, language="nl", attributed=False, text="Jamaica en Haïti namen deel.")
    desk.do(report.sign_off_report, by="A. Muster")
    with pytest.raises(
        Refusal, match=r"needs this first: Names left in a text without names: 2 \(Jamaica, Haïti: Jamaica en"
    ):
        desk.do(report.finish_report, editions=(NL,))
    desk.do(report.finish_report)
    with pytest.raises(Refusal, match="needs this first: Names left in a text without names"):
        desk.do(report.issue_also, editions=(NL,), ahead=desk.read(read_ahead, editions=(NL,)))


def test_the_kit_has_the_report_in_every_language_in_which_it_was_issued(desk: Desk) -> None:
    desk.do(report.finish_report, editions=(FR, NL))
    papers = [one for one in desk.read(kit_papers, language="es") if one.kind == KEY and one.form is Format.DOCX]
    assert [one.name for one in papers] == ["report.docx", "report fr.docx", "report nl without-names.docx"]
    assert [desk.read(gather_report, ask=one.ask).tree.version for one in papers] == [3, 3, 3]
    assert [desk.read(gather_report, ask=one.ask).tree.language for one in papers] == ["en", "fr", "nl"]


def test_an_issued_text_is_printed_in_its_own_language(desk: Desk) -> None:
    desk.do(report.finish_report, editions=(FR,))
    content = desk.read(gather_report, ask=Ask(language="fr"))
    made = docx.Document(io.BytesIO(OUTCOME_PAPER.render(content, Format.DOCX, texts("en"), IMPRINT)))
    assert any("Rapport final, version 3" in one.text for one in made.paragraphs)
