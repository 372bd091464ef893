"""Two meetings may have the same file name: their copies are told apart, whatever is known of the files."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cmc_desk.db.backup import copies_of, make_copy, name_before, restore
from cmc_desk.db.identity import are_different, mark_of
from cmc_desk.db.keys import change_passphrase, key_file_of
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.refusal import Refusal
from tests.meetings import PASSPHRASE, open_desk

NOW = datetime(2019, 12, 5, 14, 0, 5, tzinfo=UTC)
KINDS = pytest.mark.parametrize("passphrases", [("", ""), (PASSPHRASE, PASSPHRASE), (PASSPHRASE, "")])


def two_of_one_name(folder: Path, passphrases: tuple[str, str]) -> list[Desk]:
    made = []
    for name, passphrase in zip("ab", passphrases, strict=True):
        (folder / name).mkdir()
        made.append(open_desk(folder / name, passphrase=passphrase, anew=True))
        made[-1].close()
    return made


def copied(desk: Desk, folder: Path, *, minutes: int = 0) -> Path:
    return make_copy(desk.store.path, folder, key=desk.store.key, now=NOW - timedelta(minutes=minutes)).path


def under_its_old_name(copy: Path) -> Path:
    """Call a copy as an earlier version of the program did."""
    stem, _mark, stamp, suffix = copy.name.split(".")
    older = copy.with_name(f"{stem}.{stamp}.{suffix}")
    if key_file_of(copy).exists():
        key_file_of(copy).replace(key_file_of(older))
    return copy.replace(older)


@KINDS
def test_copies_of_another_meeting_are_neither_listed_nor_thinned_nor_overwritten(
    tmp_path: Path, passphrases: tuple[str, str]
) -> None:
    ours, theirs = two_of_one_name(tmp_path, passphrases)
    folder = tmp_path / "copies"
    of_theirs = [copied(theirs, folder, minutes=minutes) for minutes in (600, 598, 0)][1:]
    of_ours = [copied(ours, folder, minutes=minutes) for minutes in (599, 0)]
    assert [path for _at, path in copies_of(ours.store.path, folder)] == of_ours[::-1]
    assert [path for _at, path in copies_of(theirs.store.path, folder)] == of_theirs[::-1]


@KINDS
def test_copies_under_their_old_names_are_listed_with_the_meeting_they_are_of(
    tmp_path: Path, passphrases: tuple[str, str]
) -> None:
    ours, theirs = two_of_one_name(tmp_path, passphrases)
    folder = tmp_path / "copies"
    of_ours = under_its_old_name(copied(ours, folder, minutes=9))
    of_theirs = under_its_old_name(copied(theirs, folder, minutes=8))
    newest = copied(ours, folder)
    assert [path for _at, path in copies_of(ours.store.path, folder)] == [newest, of_ours]
    assert [path for _at, path in copies_of(theirs.store.path, folder)] == [of_theirs]


@KINDS
def test_a_copy_is_not_restored_over_another_meeting(tmp_path: Path, passphrases: tuple[str, str]) -> None:
    ours, theirs = two_of_one_name(tmp_path, passphrases)
    copy, before = copied(ours, tmp_path / "copies"), theirs.store.path.read_bytes()
    with pytest.raises(Refusal, match="of another meeting than"):
        restore(copy, theirs.store.path, key=ours.store.key, now=NOW)
    assert theirs.store.path.read_bytes() == before
    assert restore(copy, ours.store.path, key=ours.store.key, now=NOW) is not None
    theirs.store.path.unlink()
    assert restore(copy, theirs.store.path, key=ours.store.key, now=NOW) is None


def test_a_damaged_file_may_be_any_meeting_so_that_every_copy_of_its_name_is_offered(tmp_path: Path) -> None:
    ours, theirs = two_of_one_name(tmp_path, ("", ""))
    folder = tmp_path / "copies"
    copies = {copied(desk, folder, minutes=minutes) for minutes, desk in enumerate((ours, theirs))}
    ours.store.path.write_bytes(b"\xff" * 9000)
    assert {path for _at, path in copies_of(ours.store.path, folder)} == copies
    assert restore(min(copies), ours.store.path, key=None, now=NOW) is not None


def test_a_new_passphrase_is_the_same_meeting(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, passphrase=PASSPHRASE)
    desk.close()
    copy, mark = copied(desk, tmp_path / "copies"), mark_of(desk.store.path)
    assert desk.store.key is not None
    change_passphrase(key_file_of(desk.store.path), key=desk.store.key, passphrase="another one")
    assert mark_of(desk.store.path) == mark == mark_of(copy)


def test_what_is_no_meeting_has_no_mark(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc"
    assert mark_of(path) == ""
    for content in (b"", b"x" * 9000, b"SQLite format 3\0" + bytes(9000)):
        path.write_bytes(content)
        assert mark_of(path) == ""
    key_file_of(path).write_text('{"format": 1, "slots": [{"kind": "recovery"}]}')
    path.write_bytes(b"x" * 9000)
    assert mark_of(path) == ""
    assert not are_different(path, tmp_path / "other.cmc")


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("m.1234abcd.20191205T140005Z.cmc", "m.cmc"),
        ("m.20191205T140005Z.cmc", "m.cmc"),
        ("a.b.1234abcd.20191205T140005Z.cmc", "a.b.cmc"),
        ("taken by hand.cmc", "taken by hand.cmc"),
    ],
)
def test_a_copy_says_what_its_file_was_called(copy: str, name: str) -> None:
    assert name_before(Path("copies", copy)) == name
