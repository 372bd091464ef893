"""Where a traveller stays between the legs, and which rate holds there."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from cmc_desk.rules.allowance_days import compute
from cmc_desk.rules.allowance_stays import DailyRate, Stay, priced, rate_on, stays, terminal_trips
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Leg
from cmc_desk.rules.travel_states import Direction
from tests.rules.allowance_case import POLICY, at, day

ISLANDS, JAMAICA = timezone(timedelta(hours=-4)), timezone(timedelta(hours=-5))


FIRST = day(1)


def leg(sequence: int, route: str, departs: tuple[int, int], arrives: tuple[int, int], *, back: bool = False) -> Leg:
    origin, destination = route.split("-")
    return Leg(
        key=str(sequence),
        sequence=sequence,
        direction=Direction.BACK if back else Direction.OUT,
        carrier="XX",
        number="100",
        origin=origin,
        destination=destination,
        departs=at(*departs).replace(tzinfo=ISLANDS),
        arrives=at(*arrives).replace(tzinfo=JAMAICA),
    )


THERE_AND_BACK = (leg(1, "BGI-KIN", (4, 13), (4, 15)), leg(2, "KIN-BGI", (7, 9), (7, 13), back=True))


def rate(
    place: str = "KIN", *, since: date = FIRST, until: date | None = None, amount: str = "240", **how: str
) -> DailyRate:
    return DailyRate("r", place, since, until, Decimal(amount), None, how.get("currency", "USD"), "sample")


def test_the_stay_lies_between_arrival_and_departure_on_the_clocks_of_the_place() -> None:
    assert stays(THERE_AND_BACK, min_hours=10) == (Stay("KIN", at(4, 15), at(7, 9)),)
    assert stays(tuple(reversed(THERE_AND_BACK)), min_hours=10) == (Stay("KIN", at(4, 15), at(7, 9)),)


def test_a_short_connection_is_no_stay_but_one_over_night_is() -> None:
    by_day = (
        leg(1, "BGI-MIA", (4, 6), (4, 9)),
        leg(2, "MIA-KIN", (4, 12), (4, 14)),
        leg(3, "KIN-BGI", (7, 9), (7, 13), back=True),
    )
    over_night = (
        replace(by_day[0], departs=at(3, 20).replace(tzinfo=ISLANDS), arrives=at(3, 23).replace(tzinfo=JAMAICA)),
        *by_day[1:],
    )
    assert [stay.place for stay in stays(by_day, min_hours=10)] == ["KIN"]
    assert [stay.place for stay in stays(by_day, min_hours=3)] == ["MIA", "KIN"]
    assert [stay.place for stay in stays(over_night, min_hours=24)] == ["MIA", "KIN"]


def test_a_visit_within_a_day_is_a_stay_however_short_it_is() -> None:
    legs = (leg(1, "BGI-KIN", (5, 6), (5, 8)), leg(2, "KIN-BGI", (5, 17), (5, 20), back=True))
    assert stays(legs, min_hours=10) == (Stay("KIN", at(5, 8), at(5, 17)),)


def test_two_airports_of_one_place_are_one_stay() -> None:
    legs = (
        leg(1, "BGI-MBJ", (4, 6), (4, 9)),
        leg(2, "MBJ-KIN", (4, 10), (4, 14)),
        leg(3, "KIN-BGI", (7, 9), (7, 13), back=True),
    )
    found = stays(legs, min_hours=1, place_of=lambda code: "Kingston" if code in ("MBJ", "KIN") else code)
    assert found == (Stay("Kingston", at(4, 9), at(7, 9)),)


@pytest.mark.parametrize("legs", [(), THERE_AND_BACK[:1], THERE_AND_BACK[1:]])
def test_without_the_way_there_and_back_there_is_no_allowance(legs: tuple[Leg, ...]) -> None:
    with pytest.raises(Refusal) as refused:
        stays(legs, min_hours=10)
    assert refused.value.field == "itinerary"


def test_terminals_are_at_home_and_wherever_no_vehicle_of_the_meeting_fetches() -> None:
    there = stays(THERE_AND_BACK, min_hours=10)
    assert [terminal_trips(there), terminal_trips(there, fetched="KIN"), terminal_trips(())] == [4, 2, 0]


def test_the_rate_of_a_day_is_the_newest_that_has_begun_and_not_ended() -> None:
    old, ended = rate(since=day(1), amount="200"), rate(since=day(5), until=day(6))
    known = (ended, old, rate("MIA"), rate(currency="JMD"))
    assert rate_on(known, place="KIN", day=day(4), currency="USD") is old
    assert rate_on(known, place="KIN", day=day(6), currency="USD") is ended
    # An old rate does not silently come back.
    assert rate_on(known, place="KIN", day=day(7), currency="USD") is None
    assert rate_on((), place="KIN", day=day(7), currency="USD") is None


def test_stays_are_priced_in_the_first_currency_in_which_all_rates_are_known() -> None:
    there = (Stay("MIA", at(3, 23), at(4, 12)), Stay("KIN", at(4, 14), at(7, 9)))
    known = (rate("MIA"), rate(), rate(currency="JMD", amount="33000"))
    currency, stops = priced(there, known, currencies=("JMD", "USD"))
    assert currency == "USD"
    assert [(stop.place, stop.rate) for stop in stops] == [("MIA", Decimal(240)), ("KIN", Decimal(240))]


@pytest.mark.parametrize("currencies", [("JMD", "USD"), ("USD",), ()])
def test_a_missing_rate_is_named_with_place_and_day(currencies: tuple[str, ...]) -> None:
    with pytest.raises(Refusal) as refused:
        priced(stays(THERE_AND_BACK, min_hours=10), (rate(until=day(3)),), currencies=currencies)
    assert refused.value.sentence == "There is no daily rate for KIN on 2019-12-04: enter it with its source at Rates."


def test_a_rate_that_ends_during_the_stay_is_missing_from_the_next_day_on() -> None:
    with pytest.raises(Refusal, match="KIN on 2019-12-06"):
        priced(stays(THERE_AND_BACK, min_hours=10), (rate(until=day(5)),), currencies=("USD",))


def test_a_new_rate_parts_the_stay_at_midnight_but_not_on_the_day_of_departure() -> None:
    known = (rate(), rate(since=day(6), amount="200"), rate(since=day(7), amount="100"))
    _currency, stops = priced(stays(THERE_AND_BACK, min_hours=10), known, currencies=("USD",))
    assert [(stop.arrive, stop.depart, stop.rate) for stop in stops] == [
        (at(4, 15), at(6, 0), Decimal(240)),
        (at(6, 0), at(7, 9), Decimal(200)),
    ]
    found = compute(POLICY, stops, {}, "USD")
    assert [one.gross for one in found.days] == [240, 240, 200, 80]


def test_a_stay_within_a_date_has_the_rate_of_that_date() -> None:
    within = (Stay("KIN", at(5, 7), at(5, 18)),)
    assert priced(within, (rate(),), currencies=("USD",))[1][0].rate == 240
    assert isinstance(within[0].arrive, datetime)
