"""Word files that are none, or mean no good: one sentence each, and nothing half done."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from cmc_desk.exchange.compound import SIGNATURE
from cmc_desk.exchange.draft_word import read_draft
from cmc_desk.exchange.word_package import MAX_FILE, MAX_XML
from cmc_desk.exchange.word_text import MAX_PARAGRAPHS
from cmc_desk.rules.refusal import Refusal
from tests.exchange.word_files import W, cell, paragraph, run, table, word_file


def sentence(data: bytes) -> str:
    """Return why a file is refused."""
    with pytest.raises(Refusal) as refused:
        read_draft(data)
    said = refused.value.sentence
    assert said.endswith(".")
    assert said.count(". ") <= 1
    return said


def packed(parts: dict[str, bytes | str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()


def compound_file(name: str) -> bytes:
    """Return a compound file with one stream of this name: sector 0 is the table, sector 1 the directory."""
    head = bytearray(512)
    head[:8] = SIGNATURE
    struct.pack_into("<H", head, 30, 9)
    struct.pack_into("<I", head, 48, 1)
    struct.pack_into("<II", head, 68, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", head, 76, 0, *[0xFFFFFFFF] * 108)
    chain = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    entry = bytearray(128)
    written = f"{name}\0".encode("utf-16-le")
    entry[: len(written)] = written
    struct.pack_into("<HB", entry, 64, len(written), 2)
    return bytes(head) + chain + bytes(entry) + bytes(384)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Dear colleagues, please find", "not a Word file, whatever its name says"),
        (b"", "not a Word file"),
        (b"%PDF-1.7\n%", "PDF, in which paragraphs are lost"),
        (b"{\\rtf1 text}", "rich text file (.rtf)"),
        (b"PK\x03\x04 cut off", "damaged or incomplete"),
        (packed({"hello": "x"}), "not a Word file"),
        (
            packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
            "OpenDocument text (.odt)",
        ),
        (packed({"word/document.xml": "<w:document"}), "damaged or incomplete"),
        (packed({"word/document.xml": f"<w:document {W}/>"}), "damaged or incomplete"),
        (word_file(""), "There is no text"),
        (word_file(paragraph("")), "There is no text"),
        (word_file(paragraph(run("x")))[:-30], "damaged or incomplete"),
        (compound_file("WordDocument"), "old Word file (.doc)"),
        (compound_file("EncryptedPackage"), "protected with a password"),
        (compound_file("Workbook"), "not a Word file"),
        (SIGNATURE + b"cut off", "damaged or incomplete"),
    ],
    ids=lambda one: one[:24] if isinstance(one, str) else "",
)
def test_what_is_no_word_file_is_refused_with_what_to_do(data: bytes, words: str) -> None:
    assert words in sentence(data)


def test_macros_are_refused_whether_they_are_a_part_or_only_declared() -> None:
    text = f"<w:document {W}><w:body>{paragraph(run('x'))}</w:body></w:document>"
    assert "macros" in sentence(packed({"word/document.xml": text, "word/vbaProject.bin": b"x"}))
    declared = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    assert "macros" in sentence(packed({"word/document.xml": text, "[Content_Types].xml": declared}))


def test_entities_are_refused_before_anything_reads_them(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    body = "<w:body><w:p><w:r><w:t>&it;</w:t></w:r></w:p></w:body></w:document>"
    external = f'<!DOCTYPE d [<!ENTITY it SYSTEM "{secret.as_uri()}">]><w:document {W}>{body}'
    assert "declares entities" in sentence(packed({"word/document.xml": external}))
    hidden = external.encode("utf-16")
    assert "declares entities" in sentence(packed({"word/document.xml": hidden}))


def test_a_bomb_is_refused_without_being_unpacked() -> None:
    bomb = packed({"word/document.xml": b" " * (MAX_XML + 1)})
    assert len(bomb) < 100_000
    assert "far larger inside" in sentence(bomb)
    assert "far larger inside" in sentence(bytes(MAX_FILE) + bomb)
    many = packed({f"{place}{'x' * 3000}": "" for place in range(400)})
    assert "far larger inside" in sentence(many)


def test_a_file_with_a_password_in_its_parts_is_refused() -> None:
    locked = bytearray(packed({"word/document.xml": "x"}))
    place = locked.find(b"PK\x01\x02")
    locked[place + 8] |= 1
    assert "protected with a password" in sentence(bytes(locked))


def test_ten_thousand_paragraphs_are_refused_with_how_many_there_may_be() -> None:
    said = sentence(word_file(paragraph(run("x")) * 10_000))
    assert said == (
        f"This Word file has 10,000 paragraphs, and a draft at most {MAX_PARAGRAPHS:,}. Take out what is not the draft."
    )


def test_a_table_in_a_table_is_refused_with_which_one_it_is_in() -> None:
    nested = cell(f"<w:p></w:p>{table(('a', 'b'))}<w:p></w:p>")
    said = sentence(word_file(paragraph(run("x")) + table(("a",)) + table((nested,))))
    assert said.startswith("Table 2 has another table in one of its cells.")


def test_elements_without_end_are_damaged_and_nothing_else() -> None:
    assert "damaged" in sentence(word_file("<w:sdt>" * 3000 + "</w:sdt>" * 3000))


def test_a_strict_file_says_how_to_save_it() -> None:
    strict = "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body/></w:document>"
    assert "Strict Open XML" in sentence(packed({"word/document.xml": strict}))
