"""A table to be read and filled in at a desk: bands over groups, rows high enough for a hand, boxes to tick."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from gettext import NullTranslations

from cmc_desk.reports.missing_letters import legible
from cmc_desk.reports.page import INKS, LEADING, Pages
from cmc_desk.reports.typesetting import Side, draw_text, elided, wrapped

_PAD = 4.0
_BAND = 17.0
_BOX = 12.0
# From the baseline to the lower edge of a line.
_BELOW = 0.34
# A title that somebody copied a paragraph into takes no page of its own.
_MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column: its head, its share of the width, its side."""

    title: str
    share: float
    side: Side = "left"


@dataclass(frozen=True, slots=True)
class Line:
    """Words in a cell, which run over as many lines as they need.

    `indent` is that of all its lines in a column of the left side; `sign`, such as a dash, stands before the first.
    """

    words: str
    size: float = 9.0
    bold: bool = False
    tone: str = "ink"
    indent: float = 0.0
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick, with words beside it; `ticked` draws the tick."""

    ticked: bool = False
    words: str = ""


Cell = Sequence[Line] | Box


@dataclass(frozen=True, slots=True)
class _Set:
    """A line of a cell as it is drawn."""

    words: str
    line: Line
    sign: str = ""


class Form:
    """A form on `pages`: its head and the band of its group are there again on every page that it goes on to."""

    def __init__(
        self,
        pages: Pages,
        texts: NullTranslations,
        columns: Sequence[FormColumn],
        *,
        least: float = 0.0,
        padding: float = 4.0,
        uprights: bool = True,
        middle: bool = True,
        ruled: bool = True,
    ) -> None:
        """Set the columns; no row is lower than `least`, and cells stand in the `middle` of their row or at its top."""
        self._padding, self._middle, self._ruled = padding, middle, ruled
        self._pages, self._texts, self._columns, self._least, self._uprights = pages, texts, columns, least, uprights
        whole = sum(column.share for column in columns)
        self._widths = [pages.width * column.share / whole for column in columns]
        self._band = ""

    def begin(self) -> None:
        """Write the head, on this page if the first rows have room below it."""
        self._pages.need(self._head_height + _BAND + max(self._least, 2 * 9.0))
        self._draw_head()

    def band(self, words: str, *, rows: Sequence[Sequence[Cell]] = ()) -> None:
        """Begin a group; it is not parted from the first of `rows`, which are written at once."""
        first = self._height(self._set(rows[0])) if rows else self._least
        self._room(_BAND + first, band="")
        self._band = words
        self._draw_band(words)
        for row in rows:
            self.row(row)

    def row(self, cells: Sequence[Cell]) -> None:
        """Write a row; one that does not fit goes to the next page whole."""
        lines = self._set(cells)
        height = self._height(lines)
        self._room(height, band=self._band)
        self._draw_row(cells, lines, height)

    def even(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Write rows, on as few pages as they need and about as many on each: the last page has not only a few."""
        heights = [self._height(self._set(row)) for row in rows]
        for row, starts in zip(rows, page_starts(heights, self._pages.y - self._pages.bottom), strict=True):
            if starts:
                self._room(math.inf, band=self._band)
            self.row(row)

    def height_of(self, rows: Sequence[Sequence[Cell]]) -> float:
        """Return the height that rows take on one page."""
        return sum(self._height(self._set(row)) for row in rows)

    @property
    def _head_height(self) -> float:
        if not any(column.title for column in self._columns):
            return 0.0
        return 14.0 + (max(len(lines) for lines in self._heads()) - 1) * 8 * LEADING

    def _heads(self) -> list[list[str]]:
        """Return the heads of the columns, each on as many lines as its words need."""
        return [
            [elided(line, 8, width - _PAD, bold=True) for line in wrapped(column.title, 8, width - _PAD, bold=True)]
            for column, width in zip(self._columns, self._widths, strict=True)
        ]

    def _room(self, height: float, *, band: str) -> None:
        if self._pages.y - height >= self._pages.bottom:
            return
        self._pages.new_page()
        self._draw_head()
        if band:
            self._draw_band(self._texts.gettext("{delegation}, continued").format(delegation=band))

    def _set(self, cells: Sequence[Cell]) -> list[list[_Set]]:
        return [
            [] if isinstance(cell, Box) else [one for line in cell for one in _lines_of(line, width - 2 * _PAD)]
            for cell, width in zip(cells, self._widths, strict=True)
        ]

    def _height(self, cells: Sequence[Sequence[_Set]]) -> float:
        return max([self._least, *(sum(one.line.size * LEADING for one in cell) + self._padding for cell in cells)])

    def _draw_head(self) -> None:
        pages = self._pages
        if not self._head_height:
            pages.rule("edge")
            return
        pages.canvas.setFillColor(INKS["slate"])
        pages.y -= self._head_height
        x = pages.left
        for column, width, lines in zip(self._columns, self._widths, self._heads(), strict=True):
            for above, words in enumerate(reversed(lines)):
                at = pages.y + 4 + above * 8 * LEADING
                draw_text(pages.canvas, _at(x, width, column.side), at, words, 8, bold=True, side=column.side)
            x += width
        pages.rule("edge")

    def _draw_band(self, words: str) -> None:
        pages = self._pages
        top = pages.y
        pages.y -= _BAND
        pages.canvas.setFillColor(INKS["sand"])
        pages.canvas.rect(pages.left, pages.y, pages.width, _BAND, stroke=0, fill=1)
        pages.canvas.setFillColor(INKS["ink"])
        shown = elided(legible(words, bold=True), 9.5, pages.width - 2 * _PAD, bold=True)
        draw_text(pages.canvas, pages.left + _PAD, pages.y + 5, shown, 9.5, bold=True)
        pages.rule("line")
        # The ground has covered half of the line above.
        pages.canvas.setStrokeColor(INKS["edge"])
        pages.canvas.line(pages.left, top, pages.right, top)

    def _draw_row(self, cells: Sequence[Cell], lines: Sequence[Sequence[_Set]], height: float) -> None:
        pages = self._pages
        largest = max((cell[0].line.size for cell in lines if cell), default=0.0)
        x = pages.left
        for column, width, cell, of_cell in zip(self._columns, self._widths, cells, lines, strict=True):
            if isinstance(cell, Box):
                self._draw_box(cell, x + _PAD, pages.y - height / 2, width - 2 * _PAD)
            elif of_cell:
                if self._middle:
                    above = (height - sum(one.line.size * LEADING for one in of_cell)) / 2
                else:
                    # The first lines of all cells stand on one baseline.
                    above = self._padding / 2 + (largest - of_cell[0].line.size) * (LEADING - _BELOW)
                self._draw_lines(of_cell, _at(x, width, column.side), pages.y - above, column.side)
            x += width
        pages.y -= height
        if self._ruled:
            pages.rule("edge" if self._uprights else "line")
        if self._uprights:
            self._draw_uprights(height)

    def _draw_lines(self, lines: Sequence[_Set], x: float, y: float, side: Side) -> None:
        canvas = self._pages.canvas
        for one in lines:
            size, bold = one.line.size, one.line.bold
            base = y - size * (LEADING - _BELOW)
            canvas.setFillColor(INKS[one.line.tone])
            if one.sign:
                draw_text(canvas, x, base, one.sign, size, bold=bold)
            draw_text(canvas, x + one.line.indent, base, one.words, size, bold=bold, side=side)
            y -= size * LEADING

    def _draw_box(self, box: Box, x: float, middle: float, width: float) -> None:
        canvas = self._pages.canvas
        canvas.setLineWidth(0.9)
        canvas.setStrokeColor(INKS["ink"])
        bottom = middle - _BOX / 2
        canvas.rect(x, bottom, _BOX, _BOX, stroke=1, fill=0)
        if box.ticked:
            canvas.setLineWidth(1.6)
            tick = canvas.beginPath()
            tick.moveTo(x + 2.6, middle - 0.2)
            tick.lineTo(x + 5.2, bottom + 2.8)
            tick.lineTo(x + 9.8, bottom + 9.4)
            canvas.drawPath(tick, stroke=1, fill=0)
        if box.words:
            canvas.setFillColor(INKS["slate"])
            draw_text(canvas, x + _BOX + 3, middle - 2.6, elided(box.words, 7.5, width - _BOX - 3), 7.5)

    def _draw_uprights(self, height: float) -> None:
        pages = self._pages
        pages.canvas.setStrokeColor(INKS["line"])
        pages.canvas.setLineWidth(0.6)
        x = pages.left
        for width in self._widths[:-1]:
            x += width
            pages.canvas.line(x, pages.y, x, pages.y + height)


