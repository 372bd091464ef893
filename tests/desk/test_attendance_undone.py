"""Attendance taken back: a mistake is voided and stays, an excuse is given once, a walk-in is withdrawn."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk import attendance, people, registration
from cmc_desk.desk.attendance import Verdict
from cmc_desk.desk.corrections import undo_check_in
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.registration import Registered
from cmc_desk.rules.people import Credentials, Person, Status
from cmc_desk.rules.refusal import Refusal
from tests.desk.attended import DAY1, live, scans
from tests.meetings import ANDRE, DESK_A, DESK_B, ILSE, KEISHA, MORNING, clock_of, enter, local, reopened


def test_undoing_a_check_in_voids_it_and_keeps_who_voided_it(desk: Desk, keisha: Registered) -> None:
    desk.do(attendance.check_in, code=keisha.code)
    clock_of(desk).advance(minutes=1)
    desk.undo()
    assert desk.read(live) == []
    with desk.store.read() as session:
        (event,) = session.scalars(select(schema.PresenceEvent))
        assert (event.at, event.voided_at, event.voided_by) == (
            MORNING,
            MORNING + timedelta(minutes=1),
            "T. Sample-Reid",
        )
    assert [row[2] for row in desk.read(scans)] == [True]
    assert desk.do(attendance.check_in, code=keisha.code).verdict is Verdict.CHECKED_IN


def test_an_act_at_two_sessions_is_voided_with_the_arrivals_of_both(desk: Desk, keisha: Registered) -> None:
    desk.do(attendance.check_in, code=keisha.code, session=attendance.RUNNING, at=local(0, 10, 30))
    desk.do(undo_check_in, participant=keisha.id, sessions=["day1-registration", "context"])
    assert desk.read(live) == []
    assert [row[2] for row in desk.read(scans)] == [True]


def test_what_was_voided_already_keeps_who_voided_it_first(desk: Desk, keisha: Registered) -> None:
    desk.do(attendance.check_in, code=keisha.code)
    with desk.store.read() as session:
        (event,) = session.scalars(select(schema.PresenceEvent.id))
    clock_of(desk).advance(minutes=1)
    assert desk.do(attendance.void, events=[event], scans=[]) == 1
    desk.author = DESK_B
    clock_of(desk).advance(minutes=1)
    with pytest.raises(Refusal):
        desk.do(attendance.void, events=[event], scans=[])
    with desk.store.read() as session:
        (row,) = session.scalars(select(schema.PresenceEvent))
        assert (row.voided_by, row.voided_at) == (DESK_A.operator, MORNING + timedelta(minutes=1))


def test_an_arrival_that_somebody_left_after_is_not_voided_alone(desk: Desk, keisha: Registered) -> None:
    desk.do(attendance.check_in, code=keisha.code)
    clock_of(desk).advance(minutes=5)
    other = reopened(desk, author=DESK_B)
    other.do(attendance.leave, participant=keisha.id)
    other.close()
    with pytest.raises(Refusal):
        desk.undo()
    assert [row[2] for row in desk.read(live)] == ["arrive", "leave"]


def test_a_whole_delegation_is_marked_once_and_unmarked_together(desk: Desk) -> None:
    ids = [enter(desk, one).id for one in (KEISHA, ANDRE, ILSE)]
    gone = enter(desk, Person(family_name="Example-Gone", delegation="JM"))
    desk.do(registration.withdraw, participant=gone.id)
    desk.do(attendance.check_in, participant=ids[0])
    clock_of(desk).advance(minutes=1)
    assert desk.do(attendance.mark_delegation, delegation="JM") == 1
    assert sorted(row[0] for row in desk.read(live)) == sorted(ids[:2])
    with pytest.raises(Refusal, match="present already"):
        desk.do(attendance.mark_delegation, delegation="JM")
    desk.undo()
    assert [row[0] for row in desk.read(live)] == [ids[0]]
    with pytest.raises(Refusal):
        desk.do(attendance.mark_delegation, delegation="AW")


def test_an_excuse_is_given_once_and_taken_back(desk: Desk, keisha: Registered) -> None:
    with pytest.raises(Refusal):
        desk.do(attendance.excuse, participant=keisha.id, session="coffee")
    desk.do(attendance.excuse, participant=keisha.id, session="opening", reason="Bilateral meeting")
    with pytest.raises(Refusal, match="excused from this session already"):
        desk.do(attendance.excuse, participant=keisha.id, session="opening")
    desk.do(attendance.no_longer_excused, participant=keisha.id, session="opening")
    with pytest.raises(Refusal, match="not excused"):
        desk.do(attendance.no_longer_excused, participant=keisha.id, session="opening")
    desk.undo()
    with desk.store.read() as session:
        (excuse,) = session.scalars(select(schema.Excuse))
        assert (excuse.participant, excuse.session, excuse.reason) == (keisha.id, "opening", "Bilateral meeting")
    desk.undo()
    with desk.store.read() as session:
        assert session.scalars(select(schema.Excuse)).all() == []


def test_an_excuse_by_the_clock_is_one_excuse_however_often_it_is_given(desk: Desk, keisha: Registered) -> None:
    desk.do(attendance.excuse, participant=keisha.id, session=attendance.REGISTRATION)
    with pytest.raises(Refusal, match="excused from this session already"):
        desk.do(attendance.excuse, participant=keisha.id, session=attendance.REGISTRATION)


def test_a_walk_in_is_entered_checked_in_and_queued_in_one_act_and_undone_in_one(desk: Desk) -> None:
    answer = desk.do(attendance.walk_in, person=KEISHA)
    assert (answer.verdict, answer.sessions) == (Verdict.WALK_IN, ("day1-registration",))
    assert answer.participant
    card = desk.read(people.card, participant=answer.participant, day=DAY1)
    assert card.walk_in
    assert (card.person.credentials, card.person.status) == (Credentials.TO_VERIFY, Status.CONFIRMED)
    assert card.badge.queued_at == MORNING
    assert card.arrival is not None
    assert desk.do(attendance.walk_in, person=ANDRE, badge=False).participant
    desk.undo()
    assert desk.undo().kind == "attendance.walk_in"
    assert desk.read(live) == []
    card = desk.read(people.card, participant=answer.participant, day=DAY1)
    assert (card.person.status, card.arrival, card.badge.queued_at) == (Status.WITHDRAWN, None, None)


def test_taking_a_walk_in_back_erases_nothing_however_often_they_were_scanned(desk: Desk) -> None:
    walked_in = desk.do(attendance.walk_in, person=KEISHA)
    assert walked_in.participant
    code = desk.read(people.codes_of, participants=[walked_in.participant])[walked_in.participant]
    clock_of(desk).advance(minutes=1)
    assert desk.do(attendance.check_in, code=code).verdict is Verdict.ALREADY_IN
    assert desk.do(attendance.check_in, code=code).verdict is Verdict.ALREADY_IN
    assert desk.undo().kind == "attendance.walk_in"
    with desk.store.read() as session:
        (event,) = session.scalars(select(schema.PresenceEvent))
        assert (event.at, event.voided_by) == (MORNING, DESK_A.operator)
    assert [(row[0], row[2]) for row in desk.read(scans)] == [("walk-in", True), *[("already in", False)] * 2]
    assert desk.do(attendance.check_in, code=code).verdict is Verdict.WITHDRAWN
    with pytest.raises(Refusal, match="nothing to undo"):
        desk.undo()


def test_a_walk_in_who_came_to_something_else_since_is_not_taken_back(desk: Desk) -> None:
    answer = desk.do(attendance.walk_in, person=KEISHA)
    other = reopened(desk, author=DESK_B)
    assert answer.participant
    other.do(attendance.check_in, participant=answer.participant, session="opening")
    other.close()
    with pytest.raises(Refusal, match="came later first"):
        desk.undo()
    assert len(desk.read(live)) == 2
