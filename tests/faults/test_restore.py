"""A copy is put in the place of a file over which a program died in the middle of a transaction: neither is harmed."""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cmc_desk.db.backup import make_copy, restore
from cmc_desk.db.connection import connect, journal_of
from cmc_desk.db.keys import DataKey, key_file_of, unlock
from tests.faults.scene import Child, Scene, whole
from tests.meetings import PASSPHRASE

NOW = datetime(2019, 12, 5, 14, 0, 5, tzinfo=UTC)
pytestmark = [
    pytest.mark.fault,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of Unix"),
]


def die_in_the_middle(path: Path, key: DataKey, *, out: int) -> None:
    """Overwrite pages of the file itself, because the memory for them is used up, and die before the end."""
    del out
    connection = connect(path, key)
    connection.execute("PRAGMA cache_size = 2")
    connection.execute("PRAGMA cache_spill = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE participant SET institution = hex(zeroblob(300)), family_name = 'Half done'")
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_is_restored_over_a_half_written_file_is_whole_and_so_is_what_was_set_aside(scene: Scene) -> None:
    key = unlock(key_file_of(scene.path), PASSPHRASE)
    copy = make_copy(scene.path, scene.path.parent / "copies", key=key, now=NOW)
    Child(die_in_the_middle, scene.path, key).lines()
    assert journal_of(scene.path).stat().st_size > 4096
    aside = restore(copy.path, scene.path, key=key, now=NOW)
    assert aside is not None
    assert whole(scene, set()) == set()
    assert whole(Scene(aside, scene.people), set()) == set()
    assert [names(path, key) for path in (scene.path, aside)] == [60, 60]


def test_a_journal_that_lost_its_file_does_not_harm_what_is_restored(scene: Scene) -> None:
    key = unlock(key_file_of(scene.path), PASSPHRASE)
    copy = make_copy(scene.path, scene.path.parent / "copies", key=key, now=NOW)
    Child(die_in_the_middle, scene.path, key).lines()
    scene.path.unlink()
    left = journal_of(scene.path).read_bytes()
    assert restore(copy.path, scene.path, key=key, now=NOW) is None
    assert whole(scene, set()) == set()
    assert [path.read_bytes() for path in scene.path.parent.glob("*.aside-*-journal")] == [left]


def test_restoring_twice_in_one_second_sets_both_aside(scene: Scene) -> None:
    key = unlock(key_file_of(scene.path), PASSPHRASE)
    copy = make_copy(scene.path, scene.path.parent / "copies", key=key, now=NOW)
    asides = [restore(copy.path, scene.path, key=key, now=NOW) for _turn in range(2)]
    assert len({aside for aside in asides if aside is not None and aside.exists()}) == 2


def names(path: Path, key: DataKey) -> int:
    """Return how many people have the names they were registered with."""
    connection = connect(path, key)
    count = connection.execute("SELECT count(*) FROM participant WHERE family_name LIKE 'Example-%'").fetchone()[0]
    connection.close()
    return int(count)
