"""Attendance: the first arrival stands, every answer is recorded, each session has its own."""

import pytest
from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk import agenda, agenda_plan, attendance, people, registration
from cmc_desk.desk.attendance import RUNNING, Verdict
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.registration import Registered
from cmc_desk.rules import badge_code
from cmc_desk.rules.people import Person
from cmc_desk.rules.refusal import Refusal
from tests.desk.attended import DAY1, live, scans
from tests.desk.running import new
from tests.meetings import ANDRE, DESK_B, MORNING, clock_of, enter, local, reopened


def test_a_scanned_badge_lets_its_holder_in_and_says_when_and_where(desk: Desk, keisha: Registered) -> None:
    answer = desk.do(attendance.check_in, code=keisha.code)
    assert answer.verdict is Verdict.CHECKED_IN
    assert not answer.refused
    assert (answer.participant, answer.name, answer.delegation) == (keisha.id, "Keisha Example-Blake", "JM")
    assert (answer.first_at, answer.first_station, answer.first_operator) == (MORNING, "Desk A", "T. Sample-Reid")
    assert answer.sessions == ("day1-registration",)
    assert desk.saved_at == MORNING


def test_a_second_scan_tells_of_the_first_and_adds_no_arrival(desk: Desk, keisha: Registered) -> None:
    desk.do(attendance.check_in, code=keisha.code)
    clock_of(desk).advance(minutes=3)
    desk.author = DESK_B
    again = desk.do(attendance.check_in, code=keisha.code)
    assert (again.verdict, again.first_at, again.first_station) == (Verdict.ALREADY_IN, MORNING, "Desk A")
    assert again.sessions == ()
    assert desk.read(live) == [(keisha.id, "day1-registration", "arrive")]
    assert [row[0] for row in desk.read(scans)] == ["checked in", "already in"]


def test_case_spaces_and_hyphens_of_a_typed_code_do_not_matter(desk: Desk, keisha: Registered) -> None:
    typed = badge_code.in_groups(keisha.code).lower().replace(" ", "-")
    assert desk.do(attendance.check_in, code=typed, via="typed").verdict is Verdict.CHECKED_IN


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        ("", Verdict.MISTYPED),
        ("CDKBBBBBBBBBBBBBBBBX", Verdict.MISTYPED),
        (badge_code.make(77), Verdict.OTHER_MEETING),
        ("7741-09", Verdict.UNKNOWN),
        ("a" * 32, Verdict.UNKNOWN),
        ("x" * 400, Verdict.MISTYPED),
    ],
)
def test_a_code_of_nobody_is_refused_with_a_reason_recorded_and_changes_nothing(
    desk: Desk, code: str, verdict: Verdict
) -> None:
    answer = desk.do(attendance.check_in, code=code)
    assert answer.verdict is verdict
    assert answer.refused
    assert answer.sentence
    assert answer.participant is None
    ((recorded, hint, voided),) = desk.read(scans)
    assert (recorded, voided) == (verdict.value, False)
    # The whole code is a key to a badge: only its ends are kept.
    assert len(hint) <= 8
    with pytest.raises(Refusal, match="nothing to undo"):
        desk.undo()


def test_a_code_issued_elsewhere_finds_its_holder(desk: Desk, keisha: Registered) -> None:
    ticket = "0f8fad5b-d9cb-469f-a165-70867728950e"
    with desk.store.write() as session:
        session.add(schema.CodeAlias(code=ticket, participant=keisha.id, source="indico"))
    (other,) = badge_code.parse(ticket).also
    assert desk.do(attendance.check_in, code=other).participant == keisha.id


@pytest.mark.parametrize("status", ["withdrawn", "replaced"])
def test_who_is_not_coming_is_stopped_at_the_desk(desk: Desk, keisha: Registered, status: str) -> None:
    if status == "withdrawn":
        desk.do(registration.withdraw, participant=keisha.id)
    else:
        desk.do(registration.replace_person, participant=keisha.id, person=ANDRE)
    for answer in (
        desk.do(attendance.check_in, code=keisha.code),
        desk.do(attendance.check_in, participant=keisha.id, via="name"),
    ):
        assert answer.verdict.value == status
        assert answer.refused
        assert "organiser" in answer.sentence
    assert desk.read(live) == []


