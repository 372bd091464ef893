"""Where the agenda stands: what runs, what is next, how late the work is, and what is free before the next fixed point."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date

from cmc_desk.rules.agenda import Act, Standing, TimedItem
from cmc_desk.rules.agenda_plan import ZERO, EndKind
from cmc_desk.rules.timing import begins_early, next_in_order, passed_over, project, running_in, standing
from tests.rules.agenda_days import DAY_1, DAY_2, Diary, at, item, minutes, two_days


def stands(diary: Diary, clock: str, day: date = DAY_1, track: str = "") -> Standing:
    actuals = diary.actuals
    return standing(diary.items, actuals, project(diary.items, actuals, at(clock, day).astimezone(UTC)), track=track)


def speaking() -> Diary:
    diary = Diary(*two_days())
    for key in ("day1-registration", "opening", "photo"):
        diary.write(key, Act.SKIP, "9:00")
    diary.ran("context", "10:21", "12:04")
    diary.write("priorities", Act.START, "12:04")
    return diary


def test_what_runs_late_says_how_late_before_the_next_fixed_point() -> None:
    assert stands(speaking(), "12:38") == Standing(
        track="",
        running="priorities",
        next="day1-lunch",
        left=minutes(26),
        behind=minutes(4),
        fixed="day1-lunch",
        fixed_at=at("13:00"),
        slack=minutes(-4),
    )


def test_what_is_cut_at_a_fixed_time_is_still_that_far_behind() -> None:
    diary = speaking()
    diary.items = tuple(replace(one, end_kind=EndKind.FIXED) if one.key == "priorities" else one for one in diary.items)
    found = stands(diary, "12:38")
    assert (found.left, found.behind, found.slack) == (minutes(22), minutes(4), minutes(-4))


def test_an_item_taken_out_of_order_makes_nobody_early() -> None:
    talks = [item("a", "9:00", "9:30"), item("b", "9:30", "10:30"), item("c", "10:30", "11:00")]
    diary = Diary(*talks)
    diary.ran("a", "9:00", "9:30")
    diary.write("c", Act.START, "9:32")
    found = stands(diary, "9:40")
    assert (found.running, found.next, found.behind, found.fixed) == ("c", "", minutes(2), "")
    assert found.passed == ("b",)


def test_an_item_of_the_afternoon_taken_in_the_morning_counts_before_lunch() -> None:
    diary = Diary(item("a", "12:00", "13:00"), item("lunch", "13:00", "14:00", fixed=True), item("b", "14:00", "14:30"))
    diary.write("b", Act.START, "12:00")
    found = stands(diary, "12:10")
    assert (found.passed, found.fixed, found.behind, found.slack) == (
        ("a", "lunch"),
        "lunch",
        minutes(30),
        minutes(-30),
    )


def test_what_was_begun_long_before_its_time_is_ahead_though_a_fixed_end_comes_before_lunch() -> None:
    diary = speaking()
    diary.items = tuple(replace(one, end_kind=EndKind.FIXED) if one.key == "priorities" else one for one in diary.items)
    diary.events = []
    diary.write("opening", Act.SKIP, "8:34")
    diary.ran("photo", "8:34", "8:34")
    diary.write("context", Act.START, "8:34")
    found = stands(diary, "8:40")
    assert (found.behind, found.slack, found.fixed) == (minutes(-101), minutes(101), "day1-lunch")
    assert found.passed == ("day1-registration",)


def test_lunch_that_runs_over_makes_the_next_fixed_point_late() -> None:
    diary = Diary(
        item("lunch", "13:00", "14:00", fixed=True),
        item("b", "14:00", "15:00"),
        item("tea", "15:00", "15:15", fixed=True),
    )
    diary.write("lunch", Act.START, "13:00")
    found = stands(diary, "14:05")
    assert (found.running, found.left, found.behind, found.fixed, found.slack) == (
        "lunch",
        minutes(-5),
        minutes(5),
        "tea",
        minutes(-5),
    )


def test_without_a_fixed_point_the_end_of_the_day_counts() -> None:
    diary = Diary(item("lunch", "13:00", "14:00", fixed=True))
    diary.write("lunch", Act.START, "13:03")
    assert stands(diary, "13:30").behind == minutes(3)
    assert stands(diary, "13:30").fixed_at is None


def test_what_waits_for_a_fixed_point_is_neither_early_nor_late() -> None:
    diary = Diary(item("a", "12:00", "12:50"), item("lunch", "13:00", "14:00", fixed=True))
    diary.ran("a", "12:00", "12:40")
    assert (stands(diary, "12:45").behind, stands(diary, "12:45").slack) == (ZERO, minutes(15))
    assert (stands(diary, "13:02").behind, stands(diary, "13:02").slack) == (minutes(2), minutes(-2))


def test_before_the_meeting_its_first_line_is_the_next_fixed_point() -> None:
    found = stands(Diary(*two_days()), "8:00")
    assert (found.running, found.next, found.fixed, found.slack) == (
        "",
        "day1-registration",
        "day1-registration",
        minutes(30),
    )


def test_in_the_evening_the_next_day_is_next_and_its_night_is_not_free_time() -> None:
    diary = Diary(*[one for one in two_days() if one.key in {"day1-closing", "day2-registration"}])
    diary.ran("day1-closing", "17:30", "17:45")
    found = stands(diary, "18:00")
    assert (found.next, found.fixed, found.behind, found.slack) == (
        "day2-registration",
        "day2-registration",
        ZERO,
        None,
    )


def test_after_the_meeting_nothing_stands() -> None:
    assert stands(Diary(*two_days()), "9:00", date(2019, 12, 7)) == Standing("")


def test_rooms_stand_for_themselves() -> None:
    diary = Diary(item("a", "9:00", "10:00"), item("group", "9:00", "10:00", track="room"))
    diary.write("group", Act.START, "9:10")
    assert stands(diary, "9:20", track="room").behind == minutes(10)
    assert stands(diary, "9:20").running == ""
    assert stands(diary, "9:20").behind == minutes(20)


def keys(found: Iterable[TimedItem | None]) -> list[str]:
    return [one.key if one is not None else "" for one in found]


def test_next_goes_forward_and_what_was_passed_over_is_said() -> None:
    diary = Diary(item("a", "9:00", "9:30"), item("b", "9:30", "10:00"), item("c", "10:00", "10:30"))
    diary.write("b", Act.START, "9:00")
    assert keys([next_in_order(diary.items, diary.actuals)]) == ["c"]
    assert keys(passed_over(diary.items, diary.actuals)) == ["a"]
    # Whoever takes it up after all goes on from there.
    diary.write("a", Act.START, "9:20")
    assert keys([next_in_order(diary.items, diary.actuals), *passed_over(diary.items, diary.actuals)]) == ["c"]
    diary.write("c", Act.SKIP, "9:25")
    assert next_in_order(diary.items, diary.actuals) is None


def test_a_registration_that_nobody_recorded_is_neither_next_nor_a_fixed_point() -> None:
    diary = Diary(*two_days())
    diary.write("opening", Act.START, "9:00")
    found = stands(diary, "9:01")
    assert (found.next, found.passed, found.fixed, found.behind) == ("photo", ("day1-registration",), "photo", ZERO)


def test_only_what_is_not_to_begin_before_its_time_begins_early() -> None:
    lunch, talk = item("lunch", "13:00", "14:00", fixed=True), item("a", "14:00", "15:00")
    assert begins_early(lunch, at("12:40"))
    assert not begins_early(lunch, at("13:00"))
    assert not begins_early(talk, at("12:40"))


def test_what_never_began_on_a_day_that_is_over_does_not_come_next() -> None:
    diary = Diary(*two_days(), day=DAY_2)
    by_plan, by_clock = next_in_order(diary.items, {}), next_in_order(diary.items, {}, now=at("8:00", DAY_2))
    assert by_plan is not None
    assert by_clock is not None
    assert (by_plan.key, by_clock.key) == ("day1-registration", "day2-registration")
    diary.write("day2-registration", Act.START, "8:30")
    following = next_in_order(diary.items, diary.actuals)
    assert following is not None
    assert following.key == "day1-summary"


def test_of_two_that_run_in_a_room_the_later_one_is_what_runs() -> None:
    diary = Diary(item("a", "9:00", "9:30"), item("b", "9:30", "10:00"))
    diary.write("b", Act.START, "9:05")
    diary.write("a", Act.START, "9:10")
    running = running_in(diary.items, diary.actuals)
    assert running is not None
    assert running.key == "a"
