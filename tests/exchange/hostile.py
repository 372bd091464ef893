"""Workbooks that mean no good, built by hand because no program writes them."""

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from cmc_desk.exchange.tables import read_tables
from cmc_desk.rules.refusal import Refusal

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEADINGS = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Country</t></is></c></row>'
PERSON = '<row r="2"><c r="A2" t="inlineStr"><is><t>Ana Sample</t></is></c><c r="B2" t="inlineStr"><is><t>Cuba</t></is></c></row>'


def sheet_xml(rows: str = HEADINGS + PERSON, *, before: str = "", declared: str = "") -> str:
    """Return the XML of a sheet with `before` ahead of its rows and `declared` ahead of its root."""
    return f'<?xml version="1.0"?>{declared}<worksheet xmlns="{SPREADSHEET}">{before}<sheetData>{rows}</sheetData></worksheet>'


def office_parts(sheet: str = "", *, types: str = "", workbook_relations: str = "") -> dict[str, str | bytes]:
    """Return the parts of a minimal workbook, to which a test adds what should not be there."""
    return {
        "[Content_Types].xml": f'<?xml version="1.0"?><Types xmlns="{TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{MAIN_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{MAIN_TYPE}.worksheet+xml"/>{types}</Types>',
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}">'
        '<sheets><sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>{workbook_relations}</Relationships>',
        "xl/worksheets/sheet1.xml": sheet or sheet_xml(),
    }


OPEN_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "{more}</manifest:manifest>"
)
OPEN_ROWS = (
    "<table:table-row><table:table-cell office:value-type='string'><text:p>Name</text:p></table:table-cell>"
    "<table:table-cell office:value-type='string'><text:p>Country</text:p></table:table-cell></table:table-row>"
    "<table:table-row><table:table-cell office:value-type='string'><text:p>Ana Sample</text:p></table:table-cell>"
    "<table:table-cell office:value-type='string'><text:p>Cuba</text:p></table:table-cell></table:table-row>"
)


def open_parts(rows: str = OPEN_ROWS, *, declared: str = "", manifest: str = "") -> dict[str, str | bytes]:
    """Return the parts of a minimal OpenDocument spreadsheet."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f'<?xml version="1.0"?>{declared}<office:document-content xmlns:office="{office}:office:1.0" '
        f'xmlns:table="{office}:table:1.0" xmlns:text="{office}:text:1.0" xmlns:draw="{office}:drawing:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="List">{rows}</table:table></office:spreadsheet></office:body></office:document-content>',
        "META-INF/manifest.xml": OPEN_MANIFEST.format(more=manifest),
    }


def package(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write `parts` as a zip file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def bomb(path: Path, *, megabytes: int) -> Path:
    """Write a workbook one part of which unpacks to `megabytes` of spaces."""
    parts = office_parts()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name, content in parts.items():
            file.writestr(name, content)
        with file.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            for _ in range(megabytes):
                part.write(b" " * 1024 * 1024)
    return path


def lying_package(path: Path) -> Path:
    """Write a workbook whose directory says that a part is 1,000 bytes long, which unpacks to 60 MB."""
    bomb(path, megabytes=60)
    content = bytearray(path.read_bytes())
    entry = content.rfind(b"xl/sharedStrings.xml") - 46
    assert content[entry : entry + 4] == b"PK\x01\x02"
    struct.pack_into("<I", content, entry + 24, 1000)
    path.write_bytes(content)
    return path


def compound(path: Path, streams: Mapping[str, bytes], *, storages: tuple[str, ...] = ()) -> Path:
    """Write a compound file (version 3, 512-byte sectors) with `streams`, each padded to 4 KB, and empty `storages`."""
    padded = {name: content.ljust(4096, b"\0") for name, content in streams.items()}
    sectors = sum(-(-len(content) // 512) for content in padded.values())
    directory_sectors = -(-(1 + len(padded) + len(storages)) // 4)
    table = [0xFFFFFFFD, *(number + 2 for number in range(directory_sectors))]
    table[directory_sectors] = 0xFFFFFFFE
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0)]
    body = b""
    for name, content in padded.items():
        start, count = len(table), -(-len(content) // 512)
        table += [start + number + 1 for number in range(count - 1)] + [0xFFFFFFFE]
        entries.append(_entry(name, 2, start, len(content)))
        body += content.ljust(count * 512, b"\0")
    entries += [_entry(name, 1, 0, 0) for name in storages]
    assert len(table) == 1 + directory_sectors + sectors <= 128
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0) + b"\xff" * 4 * 108
    allocation = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    path.write_bytes(header + allocation + b"".join(entries).ljust(directory_sectors * 512, b"\0") + body)
    return path


def records(*pairs: tuple[int, bytes]) -> bytes:
    """Return records of an Excel 97 workbook."""
    return b"".join(struct.pack("<HH", kind, len(content)) + content for kind, content in pairs)


def refused(path: Path) -> str:
    """Return the sentence with which the import refuses a file."""
    with pytest.raises(Refusal) as refusal:
        read_tables(path)
    sentence = refusal.value.sentence
    assert sentence.endswith(".")
    return sentence


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    head = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
    links = b"\xff" * 12 + bytes(16 + 4 + 16)
    return head + links + struct.pack("<II4x", start, size)
