"""Pairs of square brackets in a text: what stands between them is not agreed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Two brackets that belong together, by the places where they stand; one that stands in no other has depth 1."""

    begin: int
    end: int
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Brackets:
    """The brackets of a text in the order in which they open, and the places of those that have no other half."""

    pairs: tuple[Pair, ...] = ()
    unclosed: tuple[int, ...] = ()
    unopened: tuple[int, ...] = ()


def brackets(text: str) -> Brackets:
    """Return the square brackets of a text."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    unopened: list[int] = []
    for place, sign in enumerate(text):
        if sign == "[":
            opened.append(place)
        elif sign == "]" and opened:
            pairs.append((opened.pop(), place))
        elif sign == "]":
            unopened.append(place)
    return Brackets(tuple(_deep(sorted(pairs))), tuple(opened), tuple(unopened))


def pairs_in(*texts: str) -> int:
    """Return how many pairs of brackets are in some texts; one without its other half counts, because somebody left something open."""
    found = [brackets(text) for text in texts if "[" in text or "]" in text]
    return sum(len(one.pairs) + len(one.unclosed) + len(one.unopened) for one in found)


def without_outer(text: str) -> str:
    """Return a text without the pair of brackets around all of it, if there is one."""
    bare = text.strip()
    whole = any(one.begin == 0 and one.end == len(bare) - 1 for one in brackets(bare).pairs)
    return bare[1:-1].strip() if whole else text


def _deep(pairs: Sequence[tuple[int, int]]) -> Iterator[Pair]:
    around: list[int] = []
    for begin, end in pairs:
        around = [one for one in around if one > end]
        around.append(end)
        yield Pair(begin, end, len(around))
