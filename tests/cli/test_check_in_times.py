"""A check-in on the command line says when it makes no sense, and its time moves nobody's clock."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from cmc_desk.cli import main
from cmc_desk.db import schema
from cmc_desk.desk import agenda_plan
from cmc_desk.desk.command import Author
from cmc_desk.desk.opening import open_meeting
from cmc_desk.rules.meeting import Role
from tests.desk.running import new
from tests.meetings import local

AUTHOR = Author("T. Sample-Reid", Role.DESK, "Desk A")


@pytest.fixture
def code(training: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    main(["find", str(training), "keisha", "--json"])
    return str(json.loads(capsys.readouterr().out)[0]["code"])


def test_a_check_in_outside_the_days_of_the_meeting_is_refused_and_says_for_which_day_it_would_count(
    training: Path, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check-in", str(training), code, "--at", "2030-01-01 08:00"]) == 1
    said = capsys.readouterr().err
    assert "2030-01-01 is not a day of the meeting (2019-12-05, 2019-12-06)" in said
    assert "would count for 2019-12-06" in said
    assert "--session day2-registration" in said


def test_it_is_refused_for_whatever_runs_too_and_taken_for_a_session_that_is_named(training: Path, code: str) -> None:
    when = ("--at", "2030-01-01 08:00")
    assert main(["check-in", str(training), code, "--session", "running", *when]) == 1
    assert main(["check-in", str(training), code, "--session", "day2-registration", *when]) == 0


def test_the_evening_before_belongs_to_the_meeting(training: Path, code: str) -> None:
    assert main(["check-in", str(training), code, "--at", "2019-12-04 19:00"]) == 0


def test_the_time_of_a_check_in_does_not_move_the_clock_of_a_training_meeting(training: Path, code: str) -> None:
    main(["check-in", str(training), code, "--at", "2030-01-01 08:00", "--session", "day2-registration"])
    main(["check-in", str(training), code, "--at", "2019-12-06 08:40"])
    desk = open_meeting(training, author=AUTHOR)
    assert local(0, 8, 0) <= desk.clock.now() < local(0, 9, 0)
    with desk.store.read() as session:
        told = session.scalars(select(schema.Scan.at).order_by(schema.Scan.at)).all()
        recorded = session.scalars(
            select(schema.JournalRow.at).where(schema.JournalRow.kind == "attendance.check_in")
        ).all()
    desk.close()
    assert [str(at.date()) for at in told] == ["2019-12-06", "2030-01-01"]
    assert {str(at.date()) for at in recorded} == {"2019-12-05"}


def test_a_check_in_for_what_runs_says_which_room_it_counted_for(
    training: Path, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = open_meeting(training, author=AUTHOR)
    for name in ("Group A", "Group B"):
        room = desk.do(agenda_plan.put_track, id="", name=name)
        new(desk, 13, 0, 60, name, track=room, attendance=True)
    desk.close()
    capsys.readouterr()
    assert main(["check-in", str(training), code, "--session", "running", "--at", "2019-12-05 13:10"]) == 0
    said = capsys.readouterr().err
    assert said.startswith("It counts for Group A; Group B runs at the same time: name it with --session ")
