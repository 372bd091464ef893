"""Whole numbers in words, as they stand on receipts, in the four languages of the Caribbean; from 0 to below a million millions."""

from collections.abc import Sequence

LIMIT = 10**12
_SIZES = (10**9, 10**6, 10**3)

_EN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_SIZES = dict(zip(_SIZES, ("billion", "million", "thousand"), strict=True))

_ES = (
    *("cero", "", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"),
    *("trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", ""),
    *("veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho"),
    "veintinueve",
)
_ES_TENS = ("", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_ES_HUNDREDS = (
    *("", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos"),
    *("ochocientos", "novecientos"),
)

_FR = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize"),
    *("quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
# Seventy and ninety are said as sixty and eighty with ten to nineteen.
_FR_TENS = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt")

_NL = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    *("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"),
)
_NL_TENS = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def number_words(number: int, language: str, *, feminine: bool = False) -> str:
    """Return a number in words before a noun of that gender; English for any other language than es, fr and nl."""
    if language == "es":
        return spanish(number, feminine=feminine)
    if language == "fr":
        return french(number, feminine=feminine)
    return dutch(number) if language == "nl" else english(number)


def english(number: int) -> str:
    """Return a number as British English, which the United Nations write, says it: three hundred and fifty-five."""
    if number < 20:
        return _EN[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return _EN_TENS[tens] + (f"-{_EN[rest]}" if rest else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_EN[hundreds]} hundred" + (f" and {english(rest)}" if rest else "")
    size = _size(number)
    count, rest = divmod(number, size)
    between = " and " if rest < 100 else " "
    return f"{english(count)} {_EN_SIZES[size]}" + (f"{between}{english(rest)}" if rest else "")


def spanish(number: int, *, feminine: bool = False) -> str:
    """Return a number as Spanish says it before a noun: “uno” is shortened, hundreds and ones follow the gender of the noun."""
    if number < 1000:
        return _spanish_hundreds(number, feminine=feminine, one="una" if feminine else "un")
    if number < 10**6:
        thousands, rest = divmod(number, 1000)
        # “Mil” alone; before it “uno” is shortened for both genders, and hundreds still follow the noun.
        count = "" if thousands == 1 else f"{_spanish_hundreds(thousands, feminine=feminine, one='un')} "
        return f"{count}mil" + (f" {spanish(rest, feminine=feminine)}" if rest else "")
    # “Millón” is a masculine noun of its own; a thousand millions has no other word.
    millions, rest = divmod(number, 10**6)
    word = "un millón" if millions == 1 else f"{spanish(millions)} millones"
    return word + (f" {spanish(rest, feminine=feminine)}" if rest else "")


def french(number: int, *, feminine: bool = False, more: bool = False) -> str:
    """Return a number as French says it; before “mille” (`more`) neither hundreds nor eighty have an s."""
    if number < 100:
        return _french_below_hundred(number, feminine=feminine, more=more)
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        cent = "cent" if hundreds == 1 else f"{_FR[hundreds]} cent"
        if rest:
            return f"{cent} {french(rest, feminine=feminine, more=more)}"
        return f"{cent}s" if hundreds > 1 and not more else cent
    size = _size(number)
    count, rest = divmod(number, size)
    tail = f" {french(rest, feminine=feminine, more=more)}" if rest else ""
    if size == 1000:
        return ("mille" if count == 1 else f"{french(count, more=True)} mille") + tail
    # “Million” and “milliard” are nouns: what counts them keeps its s.
    word = "million" if size == 10**6 else "milliard"
    return f"{french(count)} {word}{'s' if count > 1 else ''}{tail}"


def dutch(number: int) -> str:
    """Return a number as Dutch says it: one word up to “duizend”, a space after it, and “miljoen” by itself."""
    if number == 1:
        return "één"
    if number < 10**6:
        return _dutch_thousands(number)
    size = _size(number)
    count, rest = divmod(number, size)
    word = "miljoen" if size == 10**6 else "miljard"
    return f"{dutch(count)} {word}" + (f" {dutch(rest) if rest > 1 else 'een'}" if rest else "")


def _size(number: int, sizes: Sequence[int] = _SIZES) -> int:
    return next(size for size in sizes if number >= size)


def _spanish_hundreds(number: int, *, feminine: bool, one: str) -> str:
    hundreds, rest = divmod(number, 100)
    if number == 100:
        return "cien"
    if not hundreds:
        return _spanish_below_hundred(rest, one)
    word = _ES_HUNDREDS[hundreds]
    if feminine and hundreds > 1:
        word = f"{word[:-2]}as"
    return f"{word} {_spanish_below_hundred(rest, one)}" if rest else word


def _spanish_below_hundred(number: int, one: str) -> str:
    tens, rest = divmod(number, 10)
    if rest != 1 or number == 11:
        return _ES[number] if number < 30 else _ES_TENS[tens] + (f" y {_ES[rest]}" if rest else "")
    if number == 1:
        return one
    if number == 21:
        return "veintiún" if one == "un" else f"veinti{one}"
    return f"{_ES_TENS[tens]} y {one}"


def _french_below_hundred(number: int, *, feminine: bool, more: bool) -> str:
    if number == 1 and feminine:
        return "une"
    if number < 20:
        return _FR[number]
    tens, rest = divmod(number, 10)
    if tens in (7, 9):
        rest += 10
    word = _FR_TENS[tens]
    if not rest:
        return word + ("s" if number == 80 and not more else "")
    one = "une" if rest == 1 and feminine else _FR[rest]
    # Twenty-one to seventy-one have “et”, eighty-one and ninety-one do not.
    return f"{word} et {one}" if rest in (1, 11) and tens < 8 else f"{word}-{one}"


def _dutch_thousands(number: int) -> str:
    if number < 20:
        return _NL[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        # Two and three end in e, which is parted from the next by two dots.
        between = "ën" if rest in (2, 3) else "en"
        return f"{_NL[rest]}{between}{_NL_TENS[tens]}" if rest else _NL_TENS[tens]
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return ("" if hundreds == 1 else _NL[hundreds]) + "honderd" + (_dutch_thousands(rest) if rest else "")
    thousands, rest = divmod(number, 1000)
    count = "" if thousands == 1 else _dutch_thousands(thousands)
    return f"{count}duizend" + (f" {_dutch_thousands(rest)}" if rest else "")
