"""Lengths of time are understood as they are typed."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.typed_lengths import LONGEST, length_text, limit_text, parse_change, parse_length, parse_limit

SECONDS = st.integers(0, int(LONGEST.total_seconds()))


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10", minutes(10)),
        ("90", minutes(90)),
        ("120", minutes(120)),
        ("1h30", minutes(90)),
        ("1 h 30 min", minutes(90)),
        ("1H30m", minutes(90)),
        ("1:30", minutes(90)),
        ("1.30", minutes(90)),
        ("1,30", minutes(90)),
        ("1 30", minutes(90)),
        ("01:30:00", minutes(90)),
        ("0:05:04", timedelta(minutes=5, seconds=4)),
        ("2h", minutes(120)),
        ("2 hours", minutes(120)),
        ("1.5 h", minutes(90)),
        ("45 min", minutes(45)),
        ("45 minutes", minutes(45)),
        ("45'", minutes(45)),
        ("90s", minutes(1.5)),
        ("2'30\"", minutes(2.5)),
        ("2′30″", minutes(2.5)),
        ("5m04s", timedelta(minutes=5, seconds=4)),
        ("+15", minutes(15)),
        (" 0 ", minutes(0)),
    ],
)
def test_the_length_of_an_item_is_understood_however_it_is_typed(typed: str, meant: timedelta) -> None:
    assert parse_length(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3", minutes(3)),
        ("2:30", minutes(2.5)),
        ("2.30", minutes(2.5)),
        ("0:90", None),
        ("90s", minutes(1.5)),
        ("0:02:30", minutes(2.5)),
        ("5 min", minutes(5)),
    ],
)
def test_a_limit_is_in_minutes_and_seconds(typed: str, meant: timedelta | None) -> None:
    if meant is None:
        with pytest.raises(Refusal, match="type minutes"):
            parse_limit(typed)
    else:
        assert parse_limit(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "soon", "1:60", "1:3", "h", "1.5", "1:30:60", "٣", "half an hour", "12345", "1:2:3", "min"]
)
def test_what_is_no_length_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="no length of time"):
        parse_length(typed)


@pytest.mark.parametrize("typed", ["-3", "−15", "-1:30", "- 2 h"])
def test_no_length_is_less_than_nothing(typed: str) -> None:
    for parse in (parse_length, parse_limit):
        with pytest.raises(Refusal, match="without the minus"):
            parse(typed)


def test_a_change_is_longer_or_with_a_minus_shorter() -> None:
    found = [parse_change("5"), parse_change("+1:30"), parse_change("−1"), parse_change(" -0:30", parse_limit)]
    assert found == [minutes(5), minutes(90), -minutes(1), -minutes(0.5)]
    with pytest.raises(Refusal, match="no length of time"):
        parse_change("-")


@pytest.mark.parametrize("typed", ["25h", "24:01", "1441"])
def test_nothing_lasts_longer_than_a_day(typed: str) -> None:
    with pytest.raises(Refusal, match="longer than a day"):
        parse_length(typed)


@given(SECONDS)
def test_every_length_is_read_back_as_it_is_written(seconds: int) -> None:
    length = timedelta(seconds=seconds)
    assert parse_length(length_text(length)) == length


@given(st.integers(0, 999 * 60 + 59))
def test_every_limit_is_read_back_as_it_is_written(seconds: int) -> None:
    limit = timedelta(seconds=seconds)
    assert parse_limit(limit_text(limit)) == limit


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_length_or_refused(typed: str) -> None:
    for parse in (parse_length, parse_limit):
        try:
            length = parse(typed)
        except Refusal:
            continue
        assert timedelta() <= length <= LONGEST
