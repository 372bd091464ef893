"""Which badges are to be printed and why: what stood on the last one compared with what would stand on one today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cmc_desk.i18n import N_
from cmc_desk.rules.badge_design import BadgeRun, Show


class Why(StrEnum):
    """Why a badge is to be printed, or that it is printed and right."""

    NEVER = "never printed"
    QUEUED = "queued"
    NAME = "name"
    TITLE = "functional title"
    INSTITUTION = "institution"
    DELEGATION = "delegation"
    CAPACITY = "capacity"
    CATEGORY = "category"
    PRINTED = "printed"


# `PRINTED` is followed by when.
WHY_WORDS: dict[Why, str] = {
    Why.NEVER: N_("Never printed"),
    Why.QUEUED: N_("Queued"),
    Why.NAME: N_("Name corrected"),
    Why.TITLE: N_("Title corrected"),
    Why.INSTITUTION: N_("Institution corrected"),
    Why.DELEGATION: N_("Delegation changed"),
    Why.CAPACITY: N_("Capacity changed"),
    Why.CATEGORY: N_("Category changed"),
    Why.PRINTED: N_("Printed {time}"),
}
CHANGED = (Why.NAME, Why.TITLE, Why.INSTITUTION, Why.DELEGATION, Why.CAPACITY, Why.CATEGORY)
# The words of a print by their names in the ledger: which change it is when one differs, and what shows it on a badge.
_WORDS: dict[str, tuple[Why, frozenset[Show]]] = {
    "name": (Why.NAME, frozenset({Show.NAME, Show.NAME_FIRST, Show.NAME_SECOND})),
    "functional_title": (Why.TITLE, frozenset({Show.FUNCTIONAL_TITLE})),
    "institution": (Why.INSTITUTION, frozenset({Show.INSTITUTION})),
    "delegation": (Why.DELEGATION, frozenset({Show.DELEGATION})),
    "capacity": (Why.CAPACITY, frozenset({Show.CAPACITY})),
    "category": (Why.CATEGORY, frozenset({Show.BAND})),
}
LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class PrintedBadge:
    """A badge as it went to the printer: its code, the words on it, and their language under `language`."""

    code: str
    words: dict[str, str]


def printed_of(run: BadgeRun) -> list[PrintedBadge]:
    """Return what the ledger keeps of a run: of each person the words that its design shows."""
    shown = {field.show for field in (*run.design.front, *run.design.back)}
    names = [name for name, (_why, shows) in _WORDS.items() if shows & shown]
    return [
        PrintedBadge(
            person.code,
            {LANGUAGE: run.meeting.language} | {name: str(getattr(person, name)) for name in names},
        )
        for person in run.people
        if person is not None
    ]


def why_of(
    *,
    printed_at: datetime | None,
    queued_at: datetime | None,
    printed: Mapping[str, str] | None,
    today: Mapping[str, str],
) -> Why:
    """Return why a badge is to be printed; `printed` are the words of its last print, `today` those it would have.

    A word that the printed badge did not show cannot be wrong on it.
    """
    if printed_at is None:
        return Why.QUEUED if queued_at is not None else Why.NEVER
    for name, (why, _shows) in _WORDS.items():
        if printed is not None and name in printed and printed[name] != today[name]:
            return why
    return Why.QUEUED if queued_at is not None else Why.PRINTED


def is_to_print(why: Why) -> bool:
    """Say whether a badge is to be printed."""
    return why is not Why.PRINTED
