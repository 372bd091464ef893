"""A line of the plan keeps what is written in it and refuses what makes no sense; rooms are kept, and calendars are told of changes."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk import agenda, agenda_plan, attendance, setup
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.rundown import rundown
from cmc_desk.rules.agenda_plan import EndKind, Importance, StartKind, Track
from cmc_desk.rules.meeting import SpeakerPlan
from cmc_desk.rules.refusal import Refusal
from tests.desk.kingston import open_desk as kingston_desk
from tests.desk.running import at, line, move_to, new, put, times
from tests.meetings import KEISHA, enter

MINUTE = timedelta(minutes=1)


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
