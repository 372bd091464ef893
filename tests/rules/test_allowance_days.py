"""Allowances by the day: the worked cases, the rules behind them, and what holds for every journey."""

import json
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.allowance_days import checked_letters, compute
from cmc_desk.rules.allowances import Allowance, AllowancePolicy, DayKind, Origin, Stop
from cmc_desk.rules.refusal import Refusal
from tests.rules.allowance_case import NIGHTS, POLICY, STAY, at, day, net, policy_of, stop, stops_of

VECTORS = json.loads((Path(__file__).parent / "dsa_vectors.json").read_text(encoding="utf-8"))
SHARES = st.integers(0, 25).map(lambda hundredths: Decimal(hundredths) / 100)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_every_worked_case_comes_out_to_the_cent(vector: dict[str, Any]) -> None:
    provided = {date.fromisoformat(when): letters for when, letters in vector["provided"].items()}
    found = compute(policy_of(vector["policy"]), stops_of(vector["stops"]), provided, "USD")
    assert [(one.date.isoformat(), one.place or None, one.gross, one.deduction, one.net) for one in found.days] == [
        (one["date"], one["place"], Decimal(one["gross"]), Decimal(one["deduction"]), Decimal(one["net"]))
        for one in vector["days"]
    ]
    assert (found.gross, found.deduction, found.net) == tuple(
        Decimal(vector[name]) for name in ("gross", "deduction", "net")
    )


def test_the_case_of_the_field_guide_says_every_figure_in_words() -> None:
    provided = {day(4): "R", day(5): "BLR", day(6): "BLR", day(7): "B"}
    origins = {day(5): {"R": Origin.HOTEL, "B": Origin.HOTEL, "L": Origin.AGENDA}}
    found = compute(POLICY, [STAY], provided, "USD", origins=origins)
    assert [one.why for one in found.days[:2]] == [
        (
            "A night at KIN: the whole daily rate, 240.00.",
            "Provided: room 50\u00a0%. 50\u00a0% of 240.00 is 120.00.",
        ),
        (
            "A night at KIN: the whole daily rate, 240.00.",
            "Provided: room 50\u00a0% (by the hotel), breakfast 6\u00a0% (by the hotel), lunch 12\u00a0% (by the agenda). 68\u00a0% of 240.00 is 163.20.",
        ),
    ]
    assert found.days[3].why == (
        "Day of departure: 40\u00a0% of the rate of KIN, 240.00, is 96.00.",
        "Provided: breakfast 6\u00a0%. 6\u00a0% of 240.00 is 14.40.",
    )
    assert found.net == Decimal("355.20")


def test_a_night_in_the_air_counts_at_the_place_just_left() -> None:
    found = compute(POLICY, [stop("BGI", (3, 8), (3, 22)), stop("KIN", (4, 9), (5, 9), rate="200")], {}, "USD")
    assert [(one.place, one.gross) for one in found.days] == [
        ("BGI", Decimal(240)),
        ("KIN", Decimal(200)),
        ("KIN", Decimal(80)),
    ]


def test_a_place_left_on_the_day_of_arrival_pays_a_share_if_the_stay_was_long_enough() -> None:
    short = compute(POLICY, [stop("MIA", (4, 8), (4, 17)), stop("KIN", (4, 19), (5, 9))], {}, "USD")
    long = compute(
        POLICY, [stop("MIA", (4, 8), (4, 18), rate="100"), stop("KIN", (4, 20), (5, 9))], {day(4): "L"}, "USD"
    )
    assert short.days[0].gross == 240
    assert long.days[0].gross == 280
    assert long.days[0].deduction == Decimal("33.60")
    assert long.days[0].why[1] == "Left the same day: 40\u00a0% of the rate of MIA, 100.00, is 40.00."


def test_hours_are_counted_for_each_place_and_never_summed() -> None:
    found = compute(POLICY, [stop("MIA", (4, 1), (4, 9)), stop("KIN", (4, 11), (4, 20))], {day(4): "L"}, "USD")
    assert found.days[0].kind is DayKind.NOTHING
    assert found.net == 0
    assert found.days[0].why == ("A journey of one day, less than 10 hours at any place: nothing is paid.",)


def test_a_journey_of_one_day_pays_the_first_place_that_is_long_enough() -> None:
    found = compute(POLICY, [stop("MIA", (4, 1), (4, 5)), stop("KIN", (4, 7), (4, 20), rate="200")], {}, "USD")
    assert (found.days[0].place, found.days[0].gross) == ("KIN", Decimal(80))
    assert found.days[0].why[0].startswith("A journey of one day: 40\u00a0% of the rate of KIN")


