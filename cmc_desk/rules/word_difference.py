"""What differs between two texts, word by word, so that a person sees it at a glance."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from cmc_desk.rules.note_markup import plain

# A word with the signs that cling to it is one; so is every run of white space, so that a line break is a difference too.
_PIECES = re.compile(r"\s+|[\w’'\-]+|[^\w\s]")
# Fewer unchanged letters than this between two changes are read more easily as part of them.
_LEAST_SAME = 2


class Kept(StrEnum):
    """What became of a piece of a text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and whether both texts have it."""

    text: str
    kept: Kept = Kept.SAME


def compared(before: str, after: str) -> tuple[Piece, ...]:
    """Return how `before` became `after`; what was removed stands before what was added in its place."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(_merged(_pieces(matcher.get_opcodes(), old, new)))


def redlined(before: str, after: str) -> tuple[Piece, ...]:
    """Return how one text became another as people read it: without its markup unless that is all that differs, words kept apart."""
    old, new = plain(before), plain(after)
    if old == new:
        old, new = before, after
    return tuple(_parted(compared(old, new)))


def _parted(pieces: Sequence[Piece]) -> Iterator[Piece]:
    last = ""
    for one in pieces:
        # "shallshould" is read as one word, whatever stands beneath it.
        if last[-1:].isalnum() and one.text[:1].isalnum():
            yield Piece(" ")
        yield one
        last = one.text


def _pieces(
    steps: Sequence[tuple[str, int, int, int, int]], old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[str, str, str]]:
    """Return for every step what both have, what was removed, what was added."""
    for act, first, last, begin, end in steps:
        if act == "equal":
            yield "".join(old[first:last]), "", ""
        else:
            yield "", "".join(old[first:last]), "".join(new[begin:end])


def _merged(steps: Iterator[tuple[str, str, str]]) -> Iterator[Piece]:
    """Join changes that only a blank or a comma parts."""
    removed = added = waiting = ""
    for same, gone, come in steps:
        if same and (removed or added) and len(same.strip()) < _LEAST_SAME:
            waiting += same
            continue
        if same:
            yield from _changed(removed, added)
            yield Piece(waiting + same)
            removed = added = waiting = ""
        else:
            removed, added, waiting = removed + waiting + gone, added + waiting + come, ""
    yield from _changed(removed, added)
    if waiting:
        yield Piece(waiting)


def _changed(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece(removed, Kept.REMOVED)
    if added:
        yield Piece(added, Kept.ADDED)
