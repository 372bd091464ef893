"""What a workbook of somebody else must not contain: looked at before anything opens it."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable

from cmc_desk.exchange import compound
from cmc_desk.exchange.reader import MAX_COLUMNS, MAX_ROWS
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

MAX_UNPACKED = 50 * 1024 * 1024
MAX_RATIO = 100
_HARMLESS = 1024 * 1024  # so little is unpacked that the ratio says nothing
_MAX_DIRECTORY = 1024 * 1024
_END_OF_DIRECTORY, _ZIP64_LOCATOR = b"PK\x05\x06", b"PK\x06\x07"

_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MACROS = re.compile(rb"vbaProject|ms-excel\.macrosheet|ms-excel\.intlmacrosheet", re.IGNORECASE)
_EMBEDDED = re.compile(rb"oleObject|activeX", re.IGNORECASE)
_LINKED = re.compile(rb"spreadsheetml\.(?:externalLink|connections|queryTable)", re.IGNORECASE)
# No pattern may cross a "<": what scans to the end from every beginning would itself be the attack.
_OUTSIDE = re.compile(
    rb"<Relationship\b(?=[^<>]*TargetMode\s*=\s*[\"']External)(?![^<>]*/hyperlink[\"'])", re.IGNORECASE
)
_OPEN_LINKED = re.compile(
    rb"<table:(?:table-source|cell-range-source|dde-link|database-source-\w+)\b"
    rb"|<draw:(?:image|object|object-ole)\b[^<>]*xlink:href\s*=\s*[\"'](?:[a-z]+:|//|\\\\)",
    re.IGNORECASE,
)
_DIMENSION = re.compile(rb"<dimension\b[^<>]*\bref\s*=\s*[\"'](?:[A-Z]+\d+:)?([A-Z]{1,9})(\d{1,12})[\"']")
_FAR_REFERENCE = re.compile(rb"\br=[\"']([A-Z]{3,9}\d{1,12}|[A-Z]{1,9}\d{5,12})[\"']")
_REFERENCE = re.compile(rb"([A-Z]+)(\d+)")
_LONGEST_TAG = 1000
_REPEATED_ROW = re.compile(rb"<table:table-row\b[^<>]*number-rows-repeated\s*=\s*[\"']\d{5,}")
_REPEATED_CELL = re.compile(rb"<table:table-cell\b[^<>]*number-columns-repeated\s*=\s*[\"']\d{4,}[\"'][^<>]*>")
_OPEN_CONTENT = re.compile(rb"<text:p|office:value|office:\w+-value")


def checked_package(data: bytes) -> bytes:
    """Return a new, unpacked package (xlsx, xlsm, ods) with the checked XML parts of `data` and nothing else.

    What is opened afterwards is then exactly what was checked: no part that lies about its size, no second part of the
    same name. Raises Refusal.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(_with_small_directory(data))) as package:
            members = [info for info in package.infolist() if not info.is_dir()]
            _check_members(members)
            names = {_plain_name(info): info for info in members}
            parts = {name: package.read(info) for name, info in names.items() if _is_needed(name)}
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, NotImplementedError) as error:
        raise Refusal(_("This workbook is damaged or incomplete. Ask for it again, or copy it once more.")) from error
    _kind_of_package(names)(names, parts)
    return _packed(parts)


def checked_old_workbook(data: bytes) -> bytes:
    """Return an Excel 97 workbook (.xls) as it is if it is one and nothing speaks against it; raises Refusal."""
    try:
        entries = compound.entries(data)
        book = entries.get("Workbook") or entries.get("Book")
        records = list(compound.global_records(compound.stream(data, book))) if book else []
    except compound.BrokenCompoundError as error:
        raise Refusal(_("This workbook is damaged or incomplete. Ask for it again, or copy it once more.")) from error
    if "EncryptedPackage" in entries or any(kind == 0x002F for kind, _content in records):
        raise _with_password()
    if book is None:
        raise _no_workbook()
    _refuse_if(any(name.startswith("_VBA_PROJECT") for name in entries) or _has_macro_sheet(records), _macros())
    _refuse_if(any(re.fullmatch("MBD[0-9A-F]{8}", name) for name in entries), _embedded())
    # SUPBOOK ([MS-XLS] 2.4.271): 0x0401 is the workbook itself, 0x3A01 the add-in functions, anything else another file.
    links = (content for kind, content in records if kind == 0x01AE)
    _refuse_if(any(content[2:4] not in {b"\x01\x04", b"\x01\x3a"} for content in links), _links())
    return data


