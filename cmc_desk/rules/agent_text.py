"""What agencies paste into mails: the lines of a reservation system, with a passenger, a locator and one flight a line."""

import re
from collections.abc import Iterator, Sequence

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_values import Cell
from cmc_desk.rules.agent_lines import AgentRow

_HEAD = r"^\s*(?:\d{1,2}\s*[.\s]\s*)?(?P<carrier>[A-Z][A-Z0-9]|[0-9][A-Z])\s*(?P<number>\d{1,4})\s*(?P<cabin>[A-Z])?\s+"
_DAY = r"\d{1,2}\s?[A-Z]{3}(?:\s?\d{2}(?:\d{2})?)?|\d{4}-\d{1,2}-\d{1,2}"
_CLOCK = r"\d{3,4}[AP]?|\d{1,2}:\d{2}"
# Amadeus:    2  BW 415 Y 04DEC 3 BGIKIN HK2  1435 1610  04DEC
# Sabre:      1 BW 415Y 04DEC W BGIKIN*HK1   235P  410P
# Galileo:    1. BW  415 Y  04DEC BGIKIN HK1  1435 #0010
# by hand:    BW 415 04DEC BGI KIN 1435 1610
_FLIGHT = re.compile(
    rf"{_HEAD}(?P<day>{_DAY})\s+(?:\d\s*\*?\s*|[A-Z]{{1,2}}\s+)?"
    r"(?P<origin>[A-Z]{3})\s*[-/ ]?\s*(?P<destination>[A-Z]{3})(?:\s*\*?\s*[A-Z]{2}\d{0,2})?\*?\s+"
    rf"(?P<departs>{_CLOCK})\s+(?P<morrow>#)?\s*(?P<arrives>{_CLOCK})(?P<next>\s*\+\s*1)?(?:\s+(?P<arrival>\d{{1,2}}[A-Z]{{3}}))?(?![A-Z0-9])"
)
# What begins as a flight does and has a day is meant as one.
_MEANT = re.compile(rf"{_HEAD}(?:.*\s)?(?:{_DAY})(?![A-Z0-9])")
_PERSON = re.compile(r"(?<!\S)\d{1,2}\.\s*\d?(?P<name>[A-Z][A-Z' -]*/[A-Z][A-Z' ]*)")
# “TKT/TIME LIMIT” is a heading of Sabre and nobody's name.
_BARE_PERSON = re.compile(r"^\s*(?!TKT/)(?P<name>[A-Z][A-Z' -]*/[A-Z][A-Z' ]*)\s*$")
_LOCATOR = re.compile(
    r"^.*\b(?:RP/\S+\s.*?|PNR|LOCATOR|RECORD LOCATOR|BOOKING REF(?:ERENCE)?|LOC)\s*[:#]?\s+(?P<locator>[A-Z0-9]{6})\s*$"
)
# The first line of a booking of Galileo, and the last of one of Sabre.
_LOCATOR_BESIDE = re.compile(
    r"^\s*(?P<first>[A-Z0-9]{6})/[A-Z0-9]{2}\s|\*[A-Z0-9]{3}\s+\d{4}/\d{2}[A-Z]{3}\d{0,2}\s+(?P<last>[A-Z0-9]{6})\b"
)
_LOCATOR_ALONE = re.compile(r"^\s*(?P<locator>(?=.*\d)[A-Z0-9]{6})\s*$")
_TICKET = re.compile(r"\b(?P<ticket>\d{3}[- ]?\d{10})\b")
# Amadeus, Sabre and Galileo say so until when a ticket has to be issued.
_UNTIL = re.compile(r"\b(?:TK\s?TL|TAW/?|TAU/(?:[A-Z]{2})?|TTL\s?)\s*(?P<day>\d{1,2}[A-Z]{3})(?:/(?P<clock>\d{4}))?")
_FARE = re.compile(r"\b(?:FARE|TOTAL|GRAND TOTAL)\b\s*[:=]?\s*(?P<currency>[A-Z]{3})\s*(?P<fare>\d[\d.,]*)")


