"""A clock that was set back while a list runs: speeches are recorded by what it shows, in the order in which they were recorded."""

from datetime import timedelta

from cmc_desk.desk import floor
from cmc_desk.desk.desk import Desk
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
