"""The bar code of a boarding pass, as IATA resolution 792 lays it out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.boarding_pass import BoardedLeg, flown_on, looks_like_a_boarding_pass, read_boarding_pass
from cmc_desk.rules.refusal import Refusal

PASS = "M1BLAKE/KEISHA        EXY12ZQ BGIKINBW 0415 338Y012C0042 100"
LEG = "XY12ZQ KINBGIBW 0414 341Y012A0042 10B>1181WW7341BW"
MEETING = date(2019, 12, 5)


def test_the_pass_of_the_field_guide() -> None:
    found = read_boarding_pass(PASS)
    assert found.name == "BLAKE/KEISHA"
    assert not found.cut
    assert found.legs == (BoardedLeg("XY12ZQ", "BW", "415", "BGI", "KIN", 338, "12C"),)
    assert flown_on(338, MEETING) == date(2019, 12, 4)


def test_a_scanner_may_add_a_line_end_or_leave_spaces_away() -> None:
    assert read_boarding_pass(f"{PASS}\r\n") == read_boarding_pass(PASS)
    assert looks_like_a_boarding_pass(PASS)
    assert not looks_like_a_boarding_pass("KEISHA")
    assert not looks_like_a_boarding_pass("M" + PASS[2:])


def test_a_pass_of_two_legs_has_both_whatever_stands_between_them() -> None:
    first = PASS[:-2] + "05>1180"[:2] + "ABCDE"
    found = read_boarding_pass("M2" + first[2:] + LEG)
    assert [(leg.origin, leg.number, leg.seat) for leg in found.legs] == [("BGI", "415", "12C"), ("KIN", "414", "12A")]


def test_a_locator_can_be_missing_and_a_flight_can_have_a_letter() -> None:
    found = read_boarding_pass(PASS.replace("XY12ZQ ", "       ").replace("0415 ", "0415A"))
    assert (found.legs[0].locator, found.legs[0].number) == ("", "415A")


def test_a_name_that_fills_its_field_is_cut() -> None:
    assert read_boarding_pass(PASS.replace("BLAKE/KEISHA        ", "EXAMPLEBLAKE/KEISHAM")).cut


@pytest.mark.parametrize(
    "text",
    [
        "",
        "S1" + PASS[2:],
        PASS.replace("/", " "),
        PASS.replace("338", "000"),
        PASS.replace("338", "   "),
        PASS.replace("338", "400"),
        PASS.replace("0415", "    "),
        PASS.replace("0415", "04 5"),
        PASS.replace("338", "3 8"),
        PASS.replace("BGI", "B1I"),
        "M2" + PASS[2:],
        PASS[:-2] + "ZZ",
    ],
)
def test_what_is_no_boarding_pass_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(Refusal, match="not the bar code of a boarding pass"):
        read_boarding_pass(text)


def test_the_year_is_the_one_nearest_to_the_meeting() -> None:
    assert flown_on(3, MEETING) == date(2020, 1, 3)
    assert flown_on(362, date(2020, 1, 8)) == date(2019, 12, 28)
    assert flown_on(366, MEETING) == date(2020, 12, 31)
    assert flown_on(366, date(2018, 1, 5)) == date(2018, 12, 31)


@given(st.dates(date(2019, 1, 1), date(2030, 12, 31)), st.integers(-170, 170))
def test_a_flight_near_the_meeting_gets_its_own_date_back(meeting: date, days: int) -> None:
    flew = meeting + timedelta(days=days)
    assert flown_on(flew.timetuple().tm_yday, meeting) == flew


@given(
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=200),
    st.integers(0, 60),
)
def test_no_text_makes_it_fall_over(text: str, cut: int) -> None:
    for candidate in (text, PASS[:cut] + text, PASS[:cut]):
        try:
            read_boarding_pass(candidate)
        except Refusal:
            continue
