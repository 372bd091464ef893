"""The styles in which provisions are numbered: 3., (a), (ii), II, 2.1."""

import re
from dataclasses import dataclass
from enum import StrEnum

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_VALUES = {digits: value for value, digits in _ROMAN if len(digits) == 1}
_WHOLE_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_LABEL = re.compile(
    r"(?P<before>(?:[^\W\d_]+\s+)?[^\w]*)(?P<above>(?:\w+\.)*?)(?P<number>\d+|[A-Za-z]+)(?P<after>[^\w]*)"
)


class Digits(StrEnum):
    """What a number is written with."""

    ARABIC = "arabic"
    LETTER = "letter"
    ROMAN = "roman"


@dataclass(frozen=True, slots=True)
class Style:
    """How a series of numbers is written: between which signs, with which digits, below the number above it or by itself.

    What does not count is kept as it is: it is `fixed`.
    """

    digits: Digits = Digits.ARABIC
    before: str = ""
    after: str = ""
    capital: bool = False
    below: bool = False
    fixed: str = ""


def style_of(label: str, above: str = "") -> Style:
    """Return the style of the series that begins with a number; "(i)" and "I" begin a Roman one, "(a)" one of letters."""
    read = _LABEL.fullmatch(label.strip())
    if read is None:
        return Style(fixed=label)
    number = read["number"]
    if number.isdigit():
        digits = Digits.ARABIC
    elif from_roman(number) and (number.casefold() == "i" or len(number) > 1):
        digits = Digits.ROMAN
    elif len(set(number.casefold())) == 1:
        digits = Digits.LETTER
    else:
        return Style(fixed=label)
    below = bool(read["above"]) and read["above"].rstrip(".") == above
    before = read["before"] + ("" if below else read["above"])
    return Style(digits, before, read["after"], number.isupper(), below)


def written(style: Style, count: int, above: str = "") -> str:
    """Return the number with which a series that counts has come to `count`, below the number `above` if the style says so."""
    number = str(count)
    if style.digits is not Digits.ARABIC:
        number = to_roman(count) if style.digits is Digits.ROMAN else to_letters(count)
    parent = f"{above}." if style.below else ""
    return f"{style.before}{parent}{number.upper() if style.capital else number}{style.after}"


def ordinal(label: str) -> int:
    """Return how far a number has come in its series, 0 if it is none: "3" and "2.3" are 3, "(b)" is 2."""
    style = style_of(label, _above(label))
    if style.fixed or not label.strip():
        return 0
    number = re.findall(r"\d+|[A-Za-z]+", label)[-1]
    if style.digits is Digits.ARABIC:
        return int(number)
    return from_roman(number) if style.digits is Digits.ROMAN else from_letters(number)


def to_roman(count: int) -> str:
    """Return a count in small Roman digits."""
    written_so_far = ""
    for value, digits in _ROMAN:
        times, count = divmod(count, value)
        written_so_far += digits * times
    return written_so_far


def from_roman(digits: str) -> int:
    """Return the count that Roman digits are, 0 if they are none."""
    small = digits.casefold()
    if not small or _WHOLE_ROMAN.fullmatch(small) is None:
        return 0
    values = [_VALUES[digit] for digit in small]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def to_letters(count: int) -> str:
    """Return a count as a letter, as two of the same after z, and so on."""
    times, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def from_letters(letters: str) -> int:
    """Return the count that letters of one kind are."""
    return ord(letters[0].casefold()) - ord("a") + 1 + 26 * (len(letters) - 1)


def _above(label: str) -> str:
    return label.strip().rstrip(".").rpartition(".")[0]
