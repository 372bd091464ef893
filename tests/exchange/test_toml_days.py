"""A day that is none is told what is wrong with it, in the line where it stands."""

from pathlib import Path

import pytest

from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.exchange.toml_days import problem_in_line, problem_of_day
from cmc_desk.rules.refusal import Refusal


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2019-13-45", "there is no month 13"),
        ("2019-00-05", "there is no month 00"),
        ("2019-02-30", "month 02 of 2019 has 28 days"),
        ("2019-12-00", "month 12 of 2019 has 31 days"),
        ("2019-12-5", "2019-12-05"),
        ("0000-12-05", "there is no year 0"),
        ("5 December", "write it as 2019-12-05"),
    ],
)
def test_what_is_wrong_with_a_day_is_said(text: str, said: str) -> None:
    assert said in problem_of_day(text)


@pytest.mark.parametrize("text", ["2019-12-05", " 2020-02-29 "])
def test_a_day_is_a_day(text: str) -> None:
    assert problem_of_day(text) == ""


def test_a_line_without_a_day_has_nothing_wrong_with_it() -> None:
    assert problem_in_line('title = "2019-13-45"') == ""
    assert problem_in_line("date = 2019-12-05") == ""


@pytest.mark.parametrize("quotes", ["", '"'])
def test_a_meeting_with_such_a_day_names_line_and_day(tmp_path: Path, quotes: str) -> None:
    text = template_path("cmc-2019").read_text(encoding="utf-8")
    assert "date = 2019-12-05" in text
    file = tmp_path / "m.toml"
    file.write_text(text.replace("date = 2019-12-05", f"date = {quotes}2019-13-45{quotes}", 1), encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read_meeting(file)
    line = next(number for number, one in enumerate(file.read_text("utf-8").split("\n"), 1) if "2019-13-45" in one)
    assert f"line {line}" in refused.value.sentence
    assert "there is no month 13" in refused.value.sentence
