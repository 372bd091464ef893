"""An amended text on a screen of the room: the lines of fitted words, with what went struck and what came underlined."""

from collections.abc import Sequence

from cmc_desk.rules.word_difference import Kept, Piece
from cmc_desk.ui.stage.fitting import width_of

Stretch = tuple[str, Kept]


def plain_words(pieces: Sequence[Piece]) -> str:
    """Return what pieces say, with one blank between words, as fitted lines have it."""
    return "".join(letter for letter, _kept in _letters(pieces))


def stretches(pieces: Sequence[Piece], lines: Sequence[str]) -> tuple[tuple[Stretch, ...], ...]:
    """Return each line in stretches of one look; none if the lines do not say the whole of it, because something was cut."""
    letters = _letters(pieces)
    if " ".join(lines) != "".join(letter for letter, _kept in letters):
        return ()
    found, at = [], 0
    for line in lines:
        found.append(_joined(letters[at : at + len(line)]))
        at += len(line) + 1
    return tuple(found)


def offsets(line: Sequence[Stretch], size: int, *, bold: bool) -> tuple[tuple[float, float, Kept], ...]:
    """Return where each stretch of a line begins and ends that was changed; blanks at either end belong to nobody."""
    found, before = [], ""
    for text, kept in line:
        if kept is not Kept.SAME and text.strip():
            lead = len(text) - len(text.lstrip())
            begins = width_of(before + text[:lead], size, bold=bold)
            ends = width_of(before + text.rstrip(), size, bold=bold)
            found.append((begins, ends, kept))
        before += text
    return tuple(found)


def _letters(pieces: Sequence[Piece]) -> list[Stretch]:
    found: list[Stretch] = []
    for piece in pieces:
        for letter in piece.text:
            blank = letter.isspace()
            if not (blank and (not found or found[-1][0] == " ")):
                found.append((" " if blank else letter, piece.kept))
    while found and found[-1][0] == " ":
        found.pop()
    return found


def _joined(letters: Sequence[Stretch]) -> tuple[Stretch, ...]:
    made: list[Stretch] = []
    for letter, kept in letters:
        if made and made[-1][1] is kept:
            made[-1] = (made[-1][0] + letter, kept)
        else:
            made.append((letter, kept))
    return tuple(made)
