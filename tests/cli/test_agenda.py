"""The agenda on the command line: shown as it stands, run, corrected, written and read."""

import json
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.cli import main
from cmc_desk.clock import ManualClock
from cmc_desk.desk import agenda_plan
from cmc_desk.desk.command import Author
from cmc_desk.desk.demo_moments import Moment
from cmc_desk.desk.opening import open_meeting
from cmc_desk.rules.meeting import ItemKind, Role
from tests.desk.demo_days import left_at
from tests.desk.running import at, new
from tests.meetings import DAYS, DESK_A

NOW = "2019-12-05 12:38:11"


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """The demo in the middle of the national priorities."""
    file = tmp_path / "demo.cmc"
    left_at(Moment.PRIORITIES, file).close()
    return file


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A training meeting of which nothing has begun; its clock stands at half past eight."""
    file = tmp_path / "t.cmc"
    assert main(["new", str(file), "--training"]) == 0
    return file


def shown(file: Path, capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    assert main(["agenda", str(file), *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def line(found: Any, key: str) -> Any:
    return next(one for one in found["lines"] if one["key"] == key)


def refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(words) == 1
    return capsys.readouterr().err


def test_planned_expected_and_actual_times_slack_and_the_end_of_the_day_are_told(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["agenda", str(demo), "--at", NOW]) == 0
    lines = capsys.readouterr().out.splitlines()
    opening = next(one for one in lines if "Opening Remarks" in one)
    assert opening.split()[:5] == ["done", "09:00–09:45", "09:06–09:50", "+6", "min"]
    running = next(one for one in lines if one.split()[:1] == ["running"])
    assert "12:00–13:00  12:04–13:00  12:04–" in running
    assert "21:49 left · 4 min cut" in running
    assert any("Lunch · slack −4 min" in one for one in lines)
    assert "  ends 17:45, planned 17:45: on plan" in lines
    assert lines[-1].startswith("Presentation of national priorities and CMC expectations: 21:49 left, 4 min behind")
    assert lines[-1].endswith("next Lunch · Lunch at 13:00, slack −4 min")


def test_a_program_gets_the_same_as_json(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = shown(demo, capsys, "--at", NOW)
    assert found["now"] == "2019-12-05T12:38:11-05:00"
    assert line(found, "priorities")["left"] == 21 * 60 + 49
    assert line(found, "opening")["started"] == "2019-12-05T09:06:00-05:00"
    assert line(found, "day1-lunch")["slack"] == -240
    assert line(found, "priorities")["cut"] == 240
    assert found["days"][0]["behind"] == 0
    assert found["standings"][0]["running"] == "priorities"


def test_the_day_can_be_looked_back_at(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = shown(demo, capsys, "--at", "9:20")
    assert line(found, "opening")["state"] == "running"
    assert line(found, "context")["state"] == "planned"
    assert line(found, "context")["started"] is None


def test_what_is_late_skipped_or_over_time_is_said(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["skip", "photo"], ["start", "opening", "--at", "8:30"]):
        assert main(["agenda", str(fresh), *words]) == 0
    capsys.readouterr()
    assert main(["agenda", str(fresh), "--at", "2019-12-05 13:20"]) == 0
    lines = capsys.readouterr().out.splitlines()
    opening = next(one for one in lines if "Opening Remarks" in one)
    assert "−30 min" in opening
    assert "4:05:00 over" in opening
    assert any(one.startswith("  skipped") and "Coffee break and official" in one for one in lines)
    assert any("behind" in one for one in lines)


def test_the_big_key_and_the_acts_by_name(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(fresh, capsys, "next") == {"ended": "", "started": "day1-registration"}
    assert shown(fresh, capsys, "start", "opening", "remarks")["ended"] == "day1-registration"
    for words in (["pause"], ["resume"], ["add", "5"], ["add", "opening", "-1"], ["end"], ["reopen"]):
        assert main(["agenda", str(fresh), *words, "--reason", "So it was"]) == 0, words
    assert shown(fresh, capsys)["standings"][0]["running"] == "opening"
    capsys.readouterr()
    assert main(["agenda", str(fresh), "next"]) == 0
    assert "Coffee break and official group photo: 30:00 left" in capsys.readouterr().out


def test_whoever_practises_tells_the_time_as_on_the_floor(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agenda", str(fresh), "start", "opening", "--at", "9:06"]) == 0
    assert line(shown(fresh, capsys), "opening")["started"] == "2019-12-05T09:06:00-05:00"
    words = ["correct", "opening", "start", "--at", "9:30", "--reason", "Late"]
    assert "not come yet" in refused(["agenda", str(fresh), *words], capsys)


def test_every_act_says_what_it_did(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def said(*words: str) -> str:
        capsys.readouterr()
        assert main(["agenda", str(fresh), *words]) == 0
        return capsys.readouterr().out.splitlines()[0]

    assert said("start", "opening", "--at", "9:06") == "09:06:00  “Opening Remarks” began."
    assert said("pause", "--at", "9:10") == "09:10:00  “Opening Remarks” is paused."
    assert said("resume", "--at", "9:12") == "09:12:00  “Opening Remarks” goes on."
    assert said("add", "5", "opening") == "“Opening Remarks” has 5:00 more."
    assert said("add", "opening", "-1") == "“Opening Remarks” has 1:00 less."
    assert said("next", "--at", "9:50").startswith("09:50:00  “Opening Remarks” ended. “Coffee break")
    assert said("reopen", "opening", "--at", "9:52").endswith("group photo” ended. “Opening Remarks” goes on.")
    assert said("end", "--at", "9:55") == "09:55:00  “Opening Remarks” ended."
    assert said("skip", "context") == "“Regional context and CMC background” is skipped."
    assert said("reopen", "context") == "“Regional context and CMC background” is planned again."
    words = ("correct", "opening", "end", "--at", "2019-12-05 9:54:30", "--reason", "Late")
    assert said(*words) == "“Opening Remarks”, end: it was at 09:54:30."


def test_what_was_passed_over_is_said_and_not_begun(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agenda", str(fresh), "start", "opening"]) == 0
    told = capsys.readouterr().out.splitlines()[-1]
    assert told.endswith("passed over: Arrival and registration of participants (begin it by name, or skip it)")
    assert shown(fresh, capsys, "next")["started"] == "photo"
    assert line(shown(fresh, capsys), "day1-registration")["expected_starts"] is None


def test_what_was_skipped_stands_in_nobodys_way(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = open_meeting(fresh, author=DESK_A)
    silence = new(desk, 12, 30, 10, "Minute of silence")
    desk.close()
    assert main(["agenda", str(fresh), "skip", silence]) == 0
    capsys.readouterr()
    assert main(["agenda", str(fresh), "skip", "priorities"]) == 0
    assert main(["agenda", str(fresh)]) == 0
    assert "begins before" not in capsys.readouterr().out


def test_lines_of_one_room_that_overlap_are_told(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = open_meeting(fresh, author=DESK_A)
    new(desk, 12, 30, 10, "Minute of silence")
    desk.close()
    capsys.readouterr()
    main(["agenda", str(fresh)])
    assert "begins before “Presentation of national priorities" in capsys.readouterr().out


def test_what_was_recorded_wrongly_is_corrected_with_a_reason(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agenda", str(fresh), "next"]) == 0
    assert "Say why" in refused(["agenda", str(fresh), "correct", "start", "--at", "8:21"], capsys)
    words = ["correct", "day1-registration", "start", "--at", "8:21", "--reason", "The doors were open"]
    assert len(shown(fresh, capsys, *words)) == 1
    assert line(shown(fresh, capsys), "day1-registration")["started"] == "2019-12-05T08:21:00-05:00"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["dance"], "nothing that the agenda does"),
        (["next", "opening"], "one word too many"),
        (["start"], "Which item"),
        (["start", "polka"], "No item has the key"),
        (["start", "discussion"], "may be any of"),
        (["pause"], "Nothing is running"),
        (["reopen"], "Nothing is over"),
        (["add"], "Say how much"),
        (["add", "opening", "soon"], "no length of time"),
        (["add", "soon"], "no length of time"),
        (["add", "5", "--at", "9:00"], "no time of its own"),
        (["skip", "opening", "--at", "9:00"], "no time of its own"),
        (["start", "opening", "--at", "2026-10-01 9:00"], "2026-10-01 is no day of the meeting"),
        (["correct", "opening", "--at", "8:21"], "Say what was recorded wrongly"),
        (["correct", "opening", "start"], "Say what was recorded wrongly"),
        (["correct", "opening", "start", "--at", "8:21"], "Nothing of the kind was recorded"),
        (["correct", "opening", "start", "--at", "23:00", "--reason", "Late"], "Nothing of the kind was recorded"),
        (["start", "opening", "--at", "some day"], "is no time of the meeting"),
        (["next", "--track", "attic"], "No room is called “attic”"),
        (["import"], "Which file"),
        (["next", "--out", "x.csv"], "one word too many"),
        (["--out", "x.doc"], "not written as"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(
    fresh: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert sentence in refused(["agenda", str(fresh), *words], capsys)


def test_an_option_that_there_is_not_is_a_slip(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agenda", str(fresh), "--jsn"]) == 2
    assert "--jsn" in capsys.readouterr().err


def test_the_lunch_of_the_present_day_is_meant(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(demo, capsys, "start", "lunch") == {"ended": "priorities", "started": "day1-lunch"}


def test_a_room_beside_the_plenary_runs_for_itself(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    author = Author("P. Sample-Lowe", Role.CHAIR, "Chair")
    desk = open_meeting(fresh, author=author, clock=ManualClock(at(8, 20)))
    room = desk.do(agenda_plan.put_track, id="", name="Working group A")
    group = desk.do(
        agenda_plan.put_line,
        id="",
        day=DAYS[0],
        starts=at(8, 30),
        ends=at(9, 30),
        title="The group",
        kind=ItemKind.DISCUSSION,
        track=room,
    )
    desk.close()
    assert shown(fresh, capsys, "next", "--track", "working group a")["started"] == group
    assert shown(fresh, capsys, "next", "--track", "plenary")["started"] == "day1-registration"
    capsys.readouterr()
    assert main(["agenda", str(fresh)]) == 0
    out = capsys.readouterr().out
    assert "The group · Working group A" in out
    assert out.splitlines()[-1].startswith("Working group A: The group: ")


def test_the_agenda_is_written_for_others_and_read_again(
    fresh: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "plan.xlsx"
    assert main(["agenda", str(fresh), "--out", str(book)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(book)
    assert shown(fresh, capsys, "--out", str(tmp_path / "plan.ics"))["items"] == 27
    assert main(["agenda", "import", str(fresh), str(book)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert "    27  Same" in told
    assert told[-1] == "Nothing to import."


def test_new_lines_are_imported_and_what_is_not_taken_is_told(
    fresh: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "plan.csv"
    table.write_text("Title,Start,Duration\nFilm about the journey,18:00,15\nPanel,,long\n", encoding="utf-8")
    before = shown(fresh, capsys)
    assert main(["agenda", str(fresh), "import", str(table), "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert "     1  New" in told
    assert "Panel: " in told
    assert "Nothing was written (dry run)." in told
    assert len(shown(fresh, capsys)["lines"]) == len(before["lines"])
    assert main(["agenda", "import", str(fresh), str(table)]) == 0
    assert "Imported 1 item." in capsys.readouterr().out
    assert [one["title"] for one in shown(fresh, capsys)["lines"]].count("Film about the journey") == 1
    assert shown(fresh, capsys, "import", str(table))["imported"] is None


def test_a_file_of_problems_only_is_no_success(fresh: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "plan.csv"
    table.write_text("Title,Start,Duration\nPanel,,long\nFilm,25:77,15\n", encoding="utf-8")
    for more in (["--json"], ["--dry-run"], []):
        capsys.readouterr()
        assert main(["agenda", "import", str(fresh), str(table), *more]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "Nothing to import."


def test_what_the_file_no_longer_has_stays_and_is_told(
    fresh: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "plan.csv"
    assert main(["agenda", str(fresh), "--out", str(table)]) == 0
    lines = table.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    table.write_text("".join(one for one in lines if "Opening Remarks" not in one), encoding="utf-8")
    capsys.readouterr()
    assert main(["agenda", "import", str(fresh), str(table)]) == 0
    told = capsys.readouterr().out
    assert "     1  Not in the file: they stay" in told
    assert "not in the file: 2019-12-05 09:00 Opening Remarks" in told
    assert line(shown(fresh, capsys), "opening")["state"] == "planned"
