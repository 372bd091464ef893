"""A meeting is made, opened, locked and unlocked; what is not right is said before anything is written."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from cmc_desk.clock import ManualClock, SystemClock, TrainingClock
from cmc_desk.db import keys, schema
from cmc_desk.desk import attendance, registration
from cmc_desk.desk.meeting import agenda, attendance_sessions, categories, delegations, meeting, operators, stations
from cmc_desk.desk.opening import (
    change_passphrase,
    create_meeting,
    needs_secret,
    new_recovery_key,
    open_meeting,
    proves_secret,
    verify_journal,
)
from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.rules.refusal import Refusal
from tests.meetings import DAYS, DESK_A, KEISHA, MORNING, PASSPHRASE, RECOVERY, enter, local, open_desk, plan, reopened


@pytest.fixture(autouse=True)
def _cheap_slots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_COST", {"time_cost": 1, "memory_cost": 64, "parallelism": 1})


def test_a_meeting_without_a_passphrase_must_be_for_training(tmp_path: Path) -> None:
    for passphrase in ("", "short"):
        with pytest.raises(Refusal) as refused:
            create_meeting(tmp_path / "m.cmc", plan(), clock=ManualClock(MORNING), author=DESK_A, passphrase=passphrase)
        assert refused.value.field == "passphrase"
    assert list(tmp_path.iterdir()) == []


def test_the_plan_is_in_the_file_as_it_was_read(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    again = reopened(desk)
    facts = again.read(meeting)
    assert (facts.title, facts.days, facts.zone, facts.training) == (plan().title, DAYS, plan().zone, True)
    assert facts.local(MORNING).hour == 8
    assert [(item.id, item.starts, item.ends) for item in again.read(agenda)] == [
        (item.key, item.starts, item.ends) for item in plan().items
    ]
    assert [one.key for one in again.read(attendance_sessions)] == [one.key for one in plan().items if one.attendance]
    assert [one.short_name for one in again.read(delegations)] == ["Aruba", "Haiti", "Jamaica", "UNHCR"]
    assert again.read(categories) == plan().categories
    assert [one.name for one in again.read(operators)] == sorted(one.name for one in plan().operators)
    assert again.read(stations) == plan().stations
    for one in (desk, again):
        one.close()


def test_the_meeting_in_kingston_can_be_founded(tmp_path: Path) -> None:
    template = read_meeting(template_path("cmc-2019"))
    desk = create_meeting(tmp_path / "m.cmc", template, clock=ManualClock(MORNING), author=DESK_A, training=True)
    assert len(desk.read(agenda)) == len(template.items)
    assert desk.read(verify_journal).rows == 1
    desk.close()


def test_a_meeting_opens_with_its_passphrase_or_its_recovery_key(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, passphrase=PASSPHRASE)
    path = desk.store.path
    assert needs_secret(path)
    assert [proves_secret(desk, secret) for secret in (PASSPHRASE, RECOVERY, "other", "")] == [True, True, False, False]
    desk.close()
    for secret in (PASSPHRASE, RECOVERY):
        open_meeting(path, author=DESK_A, secret=secret).close()
    with pytest.raises(Refusal):
        open_meeting(path, author=DESK_A, secret="other")


def test_a_training_meeting_asks_for_nothing(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    assert not needs_secret(desk.store.path)
    assert proves_secret(desk, "")
    with pytest.raises(Refusal, match="no passphrase"):
        change_passphrase(desk, old="", new="long enough")
    desk.close()


def test_a_passphrase_is_changed_by_who_knows_the_old_one(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, passphrase=PASSPHRASE)
    for old, new, field in (("wrong", "long enough", "old"), (PASSPHRASE, "short", "new")):
        with pytest.raises(Refusal) as refused:
            change_passphrase(desk, old=old, new=new)
        assert refused.value.field == field
    change_passphrase(desk, old=PASSPHRASE, new="long enough")
    desk.close()
    open_meeting(desk.store.path, author=DESK_A, secret="long enough").close()
    open_meeting(desk.store.path, author=DESK_A, secret=RECOVERY).close()
    assert new_recovery_key() != new_recovery_key()


def test_a_journal_that_was_tampered_with_keeps_the_meeting_closed(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, people=(KEISHA,))
    with desk.store.write() as session:
        session.execute(text("UPDATE journal SET operator = 'Somebody else' WHERE seq = 2"))
    desk.close()
    with pytest.raises(Refusal, match="row 2"):
        reopened(desk)


def test_what_is_no_meeting_file_asks_for_no_passphrase(tmp_path: Path) -> None:
    (tmp_path / "empty.cmc").touch()
    for name in ("empty.cmc", "missing.cmc"):
        with pytest.raises(Refusal):
            needs_secret(tmp_path / name)


def test_a_training_meeting_of_another_day_lives_in_its_own_time(tmp_path: Path) -> None:
    early = ManualClock(MORNING - timedelta(days=1))
    desk = create_meeting(tmp_path / "m.cmc", plan(), clock=early, author=DESK_A, training=True)
    entered = enter(desk, KEISHA)
    desk.close()
    opened = open_meeting(desk.store.path, author=DESK_A)
    assert isinstance(opened.clock, TrainingClock)
    assert opened.clock.start == local(0, 8, 30)
    opened.clock.move_to(local(0, 11))
    opened.do(attendance.check_in, participant=entered.id)
    opened.close()
    opened = open_meeting(desk.store.path, author=DESK_A)
    assert opened.clock.now() > local(0, 11)
    with opened.store.read() as session:
        (at,) = session.scalars(select(schema.Scan.at))
    assert opened.clock.now() > at
    # Whatever was recorded last: a note as well as a check-in.
    assert isinstance(opened.clock, TrainingClock)
    opened.clock.move_to(local(0, 11, 30))
    opened.do(registration.add_note, participant=entered.id, text="Lost the badge")
    opened.close()
    opened = open_meeting(desk.store.path, author=DESK_A)
    assert opened.clock.now() > local(0, 11, 30)
    opened.close()


def test_a_real_meeting_lives_in_the_time_of_the_computer(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, passphrase=PASSPHRASE)
    desk.close()
    opened = open_meeting(desk.store.path, author=DESK_A, secret=PASSPHRASE)
    assert isinstance(opened.clock, SystemClock)
    assert opened.clock.now() > datetime(2020, 1, 1, tzinfo=UTC)
    opened.close()
