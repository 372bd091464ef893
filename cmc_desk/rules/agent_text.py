"""What agencies paste into mails: the lines of a reservation system, with a passenger, a locator and one flight a line."""

import re
from collections.abc import Iterator, Sequence

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_values import Cell
from cmc_desk.rules.agent_lines import AgentRow

#  2  BW 415 Y 04DEC 3 BGIKIN HK2  1435 1610  04DEC
_FLIGHT = re.compile(
    r"^\s*(?:\d{1,2}[.\s]\s*)?(?P<carrier>[A-Z][A-Z0-9]|[0-9][A-Z])\s*(?P<number>\d{1,4})\s*(?P<cabin>[A-Z])?\s+"
    r"(?P<day>\d{1,2}[A-Z]{3}(?:\d{2}(?:\d{2})?)?)\s+(?:\d\s*\*?\s*|[A-Z]{2}\s+)?"
    r"(?P<origin>[A-Z]{3})\s*[-/ ]?\s*(?P<destination>[A-Z]{3})\*?\s+(?:[A-Z]{2}\d{0,2}\s+)?"
    r"(?P<departs>\d{3,4}[AP]?)\s+(?P<arrives>\d{3,4}[AP]?)(?P<next>\s*\+\s*1)?(?:\s+(?P<arrival>\d{1,2}[A-Z]{3}))?\b"
)
_PERSON = re.compile(r"(?<!\S)\d{1,2}\.\s*\d?(?P<name>[A-Z][A-Z' -]*/[A-Z][A-Z' ]*)")
_BARE_PERSON = re.compile(r"^\s*(?P<name>[A-Z][A-Z' -]*/[A-Z][A-Z' ]*)\s*$")
_LOCATOR = re.compile(
    r"^.*\b(?:RP/\S+\s.*?|PNR|LOCATOR|RECORD LOCATOR|BOOKING REF(?:ERENCE)?|LOC)\s*[:#]?\s+(?P<locator>[A-Z0-9]{6})\s*$"
)
_LOCATOR_ALONE = re.compile(r"^\s*(?P<locator>(?=.*\d)[A-Z0-9]{6})\s*$")
_TICKET = re.compile(r"\b(?P<ticket>\d{3}-?\d{10})\b")
_FARE = re.compile(r"\b(?:FARE|TOTAL|GRAND TOTAL)\b\s*[:=]?\s*(?P<currency>[A-Z]{3})\s*(?P<fare>\d[\d.,]*)")


def has_flight_lines(lines: Sequence[str]) -> bool:
    """Return whether a text has lines of a reservation system."""
    return any(_FLIGHT.match(line.upper()) for line in lines)


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
    if ticket := _TICKET.search(line):
        said["ticket"] = Cell(ticket["ticket"], where)
    if fare := _FARE.search(line):
        said["fare"], said["currency"] = Cell(fare["fare"], where), Cell(fare["currency"], where)
    return said


def _as_row(cells: dict[str, Cell]) -> dict[str, Cell]:
    number = cells.pop("number")
    row = cells | {"flight": Cell(f"{cells.pop('carrier').text} {number.text}", number.name)}
    later = row.pop("next", None)
    if arrival := row.pop("arrival", None):
        row["arrival_day"] = arrival
    elif later is not None:
        row["arrives"] = Cell(f"{row['arrives'].text}+1", later.name)
    return row
