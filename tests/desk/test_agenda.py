"""The agenda runs: each step is recorded with its time, can be corrected, and can be taken back."""

from datetime import timedelta

import pytest

from cmc_desk.desk import agenda, agenda_plan
from cmc_desk.desk.agenda import Moved
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.rundown import rundown
from cmc_desk.rules.agenda import Act, ItemState
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.timing import elapsed
from cmc_desk.ui.command_words import words_of
from tests.desk.running import actual, at, event, move_to, projection, ran, states
from tests.meetings import DAYS, DESK_B, reopened


def begin(desk: Desk, item: str, hour: int, minute: int = 0) -> Moved:
    move_to(desk, hour, minute)
    return desk.do(agenda.start_item, item=item)


def test_the_big_key_ends_what_runs_and_begins_what_comes_next_at_the_same_instant(desk: Desk) -> None:
    move_to(desk, 8, 31)
    assert desk.do(agenda.next_item) == Moved(started="day1-registration")
    move_to(desk, 9, 6)
    assert desk.do(agenda.next_item) == Moved(ended="day1-registration", started="opening")
    assert ran(desk, "day1-registration") == "08:31 – 09:06"
    assert ran(desk, "opening") == "09:06 – "


def test_after_the_last_item_of_a_day_the_key_ends_it_and_then_says_what_is_planned_for_the_next(desk: Desk) -> None:
    begin(desk, "context", 10, 20)
    move_to(desk, 12, 2)
    for item in ("day1-registration", "opening", "coffee"):
        desk.do(agenda.skip_item, item=item)
    assert desk.do(agenda.next_item) == Moved(ended="context")
    with pytest.raises(Refusal, match=r"Day2-registration.*2019-12-06"):
        desk.do(agenda.next_item)
    move_to(desk, 8, 30, day=1)
    assert desk.do(agenda.next_item) == Moved(started="day2-registration")


def test_on_the_second_day_the_key_does_not_begin_what_never_began_on_the_first(desk: Desk) -> None:
    move_to(desk, 8, 33, day=1)
    assert desk.do(agenda.next_item) == Moved(started="day2-registration")


def test_when_everything_is_over_nothing_is_left_to_begin(desk: Desk) -> None:
    begin(desk, "discussion", 12)
    move_to(desk, 9, 0, day=1)
    desk.do(agenda.skip_item, item="day2-registration")
    desk.do(agenda.end_item, item="discussion")
    with pytest.raises(Refusal, match="every item is over"):
        desk.do(agenda.next_item)


def test_a_pause_stands_and_is_not_counted(desk: Desk) -> None:
    begin(desk, "opening", 9)
    move_to(desk, 9, 10)
    desk.do(agenda.pause_item, item="opening", reason="The projector")
    move_to(desk, 9, 25)
    assert elapsed(actual(desk, "opening"), desk.clock.now()) == timedelta(minutes=10)
    desk.do(agenda.resume_item, item="opening")
    move_to(desk, 9, 30)
    assert elapsed(actual(desk, "opening"), desk.clock.now()) == timedelta(minutes=15)


def test_what_was_over_goes_on_and_what_ran_meanwhile_ends(desk: Desk) -> None:
    begin(desk, "opening", 9)
    begin(desk, "coffee", 9, 40)
    move_to(desk, 9, 50)
    assert desk.do(agenda.reopen_item, item="opening") == Moved(ended="coffee", started="opening")
    assert states(desk) == {"opening": ItemState.RUNNING, "coffee": ItemState.DONE}


def test_what_was_skipped_is_planned_again_and_nothing_ends(desk: Desk) -> None:
    begin(desk, "opening", 9)
    desk.do(agenda.skip_item, item="coffee", reason="No time")
    assert states(desk)["coffee"] is ItemState.SKIPPED
    assert desk.do(agenda.reopen_item, item="coffee") == Moved()
    assert states(desk) == {"opening": ItemState.RUNNING}


def test_a_minute_more_and_a_minute_less_move_what_is_expected_and_not_the_plan(desk: Desk) -> None:
    begin(desk, "opening", 9)
    ends = projection(desk).expected["opening"].ends
    desk.do(agenda.add_time, item="opening", seconds=60)
    desk.do(agenda.add_time, item="opening", seconds=120)
    desk.do(agenda.add_time, item="opening", seconds=-60)
    assert projection(desk).expected["opening"].ends - ends == timedelta(minutes=2)
    assert desk.read(rundown).items[1].length == timedelta(minutes=45)


