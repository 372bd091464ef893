"""Words with marks broken into lines: what is proposed to come in, what is proposed to go."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cmc_desk.ui.stage.fitting import width_of
from cmc_desk.ui.stage.look import Change, Stretch

# A word with the blanks behind it; a line may end there.
_WORDS = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A stretch of a line: its words, its mark, how far from the left it begins, and how wide it is without the blanks at its end.

    `lead` is how wide the blanks before its first word are.
    """

    text: str
    change: Change
    left: float
    width: float
    lead: float = 0.0


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line in pieces."""

    pieces: tuple[MarkedPiece, ...]

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(piece.text for piece in self.pieces)


@lru_cache(maxsize=256)
def marked_lines(stretches: Sequence[Stretch], size: int, width: float) -> tuple[MarkedLine, ...]:
    """Return stretches in lines no wider than `width`; a word that is wider stands alone."""
    lines: list[list[tuple[str, Change]]] = [[]]
    used = 0.0
    for word, change in _words(stretches):
        for place, part in enumerate(word.split("\n")):
            if place:
                lines.append([])
                used = 0.0
            if not part:
                continue
            wide = width_of(part.rstrip(), size, bold=False)
            if lines[-1] and used + wide > width:
                lines.append([])
                used = 0.0
                if not part.strip():
                    continue
            lines[-1].append((part, change))
            used += width_of(part, size, bold=False)
    return tuple(MarkedLine(_pieces(line, size)) for line in lines if line)


def _words(stretches: Sequence[Stretch]) -> list[tuple[str, Change]]:
    return [(word, one.change) for one in stretches for word in _WORDS.findall(one.text)]


def _pieces(line: list[tuple[str, Change]], size: int) -> tuple[MarkedPiece, ...]:
    joined: list[tuple[str, Change]] = []
    for word, change in line:
        if joined and joined[-1][1] is change:
            joined[-1] = (joined[-1][0] + word, change)
        else:
            joined.append((word, change))
    made: list[MarkedPiece] = []
    x = 0.0
    for text, change in joined:
        lead = width_of(text[: len(text) - len(text.lstrip())], size, bold=False)
        made.append(MarkedPiece(text, change, x, width_of(text.rstrip(), size, bold=False), lead))
        x += width_of(text, size, bold=False)
    return tuple(made)
