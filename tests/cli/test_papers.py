"""Papers on the command line: made, recorded, listed with their state."""

import json
from pathlib import Path

import pytest
from docx import Document

from cmc_desk.cli import main
from cmc_desk.desk.paper_kinds import paper_kinds
from cmc_desk.resource import resource


@pytest.fixture
def training(tmp_path: Path) -> Path:
    file = tmp_path / "t.cmc"
    assert main(["new", str(file), "--training"]) == 0
    assert main(["import", str(file), str(resource("meetings", "cmc-2019-people.xlsx"))]) == 0
    return file


def listed(file: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    capsys.readouterr()
    assert main(["papers", str(file), "--json"]) == 0
    return {one["kind"]: one for one in json.loads(capsys.readouterr().out)}


def files(state: dict[str, object]) -> list[dict[str, object]]:
    found = state["files"]
    assert isinstance(found, list)
    return found


def test_a_paper_is_made_recorded_and_current_until_the_meeting_moves_on(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert listed(training, capsys)["attendance"]["state"] == "not made"
    out = tmp_path / "a.xlsx"
    assert main(["paper", str(training), "attendance", "--out", str(out), "--lang", "es"]) == 0
    assert capsys.readouterr().out.strip() == str(out)
    assert out.stat().st_size > 5_000
    state = listed(training, capsys)["attendance"]
    assert (state["state"], state["version"]) == ("current", 1)
    assert [one["name"] for one in files(state)] == ["a.xlsx"]
    assert main(["check-in", str(training), "7741-09", "--at", "2019-12-05 08:41"]) == 1
    assert listed(training, capsys)["attendance"]["state"] == "changed", "the scan stands in the log"
    assert main(["papers", str(training)]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("attendance"))
    assert "changed" in line
    assert "v1" in line
    assert "Command line  a.xlsx" in line


def test_the_report_of_the_outcomes_is_called_for_short_and_says_once_who_made_it(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "r.docx"
    assert main(["paper", str(training), "report", "--out", str(out)]) == 0
    assert listed(training, capsys)["outcome-report"]["state"] == "current"
    assert Document(str(out)).core_properties.author == "Command line"
    assert main(["paper", str(training), "reports", "--out", str(out)]) == 1
    assert "outcome-report" in capsys.readouterr().err


def test_the_list_needs_nothing_made_and_names_what_can_be_asked(
    training: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["papers", str(training), "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [kind.key for kind in paper_kinds()]
    assert main(["papers", str(training), "--list", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {one["name"]: one["forms"] for one in found}["attendance"] == ["xlsx"]


def test_an_ending_that_a_paper_does_not_have_is_refused_with_those_it_has(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["paper", str(training), "attendance", "--out", str(tmp_path / "a.pdf")]) == 1
    assert "end the name of the file in .xlsx" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


def test_a_paper_that_there_is_not_is_refused_with_those_there_are(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["paper", str(training), "menu", "--out", str(tmp_path / "a.pdf")]) == 1
    assert "there are" in (said := capsys.readouterr().err)
    assert "attendance" in said


def test_a_time_that_is_none_and_a_folder_that_is_none_are_said(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["paper", str(training), "quorum", "--out", str(tmp_path / "q.pdf"), "--at", "teatime"]) == 1
    assert "teatime" in capsys.readouterr().err
    assert main(["paper", str(training), "attendance", "--out", str(tmp_path / "no" / "a.xlsx")]) == 3
    assert "cannot be written" in capsys.readouterr().err


def test_a_delegation_is_meant_by_its_name_and_a_day_that_is_none_of_the_meeting_has_no_quorum(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "x.pdf")
    assert main(["paper", str(training), "name-plates", "--out", out, "--only", "jamaica"]) == 0
    assert main(["paper", str(training), "name-plates", "--out", out, "--only", "Atlantis"]) == 1
    assert "Atlantis" in capsys.readouterr().err
    assert main(["paper", str(training), "quorum", "--out", out, "--at", "2025-12-05 09:12"]) == 1
    assert "2025-12-05 is no day of the meeting" in capsys.readouterr().err
    assert main(["paper", str(training), "fallback-pack", "--out", out, "--blanks", "5000"]) == 2


def test_more_sessions_or_days_than_the_meeting_has_make_no_certificate(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "c.pdf"
    words = ["paper", str(training), "certificates", "--out", str(out)]
    assert main([*words, "--sessions", "99"]) == 1
    said = capsys.readouterr().err
    assert said == ("Nobody can have been present at 99 sessions: attendance is taken at 10. Ask for 10 or fewer.\n")
    assert main([*words, "--days", "3"]) == 1
    said = capsys.readouterr().err
    assert said == "Nobody can have been present on 3 days: attendance is taken on 2. Ask for 2 or fewer.\n"
    assert not out.exists()
    assert main([*words, "--sessions", "10"]) == 0


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (["tick-list", "--session", "opening"], "--session"),
        (["tick-list", "--final"], "--final"),
        (["signature-sheet", "--no-flags"], "--no-flags"),
        (["participants", "--blanks", "8"], "--blanks"),
        (["quorum", "--days", "1"], "--days"),
    ],
)
def test_an_option_that_a_paper_has_no_use_for_is_refused_by_name(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], option: str
) -> None:
    out = tmp_path / "p.pdf"
    assert main(["paper", str(training), *words, "--out", str(out)]) == 1
    title = next(kind.title for kind in paper_kinds() if kind.key == words[0])
    said = capsys.readouterr().err
    assert said.startswith(f"{title} has no use for {option}: leave it out. Besides --lang it takes --")
    assert not out.exists()


def test_a_paper_without_choices_says_so_and_a_session_and_a_day_are_not_both_asked_for(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["paper", str(training), "attendance", "--out", str(tmp_path / "a.xlsx"), "--day", "2019-12-05"]
    assert main(words) == 1
    assert "has no use for --day: leave it out. It takes --lang only." in capsys.readouterr().err
    words = ["paper", str(training), "signature-sheet", "--out", str(tmp_path / "s.pdf"), "--session", "opening"]
    assert main([*words, "--day", "2019-12-05"]) == 1
    assert "a session or for a day" in capsys.readouterr().err
