"""Who rides together: nobody waits longer than the gap, nobody stands, and everybody is fetched once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Direction
from cmc_desk.rules.waves import Ride, pick_up, waves
from tests.rules.journey_case import TRANSFERS

NOON = datetime(2019, 12, 4, 12, tzinfo=UTC)


def ride(who: str, minutes: int, airport: str = "KIN", flight: str = "BW 415") -> Ride:
    return Ride(who, airport, flight, NOON + timedelta(minutes=minutes))


def grouped(*rides: Ride) -> list[list[str]]:
    return [[one.traveller for one in wave.rides] for wave in waves(rides, Direction.OUT, TRANSFERS)]


def test_who_lands_within_the_gap_rides_together() -> None:
    assert grouped(ride("c", 46), ride("a", 0), ride("b", 45)) == [["a", "b"], ["c"]]


def test_a_row_of_flights_does_not_make_the_first_wait_for_the_last() -> None:
    assert grouped(ride("a", 0), ride("b", 40), ride("c", 80)) == [["a", "b"], ["c"]]


def test_a_vehicle_takes_as_many_as_it_has_seats() -> None:
    assert grouped(*(ride(who, 0) for who in "abcde")) == [["a", "b", "c"], ["d", "e"]]


def test_two_airports_are_two_vehicles_in_the_order_of_the_clock() -> None:
    found = waves([ride("a", 10), ride("b", 0, "MBJ"), ride("c", 12)], Direction.OUT, TRANSFERS)
    assert [(wave.number, wave.airport, len(wave.rides)) for wave in found] == [(1, "MBJ", 1), (2, "KIN", 2)]
    assert (found[1].first, found[1].last) == (NOON + timedelta(minutes=10), NOON + timedelta(minutes=12))


def test_a_vehicle_waits_when_the_first_flight_lands_and_leaves_the_hotel_in_time_for_check_in() -> None:
    assert pick_up(ride("a", 0), Direction.OUT, TRANSFERS) == NOON
    assert pick_up(ride("a", 0), Direction.BACK, TRANSFERS) == NOON - timedelta(hours=2, minutes=45)


def test_to_another_airport_nobody_knows_the_drive() -> None:
    assert pick_up(ride("a", 0, "MBJ"), Direction.BACK, TRANSFERS) is None
    assert pick_up(ride("a", 0, "MBJ"), Direction.OUT, TRANSFERS) == NOON


def test_a_vehicle_without_seats_is_refused() -> None:
    with pytest.raises(Refusal, match="at least one seat"):
        waves([ride("a", 0)], Direction.OUT, replace(TRANSFERS, seats=0))


@given(
    st.lists(st.tuples(st.integers(0, 300), st.sampled_from(["KIN", "MBJ"])), max_size=40),
    st.integers(1, 5),
    st.integers(0, 90),
)
def test_everybody_rides_once_nobody_waits_too_long_and_no_vehicle_is_left_without_need(
    found: list[tuple[int, str]], seats: int, gap: int
) -> None:
    rides = [ride(str(number), minutes, airport) for number, (minutes, airport) in enumerate(found)]
    transfers = replace(TRANSFERS, seats=seats, gap=timedelta(minutes=gap))
    made = waves(rides, Direction.OUT, transfers)
    assert sorted(one.traveller for wave in made for one in wave.rides) == sorted(one.traveller for one in rides)
    assert [wave.number for wave in made] == list(range(1, len(made) + 1))
    last = dict.fromkeys(("KIN", "MBJ"))
    for wave in made:
        assert len(wave.rides) <= seats
        assert {one.airport for one in wave.rides} == {wave.airport}
        assert wave.last - wave.first <= transfers.gap
        before = last[wave.airport]
        # A new vehicle only where the one before it was full or would have waited too long.
        assert before is None or len(before.rides) == seats or wave.first - before.first > transfers.gap
        last[wave.airport] = wave
