"""What is written is there after reopening, behind its key; what goes wrong is said, and leaves nothing half done."""

import stat
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import select, text
from sqlcipher3 import dbapi2

from cmc_desk.db import connection, engines, store
from cmc_desk.db.keys import key_file_of
from cmc_desk.db.schema import Station
from cmc_desk.rules.refusal import Busy, Damaged, Refusal, Unavailable
from tests.db.stores import MARK, add_station, created, stations
from tests.meetings import PASSPHRASE, RECOVERY, open_desk


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
        "SQLITE_CORRUPT_VTAB": Damaged,
        "SQLITE_NOTADB": Damaged,
        "SQLITE_BUSY": Busy,
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
    desk = open_desk(tmp_path, passphrase=PASSPHRASE, anew=True)
    desk.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["m.cmc", "m.cmc-journal", "m.cmc.key"]
    assert (tmp_path / "m.cmc-journal").stat().st_size == 0


def test_the_thread_of_the_windows_waits_less_for_another_program_than_work_beside_it(tmp_path: Path) -> None:
    with created(tmp_path / "m.cmc", passphrase="") as made:
        made.hasten(0.01)
        waits: list[int] = []

        def asked() -> None:
            with made.read() as session:
                waits.append(int(session.execute(text("PRAGMA busy_timeout")).scalar_one()))

        asked()
        beside = Thread(target=asked)
        beside.start()
        beside.join()
        assert waits == [10, 15_000]


def test_what_was_made_of_a_question_over_one_file_serves_the_next(tmp_path: Path) -> None:
    def ask(name: str) -> int:
        with created(tmp_path / name) as made, made.read() as session:
            session.scalars(select(Station).where(Station.name == "never asked elsewhere")).all()
        return len(engines._MADE)

    assert ask("one.cmc") == ask("two.cmc")
