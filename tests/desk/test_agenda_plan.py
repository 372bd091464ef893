"""The plan is edited: what flows on follows before a day has begun, fixed points hold, and a day that has begun keeps its plan."""

from datetime import timedelta

import pytest

from cmc_desk.desk import agenda, agenda_plan, setup_agenda
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.rundown import rundown
from cmc_desk.rules.agenda import Act
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.refusal import Refusal
from tests.desk.running import at, line, move_to, new, projection, put, times
from tests.meetings import DAYS

PLAN = {
    "day1-registration": "08:30-09:00",
    "opening": "09:00-09:45",
    "coffee": "09:45-10:15",
    "context": "10:15-12:00",
}
MINUTE = timedelta(minutes=1)


def test_a_line_that_is_put_between_two_pushes_what_flows_on_up_to_the_next_fixed_point(desk: Desk) -> None:
    film = new(desk, 9, 0, 15)
    assert times(desk) == PLAN | {"opening": "09:00-09:45", film: "09:00-09:15"}
    desk.undo()
    discussion = new(desk, 12, 0, 30, "Discussion")
    film = new(desk, 10, 15, 15)
    assert times(desk) == PLAN | {discussion: "12:00-12:30", film: "10:15-10:30"}
    assert list(times(desk))[-3:] == ["context", film, discussion]


def test_a_longer_line_pushes_and_a_shorter_one_pulls_what_flows_on(desk: Desk) -> None:
    discussion = new(desk, 12, 0, 30, "Discussion")
    put(desk, "context", ends=at(12, 20))
    assert times(desk)[discussion] == "12:20-12:50"
    put(desk, "context", ends=at(11, 45))
    assert times(desk)[discussion] == "11:45-12:15"
    put(desk, "opening", ends=at(9, 50))
    assert times(desk)["coffee"] == "09:45-10:15"


def test_a_gap_of_the_plan_stays_until_it_is_used_up(desk: Desk) -> None:
    discussion = new(desk, 12, 30, 30, "Discussion")
    put(desk, "context", ends=at(12, 20))
    assert times(desk)[discussion] == "12:30-13:00"
    put(desk, "context", ends=at(12, 40))
    assert times(desk)[discussion] == "12:40-13:10"


def test_a_line_that_was_moved_flows_on_and_so_does_what_stood_after_it(desk: Desk) -> None:
    one, other = new(desk, 12, 0, 30, "One"), new(desk, 12, 30, 10, "Other")
    desk.do(agenda_plan.move_line, item=one)
    assert list(times(desk))[-2:] == [other, one]
    assert times(desk) == PLAN | {other: "12:00-12:10", one: "12:10-12:40"}
    desk.do(agenda_plan.move_line, item=one, before="coffee")
    assert times(desk) == PLAN | {one: "09:45-10:15", other: "12:00-12:10"}
    desk.undo()
    desk.undo()
    assert times(desk) == PLAN | {one: "12:00-12:30", other: "12:30-12:40"}


def test_a_fixed_line_that_was_moved_keeps_its_time_and_what_stands_after_it_follows(desk: Desk) -> None:
    discussion = new(desk, 12, 0, 30, "Discussion")
    desk.do(agenda_plan.move_line, item="coffee", before=discussion)
    assert times(desk) == PLAN | {"context": "09:45-11:30", discussion: "12:00-12:30"}
    assert list(times(desk))[2:] == ["context", "coffee", discussion]


def test_a_line_moves_only_among_those_of_its_day_and_room(desk: Desk) -> None:
    for before in ("discussion", "gone", "context"):
        with pytest.raises(Refusal) as caught:
            desk.do(agenda_plan.move_line, item="context", before=before)
        assert caught.value.field == "before"
    with pytest.raises(Refusal, match="removed by somebody else"):
        desk.do(agenda_plan.move_line, item="gone")
    assert desk.do(agenda_plan.move_line, item="context") == "context"
    assert times(desk) == PLAN


