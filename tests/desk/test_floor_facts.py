"""What windows, chair and report are told of the floor: who is offered, how it stands, who had how much, and the record."""

from datetime import timedelta

import pytest

from cmc_desk.desk import attendance, floor, floor_topics
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_delegations import floor_delegations, present_delegations
from cmc_desk.desk.floor_report import fair_floor_now, floor_record
from cmc_desk.desk.floor_view import floor_view, live_of
from cmc_desk.rules.floor_kinds import SpeakerState, SpeechKind
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.statement_length import Length
from tests.desk.floor_hands import TOPIC, inscribe, open_list, passes
from tests.desk.running import move_to
from tests.meetings import ANAIS, KEISHA, enter


def arrive(desk: Desk, person: object) -> str:
    """Register a person and check them in."""
    participant = enter(desk, person).id  # type: ignore[arg-type] # people of the sample meeting
    desk.do(attendance.check_in, participant=participant)
    return participant


def test_who_left_is_not_present_any_more_and_another_day_is_another_day(desk: Desk) -> None:
    anais = arrive(desk, ANAIS)
    assert desk.read(present_delegations, now=desk.clock.now()) == {"HT"}
    passes(desk, minutes=5)
    desk.do(attendance.leave, participant=anais)
    assert desk.read(present_delegations, now=desk.clock.now()) == frozenset()
    arrive(desk, KEISHA)
    assert desk.read(present_delegations, now=desk.clock.now()) == {"JM"}
    move_to(desk, 9, 5, day=1)
    assert desk.read(present_delegations, now=desk.clock.now()) == frozenset()


def test_delegations_come_in_official_order_with_what_they_work_in(desk: Desk) -> None:
    found = desk.read(floor_delegations, now=desk.clock.now())
    assert [(one.code, one.language, one.host) for one in found] == [
        *(("HT", "fr", False), ("JM", "en", True), ("AW", "nl", False), ("UNHCR", "en", False)),
    ]


def test_a_list_is_shown_with_its_clocks_and_what_everybody_can_still_have(desk: Desk) -> None:
    move_to(desk, 11, 0)
    haiti, jamaica, unhcr = open_list(desk, "HT", "JM", "UNHCR")
    desk.do(floor_topics.put_topic, id=TOPIC, kept=3000)
    statement = inscribe(desk, "AW", words=400)
    desk.do(floor.start_speech, entry=haiti)
    desk.do(floor.in_writing, entry=unhcr)
    passes(desk, seconds=30.5)
    view = desk.read(floor_view, topic=TOPIC, now=desk.clock.now())
    assert [(one.name, one.place, one.state) for one in view.rows] == [
        ("Haiti", 0, SpeakerState.SPEAKING),
        ("Jamaica", 1, SpeakerState.INSCRIBED),
        ("Aruba", 2, SpeakerState.INSCRIBED),
        ("UNHCR", 0, SpeakerState.WRITTEN),
    ]
    speaking, _jamaica, aruba, _unhcr = view.rows
    # Seconds spoken are rounded down, seconds left up.
    assert (speaking.spoken, speaking.left, speaking.limit) == (30, 150, 180)
    assert (aruba.entry, aruba.length) == (statement, Length.OVER)
    assert (view.current, view.interrupted, view.waiting, view.absent) == (haiti, "", 2, 0)
    # The item has not begun: it has its whole hour and three quarters, fifty minutes of which are kept.
    assert (view.window, view.kept) == (105 * 60, 3000)
    assert view.each == (55 * 60 - 149) // 2 - 20
    assert to_plain(view)["rows"][1]["entry"] == jamaica


def test_what_is_interrupted_is_told(desk: Desk) -> None:
    (haiti,) = open_list(desk, "HT")
    desk.do(floor.start_speech, entry=haiti)
    order = inscribe(desk, "JM", SpeechKind.POINT_OF_ORDER)
    desk.do(floor.start_speech, entry=order)
    view = desk.read(floor_view, topic=TOPIC, now=desk.clock.now())
    assert (view.current, view.interrupted) == (order, haiti)


def test_a_list_without_items_has_no_time(desk: Desk) -> None:
    open_list(desk, "HT", items=())
    live = desk.read(live_of, topic=TOPIC, now=desk.clock.now())
    assert (live.window, live.plan.limit) == (timedelta(), timedelta())
    with pytest.raises(Refusal, match="not there any more"):
        desk.read(floor_view, topic="nothing", now=desk.clock.now())


def test_the_chair_sees_who_is_here_and_was_not_heard(desk: Desk) -> None:
    arrive(desk, KEISHA)
    haiti, _aruba = open_list(desk, "HT", "AW")
    desk.do(floor.start_speech, entry=haiti)
    passes(desk, minutes=2)
    fair = desk.read(fair_floor_now, now=desk.clock.now())
    assert (fair.shares[0].delegation, fair.used) == ("HT", timedelta(minutes=2))
    assert fair.not_heard == ("JM", "AW")
    assert [one.name for one in fair.by_language] == ["en", "fr", "nl"]
    assert [(one.name, one.used) for one in fair.by_region] == [("CARICOM", timedelta(minutes=2)), ("", timedelta())]
    assert desk.read(fair_floor_now, now=desk.clock.now(), topic="other").shares[0].used == timedelta()


def test_the_record_has_minutes_order_and_overtime_of_every_list(desk: Desk) -> None:
    haiti, _jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=4)
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=1)
    other = desk.do(floor_topics.put_topic, title="Guiding principles")
    record = desk.read(floor_record, now=desk.clock.now())
    assert [(one.title, one.items) for one in record.lists] == [
        *(("National priorities", ("context",)), ("Guiding principles", ())),
    ]
    first = record.lists[0].speeches[0]
    assert (first.entry, first.order, first.spoken, first.overtime) == (
        *(haiti, 1, timedelta(minutes=4), timedelta(minutes=1)),
    )
    assert [(record.names[one.delegation], one.spoken) for one in record.delegations] == [
        *(("Haiti", timedelta(minutes=4)), ("Jamaica", timedelta(minutes=1))),
    ]
    assert desk.read(floor_record, now=desk.clock.now(), topic=other).lists[0].speeches == ()