def test_a_badge_that_was_replaced_opens_nothing_and_says_since_when(desk: Desk, keisha: Registered) -> None:
    with desk.store.write() as session:
        badge = registration.valid_badge(session, keisha.id)
        badge.revoked_at, badge.revoked_at_station = MORNING, "Desk B"
    answer = desk.do(attendance.check_in, code=keisha.code)
    assert (answer.verdict, answer.first_at, answer.first_station) == (Verdict.REVOKED, MORNING, "Desk B")
    assert desk.read(live) == []


def test_a_person_who_is_not_in_the_file_is_refused(desk: Desk) -> None:
    for command in (attendance.check_in, attendance.leave):
        with pytest.raises(Refusal, match="not in the meeting file"):
            desk.do(command, participant="nobody")
    with pytest.raises(Refusal):
        desk.do(attendance.excuse, participant="nobody", session="opening")


def test_attendance_is_taken_for_sessions_of_the_agenda_only(desk: Desk, keisha: Registered) -> None:
    for session in ("coffee", "nowhere"):
        with pytest.raises(Refusal) as refused:
            desk.do(attendance.check_in, participant=keisha.id, session=session)
        assert refused.value.field == "session"
        assert session in refused.value.sentence
    assert desk.read(scans) == []


def test_a_scan_during_a_sitting_may_count_for_the_registration_and_the_sitting(desk: Desk, keisha: Registered) -> None:
    clock_of(desk).move_to(local(0, 10, 30))
    answer = desk.do(attendance.check_in, code=keisha.code, session=RUNNING)
    assert answer.sessions == ("day1-registration", "context")
    with desk.store.read() as session:
        assert session.scalars(select(schema.Scan.session)).all() == ["day1-registration context"]
    assert desk.undo().kind == "attendance.check_in"
    assert desk.read(live) == []


def test_of_two_working_groups_a_scan_counts_for_one_and_the_other_is_said(desk: Desk, keisha: Registered) -> None:
    rooms = [desk.do(agenda_plan.put_track, id="", name=name) for name in ("Group A", "Group B")]
    one, other = (new(desk, 12, 0, 60, room, track=room, attendance=True) for room in rooms)
    clock_of(desk).move_to(local(0, 12, 10))
    answer = desk.do(attendance.check_in, code=keisha.code, session=RUNNING)
    assert (answer.sessions, answer.beside) == (("day1-registration", one), (other,))
    # The clock of the agenda knows better than the plan what runs.
    desk.do(agenda.start_item, item=other)
    again = desk.do(attendance.check_in, code=keisha.code, session=RUNNING)
    assert (again.sessions, again.beside) == ((other,), ())
    desk.do(agenda.end_item, item=other)
    desk.do(agenda.start_item, item="context")
    assert desk.do(attendance.check_in, code=keisha.code, session=RUNNING).sessions == ("context",)


def test_what_is_told_afterwards_happened_then_and_was_recorded_now(desk: Desk, keisha: Registered) -> None:
    answer = desk.do(attendance.check_in, code=keisha.code, session=RUNNING, at=local(0, 10, 30))
    assert (answer.sessions, answer.first_at) == (("day1-registration", "context"), local(0, 10, 30))
    with desk.store.read() as session:
        row = session.scalars(select(schema.JournalRow).order_by(schema.JournalRow.seq.desc())).first()
        assert row is not None
        assert row.at == MORNING
        assert session.scalars(select(schema.PresenceEvent.at)).all() == [local(0, 10, 30)] * 2


