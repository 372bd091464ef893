"""Legs as somebody types them, one a line: “BW 415 4 Dec POS KIN 07:05 09:30”, or “road MBJ KIN 4 Dec 16:00 18:30”."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agent_bookings import bookings
from cmc_desk.rules.agent_text import rows_of
from cmc_desk.rules.airports import Airports
from cmc_desk.rules.journeys import TypedLeg
from cmc_desk.rules.refusal import Refusal

_SURFACE = ("ROAD", "SEA")
# A leg by road or sea is read as a flight of this airline, which does not exist, numbered by its line.
_BY_ROAD = "Z0"
# Who travels is known: only the lines are read.
_NOBODY = "NOBODY/NOBODY"


def read_legs(lines: Sequence[str], *, near: date, country: str, airports: Airports) -> tuple[TypedLeg, ...]:
    """Return the legs of a journey in the order of the clock; the way back begins after the longest stay in `country`.

    Raises Refusal, with the line, for what cannot be read, and if none of them leads to the country of the meeting.
    """
    if not lines:
        raise Refusal(
            _("Which flights? Type each in quotation marks, such as “BW 415 4DEC POS KIN 0705 0930”."), field="legs"
        )
    texts = [_as_flight(number, line) for number, line in enumerate(lines, 1)]
    for line, text in zip(lines, texts, strict=True):
        if not any(not row.problem for row in rows_of([text])):
            raise Refusal(
                _("“{line}” is not understood: a flight reads as BW 415 05DEC POS KIN 0705 0930.").format(
                    line=line.strip()
                ),
                field="legs",
            )
    (found,) = bookings(rows_of([_NOBODY, *texts]), near=near, country=country, airports=airports)
    if found.problems:
        sentence = found.problems[0].sentence
        for number, line in enumerate(lines, 1):
            sentence = sentence.replace(f"{_BY_ROAD} {number} ", f"{line.strip()} ")
        raise Refusal(sentence, field="legs")
    return tuple(
        replace(leg, carrier="", number="", surface=True) if leg.carrier == _BY_ROAD else leg for leg in found.legs
    )


def _as_flight(number: int, line: str) -> str:
    words = line.split()
    if not words or words[0].upper() not in _SURFACE:
        return line
    rest = " ".join(words[1:])
    # The day stands before the way, or after it.
    head = words[1:3]
    if all(len(word) == 3 and word.isalpha() for word in head) and len(head) == 2:
        rest = " ".join([*words[3:-2], *head, *words[-2:]])
    return f"{_BY_ROAD} {number} {rest}"
