"""The command line says of a list what it is, and of everybody who is in the meeting already what changes."""

from pathlib import Path

import pytest

from cmc_desk.cli import main

HEADINGS = "Family name,Given name,Delegation,Phone,Dietary needs\n"


@pytest.fixture
def meeting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a training meeting with one person, whose name has accents."""
    file = tmp_path / "t.cmc"
    main(["new", str(file), "--training"])
    bring_in(file, "NÚÑEZ,Iñaki,Cuba,1,none\n")
    capsys.readouterr()
    return file


def bring_in(file: Path, rows: str, *options: str) -> int:
    people = file.with_name("people.csv")
    people.write_text(HEADINGS + rows, encoding="utf-8")
    return main(["import", str(file), str(people), *options])


def test_a_name_without_its_accents_is_not_taken_and_the_line_says_so(
    meeting: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring_in(meeting, "Nunez,Inaki,Cuba,,\n") == 0
    said = capsys.readouterr().out
    assert "Given name kept: Iñaki (the list: Inaki); Family name kept: NÚÑEZ (the list: Nunez)" in said
    assert "Nothing to import." in said
    main(["find", str(meeting), "nunez"])
    assert "Iñaki NÚÑEZ" in capsys.readouterr().out


def test_every_updated_row_says_what_changes_and_of_what_is_sensitive_only_the_field(
    meeting: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring_in(meeting, "NÚÑEZ,Iñaki,Cuba,2,no nuts\n", "--dry-run") == 0
    said = capsys.readouterr().out
    assert "row 2, Iñaki NÚÑEZ: Phone: 1 → 2; Dietary needs\n" in said
    assert "nuts" not in said


def test_a_list_without_sheets_is_named_without_one(meeting: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring_in(meeting, "Sample,Ana,Cuba,,\n")
    assert capsys.readouterr().out.startswith("people.csv, heading in row 1:\n")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", "Buy coffee\nCall the hotel about the rooms\n"),
        ("numbers.csv", "1,2,3\n4,5,6\n"),
        ("prices.csv", "Item,Price\nCoffee,3\n"),
    ],
)
def test_a_file_that_holds_no_people_is_refused_and_says_which_columns_are_looked_for(
    meeting: Path, capsys: pytest.CaptureFixture[str], name: str, content: str
) -> None:
    (meeting.parent / name).write_text(content, encoding="utf-8")
    assert main(["import", str(meeting), str(meeting.parent / name)]) == 1
    said = capsys.readouterr().err
    assert f"“{name}” has no column with names" in said
    assert "“Full name”, or “Given name” and “Family name”" in said


def test_a_list_that_is_not_there_is_no_file(meeting: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(meeting), str(meeting.parent / "nowhere.xlsx")]) == 1
    assert capsys.readouterr().err == "There is no file “nowhere.xlsx”.\n"