def test_time_that_the_computer_slept_is_left_out(desk: Desk) -> None:
    begin(desk, "opening", 9)
    move_to(desk, 9, 40)
    desk.do(agenda.leave_out, item="opening", seconds=1800)
    assert elapsed(actual(desk, "opening"), desk.clock.now()) == timedelta(minutes=10)
    with pytest.raises(Refusal, match="not run so long") as caught:
        desk.do(agenda.leave_out, item="opening", seconds=1800)
    assert caught.value.field == "seconds"


def test_rooms_beside_the_plenary_run_for_themselves(desk: Desk) -> None:
    room = desk.do(agenda_plan.put_track, id="", name="Working group A", place="Room 2")
    group = desk.do(
        agenda_plan.put_line,
        id="",
        day=DAYS[0],
        starts=at(10, 15),
        ends=at(11),
        title="Group",
        kind=ItemKind.DISCUSSION,
        track=room,
    )
    begin(desk, "context", 10, 15)
    move_to(desk, 10, 18)
    assert desk.do(agenda.next_item, track=room) == Moved(started=group)
    assert states(desk) == {"context": ItemState.RUNNING, group: ItemState.RUNNING}


def test_it_really_began_at_another_time_and_the_item_before_ended_then(desk: Desk) -> None:
    begin(desk, "day1-registration", 8, 30)
    begin(desk, "opening", 9, 8)
    move_to(desk, 9, 10)
    desk.do(agenda.correct_event, event=event(desk, "opening", Act.START), at=at(9, 6), reason="Pressed late")
    assert ran(desk, "day1-registration") == "08:30 – 09:06"
    assert ran(desk, "opening") == "09:06 – "
    desk.do(agenda.correct_event, event=event(desk, "opening", Act.START), at=at(9, 7), reason="No, a minute after")
    assert ran(desk, "day1-registration") == "08:30 – 09:07"
    desk.undo()
    assert ran(desk, "opening") == "09:06 – "


@pytest.mark.parametrize(
    ("minute", "reason", "field", "words"),
    [
        (6, " ", "reason", "Say why"),
        (6, "x" * 501, "reason", "longer than 500"),
        (15, "Late", "at", "not come yet"),
    ],
)
def test_a_correction_needs_a_reason_and_a_time_that_has_been(
    desk: Desk, minute: int, reason: str, field: str, words: str
) -> None:
    begin(desk, "opening", 9, 8)
    move_to(desk, 9, 10)
    with pytest.raises(Refusal, match=words) as caught:
        desk.do(agenda.correct_event, event=event(desk, "opening", Act.START), at=at(9, minute), reason=reason)
    assert caught.value.field == field


def test_a_correction_lets_no_two_items_of_a_room_run_at_once(desk: Desk) -> None:
    begin(desk, "day1-registration", 8, 30)
    move_to(desk, 9, 0)
    desk.do(agenda.end_item, item="day1-registration")
    begin(desk, "opening", 9, 8)
    start = event(desk, "opening", Act.START)
    with pytest.raises(Refusal, match="“Day1-registration” ran then") as caught:
        desk.do(agenda.correct_event, event=start, at=at(8, 55), reason="Pressed late")
    assert caught.value.field == "at"
    desk.do(agenda.correct_event, event=start, at=at(9, 2), reason="Pressed late")
    assert ran(desk, "opening") == "09:02 – "


def test_what_is_not_there_or_makes_no_sense_is_refused_and_nothing_is_recorded(desk: Desk) -> None:
    begin(desk, "opening", 9)
    before = desk.read(rundown).events
    acts = (
        lambda: desk.do(agenda.start_item, item="opening"),
        lambda: desk.do(agenda.start_item, item="gone"),
        lambda: desk.do(agenda.resume_item, item="opening"),
        lambda: desk.do(agenda.pause_item, item="coffee"),
        lambda: desk.do(agenda.end_item, item="coffee"),
        lambda: desk.do(agenda.reopen_item, item="opening"),
        lambda: desk.do(agenda.add_time, item="opening", seconds=0),
        lambda: desk.do(agenda.add_time, item="opening", seconds=-3600),
        lambda: desk.do(agenda.correct_event, event="gone", at=at(9), reason="Why"),
    )
    for act in acts:
        with pytest.raises(Refusal):
            act()
    assert desk.read(rundown).events == before


