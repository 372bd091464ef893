"""A flight that moves takes everybody on it along: vehicles, late arrivals, nights and allowance days."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.flight_change import FlightChange, FlightKey, flights, plan_change
from cmc_desk.rules.passengers import Passenger
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.rooms import missing
from cmc_desk.rules.stay import stay_nights
from cmc_desk.rules.travel_states import Travel
from tests.rules.journey_case import AIRPORTS, HOME, THERE, TRANSFERS, USUAL, at, leg, passenger

BW415 = FlightKey("BW", "415", "BGI", "KIN", date(2019, 12, 4))
NIGHTS = (4, 5, 6)
KEISHA = passenger("a", THERE, HOME, nights=NIGHTS)
ANA = passenger("b", THERE, HOME, name="Ana Sample", nights=NIGHTS)
# Lands twenty minutes after BW 415, and rides with those on it.
BEN = passenger("c", leg("BW 600", "POS-KIN", at(4, 14), at(4, 16, 30)), HOME, name="Ben Muster")


def changed(*people: Passenger, departs: datetime, arrives: datetime, flight: FlightKey = BW415) -> FlightChange:
    return plan_change(
        people, flight, departs=departs, arrives=arrives, airports=AIRPORTS, transfers=TRANSFERS, usual=USUAL
    )


def test_the_flights_that_somebody_has_still_to_fly() -> None:
    found = flights([KEISHA, ANA, BEN])
    assert [(one.key.number, one.passengers) for one in found] == [
        ("600", ("c",)),
        ("415", ("a", "b")),
        ("414", ("a", "b", "c")),
    ]


def test_a_delay_past_midnight_moves_the_vehicle_the_late_note_and_the_allowance_but_not_the_night() -> None:
    change = changed(KEISHA, departs=at(4, 22, 45), arrives=at(5, 0, 20))
    (one,) = change.followed
    assert change.legs == ("a1",)
    (before, after) = one.legs[0]
    assert (before.arrives.hour, after.arrives.isoformat()) == (16, "2019-12-05T00:20:00-05:00")
    assert one.pick_up_out is not None
    assert [f"{when:%d %H:%M}" for when in one.pick_up_out if when] == ["04 16:10", "05 00:20"]
    assert one.late == (False, True)
    assert one.days_dropped == (date(2019, 12, 4),)
    # The room of the 4th is needed all the same.
    assert (one.nights, one.nights_added, one.pick_up_back, one.problems) == (None, (), None, ())


def test_whoever_rode_with_them_has_another_vehicle_too() -> None:
    change = changed(KEISHA, ANA, BEN, departs=at(4, 12), arrives=at(4, 13, 35))
    assert [(one.name, bool(one.legs)) for one in change.followed] == [
        ("Keisha Example-Blake", True),
        ("Ana Sample", True),
        ("Ben Muster", False),
    ]
    times = change.followed[2].pick_up_out
    assert times is not None
    assert [f"{when:%H:%M}" for when in times if when] == ["16:10", "16:30"]


def test_a_day_later_the_night_goes_and_with_it_the_allowance_day() -> None:
    (one,) = changed(KEISHA, departs=at(5, 14, 35), arrives=at(5, 16, 10)).followed
    assert one.nights_dropped == one.days_dropped == (date(2019, 12, 4),)
    assert [night.date.day for night in one.nights or ()] == [5, 6]


def test_a_way_home_that_is_a_day_later_needs_another_night() -> None:
    home = FlightKey("BW", "414", "KIN", "BGI", date(2019, 12, 7))
    (one,) = changed(KEISHA, departs=at(8, 9, 15), arrives=at(8, 12, 50), flight=home).followed
    assert one.nights_added == (date(2019, 12, 7),)
    assert one.days_added == (date(2019, 12, 8),)
    assert one.pick_up_back is not None


def test_a_connection_that_is_missed_is_said_and_the_change_stands() -> None:
    first = leg("BW 600", "POS-BGI", at(4, 12), at(4, 13))
    both = passenger("d", first, THERE, HOME)
    flight = FlightKey("BW", "600", "POS", "BGI", date(2019, 12, 4))
    (one,) = changed(both, departs=at(4, 14), arrives=at(4, 15), flight=flight).followed
    assert one.problems == ("BW 415 leaves at 14:35, before BW 600 has arrived at 15:00: the connection is missed.",)


def test_nobody_on_it_no_change_and_no_such_flight_are_each_one_sentence() -> None:
    with pytest.raises(Refusal, match="Nobody has still to fly with BW 415 from BGI to KIN on 2019-12-04"):
        changed(BEN, departs=at(4, 15), arrives=at(4, 16))
    with pytest.raises(Refusal, match="These are the times of BW 415 already"):
        changed(KEISHA, departs=at(4, 14, 35), arrives=at(4, 16, 10))
    with pytest.raises(Refusal, match="arrives before it leaves"):
        changed(KEISHA, departs=at(4, 14, 35), arrives=at(4, 10))


def test_who_has_flown_or_does_not_come_is_left_alone() -> None:
    assert KEISHA.itinerary is not None
    legs = tuple(replace(one, flown_at=one.arrives) for one in KEISHA.itinerary.legs)
    gone = replace(KEISHA, itinerary=replace(KEISHA.itinerary, legs=legs))
    for one in (gone, replace(KEISHA, travel=Travel.CANCELLED), passenger("e")):
        with pytest.raises(Refusal, match="Nobody has still to fly"):
            changed(one, departs=at(4, 15), arrives=at(4, 16))


def test_whoever_has_the_new_times_already_is_not_written_again() -> None:
    told = passenger("f", replace(THERE, departs=at(4, 15, 35), arrives=at(4, 17, 10)), HOME, name="Cy Specimen")
    change = changed(KEISHA, told, departs=at(4, 15, 35), arrives=at(4, 17, 10))
    assert change.legs == ("a1",)


@given(st.integers(-30, 60), st.integers(-30, 60))
def test_after_any_change_the_nights_cover_the_stay(out: int, back: int) -> None:
    person = KEISHA
    for flight, typed, hours in ((BW415, THERE, out), (None, HOME, back)):
        key = flight or FlightKey("BW", "414", "KIN", "BGI", date(2019, 12, 7))
        by = timedelta(hours=hours)
        try:
            change = changed(person, departs=typed.departs + by, arrives=typed.arrives + by, flight=key)
        except Refusal:
            continue
        assert person.itinerary is not None
        new = {before.key: after for before, after in change.followed[0].legs}
        itinerary = replace(person.itinerary, legs=tuple(new.get(one.key, one) for one in person.itinerary.legs))
        nights = change.followed[0].nights
        person = replace(person, itinerary=itinerary, nights=person.nights if nights is None else nights)
    assert missing(person.nights, stay_nights(person.itinerary)) == ()
