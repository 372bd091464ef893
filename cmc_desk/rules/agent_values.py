"""The cells of an agency's list: dates without a year, times with +1, flights and routes however they are written."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_values import read_clock, stamp_day
from cmc_desk.rules.folding import fold
from cmc_desk.rules.money import read_amount
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Direction

_FLIGHT = re.compile(r"([A-Z]{3}|[A-Z][A-Z0-9]|[0-9][A-Z])?\s*-?\s*(\d{1,4}[A-Z]?)")
_CODE = re.compile(r"(?<![A-Z])([A-Z]{3})(?![A-Z])")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_WORDS = re.compile(r"(?:[a-z]{2,}\s+)?(\d{1,2})\s*(?:de\s+)?([a-z]{3,})(?:\s*(?:de\s+)?(\d{2}(?:\d{2})?))?")
_ENGLISH = re.compile(r"(?:[a-z]{2,}\s+)?([a-z]{3,})\s+(\d{1,2})(?:\s+(\d{4}))?")
_FIGURES = re.compile(r"(\d{1,2})\s(\d{1,2})(?:\s(\d{2}(?:\d{2})?))?")
# In the languages of the Caribbean, as they begin.
_MONTH_WORDS = (
    "jan ene|feb fev|mar maa mrt|apr abr avr|may mai mei|jun juin|jul juil|aug ago aou|sep set|oct okt|nov|dec dic"
)
_MONTHS: dict[str, int] = {
    beginning: number
    for number, beginnings in enumerate(_MONTH_WORDS.split("|"), 1)
    for beginning in beginnings.split()
}
_LATER = re.compile(r"\s*(?:\(\s*\+\s*(\d)\s*\)|\+\s*(\d)(?:\s*[dj])?)\s*$")
_A_YEAR = timedelta(days=400)
_HALF = re.compile(r"(\d{3,4})([AP])")
_MONEY = re.compile(r"([A-Z]{3})?\s*([\d.,'’\s]*\d)\s*([A-Z]{3})?")
_OUT = frozenset({"out", "outbound", "ida", "aller", "heen", "onward", "to meeting", "inbound to meeting"})
_BACK = frozenset({"back", "return", "vuelta", "regreso", "retour", "terug", "homeward"})


def read_flight(text: str, carrier: str = "") -> tuple[str, str]:
    """Return carrier and number of a flight: BW 415, BW0415, or 415 with the carrier in a column of its own; raises Refusal."""
    found = _FLIGHT.fullmatch(text.upper().strip())
    code = (found and found[1]) or carrier.strip().upper()
    if found is None or not code:
        raise Refusal(_("“{text}” is no flight: it should read as BW 415.").format(text=text))
    return code, found[2]


def read_airport(text: str) -> str:
    """Return the code of an airport from KIN, Kingston (KIN) or KIN Kingston; raises Refusal if there is none."""
    found = _CODE.search(text) or _CODE.fullmatch(text.strip().upper())
    if found is None:
        raise Refusal(_("“{text}” has no code of an airport: write its three letters.").format(text=text))
    return found[1]


def read_route(text: str) -> tuple[str, str]:
    """Return from where to where a route leads: BGI-KIN, BGIKIN, Bridgetown (BGI) – Kingston (KIN); raises Refusal."""
    letters = text.strip()
    if re.fullmatch(r"[A-Za-z]{6}", letters):
        return letters[:3].upper(), letters[3:].upper()
    found = _CODE.findall(text) or _CODE.findall(text.upper())
    if len(found) != 2:
        raise Refusal(_("“{text}” is no route of one flight: it should read as BGI-KIN.").format(text=text))
    return found[0], found[1]


def read_day(text: str, near: date) -> date:
    """Return a day: 04DEC, 4 Dec 2019, 2019-12-04, 04/12/2019 (the day first); without a year the one nearest to `near`.

    Raises Refusal if it is none.
    """
    parts = _day_parts(text)
    if parts is not None:
        year, month, day = parts
        years = (near.year - 1, near.year, near.year + 1) if year is None else (year,)
        found = [one for one in (_date(number, month, day) for number in years) if one is not None]
        if found:
            return min(found, key=lambda one: abs(one - near))
    raise Refusal(_("“{text}” is no day: it should read as 4 Dec 2019 or 2019-12-04.").format(text=text))


def read_time(text: str) -> tuple[time, int]:
    """Return a time of day, and how many days later it is said to be: 1610+1; raises Refusal."""
    days = 0
    if later := _LATER.search(text):
        days, text = int(later[1] or later[2]), text[: later.start()]
    if half := _HALF.fullmatch(text.strip().upper()):
        text = f"{half[1]} {half[2]}m"
    clock = read_clock(text.strip(), minutes=False)
    return time_of(clock), days + clock.days


def time_of(clock: timedelta) -> time:
    """Return the time of day that it is so long after midnight."""
    minutes = clock // timedelta(minutes=1) % (24 * 60)
    return time(minutes // 60, minutes % 60)


def day_in(text: str) -> date | None:
    """Return the day in a cell that holds day and time together."""
    return stamp_day(text)


def read_until(text: str, near: date) -> datetime:
    """Return until when a ticket is held, on the clocks of the meeting; a day alone means its end. Raises Refusal."""
    if ":" in text and (stamp := stamp_day(text)) is not None:
        return datetime.combine(stamp, read_time(text)[0])
    head, _space, tail = text.strip().rpartition(" ")
    whole = _day_or_none(text, near)
    # 20NOV 1800 is six in the evening, and 20 Nov 2019 is a day.
    if whole is not None and abs(whole - near) <= _A_YEAR:
        return datetime.combine(whole, time(23, 59))
    return datetime.combine(read_day(head or text, near), read_time(tail)[0])


def read_fare(text: str, currency: str = "") -> tuple[Decimal, str]:
    """Return an amount and its currency: 412.50, USD 412.50, 412,50 EUR; raises Refusal if it is no amount or says no currency."""
    found = _MONEY.fullmatch(text.strip().upper())
    code = currency.strip().upper() or (found and (found[1] or found[3])) or ""
    amount = read_amount(found[2] if found is not None else text, field="fare")
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise Refusal(_("“{text}” says no currency: write it as USD 412.50.").format(text=text))
    return amount, code


def read_direction(text: str) -> Direction | None:
    """Return whether a leg leads to the meeting or home, if the list says it."""
    word = fold(text)
    return Direction.OUT if word in _OUT else Direction.BACK if word in _BACK else None


def landing_day(departs: datetime, clock: time) -> tuple[datetime, ...]:
    """Return what an arrival without a date can mean, the likeliest first: the same day, the next, or the one before over the date line."""
    return tuple(datetime.combine(departs.date() + timedelta(days=days), clock) for days in (0, 1, -1))


def _day_or_none(text: str, near: date) -> date | None:
    try:
        return read_day(text, near)
    except Refusal:
        return None


def _day_parts(text: str) -> tuple[int | None, int, int] | None:
    if iso := _ISO.fullmatch(text.strip()):
        return int(iso[1]), int(iso[2]), int(iso[3])
    words = fold(re.sub(r"(\d)([A-Za-z])|([A-Za-z])(\d)", r"\1\3 \2\4", text.replace(".", " ")))
    if (found := _WORDS.fullmatch(words)) and (month := _month(found[2])):
        return _year(found[3]), month, int(found[1])
    if (found := _ENGLISH.fullmatch(words)) and (month := _month(found[1])):
        return _year(found[3]), month, int(found[2])
    if found := _FIGURES.fullmatch(words):
        first, second = int(found[1]), int(found[2])
        # 12/31/2019 can only be the last of December.
        return (_year(found[3]), first, second) if second > 12 else (_year(found[3]), second, first)
    return None


def _month(word: str) -> int | None:
    return _MONTHS.get(word[:4]) or _MONTHS.get(word[:3])


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
