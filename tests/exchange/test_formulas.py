"""A formula without its value is an error on its cell, not an empty cell."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from cmc_desk.exchange.formulas import with_marks
from cmc_desk.exchange.tables import read_tables
from cmc_desk.rules.importing import NOT_CALCULATED, RowVerdict
from tests.rules.imported import planned, sentences


def written(path: Path, *rows: tuple[str, ...]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_surname_that_is_a_formula_without_a_value_is_an_error_on_its_cell(tmp_path: Path) -> None:
    path = written(
        tmp_path / "list.xlsx",
        ("Given name", "Family name", "Delegation"),
        ("Ana", '="Sam"&"ple"', "Cuba"),
        ("Ben", "Muster", "Cuba"),
    )
    (table,) = read_tables(path)
    assert table.rows[0][1] == ("Ana", NOT_CALCULATED, "Cuba")
    ana, ben = planned(table).rows
    assert (ana.verdict, ben.verdict) == (RowVerdict.ERROR, RowVerdict.NEW)
    (cell, sentence), *_rest = sentences(ana)
    assert cell == "B2"
    assert "formula without its value" in sentence


def test_a_formula_with_its_value_is_its_value(tmp_path: Path) -> None:
    path = written(tmp_path / "list.xlsx", ("Name", "Country"), ('="Ana "&"Sample"', "Cuba"))
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    saved = sheet.replace(b'<c r="A2">', b'<c r="A2" t="str">').replace(b"<v></v>", b"<v>Ana Sample</v>")
    saved = saved.replace(b"<v />", b"<v>Ana Sample</v>").replace(b"<v/>", b"<v>Ana Sample</v>")
    assert saved != sheet
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, part in {**parts, "xl/worksheets/sheet1.xml": saved}.items():
            package.writestr(name, part)
    path.write_bytes(content.getvalue())
    (table,) = read_tables(path)
    assert table.rows[0][1] == ("Ana Sample", "Cuba")


@pytest.mark.parametrize(
    ("cell", "marked"),
    [
        (b'<c r="A1"><f>B1</f></c>', True),
        (b'<c r="A1" s="3" t="n"><f>B1</f><v/></c>', True),
        (b'<c r="A1"><f t="shared" si="0"/><v></v></c>', True),
        (b'<c r="A1" t="str"><f>B1</f><v></v></c>', False),
        (b'<c r="A1"><f>B1</f><v>7</v></c>', False),
        (b'<c r="A1"/>', False),
        (b'<c r="A1"><v>7</v></c><cols/><f>B1</f></c>', False),
    ],
)
def test_only_a_formula_without_a_value_is_marked(cell: bytes, marked: bool) -> None:  # noqa: FBT001 - a row of the table above
    found = with_marks(b"<row>" + cell + b"</row>")
    assert (NOT_CALCULATED.encode() in found) == marked
    if marked:
        assert found.count(b" t=") == 1
    else:
        assert found == b"<row>" + cell + b"</row>"


@pytest.mark.parametrize("piece", [b"<c ", b"<c><f>", b'<c r="A1"><f>B1</f>', b"<c> ", b"<f></f><v> "])
def test_a_sheet_that_wishes_us_ill_is_looked_at_in_one_go(piece: bytes) -> None:
    hostile = piece * 20_000 + b" " * 2_000_000
    assert with_marks(hostile) == hostile
    assert with_marks(b"<c><f>1</f>" + b" " * 2_000_000).endswith(b" ")
