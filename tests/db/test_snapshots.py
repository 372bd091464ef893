"""A reading of a copy in memory: of one instant, beside everybody, and only a reading."""

from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from cmc_desk.db import connection, schema, snapshots
from cmc_desk.db.snapshots import copied, snapshot
from cmc_desk.rules.refusal import Busy, Unavailable
from tests.meetings import ANDRE, KEISHA, PASSPHRASE, enter, open_desk

KINDS = pytest.mark.parametrize("passphrase", ["", PASSPHRASE])


def people(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(schema.Participant)) or 0


@KINDS
def test_others_write_while_it_is_open_and_it_goes_on_saying_what_stood_when_it_began(
    tmp_path: Path, passphrase: str
) -> None:
    desk = open_desk(tmp_path, passphrase=passphrase, people=[KEISHA])
    with snapshot(desk.store.path, desk.store.key) as session:
        # In the same thread: a command that had to wait for this reading would wait for ever.
        with desk.store.write(patience=0) as writing:
            writing.execute(text("UPDATE meeting SET id = id"))
        enter(desk, ANDRE)
        assert people(session) == 1
    with snapshot(desk.store.path, desk.store.key) as session:
        assert people(session) == 2
        with pytest.raises(OperationalError, match="readonly"):
            session.execute(text("UPDATE meeting SET id = id"))
    desk.close()


@KINDS
def test_a_large_file_is_read_where_it_lies(tmp_path: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk(tmp_path, passphrase=passphrase, people=[KEISHA])
    monkeypatch.setattr(snapshots, "_LARGEST_BYTES", 4096)
    with snapshot(desk.store.path, desk.store.key) as session:
        assert people(session) == 1
        with pytest.raises(Busy), desk.store.write(patience=0) as writing:
            writing.execute(text("UPDATE meeting SET id = id"))
    enter(desk, ANDRE)
    desk.close()


@KINDS
def test_what_is_written_in_a_copy_is_nowhere_else_and_keeps_the_rules_of_the_meeting(
    tmp_path: Path, passphrase: str
) -> None:
    desk = open_desk(tmp_path, passphrase=passphrase, people=[KEISHA])
    with copied(desk.store.path, desk.store.key) as copy:
        with copy.write() as session:
            session.execute(text("UPDATE meeting SET venue = 'Elsewhere'"))
            # In the same thread: who had to wait for what is tried would wait for ever.
            enter(desk, ANDRE)
        with copy.read() as session:
            assert session.scalar(select(schema.Meeting.venue)) == "Elsewhere"
            assert people(session) == 1
        with pytest.raises(IntegrityError, match="FOREIGN KEY"), copy.write() as session:
            session.execute(text("UPDATE participant SET delegation = 'NOWHERE'"))
    assert desk.read(people) == 2
    with desk.store.read() as session:
        assert session.scalar(select(schema.Meeting.venue)) != "Elsewhere"
    desk.close()


@KINDS
def test_a_file_that_is_too_large_to_be_copied_is_written_where_it_lies(
    tmp_path: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(tmp_path, passphrase=passphrase)
    monkeypatch.setattr(snapshots, "_LARGEST_TRIED_BYTES", 4096)
    with copied(desk.store.path, desk.store.key) as store, store.write() as session:
        session.execute(text("UPDATE meeting SET id = id"))
        with pytest.raises(Busy), desk.store.write(patience=0):
            pass
    enter(desk, ANDRE)
    desk.close()


def test_a_file_that_is_held_is_waited_for_and_then_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk(tmp_path)
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)
    other = connection.connect(desk.store.path, None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Busy, match="Another window is writing"), snapshot(desk.store.path, None):
        pass
    other.close()
    desk.store.path.rename(tmp_path / "away.cmc")
    with pytest.raises(Unavailable), snapshot(desk.store.path, None):
        pass
    desk.close()
