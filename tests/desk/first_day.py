"""The first day of the meeting of the concept note as it might have been: late, shortened, and with speakers over time."""

from datetime import timedelta

from cmc_desk.desk import agenda, floor, floor_list
from cmc_desk.desk.desk import Desk
from tests.meetings import clock_of, local


def live(desk: Desk) -> None:
    """Run the first day until the coffee break of the afternoon; `desk` is of the meeting of the template."""
    clock = clock_of(desk)

    def at(hour: int, minute: int = 0, second: int = 0) -> None:
        clock.move_to(local(0, hour, minute) + timedelta(seconds=second))

    at(8, 31)
    desk.do(agenda.start_item, item="day1-registration")
    at(9, 12)
    desk.do(agenda.start_item, item="opening", reason="The minister was awaited")
    at(9, 40)
    desk.do(agenda.add_time, item="opening", seconds=300, reason="Second address")
    at(10, 4)
    desk.do(agenda.next_item)
    at(10, 30)
    desk.do(agenda.next_item)
    at(11, 0)
    desk.do(agenda.pause_item, item="context", reason="Power cut")
    at(11, 9)
    desk.do(agenda.resume_item, item="context")
    at(12, 2)
    desk.do(agenda.next_item)
    desk.do(floor_list.inscribe_many, topic="priorities", delegations=["JM", "HT", "CU", "AW", "UNHCR", "BB"])
    for minute, second in ((3, 0), (8, 10), (13, 40), (19, 0)):
        at(12, minute, second)
        desk.do(floor.next_speaker, topic="priorities")
    at(12, 24)
    speaking = next(row for row in desk.read(_entries) if row[1] == "BB")
    desk.do(floor.end_speech, entry=speaking[0])
    written = next(row for row in desk.read(_entries) if row[1] == "UNHCR")
    desk.do(floor.in_writing, entry=written[0])
    at(12, 51)
    desk.do(agenda.next_item)
    at(14, 30)
    desk.do(agenda.next_item)
    at(15, 20)
    desk.do(agenda.next_item)


def _entries(session: object) -> list[tuple[str, str]]:
    from sqlalchemy import select
    from sqlalchemy.orm import Session

    from cmc_desk.db import schema

    assert isinstance(session, Session)
    entry = schema.FloorEntry
    return [(row[0], row[1]) for row in session.execute(select(entry.id, entry.delegation))]
