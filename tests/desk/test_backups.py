"""Copies of an open meeting: when they are due, what they hold, and the way back."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from cmc_desk.db.keys import key_file_of
from cmc_desk.desk import backups
from cmc_desk.desk.meeting_files import found_in, look_at, needs_no_secret
from cmc_desk.desk.opening import open_meeting
from cmc_desk.desk.people import find_people
from cmc_desk.desk.verifying import verifying_job
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.meetings import ANDRE, DESK_A, KEISHA, MORNING, PASSPHRASE, enter, open_desk


def test_a_copy_is_due_half_a_minute_after_the_first_change() -> None:
    plan = backups.Schedule()
    assert not plan.due(1000)
    plan.changed(1000)
    plan.changed(1020)
    assert not plan.due(1029)
    assert plan.due(1030)


def test_a_change_while_a_copy_is_made_is_for_the_next_one() -> None:
    plan = backups.Schedule()
    plan.changed(0)
    plan.begin()
    plan.changed(31)
    assert not plan.due(100)
    plan.made()
    assert plan.pending
    assert plan.due(61)


def test_without_a_change_nothing_is_pending_after_a_copy() -> None:
    plan = backups.Schedule()
    plan.changed(0)
    plan.begin()
    before = plan.pending
    assert plan.overdue_seconds(40) == 40
    plan.made()
    assert (before, plan.pending) == (True, False)
    assert plan.overdue_seconds(1000) == 0


def test_a_copy_that_failed_is_tried_again_but_not_from_a_damaged_file() -> None:
    plan = backups.Schedule()
    plan.changed(0)
    plan.begin()
    plan.failed(35)
    assert not plan.due(60)
    assert plan.due(65)
    plan.begin()
    plan.failed(66, stop=True)
    assert plan.pending
    assert not plan.due(10_000)


def test_copying_that_was_stopped_goes_on_after_a_good_copy_or_when_it_is_told_to() -> None:
    plan = backups.Schedule()
    for way_on in (plan.made, plan.resume):
        plan.changed(0)
        plan.begin()
        plan.failed(35, stop=True)
        assert not plan.due(10_000)
        way_on()
        plan.changed(40)
        assert plan.due(70)
        plan.begin()
        plan.made()


def test_a_copy_holds_what_was_recorded_and_comes_back(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, people=(KEISHA,), passphrase=PASSPHRASE)
    copy = backups.copy_now(desk, folder=tmp_path / "copies", now=MORNING)
    enter(desk, ANDRE)
    path = desk.store.path
    desk.close()
    aside = backups.restore_copy(copy.path, path, secret=PASSPHRASE, now=MORNING)
    assert aside is not None
    assert key_file_of(aside).exists()
    back = open_meeting(path, author=DESK_A, secret=PASSPHRASE)
    assert [hit.name for hit in back.read(find_people).hits] == ["Keisha Example-Blake"]
    back.close()
    before = open_meeting(aside, author=DESK_A, secret=PASSPHRASE)
    assert len(before.read(find_people).hits) == 2
    before.close()


def test_a_wrong_passphrase_restores_nothing(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, passphrase=PASSPHRASE)
    copy = backups.copy_now(desk, folder=tmp_path / "copies", now=MORNING)
    path = desk.store.path
    desk.close()
    before = path.read_bytes()
    with pytest.raises(Refusal):
        backups.restore_copy(copy.path, path, secret="not it at all")
    assert path.read_bytes() == before


def test_copies_are_listed_newest_first(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    folder = tmp_path / "copies"
    for minutes in (0, 1):
        backups.copy_now(desk, folder=folder, now=MORNING + timedelta(minutes=minutes))
    listed = backups.copies(desk.store.path, folder)
    assert [copy.taken_at for copy in listed] == [MORNING + timedelta(minutes=1), MORNING]
    assert all(copy.size > 0 for copy in listed)
    assert look_at(desk.store.path, copies_folder=folder).last_copy == MORNING + timedelta(minutes=1)
    desk.close()


def test_a_file_that_was_exchanged_underneath_is_not_copied(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    other = open_desk(tmp_path, name="other.cmc")
    other.close()
    other.store.path.replace(desk.store.path)
    with pytest.raises(Unavailable):
        backups.copy_now(desk, folder=tmp_path / "copies", now=MORNING)
    assert not (tmp_path / "copies").exists()
    desk.close()


def test_what_was_set_aside_is_no_meeting_of_the_list(tmp_path: Path) -> None:
    for name in ("b.cmc", "a.cmc", "a.aside-20191205T134000Z.cmc", ".a.cmc.restoring", "a.cmc.key"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in found_in(tmp_path)] == ["a.cmc", "b.cmc"]
    assert found_in(tmp_path / "nowhere") == ()


def test_a_file_is_looked_at_without_opening_it(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, passphrase=PASSPHRASE)
    path = desk.store.path
    desk.close()
    found = look_at(path, copies_folder=tmp_path / "none")
    assert (found.exists, found.encrypted, found.has_key, found.last_copy) == (True, True, True, None)
    key_file_of(path).unlink()
    assert not look_at(path, copies_folder=tmp_path / "none").has_key
    assert [needs_no_secret(one) for one in (path, tmp_path / "gone.cmc")] == [not found.encrypted, False]
    assert not look_at(tmp_path / "gone.cmc", copies_folder=tmp_path).exists


def test_the_whole_journal_is_verified_in_stretches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cmc_desk.desk.verifying._STRETCH", 2)
    desk = open_desk(tmp_path, people=(KEISHA, ANDRE, KEISHA, ANDRE))
    seen: list[int] = []
    found = verifying_job(desk)(lambda rows, _whole: seen.append(rows))
    assert (found.rows, found.broken_at) == (5, None)
    assert seen == [2, 4]
    with desk.store.write() as session:
        session.execute(text("UPDATE journal SET operator = 'Somebody Else' WHERE seq = 4"))
    assert verifying_job(desk)(lambda *_: None).broken_at == 4
    desk.close()
