"""Letters that no font of the program has: never printed as an empty box, and named with the words that they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from cmc_desk.reports.typesetting import missing_glyphs

# What is left of words of which nothing can be printed: a line to write them on by hand.
TO_WRITE = "…………………"


@dataclass(frozen=True, slots=True)
class MissingLetters:
    """Words of a paper that cannot be printed whole, and their letters that are left out."""

    words: str
    letters: str


def legible(text: str, *, bold: bool = False) -> str:
    """Return `text` without the letters that no font has; a line to write on if none is left."""
    missing = missing_glyphs(text, bold=bold)
    if not missing:
        return text
    left = " ".join("".join(" " if letter in missing else letter for letter in text).split())
    return left if any(letter.isalnum() for letter in left) else TO_WRITE


def missing_letters(content: Any) -> tuple[MissingLetters, ...]:
    """Return what in the content of a paper cannot be printed, each words once, in the order in which they stand there."""
    found = {words: missing_glyphs(words) for words in _words(content)}
    return tuple(MissingLetters(words, letters) for words, letters in found.items() if letters)


def _words(thing: Any) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple | list):
        for one in thing:
            yield from _words(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _words(getattr(thing, field.name))
