"""Words with marks in lines: what came in, or is proposed to, and what went; broken here, or into lines that were fitted before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cmc_desk.rules.word_difference import Kept, Piece
from cmc_desk.ui.stage.fitting import width_of

# A word with the blanks behind it; a line may end there.
_WORDS = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A stretch of a line: its words, its mark, how far from the left it begins, and how wide it is without the blanks at its end.

    `lead` is how wide the blanks before its first word are.
    """

    text: str
    kept: Kept
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
def marked_lines(pieces: Sequence[Piece], size: int, width: float) -> tuple[MarkedLine, ...]:
    """Return pieces of a text in lines no wider than `width`; a word that is wider stands alone."""
    lines: list[list[Piece]] = [[]]
    used = 0.0
    for word in _words(pieces):
        for place, part in enumerate(word.text.split("\n")):
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
            lines[-1].append(Piece(part, word.kept))
            used += width_of(part, size, bold=False)
    return tuple(_line(line, size, bold=False) for line in lines if line)


def said(pieces: Sequence[Piece]) -> str:
    """Return what pieces say, with one blank between words, as fitted lines have it."""
    return "".join(one.text for one in _letters(pieces))


def marked_in(pieces: Sequence[Piece], lines: Sequence[str], size: int, *, bold: bool) -> tuple[MarkedLine, ...]:
    """Return fitted lines with their marks; none if they do not say the whole of it, because something was cut."""
    letters = _letters(pieces)
    if " ".join(lines) != "".join(one.text for one in letters):
        return ()
    found, at = [], 0
    for line in lines:
        found.append(_line(letters[at : at + len(line)], size, bold=bold))
        at += len(line) + 1
    return tuple(found)


def _words(pieces: Sequence[Piece]) -> Iterator[Piece]:
    return (Piece(word, one.kept) for one in pieces for word in _WORDS.findall(one.text))


def _letters(pieces: Sequence[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for piece in pieces:
        for letter in piece.text:
            blank = letter.isspace()
            if not (blank and (not found or found[-1].text == " ")):
                found.append(Piece(" " if blank else letter, piece.kept))
    while found and found[-1].text == " ":
        found.pop()
    return found


def _line(line: Sequence[Piece], size: int, *, bold: bool) -> MarkedLine:
    joined: list[Piece] = []
    for one in line:
        if joined and joined[-1].kept is one.kept:
            joined[-1] = Piece(joined[-1].text + one.text, one.kept)
        else:
            joined.append(one)
    made: list[MarkedPiece] = []
    before = ""
    for one in joined:
        text = one.text
        lead = width_of(text[: len(text) - len(text.lstrip())], size, bold=bold)
        # Measured from the beginning of the line: that is where a line that is drawn at once has its letters.
        left = width_of(before, size, bold=bold)
        made.append(MarkedPiece(text, one.kept, left, width_of(text.rstrip(), size, bold=bold), lead))
        before += text
    return MarkedLine(tuple(made))
