"""Rates by place, month and currency, each with its source."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from cmc_desk.desk import daily_rates, provided_days
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.refusal import Refusal

DECEMBER = date(2019, 12, 1)
RATE: dict[str, Any] = {
    "place": " kin ",
    "since": DECEMBER,
    "amount": "240",
    "currency": "usd",
    "source": "Sample circular",
}
EXCHANGE: dict[str, Any] = {
    "month": date(2019, 12, 17),
    "base": "USD",
    "quoted": "JMD",
    "rate": "138.50",
    "source": "UN operational rate",
}


def test_a_rate_is_kept_by_place_beginning_and_currency_and_written_over(desk: Desk) -> None:
    first = desk.do(daily_rates.set_rate, **RATE)
    again = desk.do(
        daily_rates.set_rate, **{**RATE, "amount": "250.50", "long_amount": "180", "until": date(2019, 12, 31)}
    )
    assert first == again
    (found,) = desk.read(daily_rates.daily_rates)
    assert (found.place, found.currency, found.amount, found.long_amount) == (
        "KIN",
        "USD",
        Decimal("250.50"),
        Decimal(180),
    )
    desk.do(daily_rates.remove_rate, rate=first)
    with pytest.raises(Refusal):
        desk.do(daily_rates.remove_rate, rate=first)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"amount": "-240"}, "amount"),
        ({"amount": "240.001"}, "amount"),
        ({"long_amount": "−1"}, "long_amount"),
        ({"currency": "dollars"}, "currency"),
        ({"source": " "}, "source"),
        ({"place": ""}, "place"),
        ({"place": "x" * 41}, "place"),
        ({"until": date(2019, 11, 30)}, "until"),
    ],
)
def test_a_rate_that_cannot_be_is_refused_with_its_field(desk: Desk, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        desk.do(daily_rates.set_rate, **{**RATE, **changes})
    assert refused.value.field == field
    assert desk.read(daily_rates.daily_rates) == ()


def test_a_place_may_have_a_name(desk: Desk) -> None:
    desk.do(daily_rates.set_rate, **{**RATE, "place": "Montego  Bay"})
    assert desk.read(daily_rates.daily_rates)[0].place == "Montego Bay"


def test_a_rate_of_exchange_holds_for_its_month_either_way_round(desk: Desk) -> None:
    first = desk.do(daily_rates.set_exchange_rate, **EXCHANGE)
    assert desk.do(daily_rates.set_exchange_rate, **{**EXCHANGE, "rate": "139"}) == first
    rates = desk.read(daily_rates.exchange_rates)
    assert [(one.month, one.rate) for one in rates] == [(DECEMBER, Decimal(139))]
    there = daily_rates.quote(rates, base="USD", quoted="JMD", day=date(2019, 12, 5))
    back = daily_rates.quote(rates, base="JMD", quoted="USD", day=date(2019, 12, 5))
    assert there is not None
    assert back is not None
    assert (there.inverse, back.inverse, back.source) == (False, True, "UN operational rate")
    assert daily_rates.quote(rates, base="USD", quoted="JMD", day=date(2020, 1, 1)) is None
    assert daily_rates.quote(rates, base="USD", quoted="USD", day=date(2020, 1, 1)) == daily_rates.Quote(Decimal(1), "")
    desk.do(daily_rates.remove_exchange_rate, rate=first)
    with pytest.raises(Refusal):
        desk.do(daily_rates.remove_exchange_rate, rate=first)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"rate": "0"}, "rate"),
        ({"rate": "-1"}, "rate"),
        ({"rate": "1.12345678901234567890123"}, "rate"),
        ({"quoted": "USD"}, "quoted"),
        ({"base": "?"}, "base"),
        ({"source": ""}, "source"),
    ],
)
def test_a_rate_of_exchange_that_cannot_be_is_refused(desk: Desk, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        desk.do(daily_rates.set_exchange_rate, **{**EXCHANGE, **changes})
    assert refused.value.field == field


def test_what_is_settled_for_a_date_is_written_over_and_cleared(desk: Desk) -> None:
    day = date(2019, 12, 5)
    first = desk.do(provided_days.set_provided, day=day, letters="dl")
    assert desk.do(provided_days.set_provided, day=day, letters="") == first
    assert [(row.day, row.letters, row.sponsorship) for row in desk.read(provided_days.provided_rows)] == [
        (day, "", "")
    ]
    desk.do(provided_days.clear_provided, day=day)
    for function, how in (
        (provided_days.clear_provided, {"day": day}),
        (provided_days.set_provided, {"day": day, "letters": "Q"}),
        (provided_days.set_provided, {"day": day, "letters": "L", "sponsorship": "nobody"}),
    ):
        with pytest.raises(Refusal):
            desk.do(function, **how)  # type: ignore[arg-type] # as the table says
