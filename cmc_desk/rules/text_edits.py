"""What a proposal does to a text, place by place: whether two of them meet, and both at once where they do not."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from unicodedata import normalize

from cmc_desk.rules.word_difference import Kept, compared

_WORD = re.compile(r"[\w’'\-]+|[^\w\s]")
# What people type differently without meaning anything by it.
_SIGNS = str.maketrans("“”„«»‘’‚‹›–—\u00a0", "\"\"\"\"\"'''''-- ")


@dataclass(frozen=True, slots=True)
class Edit:
    """A place of a text that becomes `text`: characters `begin` to `end`, which are words `first` to `last` of it.

    What is only put in begins where it ends; `first` is then the word before which it stands.
    """

    begin: int
    end: int
    first: int
    last: int
    text: str


@lru_cache(maxsize=2048)
def edits(base: str, wanted: str) -> tuple[Edit, ...]:
    """Return what has to be done to `base` to have what is wanted, in order."""
    words = [found.span() for found in _WORD.finditer(base)]
    starts, ends = [start for start, _ in words], [end for _, end in words]
    found: list[Edit] = []
    place = begin = 0
    added = ""
    changing = False
    for piece in compared(base, wanted):
        if piece.kept is Kept.SAME:
            if changing:
                found.append(_edit(begin, place, added, starts, ends))
            place += len(piece.text)
            begin, added, changing = place, "", False
        else:
            changing = True
            if piece.kept is Kept.REMOVED:
                place += len(piece.text)
            else:
                added = piece.text
    if changing:
        found.append(_edit(begin, place, added, starts, ends))
    return tuple(found)


def meet(first: Sequence[Edit], second: Sequence[Edit]) -> bool:
    """Tell whether two proposals for a text change the same words of it, or put something in at the same place."""
    return any(
        _within(one.first, one.last, other.first, other.last) or _within(one.begin, one.end, other.begin, other.end)
        for one in first
        for other in second
    )


def combined(base: str, wanted: Sequence[str]) -> str | None:
    """Return the text with all that is wanted at once, or None where that cannot be because two of them meet."""
    each = [edits(base, text) for text in dict.fromkeys(wanted)]
    if any(meet(one, other) for one, other in combinations(each, 2)):
        return None
    return _edited(base, [edit for one in each for edit in one])


def laid_over(base: str, current: str, wanted: str) -> str:
    """Return what a text says with what is wanted instead of `base`: it stays as it is now wherever that was not about the same words."""
    own = edits(base, wanted)
    return _edited(base, [*own, *(edit for edit in edits(base, current) if not meet((edit,), own))])


def alike(text: str) -> str:
    """Return a text without what means nothing: how much white space there is, which quotation marks and dashes, how accents are kept."""
    return " ".join(normalize("NFC", text).translate(_SIGNS).split())


def _edited(base: str, changes: Sequence[Edit]) -> str:
    """Return a text with changes that do not meet."""
    pieces: list[str] = []
    place = 0
    for edit in sorted(changes, key=lambda edit: (edit.begin, edit.end)):
        pieces += [base[place : edit.begin], edit.text]
        place = edit.end
    return "".join([*pieces, base[place:]])


def _edit(begin: int, end: int, text: str, starts: Sequence[int], ends: Sequence[int]) -> Edit:
    return Edit(begin, end, bisect_right(ends, begin), bisect_left(starts, end), text)


def _within(begin: int, end: int, other: int, last: int) -> bool:
    """Tell whether two stretches have something in common, or are both nothing at the same place."""
    return (begin < last and other < end) or (begin == end == other == last)
