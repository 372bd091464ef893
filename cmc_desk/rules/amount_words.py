"""Amounts in words, as receipts state them in English, Spanish, French and Dutch."""

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.currencies import exponent
from cmc_desk.rules.currency_names import Name, names_of
from cmc_desk.rules.number_words import LIMIT, number_words
from cmc_desk.rules.refusal import Refusal

_AND = {"en": "and", "es": "con", "fr": "et", "nl": "en"}
# A million is a noun in Spanish and French: a million *of* dollars.
_OF = {"es": ("de ", "de "), "fr": ("de ", "d’")}
_MILLION = 10**6
_VOWELS = "aeiouéè"


def amount_in_words(minor: int, currency: str, language: str) -> str:
    """Return an amount in minor units as words of `language`: three hundred and fifty-five United States dollars and twenty cents.

    Where the name of the currency is not known its code stands in its place, with the decimals as a fraction. Another language than
    the four is written in English. Raises Refusal for what is below nothing or too large for words.
    """
    chosen = language if language in _AND else "en"
    decimals = exponent(currency)
    whole, part = divmod(minor, 10**decimals)
    if minor < 0 or whole >= LIMIT:
        raise Refusal(_("This amount is too large, or below nothing: there are no words for it."), field="amount")
    names = names_of(currency, chosen)
    if names is None:
        fraction = f" {_AND[chosen]} {part:0{decimals}}/{10**decimals}" if decimals else ""
        return f"{number_words(whole, chosen)}{fraction} {currency}"
    words = _counted(whole, names[0], chosen)
    return f"{words} {_AND[chosen]} {_counted(part, names[1], chosen)}" if part else words


def _counted(number: int, name: Name, language: str) -> str:
    of = ""
    if number and not number % _MILLION and language in _OF:
        of = _OF[language][name.many[0] in _VOWELS]
    # French says the singular of nothing and of one.
    single = number == 1 or (number == 0 and language == "fr")
    return f"{number_words(number, language, feminine=name.feminine)} {of}{name.one if single else name.many}"