def test_a_day_that_has_begun_keeps_its_times_and_takes_another_order(desk: Desk) -> None:
    discussion = new(desk, 12, 0, 30, "Discussion")
    move_to(desk, 9, 0)
    desk.do(agenda.start_item, item="opening")
    plan = times(desk)
    desk.do(agenda_plan.move_line, item=discussion, before="coffee")
    assert times(desk) == plan
    assert list(times(desk)) == ["day1-registration", "opening", discussion, "coffee", "context"]
    put(desk, "context", ends=at(12, 30))
    assert times(desk)[discussion] == "12:00-12:30"
    assert list(times(desk))[2] == discussion
    with pytest.raises(Refusal, match="has begun already") as caught:
        desk.do(agenda_plan.move_line, item=discussion, before="opening")
    assert caught.value.field == "before"


def test_what_is_new_on_a_day_that_has_begun_goes_behind_what_has_begun(desk: Desk) -> None:
    move_to(desk, 10, 15)
    desk.do(agenda.start_item, item="context")
    film = new(desk, 9, 0, 15)
    later = new(desk, 12, 30, 15, "Later")
    assert list(times(desk)) == ["day1-registration", "opening", "coffee", "context", film, later]
    setup_item = desk.do(
        setup_agenda.put_item,
        id="",
        day=DAYS[0],
        starts=at(12, 10),
        ends=at(12, 20),
        title="Minute of silence",
        kind=ItemKind.DISCUSSION,
        attendance=False,
    )
    assert list(times(desk))[-3:] == [film, setup_item, later]


def test_what_has_begun_stays_on_its_day_and_in_its_room_and_is_not_removed(desk: Desk) -> None:
    room = desk.do(agenda_plan.put_track, id="", name="Working group A")
    move_to(desk, 9, 0)
    desk.do(agenda.start_item, item="coffee")
    day = timedelta(days=1)
    shown = line(desk, "coffee").item
    for changes, field in (
        ({"day": DAYS[1], "starts": shown.starts + day, "ends": shown.ends + day}, "day"),
        ({"track": room}, "track"),
    ):
        with pytest.raises(Refusal, match="recorded") as caught:
            put(desk, "coffee", **changes)
        assert caught.value.field == field
    with pytest.raises(Refusal, match="recorded"):
        desk.do(agenda_plan.remove_line, id="coffee")
    with pytest.raises(Refusal, match="recorded"):
        desk.do(setup_agenda.remove_item, id="coffee")


def test_a_line_that_is_removed_lets_what_flows_on_move_up_and_comes_back_with_undo(desk: Desk) -> None:
    one, other = new(desk, 12, 0, 30, "One"), new(desk, 12, 30, 10, "Other")
    before = desk.read(rundown)
    desk.do(agenda_plan.remove_line, id=one)
    assert times(desk) == PLAN | {other: "12:00-12:10"}
    desk.undo()
    assert desk.read(rundown) == before


def test_a_line_that_goes_to_another_day_leaves_no_hole_behind(desk: Desk) -> None:
    one, other = new(desk, 12, 0, 30, "One"), new(desk, 12, 30, 10, "Other")
    put(desk, one, day=DAYS[1], starts=at(12, day=1), ends=at(12, 30, day=1))
    assert times(desk) == PLAN | {other: "12:00-12:10"}
    assert list(times(desk, day=1)) == ["day2-registration", "discussion", one]
    put(desk, one, starts=at(8, day=1), ends=at(8, 20, day=1))
    assert next(iter(times(desk, day=1))) == one


def test_compressed_lengths_before_the_day_are_the_new_plan_in_one_act(desk: Desk) -> None:
    discussion = new(desk, 12, 0, 30, "Discussion")
    before = desk.read(rundown)
    assert desk.do(agenda_plan.set_lengths, lengths={"context": 6000, discussion: 1500, "coffee": 1800}) == 2
    assert times(desk) == PLAN | {"context": "10:15-11:55", discussion: "11:55-12:20"}
    assert desk.read(rundown).events == ()
    desk.undo()
    assert desk.read(rundown) == before


