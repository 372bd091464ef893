"""A summary in pages of large type: a line that has room on one page is not parted, and no heading stands alone at the end of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmc_desk.i18n import texts
from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.reading_time import words_in
from cmc_desk.rules.readout_order import read_aloud, sections_of
from cmc_desk.rules.readouts import Readout
from cmc_desk.rules.summary_words import summary_word
from cmc_desk.ui.stage.look import ReadPart
from cmc_desk.ui.summaries.text_layout import laid

_HEADING, _BETWEEN, _BEFORE_HEADING = 0.62, 0.5, 0.9


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line that is read, or the heading of a section."""

    text: str
    heading: bool = False

    @property
    def shown(self) -> str:
        """The text with its markup: headings are strong."""
        return f"*{self.text}*" if self.heading else self.text


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its place in a column that is endless; `bottoms` is where each of its rows ends."""

    line: ReadLine
    top: float
    bottoms: tuple[float, ...]

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.bottoms[-1] if self.bottoms else self.top


def read_lines(readout: Readout) -> tuple[ReadLine, ...]:
    """Return what is read, with the headings of the sections in the language of the read-out."""
    made: list[ReadLine] = []
    lines = read_aloud(readout.lines)
    for section in sections_of(readout.form):
        of_section = [ReadLine(line.text) for line in lines if line.section == section]
        if of_section:
            made.append(ReadLine(summary_word(section, texts(readout.language)), heading=True))
            made += of_section
    return tuple(made)


def heading_size(size: int) -> int:
    """Return how large headings are above text of `size` px."""
    return round(size * _HEADING)


def placed(lines: Sequence[ReadLine], width: int, size: int) -> tuple[Placed, ...]:
    """Return lines one beneath the other, broken at `width` px."""
    made: list[Placed] = []
    y = 0.0
    for line in lines:
        if made:
            y += size * (_BEFORE_HEADING if line.heading else 0.1 if made[-1].line.heading else _BETWEEN)
        text = laid(line.shown, width, heading_size(size) if line.heading else size)
        made.append(Placed(line, y, tuple(y + bottom for bottom in text.bottoms)))
        y += text.height
    return tuple(made)


def page_starts(column: Sequence[Placed], height: float) -> tuple[float, ...]:
    """Return where each page begins in the column."""
    starts = [0.0]
    for number, one in enumerate(column):
        if one.bottom - starts[-1] <= height:
            continue
        if one.bottom - one.top <= height and one.top > starts[-1]:
            # Whole on the next page, with the heading that stands above it.
            above = column[number - 1]
            starts.append(above.top if above.line.heading and above.top > starts[-1] else one.top)
        row_top = one.top
        for bottom in one.bottoms:
            if bottom - starts[-1] > height and row_top > starts[-1]:
                starts.append(row_top)
            row_top = bottom
    return tuple(starts)


def on_page(column: Sequence[Placed], starts: Sequence[float], page: int) -> tuple[Placed, ...]:
    """Return the lines of which something stands on a page, counted from nought."""
    top = starts[page]
    end = starts[page + 1] if page + 1 < len(starts) else float("inf")
    return tuple(one for one in column if one.top < end and one.bottom > top)


def words_from(column: Sequence[Placed], start: float) -> int:
    """Return how many words are still to be read from the page that begins at `start`."""
    return words_in(one.line.text for one in column if not one.line.heading and one.top >= start)


def read_parts(column: Sequence[Placed], shown: Sequence[Placed]) -> tuple[ReadPart, ...]:
    """Return the lines of a page under their headings, as the stage shows them; a heading from the page before is there again."""
    parts: list[ReadPart] = []
    heading = ""
    for one in column:
        if one.line.heading:
            heading = one.line.text
            if one in shown:
                parts.append(ReadPart(heading, ()))
        elif one in shown:
            if not parts or parts[-1].heading != heading:
                parts.append(ReadPart(heading, ()))
            parts[-1] = ReadPart(heading, (*parts[-1].lines, plain(one.line.text)))
    return tuple(part for part in parts if part.lines)
