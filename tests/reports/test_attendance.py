"""The attendance workbook, read back with two other readers and, for what they hide, from its XML."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from cmc_desk.desk.desk import Desk
from cmc_desk.i18n import texts
from cmc_desk.reports.attendance import csv_files, render, sheets
from cmc_desk.reports.attendance_book import AttendanceBook, ScanLine
from cmc_desk.reports.workbook import clean, harmless
from cmc_desk.rules.people import Sensitivity
from tests.meetings import local
from tests.reports.attendance_case import book, lived_through

EN = texts("en")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The meeting after its first day."""
    made, _ids = lived_through(tmp_path_factory.mktemp("meeting"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def of_desk(desk: Desk) -> AttendanceBook:
    """The book with the columns of the desk."""
    return book(desk)


def test_both_readers_find_the_same_five_sheets(of_desk: AttendanceBook) -> None:
    content = render(of_desk, EN)
    names = ["Summary", "People", "Scan log", "Missing", "About"]
    assert load_workbook(io.BytesIO(content)).sheetnames == names
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names == names


def test_every_status_stands_as_a_word_with_a_real_time_beside_it(of_desk: AttendanceBook) -> None:
    people = {row["family_name"]: row for row in _rows(of_desk, "People")}
    day = {name: (row["day1"], row["day1_arrived"], row["day1_left"]) for name, row in people.items()}
    assert day["Example-Blake"] == ("attended", _clock(8, 41), None)
    assert day["Sample-Cox"] == ("left", _clock(8, 41) + timedelta(seconds=5), _clock(12, 5))
    assert day["Specimen-Valdés"] == ("excused", None, None)
    assert day["Muster-Żółć"] == ("absent", None, None)
    assert day["Example-Blagg"] == (None, None, None), "who was withdrawn is not absent"
    assert people["Example-Blake"]["opening"] == "not taken"
    assert people["Example-Blake"]["day2"] == "not taken"


def test_people_stand_by_delegation_with_the_head_first(of_desk: AttendanceBook) -> None:
    names = [(row["delegation"], row["family_name"]) for row in _rows(of_desk, "People")]
    assert [delegation for delegation, _name in names] == sorted(
        (delegation for delegation, _name in names), key=str.casefold
    )
    assert next(one for one in names if one[0] == "Haiti") == ("Haiti", "Muster-Żółć")


def test_nothing_is_a_formula_and_nothing_is_put_before_a_text(of_desk: AttendanceBook) -> None:
    content = render(of_desk, EN)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if "worksheets/sheet" in name]
        pages = [ElementTree.fromstring(archive.read(name)) for name in names]  # noqa: S314 - a file of our own
    assert len(pages) == 5
    assert not [cell for page in pages for cell in page.iter(f"{_MAIN}f")]
    texts_found = {cell.findtext(f"{_MAIN}is/{_MAIN}t") for page in pages for cell in page.iter(f"{_MAIN}c")}
    assert {'=HYPERLINK("http://example.org","here")', "+SUM(A1:A9)", "@Example", "-Example @Muster"} <= texts_found


def test_a_text_like_a_formula_stays_text_when_somebody_edits_the_cell(of_desk: AttendanceBook) -> None:
    page = load_workbook(io.BytesIO(render(of_desk, EN)))["People"]
    cells = [cell for row in page.iter_rows() for cell in row if str(cell.value).startswith(("=", "@"))]
    assert cells
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


def test_telephones_are_as_they_were_given(of_desk: AttendanceBook) -> None:
    content = render(of_desk, EN)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("People").to_python()
    phone = rows[0].index("Phone")
    assert {"+1 876 555 0119", "(868) 555-0109"} <= {row[phone] for row in rows}


def test_every_sheet_has_a_frozen_bold_heading_a_filter_and_print_titles(of_desk: AttendanceBook) -> None:
    for page in load_workbook(io.BytesIO(render(of_desk, EN))):
        assert page.freeze_panes.endswith("2")
        assert all(cell.font.bold for cell in page[1])
        assert page.auto_filter.ref == page.dimensions
        assert page.print_title_rows == "$1:$1"
        assert page.page_setup.orientation == "landscape"
        one_wide = bool(page.sheet_properties.pageSetUpPr.fitToPage)
        assert one_wide is not bool(page.col_breaks.brk)
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0) or not one_wide
        assert of_desk.meeting in page.oddHeader.left.text


