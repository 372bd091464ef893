"""Everything is expected by the work that remains, in live order, and fixed points hold as long as they can."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from cmc_desk.rules.agenda import Act, Projection, TimedItem
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.timing import current_day, project
from tests.rules.agenda_days import DAY_1, DAY_2, Diary, at, clocks, item, minutes, two_days


def starts(projection: Projection, *keys: str) -> list[str]:
    return clocks(*(projection.expected[key].starts for key in keys))


def looked_at(diary: Diary, clock: str, day: date = DAY_1) -> Projection:
    return project(diary.items, diary.actuals, at(clock, day).astimezone(UTC))


def first_morning() -> Diary:
    """The first day as the picture of the Agenda page shows it, until the delegations speak."""
    diary = Diary(*two_days())
    diary.ran("day1-registration", "8:30", "9:06")
    diary.ran("opening", "9:06", "9:50")
    diary.ran("photo", "9:50", "10:21")
    diary.ran("context", "10:21", "12:04")
    diary.write("priorities", Act.START, "12:04")
    return diary


def test_before_anything_began_everything_is_expected_as_planned() -> None:
    projection = looked_at(Diary(*two_days()), "7:00")
    for line in two_days():
        expected = projection.expected[line.key]
        assert (expected.starts, expected.ends, expected.late, expected.held) == (line.starts, line.ends, ZERO, True)
    assert [(end.day, end.behind) for end in projection.days] == [(DAY_1, ZERO), (DAY_2, ZERO)]
    assert projection.expected["day1-registration"].slack == minutes(90)
    assert projection.expected["day2-registration"].slack is None


def test_what_runs_late_pushes_lunch_and_the_next_fixed_point_takes_the_delay_in() -> None:
    projection = looked_at(first_morning(), "12:38:11")
    running, lunch = projection.expected["priorities"], projection.expected["day1-lunch"]
    assert clocks(running.starts, running.ends, lunch.starts) == ["12:04", "13:04", "13:04"]
    assert (lunch.slack, lunch.late, lunch.broken) == (minutes(-4), minutes(4), False)
    assert starts(projection, "priorities-continued", "day1-coffee", "day1-closing") == ["14:34", "15:49", "17:34"]
    assert projection.days[0].behind == minutes(4)
    assert projection.days[1].behind == ZERO


def test_a_fixed_point_that_was_passed_over_when_its_time_had_come_is_not_held() -> None:
    diary = Diary(*two_days())
    diary.write("opening", Act.START, "8:34")
    projection = looked_at(diary, "8:35")
    assert not projection.expected["day1-registration"].held
    assert starts(projection, "photo") == ["09:45"]
    # What flows on, and a lunch that is yet to come, are work that is still to be done.
    diary.ran("opening", "8:35", "9:00")
    diary.write("priorities", Act.START, "9:45")
    projection = looked_at(diary, "9:50")
    assert not projection.expected["photo"].held
    assert starts(projection, "context", "day1-lunch") == ["10:45", "13:00"]


def test_an_item_is_over_at_the_earliest_now_and_a_pause_moves_its_end() -> None:
    diary = Diary(item("talk", "12:00", "12:30"), item("next", "12:30", "13:00"))
    diary.write("talk", Act.START, "12:00")
    assert starts(looked_at(diary, "12:47"), "next") == ["12:47"]
    diary.write("talk", Act.PAUSE, "12:10")
    assert starts(looked_at(diary, "12:10"), "next") == ["12:30"]
    assert starts(looked_at(diary, "12:25"), "next") == ["12:45"]


def test_what_was_taken_out_of_order_is_not_done_twice_and_the_rest_follows_in_order() -> None:
    talks = [
        item("a", "9:00", "9:30"),
        item("b", "9:30", "10:30"),
        item("c", "10:30", "11:00"),
        item("d", "11:00", "11:15"),
    ]
    diary = Diary(*talks)
    diary.ran("a", "9:00", "9:30")
    diary.write("c", Act.START, "9:30")
    projection = looked_at(diary, "9:40")
    assert starts(projection, "c", "b", "d") == ["09:30", "10:00", "11:00"]
    assert projection.days[0].behind == ZERO


def test_what_was_skipped_takes_no_time_and_shows_its_plan() -> None:
    diary = Diary(item("a", "9:00", "9:30"), item("b", "9:30", "10:00"), item("c", "10:00", "10:30"))
    diary.ran("a", "9:00", "9:30")
    diary.write("b", Act.SKIP, "9:30")
    projection = looked_at(diary, "9:31")
    assert (projection.expected["b"].held, clocks(projection.expected["b"].starts)) == (False, ["09:30"])
    assert starts(projection, "c") == ["09:31"]
    assert projection.days[0].behind == minutes(-29)


def test_what_flows_on_comes_earlier_and_a_fixed_point_waits() -> None:
    diary = Diary(item("a", "9:00", "9:30"), item("b", "9:30", "9:45"), item("tea", "9:45", "10:00", fixed=True))
    diary.ran("a", "9:00", "9:20")
    projection = looked_at(diary, "9:20")
    assert starts(projection, "b", "tea") == ["09:20", "09:45"]
    assert projection.expected["tea"].slack == minutes(10)


def test_what_the_plan_leaves_a_gap_before_waits_and_the_gap_takes_delay_in() -> None:
    diary = Diary(item("a", "9:00", "9:30"), item("reception", "19:00", "21:00"))
    diary.ran("a", "9:00", "9:20")
    assert starts(looked_at(diary, "9:20"), "reception") == ["19:00"]
    assert looked_at(diary, "9:20").expected["reception"].slack is None
    assert starts(looked_at(diary, "19:10"), "reception") == ["19:10"]
    assert looked_at(diary, "9:20").days[0].behind == ZERO


def test_no_gap_is_left_while_a_longer_item_goes_on_beside_a_shorter_one() -> None:
    diary = Diary(item("a", "9:00", "10:00"), item("aside", "9:10", "9:20"), item("b", "10:00", "10:30"))
    diary.ran("a", "9:00", "9:40")
    assert starts(looked_at(diary, "9:40"), "aside", "b") == ["09:40", "09:50"]


def test_a_beginning_after_the_latest_that_was_allowed_is_broken() -> None:
    diary = Diary(item("a", "9:00", "9:30"), item("vote", "9:30", "9:45", fixed=True, not_after="9:40"))
    diary.write("a", Act.START, "9:00")
    assert not looked_at(diary, "9:40").expected["vote"].broken
    assert looked_at(diary, "9:41").expected["vote"].broken
    diary.write("a", Act.END, "9:42")
    diary.ran("vote", "9:42", "9:50")
    assert looked_at(diary, "10:00").expected["vote"].broken


def test_a_day_whose_order_was_changed_does_not_begin_before_its_time() -> None:
    diary = Diary(item("b", "9:30", "10:00"), item("a", "9:00", "9:30"))
    assert starts(looked_at(diary, "7:00"), "b", "a") == ["09:00", "09:30"]
    assert starts(looked_at(diary, "9:10"), "b", "a") == ["09:10", "09:40"]


def test_rooms_do_not_push_each_other() -> None:
    diary = Diary(item("a", "9:00", "10:00"), item("b", "10:00", "11:00"), item("group", "9:30", "11:30", track="room"))
    diary.write("a", Act.START, "9:20")
    projection = looked_at(diary, "9:25")
    assert starts(projection, "b", "group") == ["10:20", "09:30"]
    assert [clocks(end.planned, end.projected) for end in projection.days] == [["11:30", "11:30"]]


def test_what_never_began_on_a_day_that_is_over_pushes_nothing() -> None:
    projection = looked_at(Diary(*two_days()), "8:20", DAY_2)
    assert starts(projection, "day2-registration", "day1-summary") == ["08:30", "09:00"]
    assert not projection.expected["opening"].held
    assert projection.expected["opening"].starts == at("9:00")
    assert [end.behind for end in projection.days] == [ZERO, ZERO]
    assert projection.expected["day2-registration"].slack == minutes(10)


def test_a_day_that_ended_early_has_really_ended_then() -> None:
    diary = Diary(*two_days())
    diary.ran("opening", "9:00", "9:45")
    assert [clocks(end.projected) for end in looked_at(diary, "8:20", DAY_2).days] == [["09:45"], ["17:30"]]


def test_a_meeting_that_goes_on_past_midnight_is_still_of_its_day() -> None:
    night = [item("a", "20:00", "23:00"), item("b", "23:00", "1:00"), item("c", "8:30", "9:00", day=DAY_2, fixed=True)]
    diary = Diary(*night)
    diary.write("a", Act.START, "20:00")
    after_midnight = at("0:30", DAY_2)
    assert current_day(night, diary.actuals, after_midnight) == DAY_1
    assert starts(project(night, diary.actuals, after_midnight), "b", "c") == ["00:30", "08:30"]
    assert current_day(night, diary.actuals, at("5:00", DAY_2)) == DAY_1
    assert starts(looked_at(diary, "5:00", DAY_2), "b", "c") == ["05:00", "08:30"]


def test_what_was_left_running_does_not_push_the_next_morning() -> None:
    diary = Diary(*two_days())
    diary.write("principles", Act.START, "16:20")
    assert current_day(diary.items, diary.actuals, at("8:31", DAY_2)) == DAY_2
    projection = looked_at(diary, "8:31", DAY_2)
    assert starts(projection, "day2-registration") == ["08:31"]
    assert not projection.expected["day1-closing"].held


def test_what_was_left_running_on_the_last_day_still_runs_the_day_after() -> None:
    diary = Diary(item("a", "9:00", "10:00"))
    diary.write("a", Act.START, "9:00")
    assert current_day(diary.items, diary.actuals, at("12:00", date(2019, 12, 9))) == DAY_1
    diary.write("a", Act.END, "10:00")
    assert current_day(diary.items, diary.actuals, at("12:00", date(2019, 12, 9))) == date(2019, 12, 9)


def test_a_day_that_began_before_its_date_is_the_present_one() -> None:
    diary = Diary(*two_days(), day=DAY_1)
    diary.write("day2-registration", Act.START, "18:00")
    assert current_day(diary.items, diary.actuals, at("18:10")) == DAY_2
    assert not looked_at(diary, "18:10").expected["opening"].held


def test_an_agenda_without_items_expects_nothing() -> None:
    assert project((), {}, at("9:00")) == Projection(at("9:00"), {}, ())


def test_in_the_night_in_which_the_clocks_change_lengths_are_what_passes() -> None:
    madrid, day = ZoneInfo("Europe/Madrid"), date(2019, 10, 26)
    first = item("a", "1:00", "2:30", day=date(2019, 10, 27), zone=madrid)
    items: list[TimedItem] = [replace(first, day=day), item("b", "2:30", "4:00", day=date(2019, 10, 27), zone=madrid)]
    items[1] = replace(items[1], day=day)
    diary = Diary(*items)
    assert [line.length for line in items] == [minutes(90), timedelta(hours=2, minutes=30)]
    now = datetime(2019, 10, 26, 23, 30, tzinfo=UTC)
    diary.events.clear()
    expected = project(items, {}, now).expected
    assert [expected["b"].starts.isoformat(), expected["b"].ends.isoformat()] == [
        "2019-10-27T02:00:00+01:00",
        "2019-10-27T04:30:00+01:00",
    ]


def test_of_a_plan_that_runs_as_planned_every_item_ends_when_the_next_begins() -> None:
    diary = Diary(*two_days())
    diary.write("day1-registration", Act.START, "8:30")
    projection = looked_at(diary, "8:45")
    day = [projection.expected[line.key] for line in two_days() if line.day == DAY_1]
    assert all(one.ends == after.starts for one, after in pairwise(day))
    assert projection.days[0].behind == ZERO
