"""The rows of an agency's list, put together passenger by passenger."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from cmc_desk.rules.agenda_values import Cell
from cmc_desk.rules.agent_bookings import AgentBooking, bookings
from cmc_desk.rules.agent_lines import AgentRow, columns_of, heading_row
from cmc_desk.rules.agent_text import first_meant, has_flight_lines, rows_of
from cmc_desk.rules.travel_states import Direction
from tests.rules.journey_case import AIRPORTS, BACK, OUT, at

NEAR = date(2019, 12, 5)
HEADINGS = (
    "Passenger",
    "PNR",
    "Flight",
    "From",
    "To",
    "Date",
    "Dep",
    "Arr",
    "Arrival date",
    "Ticket",
    "Fare",
    "Currency",
)
THERE = (
    "EXAMPLE/KEISHA MS",
    "EXY12Z",
    "BW415",
    "BGI",
    "KIN",
    "04DEC",
    "1435",
    "1610",
    "",
    "106-2400000001",
    "412.50",
    "USD",
)
HOME = ("", "", "BW414", "KIN", "BGI", "07DEC", "0915", "1250")


def rows(*found: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> list[AgentRow]:
    columns = columns_of(headings)
    return [
        AgentRow(
            f"row {number}",
            {
                field: Cell(cells[place] if place < len(cells) else "", f"{field}{number}")
                for field, place in columns.items()
            },
        )
        for number, cells in enumerate(found, 2)
    ]


def read(*found: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> tuple[AgentBooking, ...]:
    return bookings(rows(*found, headings=headings), near=NEAR, country="JM", airports=AIRPORTS)


def test_the_headings_are_found_wherever_they_stand() -> None:
    assert heading_row([("Itineraries",), HEADINGS, THERE]) == 1
    assert heading_row([("Title", "Start"), ("Name", "Room")]) is None
    assert columns_of(("Name", "name", "Vuelo")) == {"name": 0, "flight": 2}


def test_rows_of_one_passenger_are_one_journey_there_and_back() -> None:
    (booking,) = read(THERE, HOME)
    assert (booking.where, booking.name, booking.locator) == ("row 2", "EXAMPLE/KEISHA MS", "EXY12Z")
    assert (booking.ticket, booking.fare, booking.currency) == ("106-2400000001", Decimal("412.50"), "USD")
    assert [(leg.direction, leg.departs, leg.arrives) for leg in booking.legs] == [
        (OUT, at(4, 14, 35), at(4, 16, 10)),
        (BACK, at(7, 9, 15), at(7, 12, 50)),
    ]
    assert booking.problems == ()


def test_rows_in_any_order_and_twice_are_the_same_journey() -> None:
    home = (THERE[0], *HOME[1:])
    assert read(home, THERE, home)[0].legs == read(THERE, HOME)[0].legs


def test_family_and_given_name_and_route_may_have_columns_of_their_own() -> None:
    headings = ("Surname", "First name", "Route", "Flight no", "Date", "ETD", "ETA")
    (booking,) = read(("Example", "Keisha", "BGI-KIN", "BW 415", "4 Dec", "14:35", "16:10"), headings=headings)
    assert (booking.name, len(booking.legs)) == ("Example/Keisha", 1)


def test_day_and_time_may_stand_in_one_cell() -> None:
    headings = ("Name", "Flight", "From", "To", "Departure", "Arrival")
    (booking,) = read(
        ("Keisha Example", "BW 600", "POS", "KIN", "2019-12-04 22:45", "2019-12-05 00:35"), headings=headings
    )
    assert [(leg.departs, leg.arrives) for leg in booking.legs] == [(at(4, 22, 45), at(5, 0, 35))]


def test_an_arrival_after_midnight_needs_no_date() -> None:
    night = ("EXAMPLE/KEISHA", "", "BW600", "POS", "KIN", "04DEC", "2245")
    expected = at(5, 0, 35)
    for arrival in (("0035",), ("0035+1",), ("0035", "05DEC")):
        (booking,) = read((*night, *arrival))
        assert booking.problems == ()
        assert booking.legs[0].arrives == expected


def test_a_direction_that_the_list_says_is_believed() -> None:
    headings = (*HEADINGS, "Direction")
    out = (*THERE, "vuelta")
    assert read(out, headings=headings)[0].legs[0].direction is BACK


def test_what_cannot_be_read_names_its_cell() -> None:
    def problems(*cells: str) -> list[tuple[str, str]]:
        (booking,) = read(cells)
        return [(problem.cell, problem.sentence.split(":")[0]) for problem in booking.problems]

    base = list(THERE)
    for place, text, cell in (
        (2, "boat", "flight2"),
        (3, "nowhere", "origin2"),
        (5, "soon", "day2"),
        (6, "noon", "departs2"),
        (7, "tea", "arrives2"),
        (8, "soon", "arrival_day2"),
        (10, "much", "fare2"),
    ):
        cells = [*base[:place], text, *base[place + 1 :]]
        assert [found[0] for found in problems(*cells)] == [cell], text
    assert "arrives before it leaves" in problems(*base[:7], "0800", "04DEC")[0][1]
    assert problems(*base[:7], "1610+3")
    assert "There is no airport “ZZZ”" in problems(*base[:3], "ZZZ", *base[4:])[0][1]


def test_a_journey_to_elsewhere_is_told() -> None:
    (booking,) = read(("EXAMPLE/KEISHA", "", "BW415", "BGI", "POS", "04DEC", "1435", "1550"))
    assert booking.legs == ()
    assert booking.problems[0].sentence == "None of these flights leads to the country of the meeting."


def test_a_row_that_names_nobody_is_told_and_two_passengers_are_two_bookings() -> None:
    found = read(HOME, THERE, ("SAMPLE/BEN", "OTHER1", "BW415", "BGI", "KIN", "04DEC", "1435", "1610"))
    assert [(booking.name, bool(booking.problems)) for booking in found] == [
        ("", True),
        ("EXAMPLE/KEISHA MS", False),
        ("SAMPLE/BEN", False),
    ]


def test_holds_and_a_second_locator_are_kept() -> None:
    headings = (*HEADINGS, "Hold until")
    first, second = (*THERE, "20NOV 1800"), ("", "OTHER1", *HOME[2:], "", "", "", "", "bad")
    (booking,) = read(first, second, headings=headings)
    assert (booking.locator, f"{booking.hold_until:%m-%d %H:%M}") == ("EXY12Z OTHER1", "11-20 18:00")
    assert [problem.cell for problem in booking.problems] == ["hold_until3"]


RESERVATION = """\
RP/KINVS1234/KINVS1234            AA/SU  20NOV19/1412Z   EXY12Z
  1.EXAMPLE/KEISHA MS   2.SAMPLE/BEN MR
  3  BW 415 Y 04DEC 3 BGIKIN HK2  1435 1610
  4  BW 600 Y 07DEC 6 KINPOS HK2  2245 0335+1
