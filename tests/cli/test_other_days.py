"""A real meeting on a day that is none of it: nothing of its clock is recorded but what is told, and no figure is absurd."""

import re
from pathlib import Path

import pytest

from cmc_desk.cli import main
from cmc_desk.desk import floor as desk_floor
from tests.desk.floor_hands import inscribe, open_list
from tests.meetings import PASSPHRASE, local, open_desk


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a real meeting of 2019 that is opened today, with a list on which Jamaica waits."""
    monkeypatch.setenv("CMC_DESK_PASSPHRASE", PASSPHRASE)
    desk = open_desk(tmp_path, passphrase=PASSPHRASE)
    open_list(desk, "JM")
    desk.close()
    return str(desk.store.path)


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    capsys.readouterr()
    assert main(list(words)) == code, capsys.readouterr().err
    told = capsys.readouterr()
    return told.out + told.err


@pytest.mark.parametrize(
    "words", [("agenda", "start", "opening"), ("agenda", "next"), ("floor", "next"), ("floor", "call", "JM")]
)
def test_what_is_not_told_for_a_time_of_the_meeting_is_refused(
    file: str, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    verb, *act = words
    told = said(capsys, verb, file, *act, code=1)
    assert "is no day of the meeting (2019-12-05, 2019-12-06)" in told
    assert "--at “2019-12-05 09:06”" in told
    assert "is no day of the meeting" in said(capsys, verb, file, *act, "--at", "2019-12-09 9:06", code=1)


def test_what_is_told_is_recorded_and_shown_as_it_stood_then(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "agenda", file, "start", "opening", "--at", "2019-12-05 9:06")
    assert told.startswith("2019-12-05 09:06:00  “Opening” began.")
    assert "Opening: 45:00 left, 6 min behind" in told
    assert "This is how it stood at 2019-12-05 09:06" in told
    told = said(capsys, "agenda", file, "next", "--at", "2019-12-05 9:01", code=1)
    assert "recorded at 2019-12-05 09:06:00" in told
    words = ("correct", "opening", "start", "--at", "2019-12-05 9:07", "--reason", "Late")
    assert "44:00 left" not in said(capsys, "agenda", file, *words)
    assert "is no day of the meeting" in said(
        capsys, "agenda", file, "correct", "start", "--at", "2019-12-09 9:07", "--reason", "Late", code=1
    )
    assert "“Opening” ended. “Coffee” began." in said(capsys, "agenda", file, "next", "--at", "2019-12-05 9:50")
    assert not re.search(r"\d{3,}", said(capsys, "agenda", file).split("ends ")[-1].replace("2019", ""))


def test_a_speech_that_nobody_ended_has_not_gone_on_for_years(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "floor", file, "start", "JM", "--at", "2019-12-05 12:05") == "Jamaica has the floor.\n"
    assert "Jamaica · Speaking · 3:00 left" in said(capsys, "floor", file)
    assert "   1     0:00  Jamaica · Speaking · 12:05:00" in said(capsys, "floor", file, "record")
    assert "after 2:30" in said(capsys, "floor", file, "end", "--at", "2019-12-05 12:07:30")
    assert "2:30  Jamaica · 2019-12-05 12:05:00 – 12:07:30" in said(capsys, "floor", file, "record")


def test_a_delegation_withdraws_and_an_item_is_skipped_on_any_day(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Withdrawn" in said(capsys, "floor", file, "withdraw", "JM")
    assert "skipped" in said(capsys, "agenda", file, "skip", "coffee")
    assert "planned again" in said(capsys, "agenda", file, "reopen", "coffee")


def test_in_the_night_after_a_day_the_meeting_goes_on(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, now=local(1, 23, 59))
    open_list(desk)
    desk.do(desk_floor.start_speech, entry=inscribe(desk, "AW"))
    desk.close()
