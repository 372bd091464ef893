"""A draft as PDF: what was added is underlined and what was removed struck, lines are numbered, a plan stands in a table."""

import ctypes
from dataclasses import replace
from gettext import NullTranslations

import pypdfium2
import pytest

from cmc_desk.reports.draft_facts import DraftPaper
from cmc_desk.reports.draft_pdf import pdf
from cmc_desk.reports.page import INKS, Pages
from cmc_desk.reports.run_lines import Styled, lines_of, styled
from cmc_desk.reports.run_table import Para, RunTable
from cmc_desk.reports.typesetting import text_width
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.redline import Meter, RenderedDraft, Run, View
from cmc_desk.rules.word_difference import Kept
from tests.reports.draft_case import LUCIA, NOW, declaration, plan, runs
from tests.reports.read_pdf import page_sizes, words_on
from tests.reports.reading import IMPRINT, page_count, pdf_words

EN = NullTranslations()


def made(content: DraftPaper, view: View) -> bytes:
    return pdf(content, view, EN, IMPRINT)


def words(content: DraftPaper, view: View) -> str:
    return " ".join(" ".join(word.text for word in words_on(made(content, view))).split())


def lines_under(data: bytes, tone: str) -> int:
    """Return how many strokes of a colour a PDF has: under or through words."""
    colour = INKS[tone]
    wanted = tuple(round(part * 255) for part in (colour.red, colour.green, colour.blue))
    found = 0
    for page in pypdfium2.PdfDocument(data):
        for one in page.get_objects():
            if one.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH:
                parts = [ctypes.c_uint() for _ in range(4)]
                pypdfium2.raw.FPDFPageObj_GetStrokeColor(one, *parts)
                found += tuple(part.value for part in parts[:3]) == wanted
    return found


def test_a_redline_says_who_proposes_what_and_who_stands_behind_it() -> None:
    said = words(declaration(), View.REDLINE)
    for part in (
        "Changes against draft 2 · added removed",
        "1 agreed · 1 agreed ad referendum · 1 in brackets · 2 open",
        "[3. Participating States will develop common procedures for the temporary admission",
        "P-014 Saint Lucia · Amend · supported by 2: Jamaica, Netherlands · In conflict",
        "[3 bis. ",
        "P-019 Cuba · Delete",
        "P-022 Netherlands · Question : Asks how Sint Maarten and Curaçao would apply it.",
        "On the document as a whole P-023 Jamaica · Comment : Find a shorter title.",
        "Agreed ad referendum",
    ):
        assert part in said


def test_changes_are_told_by_lines_and_not_by_colour_alone() -> None:
    marked, clean = made(declaration(), View.REDLINE), made(declaration(), View.CLEAN)
    assert lines_under(marked, "leaf") >= 7
    assert lines_under(marked, "coral") >= 6
    assert lines_under(clean, "leaf") == lines_under(clean, "coral") == 0


def test_a_clean_text_has_numbered_lines_and_nothing_that_is_undecided() -> None:
    content = declaration()
    said = words(content, View.CLEAN)
    assert "Participating States will develop common procedures" in said
    assert "[3." not in said
    assert "P-014" not in said
    numbers = [word.text for word in pdf_words(made(content, View.CLEAN)) if word.size < 7 and word.x < 45]
    assert numbers == [str(number) for number in range(1, 9)]


@pytest.mark.parametrize("view", View)
def test_a_plan_stands_on_wide_pages_and_a_declaration_only_beside_its_proposals(view: View) -> None:
    assert page_sizes(made(plan(), view)) == {(297, 210)}
    assert page_sizes(made(declaration(), view)) == {(297, 210) if view is View.SIDE_BY_SIDE else (210, 297)}


def test_a_plan_is_a_table_with_the_columns_that_say_anything() -> None:
    said = words(plan(), View.REDLINE)
    assert "No. Activity Indicator Baseline Target Means of verification Lead Partners Timeframe Status" in said
    assert "1.1 Safe and regular ways exist" in said
    assert "Number of officials trained 0 120" in said
    assert "Timeframe: [ 2020– 2022 2023 ]" in said
    assert "Notes" not in said