def test_on_a_day_that_has_begun_the_plan_stays_and_what_is_taken_is_recorded_in_one_act(desk: Desk) -> None:
    discussion = new(desk, 12, 0, 30, "Discussion")
    move_to(desk, 10, 20)
    for item in ("day1-registration", "opening", "coffee"):
        desk.do(agenda.skip_item, item=item)
    desk.do(agenda.start_item, item="context")
    before = desk.read(rundown)
    wanted = {"context": 6000, discussion: 1500}
    assert desk.do(agenda_plan.set_lengths, lengths=wanted, reason="To make up time") == 2
    assert times(desk) == PLAN | {discussion: "12:00-12:30"}
    events = desk.read(rundown).events[-2:]
    assert [(one.item, one.act, one.amount, one.reason) for one in events] == [
        ("context", Act.ADD, timedelta(minutes=-5), "To make up time"),
        (discussion, Act.ADD, timedelta(minutes=-5), "To make up time"),
    ]
    expected = projection(desk).expected
    assert (expected["context"].ends, expected[discussion].ends) == (at(12, 0), at(12, 25))
    # The same lengths once more take nothing.
    assert desk.do(agenda_plan.set_lengths, lengths=wanted) == 0
    desk.undo()
    assert desk.read(rundown) == before


def test_what_was_only_given_less_time_has_not_begun(desk: Desk) -> None:
    room = desk.do(agenda_plan.put_track, id="", name="Working group A")
    discussion = new(desk, 12, 0, 30, "Discussion")
    later = new(desk, 12, 30, 30, "Later")
    move_to(desk, 10, 20)
    desk.do(agenda.start_item, item="context")
    desk.do(agenda_plan.set_lengths, lengths={discussion: 1500, later: 1500})
    desk.do(agenda_plan.move_line, item=later, before=discussion)
    assert list(times(desk))[-2:] == [later, discussion]
    put(desk, discussion, track=room)
    assert line(desk, discussion).item.track == room
    with pytest.raises(Refusal, match="recorded"):
        desk.do(agenda_plan.remove_line, id=later)


def test_by_hand_nothing_that_has_not_begun_is_made_shorter_than_its_minimum(desk: Desk) -> None:
    discussion = new(desk, 12, 0, 30, "Discussion", minimum=1200)
    desk.do(agenda.add_time, item=discussion, seconds=-600)
    with pytest.raises(Refusal, match="least length, 0:20"):
        desk.do(agenda.add_time, item=discussion, seconds=-60)
    expected = projection(desk).expected[discussion]
    assert expected.ends - expected.starts == timedelta(minutes=20)
    # Nor does a shorter plan make it shorter than its minimum.
    put(desk, discussion, ends=at(12, 25))
    expected = projection(desk).expected[discussion]
    assert expected.ends - expected.starts == timedelta(minutes=20)
    # Whoever leads the meeting may still say that it ends at once.
    desk.do(agenda.start_item, item=discussion)
    desk.do(agenda.add_time, item=discussion, seconds=-600)


def test_no_length_goes_below_the_minimum_or_of_what_is_over(desk: Desk) -> None:
    move_to(desk, 9, 0)
    desk.do(agenda.start_item, item="opening")
    desk.do(agenda.end_item, item="opening")
    for lengths, words in (
        ({"context": 60}, "least length"),
        ({"opening": 3000}, "is over"),
        ({"gone": 60}, "removed"),
    ):
        with pytest.raises(Refusal, match=words):
            desk.do(agenda_plan.set_lengths, lengths=lengths)


def test_a_plan_that_would_run_into_the_next_day_is_refused(desk: Desk) -> None:
    late = new(desk, 20, 0, 60, "Reception")
    last = new(desk, 21, 0, 60, "Dance")
    with pytest.raises(Refusal, match="“Dance” would not begin on its day") as caught:
        put(desk, late, ends=at(23) + timedelta(hours=6))
    assert caught.value.field == "ends"
    put(desk, late, ends=at(23) + timedelta(hours=2))
    assert times(desk)[last] == "01:00-02:00"
