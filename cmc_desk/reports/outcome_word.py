"""The report of the final outcomes as a Word file of named styles and counting paragraphs, so that a ministry can go on editing it."""

import io
from collections.abc import Sequence
from gettext import NullTranslations
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from cmc_desk.reports.contents_word import add_contents
from cmc_desk.reports.dates import long_date
from cmc_desk.reports.figure_picture import figure_picture
from cmc_desk.reports.marked_word import add_marked
from cmc_desk.reports.outcome_contents import in_contents
from cmc_desk.reports.outcome_paper import OutcomePaper, foot_title
from cmc_desk.reports.outcome_styles import (
    CELL,
    CONTENTS,
    CONTENTS_LINES,
    COVER,
    COVER_TITLE,
    FIGURE,
    HEADING,
    MEETING,
    PARA,
    PROVISION,
    RECOMMENDATION,
    SMALL_CELL,
    STATUS,
    TABLE_TITLE,
    hang,
    set_outcome_styles,
    turn_head_and_foot,
)
from cmc_desk.reports.outcome_table_word import WordTable
from cmc_desk.reports.outcome_words import figure_words, heading_words, strong, table_words
from cmc_desk.reports.plain_draft_word import write_seen
from cmc_desk.reports.word import BULLET, REMARK, add_styled, add_text, word_bytes, word_paper
from cmc_desk.reports.word_lists import WordLists
from cmc_desk.reports.workbook import clean
from cmc_desk.rules.document_kinds import ProvisionKind
from cmc_desk.rules.papers import Imprint
from cmc_desk.rules.redline import Run
from cmc_desk.rules.report_blocks import (
    Block,
    Bullets,
    Cover,
    Figure,
    Heading,
    Look,
    PageBreak,
    Para,
    Redlined,
    Table,
)

_WIDTH, _WIDE_WIDTH = 170, 257
# A table with more columns than these has smaller letters.
_MANY = 9
_STEP = Mm(7)


