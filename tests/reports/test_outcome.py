"""The report on paper: its Word file and its PDF say the same, and no heading or head of a table stands alone at the end of a page."""

import io
import re
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image
from pypdfium2 import PdfDocument

from cmc_desk.i18n import texts
from cmc_desk.reports.outcome_paper import OutcomePaper, caution, render
from cmc_desk.reports.outcome_words import strong
from cmc_desk.rules.document_kinds import ProvisionKind, ReportStatus
from cmc_desk.rules.figures import Bar, Curve, Mark, Point
from cmc_desk.rules.papers import Format
from cmc_desk.rules.redline import Run
from cmc_desk.rules.report_blocks import (
    Block,
    Bullets,
    Column,
    Cover,
    Figure,
    Heading,
    Look,
    PageBreak,
    Para,
    Redlined,
    ReportTree,
    Side,
    Table,
    text_of,
)
from cmc_desk.rules.report_numbers import arranged
from cmc_desk.rules.word_difference import Kept
from tests.reports.reading import IMPRINT, Word, pdf_words

EN = texts("en")
LOREM = "The delegations of the region recalled the workshops held since 2017 and underlined the value of an exchange."
COLUMNS = (Column("Status", 3), Column("Came", side=Side.RIGHT))
CURVE = Curve(
    0,
    180,
    (Point(5, 2), Point(50, 25), Point(180, 25)),
    25,
    "25 registered",
    (Mark(0, "09:00"),),
    Mark(65, "Opened 10:05"),
)
BLOCKS: tuple[Block, ...] = (
    Cover(
        "cover", "Report", "Consultations", "Preparatory meeting", "Kingston", "Host", "Draft", "Until May.", "English"
    ),
    Heading("summary", "Summary", counted=False),
    Para("summary/who", "Many *came*, says Curaçao."),
    Bullets("summary/list", ("First of all", "Second to none")),
    Heading("one", "Outcomes"),
    Heading("one/a", "Recommendations", level=2),
    Para("one/a/when", "Thursday at noon", look=Look.REMARK),
    Para("one/a/1", "*R1.* The meeting approves.", look=Look.CONCLUSION),
    Table("one/t", COLUMNS, (("States", "16"), ("Territories", "9"), ("Total", "25")), title="Attendance", summed=True),
    Figure(
        "one/days",
        "Attendance by day",
        bars=(Bar("Thursday", 20, 25, strong=True), Bar("Opening", 16, 25)),
        spoken="Bars",
    ),
    Figure("one/arrivals", "Arrivals", curve=CURVE, spoken="25 came & stayed."),
    Heading("annex-list", "List", annex=True),
    Table(
        "annex-list/t", (Column("Name"), Column("Function")), (("Jamaica", ""), ("Ms Example", "Director")), bands=(0,)
    ),
    PageBreak("wide", wide=True),
    Heading("annex-text", "Texts", annex=True),
    Redlined("annex-text/h", (Run("Foundations"),), ProvisionKind.HEADING, number="I."),
    Redlined(
        "annex-text/1",
        (Run("States "), Run("shall", Kept.REMOVED), Run(" "), Run("should", Kept.ADDED), Run(" meet.")),
        number="[1 bis.",
        closing="]",
        note="(P-014)",
    ),
)


def paper(*blocks: Block, **more: object) -> OutcomePaper:
    tree = ReportTree("Report", "en", attributed=True, status=ReportStatus.DRAFT, blocks=arranged(blocks or BLOCKS))
    return replace(OutcomePaper(tree), **more)  # type: ignore[arg-type] # what a test wants


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def in_word(content: OutcomePaper) -> list[str]:
    """Return every paragraph of the Word file in its order, those of tables too."""
    body = Document(io.BytesIO(render(content, Format.DOCX, EN, IMPRINT))).element.body
    return ["".join(one.text or "" for one in line.iter(qn("w:t"))) for line in body.iter(qn("w:p"))]


def in_pdf(content: OutcomePaper) -> list[Word]:
    return pdf_words(render(content, Format.PDF, EN, IMPRINT))


def test_the_word_file_and_the_pdf_say_the_same() -> None:
    content = paper()
    lines = [line for line in map(squeezed, in_word(content)) if line]
    printed = squeezed("".join(word.text for word in in_pdf(content)))
    for block in content.blocks:
        for part in filter(None, map(squeezed, re.split(r"[\n\t]", text_of(block)))):
            # Headings have their numbers before them, and a Word file counts those of paragraphs itself.
            assert any(line.endswith(part) for line in lines), part
            assert part in printed, part
    assert "AnnexII:Texts" in printed
    assert "AnnexII:Texts" in lines
    assert "2.R1.Themeetingapproves." in printed


def test_charts_are_numbered_drawn_as_letters_and_lines_and_told_to_whoever_does_not_see_them() -> None:
    content = paper()
    printed = [word.text for word in in_pdf(content)]
    assert {"Figure 1. Attendance by day", "Figure 2. Arrivals", "Thursday", "Opened 10:05", "25 registered"} <= set(
        printed
    )
    document = Document(io.BytesIO(render(content, Format.DOCX, EN, IMPRINT)))
    described = [(one.get("title"), one.get("descr")) for one in document.element.body.iter(qn("wp:docPr"))]
    assert described == [("Attendance by day", "Bars"), ("Arrivals", "25 came & stayed.")]
    bars, curve = (Image.open(io.BytesIO(part.image.blob)) for part in document.part.package.image_parts)
    assert min(bars.width, curve.width) > 1200
    # More than the ground and the grid is painted.
    for picture in (bars, curve):
        assert len(set(picture.convert("RGB").get_flattened_data())) > 20


