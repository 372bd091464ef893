"""The clocks, and the watch over them."""

from datetime import UTC, datetime, timedelta

from cmc_desk.clock import JumpWatch

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
