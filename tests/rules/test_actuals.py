"""What really happened to an item follows from what was recorded of it, and may be corrected."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cmc_desk.rules.agenda import Act, Actual, ItemState
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.planned_actual import planned_and_actual
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.timing import (
    check_act,
    check_amount,
    check_correction,
    elapsed,
    recorded_with,
    remaining,
    running_in,
    work,
)
from tests.rules.agenda_days import Diary, at, item, minutes

TALK = item("talk", "12:00", "13:00")


@pytest.fixture
def diary() -> Diary:
    return Diary(TALK)


def test_nothing_recorded_is_planned(diary: Diary) -> None:
    assert diary.actuals == {"talk": Actual("talk")}
    assert remaining(TALK, diary.actuals["talk"], at("12:30")) == minutes(60)
    assert elapsed(diary.actuals["talk"], at("12:30")) == ZERO


def test_a_running_item_has_left_what_it_has_not_used(diary: Diary) -> None:
    diary.write("talk", Act.START, "12:04")
    actual = diary.actuals["talk"]
    assert (actual.state, actual.started) == (ItemState.RUNNING, at("12:04"))
    assert elapsed(actual, at("12:38:11")) == timedelta(minutes=34, seconds=11)
    assert remaining(TALK, actual, at("12:38:11")) == timedelta(minutes=25, seconds=49)
    assert remaining(TALK, actual, at("13:05")) == minutes(-1)


def test_what_must_end_at_a_fixed_time_has_left_what_is_left_until_then(diary: Diary) -> None:
    diary.write("talk", Act.START, "12:04")
    actual = diary.actuals["talk"]
    assert remaining(TALK, actual, at("12:38:11"), planned_end=at("13:00")) == timedelta(minutes=21, seconds=49)
    fixed = item("talk", "12:00", "13:00", fixed_end=True)
    assert remaining(fixed, actual, at("12:38:11")) == timedelta(minutes=21, seconds=49)
    assert remaining(fixed, Actual("talk"), at("12:38:11")) == minutes(60)
    diary.write("talk", Act.ADD, "12:40", minutes(5))
    assert remaining(fixed, diary.actuals["talk"], at("12:45")) == minutes(20)
    diary.write("talk", Act.END, "13:07")
    assert remaining(fixed, diary.actuals["talk"], at("15:00")) == minutes(-2)


def test_a_pause_is_not_charged(diary: Diary) -> None:
    diary.write("talk", Act.START, "12:00")
    diary.write("talk", Act.PAUSE, "12:10")
    assert diary.actuals["talk"].state is ItemState.PAUSED
    assert elapsed(diary.actuals["talk"], at("12:30")) == minutes(10)
    diary.write("talk", Act.RESUME, "12:25")
    assert diary.actuals["talk"].paused == minutes(15)
    assert diary.actuals["talk"].paused_since is None
    assert elapsed(diary.actuals["talk"], at("12:30")) == minutes(15)


def test_what_ends_while_it_is_paused_ends_with_its_pause(diary: Diary) -> None:
    diary.write("talk", Act.START, "12:00")
    diary.write("talk", Act.PAUSE, "12:10")
    diary.write("talk", Act.END, "12:30")
    actual = diary.actuals["talk"]
    assert (actual.state, actual.ended, actual.paused, actual.paused_since) == (
        ItemState.DONE,
        at("12:30"),
        minutes(20),
        None,
    )
    assert elapsed(actual, at("18:00")) == minutes(10)
    assert remaining(TALK, actual, at("18:00")) == minutes(50)


def test_what_is_reopened_goes_on_and_the_gap_is_a_pause(diary: Diary) -> None:
    diary.ran("talk", "12:00", "12:50")
    diary.write("talk", Act.REOPEN, "13:05")
    actual = diary.actuals["talk"]
    assert (actual.state, actual.started, actual.ended, actual.paused) == (
        ItemState.RUNNING,
        at("12:00"),
        None,
        minutes(15),
    )
    assert remaining(TALK, actual, at("13:05")) == minutes(10)


def test_what_was_skipped_can_be_reopened_or_begun(diary: Diary) -> None:
    diary.write("talk", Act.SKIP, "12:00")
    assert diary.actuals["talk"].state is ItemState.SKIPPED
    assert remaining(TALK, diary.actuals["talk"], at("12:00")) == ZERO
    diary.write("talk", Act.REOPEN, "12:05")
    assert diary.actuals["talk"] == Actual("talk")
    diary.write("talk", Act.SKIP, "12:06")
    diary.write("talk", Act.START, "12:10")
    assert diary.actuals["talk"].started == at("12:10")


def test_time_is_added_taken_away_and_left_out(diary: Diary) -> None:
    diary.write("talk", Act.ADD, "11:50", minutes(-10))
    diary.write("talk", Act.START, "12:00")
    diary.write("talk", Act.ADD, "12:10", minutes(4))
    diary.write("talk", Act.LEAVE_OUT, "12:40", minutes(30))
    actual = diary.actuals["talk"]
    assert work(TALK, actual) == minutes(54)
    assert elapsed(actual, at("12:40")) == minutes(10)
    assert remaining(TALK, actual, at("12:40")) == minutes(44)


def test_no_item_has_run_for_less_than_nothing() -> None:
    actual = Actual("talk", ItemState.RUNNING, started=at("12:00"), left_out=minutes(5))
    assert elapsed(actual, at("12:01")) == ZERO
    assert work(TALK, Actual("talk", added=minutes(-90))) == ZERO


def test_the_past_is_corrected_and_the_last_correction_holds(diary: Diary) -> None:
    start = diary.write("talk", Act.START, "12:10")
    diary.write("talk", Act.CORRECT, "12:03", of=start)
    assert diary.actuals["talk"].started == at("12:03")
    diary.write("talk", Act.CORRECT, "12:05", of=start)
    assert diary.actuals["talk"].started == at("12:05")
    diary.undo()
    assert diary.actuals["talk"].started == at("12:03")


def test_a_correction_of_what_was_undone_and_events_of_no_item_change_nothing(diary: Diary) -> None:
    diary.write("talk", Act.START, "12:10")
    before = diary.actuals
    diary.write("talk", Act.CORRECT, "12:03", of="gone")
    diary.write("gone", Act.START, "12:11")
    diary.write("talk", Act.START, "12:12")
    diary.write("talk", Act.RESUME, "12:13")
    assert diary.actuals == before


def test_over_a_change_of_the_clocks_what_really_passes_counts() -> None:
    madrid = ZoneInfo("Europe/Madrid")
    began = datetime(2019, 10, 27, 1, 30, tzinfo=madrid)
    actual = Actual("talk", ItemState.DONE, started=began, ended=datetime(2019, 10, 27, 3, 30, tzinfo=madrid))
    assert elapsed(actual, began) == timedelta(hours=3)
    night = item("night", "1:30", "3:30", day=began.date(), zone=madrid)
    assert night.length == timedelta(hours=3)
    assert remaining(night, actual, began) == ZERO


def test_after_a_clock_that_was_set_back_a_pause_keeps_what_had_run(diary: Diary) -> None:
    diary.write("talk", Act.START, "12:04")
    diary.write("talk", Act.PAUSE, "12:30")
    diary.write("talk", Act.RESUME, "11:40")
    assert elapsed(diary.actuals["talk"], at("11:44")) == minutes(30)


SENSIBLE = {
    ItemState.PLANNED: {Act.START, Act.SKIP, Act.ADD},
    ItemState.RUNNING: {Act.PAUSE, Act.END, Act.ADD, Act.LEAVE_OUT, Act.CORRECT},
    ItemState.PAUSED: {Act.RESUME, Act.END, Act.ADD, Act.LEAVE_OUT, Act.CORRECT},
    ItemState.DONE: {Act.REOPEN, Act.LEAVE_OUT, Act.CORRECT},
    ItemState.SKIPPED: {Act.START, Act.REOPEN, Act.CORRECT},
}


@pytest.mark.parametrize("state", ItemState)
@pytest.mark.parametrize("act", Act)
def test_only_what_makes_sense_may_be_recorded(state: ItemState, act: Act) -> None:
    if act in SENSIBLE[state]:
        check_act(Actual("talk", state), act)
    else:
        with pytest.raises(Refusal):
            check_act(Actual("talk", state), act)


def test_what_is_over_is_reopened_and_what_runs_is_not_begun_twice() -> None:
    with pytest.raises(Refusal, match="reopen it if it goes on"):
        check_act(Actual("talk", ItemState.DONE), Act.START)
    with pytest.raises(Refusal, match="running already"):
        check_act(Actual("talk", ItemState.PAUSED), Act.START)


def test_before_it_begins_an_item_keeps_its_minimum_and_while_it_runs_it_is_as_short_as_is_said(diary: Diary) -> None:
    talk = item("talk", "12:00", "13:00", minimum=minutes(20))
    waits = Actual("talk", added=minutes(-30))
    check_amount(talk, waits, Act.ADD, minutes(-10), at("11:00"))
    with pytest.raises(Refusal, match="its least length, 0:20") as refused:
        check_amount(talk, waits, Act.ADD, minutes(-11), at("11:00"))
    assert refused.value.field == "seconds"
    assert work(talk, Actual("talk", added=minutes(-50))) == minutes(20)
    diary.write("talk", Act.START, "12:00")
    diary.write("talk", Act.ADD, "12:05", minutes(-50))
    assert work(talk, diary.actuals["talk"]) == minutes(10)


def test_what_began_last_is_what_was_recorded_last_over_a_clock_that_was_set_back() -> None:
    items = (item("a", "9:00", "10:00"), item("b", "10:00", "11:00"))
    diary = Diary(*items)
    diary.write("b", Act.START, "10:30")
    diary.write("a", Act.START, "9:31")
    assert running_in(items, diary.actuals) == items[0]
    diary = Diary(*items)
    diary.ran("b", "10:00", "10:30")
    diary.ran("a", "9:31", "9:40")
    assert [one.order for one in planned_and_actual(items, diary.actuals, at("9:45"))] == [2, 1]


def test_no_more_is_taken_than_there_is(diary: Diary) -> None:
    diary.write("talk", Act.START, "12:00")
    actual, now = diary.actuals["talk"], at("12:20")
    check_amount(TALK, actual, Act.ADD, minutes(-60), now)
    check_amount(TALK, actual, Act.LEAVE_OUT, minutes(20), now)
    check_amount(TALK, actual, Act.LEAVE_OUT, minutes(-60), now)
    for act, amount, words in (
        (Act.ADD, minutes(-61), "more than the item has"),
        (Act.ADD, ZERO, "no time at all"),
        (Act.LEAVE_OUT, minutes(21), "has not run so long"),
    ):
        with pytest.raises(Refusal, match=words) as refused:
            check_amount(TALK, actual, act, amount, now)
        assert refused.value.field == "seconds"
    with pytest.raises(Refusal, match="reopen it first"):
        check_amount(TALK, Actual("talk", ItemState.DONE), Act.ADD, minutes(1), now)


def test_a_correction_stays_between_what_was_recorded_around_it(diary: Diary) -> None:
    start = diary.write("talk", Act.START, "12:00")
    given = diary.write("talk", Act.ADD, "12:01", minutes(5))
    pause = diary.write("talk", Act.PAUSE, "12:10")
    resume = diary.write("talk", Act.RESUME, "12:20")
    now = at("12:30").astimezone(UTC)
    for event, clock in ((start, "11:00"), (start, "12:10"), (pause, "12:00"), (pause, "12:20"), (resume, "12:30")):
        check_correction(diary.events, of=event, at=at(clock), now=now)
    for event, clock, words, field in (
        (start, "12:11", "after it was at 12:10:00", "at"),
        (pause, "11:59", "before it was at 12:00:00", "at"),
        (pause, "12:21", "after it was at 12:20:00", "at"),
        (resume, "12:31", "has not come yet", "at"),
        (given, "12:05", "Only beginnings", "event"),
        ("gone", "12:05", "Nothing of the kind", "event"),
    ):
        with pytest.raises(Refusal, match=words) as refused:
            check_correction(diary.events, of=event, at=at(clock), now=now)
        assert refused.value.field == field
    diary.write("talk", Act.CORRECT, "12:15", of=pause)
    check_correction(diary.events, of=start, at=at("12:14"), now=now)


def test_the_end_that_a_beginning_brought_is_found_with_it() -> None:
    diary = Diary(TALK, item("next", "13:00", "14:00"), item("beside", "13:00", "14:00", track="room"))
    diary.write("talk", Act.START, "12:00")
    end = diary.write("talk", Act.END, "13:10")
    start = diary.write("next", Act.START, "13:10")
    diary.write("next", Act.ADD, "13:10", minutes(1))
    diary.write("beside", Act.START, "13:10")
    assert [event.key for event in recorded_with(diary.items, diary.events, of=start)] == [end]
    diary.write("next", Act.CORRECT, "13:04", of=start)
    assert recorded_with(diary.items, diary.events, of=start) == ()
    assert recorded_with(diary.items, diary.events, of="gone") == ()
    assert recorded_with(diary.items, diary.events, of="e3") == ()
