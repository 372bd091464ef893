"""Where the sheets of a workbook lie while it is made: the library writes each into the folder for temporary files, which may be full."""

import errno
import io
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from zipfile import ZipFile

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Unavailable

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_END = b"</worksheet>"


@contextmanager
def room_for_sheets(book: Any) -> Iterator[None]:
    """Make a workbook of openpyxl; what was laid down of a write-only one is gone again if it comes to nothing: people stand in it.

    Raises Unavailable if there is no room for its sheets.
    """
    from lxml.etree import SerialisationError

    try:
        yield
    except (OSError, SerialisationError) as error:
        _clear(book)
        raise Unavailable(
            _("{path} cannot be written ({reason}): choose another folder or free some space.").format(
                path=_place(error), reason=_reason(error)
            )
        ) from error
    except BaseException:
        _clear(book)
        raise


def saved(book: Any) -> bytes:
    """Return a workbook as a file; raises OSError if a sheet of it is not whole, as where only its end had no room."""
    content = io.BytesIO()
    book.save(content)
    with ZipFile(content) as parts:
        for name in parts.namelist():
            # The library below keeps to itself what goes wrong while it closes a file.
            if _SHEET.fullmatch(name) and not parts.read(name).endswith(_END):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return content.getvalue()


def _clear(book: Any) -> None:
    for sheet in book.worksheets:
        writer = getattr(sheet, "_writer", None)
        # What is open still would be written at its end, and complain once more that there is no room.
        for stream in (getattr(sheet, "_rows", None), getattr(writer, "xf", None)):
            if stream is not None:
                with suppress(Exception):
                    stream.close()
        if writer is not None:
            with suppress(OSError, ValueError):
                writer.cleanup()


def _place(error: Exception) -> str:
    named = error.filename if isinstance(error, OSError) else None
    if named is None:
        with suppress(OSError):
            return tempfile.gettempdir()
    return str(named or os.environ.get("TMPDIR", os.curdir))


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    # What the library below has to say is a name, such as IO_ENOSPC.
    number = getattr(errno, str(error).removeprefix("IO_"), None)
    return os.strerror(number) if isinstance(number, int) else str(error)
