"""Files of the schemas before there were seats get the agencies, settings and seats that a new meeting of the same plan would have."""

import gzip
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cmc_desk.clock import ManualClock
from cmc_desk.db import schema
from cmc_desk.desk import seats
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting_plan import plan_of
from cmc_desk.desk.opening import create_meeting, open_meeting
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.desk.travel_settings import agencies, planned_travel
from tests.db.test_golden import BEFORE_THE_CLOCK, GOLDEN
from tests.meetings import DESK_A, MORNING


@pytest.fixture(params=BEFORE_THE_CLOCK)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "meeting.cmc"
    path.write_bytes(gzip.decompress((GOLDEN / f"meeting-{request.param}.cmc.gz").read_bytes()))
    desk = open_meeting(path, author=DESK_A, clock=ManualClock(MORNING))
    yield desk
    desk.close()


def test_an_old_meeting_has_the_seats_that_it_would_be_founded_with(old: Desk, tmp_path: Path) -> None:
    new = create_meeting(
        tmp_path / "new.cmc",
        replace(old.read(plan_of), operators=(), stations=()),
        clock=ManualClock(MORNING),
        author=DESK_A,
        training=True,
    )
    there, expected = old.read(travel_facts), new.read(travel_facts)
    assert there.seats == expected.seats
    assert there.rules == expected.rules
    assert old.read(agencies) == new.read(agencies)
    assert old.read(planned_travel) == new.read(planned_travel)
    new.close()
    assert there.seats
    assert all(seat.shares == seat.planned for seat in there.seats)


def test_somebody_is_nominated_in_an_old_meeting_and_it_is_undone(old: Desk) -> None:
    facts = old.read(travel_facts)
    with old.store.read() as session:
        person = next(
            row
            for row in session.query(schema.Participant)
            if row.delegation in {seat.delegation for seat in facts.seats} and row.status.value == "nominated"
        )
    seat = next(seat for seat in facts.seats if seat.delegation == person.delegation)
    old.do(seats.nominate, seat=seat.key, participant=person.id)
    assert old.read(travel_facts).people[person.id].key == person.id
    old.undo()
    assert old.read(travel_facts) == facts
