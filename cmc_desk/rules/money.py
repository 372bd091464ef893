"""Money: decimals in rules, minor units in the store, rounded half up, converted once."""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowances import ZERO
from cmc_desk.rules.currencies import exponent
from cmc_desk.rules.refusal import Refusal

_SPACES = re.compile(r"[\s'’]")
_COMMA_DECIMALS = re.compile(r",\d{1,2}$")
_THOUSANDS = re.compile(r",(?=\d{3}(?:[,.]|$))")
_POINTS_THEN_COMMA = re.compile(r"\d{1,3}(\.\d{3})+,\d+")
# A million millions: nothing of a meeting is larger, and the words for amounts end there.
_LARGEST = Decimal(10) ** 12
_MOST_DIGITS = 60


def rounded(amount: Decimal, currency: str) -> Decimal:
    """Return an amount in whole minor units of its currency, rounded half up."""
    return amount.quantize(Decimal(1).scaleb(-exponent(currency)), rounding=ROUND_HALF_UP)


def to_minor(amount: Decimal, currency: str) -> int:
    """Return an amount in minor units; raises Refusal if it has more decimals than its currency."""
    minor = amount.scaleb(exponent(currency))
    if minor != minor.to_integral_value():
        raise Refusal(
            _("{amount} has more decimals than {currency} has.").format(amount=amount, currency=currency),
            field="amount",
        )
    return int(minor)


def from_minor(minor: int, currency: str) -> Decimal:
    """Return minor units as an amount."""
    return Decimal(minor).scaleb(-exponent(currency))


def converted(amount: Decimal, *, rate: Decimal, currency: str, inverse: bool = False) -> Decimal:
    """Return an amount in `currency`, rounded half up once; with `inverse` one unit of the target is worth `rate`."""
    with localcontext(prec=_MOST_DIGITS):
        return rounded(amount / rate if inverse else amount * rate, currency)


def figure(amount: Decimal | int, currency: str) -> str:
    """Return the figure of an amount (an int is minor units), in groups of three: 49 195.20."""
    value = from_minor(amount, currency) if isinstance(amount, int) else amount
    return f"{rounded(value, currency):,f}".replace(",", "\N{NARROW NO-BREAK SPACE}").replace("-", "\N{MINUS SIGN}")


def money(amount: Decimal | int, currency: str) -> str:
    """Return an amount with its currency before it (an int is minor units): USD 355.20."""
    return f"{currency}\N{NO-BREAK SPACE}{figure(amount, currency)}"


def read_amount(text: str, *, field: str = "amount") -> Decimal:
    """Return the amount that was typed, with a point or a comma before decimals.

    Raises Refusal if it is none, or below nothing.
    """
    found = read_decimal(text, field=field)
    if found < ZERO:
        raise Refusal(
            _("{text} is below nothing: an amount or a rate cannot be negative.").format(text=text), field=field
        )
    return found


def read_rate(text: str, *, field: str = "rate") -> Decimal:
    """Return the rate of exchange that was typed; raises Refusal if it is none, or not above nothing."""
    found = read_amount(text, field=field)
    if found == ZERO:
        raise Refusal(_("A rate of exchange cannot be 0."), field=field)
    return found


def read_decimal(text: str, *, field: str) -> Decimal:
    """Return the number that was typed; raises Refusal if it is none, or larger than any amount of a meeting."""
    plain = _SPACES.sub("", text).replace("\N{MINUS SIGN}", "-")
    if _POINTS_THEN_COMMA.fullmatch(plain):
        plain = plain.replace(".", "")
    if _COMMA_DECIMALS.search(plain) and "." not in plain and plain.count(",") == 1:
        plain = plain.replace(",", ".")
    elif "." in plain or plain.count(",") > 1:
        plain = _THOUSANDS.sub("", plain)
    try:
        found = Decimal(plain)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or abs(found) >= _LARGEST or "e" in plain.casefold():
        raise Refusal(_("“{text}” is no amount: type it as 1234.50.").format(text=text), field=field)
    return found
