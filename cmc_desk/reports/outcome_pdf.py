"""The report of the final outcomes as PDF, from the same tree as its Word file."""

from collections.abc import Sequence
from gettext import NullTranslations

from cmc_desk.reports.dates import long_date
from cmc_desk.reports.figure_drawing import draw_figure, figure_height
from cmc_desk.reports.marked_text import write_marked
from cmc_desk.reports.outcome_contents import ContentsLine, in_contents, write_contents
from cmc_desk.reports.outcome_paper import OutcomePaper, foot_title
from cmc_desk.reports.outcome_words import figure_words, heading_words, strong, table_words
from cmc_desk.reports.page import LEADING, Pages, TableColumn
from cmc_desk.reports.run_lines import Styled, styled, write_runs
from cmc_desk.reports.run_table import Para as CellPara
from cmc_desk.reports.run_table import RunTable
from cmc_desk.reports.typesetting import wrapped
from cmc_desk.reports.unprintable import unprintable
from cmc_desk.rules.document_kinds import ProvisionKind
from cmc_desk.rules.papers import Imprint
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
    Side,
    Table,
)

_SIZE = 10.0
_INDENT = 28.0
_HEADINGS = {1: 14.0, 2: 11.5, 3: 10.5}
_ABOVE = {1: 16.0, 2: 10.0, 3: 6.0}
_TABLE, _WIDE_TABLE, _SMALL_TABLE = 8.5, 7.5, 6.8
# With more columns than these a wide table has the smallest letters.
_MANY = 9
_STEP = 18.0
# A row that is higher than this part of a page goes on over it.
_WHOLE = 0.4


