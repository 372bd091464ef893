"""The overview in words, and the drift of a day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cmc_desk.rules.actuals import actuals
from cmc_desk.rules.agenda import Act, ItemEvent, ItemState, TimedItem
from cmc_desk.rules.agenda_drift import Drift, DriftLine, drift_of
from cmc_desk.rules.agenda_plan import StartKind
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.overview import Todo, TodoKind
from cmc_desk.rules.overview_words import (
    closing_words,
    late_words,
    meter_words,
    settle_words,
    span_words,
    stage_note,
    stage_words,
    todo_words,
)
from cmc_desk.rules.redline import Meter
from cmc_desk.rules.timing import project
from cmc_desk.rules.travel_funnel import Coming, Funnel, Stage

DAY = date(2019, 12, 5)
NAMES = {"SX": "Sint Maarten", "HT": "Haiti"}


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2019, 12, 5, hour, minute, tzinfo=UTC)


def clock(instant: datetime) -> str:
    return f"{instant:%H:%M}"


def item(key: str, starts: datetime, ends: datetime, start: StartKind = StartKind.FLOW) -> TimedItem:
    return TimedItem(key, starts.date(), starts, ends, key.capitalize(), ItemKind.DISCUSSION, start_kind=start)


def test_the_drift_of_a_day_is_what_is_recorded_and_expected_of_each_of_its_lines() -> None:
    items = (
        item("opening", at(9), at(10)),
        item("lunch", at(10), at(11), StartKind.FIXED),
        item("other", at(9) + timedelta(days=1), at(10) + timedelta(days=1)),
    )
    events = (ItemEvent("e", "opening", Act.START, at(9, 6)),)
    found = actuals(items, events)
    drift = drift_of(items, found, project(items, found, at(9, 30)), day=DAY)
    assert [(one.key, one.state, one.fixed) for one in drift.lines] == [
        ("opening", ItemState.RUNNING, False),
        ("lunch", ItemState.PLANNED, True),
    ]
    assert drift.lines[0].late == timedelta(minutes=6)
    assert closing_words(drift, clock) == "day closes 11:06, +6 min"
    assert drift_of(items, found, project(items, found, at(9, 30)), day=date(2019, 12, 9)) == Drift(date(2019, 12, 9))
    assert closing_words(Drift(DAY), clock) == ""
    assert Drift(DAY).behind == timedelta()


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "on plan"), (0.9, "on plan"), (4, "+4 min"), (-2, "−2 min"), (75, "+75 min")]
)
def test_a_difference_from_the_plan_says_its_direction(minutes: float, words: str) -> None:
    assert span_words(timedelta(minutes=minutes)) == words


def test_what_is_not_held_is_neither_late_nor_early() -> None:
    line = DriftLine("a", "A", ItemState.SKIPPED, at(9), timedelta(minutes=5))
    assert late_words(line) == "skipped"
    assert late_words(DriftLine("a", "A", ItemState.PLANNED, at(9), timedelta(minutes=5), held=False)) == "not held"
    assert late_words(DriftLine("a", "A", ItemState.DONE, at(9), timedelta(minutes=5))) == "+5 min"


def test_the_stages_of_travel_say_who_is_short_who_lands_next_and_who_waits() -> None:
    found = Funnel(
        counts=tuple((stage, 3) for stage in Stage),
        short=(("SX", 1),),
        coming=Coming("HT", 2, at(15, 10)),
        to_pay=4,
        to_settle=43,
    )
    notes = [stage_note(found, stage, NAMES.__getitem__, clock) for stage in Stage]
    assert notes == ["", "Sint Maarten: 1 short", "", "Haiti: 2 at 15:10", "", "4 ready to pay"]
    assert stage_note(Funnel(short=(("SX", 1), ("HT", 2))), Stage.NOMINATED, NAMES.__getitem__, clock) == "3 short"
    assert not any(stage_note(Funnel(), stage, NAMES.__getitem__, clock) for stage in Stage)
    assert settle_words(found) == "Reports still to come: 43 boarding passes"
    assert settle_words(Funnel()) == ""
    assert [stage_words(stage, "Kingston") for stage in Stage][3] == "In Kingston"


def test_everything_that_is_to_be_done_has_a_line_in_the_singular_and_the_plural() -> None:
    for kind in TodoKind:
        one, more = todo_words(Todo(kind, 1, at(15, 10)), clock), todo_words(Todo(kind, 3), clock)
        assert one.startswith("1 ")
        assert more.startswith("3 ")
    assert todo_words(Todo(TodoKind.ARRIVALS, 2, at(15, 10)), clock) == "2 officials land today, the first at 15:10"


def test_a_draft_says_how_much_of_it_is_agreed_and_how_many_brackets_are_left() -> None:
    assert (
        meter_words(Meter(agreed=2, ad_referendum=3, bracketed=1, open=4, brackets=5)) == "5 of 10 agreed, 5 brackets"
    )
