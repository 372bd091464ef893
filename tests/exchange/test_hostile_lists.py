"""Lists that would harm the desk are refused with one sentence, and nothing of them is opened."""

import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cmc_desk.exchange.reader import MAX_CELLS
from cmc_desk.exchange.separated import MAX_BYTES
from cmc_desk.exchange.tables import read_tables
from tests.exchange.hostile import (
    MAIN_TYPE,
    OFFICE,
    OPEN_ROWS,
    bomb,
    lying_package,
    office_parts,
    open_parts,
    package,
    refused,
    sheet_xml,
)
from tests.exchange.lists import workbook_of

LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
CELL = '<row r="{row}"><c r="{cell}" t="inlineStr"><is><t>x</t></is></c></row>'
LINK = f'<Relationship Id="r9" Type="{OFFICE}/{{kind}}" Target="https://example.org/x" TargetMode="External"/>'
OPEN_CELL = "<table:table-cell {more} office:value-type='string'><text:p>x</text:p></table:table-cell>"
OPEN_ROW = f"<table:table-row {{more}}>{OPEN_CELL.format(more='')}</table:table-row>"


OFFICE_CASES: dict[str, tuple[str, Callable[[], dict[str, str | bytes]]]] = {
    "a macro": ("macros", lambda: {**office_parts(), "xl/vbaProject.bin": b"x"}),
    "a macro under another name": (
        "macros",
        lambda: {
            **office_parts(types='<Override PartName="/xl/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>'),
            "xl/a.bin": b"x",
        },
    ),
    "a macro sheet of old": ("macros", lambda: {**office_parts(), "xl/macrosheets/sheet1.xml": "<x/>"}),
    "another workbook": ("other files", lambda: {**office_parts(), "xl/externalLinks/externalLink1.xml": "<x/>"}),
    "a connection": (
        "other files",
        lambda: office_parts(
            types=f'<Override PartName="/xl/connections.xml" ContentType="{MAIN_TYPE}.connections+xml"/>'
        ),
    ),
    "a picture from the network": ("other files", lambda: office_parts(workbook_relations=LINK.format(kind="image"))),
    "an embedded object": ("contains other files", lambda: {**office_parts(), "xl/embeddings/oleObject1.bin": b"x"}),
    "a control": ("contains other files", lambda: {**office_parts(), "xl/activeX/activeX1.xml": "<x/>"}),
    "billion laughs in the sheet": ("entities", lambda: office_parts(sheet_xml(declared=LAUGHS))),
    "billion laughs in a part nobody reads": ("entities", lambda: {**office_parts(), "docProps/core.xml": LAUGHS}),
    "laughs in an encoding that hides them": (
        "entities",
        lambda: {**office_parts(), "docProps/core.xml": LAUGHS.encode("utf-16")},
    ),
    "the claim of a million columns": (
        "far larger",
        lambda: office_parts(sheet_xml(before='<dimension ref="A1:XFD1048576"/>')),
    ),
    "a cell at the end of the world": (
        "XFD1048576",
        lambda: office_parts(sheet_xml(CELL.format(row=1048576, cell="XFD1048576"))),
    ),
    "a cell beyond the end of the world": (
        "far outside",
        lambda: office_parts(sheet_xml(CELL.format(row=99999999999, cell="ZZZZZZZ99999999999"))),
    ),
    "a far row without references": (
        "far larger",
        lambda: office_parts(sheet_xml(CELL.format(row=1, cell="A1") + '<row r="1048576"><c><v>1</v></c></row>')),
    ),
    "201 columns": (
        "far larger",
        lambda: office_parts(sheet_xml(CELL.format(row=1, cell="A1") + CELL.format(row=2, cell="GT2"))),
    ),
    "broken XML": ("damaged", lambda: office_parts("<worksheet><sheetData><row")),
    "a letter in Word": ("not a workbook", lambda: {"word/document.xml": "<x/>", "[Content_Types].xml": "<x/>"}),
    "a binary workbook": ("(.xlsb)", lambda: {"xl/workbook.bin": b"x", "[Content_Types].xml": "<x/>"}),
}
OPEN_CASES: dict[str, tuple[str, Callable[[], dict[str, str | bytes]]]] = {
    "a macro": ("macros", lambda: {**open_parts(), "Basic/script-lc.xml": "<x/>"}),
    "an embedded object": (
        "contains other files",
        lambda: open_parts(manifest='<manifest:file-entry manifest:media-type="application/vnd.sun.star.oleobject"/>'),
    ),
    "another workbook": (
        "other files",
        lambda: open_parts(f'<table:table-source xlink:href="file:///etc/hosts"/>{OPEN_ROWS}'),
    ),
    "a picture from the network": (
        "other files",
        lambda: open_parts(f'{OPEN_ROWS}<draw:image xlink:type="simple" xlink:href="https://example.org/x.png"/>'),
    ),
    "a password": ("password", lambda: open_parts(manifest="<manifest:encryption-data/>")),
    "billion laughs": ("entities", lambda: open_parts(declared=LAUGHS)),
    "one cell 16,384 times": (
        "far larger",
        lambda: open_parts(
            f"<table:table-row>{OPEN_CELL.format(more='table:number-columns-repeated=' + repr('16384'))}</table:table-row>"
        ),
    ),
    "one row a million times": (
        "far larger",
        lambda: open_parts(OPEN_ROW.format(more="table:number-rows-repeated='1000000'")),
    ),
    "a row below a million empty ones": (
        "far larger",
        lambda: open_parts(
            "<table:table-row table:number-rows-repeated='1000000'><table:table-cell/></table:table-row>"
            + OPEN_ROW.format(more="")
        ),
    ),
    "a drawing": (
        "not a workbook",
        lambda: {**open_parts(), "mimetype": "application/vnd.oasis.opendocument.graphics"},
    ),
}


