"""The lists for drivers and hotels: everybody who comes stands in one place, and no passport in any."""

from dataclasses import replace
from datetime import date, time, timedelta

from cmc_desk.rules.passengers import first_back, last_out, ride_of, without_flight
from cmc_desk.rules.travel_lists import manifest_of, manifest_rows, rooming_of, rooming_rows, without_room
from cmc_desk.rules.travel_states import Travel
from tests.rules.journey_case import BACK, HOME, OUT, THERE, TRANSFERS, at, leg, passenger

LATE = leg("BW 600", "POS-KIN", at(4, 22, 45), at(5, 0, 35))
KEISHA = passenger("a", THERE, HOME, nights=(4, 5, 6))
ANA = passenger("b", LATE, HOME, name="Ana Sample", nights=(4, 5, 6))
BEN = passenger("c", name="Ben Muster", travel=Travel.REQUESTED)
GONE = passenger("d", THERE, HOME, name="Cy Specimen", travel=Travel.NO_SHOW, nights=(4,))
OWN = passenger("e", name="Di Muster", travel=Travel.SELF_ARRANGED)
ALL = (KEISHA, ANA, BEN, GONE, OWN)


def test_the_ends_of_a_journey() -> None:
    assert last_out(KEISHA.itinerary) is not None
    assert first_back(KEISHA.itinerary) is not None
    assert last_out(None) is None
    assert ride_of(passenger("x", THERE), BACK) is None
    assert ride_of(GONE, OUT) is None


def test_arrivals_are_in_vehicles_and_whoever_has_no_flight_is_named() -> None:
    found = manifest_of(ALL, OUT, TRANSFERS)
    assert [[row.name for row in wave.rows] for wave in found.waves] == [["Keisha Example-Blake"], ["Ana Sample"]]
    assert found.open == (("Ben Muster", "BB"),)
    assert found.people == 2
    (row,) = found.waves[0].rows
    assert (row.flight, row.airport, row.phone, row.language) == ("BW 415", "KIN", "+1 246 555 0100", "en")
    assert without_flight(ALL, OUT) == (BEN,)


def test_departures_leave_the_hotel_in_time() -> None:
    (wave,) = manifest_of(ALL, BACK, TRANSFERS).waves
    assert [row.name for row in wave.rows] == ["Ana Sample", "Keisha Example-Blake"]
    assert f"{wave.pick_up:%H:%M}" == "06:30"
    assert not wave.elsewhere


def test_another_airport_is_told() -> None:
    montego = passenger("m", leg("BW 415", "BGI-MBJ", at(4, 14, 35), at(4, 16, 10)))
    (wave,) = manifest_of([montego], OUT, TRANSFERS).waves
    assert wave.elsewhere


def test_a_manifest_is_kept_in_words() -> None:
    (first, _second) = manifest_rows(manifest_of(ALL, OUT, TRANSFERS))
    assert (first["at"], first["pick_up"]) == ("2019-12-04 16:10", "2019-12-04 16:10")
    home = replace(HOME, origin="MBJ", departs=at(7, 12), arrives=at(7, 15, 30))
    away = passenger("m", replace(THERE, destination="MBJ"), home)
    (row,) = manifest_rows(manifest_of([away], BACK, TRANSFERS))
    assert row["pick_up"] == ""
    # Once somebody has said how long the way from there takes, the vehicle knows when to leave.
    far = replace(TRANSFERS, drives=(("MBJ", timedelta(hours=2, minutes=30)),))
    (row,) = manifest_rows(manifest_of([away], BACK, far))
    assert row["pick_up"] == "2019-12-07 07:30"


def test_rooms_have_the_flight_and_the_late_note_of_the_first_stay() -> None:
    split = passenger("f", LATE, HOME, name="Eva Muster", nights=(4, 6))
    ana, eva, keisha, eva_again = rooming_of((*ALL, split), TRANSFERS)
    assert [row.name for row in (ana, eva, keisha, eva_again)] == [
        "Ana Sample",
        "Eva Muster",
        "Keisha Example-Blake",
        "Eva Muster",
    ]
    assert (ana.late, keisha.late, eva.late, eva_again.late) == (True, False, True, False)
    assert ana.departs is not None
    assert eva.departs is None
    assert eva_again.departs is not None
    assert (eva.flight, eva_again.flight, eva_again.arrives) == ("BW 600", "", None)


def test_a_room_without_a_flight_stands_in_the_list() -> None:
    (row,) = rooming_of([replace(BEN, nights=KEISHA.nights)], TRANSFERS)
    assert (row.flight, row.arrives, row.late) == ("", None, False)
    (words,) = rooming_rows([row])
    assert (words["arrives"], words["check_out"], words["breakfast"], words["late"]) == ("", "2019-12-07", "yes", "no")


def test_who_lands_far_away_is_late_by_the_way_from_there_and_each_hotel_waits_as_long_as_it_does() -> None:
    early = replace(THERE, destination="MBJ", departs=at(4, 13, 30), arrives=at(4, 16))
    home = replace(HOME, origin="MBJ", departs=at(7, 12), arrives=at(7, 15, 30))
    one = passenger("m", early, home, nights=(4, 5, 6))
    far = replace(TRANSFERS, drives=(("MBJ", timedelta(hours=2, minutes=30)),))
    late = [rooming_of([one], how)[0].late for how in (TRANSFERS, far, replace(far, kept_until=time(19)))]
    assert late == [False, True, False]


def test_a_late_arrival_without_breakfast_in_words() -> None:
    nights = tuple(replace(night, breakfast=False) for night in ANA.nights)
    (words,) = rooming_rows(rooming_of([replace(ANA, nights=nights)], TRANSFERS))
    assert (words["breakfast"], words["late"], words["arrives"]) == ("no", "yes", "2019-12-05 00:35")


def test_whoever_has_a_journey_and_no_room_is_named() -> None:
    short = replace(KEISHA, nights=KEISHA.nights[1:])
    own = replace(KEISHA, travel=Travel.SELF_ARRANGED, nights=())
    (one,) = without_room([short, ANA, own, replace(GONE, nights=())])
    assert (one.name, one.nights) == ("Keisha Example-Blake", (date(2019, 12, 4),))