def pdf(content: OutcomePaper, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the report as PDF."""
    status = next((block.status for block in content.blocks if isinstance(block, Cover)), "")
    writer = _Writer(content, texts, Pages(foot_title(content, status), imprint, texts), imprint)
    return writer.write()


class _Writer:
    """Writes the blocks one after the other where its pages stand."""

    def __init__(self, content: OutcomePaper, texts: NullTranslations, pages: Pages, imprint: Imprint) -> None:
        self._content, self._texts, self._pages, self._imprint = content, texts, pages, imprint
        self._wide = False
        self._contents: list[ContentsLine] = []

    def write(self) -> bytes:
        """Write all blocks and return the file; the cover and the contents are written last, when every page is known."""
        covers = [block for block in self._content.blocks if isinstance(block, Cover)]
        blocks = [block for block in self._content.blocks if not isinstance(block, Cover)]
        for place, block in enumerate(blocks):
            if isinstance(block, Heading):
                self._heading(block, blocks[place + 1 :])
            elif isinstance(block, Redlined):
                self._redlined(block, blocks[place + 1 :])
            elif isinstance(block, Para):
                self._para(block, lists=isinstance(next(iter(blocks[place + 1 :]), None), Bullets))
            else:
                self._block(block)
        for cover in covers:
            self._pages.to_front(self._pages.number + 1)
            self._pages.new_page(head=False, wide=False)
            self._cover(cover)
            write_contents(self._pages, self._contents, self._texts)
        return self._pages.finish()

    def _block(self, block: Block) -> None:
        if isinstance(block, Bullets):
            for line in block.lines:
                self._pages.space(2)
                self._pages.need(_SIZE * LEADING)
                write_runs(
                    self._pages,
                    (Styled(line),),
                    size=_SIZE,
                    indent=_INDENT + 12,
                    label="•",
                    label_at=_INDENT,
                )
            self._pages.space(3)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Figure):
            self._figure(block)
        elif isinstance(block, PageBreak):
            self._wide = block.wide
            self._pages.new_page(wide=block.wide)

    def _cover(self, cover: Cover) -> None:
        pages = self._pages
        pages.space(120)
        pages.text(cover.meeting, size=15, bold=True)
        if cover.subtitle:
            pages.text(cover.subtitle, size=12)
        pages.space(10)
        pages.text(cover.place_and_dates, size=11, tone="slate")
        pages.space(70)
        pages.rule("sea")
        pages.space(14)
        pages.text(cover.title, size=28, bold=True, tone="sea")
        pages.space(10)
        pages.text(cover.status, size=14, bold=True)
        if cover.remark:
            pages.space(4)
            pages.text(cover.remark, size=10)
        pages.space(14)
        pages.rule("sea")
        pages.space(70)
        for words in filter(None, (cover.host, cover.language, self._made())):
            pages.text(words, size=10, tone="slate")
        if lacking := len(unprintable(self._content)):
            words = self._texts.ngettext(
                "{number} text is not printed in full, because no font of the program has its letters; it is whole in the Word file.",
                "{number} texts are not printed in full, because no font of the program has their letters; they are whole in the Word file.",
                lacking,
            )
            pages.text(words.format(number=lacking), size=8.5, bold=True, tone="coral")

    def _made(self) -> str:
        return long_date(self._imprint.made_at.date(), self._texts)

    def _heading(self, heading: Heading, after: Sequence[Block]) -> None:
        pages = self._pages
        fresh = pages.y >= pages.top - 1
        if heading.annex and not fresh:
            pages.new_page()
            fresh = True
        size = _HEADINGS.get(heading.level, 10.5)
        words = heading_words(heading, self._texts)
        pages.need(_heading_height(heading) + self._ahead(after))
        if in_contents(heading):
            self._contents.append(ContentsLine(words, heading.level, pages.number))
        if not fresh:
            pages.space(_ABOVE.get(heading.level, 6.0))
        pages.text(words, size=size, bold=True, tone="ink" if heading.level > 2 else "sea")
        if heading.level == 1:
            pages.space(2)
            pages.rule("edge")
            pages.space(4)

    def _ahead(self, after: Sequence[Block]) -> float:
        """Return how much of what comes after a heading must stand with it: headings below it, and the beginning of what they head."""
        height = 0.0
        for block in after:
            if isinstance(block, Heading):
                height += _heading_height(block)
            elif isinstance(block, Redlined) and _is_heading(block):
                height += (_SIZE + 0.5) * LEADING + 9
            elif isinstance(block, Para) and block.look is Look.REMARK:
                height += 15
            elif isinstance(block, Table):
                head = (50 if block.title else 30) + _TABLE * LEADING * 2
                return height + head + self._height_with_next(block, 0, _TABLE)
            elif isinstance(block, Figure):
                return height + 6 + _SIZE * LEADING + 3 + figure_height(block)
            else:
                return height + _SIZE * LEADING * 2 + 6
        return height

    def _para(self, para: Para, *, lists: bool) -> None:
        """Write a paragraph; what `lists` something does not end a page before its list."""
        pages = self._pages
        if para.look is Look.REMARK:
            pages.text(para.text, size=8.5, tone="slate")
            pages.space(3)
            return
        pages.space(4)
        if lists:
            pages.need((len(wrapped(para.text, _SIZE, pages.width - _INDENT)) + 2) * _SIZE * LEADING + 4)
        write_marked(pages, strong(para), size=_SIZE, indent=_INDENT, label=para.label)
        pages.space(2)

    def _table(self, table: Table) -> None:
        pages = self._pages
        size = _TABLE if not self._wide else _WIDE_TABLE if len(table.columns) <= _MANY else _SMALL_TABLE
        pages.space(6)
        if words := table_words(table, self._texts):
            pages.need(_height(words, _SIZE) + size * LEADING * 3 + self._height_with_next(table, 0, size))
            pages.text(words, size=_SIZE, bold=True)
            pages.space(3)
        if table.summed or any(column.side is not Side.LEFT for column in table.columns):
            # Figures stand under each other; these cells are short.
            columns = [TableColumn(one.title, one.share, one.side.value) for one in table.columns]
            pages.table(columns, table.rows, size=size, summed=table.summed)
        else:
            # The head stands with the first row, and what stands over the whole width with the row after it.
            pages.need(size * LEADING * 2 + 10 + self._height_with_next(table, 0, size))
            written = RunTable(pages, [(one.title, one.share) for one in table.columns], size=size)
            for place, row in enumerate(table.rows):
                if place in table.bands:
                    keep = self._height_with_next(table, place + 1, size)
                    written.band((CellPara((Styled(row[0], bold=True),), size),), keep=keep)
                else:
                    written.row([(CellPara((Styled(cell),), size),) for cell in row])
        pages.space(8)

    def _figure(self, figure: Figure) -> None:
        pages = self._pages
        words, height = figure_words(figure, self._texts), figure_height(figure)
        pages.space(6)
        pages.need(_height(words, _SIZE) + 3 + height)
        pages.text(words, size=_SIZE, bold=True)
        pages.space(3)
        draw_figure(pages.canvas, figure, pages.left, pages.y, pages.width)
        pages.space(height + 10)

    def _height_with_next(self, table: Table, place: int, size: float) -> float:
        """Return how high a row is, with the one after it if it stands over the whole width; a row that is parted anyway counts less."""
        if place >= len(table.rows):
            return 0.0
        row = table.rows[place]
        if place in table.bands:
            return size * LEADING + 7 + self._height_with_next(table, place + 1, size)
        shares = sum(column.share for column in table.columns)
        widths = (self._pages.width * column.share / shares - 7 for column in table.columns)
        lines = max(len(wrapped(cell, size, width)) for cell, width in zip(row, widths, strict=True))
        most = (self._pages.top - self._pages.bottom) * _WHOLE
        return min(max(1, lines + 1) * size * LEADING + 7, most)

    def _redlined(self, one: Redlined, after: Sequence[Block]) -> None:
        pages = self._pages
        heading = _is_heading(one)
        sub = one.kind is ProvisionKind.SUBPARAGRAPH
        indent = _STEP * max(0, one.level - 1, sub) if not heading else 0.0
        pages.space(8 if heading else 5)
        if heading:
            pages.need((_SIZE + 0.5) * LEADING + self._ahead(after))
        pieces = [*styled(one.runs, bold=heading, tone="sea" if heading else "ink")]
        if one.closing:
            pieces.append(Styled(one.closing, bold=True))
        if one.note:
            pieces.append(Styled(f" {one.note}", "slate"))
        if one.number:
            pieces.insert(0, Styled(f"{one.number} ", "sea" if heading else "ink", bold=True))
        write_runs(
            pages,
            pieces,
            size=_SIZE + 0.5 if heading else _SIZE,
            indent=indent + (14 if one.closing else 0),
            label_at=indent + 14,
            bar="indigo" if one.closing else "",
        )


def _is_heading(one: Redlined) -> bool:
    return one.kind in (ProvisionKind.HEADING, ProvisionKind.TITLE)


def _heading_height(heading: Heading) -> float:
    """Return how high a heading is with the room around it."""
    words = f"{heading.label} {heading.text}"
    below = 8.0 if heading.level == 1 else 0.0
    return _ABOVE.get(heading.level, 6.0) + _height(words, _HEADINGS.get(heading.level, 10.5)) + below


def _height(words: str, size: float) -> float:
    return size * LEADING * (1 + len(words) // 70)
