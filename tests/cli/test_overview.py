"""The overview from the command line: what the page says, as text and for a program."""

import json
from pathlib import Path

import pytest

from cmc_desk.cli import main


def test_the_overview_says_everything_that_the_page_shows(training: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["overview", str(training)]) == 0
    said = capsys.readouterr().out
    for words in ("2019-12-05: 0 of", "Sponsored travel: ", "Agenda of 2019-12-05: ", "To be done today", "Checks: "):
        assert words in said
    assert main(["overview", str(training), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["overview"]["today"] == "2019-12-05"
    assert found["overview"]["drift"]["lines"][1]["key"] == "opening"
    assert [one["kind"] for one in found["checks"]][:2] == ["disk", "place"]
    assert set(found["arrivals"]) == {"2019-12-05", "2019-12-06"}


def test_a_check_is_noted_from_the_command_line_and_what_is_wrong_needs_its_name(
    training: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["overview", str(training), "--looked", "badge-printer", "--wrong", "streaks"]) == 0
    assert "! Badge printer            streaks" in capsys.readouterr().out
    assert main(["overview", str(training), "--looked", "clock"]) == 0
    assert "+ Clock                    good at" in capsys.readouterr().out
    assert main(["overview", str(training), "--wrong", "slow"]) == 1
    assert "--looked" in capsys.readouterr().err
