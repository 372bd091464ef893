"""A journey that somebody types, a leg a line."""

from datetime import date

import pytest

from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Direction
from cmc_desk.rules.typed_legs import read_legs
from tests.rules.journey_case import AIRPORTS

NEAR = date(2019, 12, 5)
BACK = "BW 414 2019-12-07 KIN BGI 09:15 12:50"


def read(*lines: str) -> list[tuple[Direction, str, str, bool]]:
    found = read_legs(lines, near=NEAR, country="JM", airports=AIRPORTS)
    return [(leg.direction, leg.number, f"{leg.origin}-{leg.destination}", leg.surface) for leg in found]


def test_flights_are_put_in_order_and_turn_after_the_longest_stay() -> None:
    assert read(BACK, "BW 415 4DEC BGI KIN 1435 1610") == [
        (Direction.OUT, "415", "BGI-KIN", False),
        (Direction.BACK, "414", "KIN-BGI", False),
    ]


@pytest.mark.parametrize("road", ["road MBJ KIN 4DEC 17:00 19:30", "sea 4DEC MBJ KIN 1700 1930"])
def test_a_leg_may_go_by_road_or_sea(road: str) -> None:
    assert read("BW 415 4 DEC BGI MBJ 1435 1610", road, BACK)[1] == (Direction.OUT, "", "MBJ-KIN", True)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ((), "Which flights"),
        (("hello",), "“hello” is not understood: a flight reads as BW 415 05DEC POS KIN 0705 0930."),
        (("",), "“” is not understood"),
        (("road",), "“road” is not understood"),
        (("BW 415 4DEC BGI",), "“BW 415 4DEC BGI” is not understood"),
        (("BW 415 4DEC BGI KIN 1610 1435",), "BW 415 arrives before it leaves"),
        (("BW 415 4DEC XXX KIN 1435 1610",), "There is no airport “XXX”"),
        (("BW 415 4DEC BGI POS 1435 1610",), "None of these flights leads to the country of the meeting."),
        (("sea 4DEC MBJ KIN 1700 1710",), "sea 4DEC MBJ KIN 1700 1710 would take 10 min"),
    ],
)
def test_what_cannot_be_is_one_sentence(lines: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(Refusal) as caught:
        read(*lines)
    assert sentence in caught.value.sentence
