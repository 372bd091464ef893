"""What the cells of a matrix of comments that comes back mean: choices in any language, delegations by any of their names."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from gettext import NullTranslations
from typing import TypeVar

from cmc_desk.rules.document_kinds import Channel, PlanField, ProposalAction, ProposalDecision, ProposalType
from cmc_desk.rules.document_words import (
    ACTION_WORDS,
    CHANNEL_WORDS,
    DECISION_WORDS,
    FIELD_WORDS,
    TYPE_WORDS,
    decision_word,
)
from cmc_desk.rules.folding import fold

Value = TypeVar("Value", bound=StrEnum)
_NUMBER = re.compile(r"[Pp]?\s*[-–—]?\s*0*(\d{1,8})")
# What conventions and standards bodies write for the type of a comment.
_SHORT = {"te": "technical", "ed": "editorial", "ge": "general", "g": "general", "s": "substantive", "t": "technical"}


class UnreadableError(Exception):
    """A cell says what nobody knows; its text is the word in question."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of the columns by what they are called, folded, and how a delegation is found by a name."""

    kinds: Mapping[str, ProposalType]
    actions: Mapping[str, ProposalAction]
    channels: Mapping[str, Channel]
    decisions: Mapping[str, ProposalDecision]
    fields: Mapping[str, PlanField]
    delegation_of: Callable[[str], str | None]


def choices(catalogues: Iterable[NullTranslations], delegation_of: Callable[[str], str | None]) -> Choices:
    """Return the choices as they are called in the languages of `catalogues`."""
    known = tuple(catalogues)
    kinds = {short: ProposalType(value) for short, value in _SHORT.items()} | _called(TYPE_WORDS, known)
    fields = _called({PlanField(name): word for name, word in FIELD_WORDS.items()}, known)
    return Choices(
        kinds,
        _called(ACTION_WORDS, known),
        _called(CHANNEL_WORDS, known),
        # What went out said "accepted" and "withdrawn" without the gender of proposals, and comes back.
        _called(DECISION_WORDS, known)
        | {fold(decision_word(one, texts)): one for texts in known for one in ProposalDecision},
        fields,
        delegation_of,
    )


def chosen(text: str, known: Mapping[str, Value]) -> Value | None:
    """Return what is chosen in a cell; None where nothing is. Raises UnreadableError."""
    if not fold(text):
        return None
    if fold(text) not in known:
        raise UnreadableError(text.strip())
    return known[fold(text)]


def number_in(text: str) -> int | None:
    """Return the number of a proposal as people type it: P-014, P14, 14; None if it is none."""
    found = _NUMBER.fullmatch(text.strip())
    return int(found[1]) if found else None


def codes_in(text: str, delegation_of: Callable[[str], str | None]) -> tuple[str, ...]:
    """Return the delegations of a cell in their order, each once. Raises UnreadableError."""
    found: dict[str, None] = {}
    for part in filter(None, (one.strip() for one in re.split(r"[;\n]", text))):
        whole = delegation_of(part)
        # A comma is part of some names, and parts others.
        for name in (part,) if whole else filter(None, (one.strip() for one in part.split(","))):
            code = whole or delegation_of(name)
            if code is None:
                raise UnreadableError(name)
            found[code] = None
    return tuple(found)


def reservations_in(text: str, delegation_of: Callable[[str], str | None]) -> tuple[tuple[str, str], ...]:
    """Return the delegations that have a reservation with its words: one a line, its words after a colon. Raises UnreadableError."""
    found: dict[str, str] = {}
    for line in filter(None, (one.strip() for one in text.splitlines())):
        name, colon, words = line.partition(":")
        code = delegation_of(name.strip()) if colon else None
        if code is not None:
            found[code] = words.strip()
        else:
            found |= dict.fromkeys(codes_in(line, delegation_of), "")
    return tuple(found.items())


def _called(words: Mapping[Value, str], catalogues: Iterable[NullTranslations]) -> dict[str, Value]:
    found = {fold(value.value): value for value in words}
    for texts in catalogues:
        found |= {fold(texts.gettext(word)): value for value, word in words.items()}
    return found
