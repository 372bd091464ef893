"""One flight's time is changed once: everybody on it follows, in one command that is shown before and can be taken back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cmc_desk.desk import journeys
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.flights import FlightChanged
from cmc_desk.rules.flight_change import FlightChange, FlightKey
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.command_words import words_of
from tests.desk.journeyed import THERE, at, book, both, journey_of, nights, open_travel, put, row_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_travel(tmp_path)
    yield opened
    opened.close()


def bw415(desk: Desk) -> FlightKey:
    (flight,) = [one.key for one in desk.read(journeys.flights) if one.key.number == "415"]
    return flight


def plan(desk: Desk, day: int, hour: int) -> FlightChange:
    return desk.read(
        journeys.plan_flight_change, flight=bw415(desk), departs=at(day, hour, 35), arrives=at(day, hour + 1, 40)
    )


def change(desk: Desk, shown: FlightChange) -> FlightChanged:
    return desk.do(
        journeys.change_flight,
        flight=shown.flight,
        departs=shown.departs.replace(tzinfo=None),
        arrives=shown.arrives.replace(tzinfo=None),
        legs=list(shown.legs),
    )


def test_the_flights_of_the_meeting_with_whoever_is_on_them(desk: Desk) -> None:
    keys = both(desk)
    found = desk.read(journeys.flights)
    assert [(one.key.number, set(one.passengers)) for one in found] == [("415", set(keys)), ("414", set(keys))]


def test_a_change_is_shown_then_written_for_everybody_and_taken_back_as_one(desk: Desk) -> None:
    keys = both(desk)
    book(desk, *keys)
    shown = plan(desk, 5, 14)
    assert {one.name for one in shown.followed} == {"Anaïs Muster-Żółć", "José Specimen-Valdés"}
    assert journey_of(desk, keys[0]).legs[0].departs.day == 4
    done = change(desk, shown)
    assert set(done.passengers) == set(done.nights) == set(keys)
    for key in keys:
        assert journey_of(desk, key).legs[0].departs.isoformat() == "2019-12-05T14:35:00-05:00"
        assert nights(desk, key) == [5, 6]
    undone = desk.undo()
    assert undone.about == "BW 415"
    assert words_of(undone.kind) == "a flight was given other times"
    for key in keys:
        assert journey_of(desk, key).legs[0].departs.day == 4
        assert nights(desk, key) == [4, 5, 6]


def test_a_flight_that_leaves_a_day_earlier_books_the_night_that_it_needs(desk: Desk) -> None:
    key, _other = both(desk)
    book(desk, key)
    change(desk, plan(desk, 3, 14))
    assert nights(desk, key) == [3, 4, 5, 6]


def test_a_change_that_was_shown_before_somebody_else_came_onto_the_flight_is_shown_again(desk: Desk) -> None:
    key, other = both(desk)
    put(desk, other, (replace(THERE, number="600"),))
    shown = plan(desk, 4, 16)
    put(desk, other)
    with pytest.raises(Refusal, match="look at the changes again"):
        change(desk, shown)
    assert journey_of(desk, key).legs[0].departs.hour == 14


def test_whoever_has_the_traveller_open_notices(desk: Desk) -> None:
    key, _other = both(desk)
    seen = row_of(desk, key).version
    change(desk, plan(desk, 4, 16))
    with pytest.raises(Refusal, match="has changed"):
        desk.do(journeys.put_itinerary, sponsorship=key, legs=[THERE], version=seen)


def test_a_flight_cannot_arrive_before_it_leaves(desk: Desk) -> None:
    both(desk)
    with pytest.raises(Refusal, match="arrives before it leaves"):
        desk.read(journeys.plan_flight_change, flight=bw415(desk), departs=at(4, 16), arrives=at(4, 15))
