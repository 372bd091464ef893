"""Who is in the room, and what the bars and the curve show."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmc_desk.rules.attendance import (
    EventKind,
    Movement,
    Presence,
    Slot,
    State,
    Step,
    arrivals_curve,
    arrivals_per_slot,
    may_record,
    rate_last,
    state_of,
)

NINE = datetime(2019, 12, 5, 14, 0, tzinfo=UTC)
ARRIVE, LEAVE, RETURN = EventKind.ARRIVE, EventKind.LEAVE, EventKind.RETURN


def at(minute: int) -> datetime:
    return NINE + timedelta(minutes=minute)


def events(*kinds: EventKind) -> tuple[Movement, ...]:
    return tuple(Movement(kind, at(minute)) for minute, kind in enumerate(kinds))


def test_nobody_recorded_is_absent() -> None:
    assert state_of(()) == State(Presence.ABSENT)


def test_whoever_arrived_is_present_since_then() -> None:
    assert state_of(events(ARRIVE)) == State(Presence.PRESENT, at(0), at(0))


def test_whoever_left_has_left_and_the_arrival_stands() -> None:
    assert state_of(events(ARRIVE, LEAVE)) == State(Presence.LEFT, at(0), at(1))


def test_whoever_came_back_is_present_and_the_first_arrival_stands() -> None:
    assert state_of(events(ARRIVE, LEAVE, RETURN)) == State(Presence.PRESENT, at(0), at(2))


def test_a_voided_event_counts_for_nothing() -> None:
    assert state_of([Movement(ARRIVE, at(0), voided=True)]) == State(Presence.ABSENT)
    assert state_of([*events(ARRIVE), Movement(LEAVE, at(5), voided=True)]).presence is Presence.PRESENT


def test_the_order_of_the_rows_does_not_matter_but_their_time_does() -> None:
    assert state_of(reversed(events(ARRIVE, LEAVE))) == state_of(events(ARRIVE, LEAVE))


def test_a_leave_whose_arrival_was_voided_still_says_that_the_person_left() -> None:
    rows = [Movement(ARRIVE, at(0), voided=True), Movement(LEAVE, at(9))]
    assert state_of(rows) == State(Presence.LEFT, None, at(9))


@pytest.mark.parametrize(
    ("before", "kind", "allowed"),
    [
        ((), ARRIVE, True),
        ((), LEAVE, False),
        ((), RETURN, False),
        ((ARRIVE,), ARRIVE, False),
        ((ARRIVE,), LEAVE, True),
        ((ARRIVE,), RETURN, False),
        ((ARRIVE, LEAVE), ARRIVE, False),
        ((ARRIVE, LEAVE), LEAVE, False),
        ((ARRIVE, LEAVE), RETURN, True),
    ],
)
def test_only_what_makes_sense_after_the_events_may_be_recorded(
    before: tuple[EventKind, ...], kind: EventKind, *, allowed: bool
) -> None:
    problem = may_record(events(*before), kind)
    assert (problem is None) is allowed
    assert problem is None or problem.endswith(".")


@given(st.lists(st.sampled_from(EventKind), max_size=12))
@settings(max_examples=60)
def test_whatever_is_recorded_in_turn_there_is_one_arrival_and_leaves_and_returns_alternate(
    attempts: list[EventKind],
) -> None:
    recorded: list[Movement] = []
    for minute, kind in enumerate(attempts):
        if may_record(recorded, kind) is None:
            recorded.append(Movement(kind, at(minute)))
    kinds = [event.kind for event in recorded]
    assert kinds[:1] in ([], [ARRIVE])
    assert kinds[1:] == [LEAVE if n % 2 == 0 else RETURN for n in range(len(kinds) - 1)]


def test_slots_reach_to_the_one_in_which_the_end_lies_and_empty_ones_are_shown() -> None:
    times = [at(-1), at(0), at(4), at(10), at(12), at(15)]
    slots = arrivals_per_slot(times, slot_minutes=5, start=at(0), end=at(12))
    assert slots == (Slot(at(0), 2), Slot(at(5), 0), Slot(at(10), 2))


def test_there_is_no_slot_before_the_start() -> None:
    assert arrivals_per_slot([at(0)], slot_minutes=5, start=at(0), end=at(-1)) == ()


def test_the_curve_has_one_step_for_each_instant() -> None:
    assert arrivals_curve([at(3), at(1), at(3)]) == (Step(at(1), 1), Step(at(3), 3))
    assert arrivals_curve([]) == ()


@given(st.lists(st.integers(0, 120), max_size=40))
@settings(max_examples=40)
def test_bars_and_curve_both_add_up_to_everybody(minutes: list[int]) -> None:
    times = [at(minute) for minute in minutes]
    slots = arrivals_per_slot(times, slot_minutes=7, start=at(0), end=at(120))
    assert sum(slot.count for slot in slots) == len(times)
    assert [step.count for step in arrivals_curve(times)][-1:] == ([len(times)] if times else [])


def test_the_rate_counts_the_last_minutes_up_to_now() -> None:
    assert rate_last([at(0), at(5), at(6), at(10), at(11)], now=at(10), minutes=5) == 2
