"""The clocks, and the watch over them."""

from datetime import UTC, datetime, timedelta

import pytest

from cmc_desk.clock import JumpWatch, RehearsalClock

NOON = datetime(2019, 12, 5, 17, 0, tzinfo=UTC)


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_a_clock_that_is_set_forward_or_back_has_jumped() -> None:
    watch = JumpWatch()
    assert watch.jumped(wall=NOON, monotonic=100) == 0
    assert watch.jumped(wall=after(61), monotonic=101) == 60
    assert watch.jumped(wall=after(2), monotonic=102) == -60


def test_a_busy_program_and_a_slow_correction_are_no_jump() -> None:
    watch = JumpWatch()
    watch.jumped(wall=NOON, monotonic=100)
    assert watch.jumped(wall=after(30), monotonic=130) == 0
    # Half a second a look, for a minute: the network sets the clock right by and by.
    assert [watch.jumped(wall=after(30 + 1.5 * n), monotonic=130 + n) for n in range(1, 61)] == [0] * 60


def test_two_seconds_are_still_no_jump() -> None:
    watch = JumpWatch()
    watch.jumped(wall=NOON, monotonic=0)
    assert watch.jumped(wall=after(2), monotonic=0) == 0
    assert watch.jumped(wall=after(4.1), monotonic=0) != 0


def test_a_sleep_is_noticed_where_the_monotonic_clock_goes_on() -> None:
    watch = JumpWatch(silence=60)
    watch.jumped(wall=NOON, monotonic=100)
    assert watch.jumped(wall=after(59), monotonic=159) == 0
    assert watch.jumped(wall=after(59 + 300), monotonic=159 + 300) == 300


def test_a_rehearsal_runs_faster_and_changes_its_pace_without_a_jump(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = [50.0]
    monkeypatch.setattr("time.monotonic", lambda: seconds[0])
    clock = RehearsalClock(NOON, 50.0, pace=60)
    seconds[0] += 2
    assert clock.now() == after(120)
    clock.set_pace(10)
    assert clock.now() == after(120)
    seconds[0] += 3
    assert clock.now() == after(150)


def test_a_rehearsal_stands_until_its_window_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = [50.0]
    monkeypatch.setattr("time.monotonic", lambda: seconds[0])
    clock = RehearsalClock(NOON, 50.0, pace=60, stands=True)
    seconds[0] += 7
    clock.set_pace(10)
    assert clock.now() == NOON
    clock.run()
    seconds[0] += 3
    clock.run()
    assert clock.now() == after(30)
