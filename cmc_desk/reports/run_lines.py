"""Text with changes in it on the pages of a PDF: what was added is underlined, what was removed struck, both in colour as well."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cmc_desk.reports.marked_text import from_the_right, lines_together, with_glyphs
from cmc_desk.reports.page import INKS, LEADING, Pages
from cmc_desk.reports.typesetting import draw_text, text_width
from cmc_desk.rules.redline import Run
from cmc_desk.rules.word_difference import Kept

# A line may end at a space, but at none that holds words together.
_BREAKS = re.compile("([ \t\u2000-\u2006\u2008-\u200a\u205f\u3000]+|\n)")
_NUMBER_SIZE = 6.5
_BAR = 2.2


@dataclass(frozen=True, slots=True)
class Styled:
    """A stretch of text in one look; `tone` is a name of the palette."""

    text: str
    tone: str = "ink"
    bold: bool = False
    under: bool = False
    struck: bool = False


class LineNumbers:
    """Numbers for the lines of a paper, from 1, in the margin on the left."""

    def __init__(self) -> None:
        self.last = 0

    def draw(self, pages: Pages, base: float) -> None:
        """Number the line whose baseline is at `base`."""
        self.last += 1
        pages.canvas.setFillColor(INKS["slate"])
        draw_text(pages.canvas, pages.left - 8, base, str(self.last), _NUMBER_SIZE, side="right")


def styled(runs: Sequence[Run], *, tone: str = "ink", bold: bool = False) -> tuple[Styled, ...]:
    """Return runs of a text as they look on paper; a word that was removed stands a little off the one in its place."""
    found: list[Styled] = []
    for run in runs:
        if run.kept is Kept.SAME:
            found.append(Styled(run.text, tone, bold))
        elif run.kept is Kept.REMOVED:
            found.append(Styled(run.text, "coral", bold, struck=True))
        else:
            if found and found[-1].struck and not (found[-1].text[-1:].isspace() or run.text[:1].isspace()):
                found.append(Styled(" ", tone, bold))
            found.append(Styled(run.text, "leaf", bold, under=True))
    return tuple(found)


def lines_of(pieces: Sequence[Styled], size: float, width: float) -> list[tuple[Styled, ...]]:
    """Return the lines of a text that fit into `width` points; a longer word is cut between letters."""
    lines: list[tuple[Styled, ...]] = []
    line: list[Styled] = []
    used = 0.0
    for gap, word, ends in _words(pieces):
        wide, room = _width(word, size), _width(gap, size)
        if line and used + room + wide > width:
            lines.append(_joined(line))
            line, used = [], 0.0
        if line:
            line += gap
            used += room
        line += word
        used += wide
        while used > width and sum(len(one.text) for one in line) > 1:
            first, line = _cut(line, size, width)
            lines.append(_joined(first))
            used = _width(line, size)
        if ends:
            lines.append(_joined(line))
            line, used = [], 0.0
    if line or not lines:
        lines.append(_joined(line))
    return lines


def draw_line(canvas: Any, line: Sequence[Styled], x: float, base: float, size: float, *, right: float) -> None:
    """Draw a line from `x` on, or up to `right` if it is read from there."""
    backwards = from_the_right("".join(one.text for one in line))
    pieces = list(reversed(line)) if backwards else line
    if backwards:
        x = right - _width(pieces, size)
    for piece in pieces:
        canvas.setFillColor(INKS[piece.tone])
        wide = draw_text(canvas, x, base, piece.text, size, bold=piece.bold)
        if piece.under or piece.struck:
            canvas.setStrokeColor(INKS[piece.tone])
            canvas.setLineWidth(size * 0.07)
            height = base - size * 0.13 if piece.under else base + size * 0.27
            canvas.line(x, height, x + wide, height)
        x += wide


def write_runs(
    pages: Pages,
    pieces: Sequence[Styled],
    *,
    size: float,
    indent: float = 0,
    label: str = "",
    label_at: float = 0,
    bar: str = "",
    numbers: LineNumbers | None = None,
    keep: int = 2,
) -> None:
    """Write a text at `indent` points; a `label` stands at `label_at` before its first line, a `bar` of a tone beside all of them.

    Its first `keep` lines are not parted by the end of a page, and its last does not begin the next one.
    """
    lines = lines_of(pieces, size, pages.width - indent)
    for number, line in enumerate(lines):
        together = lines_together(number, len(lines))
        pages.need(size * LEADING * (together if number else max(together, min(keep, len(lines)))))
        pages.y -= size * LEADING
        base = pages.y + size * 0.3
        if bar:
            pages.canvas.setFillColor(INKS[bar])
            pages.canvas.rect(pages.left + label_at - 8, pages.y - 0.6, _BAR, size * LEADING + 0.6, stroke=0, fill=1)
        if label and not number:
            pages.canvas.setFillColor(INKS["ink"])
            draw_text(pages.canvas, pages.left + label_at, base, label, size)
        draw_line(pages.canvas, line, pages.left + indent, base, size, right=pages.right)
        if numbers is not None:
            numbers.draw(pages, base)


def _words(pieces: Sequence[Styled]) -> Iterator[tuple[list[Styled], list[Styled], bool]]:
    """Yield the words of a text, each with the space before it and whether a line ends after it; letters that no font has are left out."""
    gap: list[Styled] = []
    word: list[Styled] = []
    for piece in pieces:
        for part in _BREAKS.split(piece.text):
            if part == "\n":
                yield gap, word, True
                gap, word = [], []
            elif _BREAKS.fullmatch(part):
                if word:
                    yield gap, word, False
                    gap, word = [], []
                gap.append(replace(piece, text=" "))
            elif shown := with_glyphs(part, bold=piece.bold):
                word.append(replace(piece, text=shown))
    if word:
        yield gap, word, False


def _width(pieces: Sequence[Styled], size: float) -> float:
    return sum(text_width(one.text, size, bold=one.bold) for one in pieces)


def _joined(pieces: Sequence[Styled]) -> tuple[Styled, ...]:
    """Return pieces with neighbours of one look put together, so that letters join and a line under them has no gaps."""
    found: list[Styled] = []
    for piece in pieces:
        if found and replace(found[-1], text="") == replace(piece, text=""):
            found[-1] = replace(piece, text=found[-1].text + piece.text)
        else:
            found.append(piece)
    return tuple(found)


def _cut(line: Sequence[Styled], size: float, width: float) -> tuple[list[Styled], list[Styled]]:
    """Return as many letters as there is room for, at least one, and what is left."""
    letters = [replace(piece, text=letter) for piece in line for letter in piece.text]
    low, high = 1, len(letters) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if _width(_joined(letters[:middle]), size) <= width:
            low = middle
        else:
            high = middle - 1
    return list(_joined(letters[:low])), list(_joined(letters[low:]))
