"""Rates as a file says them: what a day is worth at a place, and what a currency is worth in another; amounts as they are typed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TypedRate:
    """What a day at a place is worth from a day on; `where` is its line or row in the file."""

    where: str
    place: str
    since: date
    amount: str
    currency: str
    source: str
    until: date | None = None
    long_amount: str = ""


@dataclass(frozen=True, slots=True)
class TypedExchange:
    """How many `quoted` one `base` is worth in the month of a day."""

    where: str
    month: date
    base: str
    quoted: str
    rate: str
    source: str


@dataclass(frozen=True, slots=True)
class TypedRates:
    """All rates of a file."""

    daily: tuple[TypedRate, ...] = ()
    exchange: tuple[TypedExchange, ...] = ()