def test_an_act_that_counted_for_two_sessions_names_both(of_desk: AttendanceBook) -> None:
    acts = (_act(local(0, 10, 30), "day1-registration context"),)
    assert [row["session"] for row in _rows(replace(of_desk, scans=acts), "Scan log")] == [
        "Day1-registration · Context"
    ]


def test_a_long_name_stands_on_several_lines_and_its_row_is_as_high(of_desk: AttendanceBook) -> None:
    page = load_workbook(io.BytesIO(render(of_desk, EN)))["Summary"]
    cell = next(
        cell for cell in page["C"] if cell.value == "Office of the United Nations High Commissioner for Refugees"
    )
    assert cell.alignment.wrap_text
    assert page.row_dimensions[cell.row].height == 30
    jamaica = next(cell for cell in page["C"] if cell.value == "Jamaica")
    assert page.row_dimensions[jamaica.row].height is None


def test_the_log_holds_refused_and_voided_acts_and_departures_in_the_order_of_time(of_desk: AttendanceBook) -> None:
    log = _rows(of_desk, "Scan log")
    assert [(row["answer"], row["counted"]) for row in log] == [
        ("checked in", "yes"),
        ("checked in", "yes"),
        ("checked in", "voided"),
        ("checked in", "yes"),
        ("already in", "no"),
        ("other meeting", "refused"),
        ("left", "yes"),
    ]
    assert log[2]["voided_at_local"] == _clock(8, 50)
    assert log[0]["at_utc"] - log[0]["at_local"] == timedelta(hours=5)
    assert "America/Jamaica" in sheets(of_desk, EN)[2].columns[0].title


def test_an_hour_that_comes_twice_is_told_apart_by_utc(of_desk: AttendanceBook) -> None:
    first = datetime(2019, 10, 27, 0, 30, tzinfo=UTC)
    acts = tuple(_act(first + timedelta(hours=hours)) for hours in (0, 1))
    log = _rows(replace(of_desk, zone="Europe/Berlin", scans=acts), "Scan log")
    assert [row["at_local"] for row in log] == [datetime(2019, 10, 27, 2, 30, tzinfo=UTC).replace(tzinfo=None)] * 2
    assert [row["at_utc"].hour for row in log] == [0, 1]


def test_missing_names_people_and_whole_delegations_of_the_days_that_were_taken(of_desk: AttendanceBook) -> None:
    found = [(row["day"], row["missing"], row["delegation"], row["person"]) for row in _rows(of_desk, "Missing")]
    day = _clock(0, 0)
    assert found == [
        (day, "delegation", "Haiti", None),
        (day, "person", "Haiti", "Anaïs Muster-Żółć"),
        (day, "person", "Haiti", "José Specimen-Valdés"),
        (day, "person", "Office of the United Nations High Commissioner for Refugees", "Ilse Muster-Croes"),
    ]


def test_the_summary_counts_days_and_says_nothing_of_a_day_that_was_not_taken(of_desk: AttendanceBook) -> None:
    summary = {(row["counted_by"], row["code"]): row for row in _rows(of_desk, "Summary")}
    everybody = summary["everybody", None]
    figures = [everybody[f"day1_{name}"] for name in ("expected", "present", "excused", "missing", "share")]
    assert figures == [6, 3, 1, 2, 0.5]
    assert everybody["day2_expected"] == 6
    assert everybody["day2_present"] is None
    represented = summary["delegations", None]
    assert (represented["day1_expected"], represented["day1_present"]) == (2, 1)
    assert summary["delegation", "JM"]["day1_present"] == summary["category", "host"]["day1_present"] == 3


def test_the_public_list_leaves_out_who_does_not_wish_to_be_listed_but_counts_them(desk: Desk) -> None:
    public = book(desk, Sensitivity.PUBLIC)
    whole = b"".join(csv_files(public, EN).values()).decode()
    assert "HYPERLINK" not in whole
    assert "555" not in whole
    assert "Bilateral" not in whole
    assert public.not_listed == 1
    assert next(row for row in _rows(public, "Summary"))["day1_present"] == 3
    assert "1 person who does not wish to be listed" in whole


