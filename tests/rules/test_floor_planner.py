"""How long each delegation can have, when a list is through, and who still fits before lunch."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import hypothesis.strategies as st
import pytest
from hypothesis import given

from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.agenda_plan import SpeakerCategory as Category
from cmc_desk.rules.floor_kinds import FloorAct
from cmc_desk.rules.floor_kinds import SpeakerState as State
from cmc_desk.rules.floor_kinds import SpeechKind as Kind
from cmc_desk.rules.floor_planner import Fit, Plan, Slot, end_for, limit_for, live_plan, who_fits
from cmc_desk.rules.refusal import Refusal
from tests.rules.floored import TOPIC, at, in_state, minutes, speech

CHANGEOVER = timedelta(seconds=20)
MORNING, AFTERNOON = Slot(at(0), at(60)), Slot(at(150), at(225))


@pytest.mark.parametrize(("count", "seconds"), [(25, 304), (40, 182), (60, 115)])
def test_two_hours_and_a_quarter_are_so_long_for_each(count: int, seconds: int) -> None:
    assert limit_for(count, minutes(135), CHANGEOVER).limit == timedelta(seconds=seconds)


def test_a_limit_is_announced_in_quarters_of_a_minute() -> None:
    plan = limit_for(40, minutes(135), CHANGEOVER)
    assert plan.handy == minutes(3)
    assert plan.spare == minutes(135) - 40 * timedelta(seconds=200)
    assert Plan(1, minutes(1), CHANGEOVER, timedelta(seconds=9)).handy == timedelta(seconds=9)


def test_time_that_does_not_do_for_the_changing_over_is_no_time_to_speak() -> None:
    plan = limit_for(60, minutes(10), CHANGEOVER)
    assert (plan.limit, plan.spare) == (ZERO, ZERO)


def test_nobody_cannot_be_planned_for() -> None:
    with pytest.raises(Refusal, match="How many delegations"):
        limit_for(0, minutes(60), CHANGEOVER)


def test_a_list_goes_on_after_lunch_and_no_speech_is_cut_in_two() -> None:
    # Three minutes and a changeover: 18 fit into the hour before lunch, exactly.
    assert end_for(18, minutes(3), CHANGEOVER, (MORNING, AFTERNOON)).ends == at(60)
    after = end_for(20, minutes(4), CHANGEOVER, (MORNING, AFTERNOON))
    assert (after.ends, after.over, after.fit) == (at(150) + 7 * timedelta(seconds=260), ZERO, 20)


def test_a_list_that_is_too_long_runs_over_the_last_stretch() -> None:
    plan = end_for(50, minutes(3), CHANGEOVER, (MORNING, AFTERNOON))
    assert (plan.fit, plan.ends) == (40, at(150) + 32 * timedelta(seconds=200))
    assert plan.over == plan.ends - at(225)


def test_nobody_is_through_at_the_beginning() -> None:
    assert end_for(0, minutes(3), CHANGEOVER, (MORNING,)).ends == at(0)


@pytest.mark.parametrize(("limit", "slots", "field"), [(minutes(3), (), "window"), (ZERO, (MORNING,), "limit")])
def test_an_end_needs_time_and_a_limit(limit: timedelta, slots: tuple[Slot, ...], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        end_for(3, limit, CHANGEOVER, slots)
    assert refused.value.field == field


def test_a_stretch_that_is_over_before_it_begins_has_no_length() -> None:
    assert Slot(at(5), at(3)).length == ZERO


def test_the_night_in_which_the_clocks_change_has_the_hours_that_pass() -> None:
    zone = ZoneInfo("America/New_York")
    night = Slot(datetime(2019, 11, 3, 0, 30, tzinfo=zone), datetime(2019, 11, 3, 3, 30, tzinfo=zone))
    assert night.length == timedelta(hours=4)
    ends = end_for(60, minutes(2), ZERO, (night,)).ends
    assert ends.astimezone(UTC) == datetime(2019, 11, 3, 6, 30, tzinfo=UTC)


def test_nineteen_left_and_sixty_one_minutes_are_two_minutes_and_forty_eight_seconds_each() -> None:
    # Barbados still has 1:12; 35 minutes are kept for an exchange of views.
    topic = replace(TOPIC, kept=minutes(35))
    now = at(3) - timedelta(seconds=72)
    queue = [in_state(f"S{number}", State.INSCRIBED) for number in range(19)]
    found = [speech("BB", (FloorAct.START, 0)), *queue, in_state("HT", State.ABSENT), in_state("JM", State.DONE)]
    live = live_plan(topic, found, timedelta(minutes=96, seconds=49), now)
    assert (live.waiting, live.absent, live.remaining, live.kept) == (19, 1, minutes(61), minutes(35))
    assert live.present == timedelta(seconds=72)
    assert live.plan.limit == timedelta(minutes=2, seconds=48)
    assert live.plan.handy == timedelta(minutes=2, seconds=45)


def test_who_has_a_limit_of_their_own_keeps_it_and_the_others_share_the_rest() -> None:
    minister = in_state("JM", State.INSCRIBED, limit=minutes(10))
    order = in_state("AW", State.INSCRIBED, kind=Kind.POINT_OF_ORDER)
    live = live_plan(TOPIC, [minister, in_state("HT", State.CALLED), order], minutes(20), at(0))
    assert live.own == minutes(10) + CHANGEOVER
    assert live.plan.limit == minutes(10) - 2 * CHANGEOVER
    assert (live.waiting, live.plan.count) == (2, 1)


def test_a_list_on_which_nobody_waits_shares_nothing_out() -> None:
    live = live_plan(TOPIC, [], minutes(20), at(0))
    assert (live.plan.count, live.plan.limit, live.offered) == (0, ZERO, ZERO)


def test_no_more_is_offered_than_is_usual_for_those_who_wait() -> None:
    state, agency = in_state("JM", State.INSCRIBED), in_state("UN", State.INSCRIBED, category=Category.ORGANISATION)
    live = live_plan(TOPIC, [state], minutes(50), at(0))
    assert (live.plan.handy, live.offered) == (timedelta(minutes=49, seconds=30), minutes(5))
    assert live_plan(TOPIC, [agency], minutes(50), at(0)).offered == minutes(3)
    assert live_plan(TOPIC, [state, agency], minutes(6), at(0)).offered == timedelta(minutes=2, seconds=30)
    # A list whose limits are longer than the usual ones may have those.
    generous = replace(TOPIC, limits={**TOPIC.limits, Category.STATE: minutes(8)})
    assert live_plan(generous, [state], minutes(50), at(0)).offered == minutes(8)


def test_three_speakers_fit_before_lunch_and_the_fourth_ends_after_it() -> None:
    queue = [in_state(f"S{number}", State.INSCRIBED, position=number) for number in range(5)]
    found = [speech("BB", (FloorAct.START, 0)), *queue, in_state("HT", State.ABSENT)]
    now = at(2)
    assert who_fits(TOPIC, found, now, at(14)) == Fit(3, "S3", now + minutes(1 + 4 * 3) + 4 * CHANGEOVER)
    assert who_fits(TOPIC, queue, now, at(60)) == Fit(5)


@given(st.integers(1, 300), st.integers(0, 40_000), st.integers(0, 120))
def test_the_limit_is_the_longest_with_which_all_fit(count: int, window: int, changeover: int) -> None:
    plan = limit_for(count, timedelta(seconds=window), timedelta(seconds=changeover))
    limit = int(plan.limit.total_seconds())
    if limit:
        assert count * (limit + changeover) <= window
        assert plan.spare >= ZERO
    assert count * (limit + 1 + changeover) > window


@given(st.integers(1, 90), st.integers(1, 600), st.integers(0, 60))
def test_a_limit_from_a_window_is_through_when_the_window_is(count: int, minute: int, changeover: int) -> None:
    gap = timedelta(seconds=changeover)
    slot = Slot(at(0), at(minute))
    limit = limit_for(count, slot.length, gap).limit
    if limit:
        plan = end_for(count, limit, gap, (slot,))
        assert (plan.over, plan.fit) == (ZERO, count)
