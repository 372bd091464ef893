"""A clock that was set back while a list runs: speeches are recorded by what it shows, in the order in which they were recorded."""

from datetime import timedelta

from cmc_desk.desk import agenda, floor
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_report import fair_floor_now, floor_record
from cmc_desk.desk.making_papers import gather_paper
from cmc_desk.desk.planned_actual import PLANNED_ACTUAL_PAPER
from cmc_desk.rules.papers import Ask, Format
from tests.desk.floor_hands import TOPIC, open_list, passes, speech, spoken
from tests.meetings import ZONE


def test_where_the_clock_was_set_back_speeches_are_recorded_by_what_it_shows(desk: Desk) -> None:
    haiti, jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=2)
    desk.do(floor.pause_speech, entry=haiti)
    passes(desk, minutes=-60)
    desk.do(floor.next_speaker, topic=TOPIC)
    assert spoken(desk, haiti) == timedelta(minutes=2)
    assert speech(desk, jamaica).started == speech(desk, haiti).ended == desk.clock.now().astimezone(ZONE)
    passes(desk, minutes=3)
    assert spoken(desk, jamaica) == timedelta(minutes=3)
    desk.do(floor.end_speech, entry=jamaica)
    passes(desk, minutes=1)
    # The speech that ended last is the one that was recorded last.
    desk.do(floor.resume_speech, entry=jamaica)
    assert spoken(desk, jamaica) == timedelta(minutes=3)


def set_back_in_a_speech(desk: Desk) -> str:
    """Let Haiti speak for two minutes in an item that runs, and set the clock back by an hour after that; return the entry."""
    (haiti,) = open_list(desk, "HT")
    desk.do(agenda.start_item, item="context")
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=2)
    desk.do(floor.end_speech, entry=haiti)
    passes(desk, minutes=-60)
    return haiti


def test_the_record_of_the_present_loses_nothing_over_a_clock_that_was_set_back(desk: Desk) -> None:
    set_back_in_a_speech(desk)
    now = desk.clock.now()
    (spoke,) = desk.read(floor_record, now=now).delegations
    assert (spoke.speeches, spoke.spoken) == (1, timedelta(minutes=2))
    fair = desk.read(fair_floor_now, now=now)
    assert (fair.used, fair.not_heard) == (timedelta(minutes=2), ())
    # Looking back at an instant before all that is asked for by name.
    assert desk.read(floor_record, now=now, back=True).delegations[0].speeches == 0
    assert not desk.read(fair_floor_now, now=now, back=True).used


def test_the_paper_of_planned_and_actual_times_loses_nothing_either(desk: Desk) -> None:
    set_back_in_a_speech(desk)
    form = Format.XLSX
    made = gather_paper(desk, PLANNED_ACTUAL_PAPER, Ask(), form).content
    assert [line.started is not None for line in made.items if line.key == "context"] == [True]
    assert [(one.speeches, one.spoken) for one in made.delegations] == [(1, timedelta(minutes=2))]
    told = gather_paper(desk, PLANNED_ACTUAL_PAPER, Ask(at=desk.clock.now().astimezone(ZONE)), form).content
    assert [line.started for line in told.items if line.key == "context"] == [None]
