"""What a day is worth at a place, and what a currency is worth in another: entered with where they come from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowance_stays import DailyRate
from cmc_desk.rules.currencies import checked_currency
from cmc_desk.rules.folding import clean
from cmc_desk.rules.money import from_minor, read_amount, read_rate, to_minor
from cmc_desk.rules.refusal import Refusal

_LONGEST_PLACE = 40
# With “1/” before it, for the other way round, it still has room.
_LONGEST_RATE = 20


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """How many `quoted` one `base` is worth in a month (its first day), and who says so."""

    key: str
    month: date
    base: str
    quoted: str
    rate: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class Quote:
    """How an amount is converted: times `rate`, or with `inverse` divided by it."""

    rate: Decimal
    source: str
    inverse: bool = False


@command("travel.set_rate")
def set_rate(
    tx: Tx,
    *,
    place: str,
    since: date,
    amount: str,
    currency: str,
    source: str,
    until: date | None = None,
    long_amount: str = "",
) -> str:
    """Write what a day at a place is worth from a day on, in the place of what was written for the same day; amounts are as typed.

    Raises Refusal, with the field, for a negative rate, a place or source that is missing, or an end before the beginning.
    """
    code, where = checked_currency(currency), place_key(place)
    if until is not None and until < since:
        raise Refusal(_("The rate ends before it begins: correct the dates."), field="until")
    query = select(schema.AllowanceRate).where(
        schema.AllowanceRate.place == where,
        schema.AllowanceRate.since == since,
        schema.AllowanceRate.currency == code,
    )
    row = tx.session.scalars(query).first()
    found = row or schema.AllowanceRate(id=tx.new_id(), place=where, since=since, currency=code)
    found.until = until
    found.amount = _minor(amount, code, "amount")
    found.long_amount = _minor(long_amount, code, "long_amount") if long_amount.strip() else None
    found.source = _source(source)
    if row is None:
        tx.session.add(found)
    return found.id


@command("travel.remove_rate")
def remove_rate(tx: Tx, *, rate: str) -> None:
    """Remove a daily rate; what was computed with it stays as it is."""
    row = tx.session.get(schema.AllowanceRate, rate)
    if row is None:
        raise _gone()
    tx.session.delete(row)


@command("travel.set_exchange_rate")
def set_exchange_rate(tx: Tx, *, month: date, base: str, quoted: str, rate: str, source: str) -> str:
    """Write how many `quoted` one `base` is worth in the month of a day; what stood there before is replaced."""
    first = month.replace(day=1)
    codes = checked_currency(base, field="base"), checked_currency(quoted, field="quoted")
    if codes[0] == codes[1]:
        raise Refusal(_("A currency is always worth itself: choose two."), field="quoted")
    found = f"{read_rate(rate).normalize():f}"
    if len(found) > _LONGEST_RATE:
        raise Refusal(_("A rate of exchange has {number} figures at most.").format(number=_LONGEST_RATE), field="rate")
    query = select(schema.ExchangeRate).where(
        schema.ExchangeRate.month == first,
        schema.ExchangeRate.base == codes[0],
        schema.ExchangeRate.quoted == codes[1],
    )
    row = tx.session.scalars(query).first()
    kept = row or schema.ExchangeRate(id=tx.new_id(), month=first, base=codes[0], quoted=codes[1])
    kept.rate, kept.source = found, _source(source)
    if row is None:
        tx.session.add(kept)
    return kept.id


@command("travel.remove_exchange_rate")
def remove_exchange_rate(tx: Tx, *, rate: str) -> None:
    """Remove a rate of exchange; what was approved with it stays as it is."""
    row = tx.session.get(schema.ExchangeRate, rate)
    if row is None:
        raise _gone()
    tx.session.delete(row)


def daily_rates(session: Session) -> tuple[DailyRate, ...]:
    """Return the daily rates by place, currency and beginning."""
    table = schema.AllowanceRate
    return tuple(
        DailyRate(
            key=row.id,
            place=row.place,
            since=row.since,
            until=row.until,
            amount=from_minor(row.amount, row.currency),
            long_amount=None if row.long_amount is None else from_minor(row.long_amount, row.currency),
            currency=row.currency,
            source=row.source,
        )
        for row in session.scalars(select(table).order_by(table.place, table.currency, table.since))
    )


def exchange_rates(session: Session) -> tuple[ExchangeRate, ...]:
    """Return the rates of exchange by month and currencies."""
    table = schema.ExchangeRate
    return tuple(
        ExchangeRate(row.id, row.month, row.base, row.quoted, Decimal(row.rate), row.source)
        for row in session.scalars(select(table).order_by(table.month, table.base, table.quoted))
    )


def quote(rates: tuple[ExchangeRate, ...], *, base: str, quoted: str, day: date) -> Quote | None:
    """Return how `base` is converted in the month of a day, by either way round of the rate; None if nobody entered one."""
    if base == quoted:
        return Quote(Decimal(1), "")
    month = day.replace(day=1)
    for one in rates:
        if one.month == month and (one.base, one.quoted) in ((base, quoted), (quoted, base)):
            return Quote(one.rate, one.source, inverse=one.base == quoted)
    return None


def place_key(place: str) -> str:
    """Return a place as rates are found by: an airport's code in capitals, or a name; raises Refusal if it is empty or too long."""
    found = clean(place)
    if not 0 < len(found) <= _LONGEST_PLACE:
        raise Refusal(_("Type the place: the code of its airport, such as KIN, or its name."), field="place")
    return found.upper() if len(found) == 3 else found


def _minor(text: str, currency: str, field: str) -> int:
    try:
        return to_minor(read_amount(text, field=field), currency)
    except Refusal as refusal:
        raise Refusal(refusal.sentence, field=field) from None


def _source(text: str) -> str:
    found = clean(text)
    if not found:
        raise Refusal(_("Where does the rate come from? Type its source: it stands on every sheet."), field="source")
    return found


def _gone() -> Refusal:
    return Refusal(_("This rate is not there any more."), field="rate")
