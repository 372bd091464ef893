"""Whether a statement that was handed in keeps to its limit at a pace that interpreters can follow."""

from datetime import timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given

from cmc_desk.rules.statement_length import Length, count_words, length_of, reading_time, words_in
from tests.rules.floored import minutes

THREE = minutes(3)


def test_three_minutes_are_three_hundred_to_three_hundred_and_sixty_words() -> None:
    assert words_in(THREE) == (300, 360)
    assert words_in(-THREE) == (0, 0)


@pytest.mark.parametrize(
    ("words", "length"), [(300, Length.FITS), (301, Length.TIGHT), (360, Length.TIGHT), (361, Length.OVER)]
)
def test_a_statement_fits_fits_if_read_fast_or_is_too_long(words: int, length: Length) -> None:
    assert length_of(words, THREE) is length


def test_the_time_to_read_is_rounded_up_to_the_second() -> None:
    assert reading_time(360).fast == THREE
    assert reading_time(361).slow == timedelta(seconds=217)


def test_words_are_counted_as_they_are_read() -> None:
    assert count_words("L’accord de co-operation, 2019 — M. Peña’s “twenty-one” points.") == 8
    assert count_words("") == 0


@given(st.integers(1, 20_000), st.integers(1, 3600))
def test_what_fits_can_be_read_slowly_in_time_and_what_is_too_long_cannot_be_read_fast(words: int, limit: int) -> None:
    length, reading = length_of(words, timedelta(seconds=limit)), reading_time(words)
    assert reading.fast <= reading.slow
    assert (reading.slow <= timedelta(seconds=limit)) is (length is Length.FITS)
    assert (reading.fast > timedelta(seconds=limit)) is (length is Length.OVER)
