"""A proposal for the text in one line from the floor: `4 jm shall->should`."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_ARROW = re.compile(r"\s*(?:->|→|=>)\s*")
_NUMBER = re.compile(
    r"(?P<number>\d+(?:\.\d+)*(?:\s?\([a-z0-9]{1,4}\))?(?:\s(?:bis|ter|quater))?)(?=[\s:,]|$)[:,]?\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a delegation would have a provision say instead; an empty `new` is a deletion, an empty `old` an addition at the end.

    `delegation` is empty where the line names none: it is that of whoever has the floor.
    """

    provision: str
    old: str
    new: str
    delegation: str = ""

    def sentence(self) -> str:
        """Return the amendment as its entry says it, with the words in question between brackets as texts under discussion have them."""
        old, new = (f"“{words}”" if words else "" for words in (self.old, self.new))
        return f"{self.provision}: {old or '+'} → {new or '∅'}"


def read_amendment(text: str, *, delegation_of: Callable[[str], str | None]) -> Amendment | None:
    """Return the amendment that a line is, or None if it is an ordinary proposal.

    The number of the provision stands first, then perhaps a delegation as `delegation_of` knows it, then `old->new`.
    """
    numbered = _NUMBER.match(text.strip())
    if numbered is None:
        return None
    rest = text.strip()[numbered.end() :]
    first, _blank, after = rest.partition(" ")
    known = delegation_of(first.rstrip(":,")) if after or first.endswith((":", ",")) else None
    parts = _ARROW.split(after if known else rest)
    if len(parts) != 2 or not any(parts):
        return None
    number = re.sub(r"\s+", " ", numbered["number"]).lower()
    old, new = (part.strip(' \t“”"') for part in parts)
    return Amendment(number, old, new, known or "")
