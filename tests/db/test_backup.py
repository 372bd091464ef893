"""Copies that were opened and checked, never of a damaged file, thinned as they age, put back without losing anything."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.db import store
from cmc_desk.db.backup import copies_of, copy_database, make_copy, restore
from cmc_desk.db.connection import connect
from cmc_desk.db.keys import DataKey, key_file_of
from cmc_desk.desk import attendance
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests import flaky_stick
from tests.meetings import MORNING, PASSPHRASE, PEOPLE, open_desk

NOW = datetime(2019, 12, 5, 14, 0, 5, tzinfo=UTC)


def everything(path: Path, key: DataKey | None) -> dict[str, list[Any]]:
    connection = connect(path, key)
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    rows = {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for (name,) in tables}
    connection.close()
    return rows


def lived_in(folder: Path, passphrase: str = "") -> Desk:
    desk = open_desk(folder, people=PEOPLE, passphrase=passphrase)
    for hit in PEOPLE[:3]:
        person = desk.read(_one, hit.family_name)
        desk.do(attendance.check_in, participant=person)
    return desk


def _one(session: Any, family_name: str) -> str:
    from sqlalchemy import text

    found: str = session.execute(text("SELECT id FROM participant WHERE family_name = :n"), {"n": family_name}).scalar()
    return found


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_a_copy_and_what_is_restored_from_it_have_every_row_of_every_table(tmp_path: Path, passphrase: str) -> None:
    desk = lived_in(tmp_path, passphrase)
    source, key = desk.store.path, desk.store.key
    rows = everything(source, key)
    copy = make_copy(source, tmp_path / "copies", key=key, now=NOW)
    assert copy.journal_seq == len(rows["journal"])
    assert everything(copy.path, key) == rows
    assert copies_of(source, tmp_path / "copies") == [(NOW, copy.path)]
    desk.undo()
    later = everything(source, key)
    desk.close()
    aside = restore(copy.path, source, key=key, now=NOW)
    assert aside is not None
    assert everything(source, key) == rows
    assert everything(aside, key) == later
    if passphrase:
        for path in (source, aside, copy.path):
            store.open_store(path, secret=passphrase).close()


def test_a_copy_can_be_put_where_nothing_stands(tmp_path: Path) -> None:
    desk = lived_in(tmp_path, PASSPHRASE)
    copy = make_copy(desk.store.path, tmp_path / "copies", key=desk.store.key, now=NOW)
    key = desk.store.key
    desk.close()
    elsewhere = tmp_path / "elsewhere.cmc"
    assert restore(copy.path, elsewhere, key=key, now=NOW) is None
    store.open_store(elsewhere, secret=PASSPHRASE).close()
    assert key_file_of(elsewhere).exists()


def test_a_damaged_file_gives_no_copy_and_the_earlier_ones_stay(tmp_path: Path) -> None:
    desk = lived_in(tmp_path, PASSPHRASE)
    source, key = desk.store.path, desk.store.key
    desk.close()
    first = make_copy(source, tmp_path / "copies", key=key, now=NOW - timedelta(days=30))
    content = source.read_bytes()
    source.write_bytes(content[:20_000] + bytes(4096) + content[24_096:])
    with pytest.raises(Refusal):
        make_copy(source, tmp_path / "copies", key=key, now=NOW)
    assert [path for _at, path in copies_of(source, tmp_path / "copies")] == [first.path]
    assert not list((tmp_path / "copies").glob("*.part*"))


def test_a_damaged_copy_is_not_restored_over_a_good_file(tmp_path: Path) -> None:
    desk = lived_in(tmp_path)
    copy = make_copy(desk.store.path, tmp_path / "copies", key=None, now=NOW)
    desk.close()
    before = desk.store.path.read_bytes()
    content = copy.path.read_bytes()
    for damaged in (content[:4096] + b"\xff" * 40_000 + content[44_096:], content[:9000], b"x" * 9000, b""):
        copy.path.write_bytes(damaged)
        with pytest.raises(Refusal):
            restore(copy.path, desk.store.path, key=None, now=NOW)
        assert desk.store.path.read_bytes() == before
        assert not list(tmp_path.glob("*aside*"))
        assert not list(tmp_path.glob(".*restoring*"))


def test_a_copy_of_a_file_that_is_gone_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises((Refusal, Unavailable)):
        make_copy(tmp_path / "m.cmc", tmp_path / "copies", key=None, now=NOW)
    assert not (tmp_path / "m.cmc").exists()
    assert not list((tmp_path / "copies").glob("*"))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    desk = lived_in(tmp_path)
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Unavailable, match="file"):
        make_copy(desk.store.path, tmp_path / "file" / "copies", key=None, now=NOW)
    desk.close()


def test_a_meeting_that_changes_meanwhile_is_not_called_copied(tmp_path: Path) -> None:
    desk = lived_in(tmp_path)
    connection = connect(desk.store.path, None)
    with pytest.raises(Unavailable, match="changed while"):
        copy_database(connection, tmp_path / "copy.cmc", None, expected=(1, "of before"))
    connection.close()
    desk.close()
    assert not list(tmp_path.glob("copy*"))


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_a_stick_that_spoils_the_copy_says_nothing_about_the_meeting(
    tmp_path: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = lived_in(tmp_path, passphrase)
    with monkeypatch.context() as patch:
        flaky_stick.plug_in(patch)
        with pytest.raises(Unavailable, match="not as it was written"):
            make_copy(desk.store.path, tmp_path / "copies", key=desk.store.key, now=NOW)
    assert list((tmp_path / "copies").iterdir()) == []
    make_copy(desk.store.path, tmp_path / "copies", key=desk.store.key, now=NOW)
    desk.close()


def test_older_copies_are_thinned_and_strangers_left_alone(tmp_path: Path) -> None:
    desk = lived_in(tmp_path, PASSPHRASE)
    source, key, folder = desk.store.path, desk.store.key, tmp_path / "copies"
    desk.close()
    for minutes in (600, 598, 596, 30, 20):
        make_copy(source, folder, key=key, now=NOW - timedelta(minutes=minutes))
    strangers = [folder / "m.notes.cmc", folder / "other.20191205T140005Z.cmc"]
    for stranger in strangers:
        stranger.write_text("not ours")
    make_copy(source, folder, key=key, now=NOW)
    taken = [at for at, _path in copies_of(source, folder)]
    assert [NOW - at for at in taken] == [timedelta(minutes=m) for m in (0, 20, 30, 596)]
    assert sorted(folder.glob("*.key")) == sorted(key_file_of(path) for _at, path in copies_of(source, folder))
    assert all(stranger.exists() for stranger in strangers)


def test_a_copy_is_for_its_owner_alone(tmp_path: Path) -> None:
    desk = lived_in(tmp_path, PASSPHRASE)
    copy = make_copy(desk.store.path, tmp_path / "copies", key=desk.store.key, now=MORNING)
    desk.close()
    assert [path.stat().st_mode & 0o777 for path in (copy.path, key_file_of(copy.path))] == [0o600, 0o600]
