"""The lists that travel agencies send: workbooks, text tables, and what is pasted out of a mail."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from cmc_desk.exchange.agent_sheet import read_agent_sheet, read_agent_text
from cmc_desk.rules.refusal import Refusal, Unavailable

HEADINGS = ["Name", "Locator", "Flight", "From", "To", "Date", "Departure", "Arrival"]


def test_real_dates_and_times_of_a_workbook_are_read(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Travel desk", None, "November"])
    sheet.append([])
    sheet.append(HEADINGS)
    sheet.append(
        [
            "EXAMPLE/KEISHA MS",
            "EXY12Z",
            "BW 415",
            "BGI",
            "KIN",
            date(2019, 12, 4),
            time(14, 35),
            datetime(2019, 12, 4, 16, 10),  # noqa: DTZ001 - on the clocks of an airport
        ]
    )
    sheet.append(HEADINGS)
    sheet.append([None, None, "BW 414", "'-", "BGI", "07DEC", "0915", "1250"])
    book.save(tmp_path / "agency.xlsx")
    found = read_agent_sheet(tmp_path / "agency.xlsx")
    assert (found.source, [row.where for row in found.rows]) == ("agency.xlsx", ["row 4", "row 6"])
    first, second = found.rows
    assert (first.text("day"), first.text("departs"), first.text("arrives")) == (
        "2019-12-04",
        "14:35",
        "2019-12-04 16:10",
    )
    assert (first.name("flight"), second.text("origin"), first.text("fare"), first.name("fare")) == ("C4", "-", "", "")


def test_of_several_sheets_those_with_flights_count_and_say_which(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Only a note"])
    flights = book.create_sheet("Flights")
    flights.append(HEADINGS)
    flights.append(["EXAMPLE/KEISHA MS", "EXY12Z", "BW 415", "BGI", "KIN", "04DEC", "1435", "1610"])
    book.save(tmp_path / "agency.xlsx")
    assert [row.where for row in read_agent_sheet(tmp_path / "agency.xlsx").rows] == ["Flights, row 2"]


def test_a_text_table_is_read(tmp_path: Path) -> None:
    (tmp_path / "agency.csv").write_text(
        "Nom;Vol;De;A;Date\nEXAMPLE/KEISHA;BW 415;BGI;KIN;04/12/2019\n", encoding="utf-8"
    )
    (row,) = read_agent_sheet(tmp_path / "agency.csv").rows
    assert (row.text("name"), row.text("origin"), row.text("destination")) == ("EXAMPLE/KEISHA", "BGI", "KIN")


def test_the_lines_of_a_reservation_system_are_read_from_a_mail_and_from_a_file(tmp_path: Path) -> None:
    text = "  1.EXAMPLE/KEISHA MS\n  2  BW 415 Y 04DEC 3 BGIKIN HK1  1435 1610\n"
    assert read_agent_text(text).source == "pasted text"
    assert [row.text("flight") for row in read_agent_text(text).rows] == ["BW 415"]
    (tmp_path / "booking.txt").write_text(text, encoding="utf-8")
    (row,) = read_agent_sheet(tmp_path / "booking.txt").rows
    assert (row.text("name"), row.text("day")) == ("EXAMPLE/KEISHA MS", "04DEC")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \n ", "Nothing was pasted"),
        ("Dear all,\nthe list follows.\n", "is no list of flights"),
        ("x" * 200_001, "far more than a list of flights"),
        ("Title\tStart\nOpening\t09:00\n", "is no list of flights"),
        ("Dear all,\nBW 415 04DEC BGIKIN\n", "line 2: “BW 415 04DEC BGIKIN” is not understood: a flight reads as"),
    ],
)
def test_what_is_no_list_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        read_agent_text(text)


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "agency.xlsx").write_bytes(b"not a workbook")
    for name in ("agency.xlsx", "missing.xlsx"):
        with pytest.raises((Refusal, Unavailable)):
            read_agent_sheet(tmp_path / name)
