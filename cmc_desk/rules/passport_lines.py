"""Passports: the two lines at the foot of their page (ICAO 9303), typed or scanned, with the digits that check them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

LENGTH = 44
_CHARACTERS = re.compile(r"[A-Z0-9<]*")
_WEIGHTS = (7, 3, 1)
# What a tired eye and a bad scan take for a digit, where only digits can stand.
_AS_DIGITS = str.maketrans("OQDIZSBG", "00012586")
_HALF_A_CENTURY = timedelta(days=18_262)


@dataclass(frozen=True, slots=True)
class PassportLines:
    """What the lines say. No digit checks the names: compare them with the page by eye."""

    issuer: str
    family_name: str
    given_name: str
    number: str
    nationality: str
    birth: date
    expires: date

    @property
    def name(self) -> str:
        """Given and family name, in capitals, as the lines have them."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)


def looks_like_passport_lines(text: str) -> bool:
    """Return whether a scan can be the lines of a passport."""
    return _joined(text).startswith("P") and len(_joined(text)) == 2 * LENGTH


def looks_like_a_passport_line(text: str) -> bool:
    """Tell whether a scan is one of the two lines of a passport, so that it is taken for no badge and kept nowhere."""
    joined = _joined(text)
    return len(joined) == LENGTH and "<" in joined and bool(_CHARACTERS.fullmatch(joined))


def last_of(number: str) -> str:
    """Return the end of the number of a passport, by which people recognise it: four characters, of a short one fewer."""
    return number[-4:] if len(number) > _SHORT else number[-2:]


def hidden(number: str) -> str:
    """Return the number of a passport as the journal keeps it."""
    found = "".join(number.split()).replace("-", "").upper()
    return f"…{last_of(found)}" if len(found) > 1 else "…"


# The end of a number that has no more than this would be most of it.
_SHORT = 5


def read_passport_lines(text: str, *, today: date) -> PassportLines:
    """Return what the two lines of a passport say; `today` tells the century of their dates.

    Small letters and spaces are forgiven, and so are letters where only digits can stand. Raises Refusal, naming what does not agree
    with its check digit.
    """
    joined = _joined(text)
    if len(joined) != 2 * LENGTH:
        raise Refusal(
            _("The two lines of a passport have 44 characters each; {number} were typed of 88.").format(
                number=len(joined)
            ),
            field="lines",
        )
    first, second = joined[:LENGTH], joined[LENGTH:]
    if not first.startswith("P") or not _CHARACTERS.fullmatch(joined):
        raise Refusal(
            _(
                "These are not the lines of a passport: the first begins with P, and there are only letters, digits and <."
            ),
            field="lines",
        )
    number, birth, expires = second[:9], _digits(second[13:19]), _digits(second[21:27])
    extra, check = second[28:42], _digits(second[43])
    _check(number, _digits(second[9]), _("number"))
    _check(birth, _digits(second[19]), _("date of birth"))
    _check(expires, _digits(second[27]), _("date of expiry"))
    whole = number + _digits(second[9]) + birth + _digits(second[19]) + expires + _digits(second[27]) + extra
    last = _digits(second[42]) if second[42] != "<" else "<"
    # Where nothing stands in the last field its digit may be left out.
    if extra.strip("<") or last not in ("<", "0"):
        _check(extra, last, _("personal number"))
    _check(whole + last, check, _("whole line"))
    family, _two, given = first[5:].partition("<<")
    return PassportLines(
        issuer=first[2:5].rstrip("<"),
        family_name=_words(family),
        given_name=_words(given),
        number=number.rstrip("<"),
        nationality=second[10:13].rstrip("<"),
        birth=_date(birth, _("date of birth"), latest=today),
        expires=_date(expires, _("date of expiry"), latest=today + _HALF_A_CENTURY),
    )


def check_digit(field: str) -> int:
    """Return the digit that checks a field: digits count as they are, letters from A = 10, and < as nothing."""
    return sum(_value(sign) * _WEIGHTS[place % 3] for place, sign in enumerate(field)) % 10


def _value(sign: str) -> int:
    return 0 if sign == "<" else int(sign, 36)


def _check(field: str, digit: str, name: str) -> None:
    if not digit.isdigit() or int(digit) != check_digit(field):
        raise Refusal(
            _("The {field} and its check digit do not agree: compare the second line with the passport.").format(
                field=name
            ),
            field="lines",
        )


def _date(digits: str, name: str, *, latest: date) -> date:
    """Return a date with two digits for the year: the last such date that is not after `latest`."""
    century = latest.year // 100 * 100
    for years in (century, century - 100):
        try:
            found = date(years + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
        except ValueError:
            continue
        if found <= latest:
            return found
    raise Refusal(
        _("The {field} is no date: compare the second line with the passport.").format(field=name), field="lines"
    )


def _digits(text: str) -> str:
    return text.translate(_AS_DIGITS)


def _joined(text: str) -> str:
    return "".join(text.upper().split())


def _words(field: str) -> str:
    return " ".join(field.replace("<", " ").split())
