"""Rates as a file says them."""

from datetime import date

from cmc_desk.rules.typed_rates import TypedRate, TypedRates


def test_a_file_may_have_daily_rates_alone_that_have_no_end() -> None:
    rate = TypedRate("row 2", "KIN", date(2019, 12, 1), "240", "USD", "Example")
    found = TypedRates(daily=(rate,))
    assert (found.exchange, rate.until, rate.long_amount) == ((), None, "")
