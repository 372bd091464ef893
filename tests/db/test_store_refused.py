"""A file that is not wholly a meeting of ours is refused, with the reason, and left as it is."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlcipher3 import dbapi2

from cmc_desk.db import store
from cmc_desk.db.keys import key_file_of
from cmc_desk.db.migrations import SCHEMA_VERSION
from cmc_desk.rules.refusal import Refusal
from tests.db.stores import add_station, created
from tests.meetings import PASSPHRASE


def test_a_wrong_passphrase_is_told_from_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc"
    with created(path, passphrase=PASSPHRASE):
        pass
    before = path.read_bytes()
    for wrong in ("", "not the passphrase"):
        with pytest.raises(Refusal) as refused:
            store.open_store(path, secret=wrong)
        assert refused.value.field == "passphrase"
    assert path.read_bytes() == before


def test_a_file_without_its_key_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc"
    with created(path, passphrase=PASSPHRASE):
        key_file_of(path).unlink()
    with pytest.raises(Refusal, match=r"m\.cmc\.key"):
        store.open_store(path, secret=PASSPHRASE)


def test_the_key_of_another_meeting_opens_nothing(tmp_path: Path) -> None:
    for name in ("one.cmc", "two.cmc"):
        with created(tmp_path / name, passphrase=PASSPHRASE):
            pass
    key_file_of(tmp_path / "two.cmc").replace(key_file_of(tmp_path / "one.cmc"))
    with pytest.raises(Refusal, match="does not belong to its key file"):
        store.open_store(tmp_path / "one.cmc", secret=PASSPHRASE)


def test_what_is_no_meeting_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.cmc"
    other = dbapi2.connect(foreign)
    other.execute("CREATE TABLE other (id)")
    other.close()
    short = tmp_path / "short.cmc"
    short.write_bytes(foreign.read_bytes()[:900])
    (tmp_path / "text.cmc").write_text("This is no database at all. " * 40)
    (tmp_path / "empty.cmc").touch()
    (tmp_path / "folder.cmc").mkdir()
    for name in ("foreign", "short", "text", "empty", "folder", "missing"):
        path = tmp_path / f"{name}.cmc"
        before = path.read_bytes() if path.is_file() else None
        with pytest.raises(Refusal):
            store.open_store(path)
        assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_a_truncated_file_is_refused(tmp_path: Path, passphrase: str) -> None:
    path = tmp_path / "m.cmc"
    with created(path, passphrase=passphrase):
        pass
    content = path.read_bytes()
    for length in (len(content) // 2, len(content) - 4096, 5000, 17):
        path.write_bytes(content[:length])
        with pytest.raises(Refusal):
            store.open_store(path, secret=passphrase)
        assert path.stat().st_size == length


def test_a_flipped_bit_anywhere_in_an_encrypted_file_is_found_at_opening_or_reading(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc"
    with created(path, passphrase=PASSPHRASE) as made:
        key = made.key
        add_station(made)
    content = path.read_bytes()
    for place in range(100, len(content), len(content) // 12):
        path.write_bytes(content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :])
        with pytest.raises(Refusal, match="damaged"):
            store.open_store(path, key=key)


def test_a_plain_file_whose_pages_do_not_fit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc"
    with created(path) as made:
        add_station(made)
    content = path.read_bytes()
    middle = len(content) // 4096 // 2 * 4096
    path.write_bytes(content[:4096] + b"\xff" * (middle - 4096) + content[middle:])
    with pytest.raises(Refusal, match="damaged"):
        store.open_store(path)


def test_a_file_of_a_newer_program_is_refused_and_left_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc"
    with created(path) as made, made.write() as session:
        session.execute(text(f"PRAGMA user_version = {SCHEMA_VERSION + 1}"))
    before, age = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(Refusal, match=r"its format 1\.3, ours 1\.2"):
        store.open_store(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, age)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["m.cmc", "m.cmc-journal"]


def test_a_database_of_another_program_keeps_its_own_way_of_writing(tmp_path: Path) -> None:
    path = tmp_path / "foreign.cmc"
    other = dbapi2.connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("CREATE TABLE other (id)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(Refusal, match="not a meeting file"):
        store.open_store(path)
    assert path.read_bytes() == before