def page_starts(heights: Sequence[float], room: float) -> list[bool]:
    """Return of each row whether a page begins with it, if pages of so much `room` are filled about evenly.

    The first row stands on the page that was begun; no more pages are begun than rows of these heights need.
    """
    most = sum(_starts(heights, room))
    share = sum(heights) / (most + 1)
    # Rows differ in height, and a page ends before the row that no longer fits: the share grows until no page is added.
    steps = [*(share + step * (room - share) / 40 for step in range(40)), room]
    return next(starts for step in steps if sum(starts := _starts(heights, step)) == most)


def _starts(heights: Sequence[float], room: float) -> list[bool]:
    starts, used = [], 0.0
    for height in heights:
        starts.append(used > 0 and used + height > room)
        used = height if starts[-1] else used + height
    return starts


# The same people stand on the sheet of every session, and a pack is set twice.
@lru_cache(maxsize=8192)
def _lines_of(line: Line, width: float) -> tuple[_Set, ...]:
    width -= line.indent
    lines = wrapped(legible(line.words, bold=line.bold), line.size, width, bold=line.bold)
    if len(lines) > _MOST_LINES:
        lines[_MOST_LINES - 1 :] = [elided(" ".join(lines[_MOST_LINES - 1 :]), line.size, width, bold=line.bold)]
    return tuple(_Set(words, line, "" if number else line.sign) for number, words in enumerate(lines))


def _at(x: float, width: float, side: Side) -> float:
    return {"left": x + _PAD, "centre": x + width / 2, "right": x + width - _PAD}[side]
