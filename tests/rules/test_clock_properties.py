"""What holds of the agenda's clock whatever is planned and whatever happens."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.agenda import Act, Actual, ItemEvent, ItemState, TimedItem
from cmc_desk.rules.agenda_plan import ZERO, EndKind
from cmc_desk.rules.instants import between, moved
from cmc_desk.rules.planned_actual import planned_and_actual
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.timing import actuals, check_act, check_amount, elapsed, project, remaining, standing
from tests.rules.agenda_days import at, item, minutes

NINE = at("9:00")
lines = st.tuples(
    st.sampled_from(("", "room")),
    st.integers(1, 120),
    st.integers(0, 100),
    st.booleans(),
    st.sampled_from(EndKind),
)
acts = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(Act), st.integers(0, 1200), st.integers(-600, 1200)), max_size=25
)


def agenda(planned: Sequence[tuple[str, int, int, bool, EndKind]]) -> list[TimedItem]:
    """Return lines that follow one another in each track."""
    reached = {"": NINE, "room": NINE}
    found = []
    for number, (track, length, share, fixed, end_kind) in enumerate(planned):
        line = item(f"i{number}", "9:00", "9:01", track=track, fixed=fixed, minimum=minutes(length * share // 100))
        begins = reached[track]
        reached[track] = moved(begins, minutes(length))
        found.append(replace(line, starts=begins, ends=reached[track], end_kind=end_kind))
    return found


def recorded(
    items: Sequence[TimedItem], tried: Sequence[tuple[int, Act, int, int]]
) -> tuple[list[ItemEvent], datetime]:
    """Return what could be recorded of what was tried, and when the last of it was."""
    now, events = NINE.astimezone(UTC), list[ItemEvent]()
    for number, act, passed, amount in tried:
        now += timedelta(seconds=passed)
        line = items[number % len(items)]
        event = ItemEvent(f"e{len(events)}", line.key, act, now, timedelta(seconds=amount))
        try:
            actual = actuals(items, events)[line.key]
            check_act(actual, act)
            if act in {Act.ADD, Act.LEAVE_OUT}:
                check_amount(line, actual, act, event.amount, now)
        except Refusal:
            continue
        if act is not Act.CORRECT:
            events.append(event)
    return events, now


agendas = st.lists(lines, min_size=1, max_size=6).map(agenda)


@given(items=agendas, tried=acts, later=st.integers(0, 36000))
def test_nothing_that_is_to_come_is_expected_in_the_past(
    items: list[TimedItem], tried: list[tuple[int, Act, int, int]], later: int
) -> None:
    events, now = recorded(items, tried)
    now += timedelta(seconds=later)
    found = actuals(items, events)
    projection = project(items, found, now)
    for line in items:
        expected, state = projection.expected[line.key], found[line.key].state
        assert expected.ends >= expected.starts
        if expected.held and state is not ItemState.DONE:
            assert expected.ends >= now
            assert projection.days[-1].projected >= now
        if expected.held and state is ItemState.PLANNED:
            assert expected.starts >= now


@given(items=agendas, tried=acts, steps=st.lists(st.integers(1, 3600), min_size=1, max_size=6))
def test_as_time_goes_on_the_end_never_comes_nearer(
    items: list[TimedItem], tried: list[tuple[int, Act, int, int]], steps: list[int]
) -> None:
    events, now = recorded(items, tried)
    found = actuals(items, events)
    instants = [now]
    for step in steps:
        instants.append(instants[-1] + timedelta(seconds=step))
    of_one_day = [instant for instant in instants if instant < NINE + timedelta(hours=17)]
    for before, after in pairwise(project(items, found, instant) for instant in of_one_day):
        assert before.days[0].projected <= after.days[0].projected
        for line in items:
            assert before.expected[line.key].ends <= after.expected[line.key].ends


@given(items=agendas, tried=acts, later=st.integers(0, 36000))
def test_what_is_left_of_an_item_leads_to_when_it_is_expected_to_end(
    items: list[TimedItem], tried: list[tuple[int, Act, int, int]], later: int
) -> None:
    events, now = recorded(items, tried)
    now += timedelta(seconds=later)
    found = actuals(items, events)
    for line in items:
        if found[line.key].state in {ItemState.RUNNING, ItemState.PAUSED}:
            left = remaining(line, found[line.key], now)
            assert now + max(ZERO, left) == project(items, found, now).expected[line.key].ends


@given(lengths=st.lists(st.integers(1, 120), min_size=1, max_size=7), tried=acts, dice=st.randoms())
def test_without_fixed_points_the_order_leaves_the_projected_end(
    lengths: list[int], tried: list[tuple[int, Act, int, int]], dice: object
) -> None:
    items = agenda([("", length, 50, False, EndKind.LENGTH) for length in lengths])
    events, now = recorded(items, tried)
    shuffled = list(items)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    found = actuals(items, events)
    one, other = project(items, found, now), project(shuffled, found, now)
    assert one.days == other.days
    assert standing(items, found, one).behind == standing(shuffled, found, other).behind


@given(items=agendas, tried=acts)
def test_undoing_the_last_act_restores_everything_that_was_derived(
    items: list[TimedItem], tried: list[tuple[int, Act, int, int]]
) -> None:
    events, now = recorded(items, tried)
    states = [actuals(items, events[:number]) for number in range(len(events) + 1)]
    for number, (before, after) in enumerate(pairwise(states)):
        assert actuals(items, events[: number + 1][:-1]) == before
        assert project(items, actuals(items, events[:number]), now) == project(items, before, now)
        # What was allowed changed exactly one item.
        assert [key for key in before if before[key] != after[key]] in ([events[number].item], [])


@given(items=agendas, tried=acts)
def test_what_ran_and_its_pauses_and_gaps_are_the_whole_span(
    items: list[TimedItem], tried: list[tuple[int, Act, int, int]]
) -> None:
    events, now = recorded(items, tried)
    found = actuals(items, events)
    for line in items:
        actual: Actual = found[line.key]
        if actual.started is None:
            assert elapsed(actual, now) == ZERO
            continue
        until = actual.ended or now
        pause = between(actual.paused_since, now) if actual.paused_since else ZERO
        assert elapsed(actual, now) + actual.paused + pause + actual.left_out == between(actual.started, until)
        if line.end_kind is EndKind.LENGTH:
            assert remaining(line, actual, now) + elapsed(actual, now) == line.length + actual.added


@given(items=agendas, tried=acts)
def test_the_record_adds_up(items: list[TimedItem], tried: list[tuple[int, Act, int, int]]) -> None:
    events, now = recorded(items, tried)
    found = actuals(items, events)
    for track in ("", "room"):
        delays = [
            record
            for record in planned_and_actual(items, found, now)
            if record.item.track == track and record.produced is not None
        ]
        assert all(record.produced == sum((part for _cause, part in record.parts), ZERO) for record in delays)
        total = sum((record.produced - record.absorbed for record in delays), ZERO)  # type: ignore[operator]
        assert not delays or total in [record.cumulative for record in delays]
