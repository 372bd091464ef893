"""Numbers of paragraphs as a list of a word processor counts them: which list continues, and where a new one begins."""

import re
from dataclasses import dataclass
from enum import StrEnum

_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,5}")
# The longest Roman numeral has fifteen letters.
_SIGNED = re.compile(r"(\(?)([a-z]{1,15}|[A-Z]{1,15}|\d{1,3})(\)?)")
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")),
    *((9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class NumberForm(StrEnum):
    """How a number of a list is written, by the names that Word has for it."""

    DECIMAL = "decimal"
    LOWER_LETTER = "lowerLetter"
    UPPER_LETTER = "upperLetter"
    LOWER_ROMAN = "lowerRoman"
    UPPER_ROMAN = "upperRoman"


@dataclass(frozen=True, slots=True)
class ListNumber:
    """A number that a list can count: `places` are its values from the first level on, `before` and `after` the signs around it."""

    form: NumberForm
    places: tuple[int, ...]
    before: str = ""
    after: str = ""

    @property
    def kind(self) -> tuple[NumberForm, str, str]:
        """What numbers of one list share."""
        return (self.form, self.before, self.after)


def written(form: str, value: int) -> str:
    """Return a value in the form in which Word counts; forms that we have no use for are written as figures."""
    if form in (NumberForm.LOWER_ROMAN, NumberForm.UPPER_ROMAN) and 0 < value < 4000:
        letters = ""
        for worth, sign in _VALUES:
            letters += sign * (value // worth)
            value %= worth
        return letters if form == NumberForm.LOWER_ROMAN else letters.upper()
    if form in (NumberForm.LOWER_LETTER, NumberForm.UPPER_LETTER) and 0 < value <= 26 * 30:
        # After z come aa, bb, cc.
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters if form == NumberForm.LOWER_LETTER else letters.upper()
    return f"{value:02}" if form == "decimalZero" else str(value)


def list_number(label: str, before: ListNumber | None = None) -> ListNumber | None:
    """Return the number of a label, or None if no list counts to it (3 bis); `before` is the last one at its level.

    A single letter that is a Roman numeral too is one if it begins or continues such a list: (i) after (h) is a letter.
    """
    if _DOTTED.fullmatch(label):
        places = tuple(int(one) for one in label.split("."))
        return ListNumber(NumberForm.DECIMAL, places, after=".") if all(places) else None
    found = _SIGNED.fullmatch(label)
    if found is None or (found[1] and not found[3]):
        return None
    letters, signs = found[2], (found[1], found[3] or ".")
    if letters.isdigit():
        return ListNumber(NumberForm.DECIMAL, (int(letters),), *signs) if int(letters) else None
    candidates = tuple(_candidates(letters, signs))
    follows = before is not None and [one for one in candidates if _continues(before, one)]
    if follows:
        return follows[0]
    # A list begins at its first number: (i) is the first of Roman numerals, (c) on its own the third of letters.
    return next((one for one in candidates if one.places == (1,)), candidates[-1] if candidates else None)


def _candidates(letters: str, signs: tuple[str, str]) -> list[ListNumber]:
    lower = letters.islower()
    small = letters.lower()
    found = []
    if _ROMAN.fullmatch(small):
        form = NumberForm.LOWER_ROMAN if lower else NumberForm.UPPER_ROMAN
        found.append(ListNumber(form, (_roman(small),), *signs))
    if len(set(small)) == 1:
        form = NumberForm.LOWER_LETTER if lower else NumberForm.UPPER_LETTER
        found.append(ListNumber(form, (ord(small[0]) - ord("a") + 1 + 26 * (len(small) - 1),), *signs))
    return found


def _continues(before: ListNumber, after: ListNumber) -> bool:
    return before.kind == after.kind and after.places == (before.places[0] + 1,)


def _roman(letters: str) -> int:
    value = 0
    for worth, sign in _VALUES:
        while letters.startswith(sign):
            value, letters = value + worth, letters[len(sign) :]
    return value