@pytest.mark.parametrize("case", OFFICE_CASES)
def test_an_excel_workbook_is_refused_with(case: str, tmp_path: Path) -> None:
    words, parts = OFFICE_CASES[case]
    assert words in refused(package(tmp_path / "list.xlsx", parts()))


@pytest.mark.parametrize("case", OPEN_CASES)
def test_an_open_document_is_refused_with(case: str, tmp_path: Path) -> None:
    words, parts = OPEN_CASES[case]
    assert words in refused(package(tmp_path / "list.ods", parts()))


def test_the_same_workbooks_without_the_harm_are_read(tmp_path: Path) -> None:
    """Otherwise the tests above would say nothing."""
    mail = LINK.format(kind="hyperlink")
    empty_far_cell = sheet_xml().replace("</sheetData>", '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>')
    endless = (
        "<table:table-row table:number-rows-repeated='1048574'>"
        "<table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
    )
    for path in (
        package(tmp_path / "a.xlsx", office_parts(workbook_relations=mail)),
        package(tmp_path / "b.xlsx", office_parts(empty_far_cell)),
        package(tmp_path / "c.xlsm", office_parts(sheet_xml(before='<dimension ref="A1:B1048576"/>'))),
        package(tmp_path / "d.ods", open_parts(OPEN_ROWS + endless)),
    ):
        assert read_tables(path)[0].rows == ((2, ("Ana Sample", "Cuba")),)


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    assert "far larger" in refused(bomb(tmp_path / "list.xlsx", megabytes=60))
    assert "far larger" in refused(bomb(tmp_path / "small.xlsx", megabytes=20))  # 1,000 times its packed size


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    assert "damaged" in refused(lying_package(tmp_path / "list.xlsx"))


def test_a_directory_of_more_than_a_megabyte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        for number in range(6_000):
            file.writestr(f"xl/{number:0>150}.xml", b"")
    assert "far larger" in refused(path)


def test_two_parts_of_the_same_name_are_refused(tmp_path: Path) -> None:
    path = package(tmp_path / "list.xlsx", office_parts())
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("xl\\worksheets\\sheet1.xml", sheet_xml())
    assert "damaged" in refused(path)


def test_a_part_with_a_password_is_refused(tmp_path: Path) -> None:
    path = package(tmp_path / "list.xlsx", office_parts())
    content = bytearray(path.read_bytes())
    content[content.find(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert "password" in refused(path)


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.98])
def test_a_workbook_that_was_cut_off_is_refused(keep: float, tmp_path: Path) -> None:
    whole = workbook_of(tmp_path / "whole.xlsx", [("Name", "Country"), ("Ana Sample", "Cuba")]).read_bytes()
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(whole[: int(len(whole) * keep)])
    assert "damaged" in refused(cut)


def test_a_workbook_with_a_damaged_byte_is_refused(tmp_path: Path) -> None:
    path = workbook_of(tmp_path / "list.xlsx", [("Name", "Country"), ("Ana Sample", "Cuba")])
    content = bytearray(path.read_bytes())
    content[content.find(b"xl/worksheets/sheet1.xml") + 60] ^= 0xFF
    path.write_bytes(content)
    assert "damaged" in refused(path)


