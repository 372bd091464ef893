"""The command line does the work of the windows, with exit codes that a script can rely on."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.cli import main, shows
from cmc_desk.desk import demo_meeting
from cmc_desk.desk.corrigendum_paper import CORRIGENDUM_PAPER
from cmc_desk.desk.demo_moments import Moment
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.opening import open_meeting
from cmc_desk.desk.paper_kinds import paper_kinds
from cmc_desk.ui.screens import PARTS
from cmc_desk.ui.settings import usual_papers_folder
from tests.cli.conftest import LIST
from tests.meetings import DESK_A


def found(file: Path, words: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["find", str(file), words, "--json"]) == 0
    return list(json.loads(capsys.readouterr().out))


def test_a_training_meeting_is_made_filled_and_searched(training: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = found(training, "valdes cuba", capsys)
    assert [person["name"] for person in people] == ["Yunior Specimen-Valdés"]


def test_a_badge_is_checked_in_once_and_then_answers_when_it_was(
    training: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = str(found(training, "keisha", capsys)[0]["code"])
    who = ("--operator", "T. Sample-Reid", "--station", "Desk A")
    assert main(["check-in", str(training), code, "--at", "2019-12-05 08:41", *who]) == 0
    assert "Checked in · Keisha Example-Blake · TT · 2019-12-05 08:41:00" in capsys.readouterr().out
    assert main(["check-in", str(training), code.lower(), "--at", "2019-12-05 08:52", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["verdict"] == "already in"
    assert told["first_at"] == "2019-12-05T13:41:00+00:00"
    assert main(["check-in", str(training), code, "--operator", "M. Sample-Ford", "--at", "2019-12-05 08:55"]) == 0
    first = "Already in · Keisha Example-Blake · TT · 2019-12-05 08:41:00 · Desk A · by T. Sample-Reid"
    assert first in capsys.readouterr().out


def test_whoever_is_searched_for_is_said_to_be_here_or_not(training: Path, capsys: pytest.CaptureFixture[str]) -> None:
    person = found(training, "keisha", capsys)[0]
    assert person["arrival"] is None
    main(["find", str(training), "keisha"])
    said = capsys.readouterr()
    assert "· not here yet" in said.out
    assert "2019-12-05" in said.err
    main(["check-in", str(training), str(person["code"]), "--station", "Desk A", "--at", "2019-12-05 08:41"])
    capsys.readouterr()
    main(["find", str(training), "keisha"])
    assert "· here since 08:41, Desk A\n" in capsys.readouterr().out
    arrival = found(training, "keisha", capsys)[0]["arrival"]
    assert isinstance(arrival, dict)
    assert arrival["at"] == "2019-12-05T13:41:00+00:00"


def test_a_strange_code_is_refused_with_exit_code_1_and_stands_in_the_journal(
    training: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check-in", str(training), "7741-09", "--at", "2019-12-05 08:41"]) == 1
    assert "Unknown code: " in capsys.readouterr().err
    assert main(["journal", str(training), "--verify"]) == 0
    assert "whole: 3 rows" in capsys.readouterr().out


def test_the_journal_tells_in_words_what_was_done_for_whom(training: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = str(found(training, "keisha", capsys)[0]["code"])
    main(["check-in", str(training), code, "--at", "2019-12-05 08:41"])
    capsys.readouterr()
    assert main(["journal", str(training)]) == 0
    made, imported, arrived = capsys.readouterr().out.splitlines()
    assert made.endswith("the meeting was made")
    assert imported.endswith("a list was imported · cmc-2019-people.xlsx, 75 new, 0 updated")
    assert arrived.endswith("a check-in · Keisha Example-Blake, TT, day1-registration · checked in")


def test_a_session_can_be_named_and_an_unknown_one_is_refused(
    training: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = str(found(training, "keisha", capsys)[0]["code"])
    assert main(["check-in", str(training), code, "--session", "opening", "--at", "2019-12-05 09:05", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sessions"] == ["opening"]
    assert main(["check-in", str(training), code, "--session", "lunch"]) == 1
    assert "lunch" in capsys.readouterr().err


def test_a_dry_run_writes_nothing_and_the_second_import_finds_only_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "t.cmc"
    main(["new", str(file), "--training"])
    capsys.readouterr()
    assert main(["import", str(file), str(LIST), "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["new"] == 75
    assert found(file, "keisha", capsys) == []
    assert main(["import", str(file), str(LIST)]) == 0
    capsys.readouterr()
    assert main(["import", str(file), str(LIST), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"] == {"same": 75}


def test_the_attendance_workbook_is_written_beside_its_sheets_as_csv(training: Path, tmp_path: Path) -> None:
    assert main(["attendance", str(training), "--out", str(tmp_path / "a.xlsx"), "--csv"]) == 0
    assert (tmp_path / "a.xlsx").stat().st_size > 5_000
    assert len(list(tmp_path.glob("**/*.csv"))) >= 4
    assert main(["attendance", str(training), "--out", str(tmp_path / "a.pdf")]) == 1


def test_an_encrypted_meeting_opens_with_its_passphrase_and_not_with_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, secret = tmp_path / "m.cmc", tmp_path / "secret.txt"
    secret.write_text("a calm passphrase\n", encoding="utf-8")
    assert main(["new", str(file), "--passphrase-file", str(secret)]) == 0
    recovery = next(line.strip() for line in capsys.readouterr().out.splitlines() if line.strip().count("-") == 7)
    monkeypatch.setenv("CMC_DESK_PASSPHRASE", "another passphrase")
    assert main(["journal", str(file)]) == 1
    assert "passphrase" in capsys.readouterr().err
    monkeypatch.setenv("CMC_DESK_PASSPHRASE", recovery)
    assert main(["journal", str(file), "--verify"]) == 0


def test_a_copy_is_made_checked_and_brought_back(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", str(training), "--to", str(tmp_path / "stick")]) == 0
    copy = next((tmp_path / "stick").glob("*.cmc"))
    code = str(found(training, "keisha", capsys)[0]["code"])
    main(["check-in", str(training), code, "--at", "2019-12-05 08:41"])
    assert main(["restore", str(copy), str(training)]) == 0
    assert "aside" in capsys.readouterr().out
    assert main(["check-in", str(training), code, "--at", "2019-12-05 08:50"]) == 0
    assert "08:50:00" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["find"], 2),
        (["nonsense"], 2),
        (["find", "nowhere.cmc", "x"], 1),
        (["new", "meeting.txt", "--training"], 1),
        (["new", "x.cmc", "--training", "--template", "nowhere.toml"], 1),
    ],
)
def test_what_makes_no_sense_has_its_exit_code_and_one_sentence(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == code
    assert capsys.readouterr().err.strip()


def test_a_folder_that_cannot_be_written_is_unavailable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert main(["new", str(tmp_path / "file" / "m.cmc"), "--training"]) == 3
    assert capsys.readouterr().err.strip()


@pytest.mark.parametrize("verb", ["demo", "screens"])
def test_a_folder_that_cannot_be_made_is_one_sentence(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    meeting = [str(tmp_path / "m.cmc")] if verb == "screens" else []
    if meeting:
        main(["new", *meeting, "--training"])
    capsys.readouterr()
    assert main([verb, *meeting, "--out", str(tmp_path / "file" / "out")]) == 3
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert str(tmp_path / "file" / "out") in said[0]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_demo_in_a_folder_that_is_read_only_is_unavailable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.chmod(0o500)
    try:
        assert main(["demo", "--out", str(tmp_path)]) == 3
    finally:
        tmp_path.chmod(0o700)
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_trouble_with_a_file_that_nobody_foresaw_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    main(["new", str(tmp_path / "m.cmc"), "--training"])
    capsys.readouterr()
    assert main(["restore", str(tmp_path / "m.cmc"), str(tmp_path / "file" / "folder" / "new.cmc")]) == 3
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_time_that_is_none_says_how_to_write_it(training: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-in", str(training), "CDK", "--at", "nine"]) == 1
    assert "2019-12-05 08:52" in capsys.readouterr().err


def test_the_demo_walks_through_both_days_and_every_further_one_sets_the_last_aside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The pictures have tests of their own and take most of the time.
    monkeypatch.setattr(shows, "_beside", lambda _out: iter(()))
    monkeypatch.setattr(shows, "_pictures", lambda _desk, _moment, _out: iter(()))
    made = []
    for time in range(3):
        assert main(["demo", "--out", str(tmp_path)]) == 0
        made.append((tmp_path / "demo.cmc").read_bytes())
        capsys.readouterr()
        assert main(["journal", str(tmp_path / "demo.cmc"), "--verify"]) == 0
        assert "whole" in capsys.readouterr().out
        if time == 0:
            # The days have been lived through once, with their papers; what is asked of a further demo is where it is put.
            there = {path.stem for path in usual_papers_folder(tmp_path / "demo.cmc").iterdir()}
            assert {kind.key for kind in paper_kinds()} - there == {CORRIGENDUM_PAPER.key}
            monkeypatch.setattr(shows, "_papers", lambda _desk, _folder: iter(()))
            monkeypatch.setattr(demo_meeting, "walk", _hardly_anything)
    assert (tmp_path / "attendance.xlsx").exists()
    assert {path.read_bytes() for path in tmp_path.glob("*.cmc")} == set(made)


def _hardly_anything(file: Path) -> Iterator[tuple[Moment, Desk]]:
    yield Moment.END, demo_meeting.left_at(file, Moment.LIST)


def test_the_demo_at_a_moment_is_the_file_alone_and_opens_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "--out", str(tmp_path), "--at", "list"]) == 0
    assert [path.name for path in tmp_path.iterdir() if path.stat().st_size] == ["demo.cmc"]
    assert capsys.readouterr().out.split() == [str(tmp_path / "demo.cmc")]
    desk = open_meeting(tmp_path / "demo.cmc", author=DESK_A)
    assert [line.kind for line in desk.read(journal_lines)].count("registration.import") == 1
    desk.close()


def test_every_part_of_the_windows_is_drawn_at_one_moment_of_the_demo() -> None:
    assert sorted(part for moment in Moment for part in shows.parts_at(moment)) == sorted(PARTS)
