"""What a corrigendum may say: of the final version, of each word once, and no names where the report has none."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cmc_desk.db import schema
from cmc_desk.desk import report
from cmc_desk.desk.closing_papers import kit_papers
from cmc_desk.desk.corrigendum_paper import CORRIGENDUM_PAPER, gather_corrigendum
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.document_kinds import CorrectionOutcome as Outcome
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.papers import Ask, Naming
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import Block, Heading, Para, Table, text_of
from cmc_desk.rules.report_standing import Edition
from tests.desk.note_hands import file
from tests.desk.note_hands import said as spoken
from tests.meetings import ANDRE, KEISHA, open_desk

NAMED, UNNAMED = Edition("en"), Edition("en", attributed=False)
OPPOSED = "Jamaica and Haiti opposed it."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a meeting whose report is final as version 3, with names and without."""
    opened = open_desk(tmp_path, people=(KEISHA, ANDRE))
    file(opened, spoken("The agenda was approved.", kind=EntryKind.DECISION), item="opening")
    opened.do(report.set_report, left_out=("proceedings",))
    opened.do(report.circulate_report, until=date(2019, 12, 13))
    opened.do(report.sign_off_report, by="A. Muster")
    yield opened
    opened.close()


@pytest.fixture
def final(desk: Desk) -> Desk:
    desk.do(report.finish_report, editions=(UNNAMED,))
    return desk


def ask(desk: Desk, paragraph: str = "1", *, version: int = 3, edition: Edition | None = None) -> str:
    return desk.do(
        report.ask_correction, version=version, paragraph=paragraph, delegation="", words="Wrong.", edition=edition
    )


def accept(desk: Desk, key: str, corrected: str, replaced: str = "") -> str:
    return desk.do(
        report.settle_correction, correction=key, outcome=Outcome.ACCEPTED, replaced=replaced, corrected=corrected
    )


def lines(desk: Desk, naming: Naming = Naming.AS_CHOSEN) -> list[str]:
    return text_of(desk.read(gather_corrigendum, ask=Ask(naming=naming)).blocks[-1]).splitlines()


def label(desk: Desk, key: str, edition: Edition = UNNAMED) -> str:
    found: Block = next(
        block
        for block in desk.read(
            report.issued_blocks, version=3, language=edition.language, attributed=edition.attributed
        )
        if block.key == key
    )
    assert isinstance(found, (Para, Heading, Table))
    return found.label.rstrip(".")


def test_of_a_final_report_only_the_final_version_is_corrected(desk: Desk) -> None:
    before = ask(desk, version=2)
    desk.do(report.settle_correction, correction=before, outcome=Outcome.NOTED)
    desk.do(report.finish_report)
    for version in (1, 2):
        with pytest.raises(Refusal, match="The report is final: ask for the correction of version 3"):
            ask(desk, version=version)
    desk.do(report.reopen_correction, correction=before)
    with pytest.raises(Refusal, match="ask for the correction of version 3"):
        accept(desk, before, "Two came.")
    desk.do(report.settle_correction, correction=before, outcome=Outcome.NOTED)
    accept(desk, ask(desk), "Two came.")
    assert desk.do(report.issue_corrigendum) == 1


def test_two_corrections_of_the_same_words_do_not_go_out_together(final: Desk) -> None:
    first, second = ask(final), ask(final)
    accept(final, first, "AAA")
    for corrected, replaced in (("BBB", ""), ("Two", "2 participants")):
        with pytest.raises(Refusal, match="Correction 1 says already what is read there, and has not gone out yet"):
            accept(final, second, corrected, replaced)
    final.do(report.issue_corrigendum)
    accept(final, second, "CCC", "AAA")
    with pytest.raises(Refusal, match="Correction 2 says already"):
        accept(final, ask(final), "DDD", "AAA")


def test_what_a_corrigendum_says_is_corrected_by_the_next_one(final: Desk) -> None:
    accept(final, ask(final), "BBB")
    final.do(report.issue_corrigendum)
    accept(final, ask(final), "CCC", "BBB")
    assert final.do(report.issue_corrigendum) == 2
    with pytest.raises(Refusal, match="any more: a corrigendum reads it otherwise"):
        accept(final, ask(final), "DDD", "2 participants")