def test_text_and_proposals_stand_side_by_side_with_their_reasons() -> None:
    placed = {word.text: word.x for word in words_on(made(declaration(), View.SIDE_BY_SIDE))}
    proposed = next(x for text, x in placed.items() if text.startswith("[3"))
    assert placed["Every person has dignity."] < proposed
    assert any(text.startswith("Disasters are the main driver") for text in placed)
    said = words(plan(), View.SIDE_BY_SIDE)
    assert "Lead: IOM Partners: UNHCR, IMPACS" in said
    assert "Text of draft 3" in said


def test_a_draft_without_a_text_and_a_meeting_without_drafts_have_papers_too() -> None:
    nothing = DraftPaper("en", RenderedDraft(DraftText("", "Declaration", ""), (), Meter()))
    for view in View:
        assert "This draft has no text yet." in words(nothing, view)


@pytest.mark.parametrize("view", View)
def test_a_paragraph_of_several_pages_goes_on_from_page_to_page(view: View) -> None:
    content = declaration()
    *others, last = content.draft.provisions
    long = "Word after word. " * 900
    swollen = replace(
        last, runs=runs(NOW, long), alternatives=(replace(last.alternatives[0], runs=runs(NOW, long + LUCIA)),)
    )
    data = made(replace(content, draft=replace(content.draft, provisions=(*others, swollen))), view)
    assert page_count(data) > 3
    assert all(20 < word.y < 830 for word in words_on(data))
    assert " ".join(" ".join(word.text for word in words_on(data)).split()).count("Word") >= 900


def test_no_head_of_a_table_and_no_heading_stands_alone_at_the_foot_of_a_page() -> None:
    content = plan()
    shown = content.draft.provisions
    again = (*shown[:2], *(one for _ in range(12) for one in shown[2:]))
    data = made(replace(content, draft=replace(content.draft, provisions=again)), View.REDLINE)
    last: dict[int, str] = {}
    for word in words_on(data):
        if word.text.strip() and not word.text.startswith(("Plan ·", "page ")):
            last[word.page] = word.text
    assert len(last) > 3
    heads = {"Status", "2.", "1.", "Labour migration", "Safe and regular ways exist", "Mobility, disasters and climate"}
    assert not heads & set(last.values())


def test_the_same_content_gives_the_same_file() -> None:
    assert made(plan(), View.REDLINE) == made(plan(), View.REDLINE)


def test_lines_keep_all_words_and_fit_whatever_is_removed_and_added() -> None:
    text = "¡Está señalado! [Los Estados] harán, “sin” demora,\nlo que esté en sus manos: Donaudampfschifffahrtsgesellschaft."
    pieces = styled(
        (
            Run(text),
            Run(" old", Kept.REMOVED),
            Run("new", Kept.ADDED),
            Run(" ünd", Kept.REMOVED),
            Run(" ënd", Kept.ADDED),
        )
    )
    for width in (30, 60, 200, 900):
        lines = lines_of(pieces, 9, width)
        assert "".join("".join(one.text for one in line) for line in lines).replace(" ", "") == (
            text + "oldnewündënd"
        ).replace(" ", "").replace("\n", "")
        assert all(sum(text_width(one.text, 9, bold=one.bold) for one in line) <= width + 0.01 for line in lines)
    assert [one.struck for one in pieces] == [False, True, False, False, True, False]
    assert lines_of((), 9, 100) == [()]


def test_what_is_read_from_the_right_ends_at_the_right() -> None:
    pages = Pages("t", IMPRINT, EN)
    table = RunTable(pages, [("", 1.0)])
    table.row([[Para((Styled("أوصى الاجتماع بنص"),))]])
    table.row([[]])
    (word,) = [one for one in words_on(pages.finish()) if one.size == 8.5]
    assert word.x > 450
