"""A proposal for the text in one line from the floor: `4 jm shall->should`."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_ARROW = re.compile(r"\s*(?:[-–—]>|→|=>|⇒)\s*")
NUMBER = r"\d+(?:\.\d+)*(?:\s?\([a-z0-9]{1,4}\)){0,3}(?:\s?(?:bis|ter|quater|quinquies|sexies|septies|octies))?"
_NUMBERED = re.compile(rf"§?\s*(?P<number>{NUMBER})(?=[\s:,]|$)[:,]?\s*", re.IGNORECASE)
_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|«\s*([^«»]*?)\s*»")
# What stands for no words at all in the sentence of an addition or a deletion.
_ADDED, _DELETED = "+", "∅"


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
        """Return the amendment as its entry says it, the words in question between quotation marks; it can be read again."""
        old, new = (f"“{words}”" if words else "" for words in (self.old, self.new))
        return f"{self.provision}: {old or _ADDED} → {new or _DELETED}"


def read_amendment(text: str, *, delegation_of: Callable[[str], str | None]) -> Amendment | None:
    """Return the amendment that a line is, or None if it is an ordinary proposal.

    The number of the provision stands first, then perhaps a delegation as `delegation_of` knows it, then `old->new`. Nothing on one
    side of the arrow is an addition or a deletion, and so are the signs of `Amendment.sentence`.
    """
    line = text.strip()
    numbered = _NUMBERED.match(line)
    if numbered is None or "\n" in line:
        return None
    delegation, rest = _who(line[numbered.end() :], delegation_of)
    sides = _ARROW.split(rest)
    if len(sides) != 2:
        return None
    old, new = map(_words, sides)
    if old == new:
        return None
    return Amendment(provision_number(numbered["number"]), old, new, delegation)


def provision_number(typed: str) -> str:
    """Return the number of a provision as it is kept: "3 bis", "4(a)"."""
    apart = re.sub(r"(?<=\d)(?=(?:bis|[tq]|s[ex]|oct))", " ", typed.strip().lower())
    return re.sub(r"\s+", " ", apart).replace(" (", "(").replace(") (", ")(")


def _who(text: str, delegation_of: Callable[[str], str | None]) -> tuple[str, str]:
    """Return the delegation that a line begins with, and what follows; a name of several words has a colon after it."""
    for pattern in (r"(?P<who>[^:\n]+):\s*", r"(?P<who>\S+)\s+"):
        found = re.match(pattern, text)
        known = delegation_of(found["who"]) if found else None
        if found and known:
            return known, text[found.end() :]
    return "", text


def _words(side: str) -> str:
    words = side.strip()
    if words in (_ADDED, _DELETED):
        return ""
    quoted = _QUOTED.fullmatch(words)
    return next(group for group in quoted.groups() if group is not None) if quoted else words
