"""The child process that opens a workbook gives out its cells, or a number that says why not."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from cmc_desk.exchange import reader, tables
from cmc_desk.exchange.inspection import checked_package
from cmc_desk.exchange.reader import CELL, RECORD
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.exchange.hostile import office_parts as parts
from tests.exchange.hostile import package, sheet_xml
from tests.exchange.lists import SAMPLES, workbook_of


def received(workbook: bytes) -> list[list[str]]:
    out: list[str] = []
    with CalamineWorkbook.from_filelike(io.BytesIO(workbook)) as opened:
        reader.write_sheets(opened, out.append)
    return [record.split(CELL) for record in "".join(out).split(RECORD) if record]


def saved(workbook: Workbook) -> bytes:
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def test_every_sheet_and_every_filled_row_is_a_record() -> None:
    workbook = Workbook()
    first = workbook.active
    first.title = "First"
    first["B3"], first["C3"], first["C5"] = "Ana", 7, True
    first.merge_cells("B3:B5")
    first.merge_cells("C3:D3")
    hidden = workbook.create_sheet("Hidden")
    hidden.sheet_state = "hidden"
    workbook.create_chartsheet("Chart")
    assert received(saved(workbook)) == [
        ["S", "First", "1", "3:5:2"],
        ["R", "3", "2", "Ana", "7"],
        ["R", "5", "2", "", "yes"],
        ["S", "Hidden", "0"],
    ]


def test_the_marks_between_cells_cannot_come_from_a_cell() -> None:
    assert reader.plain("a\x1e\x1f b\n\tc ") == "a b c"
    assert reader.plain("x" * 5000) == "x" * 1001


def test_an_open_document_says_nothing_of_merged_cells() -> None:
    records = received((SAMPLES / "provisional_list.ods").read_bytes())
    assert [record[1:] for record in records if record[0] == "S"] == [["Cover", "1"], ["Liste", "1"], ["Empty", "1"]]


def test_what_no_list_has_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = workbook_of(tmp_path / "wide.xlsx", [["x"] * 201]).read_bytes()
    with pytest.raises(reader.TooLargeError):
        received(wide)
    monkeypatch.setattr(reader, "MAX_TEXT", 100)
    with pytest.raises(reader.TooLargeError):
        received(workbook_of(tmp_path / "long.xlsx", [["x" * 60], ["y" * 60]]).read_bytes())


def exit_code(workbook: bytes) -> int:
    folder = Path(sys.modules["python_calamine"].__file__ or "").parent.parent
    command = [sys.executable, "-I", "-S", reader.__file__, str(folder)]
    return subprocess.run(command, input=workbook, stdout=subprocess.DEVNULL, check=False).returncode


def test_the_exit_code_says_why_a_workbook_was_not_read(tmp_path: Path) -> None:
    assert exit_code(workbook_of(tmp_path / "list.xlsx", [["Name"]]).read_bytes()) == 0
    assert exit_code(b"no workbook") == reader.DAMAGED
    assert exit_code(workbook_of(tmp_path / "wide.xlsx", [["x"] * 201]).read_bytes()) == reader.TOO_LARGE
    assert "password" in tables._why(reader.PASSWORD).sentence
    assert "damaged" in tables._why(reader.DAMAGED).sentence
    assert "far larger" in tables._why(-6).sentence


def test_a_workbook_that_never_ends_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook_of(tmp_path / "list.xlsx", [["Name"], ["Ana Sample"]])
    monkeypatch.setattr(reader, "SECONDS", 0.0001)
    with pytest.raises(Refusal, match="too long"):
        tables.read_tables(path)


def test_a_computer_that_cannot_start_the_child_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook_of(tmp_path / "list.xlsx", [["Name"], ["Ana Sample"]])
    monkeypatch.setattr(sys, "executable", str(tmp_path / "missing"))
    with pytest.raises(Unavailable, match="Save the list as CSV"):
        tables.read_tables(path)


def test_only_what_was_checked_reaches_the_child(tmp_path: Path) -> None:
    path = package(
        tmp_path / "list.xlsx", {**parts(sheet_xml()), "xl/media/logo.png": b"x" * 100, "docProps/app.xml": "<x/>"}
    )
    with zipfile.ZipFile(io.BytesIO(checked_package(path.read_bytes()))) as file:
        assert "xl/media/logo.png" not in file.namelist()
        assert {info.compress_type for info in file.infolist()} == {zipfile.ZIP_STORED}
        assert set(file.namelist()) == {*parts(), "docProps/app.xml"}
