"""What each item cost or made up is told by cause, and adds up to the delay of the day."""

from cmc_desk.rules.agenda import Act, ItemState
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.planned_actual import Cause, ItemRecord, planned_and_actual
from tests.rules.agenda_days import DAY_2, Diary, at, item, minutes, two_days


def records(diary: Diary, clock: str) -> dict[str, ItemRecord]:
    return {record.item.key: record for record in planned_and_actual(diary.items, diary.actuals, at(clock, diary.day))}


def delays(record: ItemRecord) -> tuple[float | None, float | None, float | None]:
    """Return produced, absorbed and cumulative delay in minutes."""
    found = (record.produced, record.absorbed, record.cumulative)
    return tuple(None if each is None else each / minutes(1) for each in found)  # type: ignore[return-value]


def test_the_first_morning_is_told_by_cause() -> None:
    diary = Diary(*two_days())
    diary.ran("day1-registration", "8:30", "9:06")
    diary.ran("opening", "9:06", "9:50")
    diary.ran("photo", "9:53", "10:21")
    diary.write("context", Act.START, "10:21")
    diary.write("context", Act.PAUSE, "11:00")
    diary.write("context", Act.RESUME, "11:07")
    diary.write("context", Act.ADD, "11:10", minutes(5))
    diary.write("context", Act.LEAVE_OUT, "11:40", minutes(1))
    diary.write("context", Act.END, "12:20")
    diary.ran("priorities", "12:20", "13:00")
    diary.ran("day1-lunch", "13:00", "14:30")
    found = records(diary, "14:30")
    assert [
        delays(found[key]) for key in ("day1-registration", "opening", "photo", "context", "priorities", "day1-lunch")
    ] == [
        (6, 0, 6),
        (-1, 0, 5),
        (1, 0, 6),
        (14, 0, 20),
        (-20, 0, 0),
        (0, 0, 0),
    ]
    assert found["day1-registration"].cause is Cause.OVERRUN
    assert found["photo"].parts == ((Cause.LATE_START, minutes(3)), (Cause.OVERRUN, minutes(-2)))
    assert found["photo"].cause is Cause.LATE_START
    assert found["context"].parts == (
        (Cause.OVERRUN, minutes(1)),
        (Cause.ADDED, minutes(5)),
        (Cause.PAUSED, minutes(7)),
        (Cause.LEFT_OUT, minutes(1)),
    )
    assert (found["context"].cause, found["context"].spent) == (Cause.PAUSED, minutes(111))
    assert (found["priorities"].cause, found["day1-lunch"].cause) == (Cause.OVERRUN, None)
    assert [found[key].order for key in ("day1-registration", "day1-lunch", "principles")] == [1, 6, None]
    assert delays(found["principles"]) == (None, None, None)
    assert found["principles"].cause is None
    assert list(found) == [line.key for line in two_days()]


def test_a_fixed_point_swallows_lead_and_a_gap_swallows_delay() -> None:
    diary = Diary(item("a", "9:00", "9:30"), item("tea", "9:30", "9:45", fixed=True), item("b", "10:00", "10:30"))
    diary.ran("a", "9:00", "9:20")
    diary.ran("tea", "9:30", "9:50")
    diary.ran("b", "10:00", "10:30")
    found = records(diary, "10:30")
    assert [delays(found[key]) for key in ("a", "tea", "b")] == [(-10, 0, -10), (5, -10, 5), (0, 5, 0)]


def test_what_was_skipped_makes_up_its_length() -> None:
    diary = Diary(item("a", "9:00", "9:30"), item("b", "9:30", "10:00"), item("c", "10:00", "10:30"))
    diary.ran("a", "9:00", "9:40")
    diary.write("b", Act.SKIP, "9:40")
    diary.ran("c", "9:40", "10:10")
    found = records(diary, "10:10")
    assert [delays(found[key]) for key in "abc"] == [(10, 0, 10), (-30, 0, -20), (0, 0, -20)]
    assert (found["b"].cause, found["b"].state, found["b"].order) == (Cause.SKIPPED, ItemState.SKIPPED, None)


def test_an_item_taken_out_of_order_is_neither_early_nor_late() -> None:
    diary = Diary(item("a", "9:00", "9:30"), item("b", "9:30", "10:30"), item("c", "10:30", "11:00"))
    diary.ran("a", "9:00", "9:30")
    diary.ran("c", "9:30", "10:00")
    found = records(diary, "10:00")
    assert [delays(found[key]) for key in "abc"] == [(0, 0, 0), (None, None, None), (0, 0, 0)]
    diary.ran("b", "10:02", "11:00")
    found = records(diary, "11:00")
    assert [(delays(found[key]), found[key].order) for key in "abc"] == [((0, 0, 0), 1), ((0, 0, 0), 3), ((0, 0, 0), 2)]
    assert found["b"].cause is None
    assert found["b"].parts == ((Cause.LATE_START, minutes(2)), (Cause.OVERRUN, minutes(-2)))


def test_what_runs_is_told_as_it_would_end() -> None:
    diary = Diary(item("a", "9:00", "9:30"))
    diary.write("a", Act.START, "9:05")
    assert delays(records(diary, "9:10")["a"]) == (5, 0, 5)
    assert delays(records(diary, "9:40")["a"]) == (10, 0, 10)
    diary.write("a", Act.PAUSE, "9:10")
    found = records(diary, "9:20")["a"]
    assert delays(found) == (15, 0, 15)
    assert found.parts == ((Cause.LATE_START, minutes(5)), (Cause.PAUSED, minutes(10)))
    assert (found.paused, found.spent, found.ended) == (minutes(10), minutes(5), None)


def test_what_began_before_its_time_was_early() -> None:
    diary = Diary(item("a", "9:00", "9:30", fixed=True))
    diary.ran("a", "8:50", "9:30")
    found = records(diary, "9:30")["a"]
    assert found.parts == ((Cause.LATE_START, minutes(-10)), (Cause.OVERRUN, minutes(10)))
    assert delays(found) == (0, 0, 0)


def test_what_nobody_recorded_on_a_day_that_is_over_is_said_to_be_so() -> None:
    diary = Diary(item("a", "9:00", "9:30"), item("b", "9:30", "10:00"), item("c", "10:00", "10:30"))
    diary.ran("a", "9:00", "9:30")
    diary.ran("c", "10:00", "10:30")
    assert delays(records(diary, "10:30")["b"]) == (None, None, None)
    diary.day = DAY_2
    found = records(diary, "9:00")
    assert [delays(found[key]) for key in "abc"] == [(0, 0, 0), (-30, 0, -30), (30, 0, 0)]
    assert (found["b"].cause, found["c"].cause) == (Cause.NOT_HELD, Cause.LATE_START)


def test_rooms_have_their_own_delay() -> None:
    diary = Diary(item("a", "9:00", "9:30"), item("group", "9:00", "9:30", track="room"))
    diary.ran("a", "9:00", "9:40")
    diary.ran("group", "9:20", "9:50")
    found = records(diary, "10:00")
    assert [(delays(found[key]), found[key].order) for key in ("a", "group")] == [((10, 0, 10), 1), ((20, 0, 20), 1)]
    assert found["group"].absorbed == ZERO
