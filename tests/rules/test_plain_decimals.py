"""Decimals as plain data and back."""

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.plain import from_plain, to_plain


@dataclass(frozen=True)
class _Amount:
    value: Decimal
    other: Decimal | None = None


@given(st.decimals(allow_nan=False, allow_infinity=False), st.none() | st.decimals(0, 9, places=2))
def test_a_decimal_comes_back_to_the_last_figure(value: Decimal, other: Decimal | None) -> None:
    amount = _Amount(value, other)
    plain = to_plain(amount)
    assert plain["value"] == str(value)
    assert str(from_plain(_Amount, plain)) == str(amount)
