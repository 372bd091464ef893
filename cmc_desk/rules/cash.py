"""Cash: rounded to what can be handed out, and counted in notes for the bank and for each envelope."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import gcd

# How many notes fewer than would fit are tried, so that 40 is paid as 2 × 20 where there are 25, 20 and 10.
_FEWER = 3


@dataclass(frozen=True, slots=True)
class Rounded:
    """An amount in minor units as it is handed out: `paid` is `exact` and `rounding`, which is a line of its own."""

    exact: int
    rounding: int

    @property
    def paid(self) -> int:
        """What is handed out."""
        return self.exact + self.rounding


@dataclass(frozen=True, slots=True)
class Notes:
    """How an amount is made of notes: (note, how many), the largest first, and what is left for coins."""

    amount: int
    counts: tuple[tuple[int, int], ...]
    coins: int


def cash_rounded(exact: int, step: int) -> Rounded:
    """Return an amount rounded to the nearest multiple of `step`, half up; a step of 1 rounds nothing."""
    paid = (2 * exact + step) // (2 * step) * step
    return Rounded(exact, paid - exact)


def in_notes(amount: int, notes: Sequence[int]) -> Notes:
    """Return `amount` (not below 0) in few notes; coins are needed only for what no notes make."""
    ordered = tuple(sorted(set(notes), reverse=True))
    counts = _exactly(amount - amount % (gcd(*ordered) or 1), ordered) if ordered else ()
    if counts is None:
        counts = _as_they_fit(amount, ordered)
    used = tuple((note, count) for note, count in zip(ordered, counts, strict=True) if count)
    return Notes(amount, used, amount - sum(note * count for note, count in used))


def together(envelopes: Iterable[Notes]) -> Notes:
    """Return what the bank is asked for, so that every envelope can be filled."""
    whole: Counter[int] = Counter()
    amount = coins = 0
    for one in envelopes:
        amount, coins = amount + one.amount, coins + one.coins
        whole.update(dict(one.counts))
    return Notes(amount, tuple(sorted(whole.items(), reverse=True)), coins)


def by_currency(amounts: Iterable[tuple[str, int]], notes: Mapping[str, Sequence[int]]) -> dict[str, Notes]:
    """Return what the bank is asked for in each currency, for amounts that are handed out one by one."""
    envelopes: dict[str, list[Notes]] = {}
    for currency, amount in amounts:
        envelopes.setdefault(currency, []).append(in_notes(amount, notes.get(currency, ())))
    return {currency: together(envelopes[currency]) for currency in sorted(envelopes)}


def _exactly(amount: int, notes: Sequence[int]) -> tuple[int, ...] | None:
    """Return how many of each note make `amount`, or None if a few tries find none."""
    if not notes or not amount:
        return None if amount else (0,) * len(notes)
    most = amount // notes[0]
    for count in range(most, max(most - _FEWER, -1), -1):
        rest = _exactly(amount - count * notes[0], notes[1:])
        if rest is not None:
            return (count, *rest)
    return None


def _as_they_fit(amount: int, notes: Sequence[int]) -> tuple[int, ...]:
    counts = []
    for note in notes:
        counts.append(amount // note)
        amount %= note
    return tuple(counts)
