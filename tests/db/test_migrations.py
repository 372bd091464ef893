"""An older file is copied, then brought up to date in one step or not at all."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from cmc_desk.db import store
from cmc_desk.db.connection import connect
from cmc_desk.db.keys import DataKey
from cmc_desk.db.migrations import SCHEMA_VERSION, Migration, migrate, steps
from cmc_desk.rules.refusal import Refusal
from tests.meetings import PASSPHRASE, RECOVERY


def give_stations_a_floor(connection: Any) -> None:
    connection.execute("ALTER TABLE station ADD COLUMN floor INTEGER NOT NULL DEFAULT 0")


def name_the_floor(connection: Any) -> None:
    connection.execute("UPDATE station SET floor = 1")


def break_half_way(connection: Any) -> None:
    connection.execute("CREATE TABLE half (id)")
    connection.execute("SELECT nothing FROM nowhere")


def die_half_way(connection: Any) -> None:
    connection.execute("CREATE TABLE half (id)")
    connection.execute("PRAGMA cache_spill = 1")
    os.kill(os.getpid(), signal.SIGKILL)


FLOORS = (Migration(SCHEMA_VERSION + 1, give_stations_a_floor), Migration(SCHEMA_VERSION + 2, name_the_floor))


def older(path: Path, passphrase: str = "") -> DataKey | None:
    made = store.create(path, passphrase=passphrase, recovery=RECOVERY if passphrase else "")
    made.close()
    connection = connect(path, made.key)
    connection.execute("INSERT INTO station (id, name) VALUES ('a', 'Desk A')")
    connection.close()
    return made.key


def answers(path: Path, key: DataKey | None, query: str) -> list[Any]:
    connection = connect(path, key)
    rows: list[Any] = connection.execute(query).fetchall()
    connection.close()
    return rows


@pytest.mark.parametrize("secret", ["", PASSPHRASE])
def test_an_older_file_is_copied_and_then_brought_up_to_date_with_a_record_of_each_step(
    tmp_path: Path, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.cmc"
    key = older(path, secret)
    monkeypatch.setattr(store, "SCHEMA_VERSION", SCHEMA_VERSION + 2)
    monkeypatch.setattr(store, "migrate", lambda *given: migrate(*given, steps=FLOORS))
    store.open_store(path, secret=secret).close()
    assert answers(path, key, "SELECT floor FROM station") == [(1,)]
    assert answers(path, key, "PRAGMA user_version") == [(SCHEMA_VERSION + 2,)]
    assert answers(path, key, "SELECT version, name FROM migration") == [
        (SCHEMA_VERSION + 1, "give_stations_a_floor"),
        (SCHEMA_VERSION + 2, "name_the_floor"),
    ]
    before = path.with_name(f"m.cmc.before-{SCHEMA_VERSION + 2}")
    assert answers(before, key, "SELECT * FROM station") == [("a", "Desk A")]
    assert answers(before, key, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_steps_that_ran_already_do_not_run_again(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc"
    older(path)
    for version, expected in ((SCHEMA_VERSION, 2), (SCHEMA_VERSION + 2, 2)):
        connection = connect(path, None)
        migrate(connection, path, None, version, steps=FLOORS)
        connection.close()
        assert len(answers(path, None, "SELECT * FROM migration")) == expected


@pytest.mark.parametrize("secret", ["", PASSPHRASE])
def test_a_second_window_that_saw_the_old_file_neither_migrates_again_nor_touches_the_copy(
    tmp_path: Path, secret: str
) -> None:
    path = tmp_path / "m.cmc"
    key = older(path, secret)
    first, second = connect(path, key), connect(path, key)
    before = migrate(first, path, key, SCHEMA_VERSION, steps=FLOORS)
    assert migrate(second, path, key, SCHEMA_VERSION, steps=FLOORS) == before
    first.close()
    second.close()
    assert answers(before, key, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert len(answers(path, key, "SELECT * FROM migration")) == 2


def test_a_copy_of_before_that_stands_there_already_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc"
    older(path)
    there = path.with_name(f"m.cmc.before-{SCHEMA_VERSION + 2}")
    there.write_bytes(b"of an earlier attempt")
    connection = connect(path, None)
    before = migrate(connection, path, None, SCHEMA_VERSION, steps=FLOORS)
    connection.close()
    assert there.read_bytes() == b"of an earlier attempt"
    assert answers(before, None, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_a_step_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc"
    older(path)
    connection = connect(path, None)
    with pytest.raises(dbapi2.OperationalError):
        migrate(
            connection, path, None, SCHEMA_VERSION, steps=(FLOORS[0], Migration(SCHEMA_VERSION + 2, break_half_way))
        )
    connection.close()
    untouched(path)


@pytest.mark.fault
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of Unix")
def test_a_kill_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc"
    older(path)
    done = subprocess.run([sys.executable, "-m", __name__, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    untouched(path)


def untouched(path: Path) -> None:
    assert answers(path, None, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert answers(path, None, "SELECT * FROM station") == [("a", "Desk A")]
    assert answers(path, None, "SELECT * FROM migration") == []
    assert answers(path, None, "SELECT * FROM sqlite_schema WHERE name = 'half'") == []
    store.open_store(path).close()


def test_no_older_program_opens_what_a_newer_one_migrated(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc"
    older(path)
    connection = connect(path, None)
    migrate(connection, path, None, SCHEMA_VERSION, steps=FLOORS)
    connection.close()
    with pytest.raises(Refusal, match="newer program"):
        store.open_store(path)


def test_the_steps_end_at_the_present_schema_and_go_up_one_by_one() -> None:
    versions = [step.version for step in steps.MIGRATIONS]
    assert versions == sorted(set(versions))
    assert [*versions, SCHEMA_VERSION][-1] == max([*versions, SCHEMA_VERSION])


if __name__ == "__main__":
    at = Path(sys.argv[1])
    migrate(connect(at, None), at, None, SCHEMA_VERSION, steps=(FLOORS[0], Migration(SCHEMA_VERSION + 2, die_half_way)))