def _with_small_directory(data: bytes) -> bytes:
    """Refuse a list of parts so long that listing it would be the attack."""
    end = data.rfind(_END_OF_DIRECTORY)
    if end < 0 or len(data) < end + 22:
        raise zipfile.BadZipFile
    if struct.unpack_from("<I", data, end + 12)[0] > _MAX_DIRECTORY or data[end - 20 : end - 16] == _ZIP64_LOCATOR:
        raise _too_large()
    return data


def _check_members(members: Iterable[zipfile.ZipInfo]) -> None:
    unpacked = packed = 0
    seen = set()
    for info in members:
        if info.flag_bits & 1:
            raise _with_password()
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} or _plain_name(info) in seen:
            raise zipfile.BadZipFile
        seen.add(_plain_name(info))
        unpacked += info.file_size
        packed += info.compress_size
    if unpacked > MAX_UNPACKED or (unpacked > _HARMLESS and unpacked > MAX_RATIO * packed):
        raise _too_large()


def _kind_of_package(names: Iterable[str]) -> Callable[[Iterable[str], dict[str, bytes]], None]:
    lowered = {name.lower() for name in names}
    if "xl/workbook.xml" in lowered:
        return _check_office_open
    if {"mimetype", "content.xml"} <= lowered:
        return _check_open_document
    if "xl/workbook.bin" in lowered:
        raise Refusal(_("This is a binary workbook (.xlsb). Open it and save it as an ordinary workbook (.xlsx)."))
    raise _no_workbook()


def _check_office_open(names: Iterable[str], parts: dict[str, bytes]) -> None:
    listed = "\n".join(names).lower()
    types = parts.get("[Content_Types].xml", b"")
    relations = [part for name, part in parts.items() if name.lower().endswith(".rels")]
    _refuse_if("vbaproject" in listed or "xl/macrosheets/" in listed or _MACROS.search(types), _macros())
    _refuse_if("xl/embeddings/" in listed or "xl/activex/" in listed or _EMBEDDED.search(types), _embedded())
    _refuse_if("xl/externallinks/" in listed or _LINKED.search(types), _links())
    _refuse_if(any(_OUTSIDE.search(part) for part in relations), _links())
    _refuse_declarations(parts)
    for name, part in parts.items():
        if name.lower().startswith("xl/worksheets/"):
            _check_extent(part)


def _check_open_document(names: Iterable[str], parts: dict[str, bytes]) -> None:
    manifest, content = parts.get("META-INF/manifest.xml", b""), parts.get("content.xml", b"")
    if b"encryption-data" in manifest:
        raise _with_password()
    if b"opendocument.spreadsheet" not in parts["mimetype"]:
        raise _no_workbook()
    _refuse_if(any(name.startswith(("Basic/", "Scripts/")) for name in names), _macros())
    _refuse_if(b"oleobject" in manifest.lower(), _embedded())
    _refuse_if(_OPEN_LINKED.search(content), _links())
    _refuse_declarations(parts)
    # A sheet ends with a million empty cells; only what is filled, there or behind, makes it wide.
    repeated = (found[0] for found in _REPEATED_CELL.finditer(content))
    _refuse_if(any(not tag.endswith(b"/>") or _OPEN_CONTENT.search(tag) for tag in repeated), _too_large())
    _refuse_if(_is_long(content), _too_large())


