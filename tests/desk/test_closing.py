"""The closing kit is everything of the meeting in one folder, whole or not there at all, and says what was changed in it."""

import errno
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cmc_desk.desk import report
from cmc_desk.desk.closing import make_closing, record_kit, verify_closing
from cmc_desk.desk.closing_left import clear_left
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.note_list import all_notes
from cmc_desk.desk.opening import open_meeting
from cmc_desk.rules.closing_manifest import MANIFEST, SUMS, read, written
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.desk.note_hands import entry, file, keep, said
from tests.meetings import ANDRE, KEISHA, PASSPHRASE, open_desk

# Makes half a kit and waits to be killed.
_KILLED = """
import sys
from pathlib import Path
from cmc_desk.desk.closing_left import part_of
with part_of(Path(sys.argv[1]), Path(sys.argv[2])) as part:
    part.mkdir()
    (part / "list.pdf").write_bytes(b"names")
    print(part, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path, people=(KEISHA, ANDRE))
    file(opened, said("Welcomes all.", "JM", EntryKind.DECISION), item="opening")
    yield opened
    opened.close()


def test_a_kit_has_the_report_the_lists_and_the_statements_and_can_be_verified(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "kits" / "closing"
    kit = make_closing(desk, folder, notes=True)
    record_kit(desk, kit)
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {one.path for one in kit.files} == there - {MANIFEST, SUMS}
    assert {"report/report.docx", "report/report.pdf", "people/attendance.xlsx", "statements/JM.docx"} <= there
    assert {"notes/notes.json", "journal/journal.json"} <= there
    assert hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest() == kit.digest
    assert verify_closing(desk, folder).whole
    other = open_desk(tmp_path, name="other.cmc")
    with pytest.raises(Refusal, match="another meeting"):
        verify_closing(other, folder)
    other.close()
    with pytest.raises(Refusal, match="no closing kit"):
        verify_closing(desk, tmp_path)
    assert json.loads((folder / "journal" / "journal.json").read_bytes())["broken_at"] is None
    last = desk.read(journal_lines)[-1]
    assert last.kind == "closing.made"
    book = load_workbook(folder / "people" / "attendance.xlsx", read_only=True)
    assert "keisha@example.org" not in [cell for row in book["People"].iter_rows(values_only=True) for cell in row]
    (folder / "report" / "report.pdf").write_bytes(b"other")
    (folder / "people" / "attendance.xlsx").unlink()
    (folder / "more.txt").write_text("more", encoding="utf-8")
    found = verify_closing(desk, folder)
    assert (found.changed, found.missing, found.added) == (
        ("report/report.pdf",),
        ("people/attendance.xlsx",),
        ("more.txt",),
    )
    manifest = read((folder / MANIFEST).read_bytes())
    forged = replace(manifest, files=tuple(one for one in manifest.files if "people" not in one.path))
    (folder / MANIFEST).write_bytes(written(forged))
    found = verify_closing(desk, folder)
    assert SUMS in found.changed
    assert not found.recorded
    with pytest.raises(Refusal, match="not empty"):
        make_closing(desk, folder)


def test_a_kit_that_is_cancelled_leaves_nothing_behind(desk: Desk, tmp_path: Path) -> None:
    class Cancelled(Exception):
        pass

    def cancel(done: int, _whole: int) -> None:
        if done == 2:
            raise Cancelled

    folder = tmp_path / "kits" / "closing"
    with pytest.raises(Cancelled):
        make_closing(desk, folder, progress=cancel)
    assert list((tmp_path / "kits").iterdir()) == []


def test_what_a_kit_left_that_was_ended_from_outside_is_removed_at_the_next_making_or_opening(
    desk: Desk, tmp_path: Path
) -> None:
    kits = tmp_path / "kits"
    kits.mkdir()
    named = [sys.executable, "-c", _KILLED, str(desk.store.path), str(kits / "other")]
    with subprocess.Popen(named, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        half = Path(child.stdout.readline().strip())
        ours = kits / f".others.{'0' * 16}"
        ours.mkdir()
        clear_left(desk.store.path)
        assert (half / "list.pdf").exists(), "somebody is at work on it"
        child.kill()
    desk.close()
    open_meeting(desk.store.path, author=desk.author, secret=PASSPHRASE, clock=desk.clock).close()
    assert list(kits.iterdir()) == [ours], "what is not of a kit stays, whatever its name"
    assert not list(tmp_path.glob(".*.kit"))


def test_a_kit_for_whose_workbooks_there_is_no_room_is_refused_in_a_sentence_and_leaves_nothing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kits").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(Unavailable, match=r"gone.* cannot be written"):
        make_closing(desk, tmp_path / "kits" / "closing")
    assert not list((tmp_path / "kits").iterdir())
    assert not list(tmp_path.glob(".*.kit"))


def test_a_kit_whose_disk_does_not_answer_is_said_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    def fails(done: int, _whole: int) -> None:
        if done == 2:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.raises(Unavailable, match=r"closing cannot be written \(Input/output error\)"):
        make_closing(desk, tmp_path / "kits" / "closing", progress=fails)
    assert not list((tmp_path / "kits").iterdir())


@pytest.mark.parametrize("replaced", [False, True])
def test_half_a_kit_on_a_stick_that_is_out_when_the_meeting_is_opened_is_removed_when_it_is_in_again(
    desk: Desk, tmp_path: Path, *, replaced: bool
) -> None:
    stick, pulled = tmp_path / "stick", tmp_path / "pulled"
    stick.mkdir()
    named = [sys.executable, "-c", _KILLED, str(desk.store.path), str(stick / "closing")]
    with subprocess.Popen(named, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        child.stdout.readline()
        child.kill()
    stick.rename(pulled)
    if replaced:
        stick.mkdir()
    clear_left(desk.store.path)
    if replaced:
        stick.rename(tmp_path / "another")
    pulled.rename(stick)
    assert list(stick.iterdir())
    clear_left(desk.store.path)
    assert not list(stick.iterdir())
    assert not list(tmp_path.glob(".*.kit"))


def test_a_file_that_names_something_else_than_a_half_removes_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    for number, named in enumerate((str(tmp_path / "precious"), "", str(tmp_path / f".x.{'1' * 16}"))):
        path = desk.store.path
        path.with_name(f".{path.name}.{number:016x}.kit").write_text(named, encoding="utf-8")
    clear_left(desk.store.path)
    assert (tmp_path / "precious").is_dir()


def test_it_says_which_file_comes_next_and_moves_within_each(desk: Desk, tmp_path: Path) -> None:
    told: list[str] = []
    shares: list[tuple[int, int]] = []
    make_closing(
        desk, tmp_path / "closing", progress=lambda done, whole: shares.append((done, whole)), tell=told.append
    )
    assert told[-3:] == ["report/report.docx", "report/report.pdf", "journal/journal.json"]
    assert shares == sorted(shares)
    assert shares[-1][0] == shares[-1][1]
    assert len(shares) > 3 * len(told)


def test_what_is_typed_into_the_notes_meanwhile_makes_no_kit_either(desk: Desk, tmp_path: Path) -> None:
    (key,) = [one.key for one in desk.read(all_notes)]

    def change(done: int, _whole: int) -> None:
        if done == 1:
            keep(desk, key, said("Welcomes nobody.", "JM", EntryKind.DECISION), entry(desk, key).revision)

    with pytest.raises(Refusal, match="changed the meeting"):
        make_closing(desk, tmp_path / "closing", progress=change)


def test_a_meeting_that_somebody_changes_meanwhile_makes_no_kit(desk: Desk, tmp_path: Path) -> None:
    def change(done: int, _whole: int) -> None:
        if done == 1:
            desk.do(report.set_report, attributed=False)

    with pytest.raises(Refusal, match="changed the meeting"):
        make_closing(desk, tmp_path / "closing", progress=change)
    assert not (tmp_path / "closing").exists()
