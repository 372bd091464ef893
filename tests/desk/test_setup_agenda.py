"""Setting the agenda up: times are on their day, presence that was recorded keeps its session."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.desk import meeting as meetings
from cmc_desk.desk import setup_agenda
from cmc_desk.desk.attendance import check_in, walk_in
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import AgendaItem
from cmc_desk.desk.registration import register
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.people import Person
from cmc_desk.rules.refusal import Refusal
from tests.desk.kingston import open_desk

FIRST = date(2019, 12, 5)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    opened.close()


def item_of(desk: Desk, kind: ItemKind) -> AgendaItem:
    return next(item for item in desk.read(meetings.agenda) if item.kind is kind)


def put(desk: Desk, item: AgendaItem, **changes: Any) -> str:
    arguments: dict[str, Any] = {
        "id": item.id,
        "day": item.day,
        "starts": item.starts,
        "ends": item.ends,
        "title": item.title,
        "kind": item.kind,
        "attendance": item.attendance,
        "points": item.points,
    }
    return desk.do(setup_agenda.put_item, **(arguments | changes))


def somebody_comes(desk: Desk) -> None:
    person = Person(given_name="Ana", family_name="Sample-Cox", delegation="JM")
    desk.do(walk_in, person=person)


def test_a_day_is_added_and_removed_and_both_can_be_taken_back(desk: Desk) -> None:
    days = desk.read(meetings.meeting).days
    third = days[-1] + timedelta(days=1)
    desk.do(setup_agenda.add_day, day=third)
    assert desk.read(meetings.meeting).days == (*days, third)
    desk.do(setup_agenda.remove_day, day=third)
    desk.undo()
    assert desk.read(meetings.meeting).days == (*days, third)
    desk.undo()
    assert desk.read(meetings.meeting).days == days


def test_a_day_that_is_there_is_not_added_and_one_with_items_is_not_removed(desk: Desk) -> None:
    with pytest.raises(Refusal, match="already"):
        desk.do(setup_agenda.add_day, day=FIRST)
    count = sum(item.day == FIRST for item in desk.read(meetings.agenda))
    with pytest.raises(Refusal, match=f"has {count} items"):
        desk.do(setup_agenda.remove_day, day=FIRST)
    with pytest.raises(Refusal, match="no day"):
        desk.do(setup_agenda.remove_day, day=date(2020, 1, 1))


def test_an_item_is_changed_and_put_back(desk: Desk) -> None:
    lunch = item_of(desk, ItemKind.LUNCH)
    before = desk.read(meetings.agenda)
    put(desk, lunch, title=" Lunch on the terrace ", ends=lunch.ends + timedelta(minutes=15), points=["Buffet", " "])
    after = item_of(desk, ItemKind.LUNCH)
    assert (after.title, after.ends, after.points) == (
        "Lunch on the terrace",
        lunch.ends + timedelta(minutes=15),
        ("Buffet",),
    )
    desk.undo()
    assert desk.read(meetings.agenda) == before


def test_a_new_item_gets_an_identifier_as_templates_have_them(desk: Desk) -> None:
    lunch = item_of(desk, ItemKind.LUNCH)
    evening = datetime(2019, 12, 5, 19, 30, tzinfo=desk.read(meetings.meeting).tzinfo)
    new = put(desk, lunch, id="", starts=evening, ends=evening + timedelta(hours=6), title="Reception")
    assert new == "day1-1930"
    other = put(desk, lunch, id="", starts=evening, ends=evening + timedelta(hours=1), title="Press")
    assert other not in ("", new)
    desk.do(setup_agenda.remove_item, id=new)
    desk.undo()
    assert new in [item.id for item in desk.read(meetings.agenda)]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": "  "}, "title"),
        ({"day": date(2020, 1, 1)}, "day"),
        ({"day": date(2019, 12, 6)}, "starts"),
        ({"ends": datetime(2019, 12, 5, 1, tzinfo=UTC)}, "ends"),
    ],
)
def test_an_item_that_makes_no_sense_is_refused_with_its_field(
    desk: Desk, changes: dict[str, object], field: str
) -> None:
    before = desk.read(meetings.agenda)
    with pytest.raises(Refusal) as caught:
        put(desk, item_of(desk, ItemKind.LUNCH), **changes)
    assert caught.value.field == field
    assert desk.read(meetings.agenda) == before


def test_a_session_with_recorded_presence_stays_a_session_of_its_day(desk: Desk) -> None:
    somebody_comes(desk)
    slot = item_of(desk, ItemKind.REGISTRATION)
    with pytest.raises(Refusal, match="1 person"):
        desk.do(setup_agenda.remove_item, id=slot.id)
    with pytest.raises(Refusal, match="1 person") as caught:
        put(desk, slot, attendance=False)
    assert caught.value.field == "attendance"
    later = timedelta(days=1)
    with pytest.raises(Refusal, match="1 person") as caught:
        put(desk, slot, day=slot.day + later, starts=slot.starts + later, ends=slot.ends + later)
    assert caught.value.field == "day"
    put(desk, slot, title="Registration and coffee")


def test_presence_that_was_taken_back_still_keeps_its_session(desk: Desk) -> None:
    new = desk.do(register, person=Person(given_name="Ana", family_name="Sample-Cox", delegation="JM"))
    desk.do(check_in, code=new.code)
    desk.undo()
    slot = item_of(desk, ItemKind.REGISTRATION)
    with pytest.raises(Refusal, match="1 person"):
        desk.do(setup_agenda.remove_item, id=slot.id)


def test_the_last_registration_stays_because_nobody_could_be_checked_in(desk: Desk) -> None:
    slots = [item for item in desk.read(meetings.agenda) if item.kind is ItemKind.REGISTRATION and item.attendance]
    for slot in slots[1:]:
        desk.do(setup_agenda.remove_item, id=slot.id)
    for attempt in ({"attendance": False}, {"kind": ItemKind.BREAK}):
        with pytest.raises(Refusal, match="nobody can be checked in"):
            put(desk, slots[0], **attempt)
    with pytest.raises(Refusal, match="nobody can be checked in"):
        desk.do(setup_agenda.remove_item, id=slots[0].id)
    assert slots[0] in desk.read(meetings.agenda)


def test_an_item_that_another_goes_on_with_stays_until_that_is_removed(desk: Desk) -> None:
    with pytest.raises(Refusal, match="goes on with it"):
        desk.do(setup_agenda.remove_item, id="priorities")


def test_an_item_that_is_gone_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal):
        desk.do(setup_agenda.remove_item, id="gone")
    lunch = item_of(desk, ItemKind.LUNCH)
    with pytest.raises(Refusal):
        put(desk, lunch, id="gone")
