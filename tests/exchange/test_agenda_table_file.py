"""Agendas in tables of others are read with all the liberties that people and programs take."""

import datetime
from collections.abc import Sequence
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from cmc_desk.exchange.agenda_file import read_agenda_file
from cmc_desk.exchange.agenda_table_file import read_agenda_table
from cmc_desk.exchange.meeting_agenda import Known
from cmc_desk.exchange.tables import READABLE
from cmc_desk.rules.agenda_lines import READABLE_AGENDAS, FileLine, Why
from cmc_desk.rules.meeting import SpeakerPlan
from cmc_desk.rules.refusal import Refusal
from tests.meetings import ZONE

HEADINGS = ("Time Start", "Time End", "Title", "Timer Type", "Link Start", "Skip", "Cue")


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


def book(path: Path, *rows: Sequence[object], name: str = "event schedule", column: int = 1) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = name
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row, column):
            sheet.cell(number, place).value = value
    workbook.save(path)
    return path


def lines(path: Path) -> tuple[FileLine, ...]:
    return tuple(line for part in read_agenda_table(path).parts for line in part.lines)


def test_the_headings_may_stand_in_any_row_and_column_and_be_written_in_any_way(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        ["Rundown of the hall"],
        [],
        [" TIME  start ", "time end", "TITLE", "Presenter", "Public"],
        [time(9), time(9, 30), "Opening", "A. Example", "x"],
        column=3,
    )
    (line,) = lines(path)
    assert line == FileLine(
        where="row 4",
        title="Opening",
        starts=hours(9),
        ends=hours(9.5),
        speakers=(SpeakerPlan("A. Example"),),
    )


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        (time(9, 30), hours(9.5)),
        (time(9, 30, 15), timedelta(hours=9, minutes=30, seconds=15)),
        (datetime.datetime(1899, 12, 30, 9, 30), hours(9.5)),  # noqa: DTZ001 - as a spreadsheet has it
        ("1899-12-30T09:30:00.000Z", hours(9.5)),
        ("9:30 am", hours(9.5)),
        ("9.30", hours(9.5)),
        ("09h30", hours(9.5)),
        (930, hours(9.5)),
        (0.395833333333333, hours(9.5)),
        (10, hours(10)),
        ("25:30", hours(25.5)),
        ("2019-12-05 09:30", hours(9.5)),
    ],
)
def test_a_beginning_is_understood_however_it_is_held(tmp_path: Path, cell: object, meant: timedelta) -> None:
    (line,) = lines(book(tmp_path / "a.xlsx", ["Title", "Start", "Duration"], ["Opening", cell, 30]))
    assert (line.starts, line.length, line.problems) == (meant, timedelta(minutes=30), ())


def test_numbers_that_can_be_no_hours_are_minutes_after_midnight_in_a_sheet_of_ontime(tmp_path: Path) -> None:
    rows = (HEADINGS, [540, 570, "Opening", "", "", "", 1], [570, 660, "Context", "", "", "", 2])
    assert [(line.starts, line.ends) for line in lines(book(tmp_path / "a.xlsx", *rows))] == [
        (hours(9), hours(9.5)),
        (hours(9.5), hours(11)),
    ]
    people = (["Time Start", "Time End", "Title"], [540, 570, "Opening"])
    (line,) = lines(book(tmp_path / "b.xlsx", *people))
    assert line.starts == timedelta(hours=5, minutes=40)
    assert [problem.cell for problem in line.problems] == ["B2"]


def test_a_cell_that_cannot_be_read_is_told_with_its_name(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx", ["Title", "Start", "Duration", "Day"], ["Opening", "noon", "soon", "Thursday"], column=2
    )
    (line,) = lines(path)
    assert [(problem.cell, problem.sentence.split(":")[0]) for problem in line.problems] == [
        ("E2", "This is no day"),
        ("C2", "This is no time of day"),
        ("D2", "This is no length of time"),
    ]


