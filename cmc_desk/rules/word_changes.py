"""What differs between two texts, word by word: what stayed, what was taken away, what was put in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A word with what stands behind it, so that nothing between the words is lost.
_WORDS = re.compile(r"\S+\s*|\s+")


class Change(StrEnum):
    """What happened to a piece of a text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together, and what happened to them."""

    text: str
    change: Change


def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """Return how `after` comes from `before`, in the order in which it is read; where words were replaced the old ones stand first."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    bare_old, bare_new = [word.rstrip() for word in old], [word.rstrip() for word in new]
    made: list[Piece] = []
    for act, from_old, to_old, from_new, to_new in SequenceMatcher(
        a=bare_old, b=bare_new, autojunk=False
    ).get_opcodes():
        if act == "equal":
            made += _piece(new[from_new:to_new], Change.SAME)
        else:
            made += _piece(old[from_old:to_old], Change.REMOVED)
            made += _piece(new[from_new:to_new], Change.ADDED)
    return tuple(made)


def _piece(words: Sequence[str], change: Change) -> list[Piece]:
    return [Piece("".join(words), change)] if words else []