def test_the_command_line_tells_when_something_happened(desk: Desk) -> None:
    move_to(desk, 9, 20)
    desk.do(agenda.start_item, item="opening", at=at(9, 6))
    assert ran(desk, "opening") == "09:06 – "
    for told, words in ((at(9, 5), "recorded at 09:06:00"), (at(9, 21), "not come yet")):
        with pytest.raises(Refusal, match=words) as caught:
            desk.do(agenda.next_item, at=told)
        assert caught.value.field == "at"
    with pytest.raises(Refusal, match="recorded at"):
        desk.do(agenda.end_item, item="opening", at=at(9, 5))
    desk.do(agenda.end_item, item="opening", at=at(9, 15))
    assert ran(desk, "opening") == "09:06 – 09:15"


def test_after_a_clock_that_was_set_back_what_happens_is_recorded_by_what_it_shows(desk: Desk) -> None:
    begin(desk, "opening", 9, 40)
    move_to(desk, 8, 45)
    desk.do(agenda.leave_out, item="opening", seconds=-3600)
    moved_on = desk.do(agenda.start_item, item="context")
    assert moved_on == Moved("opening", "context")
    assert (ran(desk, "opening"), ran(desk, "context")) == ("09:40 – 08:45", "08:45 – ")
    # Five minutes have passed, whatever the clock said before.
    assert elapsed(actual(desk, "opening"), desk.clock.now()) == timedelta(minutes=5)
    expected = projection(desk).expected["opening"]
    assert expected.ends == expected.starts == at(9, 40)
    move_to(desk, 9, 5)
    desk.do(agenda.pause_item, item="context", at=at(8, 50))
    assert elapsed(actual(desk, "context"), desk.clock.now()) == timedelta(minutes=5)
    with pytest.raises(Refusal, match="recorded at 08:50:00"):
        desk.do(agenda.resume_item, item="context", at=at(8, 47))


def test_right_after_the_clock_was_set_back_a_time_can_still_be_told(desk: Desk) -> None:
    begin(desk, "opening", 9, 40)
    move_to(desk, 8, 45)
    desk.do(agenda.end_item, item="opening", at=at(8, 44))
    assert ran(desk, "opening") == "09:40 – 08:44"
    assert elapsed(actual(desk, "opening"), desk.clock.now()) == timedelta()


def test_ctrl_z_reopens_the_last_item_with_its_clock(desk: Desk) -> None:
    begin(desk, "opening", 9, 6)
    move_to(desk, 9, 50)
    before = desk.read(rundown)
    desk.do(agenda.next_item)
    undone = desk.undo()
    assert (undone.kind, undone.about) == ("agenda.next", "Coffee")
    assert desk.read(rundown) == before
    assert elapsed(actual(desk, "opening"), desk.clock.now()) == timedelta(minutes=44)


def test_another_window_and_a_restart_show_the_same_second(desk: Desk) -> None:
    begin(desk, "opening", 9, 6)
    move_to(desk, 9, 20, 11)
    other = reopened(desk, author=DESK_B)
    try:
        assert elapsed(actual(other, "opening"), other.clock.now()) == timedelta(minutes=14, seconds=11)
    finally:
        other.close()


def test_the_journal_says_in_words_which_item_it_was(desk: Desk) -> None:
    begin(desk, "opening", 9, 6)
    move_to(desk, 9, 7)
    desk.do(agenda.correct_event, event=event(desk, "opening", Act.START), at=at(9, 5), reason="Pressed late")
    desk.do(agenda.pause_item, item="opening")
    lines = desk.read(journal_lines)[-3:]
    assert [words_of(one.kind) for one in lines] == [
        "an item was begun",
        "a recorded time was corrected",
        "an item was paused",
    ]
    assert {one.about for one in lines} == {"Opening"}
    desk.undo()
    assert desk.undo().about == "Opening"


def test_nothing_is_charged_before_anything_has_begun(desk: Desk) -> None:
    move_to(desk, 9, 20)
    assert elapsed(actual(desk, "opening"), desk.clock.now()) == ZERO