def test_what_only_calls_itself_a_workbook_is_refused(tmp_path: Path) -> None:
    for name in ("page.xlsx", "page.xls", "page.ods"):
        path = tmp_path / name
        path.write_text("<html><table><tr><td>Name</td></tr></table></html>", encoding="utf-8")
        assert "not a workbook" in refused(path)


def test_no_file_at_all_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "folder.csv").mkdir()
    assert refused(tmp_path / "empty.csv") == "“empty.csv” is empty."
    assert "is a folder" in refused(tmp_path / "folder.csv")
    assert "There is no file" in refused(tmp_path / "missing.csv")


def test_a_text_table_larger_than_any_list_is_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    large.write_bytes(b"Name,Country\n" + b"Ana Sample,Cuba\n" * (MAX_BYTES // 16))
    assert refused(large) == "This text table is larger than 10 MB. Save the list of people alone."
    full = tmp_path / "full.csv"
    full.write_bytes((b"a," * 199 + b"a\n") * (MAX_CELLS // 200 + 1))
    assert "1,000,000 filled cells" in refused(full)


MEASURE = """
import json, resource, sys, time
from pathlib import Path
from cmc_desk.exchange.tables import read_tables
from cmc_desk.rules.refusal import Refusal
worst = []
for name in sys.argv[1:]:
    begin = time.perf_counter()
    try:
        read_tables(Path(name))
        worst.append((name, "read", 0.0))
    except Refusal as refusal:
        worst.append((name, refusal.sentence, time.perf_counter() - begin))
# What getrusage says of this process includes the one that started it.
own = int(next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")).split()[1])
memory = max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
print(json.dumps({"refused": worst, "megabytes": memory / 1024}))
"""


@pytest.mark.fault
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="what a process needed is read from /proc")
def test_the_worst_are_refused_within_five_seconds_and_300_megabytes(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    commas = tmp_path / "commas.csv"
    commas.write_bytes(b"," * (MAX_BYTES - 1))
    quotes = tmp_path / "quotes.csv"
    quotes.write_bytes(b'"a\n",' * ((MAX_BYTES - 1) // 5))
    # As large as a text table may be: two hundred columns, nothing but letters of no encoding, and rows of two encodings.
    wide = tmp_path / "wide.csv"
    wide.write_bytes(b"Name,Country" + b",x" * 198 + (b"\n" + b"ab," * 200) * ((MAX_BYTES - 500) // 601))
    stray = tmp_path / "stray.csv"
    stray.write_bytes(b"\x80" * (MAX_BYTES - 1))
    mixed = tmp_path / "mixed.csv"
    mixed.write_bytes(b"Name,Country\n" + (("é" * 40).encode() + b"\xe9" * 20 + b"\n") * (MAX_BYTES // 102))
    noise = random.Random(1).randbytes(5_000_000).hex()  # noqa: S311 - nothing secret, but hard to pack
    tags = package(
        tmp_path / "tags.xlsx", office_parts("".join(f'<c r="{noise[n : n + 9]}' for n in range(0, 10_000_000, 9)))
    )
    text = "x" * 32_000
    shared = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 20_001))
    repeated = office_parts(sheet_xml(shared))
    repeated["xl/sharedStrings.xml"] = f"<sst><si><t>{text}</t></si></sst>"
    repeated["xl/_rels/workbook.xml.rels"] = str(repeated["xl/_rels/workbook.xml.rels"]).replace(
        "</Relationships>",
        f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    )
    files = [
        huge,
        commas,
        quotes,
        wide,
        stray,
        mixed,
        tags,
        package(tmp_path / "repeated.xlsx", repeated),
        bomb(tmp_path / "bomb.xlsx", megabytes=80),
        package(tmp_path / "far.xlsx", OFFICE_CASES["a far row without references"][1]()),
        package(tmp_path / "row.ods", OPEN_CASES["one row a million times"][1]()),
    ]
    done = subprocess.run([sys.executable, "-c", MEASURE, *map(str, files)], capture_output=True, check=True, text=True)
    told = json.loads(done.stdout)
    assert {Path(name).name: sentence for name, sentence, _ in told["refused"] if sentence == "read"} == {}
    assert max(seconds for _, _, seconds in told["refused"]) < 5
    assert told["megabytes"] < 300