def test_only_the_special_columns_hold_dietary_needs(desk: Desk, of_desk: AttendanceBook) -> None:
    assert "dietary" not in {column.name for column in sheets(of_desk, EN)[1].columns}
    special = _rows(book(desk, Sensitivity.SPECIAL), "People")
    assert "Nuts" in {row["dietary"] for row in special}


def test_about_says_where_it_comes_from_and_what_programs_call_each_column(of_desk: AttendanceBook) -> None:
    about = [tuple(row.values()) for row in _rows(of_desk, "About")]
    said = {entry: says for subject, entry, says in about if subject == "This workbook"}
    assert said["Meeting"] == "Sample Consultations on Migration"
    assert said["Made at"] == _clock(18, 0)
    assert said["Made by"] == "T. Sample-Reid · Desk A"
    names = {says for subject, _entry, says in about if "People" in subject}
    assert {"family_name", "day1", "opening_arrived"} <= names


def test_a_broken_journal_is_written_on_the_last_sheet(of_desk: AttendanceBook) -> None:
    rows = [row for row in _rows(replace(of_desk, broken_at=17), "About") if row["entry"] == "WARNING"]
    assert len(rows) == 1
    assert "row 17" in rows[0]["says"]


def test_the_same_book_gives_the_same_cells(of_desk: AttendanceBook) -> None:
    first, second = (load_workbook(io.BytesIO(render(of_desk, EN))) for _turn in range(2))
    assert [list(page.values) for page in first] == [list(page.values) for page in second]


def test_column_names_for_programs_are_unique(of_desk: AttendanceBook) -> None:
    for sheet in sheets(of_desk, EN):
        names = [column.name for column in sheet.columns]
        assert len(names) == len(set(names))


def test_csv_has_a_byte_order_mark_windows_line_ends_and_names_for_programs(of_desk: AttendanceBook) -> None:
    files = csv_files(of_desk, EN)
    assert list(files) == ["summary.csv", "people.csv", "log.csv", "missing.csv", "about.csv"]
    content = files["people.csv"]
    assert content.startswith(b"\xef\xbb\xbffamily_name,given_name,")
    assert content.count(b"\n") == content.count(b"\r\n") == len(of_desk.people) + 1
    rows = {row["family_name"]: row for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))}
    hostile = rows["'-Example @Muster"]
    assert hostile["given_name"].startswith("'=HYPERLINK")
    assert hostile["phone"] == "+1 876 555 0119"
    assert rows["Example-Blake"]["day1_arrived"] == "2019-12-05 08:41:00"


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(1)", "\t=1", "\rx", "\nx", "+cmd|' /C calc'!A0", "-A1", "-", "+1 876x+A1"]
)
def test_a_csv_cell_that_could_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("text", ["+1 (868) 555-0119", "+597 555 0100 ext. 12", "-12.5", "+3", "O'Brien", "", "Żółć"])
def test_numbers_and_telephones_are_left_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_control_characters_are_taken_out_and_line_breaks_become_spaces() -> None:
    assert clean("Anaïs\u00a0M.\x00\x1b\ud800\n\r\tline") == "Anaïs\u00a0M. line"


def test_an_ampersand_in_the_title_is_no_code_of_the_page_head(of_desk: AttendanceBook) -> None:
    book_ = load_workbook(io.BytesIO(render(replace(of_desk, meeting="Land & Dwelling &D"), EN)))
    assert book_["People"].oddHeader.left.text == "Land && Dwelling &&D"


def _rows(of: AttendanceBook, title: str) -> list[dict[str, Any]]:
    """Return the rows of a sheet as a spreadsheet program holds them, by the names for programs."""
    page = load_workbook(io.BytesIO(render(of, EN)))[title]
    sheet = next(sheet for sheet in sheets(of, EN) if sheet.title == title)
    names = [column.name for column in sheet.columns]
    return [dict(zip(names, row, strict=True)) for row in page.iter_rows(min_row=2, values_only=True)]


def _clock(hour: int, minute: int) -> datetime:
    """Return a time of the first day as a spreadsheet holds it, without its zone."""
    return local(0, hour, minute).replace(tzinfo=None)


def _act(at: datetime, session: str = "opening") -> ScanLine:
    return ScanLine(at, "Desk A", "T. Sample-Reid", "checked in", "scan", session, "", "", "", "", None)
