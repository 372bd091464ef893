"""A corrigendum: what was accepted of the final report goes out under a number, as a paper, and stays."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest

from cmc_desk.desk import report
from cmc_desk.desk.closing_papers import kit_papers
from cmc_desk.desk.corrigendum_paper import CORRIGENDUM_PAPER, gather_corrigendum
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.undoing import last_row, undo
from cmc_desk.i18n import texts
from cmc_desk.reports.corrigendum import line_words
from cmc_desk.rules.document_kinds import CorrectionOutcome as Outcome
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import text_of
from cmc_desk.rules.report_standing import Corrected, Correction, Edition
from tests.desk.note_hands import file
from tests.desk.note_hands import said as spoken
from tests.meetings import ANDRE, KEISHA, open_desk
from tests.reports.reading import IMPRINT

FR = Edition("fr")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a meeting whose report is final as version 3, in English and in French."""
    opened = open_desk(tmp_path, people=(KEISHA, ANDRE))
    file(opened, spoken("The agenda was approved.", kind=EntryKind.DECISION), item="opening")
    opened.do(report.set_report, left_out=("proceedings",))
    opened.do(report.circulate_report, until=date(2019, 12, 13))
    opened.do(report.sign_off_report, by="A. Muster")
    opened.do(report.finish_report, editions=(FR,))
    yield opened
    opened.close()


def ask(desk: Desk, paragraph: str = "1", edition: Edition | None = None) -> str:
    words = "It is wrong."
    return desk.do(report.ask_correction, version=3, paragraph=paragraph, delegation="JM", words=words, edition=edition)


def accept(desk: Desk, key: str, replaced: str = "2 participants", corrected: str = "Two persons") -> str:
    return desk.do(
        report.settle_correction, correction=key, outcome=Outcome.ACCEPTED, replaced=replaced, corrected=corrected
    )


def one(desk: Desk, key: str) -> Correction:
    return next(found for found in desk.read(report.corrections) if found.key == key)


def test_what_is_accepted_says_what_is_read_instead_of_what_stands_there(desk: Desk) -> None:
    key = ask(desk)
    for more, words in (
        ({}, "Type what is read instead"),
        ({"replaced": "2", "corrected": "2"}, "say the same"),
        ({"replaced": "seven", "corrected": "six"}, "“seven” does not stand in paragraph 1 of version 3"),
    ):
        with pytest.raises(Refusal, match=words):
            desk.do(report.settle_correction, correction=key, outcome=Outcome.ACCEPTED, **more)
    with pytest.raises(Refusal, match="why it was not accepted"):
        desk.do(report.settle_correction, correction=key, outcome=Outcome.NOT_ACCEPTED)
    with pytest.raises(Refusal, match="accepted, not accepted, or noted"):
        desk.do(report.settle_correction, correction=key, outcome=Outcome.OPEN)
    accept(desk, key, corrected="2  persons")
    found = one(desk, key)
    assert (found.outcome, found.replaced, found.corrected) == (Outcome.ACCEPTED, "2 participants", "2 persons")


def test_a_settled_correction_is_opened_before_it_is_settled_otherwise(desk: Desk) -> None:
    key = ask(desk)
    with pytest.raises(Refusal, match="Correction 1 is not settled"):
        desk.do(report.reopen_correction, correction=key)
    desk.do(report.settle_correction, correction=key, outcome=Outcome.NOTED, answer="Noted.", replaced="2")
    with pytest.raises(Refusal, match="Correction 1 is settled already: open it again"):
        accept(desk, key)
    assert one(desk, key).replaced == ""
    desk.do(report.reopen_correction, correction=key)
    found = one(desk, key)
    assert (found.outcome, found.settled_at, found.answer) == (Outcome.OPEN, None, "Noted.")
    accept(desk, key)
    assert one(desk, key).to_issue


def test_a_place_that_begins_with_a_number_is_one_of_the_version(desk: Desk) -> None:
    with pytest.raises(Refusal, match="Version 3 has no paragraph 999"):
        ask(desk, "999(a)")
    with pytest.raises(Refusal, match="does not exist"):
        ask(desk, edition=Edition("nl"))
    assert one(desk, ask(desk, "1(a)", FR)).edition == FR


