"""A table whose cells are texts with changes in them; a row that is longer than what is left of a page goes on over it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmc_desk.reports.page import INKS, LEADING, Pages
from cmc_desk.reports.run_lines import LineNumbers, Styled, draw_line, lines_of
from cmc_desk.reports.typesetting import draw_text, wrapped

_ROOM, _ABOVE, _BELOW = 3.5, 3.0, 3.5
_BAR = 2.2
# A row that fills less than this of a page is not parted.
_WHOLE = 0.35


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph in a cell: its pieces, the size of its letters, what it is moved in by, the tone of a bar beside it, room above."""

    pieces: tuple[Styled, ...]
    size: float = 8.5
    indent: float = 0.0
    bar: str = ""
    above: float = 0.0


@dataclass(frozen=True, slots=True)
class _Line:
    pieces: tuple[Styled, ...]
    size: float
    indent: float
    bar: str
    height: float


class RunTable:
    """Written from where `pages` stands; its head stands on every page, and never alone."""

    def __init__(
        self,
        pages: Pages,
        columns: Sequence[tuple[str, float]],
        *,
        size: float = 8.5,
        numbers: LineNumbers | None = None,
    ) -> None:
        self._pages, self._size, self._numbers = pages, size, numbers
        whole = sum(share for _title, share in columns)
        self._widths = [pages.width * share / whole for _title, share in columns]
        self._titles = [title for title, _share in columns]
        self._begun = False

    def row(self, cells: Sequence[Sequence[Para]], *, keep: float = 0) -> None:
        """Write a row, which is not parted from the `keep` points that follow; a cell without paragraphs is empty."""
        lines = [self._lines(cell, width) for cell, width in zip(cells, self._widths, strict=True)]
        self._write(lines, self._widths, keep=keep)

    def height(self, cells: Sequence[Sequence[Para]]) -> float:
        """Return how high a row is; one cell is as wide as the table."""
        widths = self._widths if len(cells) > 1 else [self._pages.width]
        lines = (self._lines(cell, width) for cell, width in zip(cells, widths, strict=True))
        return max(sum(line.height for line in cell) for cell in lines) + _ABOVE + _BELOW

    def band(self, paras: Sequence[Para], *, keep: float = 40, ground: str = "sand") -> None:
        """Write a row over the whole width, which is not parted from the `keep` points that follow; `ground` is what it stands on."""
        self._write([self._lines(paras, self._pages.width)], [self._pages.width], keep=keep, ground=ground)

    def _lines(self, paras: Sequence[Para], width: float) -> list[_Line]:
        found = []
        for number, para in enumerate(paras):
            room = width - 2 * _ROOM - para.indent
            for place, pieces in enumerate(lines_of(para.pieces, para.size, room)):
                above = para.above if number and not place else 0.0
                found.append(_Line(pieces, para.size, para.indent, para.bar, para.size * LEADING + above))
        return found

    def _write(
        self, cells: Sequence[list[_Line]], widths: Sequence[float], *, keep: float = 0, ground: str = ""
    ) -> None:
        pages = self._pages
        height = max(sum(line.height for line in cell) for cell in cells) + _ABOVE + _BELOW
        first = max((cell[0].height for cell in cells if cell), default=0.0) + _ABOVE + _BELOW
        if not self._begun:
            self._head(keep=min(height + keep, 90))
            self._begun = True
        whole = pages.top - pages.bottom - self._size * LEADING * 2
        short = height <= whole * _WHOLE
        if pages.y - (height + keep if short else first * 2) < pages.bottom:
            self._next_page()
        while any(cells):
            cells = self._chunk(cells, widths, ground)
            if any(cells):
                self._next_page()

    def _chunk(self, cells: Sequence[list[_Line]], widths: Sequence[float], ground: str) -> list[list[_Line]]:
        """Write as much of a row as this page has room for, and return what is left."""
        pages = self._pages
        room = pages.y - pages.bottom - _ABOVE - _BELOW
        fitting = [_fitting(cell, room) for cell in cells]
        height = (
            max(sum(line.height for line in cell[:count]) for cell, count in zip(cells, fitting, strict=True))
            + _ABOVE
            + _BELOW
        )
        if ground:
            pages.canvas.setFillColor(INKS[ground])
            pages.canvas.rect(pages.left, pages.y - height, pages.width, height, stroke=0, fill=1)
        x = pages.left
        tallest = max(range(len(cells)), key=lambda place: sum(line.height for line in cells[place][: fitting[place]]))
        for place, (cell, count, width) in enumerate(zip(cells, fitting, widths, strict=True)):
            self._draw(cell[:count], x, width, numbered=place == tallest)
            x += width
        pages.y -= height
        pages.rule("line")
        return [cell[count:] for cell, count in zip(cells, fitting, strict=True)]

    def _draw(self, lines: Sequence[_Line], x: float, width: float, *, numbered: bool) -> None:
        pages = self._pages
        y = pages.y - _ABOVE
        for line in lines:
            y -= line.height
            if line.bar:
                pages.canvas.setFillColor(INKS[line.bar])
                pages.canvas.rect(
                    x + _ROOM + line.indent - 6, y - 0.5, _BAR, line.size * LEADING + 0.5, stroke=0, fill=1
                )
            base = y + line.size * 0.36
            draw_line(pages.canvas, line.pieces, x + _ROOM + line.indent, base, line.size, right=x + width - _ROOM)
            if numbered and self._numbers is not None:
                self._numbers.draw(pages, base)

    def _next_page(self) -> None:
        self._pages.new_page()
        self._head(keep=0)

    def _head(self, *, keep: float) -> None:
        if not any(self._titles):
            return
        pages, size = self._pages, self._size
        heads = [
            wrapped(title, size, width - 2 * _ROOM, bold=True)
            for title, width in zip(self._titles, self._widths, strict=True)
        ]
        height = max(len(lines) for lines in heads) * size * LEADING
        pages.need(height + 6 + keep)
        x = pages.left
        for lines, width in zip(heads, self._widths, strict=True):
            pages.canvas.setFillColor(INKS["slate"])
            for number, line in enumerate(lines):
                base = pages.y - (number + 1) * size * LEADING + size * 0.36
                draw_text(pages.canvas, x + _ROOM, base, line, size, bold=True)
            x += width
        pages.y -= height + 3
        pages.rule("edge")


def _fitting(lines: Sequence[_Line], room: float) -> int:
    used = 0.0
    for count, line in enumerate(lines):
        used += line.height
        if used > room:
            return count
    return len(lines)
