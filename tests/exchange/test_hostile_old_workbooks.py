"""Old workbooks (.xls) that would harm the desk are refused with one sentence, and nothing of them is opened."""

from pathlib import Path

import pytest

from cmc_desk.exchange.tables import read_tables
from tests.exchange.hostile import compound, records, refused
from tests.exchange.lists import SAMPLES

INTERNAL_LINK = (0x01AE, b"\x01\x00\x01\x04")
END = (0x000A, b"")

OLD_CASES: dict[str, tuple[str, dict[str, bytes], tuple[str, ...]]] = {
    "a password on a new workbook": ("password", {"EncryptedPackage": b"x", "EncryptionInfo": b"x"}, ()),
    "a password": ("password", {"Workbook": records((0x0809, b""), (0x002F, b"x"), END)}, ()),
    "a macro": ("macros", {"Workbook": records(END)}, ("_VBA_PROJECT_CUR",)),
    "a macro sheet of old": ("macros", {"Workbook": records((0x0085, b"\0\0\0\0\0\x01\x01A"), END)}, ()),
    "an embedded object": ("contains other files", {"Workbook": records(END)}, ("MBD0018D4CE",)),
    "another workbook": ("other files", {"Workbook": records(INTERNAL_LINK, (0x01AE, b"\x01\x00\x05\x00x"), END)}, ()),
    "no workbook in it": ("not a workbook", {"WordDocument": b"x"}, ()),
    "nothing in its workbook": ("no table", {"Workbook": records(INTERNAL_LINK, END)}, ()),
}


@pytest.mark.parametrize("case", OLD_CASES)
def test_an_old_workbook_is_refused_with(case: str, tmp_path: Path) -> None:
    words, streams, storages = OLD_CASES[case]
    assert words in refused(compound(tmp_path / "list.xls", streams, storages=storages))


@pytest.mark.parametrize("length", [8, 30, 60, 200, 600, 1100, 2000])
def test_an_old_workbook_that_was_cut_off_is_refused(length: int, tmp_path: Path) -> None:
    whole = compound(tmp_path / "whole.xls", {"Workbook": records(END)}).read_bytes()
    cut = tmp_path / "cut.xls"
    cut.write_bytes(whole[:length])
    assert refused(cut)


def test_an_old_workbook_whose_sectors_go_in_a_circle_is_refused(tmp_path: Path) -> None:
    path = compound(tmp_path / "list.xls", {"Workbook": records(END)})
    content = bytearray(path.read_bytes())
    content[512 + 4 * 5 : 512 + 4 * 6] = (4).to_bytes(4, "little")
    path.write_bytes(content)
    assert "damaged" in refused(path)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (30, b"\x07\x00"),  # sectors of 128 bytes
        (48, b"\x00\x02\x00\x00"),  # a directory far behind the end
        (76, b"\xff\xff\xff\xff"),  # no allocation table
    ],
)
def test_an_old_workbook_with_a_nonsensical_header_is_refused(place: int, value: bytes, tmp_path: Path) -> None:
    path = compound(tmp_path / "list.xls", {"Workbook": records(END)})
    content = bytearray(path.read_bytes())
    content[place : place + len(value)] = value
    path.write_bytes(content)
    assert "damaged" in refused(path)


def test_an_old_workbook_that_never_ends_or_is_tiny_is_left_to_the_parser(tmp_path: Path) -> None:
    endless = compound(tmp_path / "endless.xls", {"Workbook": records(*[(0x0809, b"x" * 100)] * 40)[:4096]})
    assert refused(endless)
    content = bytearray(endless.read_bytes())
    entry = content.find("Workbook".encode("utf-16-le"))
    content[entry + 120 : entry + 124] = (100).to_bytes(4, "little")
    tiny = tmp_path / "tiny.xls"
    tiny.write_bytes(content)
    assert refused(tiny)


def test_an_old_workbook_with_a_long_allocation_table_is_read(tmp_path: Path) -> None:
    """As beyond 7 MB, when the table of the table's sectors no longer fits into the header."""
    content = bytearray((SAMPLES / "provisional_list.xls").read_bytes())
    content += bytes(-len(content) % 512)
    listed = content[76 : 76 + 4 * 109]
    further = len(content) // 512 - 1
    content[68:76] = further.to_bytes(4, "little") + (1).to_bytes(4, "little")
    content[76 : 76 + 4 * 109] = b"\xff" * 4 * 109
    content += listed.ljust(508, b"\xff")[:508] + b"\xfe\xff\xff\xff"
    path = tmp_path / "list.xls"
    path.write_bytes(content)
    assert len(read_tables(path)[0].rows) == 5
