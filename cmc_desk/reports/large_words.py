"""Words as large as a place allows: on name plates, labels and headings, over one or a few lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

from cmc_desk.reports.missing_letters import legible
from cmc_desk.reports.typesetting import Side, draw_text, elided, text_width

# From baseline to baseline; capitals and what hangs below them large.
LINE = 1.22
# From the lower edge of a line to its baseline.
RISE = 0.27
# More lines are for words that become clearly larger on them.
_WORTH = 1.12
# Below this share of the largest size a break at a better place is not worth it.
_NEARLY = 0.88
_SHORT_WORD = 4
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Large:
    """Words cut into lines, and the letter size at which all of them large."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        """The height that the lines take."""
        return len(self.lines) * self.size * LINE


def largest(
    words: str, width: float, height: float, *, most: float, least: float = 6.0, lines: int = 2, bold: bool = False
) -> Large:
    """Return `words` in up to `lines` lines at the largest size up to `most` at which they fit into `width` and `height`.

    What is too long even at `least` is cut with an ellipsis.
    """
    words = legible(words, bold=bold)
    if not words.strip():
        return Large((), most)
    best = _sized((" ".join(words.split()),), width, height, most, bold=bold)
    for number in range(2, lines + 1):
        more = _best_cut(words.split(), number, width, height, most, bold=bold)
        if more is not None and more.size > best.size * _WORTH:
            best = more
    if best.size >= least:
        return best
    return Large(tuple(elided(line, least, width, bold=bold) for line in best.lines), least)


def draw_large(canvas: Any, x: float, top: float, large: Large, *, bold: bool = False, side: Side = "centre") -> float:
    """Draw the lines below `top` from, around or up to `x`; return where the next thing may begin."""
    for number, line in enumerate(large.lines, start=1):
        # The baseline lies so that capitals stand in the middle of their line.
        draw_text(
            canvas, x, top - number * large.size * LINE + large.size * 0.27, line, large.size, bold=bold, side=side
        )
    return top - large.height


def _best_cut(
    words: Sequence[str], number: int, width: float, height: float, most: float, *, bold: bool
) -> Large | None:
    if not number <= len(words) <= _MOST_WORDS:
        return None
    cuts = []
    for places in combinations(range(1, len(words)), number - 1):
        edges = (0, *places, len(words))
        lines = tuple(" ".join(words[start:end]) for start, end in pairwise(edges))
        cuts.append(_sized(lines, width, height, most, bold=bold))
    top = max(cut.size for cut in cuts)
    near = [cut for cut in cuts if cut.size >= top * _NEARLY]
    return max(near, key=lambda cut: (_reads_well(cut.lines), cut.size, -_unevenness(cut.lines)))


def _sized(lines: tuple[str, ...], width: float, height: float, most: float, *, bold: bool) -> Large:
    # Widths grow with the size, so that of size 1 tells all others.
    widest = max(text_width(line, 1.0, bold=bold) for line in lines)
    return Large(lines, min(most, width / widest if widest else most, height / (len(lines) * LINE)))


def _reads_well(lines: Sequence[str]) -> bool:
    """Tell whether no line but the last ends with a small word such as "and", "of" or "de", which belongs to what follows."""
    ends = [line.split()[-1] for line in lines[:-1]]
    return not any(word.islower() and len(word) <= _SHORT_WORD for word in ends)


def _unevenness(lines: Sequence[str]) -> int:
    return max(map(len, lines)) - min(map(len, lines))
