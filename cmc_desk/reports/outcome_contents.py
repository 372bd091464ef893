"""The contents of the report: its chapters, their parts and its annexes, each with its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from cmc_desk.reports.page import INKS, LEADING, Pages
from cmc_desk.reports.typesetting import draw_text, elided, text_width
from cmc_desk.rules.report_blocks import Heading

_SIZE, _STEP, _ABOVE, _INDENT = 10.0, 14.6, 4.0, 16.0
_TITLE = 30.0
_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A heading with its level and the page on which it stands, counted without cover and contents."""

    words: str
    level: int
    page: int


def in_contents(heading: Heading) -> bool:
    """Return whether a heading stands in the contents: chapters, their parts, and annexes as a whole."""
    return heading.level == 1 or (heading.level == _DEEPEST and not heading.key.startswith("annex"))


def write_contents(pages: Pages, lines: Sequence[ContentsLine], texts: NullTranslations) -> None:
    """Write the contents on pages of their own behind the cover; what the lines count begins after them."""
    if not lines:
        return
    pages.new_page(head=True)
    # The cover is the first page.
    before = 1 + _pages_of(lines, pages.y - pages.bottom)
    pages.text(texts.gettext("Contents"), size=14, bold=True, tone="sea")
    pages.space(_TITLE - 14 * LEADING)
    for line in lines:
        pages.need(_height(line))
        pages.y -= _height(line)
        _write(pages, line, str(line.page + before))


def _pages_of(lines: Sequence[ContentsLine], room: float) -> int:
    """Return how many pages lines take of which each has so much `room`."""
    found, left = 1, room - _TITLE
    for line in lines:
        if left < _height(line):
            found, left = found + 1, room
        left -= _height(line)
    return found


def _height(line: ContentsLine) -> float:
    return _STEP + (_ABOVE if line.level == 1 else 0.0)


def _write(pages: Pages, line: ContentsLine, number: str) -> None:
    bold = line.level == 1
    left = pages.left + (line.level - 1) * _INDENT
    right = pages.right - text_width("000", _SIZE) - 6
    words = elided(line.words, _SIZE, right - left - 20, bold=bold)
    pages.canvas.setFillColor(INKS["ink"])
    draw_text(pages.canvas, left, pages.y + 3, words, _SIZE, bold=bold)
    draw_text(pages.canvas, pages.right, pages.y + 3, number, _SIZE, bold=bold, side="right")
    pages.canvas.setStrokeColor(INKS["line"])
    pages.canvas.setLineWidth(0.5)
    pages.canvas.setDash(1, 2)
    pages.canvas.line(left + text_width(words, _SIZE, bold=bold) + 5, pages.y + 4, right, pages.y + 4)
    pages.canvas.setDash()
