"""A time on a ticket is a time on the clocks of its airport, and becomes one instant or is refused."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.desk.airports import airports
from cmc_desk.rules.airports import Airport, instant_at, the_airport
from cmc_desk.rules.refusal import Refusal
from tests.rules.journey_case import AIRPORTS, at


def test_a_code_is_found_however_it_was_typed() -> None:
    assert the_airport(AIRPORTS, " kin ") == Airport("KIN", "Kingston", "JM", "America/Jamaica")
    assert the_airport(AIRPORTS, "KIN").words == "KIN Kingston"


def test_an_unknown_airport_is_refused_in_one_sentence() -> None:
    with pytest.raises(Refusal) as refused:
        the_airport(AIRPORTS, "xyz", field="legs.0.origin")
    assert str(refused.value) == "There is no airport “XYZ”: type the three letters that stand on the ticket."
    assert refused.value.field == "legs.0.origin"


def test_the_same_time_is_another_instant_at_another_airport() -> None:
    four = at(4, 16)
    assert instant_at(AIRPORTS["KIN"], four).astimezone(UTC).hour == 21
    assert instant_at(AIRPORTS["BGI"], four).astimezone(UTC).hour == 20


def test_in_july_the_clocks_of_havana_are_others_than_in_december_and_those_of_kingston_are_not() -> None:
    offsets = {
        code: [instant_at(AIRPORTS[code], datetime(2019, month, 5, 12)).utcoffset() for month in (7, 12)]  # noqa: DTZ001
        for code in ("HAV", "KIN")
    }
    assert offsets["HAV"] == [timedelta(hours=-4), timedelta(hours=-5)]
    assert offsets["KIN"] == [timedelta(hours=-5), timedelta(hours=-5)]


@pytest.mark.parametrize("year", [1, 1899, 2200, 9999])
def test_a_year_in_which_nobody_flies_is_refused(year: int) -> None:
    with pytest.raises(Refusal, match=f"Nobody flies in the year {year}: correct the date") as refused:
        instant_at(AIRPORTS["KIN"], datetime(year, 12, 31, 23, 59), field="legs.0.departs")  # noqa: DTZ001
    assert refused.value.field == "legs.0.departs"


def test_a_time_that_the_clocks_pass_over_is_refused() -> None:
    with pytest.raises(Refusal, match="There is no 02:30 in Miami on 2019-03-10: the clocks are put forward then"):
        instant_at(AIRPORTS["MIA"], at(10, 2, 30, month=3))


def test_of_an_hour_that_comes_twice_the_first_is_meant_unless_it_would_be_before_the_departure() -> None:
    half_past_one = at(3, 1, 30, month=11)
    first = instant_at(AIRPORTS["MIA"], half_past_one)
    assert first.utcoffset() == timedelta(hours=-4)
    leaves = datetime(2019, 11, 3, 5, 45, tzinfo=UTC)
    assert instant_at(AIRPORTS["MIA"], half_past_one, after=leaves).utcoffset() == timedelta(hours=-5)
    too_late = datetime(2019, 11, 3, 8, tzinfo=UTC)
    assert instant_at(AIRPORTS["MIA"], half_past_one, after=too_late) == first


@given(
    st.sampled_from(sorted(AIRPORTS)),
    st.datetimes(min_value=datetime(2019, 1, 1), max_value=datetime(2027, 1, 1)),  # noqa: DTZ001
)
def test_what_is_read_is_what_the_clock_there_shows(code: str, local: datetime) -> None:
    try:
        instant = instant_at(AIRPORTS[code], local)
    except Refusal:
        return
    shown = instant.astimezone(UTC).astimezone(AIRPORTS[code].tzinfo)
    assert shown.replace(tzinfo=None, fold=0) == local.replace(fold=0)


def test_every_airport_that_we_carry_has_a_city_a_country_and_a_zone_that_is_known() -> None:
    carried = airports()
    assert len(carried) > 7_000
    assert [one for one in carried.values() if not (one.city and len(one.country) == 2 and one.code.isalnum())] == []
    assert {code: carried[code].zone for code in AIRPORTS} == {code: one.zone for code, one in AIRPORTS.items()}
    for one in {one.zone: one for one in carried.values()}.values():
        assert one.tzinfo.key == one.zone
