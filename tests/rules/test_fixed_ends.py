"""An end at a fixed time: it cuts off, it keeps going, and it yields to a minimum; every figure follows from the same end."""

from dataclasses import replace
from datetime import UTC

from cmc_desk.rules.agenda import Act, Projection
from cmc_desk.rules.agenda_plan import ZERO, EndKind
from cmc_desk.rules.timing import project, remaining
from tests.rules.agenda_days import Diary, at, clocks, item, minutes, two_days

CUT = item("talk", "12:00", "13:00", minimum=minutes(30), fixed_end=True)


def kingston() -> Diary:
    """The two days as the meeting is founded: the national priorities end at 13:00, and go on after lunch."""
    return Diary(*(replace(one, end_kind=EndKind.FIXED) if one.key == "priorities" else one for one in two_days()))


def looked_at(diary: Diary, clock: str) -> Projection:
    return project(diary.items, diary.actuals, at(clock).astimezone(UTC))


def test_what_ends_at_a_fixed_time_is_cut_there_and_lunch_is_on_time() -> None:
    diary = kingston()
    diary.ran("day1-registration", "8:30", "9:06")
    diary.ran("opening", "9:06", "9:50")
    diary.ran("photo", "9:50", "10:21")
    diary.ran("context", "10:21", "12:04")
    diary.write("priorities", Act.START, "12:04")
    projection = looked_at(diary, "12:38:11")
    running = projection.expected["priorities"]
    assert (clocks(running.ends), running.cut, running.broken) == (["13:00"], minutes(4), False)
    lunch = projection.expected["day1-lunch"]
    assert (lunch.slack, lunch.late, running.spare) == (minutes(-4), ZERO, minutes(-4))
    assert projection.expected["day1-coffee"].slack == ZERO
    assert projection.days[0].behind == ZERO
    late = looked_at(diary, "13:02")
    assert (clocks(late.expected["priorities"].ends), late.expected["priorities"].broken) == (["13:02"], True)
    lunch = late.expected["day1-lunch"]
    assert (lunch.slack, lunch.late) == (minutes(-4), minutes(2))


def test_what_began_so_late_that_its_minimum_does_not_fit_ends_after_that_by_every_clock() -> None:
    diary = kingston()
    diary.write("opening", Act.SKIP, "9:00")
    diary.ran("context", "10:15", "12:38")
    diary.write("priorities", Act.START, "12:38")
    for clock in ("12:38", "12:59", "13:07"):
        projection = looked_at(diary, clock)
        running, lunch = projection.expected["priorities"], projection.expected["day1-lunch"]
        assert (clocks(running.ends, lunch.starts), running.broken) == (["13:08", "13:08"], True)
        assert (running.cut, lunch.late, lunch.slack) == (minutes(30), minutes(8), minutes(-38))
        left = remaining(diary.items[4], diary.actuals["priorities"], projection.now)
        assert at(clock) + left == running.ends
    assert looked_at(diary, "12:38").expected["day1-coffee"].slack == minutes(-8)
    over = looked_at(diary, "13:10")
    assert clocks(over.expected["priorities"].ends) == ["13:10"]
    assert remaining(diary.items[4], diary.actuals["priorities"], over.now) == minutes(-2)


def test_what_is_kept_going_until_a_fixed_end_leaves_its_time_before_lunch() -> None:
    diary = kingston()
    diary.write("opening", Act.SKIP, "8:34")
    diary.ran("photo", "8:34", "8:34")
    diary.write("context", Act.START, "8:34")
    projection = looked_at(diary, "8:34")
    talk, lunch = projection.expected["priorities"], projection.expected["day1-lunch"]
    assert clocks(talk.starts, talk.ends, lunch.starts) == ["10:19", "13:00", "13:00"]
    assert (talk.spare, talk.cut, lunch.slack, lunch.late) == (minutes(101), ZERO, minutes(101), ZERO)
    assert projection.expected["day1-coffee"].slack == ZERO
    diary.write("context", Act.END, "10:19")
    diary.write("priorities", Act.START, "10:19")
    assert looked_at(diary, "11:00").expected["day1-lunch"].slack == minutes(101)
    assert looked_at(diary, "12:00").expected["day1-lunch"].slack == minutes(60)


def test_a_fixed_end_holds_as_long_as_the_minimum_fits_before_it() -> None:
    diary = Diary(item("before", "11:00", "12:00"), CUT)
    diary.write("before", Act.START, "11:00")
    early = looked_at(diary, "11:10").expected["talk"]
    assert (clocks(early.starts, early.ends), early.cut) == (["12:00", "13:00"], ZERO)
    diary.write("before", Act.ADD, "11:10", minutes(30))
    tight = looked_at(diary, "11:10").expected["talk"]
    assert (clocks(tight.starts, tight.ends), tight.cut, tight.broken) == (["12:30", "13:00"], minutes(30), False)
    diary.write("before", Act.ADD, "11:10", minutes(1))
    over = looked_at(diary, "11:10").expected["talk"]
    assert (clocks(over.starts, over.ends), over.cut, over.broken) == (["12:31", "13:01"], minutes(30), True)
    diary.write("talk", Act.ADD, "11:10", minutes(1))
    assert clocks(looked_at(diary, "11:10").expected["talk"].ends) == ["13:02"]
    diary.write("talk", Act.ADD, "11:10", minutes(-20))
    assert clocks(looked_at(diary, "11:10").expected["talk"].ends) == ["13:01"]


def test_a_minute_more_or_less_moves_the_end_also_where_the_minimum_does_not_fit() -> None:
    diary = Diary(CUT)
    diary.write("talk", Act.START, "12:40")
    for amount, ends in ((1, "13:11"), (-2, "13:09"), (-19, "12:50")):
        diary.write("talk", Act.ADD, "12:45", minutes(amount))
        assert clocks(looked_at(diary, "12:50").expected["talk"].ends) == [ends]


def test_what_began_too_late_for_its_minimum_takes_its_minimum() -> None:
    diary = Diary(CUT)
    diary.write("talk", Act.START, "12:40")
    assert clocks(looked_at(diary, "12:50").expected["talk"].ends) == ["13:10"]
    assert looked_at(diary, "12:50").expected["talk"].broken
    diary.write("talk", Act.PAUSE, "12:50")
    assert clocks(looked_at(diary, "12:55").expected["talk"].ends) == ["13:15"]
