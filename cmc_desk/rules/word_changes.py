"""A change that somebody tracked in a Word file, told apart from those of others; and what is proposed by it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from cmc_desk.rules.document_kinds import ProposalAction
from cmc_desk.rules.tracked_text import Stretch

# Changes of one hand in one sentence, with so few letters unchanged between them, are one change.
_APART = 80
_ENDS = re.compile(r"[.;:!?]\s|\n")
_OURS = re.compile(r"(?:\(P-\d{3,}\)|\[ \])$")


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """A change: `before` and `after` are the whole text of the provision (or of its `field`) without it and with it alone.

    `place` is that of the provision in the text as it was; what was put in stands after it, at the very beginning if it is -1, and a
    comment with -1 is on the text as a whole. What was moved stands after `target` then. `at` has no zone: it is the time on the wall
    of whoever made it. `comment` is what the same author wrote at the margin, `cells` are those of a row of a plan that was put in.
    """

    author: str
    at: datetime | None
    action: ProposalAction
    place: int
    before: str = ""
    after: str = ""
    field: str = ""
    label: str = ""
    comment: str = ""
    target: int = -1
    cells: tuple[tuple[str, str], ...] = ()

    @property
    def ours(self) -> bool:
        """Whether it is a proposal that the meeting has, or a bracket, as our own Word files show them."""
        return _OURS.search(self.author) is not None


def clusters(stretches: Sequence[Stretch], author_of: dict[str, str]) -> tuple[frozenset[int], ...]:
    """Return the changes of a text as places of stretches that belong together: of one author, with little in between."""
    found: list[set[int]] = []
    author, between = "", ""
    for place, one in enumerate(stretches):
        # What one put in and another took out again is a change of who put it in.
        hand = one.inserted if one.inserted is not None else one.removed
        if hand is None:
            between += one.text
            continue
        near = len(between) <= _APART and _ENDS.search(between) is None
        if found and author_of[hand] == author and near:
            found[-1].add(place)
        else:
            found.append({place})
        author, between = author_of[hand], ""
    return tuple(frozenset(one) for one in found)


def with_only(stretches: Sequence[Stretch], wanted: frozenset[int]) -> str:
    """Return the text with these changes accepted and all others rejected."""
    return "".join(_said(stretches, wanted))


def _said(stretches: Sequence[Stretch], wanted: frozenset[int]) -> Iterator[str]:
    for place, one in enumerate(stretches):
        if (place in wanted) if one.inserted is not None else (one.removed is None or place not in wanted):
            yield one.text
