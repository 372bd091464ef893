"""The counters of the desk, derived from rows each time and never incremented."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountRow:
    """What the counters need to know about one person; `delegation` is a code, `category` a key, empty if none."""

    delegation: str
    category: str
    expected: bool
    present: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many are present of how many expected; whoever came without being expected counts in both."""

    present: int = 0
    expected: int = 0

    @property
    def missing(self) -> int:
        """How many are expected and not present."""
        return self.expected - self.present


@dataclass(frozen=True, slots=True)
class Counts:
    """The counters at one instant; tallies by code or key stand in the order that was asked for."""

    people: Tally
    delegations: Tally
    missing_delegations: tuple[str, ...]
    by_delegation: tuple[tuple[str, Tally], ...]
    by_category: tuple[tuple[str, Tally], ...]


def count(rows: Iterable[CountRow], *, delegations: Sequence[str], categories: Sequence[str]) -> Counts:
    """Count people, delegations and categories.

    Only the codes in `delegations` count as delegations (an agency of the secretariat is none). A delegation is
    expected when anybody of it is, present when anybody of it is here, and missing when nobody of it is. Delegations
    of which nobody is expected are left out of `by_delegation`; every one of `categories` stands in `by_category`.
    """
    concerned = [row for row in rows if row.expected or row.present]
    by_delegation = _tallies((row.delegation, row.present) for row in concerned)
    by_category = _tallies((row.category, row.present) for row in concerned)
    expected = tuple((code, by_delegation[code]) for code in delegations if code in by_delegation)
    missing = tuple(code for code, tally in expected if not tally.present)
    return Counts(
        people=Tally(sum(row.present for row in concerned), len(concerned)),
        delegations=Tally(len(expected) - len(missing), len(expected)),
        missing_delegations=missing,
        by_delegation=expected,
        by_category=tuple((key, by_category.get(key, Tally())) for key in categories),
    )


def _tallies(rows: Iterable[tuple[str, bool]]) -> dict[str, Tally]:
    tallies: dict[str, Tally] = {}
    for key, present in rows:
        tally = tallies.get(key, Tally())
        tallies[key] = Tally(tally.present + present, tally.expected + 1)
    return tallies
