"""A jump of the clock is told, and both answers to it mean something exact."""

from datetime import timedelta

import pytest

from cmc_desk.rules.agenda import Act, ItemState
from cmc_desk.rules.clock_jump import ClockJump, LeftOut, Touched, jump_words, not_counted, touched
from cmc_desk.rules.timing import elapsed, remaining
from tests.rules.agenda_days import Diary, at, item, minutes

TALK = item("talk", "12:00", "13:00")
FIXED = item("vote", "12:00", "13:00", track="room", fixed_end=True)


def talking() -> Diary:
    diary = Diary(TALK, FIXED, item("later", "13:00", "14:00"))
    diary.write("talk", Act.START, "12:00")
    return diary


def test_a_computer_that_slept_asks_whether_its_sleep_counts() -> None:
    diary, jump = talking(), ClockJump(at("12:40"), minutes(30))
    running = touched(diary.items, diary.actuals, jump)
    assert running == (Touched("talk", minutes(20), minutes(50)),)
    assert not_counted(running, jump) == (LeftOut("talk", minutes(30)),)


@pytest.mark.parametrize("by", [minutes(90), minutes(-60), timedelta(seconds=3)])
def test_if_the_gap_does_not_count_the_clock_goes_on_as_if_there_had_been_none(by: timedelta) -> None:
    diary = talking()
    before = elapsed(diary.actuals["talk"], at("12:20"))
    jump = ClockJump(at("12:20") + by, by)
    (running,) = touched(diary.items, diary.actuals, jump)
    (left_out,) = not_counted((running,), jump)
    diary.write(left_out.item, Act.LEAVE_OUT, "12:20", left_out.amount)
    assert elapsed(diary.actuals["talk"], jump.at) == before
    assert remaining(TALK, diary.actuals["talk"], jump.at) == running.not_counted == minutes(40)


def test_what_ends_at_a_fixed_time_has_the_same_left_and_is_not_charged_either() -> None:
    diary, jump = talking(), ClockJump(at("12:40"), minutes(30))
    diary.write("vote", Act.START, "12:00")
    running = touched(diary.items, diary.actuals, jump)
    assert running[1] == Touched("vote", minutes(20), minutes(20))
    assert [left.item for left in not_counted(running, jump)] == ["talk", "vote"]


def test_a_pause_takes_the_gap_and_nothing_is_asked() -> None:
    diary = talking()
    diary.write("talk", Act.PAUSE, "12:05")
    assert diary.actuals["talk"].state is ItemState.PAUSED
    assert touched(diary.items, diary.actuals, ClockJump(at("12:40"), minutes(30))) == ()


def test_less_than_half_a_second_leaves_nothing_out() -> None:
    jump = ClockJump(at("12:40"), timedelta(seconds=0.4))
    assert not_counted((Touched("talk", minutes(1), minutes(1)),), jump) == ()


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (minutes(47.5), "The clock of this computer went ahead by 47:30 at once: it slept, or its time was set."),
        (minutes(-7), "The clock of this computer was set back by 7:00."),
    ],
)
def test_the_banner_says_what_happened(by: timedelta, words: str) -> None:
    assert jump_words(ClockJump(at("12:40"), by)) == words


@pytest.mark.parametrize(
    ("by", "like"),
    [
        (minutes(60), True),
        (minutes(-60.05), True),
        (minutes(30.5), False),
        (minutes(0.05), False),
        (minutes(29.95), True),
    ],
)
def test_a_jump_by_half_hours_looks_like_another_zone(by: timedelta, like: bool) -> None:  # noqa: FBT001 - parametrised
    jump = ClockJump(at("12:40"), by)
    assert jump.like_another_zone is like
    assert ("summer time" in jump_words(jump)) is like
