"""What a chart says before anybody paints it."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.arrivals import arrivals_of_day
from cmc_desk.rules.figures import Curve, Mark, Point, arrivals_as_curve, grid_values

NINE = datetime(2019, 12, 5, 9, tzinfo=UTC)


@given(st.integers(1, 100_000))
def test_a_chart_has_at_most_three_lines_and_they_keep_clear_of_the_top(top: int) -> None:
    values = grid_values(top)
    assert len(values) <= 3
    assert all(0 < value <= top * 0.9 for value in values)
    assert len({after - before for before, after in zip((0, *values), values, strict=False)}) <= 1
    assert values or top == 1


@given(st.lists(st.integers(0, 600), max_size=30), st.integers(0, 40))
def test_a_curve_only_rises_and_stays_in_its_frame(minutes: list[int], expected: int) -> None:
    times = sorted(NINE + timedelta(minutes=one) for one in minutes)
    found = arrivals_of_day(times, expected=expected, begins=NINE, until=NINE + timedelta(hours=9))
    curve = arrivals_as_curve(found, expected="expected", opened="opened")
    corners = list(curve.corners())
    assert corners == sorted(corners)
    assert all(0 <= across <= 1 and 0 <= up <= 1 for across, up in corners)
    assert curve.top >= max(expected, len(minutes))
    assert len(curve.ticks) <= 7
    assert curve.marker is None


def test_when_the_meeting_opened_stands_out() -> None:
    found = arrivals_of_day([NINE], expected=3, begins=NINE, until=NINE, opened=NINE + timedelta(minutes=6))
    curve = arrivals_as_curve(found, expected="3 registered", opened="Opened 09:06")
    assert curve.marker == Mark(6, "Opened 09:06")
    assert curve.expected_label == "3 registered"
    assert curve.points == (Point(0, 1), Point(0, 1))


def test_a_curve_without_length_stands_at_its_beginning() -> None:
    assert list(Curve(5, 5, (Point(5, 1),)).corners()) == [(0.0, 0.0), (0.0, 0.0), (0.0, 1.0)]
