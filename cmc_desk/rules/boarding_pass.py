"""Boarding passes: the text in their bar code (IATA resolution 792), read as legs that were flown."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

_NAME_FIELD = slice(2, 22)
_FIRST_LEG = 23
_LEG = 37
_FORM = re.compile(r"M[1-4]")
_BODY = re.compile(
    r"(?P<locator>[A-Z0-9 ]{7})(?P<origin>[A-Z]{3})(?P<destination>[A-Z]{3})(?P<carrier>[A-Z0-9 ]{3})"
    r"(?P<number>[0-9 ]{4}[A-Z ])(?P<day>[0-9 ]{3})(?P<cabin>[A-Z ])(?P<seat>[0-9A-Z ]{4})(?P<sequence>[0-9A-Z ]{5})"
    r"(?P<status>[0-9A-Z ])(?P<more>[0-9A-F]{2})"
)


@dataclass(frozen=True, slots=True)
class BoardedLeg:
    """A leg as a boarding pass has it: `day` is the day of the year, on which it leaves; a locator may be missing."""

    locator: str
    carrier: str
    number: str
    origin: str
    destination: str
    day: int
    seat: str


@dataclass(frozen=True, slots=True)
class BoardingPass:
    """What the bar code says: the name as the airline prints it (cut after 20 letters), and up to four legs."""

    name: str
    legs: tuple[BoardedLeg, ...]

    @property
    def cut(self) -> bool:
        """Whether the name fills its field, so that letters may be missing at its end."""
        return len(self.name) >= _NAME_FIELD.stop - _NAME_FIELD.start


def looks_like_a_boarding_pass(text: str) -> bool:
    """Return whether a scan can be a boarding pass, so that it is told from a badge."""
    return bool(_FORM.match(text)) and len(text.rstrip("\r\n")) >= _FIRST_LEG + _LEG - 2 and "/" in text[_NAME_FIELD]


def read_boarding_pass(text: str) -> BoardingPass:
    """Return what the bar code of a boarding pass says; raises Refusal if the text is none."""
    # A scanner may cut the spaces at the end, and with them what says how long the rest is.
    text = text.strip("\r\n").ljust(_FIRST_LEG + _LEG)
    if not _FORM.match(text) or "/" not in text[_NAME_FIELD]:
        raise _none()
    legs, place = [], _FIRST_LEG
    for _number in range(int(text[1])):
        found = _BODY.fullmatch(text[place : place + _LEG])
        # A misread sign is a space within the digits.
        if found is None or not (found["day"].strip().isdigit() and found["number"][:4].strip().isdigit()):
            raise _none()
        if not 1 <= int(found["day"]) <= 366:
            raise _none()
        legs.append(
            BoardedLeg(
                locator=found["locator"].strip(),
                carrier=found["carrier"].strip(),
                number=f"{int(found['number'][:4])}{found['number'][4:].strip()}",
                origin=found["origin"],
                destination=found["destination"],
                day=int(found["day"]),
                seat=found["seat"].strip().lstrip("0"),
            )
        )
        place += _LEG + int(found["more"], 16)
    return BoardingPass(text[_NAME_FIELD].strip(), tuple(legs))


def flown_on(day: int, near: date) -> date:
    """Return the date of a day of the year, which says no year: the one nearest to the meeting."""
    candidates = [
        first + timedelta(days=day - 1)
        for year in (near.year - 1, near.year, near.year + 1)
        if (first := date(year, 1, 1)) and (first + timedelta(days=day - 1)).year == year
    ]
    # In three years there may be none with a 366th day: then the last of the year was meant.
    if not candidates:
        return date(near.year, 12, 31)
    return min(candidates, key=lambda candidate: abs(candidate - near))


def _none() -> Refusal:
    return Refusal(
        _("This is not the bar code of a boarding pass: scan the square or striped code on it, not the receipt."),
        field="text",
    )