def has_flight_lines(lines: Sequence[str]) -> bool:
    """Return whether a text has lines of a reservation system."""
    return any(_FLIGHT.match(line.upper()) for line in lines)


def first_meant(lines: Sequence[str]) -> str:
    """Return the first line that is meant as a flight and cannot be read, with what is said of it; nothing if there is none."""
    for number, line in enumerate(lines, 1):
        if _is_meant(line.upper()):
            return _("{where}: {sentence}").format(
                where=_("line {number}").format(number=number), sentence=_not_understood(line)
            )
    return ""


def rows_of(lines: Sequence[str]) -> tuple[AgentRow, ...]:
    """Return the rows that a text of a reservation system stands for: each flight for each of the passengers above it.

    A passenger after a flight begins another booking.
    """
    found: list[AgentRow] = []
    people: list[tuple[str, str]] = []
    about: dict[str, Cell] = {}
    flown = False
    for number, line in enumerate(lines, 1):
        capitals, where = line.upper(), _("line {number}").format(number=number)
        named = [(name, where) for name in _names(capitals)]
        if named and flown:
            people, about, flown = [], {}, False
        people += named
        about |= _said_of_booking(capitals, where)
        if flight := _FLIGHT.match(capitals):
            flown = True
            cells = {
                field: Cell(text.strip(), where)
                for field, text in flight.groupdict().items()
                if text and field != "cabin"
            }
            row = _as_row(cells)
            found += [
                AgentRow(said, row | {"name": Cell(name, said)} | about) for name, said in people or [("", where)]
            ]
        elif _is_meant(capitals):
            sentence = _not_understood(line)
            found += [AgentRow(where, {"name": Cell(name, said)}, sentence) for name, said in people or [("", where)]]
        elif flown and people:
            # What is told below the flights, such as the number of the ticket, is of the same booking.
            later = _said_of_booking(capitals, where)
            if later:
                found += [AgentRow(said, {"name": Cell(name, said)} | later) for name, said in people]
    return tuple(found)


def _names(line: str) -> Iterator[str]:
    bare = _BARE_PERSON.match(line)
    if bare:
        yield bare["name"].strip()
    else:
        yield from (found["name"].strip() for found in _PERSON.finditer(line))


def _said_of_booking(line: str, where: str) -> dict[str, Cell]:
    said: dict[str, Cell] = {}
    if locator := _LOCATOR.match(line) or _LOCATOR_ALONE.match(line):
        said["locator"] = Cell(locator["locator"], where)
    elif beside := _LOCATOR_BESIDE.search(line):
        said["locator"] = Cell(beside["first"] or beside["last"], where)
    if until := _UNTIL.search(line):
        said["hold_until"] = Cell(" ".join(part for part in until.groups() if part), where)
    if ticket := _TICKET.search(line):
        said["ticket"] = Cell(ticket["ticket"], where)
    if fare := _FARE.search(line):
        said["fare"], said["currency"] = Cell(fare["fare"], where), Cell(fare["currency"], where)
    return said


def _as_row(cells: dict[str, Cell]) -> dict[str, Cell]:
    number = cells.pop("number")
    row = cells | {"flight": Cell(f"{cells.pop('carrier').text} {number.text}", number.name)}
    later = row.pop("next", None) or row.pop("morrow", None)
    if arrival := row.pop("arrival", None):
        row["arrival_day"] = arrival
    elif later is not None:
        row["arrives"] = Cell(f"{row['arrives'].text}+1", later.name)
    return row


def _is_meant(line: str) -> bool:
    return _FLIGHT.match(line) is None and _MEANT.match(line) is not None


def _not_understood(line: str) -> str:
    return _("“{line}” is not understood: a flight reads as BW 415 05DEC POS KIN 0705 0930.").format(
        line=line.strip()[:80]
    )
