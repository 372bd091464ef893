"""A reading of a copy in memory: of one instant, beside everybody, and only a reading."""

from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from cmc_desk.db import connection, schema, snapshots
from cmc_desk.db.snapshots import snapshot
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