def test_the_lower_rate_applies_from_the_day_after_the_sixtieth_if_there_is_one() -> None:
    arrive = datetime.fromisoformat("2019-09-01T12:00")
    whole = Stop("KIN", arrive, arrive + timedelta(days=61), Decimal(240), Decimal(180))
    found = compute(POLICY, [whole], {}, "USD")
    assert [one.rate for one in found.days[58:62]] == [240, 240, 180, 180]
    assert found.days[60].why[1] == "After 60 days the lower rate for long stays applies."
    assert found.days[61].gross == 72
    same = compute(POLICY, [Stop("KIN", arrive, arrive + timedelta(days=61), Decimal(240))], {}, "USD")
    assert same.days[60].rate == 240


def test_a_day_without_allowance_is_deducted_whole_the_last_one_too() -> None:
    found = compute(POLICY, [STAY], {day(5): "X", day(7): "XL"}, "USD")
    assert [net(found, 5), net(found, 7)] == [0, 0]
    assert found.days[1].why[1] == "No allowance is due for this day: all of it is deducted."
    assert found.days[3].provided == "LX"


def test_what_is_provided_beyond_the_share_that_is_paid_is_not_deducted() -> None:
    found = compute(POLICY, [STAY], {day(7): "RBLD"}, "USD")
    assert net(found, 7) == 0
    assert found.days[3].why[2] == "No more than 40\u00a0% is deducted on this day, because no more is paid."


def test_what_is_provided_on_other_dates_is_ignored() -> None:
    assert compute(POLICY, [STAY], {day(3): "RBLD", day(8): "X"}, "USD") == compute(POLICY, [STAY], {}, "USD")


def test_a_currency_without_decimals_is_rounded_to_whole_units() -> None:
    found = compute(POLICY, [stop("NRT", (4, 10), (5, 9), rate="25555")], {day(4): "B"}, "JPY")
    assert [(one.gross, one.deduction) for one in found.days] == [
        (Decimal(25555), Decimal(1533)),
        (Decimal(10222), Decimal(0)),
    ]


def test_terminals_are_a_line_of_their_own() -> None:
    policy = policy_of({**NIGHTS, "terminals": "47"})
    found = compute(policy, [STAY], {}, "USD", trips=4)
    assert [found.gross, found.terminals, found.net] == [Decimal(720), Decimal(188), Decimal(908)]


@pytest.mark.parametrize(
    ("stops", "field"),
    [
        ([], "stops"),
        ([stop("KIN", (5, 9), (5, 9))], "stops[1].depart"),
        ([stop("KIN", (5, 9), (4, 9))], "stops[1].depart"),
        ([stop("KIN", (5, 9), (6, 9)), stop("MIA", (4, 9), (7, 9))], "stops[2].arrive"),
        ([stop("KIN", (5, 9), (6, 9), rate="-1")], "stops[1].rate"),
        ([stop("KIN", (5, 9), (6, 9), long_rate="-1")], "stops[1].long_rate"),
        ([stop("KIN", (5, 9), (6, 9), rate="NaN")], "stops[1].rate"),
        ([Stop("KIN", at(5, 9), datetime.fromisoformat("2091-12-06T09:00"), Decimal(1))], "stops"),
    ],
)
def test_stops_that_cannot_be_are_refused_with_their_field(stops: list[Stop], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        compute(POLICY, stops, {}, "USD")
    assert refused.value.field == field


def test_letters_stand_once_and_in_order_and_others_are_refused() -> None:
    assert checked_letters(" ldBRr ") == "RBLD"
    with pytest.raises(Refusal) as refused:
        checked_letters("RQ")
    assert refused.value.field == "provided"


@st.composite
def journeys(draw: st.DrawFn) -> Allowance:
    room, breakfast, lunch, dinner, last_day, same_day = (draw(SHARES) for _ in range(6))
    policy = AllowancePolicy(
        "Sample", "Sample", room, breakfast, lunch, dinner, last_day, same_day, draw(st.integers(0, 24)), 3
    )
    clock, stops = at(1, 0), []
    for number in range(draw(st.integers(1, 3))):
        arrive = clock + timedelta(minutes=draw(st.integers(0, 2000)))
        clock = arrive + timedelta(minutes=draw(st.integers(1, 6000)))
        rate = draw(st.decimals(0, 999, places=2))
        stops.append(Stop(f"P{number}", arrive, clock, rate, draw(st.none() | st.decimals(0, 999, places=2))))
    provided = draw(
        st.dictionaries(st.integers(1, 20).map(lambda number: date(2019, 12, number)), st.text("RBLDX", max_size=5))
    )
    return compute(policy, stops, provided, draw(st.sampled_from(("USD", "JPY"))))


@given(journeys())
def test_gross_less_deduction_is_net_and_never_negative_by_day_and_in_whole(found: Allowance) -> None:
    assert all(one.gross - one.deduction == one.net >= 0 for one in found.days)
    assert found.gross - found.deduction == found.net >= 0
    assert sum(one.net for one in found.days) == found.net
    assert [one.date for one in found.days] == sorted({one.date for one in found.days})
    assert all(one.why for one in found.days)
