"""A journey is contiguous, arrives after it leaves, takes as long as flights take, and says which nights it needs."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cmc_desk.rules.journeys import (
    LONGEST,
    SHORTEST,
    TypedLeg,
    days_there,
    flight,
    leg_of,
    legs_of,
    length_words,
    name_of,
    parted,
)
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.stay import stay_nights
from tests.rules.journey_case import AIRPORTS, BACK, HOME, OUT, THERE, at, journey, leg


def refused(*legs: TypedLeg) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        legs_of(legs, AIRPORTS)
    return refusal.value


def test_legs_get_the_zones_of_their_airports() -> None:
    there, home = legs_of([THERE, HOME], AIRPORTS)
    assert (there.departs.isoformat(), there.arrives.isoformat()) == (
        "2019-12-04T14:35:00-04:00",
        "2019-12-04T16:10:00-05:00",
    )
    assert (there.sequence, home.sequence, there.duration) == (1, 2, timedelta(hours=2, minutes=35))


def test_a_leg_that_arrives_before_it_leaves_is_refused() -> None:
    # 10:20 in Bridgetown is 09:20 in Kingston.
    refusal = refused(leg("BW 415", "BGI-KIN", at(4, 14, 35), at(4, 13, 10)))
    assert str(refusal) == (
        "BW 415 arrives before it leaves (2019-12-04 14:35 in BGI is later than 2019-12-04 13:10 in KIN)."
    )
    assert refusal.field == "legs.0.arrives"


@pytest.mark.parametrize("arrives", [at(4, 13, 44), at(5, 9, 36)])
def test_a_flight_is_neither_shorter_than_a_quarter_of_an_hour_nor_longer_than_twenty_hours(arrives: datetime) -> None:
    assert "would take" in str(refused(leg("BW 415", "BGI-KIN", at(4, 14, 35), arrives)))


def test_the_shortest_and_the_longest_flight_are_flights() -> None:
    legs_of([leg("WM 447", "SXM-SAB", at(4, 9), at(4, 9, 15))], AIRPORTS)
    legs_of([leg("KL 1", "AMS-KIN", at(4, 9), at(4, 23))], AIRPORTS)


def test_over_the_date_line_a_flight_lands_the_day_before() -> None:
    (over,) = legs_of([leg("PH 1", "APW-PPG", at(5, 10), at(4, 9, 40))], AIRPORTS)
    assert over.duration == timedelta(minutes=40)


def test_a_road_leg_may_be_short_and_need_no_number_but_takes_no_longer_than_a_flight() -> None:
    (road,) = legs_of([leg(" ", "MBJ-KIN", at(4, 9), at(4, 9, 5), surface=True)], AIRPORTS)
    assert (road.carrier, road.number, name_of(road)) == ("", "", "MBJ–KIN")
    assert "would take" in str(refused(leg(" ", "MBJ-KIN", at(4, 9), at(5, 9), surface=True)))
    (bus,) = legs_of([leg("BW 5", "MBJ-KIN", at(4, 9), at(4, 13), surface=True)], AIRPORTS)
    assert name_of(bus) == "BW 5"


def test_an_unknown_airport_or_a_leg_to_nowhere_is_refused() -> None:
    assert refused(THERE, replace(HOME, destination="XYZ")).field == "legs.1.destination"
    assert refused(replace(THERE, origin="Q1")).field == "legs.0.origin"
    assert str(refused(replace(THERE, destination="bgi"))) == "A leg from BGI to BGI goes nowhere."


def test_legs_hang_together() -> None:
    refusal = refused(THERE, replace(HOME, origin="MBJ"))
    assert str(refusal) == "BW 415 ends at KIN, and BW 414 begins at MBJ: add the way between, by road if need be."
    assert refusal.field == "legs.1.origin"
    road = leg(" ", "KIN-MBJ", at(7, 4), at(7, 7), BACK, surface=True)
    assert len(legs_of([THERE, road, replace(HOME, origin="MBJ")], AIRPORTS)) == 3


def test_a_surface_leg_may_bridge_what_airports_do_not() -> None:
    ferry = leg(" ", "SXM-SAB", at(3, 8), at(3, 10), surface=True)
    assert len(legs_of([ferry, THERE], AIRPORTS)) == 2


def test_a_connection_is_not_left_before_it_is_reached() -> None:
    first = leg("BW 600", "POS-BGI", at(4, 12), at(4, 14, 36))
    assert refused(first, THERE).field == "legs.1.departs"
    assert len(legs_of([replace(first, arrives=at(4, 14, 35)), THERE], AIRPORTS)) == 2


def test_the_way_home_comes_last() -> None:
    assert refused(replace(THERE, direction=BACK), replace(HOME, direction=OUT)).field == "legs.1.direction"


def test_a_journey_has_an_end() -> None:
    assert refused(*[THERE] * 13).field == "legs"


def test_flights_are_kept_in_one_form() -> None:
    assert flight(" bw ", "0415") == ("BW", "415")
    assert flight("2B", "7a") == ("2B", "7A")
    assert flight("", "", surface=True) == ("", "")
    assert flight("Ferry", "", surface=True) == ("FER", "")
    for carrier, number, field in (("", "415", "carrier"), ("12", "415", "carrier"), ("BW", "41X5", "number")):
        with pytest.raises(Refusal) as refusal:
            flight(carrier, number)
        assert refusal.value.field == f"legs.0.{field}"


def test_landing_after_midnight_needs_the_room_of_the_night_before_but_no_allowance_for_it() -> None:
    night = journey(leg("BW 600", "POS-KIN", at(4, 22, 45), at(5, 0, 35)), HOME)
    assert stay_nights(night) == tuple(date(2019, 12, day) for day in (4, 5, 6))
    assert days_there(night) == tuple(date(2019, 12, day) for day in (5, 6, 7))


def test_without_a_way_home_nobody_knows_which_days_there_are() -> None:
    assert days_there(journey(THERE)) == ()
    assert days_there(None) == ()


def test_the_way_home_begins_after_the_longest_stay_in_the_country() -> None:
    montego = leg("BW 415", "BGI-MBJ", at(4, 14, 35), at(4, 16, 10))
    hop = leg("3J 1", "MBJ-KIN", at(4, 18), at(4, 18, 40))
    legs = legs_of([montego, hop, HOME], AIRPORTS)
    assert parted(legs, "JM", AIRPORTS) == 2
    assert parted(legs[:2], "JM", AIRPORTS) == 2
    assert parted(legs, "TT", AIRPORTS) is None
    assert parted([replace(legs[0], destination="ZZZ")], "JM", AIRPORTS) is None


def test_lengths_in_words() -> None:
    assert [length_words(timedelta(minutes=number)) for number in (5, 60, 185)] == ["5 min", "1 h 00", "3 h 05"]


times = st.datetimes(min_value=datetime(2019, 10, 1), max_value=datetime(2019, 12, 31))  # noqa: DTZ001
codes = st.sampled_from(sorted(AIRPORTS))


@given(codes, codes, times, times)
def test_whatever_leg_is_taken_arrives_after_it_leaves_in_a_plausible_time(
    origin: str, destination: str, departs: datetime, arrives: datetime
) -> None:
    assume(origin != destination)
    typed = leg("BW 1", f"{origin}-{destination}", departs, arrives)
    try:
        taken = leg_of(typed, AIRPORTS)
    except Refusal:
        return
    length = taken.arrives.astimezone(UTC) - taken.departs.astimezone(UTC)
    assert SHORTEST <= length <= LONGEST


@given(st.lists(st.tuples(codes, codes, st.integers(0, 72), st.integers(1, 19), st.booleans()), max_size=5))
def test_whatever_journey_is_taken_is_contiguous_except_beside_roads(
    found: list[tuple[str, str, int, int, bool]],
) -> None:
    begin = datetime(2019, 12, 1, tzinfo=UTC)
    typed = []
    for origin, destination, wait, hours, surface in found:
        departs = begin + timedelta(hours=wait)
        begin = departs + timedelta(hours=hours)
        local = (
            departs.astimezone(AIRPORTS[origin].tzinfo).replace(tzinfo=None),
            begin.astimezone(AIRPORTS[destination].tzinfo).replace(tzinfo=None),
        )
        typed.append(TypedLeg(OUT, "BW", "1", origin, destination, *local, surface))
    try:
        legs = legs_of(typed, AIRPORTS)
    except Refusal:
        return
    for before, after in pairwise(legs):
        assert before.destination == after.origin or before.surface or after.surface
        assert before.arrives.astimezone(UTC) <= after.departs.astimezone(UTC)


@given(st.integers(0, 47), st.integers(0, 59), st.integers(48, 200), st.integers(0, 59))
def test_nights_cover_every_night_between_arrival_and_departure(
    lands: int, minute: int, leaves: int, later: int
) -> None:
    landed = datetime(2019, 12, 1) + timedelta(hours=lands, minutes=minute)  # noqa: DTZ001
    left = datetime(2019, 12, 1) + timedelta(hours=leaves, minutes=later)  # noqa: DTZ001
    stay = journey(
        leg("BW 1", "BGI-KIN", landed - timedelta(hours=1), landed),
        leg("BW 2", "KIN-BGI", left, left + timedelta(hours=4), BACK),
    )
    nights = set(stay_nights(stay))
    # Every midnight that somebody is there for, and the bed of whoever lands before six.
    there = {landed.date() + timedelta(days=number) for number in range((left.date() - landed.date()).days)}
    assert there <= nights
    assert nights - there <= {landed.date() - timedelta(days=1)}
