"""Money: minor units, rounding half up, conversion once, and what people type."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.currencies import checked_currency, exponent, notes_of, usual_cash_step
from cmc_desk.rules.money import (
    converted,
    figure,
    from_minor,
    money,
    read_amount,
    read_rate,
    rounded,
    to_minor,
)
from cmc_desk.rules.refusal import Refusal

CURRENCIES = ("USD", "JMD", "XCD", "HTG", "JPY", "KWD", "CLF")


def test_currencies_have_the_decimals_of_the_standard() -> None:
    assert [exponent(code) for code in CURRENCIES] == [2, 2, 2, 2, 0, 3, 4]


def test_a_currency_is_a_code_of_three_letters() -> None:
    assert checked_currency(" usd ") == "USD"
    for wrong in ("", "US", "DOLLAR", "U$D", "ÜSD"):
        with pytest.raises(Refusal) as refused:
            checked_currency(wrong, field="paid")
        assert refused.value.field == "paid"


def test_notes_and_cash_steps_are_in_minor_units() -> None:
    assert notes_of("JMD")[-1] == usual_cash_step("JMD") == 5000
    assert notes_of("JPY") == (10000, 5000, 1000)
    assert (notes_of("CHF"), usual_cash_step("USD")) == ((), 1)


def test_halves_are_rounded_up() -> None:
    assert [str(rounded(Decimal(text), "USD")) for text in ("6.275", "6.2749", "0.005")] == ["6.28", "6.27", "0.01"]


def test_an_amount_with_more_decimals_than_its_currency_is_refused() -> None:
    assert to_minor(Decimal("355.20"), "USD") == 35520
    for amount, currency in ((Decimal("0.001"), "USD"), (Decimal("0.5"), "JPY")):
        with pytest.raises(Refusal):
            to_minor(amount, currency)


@given(st.integers(0, 10**14), st.sampled_from(CURRENCIES))
def test_minor_units_lose_nothing(minor: int, currency: str) -> None:
    assert to_minor(from_minor(minor, currency), currency) == minor


def test_an_amount_is_converted_once_at_the_end() -> None:
    assert converted(Decimal("355.20"), rate=Decimal("138.50"), currency="JMD") == Decimal("49195.20")
    assert converted(Decimal("49195.20"), rate=Decimal("138.50"), currency="USD", inverse=True) == Decimal("355.20")
    assert converted(Decimal("355.20"), rate=Decimal("108.9"), currency="JPY") == 38681


def test_figures_stand_in_groups_of_three_with_the_currency_before_them() -> None:
    assert figure(4920000, "JMD") == "49\u202f200.00"
    assert money(Decimal("-4.8"), "USD") == "USD\u00a0−4.80"
    assert money(1234, "JPY") == "JPY\u00a01\u202f234"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("240", "240"),
        (" 1 234.50 ", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("240,5", "240.5"),
        ("1’234", "1234"),
        ("1,234,567", "1234567"),
        ("0", "0"),
    ],
)
def test_amounts_are_understood_as_people_type_them(text: str, amount: str) -> None:
    assert read_amount(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "abc", "1,234", "1.2.3", "NaN", "Infinity", "1e3", "10000000000000"])
def test_what_is_no_amount_or_could_be_two_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_amount(text, field="rate")
    assert refused.value.field == "rate"


def test_a_negative_rate_is_refused_in_one_sentence() -> None:
    for text in ("-240", "−240"):
        with pytest.raises(Refusal) as refused:
            read_amount(text, field="rate")
        assert refused.value.sentence == f"{text} is below nothing: an amount or a rate cannot be negative."


def test_a_rate_of_exchange_is_above_nothing() -> None:
    assert read_rate("138.50") == Decimal("138.50")
    with pytest.raises(Refusal):
        read_rate("0")
