"""A meeting file is wholly right, or it is refused and left as it is."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlcipher3 import dbapi2

from cmc_desk.db import connection, store
from cmc_desk.db.keys import key_file_of
from cmc_desk.db.migrations import SCHEMA_VERSION
from cmc_desk.db.schema import Station
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.meetings import PASSPHRASE, RECOVERY, open_desk

MARK = "Quetzalcoatlus"


@contextmanager
def created(path: Path, *, passphrase: str = "") -> Iterator[store.Store]:
    made = store.create(path, passphrase=passphrase, recovery=RECOVERY if passphrase else "")
    try:
        yield made
    finally:
        made.close()


def add_station(opened: store.Store, name: str = MARK) -> None:
    with opened.write() as session:
        session.add(Station(id=name, name=name))


def stations(opened: store.Store) -> list[str]:
    with opened.read() as session:
        return [row.name for row in session.query(Station)]


@pytest.mark.parametrize("secret", ["", PASSPHRASE, RECOVERY])
def test_what_was_written_is_there_after_reopening(tmp_path: Path, secret: str) -> None:
    path = tmp_path / "m.cmc"
    with created(path, passphrase=PASSPHRASE if secret else "") as made:
        add_station(made)
        assert made.encrypted is bool(secret)
    again = store.open_store(path, secret=secret)
    assert stations(again) == [MARK]
    again.close()


def test_an_encrypted_file_and_its_journal_hold_no_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc"
    with created(path, passphrase=PASSPHRASE) as made:
        add_station(made)
        with made.write() as session:
            session.get_one(Station, MARK).name = MARK + " renamed"
            session.flush()
            # A small cache would spill here by itself; the pages of before are in the journal now in any case.
            session.execute(text("PRAGMA cache_spill = 1"))
            journal = path.with_name("m.cmc-journal").read_bytes()
        assert len(journal) > 0
        assert MARK.encode() not in journal
    content = path.read_bytes()
    assert MARK.encode() not in content
    assert b"CREATE TABLE" not in content
    assert not content.startswith(connection.PLAIN_HEADER)


def test_a_meeting_file_and_its_key_are_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc"
    with created(path, passphrase=PASSPHRASE):
        assert [stat.S_IMODE(one.stat().st_mode) for one in (path, key_file_of(path))] == [0o600, 0o600]


def test_nothing_is_created_over_a_file_or_a_key_that_stands_there(tmp_path: Path) -> None:
    for taken in (tmp_path / "m.cmc", tmp_path / "m.cmc.key"):
        taken.write_text("somebody's")
        with pytest.raises(Refusal) as refused:
            store.create(tmp_path / "m.cmc", passphrase=PASSPHRASE, recovery=RECOVERY)
        assert refused.value.field == "path"
        assert taken.read_text() == "somebody's"
        taken.unlink()


def test_a_file_cannot_be_created_where_there_is_no_folder(tmp_path: Path) -> None:
    for passphrase in ("", PASSPHRASE):
        with pytest.raises(Unavailable):
            store.create(tmp_path / "none" / "m.cmc", passphrase=passphrase, recovery=RECOVERY)


def test_every_setting_holds_on_an_open_connection(tmp_path: Path) -> None:
    with created(tmp_path / "m.cmc", passphrase=PASSPHRASE) as made, made.read() as session:
        for name, (_value, expected) in connection._SETTINGS.items():
            assert session.execute(text(f"PRAGMA {name}")).scalar() == expected


def test_a_setting_that_does_not_hold_keeps_the_meeting_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection._SETTINGS, "page_count", ("1", "never this"))
    with pytest.raises(Unavailable, match="page_count"):
        connection.connect(tmp_path / "m.cmc", None, new=True)


@pytest.mark.parametrize("name", ["m.cmc", "50% ready? #1 – Żółć.cmc"])
def test_no_file_is_made_where_there_is_none_unless_a_new_one_is_asked_for(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unavailable):
        connection.connect(tmp_path / name, None)
    assert list(tmp_path.iterdir()) == []
    with created(tmp_path / name):
        assert (tmp_path / name).stat().st_size > 0


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
    with pytest.raises(Refusal, match=r"1\.1, ours 1\.0"):
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


def test_a_meeting_that_could_not_be_made_leaves_no_key_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.cmc"
    with monkeypatch.context() as broken:
        broken.setitem(connection._SETTINGS, "page_count", ("1", "never this"))
        with pytest.raises(Unavailable):
            store.create(path, passphrase=PASSPHRASE, recovery=RECOVERY)
    assert list(tmp_path.iterdir()) == []
    with created(path, passphrase=PASSPHRASE):
        pass


def test_work_beside_the_window_that_holds_the_file_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_PATIENCE_SECONDS", 0.01)
    with created(tmp_path / "m.cmc") as made, made.read(), pytest.raises(Unavailable, match="still at work"):
        add_station(made)


def test_a_file_that_was_moved_or_replaced_is_not_written(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "m.cmc", tmp_path / "moved.cmc"
    with created(path) as made:
        path.rename(elsewhere)
        for content in (None, b"somebody else's", elsewhere.read_bytes()):
            if content is not None:
                path.write_bytes(content)
            before = elsewhere.read_bytes()
            with pytest.raises(Unavailable, match="moved, deleted or replaced"):
                add_station(made)
            assert elsewhere.read_bytes() == before
            assert content is None or path.read_bytes() == content


def test_a_broken_transaction_leaves_nothing(tmp_path: Path) -> None:
    with created(tmp_path / "m.cmc") as made:

        def half() -> None:
            with made.write() as session:
                session.add(Station(id="x", name="x"))
                session.flush()
                raise KeyError("half way")

        with pytest.raises(KeyError):
            half()
        assert stations(made) == []
        add_station(made)
        assert stations(made) == [MARK]


def test_another_writer_is_waited_for_and_then_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)
    path = tmp_path / "m.cmc"
    with created(path) as made:
        other = connection.connect(path, None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match="Another window is writing"):
            add_station(made)
        other.execute("ROLLBACK")
        add_station(made)
        other.close()


def test_the_version_of_the_data_changes_by_what_others_write_only(tmp_path: Path) -> None:
    with created(tmp_path / "m.cmc") as made:
        before = made.data_version()
        add_station(made, "ours")
        assert made.data_version() == before
        other = store.open_store(tmp_path / "m.cmc")
        add_station(other, "theirs")
        other.close()
        assert made.data_version() != before


def test_the_trouble_of_the_library_becomes_a_sentence_with_the_name_of_the_file() -> None:
    path = Path("/somewhere/m.cmc")
    expected = {
        "SQLITE_CORRUPT_VTAB": Refusal,
        "SQLITE_NOTADB": Refusal,
        "SQLITE_BUSY": Unavailable,
        "SQLITE_FULL": Unavailable,
        "SQLITE_READONLY_DBMOVED": Unavailable,
        "SQLITE_CANTOPEN": Unavailable,
        "SQLITE_IOERR_FSYNC": Unavailable,
    }
    sentences = set()
    for name, kind in expected.items():
        error = dbapi2.OperationalError("whatever")
        error.sqlite_errorname = name
        said = connection.trouble(error, path)
        assert type(said) is kind
        assert "m.cmc" in said.sentence
        assert "somewhere" not in said.sentence
        sentences.add(said.sentence)
    assert len(sentences) == 6


def test_a_meeting_on_the_disk_is_found_with_its_people_by_the_file_alone(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, passphrase=PASSPHRASE)
    desk.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["m.cmc", "m.cmc-journal", "m.cmc.key"]
    assert (tmp_path / "m.cmc-journal").stat().st_size == 0
