"""What is known of currencies: how many decimals they have, and in which notes they are paid out."""

from collections.abc import Mapping

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

_USUAL_EXPONENT = 2
# ISO 4217; every other currency has two decimals.
_EXPONENTS: Mapping[str, int] = {
    **dict.fromkeys(
        (
            *("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV"),
            *("XAF", "XOF", "XPF"),
        ),
        0,
    ),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}
# In whole units, the largest first; what is smaller than the last is paid in coins.
_NOTES: Mapping[str, tuple[int, ...]] = {
    "ANG": (100, 50, 25, 10),
    "AWG": (200, 100, 50, 25, 10),
    "BBD": (100, 50, 20, 10, 5, 2),
    "BMD": (100, 50, 20, 10, 5, 2),
    "BSD": (100, 50, 20, 10, 5, 1),
    "BZD": (100, 50, 20, 10, 5, 2),
    "CUP": (1000, 500, 200, 100, 50, 20, 10, 5),
    "DOP": (2000, 1000, 500, 200, 100, 50),
    "EUR": (200, 100, 50, 20, 10, 5),
    "GBP": (50, 20, 10, 5),
    "GYD": (5000, 1000, 500, 100, 50, 20),
    "HTG": (1000, 500, 250, 100, 50, 25, 10),
    "JMD": (5000, 1000, 500, 100, 50),
    "JPY": (10000, 5000, 1000),
    "KYD": (100, 50, 25, 10, 5, 1),
    "SRD": (100, 50, 20, 10, 5),
    "TTD": (100, 50, 20, 10, 5, 1),
    "USD": (100, 50, 20, 10, 5, 1),
    "XCD": (100, 50, 20, 10, 5),
    "XCG": (200, 100, 50, 20, 10),
}
# Whole units to which cash is rounded where nothing else is settled; where there is none, nothing is rounded.
_CASH_STEPS: Mapping[str, int] = {"JMD": 50, "HTG": 10, "GYD": 20, "DOP": 50}


def checked_currency(code: str, *, field: str = "currency") -> str:
    """Return a currency in capitals; raises Refusal if it is no code of three letters."""
    found = code.strip().upper()
    if len(found) != 3 or not (found.isascii() and found.isalpha()):
        raise Refusal(_("A currency is a code of three letters, such as USD or JMD."), field=field)
    return found


def exponent(currency: str) -> int:
    """Return how many decimals amounts of a currency have."""
    return _EXPONENTS.get(currency, _USUAL_EXPONENT)


def notes_of(currency: str) -> tuple[int, ...]:
    """Return the notes of a currency in minor units, the largest first; none if they are not known."""
    return tuple(note * 10 ** exponent(currency) for note in _NOTES.get(currency, ()))


def usual_cash_step(currency: str) -> int:
    """Return the minor units to which cash is rounded where the meeting has not settled anything else; 1 rounds nothing."""
    return _CASH_STEPS[currency] * 10 ** exponent(currency) if currency in _CASH_STEPS else 1
