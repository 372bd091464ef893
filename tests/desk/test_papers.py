"""Papers are written whole, recorded, and warn when the journal behind them was changed."""

import hashlib
import json
import sys
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import text

from cmc_desk.db.schema import JournalRow
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.papers import make_attendance, record_attendance, write_attendance
from cmc_desk.rules.people import FIELDS, Sensitivity
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.task import Cancelled
from tests.meetings import KEISHA, PEOPLE, open_desk


def test_an_export_is_a_row_of_the_journal_with_what_left_the_file(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, people=PEOPLE)
    out = tmp_path / "attendance.xlsx"
    assert write_attendance(desk, out, limit=Sensitivity.PUBLIC) == [out]
    row = _last(desk)
    args = json.loads(row.args or "")
    assert row.kind == "papers.exported"
    assert args["digest"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert args["rows"] == len(PEOPLE)
    assert args["fields"] == [field.name for field in FIELDS if field.sensitivity is Sensitivity.PUBLIC]
    assert KEISHA.family_name not in (row.args or "")
    desk.close()


def test_an_export_is_nothing_that_undo_takes_back(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    write_attendance(desk, tmp_path / "a.xlsx", limit=Sensitivity.DESK)
    with pytest.raises(Refusal):
        desk.undo()
    desk.close()


def test_each_sheet_lies_as_csv_beside_the_workbook(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, people=PEOPLE)
    paths = write_attendance(desk, tmp_path / "day.xlsx", limit=Sensitivity.DESK, csv=True)
    names = [path.name for path in paths]
    assert names == ["day.xlsx", *(f"day-{one}.csv" for one in ("summary", "people", "log", "missing", "about"))]
    assert all(path.stat().st_size for path in paths)
    if sys.platform != "win32":
        assert {path.stat().st_mode & 0o777 for path in paths} == {0o600}
    desk.close()


def test_a_journal_that_was_changed_from_outside_is_told_and_written_on_the_paper(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, people=PEOPLE)
    with desk.store.write() as session:
        session.execute(text("UPDATE journal SET operator = 'Somebody Else' WHERE seq = 3"))
    written = make_attendance(desk, tmp_path / "a.xlsx", limit=Sensitivity.DESK)
    assert written.broken_at == 3
    with zipfile.ZipFile(written.paths[0]) as archive:
        about = archive.read("xl/worksheets/sheet5.xml").decode()
    assert "changed from outside at row 3" in about
    desk.close()


def test_an_empty_meeting_has_a_workbook_too(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    written = make_attendance(desk, tmp_path / "a.xlsx", limit=Sensitivity.SPECIAL)
    assert written.rows == 0
    assert written.broken_at is None
    assert not written.beside
    desk.close()


def test_making_alone_records_nothing_so_that_a_window_can_record_in_its_own_thread(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    before = _last(desk).seq
    written = make_attendance(desk, tmp_path / "a.xlsx", limit=Sensitivity.DESK)
    assert _last(desk).seq == before
    record_attendance(desk, written)
    assert _last(desk).seq == before + 1
    desk.close()


def test_a_folder_that_is_not_there_leaves_no_file_and_no_record(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    before = _last(desk).seq
    with pytest.raises(Unavailable):
        write_attendance(desk, tmp_path / "nowhere" / "a.xlsx", limit=Sensitivity.DESK)
    assert _last(desk).seq == before
    desk.close()


def test_work_that_is_cancelled_writes_nothing(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)

    def cancel_at_the_third_step(done: int, _whole: int) -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_attendance(desk, tmp_path / "a.xlsx", limit=Sensitivity.DESK, progress=cancel_at_the_third_step)
    assert not (tmp_path / "a.xlsx").exists()
    desk.close()


def _last(desk: Desk) -> JournalRow:
    with desk.store.read() as session:
        return session.query(JournalRow).order_by(JournalRow.seq.desc()).limit(1).one()