TKT 106-2400000001
FARE USD 412.50
 1.MUSTER/ANAIS MRS
  2  BW 415 Y 04DEC 3 BGI KIN HK1  235P 410P 04DEC
""".splitlines()


def test_the_lines_of_a_reservation_system_are_flights_of_everybody_above_them() -> None:
    assert has_flight_lines(RESERVATION)
    assert not has_flight_lines(["Dear colleagues,", "please find the list"])
    found = bookings(rows_of(RESERVATION), near=NEAR, country="JM", airports=AIRPORTS)
    assert [(booking.name, booking.locator, booking.ticket, len(booking.legs)) for booking in found] == [
        ("EXAMPLE/KEISHA MS", "EXY12Z", "106-2400000001", 2),
        ("SAMPLE/BEN MR", "EXY12Z", "106-2400000001", 2),
        ("MUSTER/ANAIS MRS", "", "", 1),
    ]
    assert [booking.problems for booking in found] == [(), (), ()]
    assert found[0].legs[1].arrives == at(8, 3, 35)
    assert (found[2].legs[0].arrives, found[0].fare) == (at(4, 16, 10), Decimal("412.50"))


def test_a_passenger_and_a_locator_may_stand_on_lines_of_their_own() -> None:
    lines = ["EXY12Z", "EXAMPLE/KEISHA MS", "BW 415 04DEC BGI-KIN 1435 1610", "thank you"]
    (booking,) = bookings(rows_of(lines), near=NEAR, country="JM", airports=AIRPORTS)
    assert (booking.name, booking.locator, len(booking.legs)) == ("EXAMPLE/KEISHA MS", "EXY12Z", 1)
    assert booking.where == "line 2"


def test_flights_of_nobody_are_told() -> None:
    (booking,) = bookings(rows_of(["BW 415 Y 04DEC BGIKIN HK1 1435 1610"]), near=NEAR, country="JM", airports=AIRPORTS)
    assert booking.problems[0].sentence == "Who flies is not said."


SABRE = """
 1.1EXAMPLE/KEISHA MS
 1 BW 415Y 04DEC W BGIKIN*HK1   235P  410P /DCBW*EXY12Z /E
 2 BW 600Y 07DEC J KINPOS*HK1  1045P  335A  08DEC S /DCBW*EXY12Z /E
