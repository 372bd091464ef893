"""The Word files of a draft, read back by python-docx and from their XML."""

import io
from dataclasses import replace
from datetime import datetime
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from cmc_desk.exchange.draft_word import read_draft
from cmc_desk.i18n import texts
from cmc_desk.reports.draft_word import clean, redline, two_columns
from cmc_desk.reports.word_comments import initials
from cmc_desk.rules.document_kinds import ProvisionKind, ProvisionStatus
from cmc_desk.rules.redline import RenderedDraft
from tests.reports.draft_case import PROPOSALS, declaration, plan, provision, same
from tests.reports.reading import IMPRINT, word_paragraphs

EN = texts("en")


def opened(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def test_every_change_stands_under_the_delegation_and_the_number_of_its_proposal() -> None:
    body = opened(redline(declaration(), EN, IMPRINT)).element.body
    authors = {change.get(qn("w:author")) for name in ("w:ins", "w:del") for change in body.iter(qn(name))}
    assert authors == {
        "Secretariat",
        "Secretariat [ ]",
        "Saint Lucia (P-014)",
        "Trinidad and Tobago (P-017)",
        "Cuba (P-019)",
    }
    changes = [change for name in ("w:ins", "w:del") for change in body.iter(qn(name))]
    numbers = [change.get(qn("w:id")) for change in changes]
    assert len(set(numbers)) == len(numbers)
    # The time of the meeting, on the wall in Kingston.
    lucia = next(one for one in changes if one.get(qn("w:author")) == "Saint Lucia (P-014)")
    assert lucia.get(qn("w:date")) == "2019-12-06T11:12:00Z"
    assert not [text for change in body.iter(qn("w:del")) for text in change.iter(qn("w:t"))]


def test_comments_say_why_it_is_proposed_what_was_answered_and_what_became_of_it() -> None:
    document = opened(redline(declaration(), EN, IMPRINT))
    said = [(one.author, one.initials, one.text) for one in document.comments]
    assert said == [
        ("Jamaica (P-023)", "JP", "Find a shorter title."),
        (
            "Saint Lucia (P-014)",
            "SLP",
            f"{PROPOSALS[0].rationale}\nSupported by: Jamaica, Netherlands",
        ),
        ("IOM (P-014)", "IP", "Supported. Matches the June 2019 consultation."),
        ("Netherlands (P-022)", "NP", "Asks how Sint Maarten and Curaçao would apply it."),
        ("Trinidad and Tobago (P-017)", "TATP", "Prefers exchange of practice until national law is reviewed."),
        ("Secretariat (P-019)", "SP", "Kept in brackets"),
    ]
    assert document.comments.get(next(iter(document.comments)).comment_id).timestamp == datetime.fromisoformat(
        "2019-12-06T11:12:00+00:00"
    )
    marked = [one.get(qn("w:id")) for one in document.element.body.iter(qn("w:commentReference"))]
    assert sorted(marked) == sorted(str(one.comment_id) for one in document.comments)
    assert initials("") == ""


def test_our_own_file_comes_back_as_the_text_that_it_was_made_from() -> None:
    for paper in (declaration(), plan()):
        wanted = [(one.kind, one.label, one.text, one.cells) for one in paper.text.provisions]
        for content in (redline(paper, EN, IMPRINT), clean(paper, EN, IMPRINT)):
            read = read_draft(content)
            assert [(one.kind, one.label, one.text, tuple(one.cells)) for one in read.provisions] == wanted
            assert (read.warnings, read.authors) == ((), ())


def test_a_clean_text_has_numbered_lines_and_numbers_that_are_lists_of_word() -> None:
    document = opened(clean(declaration(), EN, IMPRINT))
    (numbers,) = document.sections[-1]._sectPr.iter(qn("w:lnNumType"))
    assert (numbers.get(qn("w:countBy")), numbers.get(qn("w:restart"))) == ("1", "continuous")
    listed = [one.text for one in document.paragraphs if one._p.pPr is not None and one._p.pPr.numPr is not None]
    assert listed[:3] == ["Principles", "Every person has dignity.", "States will:"]
    assert not list(document.element.body.iter(qn("w:ins")))
    head = document.paragraphs[0]._p
    assert list(head.iter(qn("w:suppressLineNumbers")))


def test_the_clean_text_shows_what_is_undecided_only_if_it_is_asked_for() -> None:
    without = [words for _, words in word_paragraphs(clean(declaration(), EN, IMPRINT))]
    assert not [words for words in without if words.startswith("[")]
    shown = [words for _, words in word_paragraphs(clean(declaration(), EN, IMPRINT, undecided=True))]
    assert [words[:9] for words in shown if words.startswith("[")] == ["[3.\tParti", "[3 bis.\tP"]


def test_what_was_deleted_is_in_no_clean_text_and_a_number_that_no_list_counts_is_written() -> None:
    paper = declaration()
    gone = same(replace(provision("g", ProvisionKind.PARAGRAPH, "Gone.", "4"), status=ProvisionStatus.DELETED))
    bis = same(provision("b", ProvisionKind.PARAGRAPH, "Added.", "4 bis"))
    last = same(provision("l", ProvisionKind.PARAGRAPH, "Last.", "7"))
    shown = (*paper.draft.provisions, gone, bis, last)
    paper = replace(paper, draft=RenderedDraft(paper.text, shown, paper.draft.meter))
    words = [words for _, words in word_paragraphs(clean(paper, EN, IMPRINT))]
    assert words[-2:] == ["4 bis.\tAdded.", "Last."]
    assert [one.label for one in read_draft(clean(paper, EN, IMPRINT)).provisions][-3:] == ["3", "4 bis", "7"]
    assert "Gone." not in " ".join(words_of for _, words_of in word_paragraphs(redline(paper, EN, IMPRINT)))


def test_two_columns_put_beside_a_text_what_is_proposed_for_it_and_by_whom() -> None:
    (table,) = opened(two_columns(declaration(), EN, IMPRINT)).tables
    row = next(one for one in table.rows if one.cells[0].text.startswith("3."))
    assert row.cells[0].text == "3.\nIn brackets"
    assert row.cells[2].text.splitlines()[0] == "P-014 · Saint Lucia · Amend"
    assert row.cells[2].text.splitlines()[2] == "Supported by: Jamaica, Netherlands"
    seen = {
        (bool(run.font.underline), bool(run.font.strike)): run.font.color.rgb
        for paragraph in row.cells[1].paragraphs
        for run in paragraph.runs
    }
    # Underline and strike as well as colour: it is read in grey too.
    assert {key: str(rgb) for key, rgb in seen.items() if rgb} == {(True, False): "2A7548", (False, True): "B93A22"}


def test_a_plan_stands_on_wide_pages_in_tables_whose_heads_are_repeated() -> None:
    document = opened(redline(plan(), EN, IMPRINT))
    assert document.sections[0].page_width > document.sections[0].page_height
    heads = [one.text for one in document.tables[0].rows[0].cells]
    assert heads == [
        "No.",
        "Activity",
        "Indicator",
        "Baseline",
        "Target",
        "Means of verification",
        "Lead",
        "Partners",
        "Timeframe",
        "Status",
    ]
    assert all(list(table.rows[0]._tr.iter(qn("w:tblHeader"))) for table in document.tables)
    (table,) = document.tables
    assert table.rows[1].cells[0].text == table.rows[1].cells[-1].text == "1.\tMobility, disasters and climate"
    assert table.rows[-1].cells[1].text == "Recognise skills across borders."


def test_a_draft_without_text_says_so_and_keeps_its_title() -> None:
    paper = declaration()
    empty = replace(paper.text, provisions=(), version=None)
    nothing = replace(paper, draft=RenderedDraft(empty, (), paper.draft.meter))
    assert ("Title", "Declaration on mobility") in word_paragraphs(clean(nothing, EN, IMPRINT))
    assert any("No text yet" in words for _, words in word_paragraphs(clean(nothing, EN, IMPRINT)))


def test_styles_that_are_given_by_their_identifier_are_there() -> None:
    for content in (redline(plan(), EN, IMPRINT), clean(declaration(), EN, IMPRINT), two_columns(plan(), EN, IMPRINT)):
        document = opened(content)
        known = {one.style_id for one in document.styles}
        used = {
            one.get(qn("w:val")) for name in ("w:pStyle", "w:rStyle") for one in document.element.body.iter(qn(name))
        }
        assert used <= known
