"""Text in the small markup of the notes on the pages of a PDF: strong and emphasised words, bullets, levels, lines of both directions."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from cmc_desk.reports.page import INKS, LEADING, Pages
from cmc_desk.reports.typesetting import draw_text, missing_glyphs, text_width
from cmc_desk.rules.note_markup import Block, BlockKind, Run, blocks

# A line may end at a space, but at none that holds words together (no-break space, its narrow sister, the space of a figure).
_BREAKS = re.compile("([ \t\u2000-\u2006\u2008-\u200a\u205f\u3000]+|\n)")
_STEP, _MARK_ROOM = 13.0, 13.0
# A text of no more lines than these is not parted at all.
_SHORT = 3
# No font of ours is slanted: letters lean by what a slanted one of this family leans.
_SLANT = 12


@dataclass(frozen=True, slots=True)
class _Word:
    """Letters that stay together, in one look or several; `ends_line` says that a line ends after it."""

    runs: tuple[Run, ...]
    ends_line: bool = False


def write_marked(
    pages: Pages, text: str, *, size: float, indent: float = 0, label: str = "", tone: str = "ink"
) -> None:
    """Write `text` at `indent` points; a `label`, such as the number of a point, stands before its first line."""
    for number, block in enumerate(blocks(text)):
        if number:
            pages.space(size * 0.25)
        _write_block(pages, block, size, indent, label if not number else "", tone)


def from_the_right(text: str) -> bool:
    """Tell whether a text is read from right to left: its first letter with a direction is."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way in ("R", "AL") for way in ways if way in ("L", "R", "AL")), False)


def with_glyphs(text: str, *, bold: bool) -> str:
    """Return a text without the letters that no font has: who hands the paper out is told of them."""
    missing = missing_glyphs(text, bold=bold)
    return "".join(letter for letter in text if letter not in missing) if missing else text


def lines_together(number: int, whole: int) -> int:
    """Return how many lines, from this one on, the end of a page may not part: neither the first of a text nor the last stands alone."""
    if not number:
        return whole if whole <= _SHORT else 2
    return 2 if number == whole - 2 else 1


def _write_block(pages: Pages, block: Block, size: float, indent: float, label: str, tone: str) -> None:
    mark = {BlockKind.BULLET: "•", BlockKind.LEVEL: f"({block.label})"}.get(block.kind, "")
    left = pages.left + indent + block.depth * _STEP
    room = max(_MARK_ROOM, text_width(f"{mark} ", size)) if mark else 0
    backwards = from_the_right(block.text)
    lines = list(lines_of(block.runs, size, pages.right - left - room))
    for number, line in enumerate(lines):
        pages.need(size * LEADING * lines_together(number, len(lines)))
        pages.y -= size * LEADING
        base = pages.y + size * 0.3
        pages.canvas.setFillColor(INKS[tone])
        if not number and label:
            draw_text(pages.canvas, pages.left, base, label, size)
        if not number and mark:
            # The mark of a line that is read from the right stands on the right.
            x = pages.right if backwards else left
            draw_text(pages.canvas, x, base, mark, size, side="right" if backwards else "left")
        _draw(pages.canvas, line, size, base, left=left + room, right=pages.right - room, backwards=backwards)


def _draw(
    canvas: Any, line: Sequence[Run], size: float, base: float, *, left: float, right: float, backwards: bool
) -> None:
    runs = list(reversed(line)) if backwards else line
    x = right - width_of(runs, size) if backwards else left
    for run in runs:
        if run.emphasis:
            canvas.saveState()
            canvas.translate(x, base)
            canvas.skew(0, _SLANT)
            draw_text(canvas, 0, 0, run.text, size, bold=run.strong)
            canvas.restoreState()
        else:
            draw_text(canvas, x, base, run.text, size, bold=run.strong)
        x += text_width(run.text, size, bold=run.strong)


def lines_of(runs: Iterable[Run], size: float, width: float) -> Iterator[tuple[Run, ...]]:
    """Yield the lines of a block; a word that is wider than a line is cut between letters."""
    line: list[Run] = []
    used = 0.0
    for word in _words(runs):
        pieces = word.runs
        gap, wide = _after(line), width_of(pieces, size)
        room = width_of(gap, size)
        if line and used + room + wide > width:
            yield _joined(line)
            line, used = [*pieces], wide
        else:
            line, used = [*line, *gap, *pieces], used + room + wide
        while used > width and sum(len(run.text) for run in line) > 1:
            first, line = _cut(line, size, width)
            yield _joined(first)
            used = width_of(line, size)
        if word.ends_line:
            yield _joined(line)
            line, used = [], 0.0
    if line:
        yield _joined(line)


def _after(line: Sequence[Run]) -> tuple[Run, ...]:
    return (replace(line[-1], text=" "),) if line else ()


def _words(runs: Iterable[Run]) -> Iterator[_Word]:
    """Yield the words of a block, without letters that no font has: who hands the paper out is told of them."""
    word: list[Run] = []
    for run in runs:
        for piece in _BREAKS.split(run.text):
            if _BREAKS.fullmatch(piece):
                if word or piece == "\n":
                    yield _Word(tuple(word), ends_line=piece == "\n")
                word = []
            elif shown := with_glyphs(piece, bold=run.strong):
                word.append(replace(run, text=shown))
    if word:
        yield _Word(tuple(word))


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs with those of one look put together, so that letters join and turn as one text."""
    return tuple(
        Run("".join(run.text for run in same), strong, emphasis)
        for (strong, emphasis), same in groupby(runs, key=lambda run: (run.strong, run.emphasis))
    )


def width_of(runs: Iterable[Run], size: float) -> float:
    """Return how wide runs are."""
    return sum(text_width(run.text, size, bold=run.strong) for run in runs)


def _cut(line: Sequence[Run], size: float, width: float) -> tuple[list[Run], list[Run]]:
    """Return as many letters as there is room for, at least one, and what is left."""
    letters = [replace(run, text=letter) for run in line for letter in run.text]
    low, high = 1, len(letters) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(_joined(letters[:middle]), size) <= width:
            low = middle
        else:
            high = middle - 1
    return list(_joined(letters[:low])), list(_joined(letters[low:]))