def test_paragraphs_are_counted_by_word_and_styles_have_names() -> None:
    document = Document(io.BytesIO(render(paper(), Format.DOCX, EN, IMPRINT)))
    named = [(one.style.name, one.text) for one in document.paragraphs if one.style and one.text]
    assert ("CMC Para", "Many came, says Curaçao.") in named
    assert ("CMC Rec", "R1. The meeting approves.") in named
    assert ("Heading 2", "A. Recommendations") in named
    counted = [one.text for one in document.paragraphs if one._p.find(f".//{qn('w:numPr')}") is not None]
    assert counted == ["Many came, says Curaçao.", "R1. The meeting approves."]
    upright, wide = document.sections
    assert upright.page_width == wide.page_height
    heads = [row for one in document.tables for row in one._tbl.iter(qn("w:tblHeader"))]
    assert len(heads) == 2


@pytest.mark.parametrize("lines", range(14, 40, 2))
def test_neither_a_heading_nor_the_head_of_a_table_ends_a_page(lines: int) -> None:
    rows = tuple((LOREM, str(number)) for number in range(3))
    content = paper(
        Heading("a", "Before"),
        *(Para(f"a/{number}", LOREM) for number in range(lines)),
        Heading("b", "Proceedings"),
        Heading("b/1", "Item", level=2),
        Para("b/1/when", "Thursday", look=Look.REMARK),
        Heading("b/1/d", "Discussion", level=3),
        Table("b/1/d/t", COLUMNS, rows, title="Figures", summed=True),
        Heading("c", "Texts"),
        Table("c/t", (Column("Name"), Column("What")), (("Jamaica", ""), (LOREM * 3, LOREM)), bands=(0,)),
    )
    words = in_pdf(content)
    for page in {word.page for word in words}:
        body = [word for word in words if word.page == page and 65 < word.y < 780]
        last = min(body, key=lambda word: word.y)
        heads = ("Proceedings", "Item", "Discussion", "Figures", "Status", "Came", "Texts", "Name", "What", "Jamaica")
        assert not any(last.text.endswith(head) for head in heads), (page, last)
        # The sum of a table does not stand alone under its head.
        assert [word.text for word in body if word.text not in ("Status", "Came")][:1] != [LOREM[:20]]


@pytest.mark.parametrize("lines", range(30, 38))
def test_the_last_line_of_a_paragraph_does_not_begin_a_page_nor_does_a_list_leave_what_it_lists(lines: int) -> None:
    three = " ".join(f"word{number}" for number in range(30))
    filled = [Para(f"a/{number}", "Short.") for number in range(lines)]
    listing = (Para("a/list", "These:"), Bullets("a/list/points", ("Pointed",)))
    for blocks in ((Para("a/three", three),), listing):
        words = in_pdf(paper(Heading("a", "Before"), *filled, *blocks))
        last = [word for word in words if re.search(r"word\d|These:|Pointed", word.text)]
        assert len(last) >= 2
        assert len({word.page for word in last}) == 1


def test_a_report_without_a_cover_begins_at_once() -> None:
    content = paper(*BLOCKS[1:])
    assert in_pdf(content)[0].page == 1 or in_pdf(content)[0].text
    assert next(line for line in in_word(content) if line) == "Summary"


def test_whoever_hands_it_out_is_told_that_something_keeps_it_from_being_final() -> None:
    assert caution(paper(), EN) == ""
    assert "2 things keep" in caution(paper(blocking=2), EN)


def test_a_conclusion_is_strong_as_a_whole_but_for_its_bullets() -> None:
    para = Para("a", "*R1.* One\n- two\n\nthree ", look=Look.CONCLUSION)
    assert strong(para) == "*R1. One*\n- two\n\n*three*"
    assert strong(replace(para, look=Look.PLAIN)) == para.text


@pytest.mark.parametrize("chapters", [3, 60])
def test_the_contents_say_on_which_page_each_chapter_stands(chapters: int) -> None:
    many = [Heading(f"chapter-{number}", f"Chapter number {number} end") for number in range(1, chapters + 1)]
    content = paper(BLOCKS[0], *(block for one in many for block in (one, Para(f"{one.key}/words", LOREM))))
    data = render(content, Format.PDF, texts=EN, imprint=IMPRINT)
    pdf = PdfDocument(data)
    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]
    pdf.close()
    assert "Contents" in pages[1]
    for one in many:
        stands = [number for number, words in enumerate(pages, 1) if one.text in words]
        told = re.search(rf"{one.text} (\d+)", " ".join(pages[: stands[-1] - 1]))
        assert told is not None
        assert int(told[1]) == stands[-1]


def test_word_fills_the_contents_with_its_own_pages() -> None:
    document = Document(io.BytesIO(render(paper(*BLOCKS), Format.DOCX, texts=EN, imprint=IMPRINT)))
    fields = [one.text for one in document.element.body.iter(qn("w:instrText"))]
    assert any("TOC" in (words or "") for words in fields)
    assert [one.get(qn("w:fldCharType")) for one in document.element.body.iter(qn("w:fldChar"))] == [
        "begin",
        "separate",
        "end",
    ]
