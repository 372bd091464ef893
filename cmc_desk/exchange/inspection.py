"""What a workbook of somebody else must not contain: looked at before anything opens it."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from itertools import islice

from cmc_desk.exchange import compound, refused
from cmc_desk.exchange.formulas import with_marks
from cmc_desk.exchange.workbook_parts import check_office_open, check_open_document, refuse_if
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

MAX_UNPACKED = 50 * 1024 * 1024
MAX_RATIO = 100
_HARMLESS = 1024 * 1024  # so little is unpacked that the ratio says nothing
_MAX_DIRECTORY = 1024 * 1024
_MOST_RECORDS = 200_000  # before the first sheet of an old workbook; a large one has some thousands
_END_OF_DIRECTORY, _ZIP64_LOCATOR = b"PK\x05\x06", b"PK\x06\x07"


def checked_package(data: bytes) -> bytes:
    """Return a new, unpacked package (xlsx, xlsm, ods) with the checked XML parts of `data` and nothing else.

    What is opened afterwards is then exactly what was checked: no part that lies about its size, no second part of the
    same name. Raises Refusal.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(with_small_directory(data))) as package:
            members = [info for info in package.infolist() if not info.is_dir()]
            _check_members(members)
            names = {plain_name(info): info for info in members}
            parts = {name: package.read(info) for name, info in names.items() if _is_needed(name)}
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, NotImplementedError) as error:
        raise refused.damaged() from error
    _kind_of_package(names)(names, parts)
    for name in [name for name in parts if name.lower().startswith("xl/worksheets/")]:
        parts[name] = with_marks(parts[name])
    return _packed(parts)


def checked_old_workbook(data: bytes) -> bytes:
    """Return an Excel 97 workbook (.xls) as it is if it is one and nothing speaks against it; raises Refusal."""
    try:
        entries = compound.entries(data)
        book = entries.get("Workbook") or entries.get("Book")
        records = list(islice(compound.global_records(compound.stream(data, book)), _MOST_RECORDS)) if book else []
    except compound.BrokenCompoundError as error:
        raise refused.damaged() from error
    if "EncryptedPackage" in entries or any(kind == 0x002F for kind, _content in records):
        raise refused.with_password()
    if book is None:
        raise refused.no_workbook()
    refuse_if(any(name.startswith("_VBA_PROJECT") for name in entries) or _has_macro_sheet(records), refused.macros())
    refuse_if(any(re.fullmatch("MBD[0-9A-F]{8}", name) for name in entries), refused.embedded())
    # SUPBOOK ([MS-XLS] 2.4.271): 0x0401 is the workbook itself, 0x3A01 the add-in functions, anything else another file.
    links = (content for kind, content in records if kind == 0x01AE)
    refuse_if(any(content[2:4] not in {b"\x01\x04", b"\x01\x3a"} for content in links), refused.links())
    return data


def with_small_directory(data: bytes, refusal: Callable[[], Refusal] = refused.too_large) -> bytes:
    """Refuse a list of parts so long that listing it would be the attack; `refusal` makes the sentence."""
    end = data.rfind(_END_OF_DIRECTORY)
    if end < 0 or len(data) < end + 22:
        raise zipfile.BadZipFile
    if struct.unpack_from("<I", data, end + 12)[0] > _MAX_DIRECTORY or data[end - 20 : end - 16] == _ZIP64_LOCATOR:
        raise refusal()
    return data


def _check_members(members: Iterable[zipfile.ZipInfo]) -> None:
    unpacked = packed = 0
    seen = set()
    for info in members:
        if info.flag_bits & 1:
            raise refused.with_password()
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} or plain_name(info) in seen:
            raise zipfile.BadZipFile
        seen.add(plain_name(info))
        unpacked += info.file_size
        packed += info.compress_size
    if unpacked > MAX_UNPACKED or (unpacked > _HARMLESS and unpacked > MAX_RATIO * packed):
        raise refused.too_large()


def _kind_of_package(names: Iterable[str]) -> Callable[[Iterable[str], dict[str, bytes]], None]:
    lowered = {name.lower() for name in names}
    if "xl/workbook.xml" in lowered:
        return check_office_open
    if {"mimetype", "content.xml"} <= lowered:
        return check_open_document
    if "xl/workbook.bin" in lowered:
        raise Refusal(_("This is a binary workbook (.xlsb). Open it and save it as an ordinary workbook (.xlsx)."))
    raise refused.no_workbook()


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


def plain_name(info: zipfile.ZipInfo) -> str:
    """Return the name of a part as every program writes it."""
    return info.filename.replace("\\", "/").lstrip("/")
