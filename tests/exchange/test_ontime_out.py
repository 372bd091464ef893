"""What the crew of the hall is given: a workbook and a project of Ontime."""

import io
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import python_calamine
from openpyxl import load_workbook

from cmc_desk.exchange.agenda_csv import COLUMNS, agenda_csv
from cmc_desk.exchange.ontime_book import ontime_book
from cmc_desk.exchange.ontime_project import ontime_project
from cmc_desk.rules.agenda_plan import Track
from cmc_desk.rules.published_agenda import programmes
from tests.exchange.published import AGENDA, ITEMS, LONG, MADE

_HEADER = (
    "ID, Flag, Cue, Title, Colour, Time Start, Time End, Duration, Link Start, Count to end, Note, Timer Type, "
    "End Action, Warning Time, Danger Time, Skip"
)
BOOK = ontime_book(AGENDA, made_at=MADE)
PROJECT: dict[str, Any] = json.loads(ontime_project(AGENDA))
MINUTE = 60_000


def sheets() -> dict[str, list[list[Any]]]:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(BOOK))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def column(rows: Sequence[Sequence[Any]], heading: str) -> list[Any]:
    return [row[rows[0].index(heading)] for row in rows[1:]]


def test_the_header_is_that_of_ontime_word_for_word() -> None:
    for rows in sheets().values():
        assert ", ".join(rows[0][:16]) == _HEADER


def test_each_day_and_room_has_a_sheet_and_the_first_has_the_name_that_ontime_looks_for() -> None:
    assert list(sheets()) == ["event schedule", "2019-12-05 Room A the blue one", "event schedule 2019-12-06"]
    assert [len(rows) - 1 for rows in sheets().values()] == [4, 1, 1]


def test_times_are_times_of_the_spreadsheet_and_begin_anew_at_midnight() -> None:
    rows = sheets()["event schedule"]
    assert column(rows, "Time Start") == [time(9), time(9, 45), time(13), time(22, 30)]
    assert column(rows, "Time End") == [time(9, 45), time(13), time(14), time(1, 15)]
    assert column(rows, "Duration")[3] == timedelta(hours=2, minutes=45)


def test_only_what_follows_at_once_is_linked() -> None:
    rows = sheets()["event schedule"]
    assert column(rows, "Link Start") == [False, True, False, False]
    assert column(rows, "Flag") == [True, False, True, True]
    assert column(sheets()["2019-12-05 Room A the blue one"], "Count to end") == [True]


def test_what_begins_like_a_formula_is_text() -> None:
    book = load_workbook(io.BytesIO(BOOK))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if str(cell.value).startswith(("=", "+"))} == {"s"}
    assert [cell for cell in cells if cell.data_type == "f"] == []


def test_our_own_facts_stand_in_columns_behind_those_of_ontime() -> None:
    rows = sheets()["event schedule"]
    assert column(rows, "Day")[0] == "2019-12-05"
    assert column(rows, "Points")[0] == r"Adoption of the agenda | Other matters; anything \| else"
    assert (
        column(rows, "Presenters")[0]
        == r"A. Example-Étienne; Permanent Secretary\; acting; Ministry of Examples | B. Sample; ; IOM; point 2"
    )
    assert column(rows, "List of speakers")[1] == "priorities"


def test_rooms_of_the_same_name_have_sheets_of_their_own() -> None:
    twice = replace(
        AGENDA,
        tracks=(
            Track("room-a", "A room with a name that is far too long"),
            Track("room-b", "A room with a name that is far too wide"),
        ),
        items=(*ITEMS, replace(ITEMS[3], key="other", track="room-b")),
    )
    names = load_workbook(io.BytesIO(ontime_book(twice, made_at=MADE))).sheetnames
    assert names[1:3] == ["2019-12-05 A room with a name t", "2019-12-05 A room with a na (2)"]


def test_an_empty_agenda_is_a_sheet_with_a_header() -> None:
    empty = replace(AGENDA, items=())
    assert load_workbook(io.BytesIO(ontime_book(empty, made_at=MADE))).sheetnames == ["event schedule"]
    assert json.loads(ontime_project(empty))["rundowns"]["default"]["order"] == []


def test_a_project_has_a_rundown_for_each_day_and_one_for_a_further_room() -> None:
    assert list(PROJECT["rundowns"]) == ["2019-12-05", "2019-12-05-room-a", "2019-12-06"]
    for key, rundown in PROJECT["rundowns"].items():
        assert rundown["id"] == key
        assert rundown["order"] == rundown["flatOrder"] == list(rundown["entries"])
    assert PROJECT["rundowns"]["2019-12-05"]["order"] == ["opening", "priorities", "lunch", "dinner"]


def test_an_event_counts_thousandths_since_midnight() -> None:
    dinner = PROJECT["rundowns"]["2019-12-05"]["entries"]["dinner"]
    assert dinner["timeStart"] == (22 * 60 + 30) * MINUTE
    assert dinner["timeEnd"] == 75 * MINUTE
    assert dinner["duration"] == 165 * MINUTE
    assert dinner["gap"] == (8 * 60 + 30) * MINUTE
    assert dinner["dayOffset"] == 0
    assert dinner["type"] == "event"
    assert dinner["timerType"] == "count-down"
    assert not dinner["linkStart"]
    assert dinner["note"] == "+ transport"


def test_a_project_has_all_that_ontime_asks_for() -> None:
    assert PROJECT.keys() >= {
        "rundowns",
        "project",
        "settings",
        "viewSettings",
        "urlPresets",
        "customFields",
        "automation",
    }
    assert PROJECT["project"]["title"] == AGENDA.title
    assert PROJECT["settings"]["timeFormat"] == "24"
    assert PROJECT["customFields"]["List_of_speakers"]["label"] == "List of speakers"
    used = {key for one in PROJECT["rundowns"].values() for entry in one["entries"].values() for key in entry["custom"]}
    assert used <= PROJECT["customFields"].keys()
    assert PROJECT["rundowns"]["2019-12-05"]["entries"]["priorities"]["title"] == LONG.strip()


def test_the_text_table_says_everything_and_begins_with_a_mark() -> None:
    content = agenda_csv(AGENDA)
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = content.decode("utf-8-sig").split("\r\n")
    assert head == ",".join(COLUMNS)
    assert len([row for row in rows if row]) == len(ITEMS)
    assert "dinner,2019-12-05,22:30,01:15,2:45,'=Dinner,closing" in content.decode("utf-8-sig")


def test_programmes_follow_days_and_rooms() -> None:
    assert [(one.day, one.track, len(one.items)) for one in programmes(AGENDA)] == [
        (date(2019, 12, 5), "", 4),
        (date(2019, 12, 5), "room-a", 1),
        (date(2019, 12, 6), "", 1),
    ]
