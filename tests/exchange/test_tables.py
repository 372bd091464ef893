"""Lists are read as a person reads them, whatever program wrote them."""

import csv
import datetime
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook

from cmc_desk.exchange import reader
from cmc_desk.exchange.tables import read_tables
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.exchange.lists import HEADINGS, PEOPLE, SAMPLES, provisional_list, workbook_of

LIST = (
    ("Nom", "Prénom", "Pays", "Remarque"),
    ("Muster-Croës", "Ilse", "Aruba", "arrive\u00a0mardi; très tard"),
    ("d’Ávila-Açaí", "Núria", "Curaçao", "«x, y»"),
    ("Sample\nCox", "Zoë", "Cuba", 'dit "oui"'),
)
READ = (
    (2, ("Muster-Croës", "Ilse", "Aruba", "arrive mardi; très tard")),
    (3, ("d’Ávila-Açaí", "Núria", "Curaçao", "«x, y»")),
    (4, ("Sample Cox", "Zoë", "Cuba", 'dit "oui"')),
)


def written(path: Path, content: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(content.encode(encoding))
    return path


def separated(delimiter: str, *, line_end: str = "\r\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator=line_end).writerows(LIST)
    return text.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_text_table_is_read_in_every_encoding_with_every_separator(
    encoding: str, delimiter: str, tmp_path: Path
) -> None:
    (table,) = read_tables(written(tmp_path / "list.csv", separated(delimiter), encoding))
    assert (table.heading_row, table.headings, table.rows) == (1, LIST[0], READ)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_quoted_cells_may_hold_separators_and_line_ends(line_end: str, tmp_path: Path) -> None:
    text = separated(",", line_end=line_end)
    assert read_tables(written(tmp_path / "list.txt", text))[0].rows == READ


def test_rows_of_two_encodings_in_one_file_are_both_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(
        "Nom;Pays\nŁukasz Müster;Curaçao\nZoë Sample;Haïti\n".encode() + "Anaïs Sample;Cuba\n".encode("cp1252")
    )
    assert [cells[0] for _number, cells in read_tables(path)[0].rows] == ["Łukasz Müster", "Zoë Sample", "Anaïs Sample"]


def test_a_text_table_with_many_commas_in_its_cells_is_still_cut_at_the_semicolons(tmp_path: Path) -> None:
    text = "Name;Country;Position\nSample, Ana, Dr;Cuba;Head, Visas, Ports\nMuster, Jan;Aruba;Adviser, Law, Policy\n"
    (table,) = read_tables(written(tmp_path / "list.csv", text))
    assert table.headings == ("Name", "Country", "Position")
    assert table.rows[1] == (3, ("Muster, Jan", "Aruba", "Adviser, Law, Policy"))


def test_the_hint_of_excel_is_followed_and_not_counted_as_a_row(tmp_path: Path) -> None:
    (table,) = read_tables(written(tmp_path / "list.csv", "sep=|\r\nName|Country\r\nAna, Sample|Cuba\r\n"))
    assert table.rows == ((2, ("Ana, Sample", "Cuba")),)


def test_a_single_column_is_a_table(tmp_path: Path) -> None:
    (table,) = read_tables(written(tmp_path / "list.csv", "Full name\nAna Sample\nJan Muster\n"))
    assert (table.headings, len(table.rows)) == (("Full name",), 2)


def test_empty_rows_are_left_out_and_still_counted(tmp_path: Path) -> None:
    (table,) = read_tables(
        written(tmp_path / "list.csv", "\n\nName,Country\n,\n\nAna Sample,Cuba\n , \nJan Muster,Aruba")
    )
    assert (table.heading_row, [number for number, _cells in table.rows]) == (3, [6, 8])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x00\x01\x02\x03\x04\x05" * 50, "neither a workbook nor a text table"),
        (b"%PDF-1.7\n\x01\x02\x03\x04\x05\x06 stream", "neither a workbook nor a text table"),
        (b"\xff\xfe\x00", "neither a workbook nor a text table"),
        (b"caf\x81", "neither a workbook nor a text table"),
        (b'Name,Country\n"Ana,Cuba\n' + b"Jan,Aruba\n" * 600, "row 2 and is never closed"),
        (b'Name,Country\n"' + b"a" * 140_000, "row 2 and is never closed"),
        (b"Name,Country\n" + b"Ana,Cuba\n" * 20_101, "more than 20000 rows"),
        (b"Name" + b",x" * 200, "or 200 columns"),
        (b"Name,Country\n" + b"a" * 260_000, "or 200 columns"),
        (b",,,\n,,\n", "holds no table"),
        (b"Name,Country\n", "nobody below"),
    ],
)
def test_a_text_that_is_no_list_is_refused(content: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(content)
    with pytest.raises(Refusal, match=words):
        read_tables(tmp_path / "list.csv")


def test_a_list_of_20000_rows_is_read(tmp_path: Path) -> None:
    (table,) = read_tables(written(tmp_path / "list.csv", "Name,Country\n" + "Ana Sample,Cuba\n" * 20_000))
    assert len(table.rows) == 20_000


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_the_table_is_found_below_a_letterhead_and_beside_a_note(ending: str, tmp_path: Path) -> None:
    path = provisional_list(tmp_path / "list.xlsx") if ending == "xlsx" else SAMPLES / f"provisional_list.{ending}"
    table = read_tables(path)[0]
    assert (table.sheet, table.heading_row, table.headings) == ("Liste", 4, HEADINGS)
    assert [number for number, _cells in table.rows] == [6, 7, 8, 9, 10]
    assert table.columns == tuple(range(3, 13))
    assert table.cell(7, table.headings.index("Tel.")) == "J7"
    rows = [cells for _number, cells in table.rows]
    assert [row[1:6] for row in rows] == [tuple(str(cell).strip() for cell in person[1:]) for person in PEOPLE]
    assert [row[7] for row in rows] == [
        "+509 555 0101",
        "8685550119",
        "5355550102",
        "0297 555 0103",
        "+1 809 555 0104",
    ]
    assert {row[9] for row in rows} == {"2019-12-05"}


def test_cells_become_text_as_a_person_reads_them(tmp_path: Path) -> None:
    row = (
        ("Ana Sample", "Ana Sample"),
        (8765550100, "8765550100"),
        (123456789012345, "123456789012345"),
        ("007", "007"),
        (2.5, "2.5"),
        (0.1 + 0.2, "0.3"),
        (True, "yes"),
        (False, "no"),
        (datetime.date(2019, 12, 5), "2019-12-05"),
        (datetime.datetime(2019, 12, 5, 8, 30), "2019-12-05 08:30"),  # noqa: DTZ001 - a spreadsheet knows no zones
        (datetime.time(8, 30), "08:30"),
        (datetime.timedelta(hours=30, minutes=5), "30:05"),
        ("  two \n lines\t", "two lines"),
        ("=not a formula", "=not a formula"),
        ("x" * 1200, "x" * 1001),
        (None, ""),
        ("", ""),
        ("end", "end"),
    )
    workbook = Workbook()
    sheet = workbook.active
    for column, (value, _read) in enumerate(row, 1):
        sheet.cell(1, column, "Name" if column == 1 else "Country" if column == 2 else f"Column {column}")
        cell = sheet.cell(2, column, value)
        if isinstance(value, str):
            cell.data_type = "s"
        if isinstance(value, datetime.timedelta):
            cell.number_format = "[h]:mm:ss"
    workbook.save(tmp_path / "list.xlsx")
    (table,) = read_tables(tmp_path / "list.xlsx")
    assert table.rows == ((2, tuple(read for _value, read in row)),)


def test_what_was_merged_downwards_stands_in_every_row(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    for row in (
        ("Country", "Name"),
        ("Cuba", "Ana Sample"),
        (None, "Jan Sample"),
        (None, None),
        ("Aruba", "Li Muster"),
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A4")
    workbook.save(tmp_path / "list.xlsx")
    rows = read_tables(tmp_path / "list.xlsx")[0].rows
    assert rows == ((2, ("Cuba", "Ana Sample")), (3, ("Cuba", "Jan Sample")), (5, ("Aruba", "Li Muster")))


def test_the_sheet_with_a_list_of_people_comes_first_and_the_others_can_be_chosen(tmp_path: Path) -> None:
    workbook = Workbook()
    budget = workbook.active
    budget.title = "Budget"
    for number in range(30):
        budget.append(("Item", number, "USD"))
    workbook.create_sheet("Empty")
    hidden = workbook.create_sheet("Old list")
    hidden.sheet_state = "hidden"
    for name in ("Name", "Ana Sample", "Jan Sample", "Li Sample"):
        hidden.append((name, "Country" if name == "Name" else "Cuba"))
    people = workbook.create_sheet("People")
    people.append(("Name", "Country"))
    people.append(("Ana Sample", "Cuba"))
    workbook.create_chartsheet("Chart")
    workbook.save(tmp_path / "list.xlsx")
    assert [table.sheet for table in read_tables(tmp_path / "list.xlsx")] == ["People", "Old list", "Budget"]


def test_headings_without_people_are_refused_even_if_another_sheet_explains_them(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active.append(("Name", "Country", "E-mail"))
    workbook.create_sheet("How to").append(("Please write one person in each row",))
    workbook.save(tmp_path / "list.xlsx")
    with pytest.raises(Refusal, match="nobody below"):
        read_tables(tmp_path / "list.xlsx")


def test_the_content_decides_what_a_file_is_and_not_its_name(tmp_path: Path) -> None:
    path = workbook_of(tmp_path / "list.xlsx", [("Name", "Country"), ("Ana Sample", "Cuba")])
    path = path.rename(tmp_path / "list.csv")
    assert read_tables(path)[0].rows == ((2, ("Ana Sample", "Cuba")),)


def test_a_file_that_cannot_be_read_now_may_be_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "list.csv", "Name\nAna Sample\n")

    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Unavailable, match="Close it in other programs"):
        read_tables(path)


@pytest.mark.skipif(not Path(os.devnull).exists(), reason="this system has no devices in its folders")
def test_a_device_is_no_list() -> None:
    with pytest.raises(Refusal, match="is no file"):
        read_tables(Path(os.devnull))


def test_the_child_process_imports_nothing_of_the_program() -> None:
    """Otherwise reading a list would wait for what is imported."""
    code = (
        "import runpy, sys; runpy.run_path(sys.argv[1], run_name='reader');"
        "assert not [name for name in sys.modules if name.startswith('cmc_desk')];"
        "assert 'zipfile' not in sys.modules and 'json' not in sys.modules"
    )
    subprocess.run([sys.executable, "-I", "-S", "-c", code, reader.__file__], check=True)