def word(content: OutcomePaper, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the report as .docx."""
    status = next((block.status for block in content.blocks if isinstance(block, Cover)), "")
    document = word_paper(foot_title(content, status), imprint, texts, language=content.tree.language)
    set_outcome_styles(document)
    _Writer(document, texts, imprint).write(content.blocks)
    return word_bytes(document)


class _Writer:
    """Writes the blocks one after the other into a document."""

    def __init__(self, document: Any, texts: NullTranslations, imprint: Imprint) -> None:
        self._document, self._texts, self._imprint = document, texts, imprint
        self._lists = WordLists(document)
        self._ids = {style.name: style.style_id for style in document.styles}
        self._width = _WIDTH

    def write(self, blocks: Sequence[Block]) -> None:
        """Write all blocks."""
        for cover in (block for block in blocks if isinstance(block, Cover)):
            self._cover(cover)
            self._contents(blocks)
        first = True
        turned = after_heading = False
        for block in blocks:
            if isinstance(block, Cover):
                continue
            if isinstance(block, PageBreak):
                self._section(wide=block.wide)
                turned = True
                continue
            if isinstance(block, Heading):
                # The first page after the cover and every annex begin a page; a turned one is new already.
                self._heading(block, new_page=(block.annex or first) and not turned)
            else:
                self._block(block, after_heading=after_heading)
            first = turned = False
            after_heading = isinstance(block, Heading)

    def _block(self, block: Block, *, after_heading: bool) -> None:
        if isinstance(block, Para):
            self._para(block, after_heading=after_heading)
        elif isinstance(block, Bullets):
            self._bullets(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Figure):
            self._figure(block)
        elif isinstance(block, Redlined):
            self._redlined(block)

    def _cover(self, cover: Cover) -> None:
        self._words(MEETING, cover.meeting)
        for words in filter(None, (cover.subtitle, cover.place_and_dates)):
            self._words(COVER, words)
        self._words(COVER_TITLE, cover.title)
        self._words(STATUS, cover.status)
        made = long_date(self._imprint.made_at.date(), self._texts)
        for words in filter(None, (cover.remark, cover.host, cover.language, made)):
            self._words(COVER, words)

    def _contents(self, blocks: Sequence[Block]) -> None:
        headings = [block for block in blocks if isinstance(block, Heading) and in_contents(block)]
        if headings:
            title = self._paragraph(CONTENTS)
            title.paragraph_format.page_break_before = True
            add_text(title, self._texts.gettext("Contents"))
        lines = [(heading_words(one, self._texts), CONTENTS_LINES[one.level]) for one in headings]
        add_contents(self._document, lines)

    def _heading(self, heading: Heading, *, new_page: bool) -> None:
        paragraph = self._paragraph(HEADING[min(heading.level, 3)])
        paragraph.paragraph_format.page_break_before = new_page or None
        add_text(paragraph, heading_words(heading, self._texts))

    def _para(self, para: Para, *, after_heading: bool) -> None:
        if para.look is Look.REMARK:
            paragraph = self._paragraph(REMARK)
            # A remark under a heading, such as when an item was taken, does not end a page with it.
            paragraph.paragraph_format.keep_with_next = after_heading or None
            add_text(paragraph, para.text)
            return
        style = RECOMMENDATION if para.look is Look.CONCLUSION else PARA
        body = self._document.element.body
        before = len(body)
        add_marked(self._document, strong(para), style=style)
        # The last element is the section: what was written stands before it.
        written = [Paragraph(one, self._document) for one in body[before - 1 : -1]]
        if para.label and written and self._lists.count(written[0], para.label.rstrip("."), 1):
            # Some programs take the indent of the list, which has none, for that of the style.
            hang(written[0])

    def _bullets(self, bullets: Bullets) -> None:
        # The last element is the section: the one before is what the list belongs to, and does not end a page without it.
        above = self._document.element.body[-2]
        if above.tag == qn("w:p"):
            Paragraph(above, self._document).paragraph_format.keep_with_next = True
        for line in bullets.lines:
            self._words(BULLET, line)

    def _table(self, table: Table) -> None:
        if words := table_words(table, self._texts):
            self._words(TABLE_TITLE, words)
        shares = sum(column.share for column in table.columns)
        widths = [Mm(self._width * column.share / shares).twips for column in table.columns]
        made = WordTable(
            table,
            widths,
            cell=self._ids[SMALL_CELL if len(table.columns) > _MANY else CELL],
            strong=self._ids["Strong"],
            grid=self._ids["Table Grid"],
        )
        self._document.element.body.insert_element_before(made.element(), "w:sectPr")
        # Nothing may end with a table, and two of them may not touch.
        self._paragraph(CELL)

    def _figure(self, figure: Figure) -> None:
        self._words(TABLE_TITLE, figure_words(figure, self._texts))
        width = Mm(self._width)
        picture = figure_picture(figure, width.pt)
        run = self._paragraph(FIGURE).add_run()
        described = run.add_picture(io.BytesIO(picture), width=width)._inline.docPr  # noqa: SLF001 - nor alternative texts
        described.set("descr", clean(figure.spoken))
        described.set("title", clean(figure.title))

    def _redlined(self, one: Redlined) -> None:
        heading = one.kind in (ProvisionKind.HEADING, ProvisionKind.TITLE)
        paragraph = self._paragraph(PROVISION)
        paragraph.paragraph_format.keep_with_next = heading or None
        if not heading:
            deeper = max(0, one.level - 1, one.kind is ProvisionKind.SUBPARAGRAPH) + bool(one.closing)
            paragraph.paragraph_format.left_indent = deeper * _STEP or None
        if one.number:
            add_text(paragraph, f"{one.number} ", style="Strong")
        write_seen(paragraph, one.runs, style="Strong" if heading else None)
        if one.closing:
            write_seen(paragraph, (Run(one.closing),), style="Strong")
        if one.note:
            add_text(paragraph, f" {one.note}")

    def _paragraph(self, style: str) -> Any:
        return add_styled(self._document, style)

    def _words(self, style: str, words: str) -> None:
        add_text(self._paragraph(style), words)

    def _section(self, *, wide: bool) -> None:
        self._width = _WIDE_WIDTH if wide else _WIDTH
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
        turn_head_and_foot(self._document, section, Mm(self._width))