TKT/TIME LIMIT
  1.TAW20NOV/
B4T0.B4T0*AGS 1200/18NOV19 EXY12Z H
""".splitlines()
GALILEO = """
EXY12Z/XX KINOU C123456 AG 12345678 18NOV
 1.1EXAMPLE/KEISHAMS
 1. BW  415 Y  04DEC BGIKIN HK1  1435  1610 O*       WE  1
 2. BW  600 Y  07DEC KINPOS HK1  2245 #0335 O*       SA  1
TKTG-TAU/WE20NOV
""".splitlines()
BY_HAND = ["Example/Keisha", "BW 415 04DEC BGI KIN 14:35 16:10", "BW 600 2019-12-07 KIN POS 2245 0335+1"]


@pytest.mark.parametrize("lines", [SABRE, GALILEO, BY_HAND])
def test_every_system_writes_a_flight_in_its_own_way(lines: list[str]) -> None:
    assert has_flight_lines(lines)
    (booking,) = bookings(rows_of(lines), near=NEAR, country="JM", airports=AIRPORTS)
    assert booking.problems == ()
    assert [(leg.number, leg.origin, leg.departs, leg.arrives) for leg in booking.legs] == [
        ("415", "BGI", at(4, 14, 35), at(4, 16, 10)),
        ("600", "KIN", at(7, 22, 45), at(8, 3, 35)),
    ]
    if lines is not BY_HAND:
        assert (booking.locator, booking.hold_until) == ("EXY12Z", datetime(2019, 11, 20, 23, 59))  # noqa: DTZ001


def test_until_when_a_ticket_is_held_may_have_a_time() -> None:
    lines = ["1.EXAMPLE/KEISHA MS", "2 BW 415 Y 04DEC 3 BGIKIN HK2 1435 1610", "3 TK TL20NOV/1800/KINXX2100"]
    (booking,) = bookings(rows_of(lines), near=NEAR, country="JM", airports=AIRPORTS)
    assert booking.hold_until == datetime(2019, 11, 20, 18)  # noqa: DTZ001


def test_what_is_meant_as_a_flight_and_cannot_be_read_is_said_with_its_line() -> None:
    sentence = "“BW 600 07DEC KIN POS” is not understood: a flight reads as BW 415 05DEC POS KIN 0705 0930."
    lines = ["EXAMPLE/KEISHA MS", "BW 415 04DEC BGI KIN 1435 1610", "BW 600 07DEC KIN POS", "we thank you for 2 Dec"]
    (booking,) = bookings(rows_of(lines), near=NEAR, country="JM", airports=AIRPORTS)
    assert [(one.cell, one.sentence) for one in booking.problems] == [("line 3", sentence)]
    assert len(booking.legs) == 1
    (nobody,) = bookings(rows_of(lines[2:3]), near=NEAR, country="JM", airports=AIRPORTS)
    assert [one.sentence for one in nobody.problems] == ["Who flies is not said.", sentence]
    assert first_meant(lines) == f"line 3: {sentence}"
    assert first_meant(lines[:2]) == ""


def test_the_way_back_alone_is_known_by_where_it_begins() -> None:
    lines = ["EXAMPLE/KEISHA MS", "BW 414 07DEC KIN BGI 0915 1250"]
    (booking,) = bookings(rows_of(lines), near=NEAR, country="JM", airports=AIRPORTS)
    assert [leg.direction for leg in booking.legs] == [Direction.BACK]
    assert booking.problems == ()