def _is_long(content: bytes) -> bool:
    """Return whether something stands in or below a row that is repeated ten thousand times.

    LibreOffice ends a sheet with a million empty rows; those do no harm.
    """
    found = _REPEATED_ROW.search(content)
    while found:
        end = content.find(b"</table:table>", found.end())
        end = len(content) if end < 0 else end
        if _OPEN_CONTENT.search(content, found.end(), end):
            return True
        found = _REPEATED_ROW.search(content, end)
    return False


def _check_extent(sheet: bytes) -> None:
    """Refuse a sheet that claims to be larger than any list, or whose cells lie further out than a list has."""
    claimed = _DIMENSION.search(sheet)
    if claimed and int(claimed[2]) > MAX_ROWS and _column_number(claimed[1]) > MAX_COLUMNS:
        raise _too_large()
    for found in _FAR_REFERENCE.finditer(sheet):
        far = _REFERENCE.fullmatch(found[1])
        if (
            far
            and (int(far[2]) > 2 * MAX_ROWS or _column_number(far[1]) > 2 * MAX_COLUMNS)
            and _is_filled(sheet, found)
        ):
            raise Refusal(
                _("Cell {cell} lies far outside any list of people. Copy the table alone into a new workbook.").format(
                    cell=found[1].decode("ascii")
                )
            )


def _is_filled(sheet: bytes, found: re.Match[bytes]) -> bool:
    """Return whether the tag around `found` is a cell with something in it; programs write empty ones for their colour."""
    begin = sheet.rfind(b"<", max(found.start() - _LONGEST_TAG, 0), found.start())
    end = sheet.find(b">", found.end(), found.end() + _LONGEST_TAG)
    return begin >= 0 and sheet[begin + 1 : begin + 3].startswith(b"c ") and (end < 0 or sheet[end - 1 : end] != b"/")


def _refuse_declarations(parts: dict[str, bytes]) -> None:
    """Refuse entities (they can grow without end) and parts in an encoding that would hide them."""
    for name, part in parts.items():
        if b"\0" in part or (name != "mimetype" and _DECLARATION.search(part)):
            raise Refusal(_("This workbook declares entities, which no spreadsheet program writes. It was not opened."))


def _has_macro_sheet(records: Iterable[tuple[int, bytes]]) -> bool:
    """Return whether a sheet is of Excel's old macro language or of Visual Basic (BOUNDSHEET, [MS-XLS] 2.4.28)."""
    return any(kind == 0x0085 and len(content) > 5 and content[5] in {1, 6} for kind, content in records)


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        while parts:  # one after the other leaves, so that there are not two of each
            name, part = parts.popitem()
            package.writestr(name, part)
    return packed.getvalue()


def _is_needed(name: str) -> bool:
    return name == "mimetype" or name.lower().endswith((".xml", ".rels"))


def _plain_name(info: zipfile.ZipInfo) -> str:
    return info.filename.replace("\\", "/").lstrip("/")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _refuse_if(found: object, refusal: Refusal) -> None:
    if found:
        raise refusal


def _macros() -> Refusal:
    return Refusal(
        _("This workbook contains macros, and nothing of it was opened. Save it as .xlsx without macros, or as CSV.")
    )


def _embedded() -> Refusal:
    return Refusal(
        _(
            "This workbook contains other files or controls, and nothing of it was opened. Save the table alone as .xlsx or CSV."
        )
    )


def _links() -> Refusal:
    return Refusal(
        _(
            "This workbook fetches data from other files or addresses, and nothing of it was opened. Save the table alone as CSV."
        )
    )


def _with_password() -> Refusal:
    return Refusal(
        _("This workbook is protected with a password. Open it, save it without a password, and choose it again.")
    )


def _no_workbook() -> Refusal:
    return Refusal(
        _("This file is not a workbook, whatever its name says. Open it, save it as .xlsx, and choose that file.")
    )


def _too_large() -> Refusal:
    return Refusal(
        _("This workbook is far larger inside than any list of people. Copy the table alone into a new workbook.")
    )
