"""The time that a list still has is what is left of its items, before and after lunch."""

from dataclasses import replace
from datetime import date

from cmc_desk.rules.agenda import Actual, Expected, ItemState, Projection, TimedItem
from cmc_desk.rules.agenda_plan import ZERO, StartKind
from cmc_desk.rules.floor_planner import Slot
from cmc_desk.rules.floor_window import cut_at, fixed_points, floor_slots, window_of
from cmc_desk.rules.meeting import ItemKind
from tests.rules.floored import TOPIC, at, minutes

BEFORE = TimedItem("before", date(2019, 12, 5), at(0), at(60), "Before", ItemKind.PRESENTATION, topic=TOPIC.key)
LUNCH = replace(BEFORE, key="lunch", starts=at(60), ends=at(150), topic="")
AFTER = replace(BEFORE, key="after", starts=at(150), ends=at(225))
ITEMS = (AFTER, LUNCH, BEFORE)


def slots(now: float, ends: float = 64, **states: ItemState) -> tuple[Slot, ...]:
    actuals = {key: Actual(key, state) for key, state in states.items()}
    expected = {
        "before": Expected("before", at(4), at(ends)),
        "lunch": Expected("lunch", at(60), at(150)),
        "after": Expected("after", at(150), at(225)),
    }
    return floor_slots(ITEMS, TOPIC.key, actuals, Projection(at(now), expected, ()))


def test_a_list_has_two_hours_and_a_quarter_before_and_after_lunch() -> None:
    assert window_of(slots(0)) == minutes(135)


def test_what_runs_counts_from_now() -> None:
    found = slots(38, before=ItemState.RUNNING)
    assert found == (Slot(at(38), at(64)), Slot(at(150), at(225)))
    assert window_of(found) == minutes(101)


def test_what_is_over_or_was_skipped_counts_no_more() -> None:
    assert window_of(slots(70, before=ItemState.DONE)) == minutes(75)
    assert window_of(slots(70, before=ItemState.SKIPPED, after=ItemState.DONE)) == ZERO


def test_an_item_that_runs_over_its_end_has_nothing_left() -> None:
    assert window_of(slots(64, before=ItemState.RUNNING)) == minutes(75)


def test_an_item_that_is_not_expected_has_no_time() -> None:
    assert floor_slots(ITEMS, TOPIC.key, {}, Projection(at(0), {}, ())) == ()


def test_lunch_breaks_off_what_would_run_into_it() -> None:
    found = cut_at(slots(38, before=ItemState.RUNNING), [at(60), at(30), at(150)])
    assert found == (Slot(at(38), at(60)), Slot(at(150), at(225)))


def test_a_list_breaks_off_before_what_is_fixed_in_its_own_room_and_not_over() -> None:
    lunch = replace(LUNCH, start_kind=StartKind.FIXED)
    elsewhere = replace(lunch, key="elsewhere", track="group", starts=at(30))
    coffee = replace(lunch, key="coffee", starts=at(20))
    done = {"coffee": Actual("coffee", ItemState.DONE)}
    after = replace(AFTER, start_kind=StartKind.FIXED)
    assert fixed_points((BEFORE, lunch, elsewhere, coffee, after), TOPIC.key, done) == (at(60),)
