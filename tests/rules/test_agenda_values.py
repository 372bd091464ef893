"""The cells of somebody's agenda."""

from datetime import date, timedelta

import pytest

from cmc_desk.rules.agenda_columns import columns_of, heading_row, is_of_ontime
from cmc_desk.rules.agenda_lines import Why
from cmc_desk.rules.agenda_plan import EndKind
from cmc_desk.rules.agenda_values import (
    Cell,
    are_minutes,
    line_of,
    parse_day,
    plain_words,
    read_clock,
    read_length,
    stamp_day,
    truth,
)
from cmc_desk.rules.refusal import Refusal


def test_the_first_of_two_columns_that_are_the_same_counts() -> None:
    assert columns_of(["Title", "", "Item", "Duration"]) == {"title": 0, "length": 3}


def test_headings_are_a_title_and_a_time() -> None:
    assert heading_row([["Title", "Name"], ["Time Start", "Title"]]) == 1
    assert heading_row([["Name"], ["Title"]]) is None
    assert is_of_ontime(["title", "timer"])
    assert not is_of_ontime(["title", "starts"])


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("1899-12-30 00:45", 45),
        ("1899-12-30T01:30:00.000Z", 90),
        ("0.03125", 45),
        (".5", 720),
        ("45", 45),
        ("1:30", 90),
    ],
)
def test_a_length_is_understood_however_it_is_held(text: str, length: int) -> None:
    assert read_length(text) == timedelta(minutes=length)


@pytest.mark.parametrize("text", ["2019-12-05", "25:60", "1500", "5.5"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    if text == "1500":
        assert read_clock(text, minutes=True) == timedelta(hours=15)
        return
    with pytest.raises(Refusal):
        read_clock(text, minutes=False)


def test_numbers_are_minutes_if_one_of_them_can_be_no_hours() -> None:
    assert are_minutes(["540", "570"])
    assert not are_minutes(["540", "930", "9:30", "", "soon"])
    assert read_clock("570", minutes=True) == timedelta(hours=9, minutes=30)


def test_what_a_row_of_ontime_is_follows_from_its_type() -> None:
    row = {"title": Cell("A", "A2"), "starts": Cell(".375", "B2"), "ends": Cell("25:30", "C2")}
    timed = line_of(row, "row 2")
    assert timed is not None
    assert (timed.starts, timed.ends, timed.end_kind) == (timedelta(hours=9), timedelta(hours=25.5), None)
    whys = {"milestone": Why.MILESTONE, "lighting": Why.UNKNOWN, "": None}
    for kind, why in whys.items():
        found = line_of({**row, "timer": Cell(kind, "D2")}, "row 2")
        assert found is not None
        assert found.no_item is why
    skipped = line_of({**row, "skip": Cell("x", "E2"), "count_to_end": Cell("x", "F2")}, "row 2")
    assert skipped is not None
    assert (skipped.no_item, skipped.end_kind) == (Why.SKIPPED, EndKind.FIXED)
    by_length = line_of({**row, "count_to_end": Cell("no", "F2")}, "row 2")
    assert by_length is not None
    assert by_length.end_kind == EndKind.LENGTH


def test_a_day_stands_alone_or_before_its_time() -> None:
    assert parse_day("2019-12-05 00:00") == date(2019, 12, 5)
    assert stamp_day("2019-12-05 09:30") == date(2019, 12, 5)
    assert stamp_day("1899-12-30 09:30") is None
    assert stamp_day("9:30") is None
    with pytest.raises(Refusal, match="no day"):
        stamp_day("2019-13-45 09:30")


def test_yes_is_said_in_many_ways() -> None:
    assert all(truth(text) for text in ("x", "X", "TRUE", "yes", "1", "Sí", "oui", "ja"))
    assert not any(truth(text) for text in ("", "no", "0", "false", "maybe"))


def test_marks_of_html_are_taken_off() -> None:
    assert plain_words("<p>Terms &amp; <b>votes</b></p>") == "Terms & votes"
    assert plain_words("a < b") == "a < b"


def test_a_row_that_says_nothing_is_none() -> None:
    assert line_of({"title": Cell("", "A2"), "starts": Cell("", "B2")}, "row 2") is None
    assert line_of({"title": Cell("Morning", "A2"), "timer": Cell("Group Start", "B2")}, "row 2") is None


def test_a_date_with_a_time_tells_the_day_unless_a_column_does() -> None:
    cells = {"title": Cell("A", "A2"), "starts": Cell("2019-12-05 09:30", "B2")}
    line = line_of(cells, "row 2")
    assert line is not None
    assert line.day == date(2019, 12, 5)
    line = line_of({**cells, "day": Cell("2019-12-06", "C2")}, "row 2")
    assert line is not None
    assert line.day == date(2019, 12, 6)
    line = line_of({**cells, "starts": Cell("2019-13-45 09:30", "B2")}, "row 2")
    assert line is not None
    assert [problem.cell for problem in line.problems] == ["B2"]
