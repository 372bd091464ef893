"""The plan is edited: what flows on follows before a day has begun, fixed points hold, and a day that has begun keeps its plan."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk import agenda, agenda_plan, attendance, setup, setup_agenda
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.rundown import rundown
from cmc_desk.rules.agenda_plan import EndKind, Importance, StartKind, Track
from cmc_desk.rules.meeting import ItemKind, SpeakerPlan
from cmc_desk.rules.refusal import Refusal
from tests.desk.kingston import open_desk as kingston_desk
from tests.desk.running import at, line, move_to, put, times
from tests.meetings import DAYS, KEISHA, enter

PLAN = {
    "day1-registration": "08:30-09:00",
    "opening": "09:00-09:45",
    "coffee": "09:45-10:15",
    "context": "10:15-12:00",
}
MINUTE = timedelta(minutes=1)


def new(desk: Desk, hour: int, minute: int, length: int, title: str = "Film", **fields: object) -> str:
    starts = at(hour, minute)
    return desk.do(
        agenda_plan.put_line,
        id="",
        day=DAYS[0],
        starts=starts,
        ends=starts + length * MINUTE,
        title=title,
        kind=ItemKind.DISCUSSION,
        **fields,  # type: ignore[arg-type] # whatever a test wants
    )


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


def test_compressed_lengths_are_one_act_and_hold_on_a_day_that_has_begun(desk: Desk) -> None:
    discussion = new(desk, 12, 0, 30, "Discussion")
    move_to(desk, 10, 15)
    desk.do(agenda.start_item, item="context")
    before = desk.read(rundown)
    assert desk.do(agenda_plan.set_lengths, lengths={"context": 6000, discussion: 1500, "coffee": 1800}) == 2
    assert times(desk) == PLAN | {"context": "10:15-11:55", discussion: "11:55-12:20"}
    desk.undo()
    assert desk.read(rundown) == before


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


def test_a_line_keeps_everything_that_was_written_in_it(tmp_path: object) -> None:
    desk = kingston_desk(tmp_path)  # type: ignore[arg-type] # the folder of the test
    speakers = (SpeakerPlan(" Robin  Example ", "Director", "IOM", "First"), SpeakerPlan("Kim Sample", point="gone"))
    put(
        desk,
        "context",
        points=("First", "Second"),
        speakers=speakers,
        documents=("principles", "principles"),
        minimum=600,
        start_kind=StartKind.FIXED,
        not_after=at(10, 30),
        end_kind=EndKind.FIXED,
        importance=Importance.LEAST,
        remark=" kitchen  confirmed ",
    )
    shown = line(desk, "context")
    assert [(one.name, one.point) for one in shown.speakers] == [("Robin Example", "First"), ("Kim Sample", "")]
    assert (shown.documents, shown.item.minimum, shown.item.remark) == (
        ("principles",),
        10 * MINUTE,
        "kitchen confirmed",
    )
    assert (shown.item.start_kind, shown.item.not_after) == (StartKind.FIXED, at(10, 30))
    assert (shown.item.end_kind, shown.item.importance) == (EndKind.FIXED, Importance.LEAST)
    desk.close()


def test_what_is_left_open_has_the_defaults_of_its_kind(desk: Desk) -> None:
    discussion = new(desk, 12, 0, 30)
    shown = line(desk, discussion).item
    assert (shown.minimum, shown.start_kind) == (15 * MINUTE, StartKind.FLOW)
    earliest = new(desk, 7, 0, 30, "Briefing")
    assert line(desk, earliest).item.start_kind is StartKind.FIXED


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"track": "gone"}, "track"),
        ({"documents": ("gone",)}, "documents"),
        ({"speakers": (SpeakerPlan(" "),)}, "speakers"),
        ({"continues": "gone"}, "continues"),
        ({"continues": "context"}, "continues"),
        ({"minimum": 86400}, "minimum"),
        ({"minimum": -1}, "minimum"),
        ({"not_after": at(10, 30), "start_kind": StartKind.FLOW}, "not_after"),
        ({"not_after": at(10), "start_kind": StartKind.FIXED}, "not_after"),
        ({"topic": "gone"}, "topic"),
        ({"remark": "x" * 301}, "remark"),
        ({"ends": at(9)}, "ends"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_field(desk: Desk, changes: dict[str, object], field: str) -> None:
    before = desk.read(rundown)
    with pytest.raises(Refusal) as caught:
        put(desk, "context", **changes)
    assert caught.value.field == field
    assert desk.read(rundown) == before


def test_presence_that_was_recorded_keeps_its_session(desk: Desk) -> None:
    desk.do(attendance.check_in, participant=enter(desk, KEISHA).id, session="opening")
    with pytest.raises(Refusal, match="1 person") as caught:
        put(desk, "opening", attendance=False)
    assert caught.value.field == "attendance"
    with pytest.raises(Refusal, match="1 person"):
        desk.do(agenda_plan.remove_line, id="opening")


def test_an_item_and_what_goes_on_with_it_share_a_list_of_speakers(desk: Desk) -> None:
    with desk.store.write() as session:
        for key in ("one", "other"):
            session.add(
                schema.Topic(id=key, title=key, limits={}, changeover=0, kept=0, ordered="by hand", closed=False)
            )
    put(desk, "context", topic="one")
    again = new(desk, 14, 0, 60, "Context, continued", continues="context")
    third = new(desk, 16, 0, 60, "Context, continued again", continues=again)
    assert line(desk, third).item.topic == "one"
    put(desk, "context", topic="other")
    assert [line(desk, one).item.topic for one in ("context", again, third)] == ["other"] * 3
    with pytest.raises(Refusal) as caught:
        put(desk, again, topic="one")
    assert caught.value.field == "topic"
    with pytest.raises(Refusal, match="goes on with it"):
        desk.do(agenda_plan.remove_line, id="context")
    with pytest.raises(Refusal) as caught:
        put(desk, "context", starts=at(20), ends=at(21), continues=third)
    assert caught.value.field == "continues"


def test_rooms_are_made_renamed_and_removed(desk: Desk) -> None:
    room = desk.do(agenda_plan.put_track, id="", name=" Working  group A ", place="Room 2")
    other = desk.do(agenda_plan.put_track, id="", name="Arbeitsgruppe Ä")
    assert desk.read(rundown).tracks == (
        Track("working-group-a", "Working group A", "Room 2"),
        Track(other, "Arbeitsgruppe Ä"),
    )
    desk.do(agenda_plan.put_track, id=room, name="Group A", place="Room 3")
    for identifier, name in ((other, "group a"), (other, " "), ("", "Group A"), ("gone", "New")):
        with pytest.raises(Refusal):
            desk.do(agenda_plan.put_track, id=identifier, name=name)
    group = new(desk, 10, 15, 30, "Group", track=room)
    assert times(desk, track=room) == {group: "10:15-10:45"}
    with pytest.raises(Refusal, match="1 item is planned"):
        desk.do(agenda_plan.remove_track, id=room)
    put(desk, group, track="")
    assert list(times(desk))[-1] == group
    desk.do(agenda_plan.remove_track, id=room)
    with pytest.raises(Refusal, match="removed"):
        desk.do(agenda_plan.remove_track, id=room)


def test_a_line_that_changes_rooms_lets_what_stood_after_it_move_up(desk: Desk) -> None:
    room = desk.do(agenda_plan.put_track, id="", name="Working group A")
    one, other = new(desk, 12, 0, 30, "One"), new(desk, 12, 30, 10, "Other")
    put(desk, one, track=room)
    assert times(desk)[other] == "12:00-12:10"
    assert times(desk, track=room) == {one: "12:00-12:30"}


def test_another_zone_keeps_the_latest_beginning_on_its_clock_time(desk: Desk) -> None:
    put(desk, "context", start_kind=StartKind.FIXED, not_after=at(10, 30))
    desk.do(setup.change_meeting, changes={"zone": "America/Barbados"})
    shown = line(desk, "context").item
    assert shown.not_after is not None
    assert (f"{shown.starts:%H:%M}", f"{shown.not_after:%H:%M}") == ("10:15", "10:30")


def sequences(desk: Desk) -> dict[str, int]:
    with desk.store.read() as session:
        return {row.id: row.sequence for row in session.scalars(select(schema.PlanChange))}


def test_a_calendar_is_told_of_every_change_of_the_plan_and_of_its_taking_back(desk: Desk) -> None:
    assert sequences(desk) == {}
    discussion = new(desk, 12, 0, 30)
    assert sequences(desk) == {}
    put(desk, "context", ends=at(12, 10))
    assert sequences(desk) == {"context": 1, discussion: 1}
    desk.undo()
    assert sequences(desk) == {"context": 2, discussion: 2}
    desk.do(agenda_plan.remove_line, id=discussion)
    desk.undo()
    assert sequences(desk) == {"context": 2, discussion: 4}


def test_what_a_calendar_does_not_show_and_what_really_happens_raise_no_number(desk: Desk) -> None:
    put(desk, "context", minimum=300, importance=Importance.LEAST)
    move_to(desk, 9, 0)
    desk.do(agenda.start_item, item="opening")
    desk.do(agenda_plan.move_line, item="context", before="coffee")
    desk.do(attendance.check_in, participant=enter(desk, KEISHA).id)
    assert sequences(desk) == {}
    desk.do(setup.change_meeting, changes={"venue": "Example Hall"})
    assert set(sequences(desk)) == {item.key for item in desk.read(rundown).items}
