"""A paper of several pages: head, foot with its number, text, and tables that go on over the page."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from gettext import NullTranslations
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from cmc_desk.reports.typesetting import Side, draw_text, elided, register_fonts, text_width, wrapped
from cmc_desk.rules.papers import Imprint

MM = 72 / 25.4
# The light palette of the windows; paper is always light.
INKS = {
    "ink": HexColor("#13232B"),
    "slate": HexColor("#55656D"),
    "sea": HexColor("#0B5A72"),
    "line": HexColor("#D9DEDF"),
    "edge": HexColor("#7C8B92"),
    "sand": HexColor("#F7F5F0"),
    "lagoon": HexColor("#DDEFF2"),
    "neutralT": HexColor("#EEF0F1"),
    "leaf": HexColor("#2A7548"),
    "amber": HexColor("#B7791F"),
    "coral": HexColor("#B93A22"),
    "indigo": HexColor("#3F4BA0"),
    "azure": HexColor("#0A6FA8"),
    "white": HexColor("#FFFFFF"),
}
MARGIN = 18 * MM
LEADING = 1.36


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its head, its share of the width, its side."""

    title: str
    share: float
    side: Side = "left"
    bold: bool = False


class Pages:
    """Pages of one paper, written from the top; every measure is in points, `y` is where the next thing begins.

    `top` is where the first thing of a page begins, `bottom` where the last may end.
    """

    def __init__(
        self,
        title: str,
        imprint: Imprint,
        texts: NullTranslations,
        *,
        size: tuple[float, float] = A4,
        wide: bool = False,
        head: bool = True,
        margin: float = MARGIN,
    ) -> None:
        register_fonts()
        self.title, self.imprint, self.texts, self.head = title, imprint, texts, head
        self._upright = size
        self.page_size = landscape(size) if wide else size
        self._stream = io.BytesIO()
        self.canvas = Canvas(self._stream, pagesize=self.page_size, invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(imprint.host)
        self.canvas.setSubject(imprint.meeting)
        self._waiting: list[tuple[dict[str, Any], bool, tuple[float, float]]] = []
        self._mark: Callable[[], None] | None = None
        self._front = 1
        self.margin = self.left = margin
        self.bottom = margin + 4 * MM
        self.y = self.top = 0.0
        self._begin()

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.right - self.left

    @property
    def number(self) -> int:
        """The number of the page that is being written; the first is 1."""
        return len(self._waiting) + 1

    @property
    def right(self) -> float:
        """Where the margin on the right begins."""
        return self.page_size[0] - self.margin

    def need(self, height: float) -> None:
        """Go on to the next page unless `height` is left on this one."""
        if self.y - height < self.bottom:
            self.new_page()

    def new_page(self, *, head: bool | None = None, wide: bool | None = None) -> None:
        """End this page and begin the next; `head` says whether pages have head and foot from now on, `wide` whether they lie on their side."""
        self._waiting.append((dict(self.canvas.__dict__), self.head, self.page_size))
        if head is not None:
            self.head = head
        if wide is not None:
            self.page_size = landscape(self._upright) if wide else self._upright
            self.canvas.setPageSize(self.page_size)
        # What reportlab's own showPage does first; the page itself is written when all are counted.
        self.canvas._startPage()  # noqa: SLF001 - the documented recipe for "page 3 of 14"
        self._begin()

    def to_front(self, first: int) -> None:
        """Let the pages from number `first` on, which are written last, be the first of the paper: a cover with its contents."""
        self._front = first

    def mark_pages(self, mark: Callable[[], None] | None) -> None:
        """Let `mark` write below the head of this page and of each that follows, until there is another or None."""
        self._mark = mark
        if mark is not None:
            mark()

    def space(self, height: float) -> None:
        """Leave some room."""
        self.y -= height

    def text(
        self,
        words: str,
        *,
        size: float = 10,
        bold: bool = False,
        tone: str = "ink",
        side: Side = "left",
        indent: float = 0,
        width: float = 0,
    ) -> None:
        """Write text that runs over as many lines as it needs, in the whole width or in the `width` from the left."""
        for line in wrapped(words, size, width or self.width - indent, bold=bold):
            self.need(size * LEADING)
            self.y -= size * LEADING
            self.canvas.setFillColor(INKS[tone])
            x = {"left": self.left + indent, "centre": (self.left + self.right) / 2, "right": self.right}[side]
            draw_text(self.canvas, x, self.y + size * 0.3, line, size, bold=bold, side=side)

    def heading(self, words: str, *, size: float = 12, keep: float = 40) -> None:
        """Write a heading that is not parted from the `keep` points after it."""
        self.need(size * LEADING + keep)
        self.space(size * 0.5)
        self.text(words, size=size, bold=True, tone="sea")
        self.space(2)

    def rule(self, tone: str = "line") -> None:
        """Draw a line across."""
        self.canvas.setStrokeColor(INKS[tone])
        self.canvas.setLineWidth(0.6)
        self.canvas.line(self.left, self.y, self.right, self.y)

    def table(
        self,
        columns: Sequence[TableColumn],
        rows: Sequence[Sequence[str]],
        *,
        size: float = 9,
        least_height: float = 0,
        grid: bool = False,
        summed: bool = False,
    ) -> None:
        """Write a table; its head is repeated on every page, a cell runs over as many lines as it needs, the last row may be a sum."""
        widths = [self.width * column.share / sum(one.share for one in columns) for column in columns]
        bold = [replace(column, bold=True) for column in columns]
        found = []
        for number, row in enumerate(rows, 1):
            style = bold if summed and number == len(rows) else columns
            cells = [
                wrapped(cell, size, width - 6, bold=column.bold)
                for cell, width, column in zip(row, widths, style, strict=True)
            ]
            height = max(least_height, max(len(lines) for lines in cells) * size * LEADING + 5)
            found.append((style, cells, height))
        # Neither the head nor a sum stands alone on a page.
        self._table_head(columns, widths, size, keep=max(found[0][2] if found else 0, least_height, size * 2))
        for number, (style, cells, height) in enumerate(found, 1):
            keep = found[-1][2] if summed and number == len(found) - 1 else 0
            if self.y - height - keep < self.bottom:
                self.new_page()
                self._table_head(columns, widths, size, keep=height + keep)
            self._table_row(style, widths, cells, size, height, grid=grid)

    def finish(self) -> bytes:
        """Return the paper as PDF."""
        self._waiting.append((dict(self.canvas.__dict__), self.head, self.page_size))
        whole = len(self._waiting)
        in_order = self._waiting[self._front - 1 :] + self._waiting[: self._front - 1]
        for number, (page, head, size) in enumerate(in_order, start=1):
            self.canvas.__dict__.update(page)
            self.page_size = size
            if head:
                self._foot(number, whole)
            self.canvas.showPage()
        self.canvas.save()
        return self._stream.getvalue()

    def _begin(self) -> None:
        self.y = self.page_size[1] - MARGIN
        if self.head:
            self.canvas.setFillColor(INKS["slate"])
            draw_text(self.canvas, self.left, self.y, elided(self.imprint.meeting, 8, self.width * 0.6), 8)
            draw_text(self.canvas, self.right, self.y, self.imprint.place_and_dates, 8, side="right")
            self.y -= 6
            self.rule("sea")
            self.y -= 8
        if self._mark is not None:
            self._mark()
        self.top = self.y

    def _foot(self, number: int, whole: int) -> None:
        _ = self.texts.gettext
        self.canvas.setFillColor(INKS["slate"])
        base = MARGIN * 0.6
        made = _("Made {date} by {operator}").format(
            date=self.imprint.made_at.strftime("%Y-%m-%d %H:%M"), operator=self.imprint.made_by
        )
        pages = _("page {page} of {pages}").format(page=number, pages=whole)
        room = self.width - text_width(pages, 8) - 12
        lines = [f"{self.title} · {made}"]
        if text_width(lines[0], 8) > room:
            # In some languages the title of a list is long: then who made it stands below.
            lines = [elided(self.title, 8, room), elided(made, 8, room)]
        for place, line in enumerate(lines):
            draw_text(self.canvas, self.left, base + (len(lines) - 1) * 4.8 - place * 9.6, line, 8)
        draw_text(self.canvas, self.right, base, pages, 8, side="right")

    def _table_head(self, columns: Sequence[TableColumn], widths: Sequence[float], size: float, *, keep: float) -> None:
        if not any(column.title for column in columns):
            return
        heads = [
            wrapped(column.title, size, width - 6, bold=True) for column, width in zip(columns, widths, strict=True)
        ]
        height = max(len(lines) for lines in heads) * size * LEADING
        self.need(height + 6 + keep)
        self.canvas.setFillColor(INKS["slate"])
        self.y -= height
        x = self.left
        for column, width, lines in zip(columns, widths, heads, strict=True):
            at = _place(x, width, column.side)
            for above, line in enumerate(reversed(lines)):
                # A word that is alone wider than its column is cut all the same.
                words = elided(line, size, width - 6, bold=True)
                draw_text(
                    self.canvas, at, self.y + 2 + above * size * LEADING, words, size, bold=True, side=column.side
                )
            x += width
        self.y -= 3
        self.rule("edge")

    def _table_row(
        self,
        columns: Sequence[TableColumn],
        widths: Sequence[float],
        cells: Sequence[Sequence[str]],
        size: float,
        height: float,
        *,
        grid: bool,
    ) -> None:
        x = self.left
        for column, width, lines in zip(columns, widths, cells, strict=True):
            self.canvas.setFillColor(INKS["ink"])
            for number, line in enumerate(lines):
                at = _place(x, width, column.side)
                y = self.y - 2.5 - (number + 1) * size * LEADING + size * 0.36
                draw_text(self.canvas, at, y, line, size, bold=column.bold, side=column.side)
            x += width
        self.y -= height
        self.rule("edge" if grid else "line")
        if grid:
            self._uprights(widths, height)

    def _uprights(self, widths: Sequence[float], height: float) -> None:
        self.canvas.setStrokeColor(INKS["edge"])
        x = self.left
        for width in (0.0, *widths):
            x += width
            self.canvas.line(x, self.y, x, self.y + height)


def _place(x: float, width: float, side: Side) -> float:
    return {"left": x + 3, "centre": x + width / 2, "right": x + width - 3}[side]