def test_what_holds_others_together_is_passed_over_and_what_is_no_item_says_why(tmp_path: Path) -> None:
    kinds = [
        "group",
        "group-start",
        "count-down",
        "",
        "event",
        "clock",
        "group-end",
        "milestone",
        "lighting",
        "Skip-Import",
    ]
    rows = [[time(9), time(10), f"Item {number}", kind] for number, kind in enumerate(kinds)]
    rows.append([time(9), time(10), "Skipped", "", "", "x"])
    found = lines(book(tmp_path / "a.xlsx", HEADINGS, *rows))
    assert [(line.title, line.no_item) for line in found] == [
        ("Item 2", None),
        ("Item 3", None),
        ("Item 4", None),
        ("Item 5", None),
        ("Item 7", Why.MILESTONE),
        ("Item 8", Why.UNKNOWN),
        ("Skipped", Why.SKIPPED),
    ]


def test_ticks_are_understood(tmp_path: Path) -> None:
    ticks = {"x": True, True: True, "TRUE": True, "": False, "no": False}
    rows = [[time(9), time(10), "Opening", "", cell] for cell in ticks]
    found = lines(book(tmp_path / "a.xlsx", HEADINGS, *rows))
    assert [line.linked for line in found] == list(ticks.values())


def test_the_table_of_openslides_is_read(tmp_path: Path) -> None:
    path = tmp_path / "agenda.csv"
    path.write_text(
        'Title,Text,Duration\n"Budget","<p>With <b>figures</b> &amp; votes</p>",45\nElections,,90\n', "utf-8"
    )
    assert lines(path) == (
        FileLine(where="row 2", title="Budget", length=timedelta(minutes=45), remark="With figures & votes"),
        FileLine(where="row 3", title="Elections", length=timedelta(minutes=90)),
    )


def test_a_table_with_semicolons_in_another_language_is_read(tmp_path: Path) -> None:
    path = tmp_path / "agenda.csv"
    path.write_bytes("Título;Inicio;Duración;Sala\nApertura;9h;1h30;Sala A\n".encode("cp1252"))
    (line,) = lines(path)
    assert (line.title, line.starts, line.length, line.track) == ("Apertura", hours(9), hours(1.5), "Sala A")


def test_each_sheet_is_a_part_and_tells_its_day(tmp_path: Path) -> None:
    workbook = Workbook()
    for name, rows in (
        ("event schedule 2019-12-05", [HEADINGS, [time(9), time(10), "Opening"]]),
        ("2019-13-45", [HEADINGS, [time(9), time(10), "Summary"]]),
        ("Notes", [["Nothing of it"], ["Title"]]),
        ("Empty", [HEADINGS]),
    ):
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    hidden = workbook.create_sheet("Hidden")
    hidden.append(list(HEADINGS))
    hidden.append([time(9), time(10), "Old"])
    hidden.sheet_state = "hidden"
    workbook.remove(workbook.active)
    workbook.save(tmp_path / "a.xlsx")
    parts = read_agenda_table(tmp_path / "a.xlsx").parts
    assert [(part.name, part.day, [line.where for line in part.lines]) for part in parts] == [
        ("event schedule 2019-12-05", date(2019, 12, 5), ["event schedule 2019-12-05, row 2"]),
        ("2019-13-45", None, ["2019-13-45, row 2"]),
    ]


def test_headings_that_are_repeated_and_cells_beside_are_passed_over(tmp_path: Path) -> None:
    rows = (
        ["Title", "Start", "End"],
        ["Opening", "9", "10"],
        ["Title", "Start", "End"],
        ["Context", "10", "11", "a note"],
    )
    assert [line.title for line in lines(book(tmp_path / "a.xlsx", *rows))] == ["Opening", "Context"]


def test_a_text_of_a_thousand_letters_is_not_compared_because_it_may_be_cut(tmp_path: Path) -> None:
    (line,) = lines(book(tmp_path / "a.xlsx", ["Title", "Start", "Points"], ["Opening", "9", "Point | " * 200]))
    assert line.points is None


def test_what_has_no_agenda_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no row has the headings Title"):
        read_agenda_table(book(tmp_path / "a.xlsx", ["Name", "Country"], ["A. Example", "Haiti"]))
    with pytest.raises(Refusal, match="nothing below them"):
        read_agenda_table(book(tmp_path / "b.xlsx", ["Title", "Start"]))
    (tmp_path / "c.xlsx").write_bytes(b"no workbook")
    with pytest.raises(Refusal):
        read_agenda_file(tmp_path / "c.xlsx", zone=ZONE, known=Known())


def test_every_form_is_offered() -> None:
    assert set(READABLE_AGENDAS) == {*READABLE, ".json", ".toml"}
