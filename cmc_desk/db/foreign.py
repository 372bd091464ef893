"""What a file is that is plainly no meeting file: an encrypted one looks like nothing at all, so whatever looks like something is another."""

import codecs
import os
from pathlib import Path

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _

_HEAD, _TAIL = 4096, 65536
_BEGINNINGS = (
    (b"%PDF-", N_("a PDF")),
    (b"\x89PNG\r\n", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", N_("an Office document of the old kind, such as .xls")),
)
# A packed file lists what is in it at its end.
_PACKED = (
    (b"xl/workbook", N_("an Excel workbook")),
    (b"word/document", N_("a Word document")),
    (b"opendocument.spreadsheet", N_("an OpenDocument workbook")),
)
_PRINTED_CONTROLS = frozenset("\t\n\r\f")


def what_else(path: Path) -> str:
    """Return what the file at `path` is, such as "a text file"; empty if it may be a meeting file."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
        if head.startswith(b"PK\x03\x04"):
            stream.seek(max(0, os.fstat(stream.fileno()).st_size - _TAIL))
            return _packed(head + stream.read(_TAIL))
    found = next((words for beginning, words in _BEGINNINGS if head.startswith(beginning)), "")
    if found:
        return _(found)
    return _("a text file") if _is_text(head) else ""


def _packed(content: bytes) -> str:
    found = next((words for mark, words in _PACKED if mark in content), "")
    return _(found) if found else _("a zip archive")


def _is_text(head: bytes) -> bool:
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    decode = codecs.utf_16_decode if wide else codecs.utf_8_decode
    try:
        # The last letter may be cut through.
        text, _read = decode(head.removeprefix(codecs.BOM_UTF8), "strict", False)  # noqa: FBT003 - takes no names
    except UnicodeDecodeError:
        return False
    return all(sign.isprintable() or sign in _PRINTED_CONTROLS for sign in text)
