"""Words as large as they fit: measured, wrapped between words, and cut only where even the smallest size is too large."""

from dataclasses import dataclass
from functools import lru_cache

from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font

# A line of Noto Sans with room for an accent above a capital and for a tail below.
LINE = 1.26
_RISE = 0.97
# Widths grow with the size exactly, because the windows do without hinting: one measure is enough for all sizes.
_MEASURE = 100
_STEP = 0.97
_NARROWER = 12
_BETWEEN = frozenset("·–—/")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Words in a size, in lines; `cut` says that something had to be left away."""

    size: int
    lines: tuple[str, ...]
    cut: bool = False

    @property
    def height(self) -> float:
        """How high the lines are together."""
        return len(self.lines) * self.size * LINE

    @property
    def width(self) -> float:
        """How wide the widest line is."""
        return max((_width(line, self.size, bold=True) for line in self.lines), default=0.0)


def first_baseline(size: int) -> float:
    """Return how far below the top of a line its letters stand."""
    return size * _RISE


def width_of(words: str, size: int, *, bold: bool) -> float:
    """Return the width of a line."""
    return _width(words, size, bold=bold)


@lru_cache(maxsize=1024)
def fitted(
    words: str, width: float, height: float, *, largest: int, least: int, bold: bool = False, lines: int = 1
) -> Fitted:
    """Return words in the largest size in which they fit into a box, in at most so many lines."""
    size = max(least, min(largest, int(height / LINE)))
    while True:
        found = _wrapped(words, size, width, bold=bold)
        if found is not None and len(found) <= lines and len(found) * size * LINE <= height:
            return Fitted(size, _even(words, size, width, found, bold=bold))
        if size <= least:
            return _cut(words, size, width, height, bold=bold, lines=lines)
        size = max(least, min(size - 1, int(size * _STEP)))


def _parts(words: str) -> list[str]:
    """Return the words between which a line may end; what stands between two names ends a line and never begins one."""
    made: list[str] = []
    for word in words.split():
        if made and word in _BETWEEN:
            made[-1] += f" {word}"
        else:
            made.append(word)
    return made


def _wrapped(words: str, size: int, width: float, *, bold: bool) -> tuple[str, ...] | None:
    """Return words in lines no wider than `width`; None if one of them is too wide by itself."""
    made: list[str] = []
    for word in _parts(words):
        longer = f"{made[-1]} {word}" if made else word
        if made and _width(longer, size, bold=bold) <= width:
            made[-1] = longer
        elif _width(word, size, bold=bold) <= width:
            made.append(word)
        else:
            return None
    return tuple(made)


def _even(words: str, size: int, width: float, found: tuple[str, ...], *, bold: bool) -> tuple[str, ...]:
    """Return the same number of lines, as even in length as they can be: no word stands alone beneath a long line."""
    if len(found) < 2:
        return found
    low, high = 0.0, width
    for _turn in range(_NARROWER):
        middle = (low + high) / 2
        narrower = _wrapped(words, size, middle, bold=bold)
        if narrower is not None and len(narrower) <= len(found):
            found, high = narrower, middle
        else:
            low = middle
    return found


def _cut(words: str, size: int, width: float, height: float, *, bold: bool, lines: int) -> Fitted:
    most = max(1, min(lines, int(height / (size * LINE))))
    made: list[str] = []
    rest = _parts(words)
    while rest and len(made) < most - 1:
        taken = 1
        while taken < len(rest) and _width(" ".join(rest[: taken + 1]), size, bold=bold) <= width:
            taken += 1
        made.append(" ".join(rest[:taken]))
        rest = rest[taken:]
    made.append(" ".join(rest))
    face = font(size, bold=bold)
    shown = tuple(draw.elided(line, face, width) for line in made if line)
    return Fitted(size, shown, cut=" ".join(shown) != " ".join(words.split()))


def _width(words: str, size: int, *, bold: bool) -> float:
    return draw.text_width(words, font(_MEASURE, bold=bold)) * size / _MEASURE