def test_a_corrigendum_takes_what_was_accepted_and_nothing_twice(desk: Desk) -> None:
    with pytest.raises(Refusal, match="No correction of the final report was accepted"):
        desk.do(report.issue_corrigendum)
    first, second, left, noted = ask(desk), ask(desk, "Annex I"), ask(desk), ask(desk)
    accept(desk, second, "", "Agenda")
    accept(desk, first)
    desk.do(report.settle_correction, correction=noted, outcome=Outcome.NOTED)
    settled = desk.read(last_row)
    assert [line.key for line in desk.read(report.report_standing).going_out] == [first, second]
    assert desk.do(report.issue_corrigendum) == 1
    (gone_out,) = desk.read(report.corrigenda)
    assert (gone_out.version, [line.paragraph for line in gone_out.lines]) == (3, ["1", "Annex I"])
    assert [one(desk, key).issued for key in (first, second, left, noted)] == [1, 1, 0, 0]
    for command in (report.reopen_correction, report.remove_correction):
        with pytest.raises(Refusal, match="Correction 1 went out with corrigendum 1"):
            desk.do(command, correction=first)
    with pytest.raises(Refusal, match="went out with a corrigendum since"):
        desk.do(undo, seq=settled - 1)
    with pytest.raises(Refusal, match="does not stand in paragraph 1 any more: a corrigendum reads it otherwise"):
        accept(desk, left, "2 participants", "")
    accept(desk, left, "Two persons", "")
    assert desk.do(report.issue_corrigendum) == 2
    desk.do(report.reopen_report)
    with pytest.raises(Refusal, match="Only a report that is final"):
        desk.do(report.issue_corrigendum)


def test_the_paper_says_paragraph_by_paragraph_what_is_read(desk: Desk) -> None:
    accept(desk, ask(desk))
    draft = desk.read(gather_corrigendum, ask=Ask()).tree
    assert draft.title.startswith("Draft of a corrigendum")
    desk.do(report.issue_corrigendum)
    accept(desk, ask(desk, "Annex I", FR), "", "Ordre du jour")
    desk.do(report.issue_corrigendum)
    content = desk.read(gather_corrigendum, ask=Ask(issue=1))
    assert content.tree.title == "Corrigendum 1 to the report of the final outcomes"
    said = [text_of(block) for block in content.blocks]
    assert said[-1] == "Paragraph 1 (English text): for “2 participants” read “Two persons”."
    assert "version 3 of the report" in said[-2]
    newest = desk.read(gather_corrigendum, ask=Ask()).blocks[-1]
    assert text_of(newest) == "Annex I (French text): the text should read “Ordre du jour”."
    with pytest.raises(Refusal, match="There is no corrigendum 3"):
        desk.read(gather_corrigendum, ask=Ask(issue=3))
    made = docx.Document(io.BytesIO(CORRIGENDUM_PAPER.render(content, Format.DOCX, texts("en"), IMPRINT)))
    printed = [paragraph.text for paragraph in made.paragraphs]
    assert [words for words in printed if words in said] == said
    assert CORRIGENDUM_PAPER.render(content, Format.PDF, texts("en"), IMPRINT).startswith(b"%PDF")


def test_where_nothing_was_corrected_there_is_no_paper_but_a_kit(desk: Desk) -> None:
    noted = ask(desk)
    desk.do(report.settle_correction, correction=noted, outcome=Outcome.NOTED)
    with pytest.raises(Refusal, match="No correction of the final report was accepted"):
        desk.read(gather_corrigendum, ask=Ask())
    kit = [found.kind for found in desk.read(kit_papers, language="en")]
    assert "outcome-report" in kit
    assert CORRIGENDUM_PAPER.key not in kit
    desk.do(report.reopen_report)
    with pytest.raises(Refusal, match="Only a report that is final has a corrigendum"):
        desk.read(gather_corrigendum, ask=Ask())


def test_a_corrigendum_that_went_out_stays_a_paper_when_the_report_is_opened_again(desk: Desk) -> None:
    accept(desk, ask(desk))
    desk.do(report.issue_corrigendum)
    desk.do(report.reopen_report)
    assert desk.read(gather_corrigendum, ask=Ask()).tree.title.startswith("Corrigendum 1 ")


def test_every_form_of_a_correction_has_its_sentence() -> None:
    def words(paragraph: str, replaced: str, corrected: str) -> str:
        return line_words(Corrected(paragraph, replaced, corrected, Edition("en")), texts("en"))

    assert words("12(a)", "five", "six") == "Paragraph 12(a): for “five” read “six”."
    assert words("", "five", "") == "Throughout the report: delete “five”."
    assert words("Annex II", "", "six") == "Annex II: the text should read “six”."


def test_the_kit_has_every_corrigendum_in_every_language_of_the_report(desk: Desk) -> None:
    accept(desk, ask(desk))
    desk.do(report.issue_corrigendum)
    names = [found.name for found in desk.read(kit_papers, language="en") if found.kind == CORRIGENDUM_PAPER.key]
    assert names == ["corrigendum-1.docx", "corrigendum-1 fr.docx", "corrigendum-1.pdf", "corrigendum-1 fr.pdf"]
    desk.do(report.reopen_report)
    assert not [found for found in desk.read(kit_papers, language="en") if found.kind == CORRIGENDUM_PAPER.key]
