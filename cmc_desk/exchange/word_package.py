"""The parts of a Word file of somebody else that its text is read from, checked before anything parses them."""

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from docx.oxml import parse_xml

from cmc_desk.exchange import compound, word_refused
from cmc_desk.exchange.inspection import plain_name, with_small_directory
from cmc_desk.rules.refusal import Refusal

MAX_FILE = 40 * 1024 * 1024  # with its pictures, which are never unpacked
MAX_XML = 20 * 1024 * 1024
_READ = ("word/document.xml", "word/numbering.xml", "word/styles.xml", "word/comments.xml", "[Content_Types].xml")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class WordParts:
    """The roots of the parts that are read; `numbering`, `styles` and `comments` are None where there are none.

    `headers` tells whether there is text in the head or foot of its pages.
    """

    document: Any
    numbering: Any = None
    styles: Any = None
    comments: Any = None
    headers: bool = False


def word_parts(data: bytes) -> WordParts:
    """Return the parts of a .docx; raises Refusal if it is something else, or if anything in it speaks against opening it."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise _something_else(data)
    if len(data) > MAX_FILE:
        raise word_refused.too_large()
    try:
        with zipfile.ZipFile(io.BytesIO(with_small_directory(data, word_refused.too_large))) as package:
            members = {plain_name(info): info for info in package.infolist() if not info.is_dir()}
            if any(info.flag_bits & 1 for info in members.values()):
                raise word_refused.with_password()
            _check_kind(members)
            parts = _read(package, members)
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, NotImplementedError) as error:
        raise word_refused.damaged() from error
    types = parts.get("[Content_Types].xml", b"")
    if b"macroenabled" in types.lower() or b"vbaproject" in types.lower():
        raise word_refused.macros()
    document = parts["word/document.xml"]
    if _STRICT in document and _TRANSITIONAL not in document:
        raise word_refused.strict()
    numbering, styles, comments = (_parsed(parts[name]) if name in parts else None for name in _READ[1:4])
    headers = any(b"<w:t" in parts[name] for name in parts if _is_head(name))
    return WordParts(_parsed(document), numbering, styles, comments, headers)


def _something_else(data: bytes) -> Refusal:
    if data.startswith(compound.SIGNATURE):
        try:
            names = compound.entries(data)
        except compound.BrokenCompoundError:
            return word_refused.damaged()
        if "EncryptedPackage" in names:
            return word_refused.with_password()
        return word_refused.old_word() if "WordDocument" in names else word_refused.no_word_file()
    if data[:1024].lstrip().startswith(b"%PDF"):
        return word_refused.pdf()
    if data.startswith(b"{\\rtf"):
        return word_refused.rich_text()
    return word_refused.damaged() if data.startswith(b"PK\x03\x04") else word_refused.no_word_file()


def _check_kind(members: dict[str, zipfile.ZipInfo]) -> None:
    names = {name.lower() for name in members}
    if "word/document.xml" not in names:
        raise word_refused.open_document() if "content.xml" in names else word_refused.no_word_file()
    if any("vbaproject" in name for name in names):
        raise word_refused.macros()


def _read(package: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]) -> dict[str, bytes]:
    """Read the parts that are wanted; a part gives no more than it says that it holds."""
    by_name = {name.lower(): info for name, info in members.items()}
    wanted = {name: by_name[name.lower()] for name in _READ if name.lower() in by_name}
    wanted |= {name: info for name, info in members.items() if _is_head(name)}
    if sum(info.file_size for info in wanted.values()) > MAX_XML:
        raise word_refused.too_large()
    parts = {name: package.read(info) for name, info in wanted.items()}
    for part in parts.values():
        # A part in an encoding of two bytes would hide what it declares.
        if b"\0" in part or _DECLARATION.search(part):
            raise word_refused.entities()
    return parts


def _is_head(name: str) -> bool:
    return re.fullmatch(r"word/(?:header|footer)\d*\.xml", name, re.IGNORECASE) is not None


def _parsed(part: bytes) -> Any:
    try:
        return parse_xml(part)
    except (SyntaxError, ValueError) as error:  # what lxml raises is a syntax error
        raise word_refused.damaged() from error
