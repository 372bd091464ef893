"""A file that is plainly something else is called so, and a meeting file never is."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from cmc_desk.db.foreign import what_else
from cmc_desk.db.store import check_is_meeting_file
from cmc_desk.rules.refusal import Refusal
from tests.db.stores import created
from tests.meetings import PASSPHRASE


def packed(name: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr(name, "x" * 5000)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (packed("notes.txt"), "a zip archive"),
        (packed("word/document.xml"), "a Word document"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an Office document of the old kind, such as .xls"),
        ("Iñaki NÚÑEZ;Cuba\n".encode() * 500, "a text file"),
        ("Iñaki\tNÚÑEZ\r\n".encode("utf-16"), "a text file"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_its_name(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "m.cmc"
    path.write_bytes(content)
    with pytest.raises(Refusal, match=words):
        check_is_meeting_file(path)


def test_a_workbook_is_called_one_however_long_it_is(tmp_path: Path) -> None:
    book = Workbook()
    for number in range(5000):
        book.active.append([number, f"Sample {number}"])
    book.save(tmp_path / "es.xlsx")
    assert what_else(tmp_path / "es.xlsx") == "an Excel workbook"


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_a_meeting_file_looks_like_nothing_else(tmp_path: Path, passphrase: str) -> None:
    with created(tmp_path / "m.cmc", passphrase=passphrase):
        assert what_else(tmp_path / "m.cmc") == ""


def test_what_is_random_looks_like_nothing(tmp_path: Path) -> None:
    (tmp_path / "m.cmc").write_bytes(os.urandom(5000))
    assert what_else(tmp_path / "m.cmc") == ""