def test_what_was_accepted_against_another_one_before_does_not_go_out(final: Desk) -> None:
    keys = [ask(final), ask(final)]
    accept(final, keys[0], "AAA")
    with final.store.write() as session:
        row = session.get_one(schema.ReportCorrection, keys[1])
        row.outcome, row.corrected, row.settled_at = Outcome.ACCEPTED, "BBB", row.at
    with pytest.raises(Refusal, match="Correction 1 says already"):
        final.do(report.issue_corrigendum)


def test_throughout_the_report_only_words_are_read_for_others(final: Desk) -> None:
    key = ask(final, "")
    with pytest.raises(Refusal, match="for which words it is read: no paragraph is named"):
        accept(final, key, "participants")
    accept(final, key, "persons", "participants")
    assert lines(final) == ["Throughout the report (English text): for “participants” read “persons”."]


def test_nobody_is_named_by_a_corrigendum_of_a_text_that_names_nobody(final: Desk) -> None:
    with pytest.raises(Refusal, match="say correction 1 without naming Jamaica, Haiti"):
        accept(final, ask(final, edition=UNNAMED), OPPOSED)
    accept(final, ask(final), OPPOSED)
    accept(final, ask(final, edition=UNNAMED), "Two States opposed it; IOM did not.")
    with pytest.raises(Refusal, match="say correction 4 without naming Haiti"):
        accept(final, ask(final, "Annex about Haiti", edition=UNNAMED), "Haiti opposed it.")
    final.do(report.issue_corrigendum)
    assert lines(final) == [f"Paragraph 1 (English text): the text should read “{OPPOSED}”."]
    assert lines(final, Naming.NOT_ATTRIBUTED) == [
        "Paragraph 1 (English text without names): the text should read “Two States opposed it; IOM did not.”."
    ]
    kit = [found for found in final.read(kit_papers, language="en") if found.kind == CORRIGENDUM_PAPER.key]
    assert [(found.name, found.ask.naming) for found in kit][:2] == [
        ("corrigendum-1.docx", Naming.ATTRIBUTED),
        ("corrigendum-1 en without-names.docx", Naming.NOT_ATTRIBUTED),
    ]


def test_a_corrigendum_is_a_paper_of_the_texts_that_it_corrects(final: Desk) -> None:
    accept(final, ask(final, edition=UNNAMED), "Two came.")
    final.do(report.issue_corrigendum)
    assert lines(final) == lines(final, Naming.NOT_ATTRIBUTED)
    with pytest.raises(Refusal, match="It corrects nothing in a text with names"):
        lines(final, Naming.ATTRIBUTED)
    kit = [found.name for found in final.read(kit_papers, language="en") if found.kind == CORRIGENDUM_PAPER.key]
    assert kit == ["corrigendum-1 en without-names.docx", "corrigendum-1 en without-names.pdf"]
    accept(final, ask(final), "Two came.")
    assert final.do(report.issue_corrigendum) == 2
    with pytest.raises(Refusal, match="It corrects nothing in a text without names"):
        lines(final, Naming.NOT_ATTRIBUTED)


def test_whoever_is_named_by_design_is_named_in_a_corrigendum_too(final: Desk) -> None:
    convening = label(final, "organisation/convening/sentence")
    accept(final, ask(final, convening, edition=UNNAMED), "The Government of Haiti invited to it.")
    annex = label(final, "annex-participants")
    accept(final, ask(final, f"Annex {annex}", edition=UNNAMED), "Haiti", "Haitl")
    accept(final, ask(final, f"Annexe {annex}, Haïti", edition=UNNAMED), "Ms. Ana Muster, Haiti", "Ms. Ana Mustr")
    table = label(final, "organisation/attendance/by-delegation")
    accept(final, ask(final, f"Table {table}", edition=UNNAMED), "Haiti", "Haitl")
    with pytest.raises(Refusal, match="names nobody"):
        accept(final, ask(final, "Table 99", edition=UNNAMED), "Haiti", "Haitl")
    assert final.do(report.issue_corrigendum) == 1