def test_each_session_has_its_own_arrival(desk: Desk, keisha: Registered) -> None:
    for session in ("opening", "context"):
        assert desk.do(attendance.check_in, code=keisha.code, session=session).sessions == (session,)
    assert desk.do(attendance.check_in, code=keisha.code, session="opening").verdict is Verdict.ALREADY_IN
    assert sorted(row[1] for row in desk.read(live)) == ["context", "opening"]


def test_the_second_day_asks_for_an_arrival_of_its_own(desk: Desk, keisha: Registered) -> None:
    desk.do(attendance.check_in, code=keisha.code)
    clock_of(desk).move_to(local(1, 8, 35))
    answer = desk.do(attendance.check_in, code=keisha.code)
    assert (answer.verdict, answer.sessions) == (Verdict.CHECKED_IN, ("day2-registration",))


def test_who_left_comes_back_and_the_first_arrival_stands(desk: Desk, keisha: Registered) -> None:
    with pytest.raises(Refusal, match="has not arrived"):
        desk.do(attendance.leave, participant=keisha.id)
    desk.do(attendance.check_in, code=keisha.code)
    clock_of(desk).advance(hours=1)
    left = desk.do(attendance.leave, participant=keisha.id)
    (arrival,) = desk.read(people.arrivals, DAY1).values()
    assert (arrival.at, arrival.left_at) == (MORNING, left)
    with pytest.raises(Refusal, match="left already"):
        desk.do(attendance.leave, participant=keisha.id)
    clock_of(desk).advance(hours=1)
    assert desk.do(attendance.check_in, code=keisha.code).verdict is Verdict.RETURNED
    (arrival,) = desk.read(people.arrivals, DAY1).values()
    assert (arrival.at, arrival.left_at) == (MORNING, None)
    clock_of(desk).advance(minutes=1)
    desk.undo()
    assert desk.read(people.arrivals, DAY1)[keisha.id].left_at == left
    desk.undo()
    assert desk.read(people.arrivals, DAY1)[keisha.id].left_at is None


def test_a_walk_in_without_a_name_is_refused_and_leaves_nothing(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        desk.do(attendance.walk_in, person=Person(delegation="JM"))
    assert refused.value.field == "family_name"
    assert desk.read(scans) == []


def test_a_clock_that_jumps_back_and_forth_keeps_the_order_of_the_journal_and_refuses_nobody(
    desk: Desk, keisha: Registered
) -> None:
    andre = enter(desk, ANDRE)
    desk.do(attendance.check_in, code=keisha.code)
    clock_of(desk).advance(hours=-3)
    assert desk.do(attendance.check_in, code=andre.code).verdict is Verdict.CHECKED_IN
    assert desk.do(attendance.check_in, code=keisha.code).verdict is Verdict.ALREADY_IN
    clock_of(desk).advance(days=400)
    assert desk.do(attendance.check_in, code=andre.code).first_at is not None
    with desk.store.read() as session:
        order = [row.seq for row in session.scalars(select(schema.JournalRow).order_by(schema.JournalRow.seq))]
    assert order == list(range(1, len(order) + 1))


def test_a_leave_recorded_by_a_clock_that_fell_back_still_counts(desk: Desk, keisha: Registered) -> None:
    desk.do(attendance.check_in, code=keisha.code)
    clock_of(desk).advance(minutes=-10)
    desk.do(attendance.leave, participant=keisha.id)
    assert desk.do(attendance.check_in, code=keisha.code).verdict is Verdict.RETURNED
    assert desk.do(attendance.check_in, code=keisha.code).verdict is Verdict.ALREADY_IN


def test_a_change_of_the_agenda_by_another_window_is_seen_at_the_next_scan(desk: Desk, keisha: Registered) -> None:
    desk.do(attendance.check_in, code=keisha.code)
    other = reopened(desk, author=DESK_B)
    with other.store.write() as session:
        session.get_one(schema.Item, "coffee").attendance = True
    other.close()
    assert desk.do(attendance.check_in, code=keisha.code, session="coffee").sessions == ("coffee",)
