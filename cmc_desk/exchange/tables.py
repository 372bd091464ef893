"""Lists of participants as they come: workbooks and text tables of any origin, read as tables of text."""

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from cmc_desk.exchange import compound, reader, refused
from cmc_desk.exchange.inspection import checked_old_workbook, checked_package
from cmc_desk.exchange.separated import separated_rows
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.importing import RawTable
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.rules.table_layout import Layout, Merge, Sheet, lay_out

MAX_FILE = 20 * 1024 * 1024
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
TEXTS = (".csv", ".txt", ".tsv")
READABLE = (*WORKBOOKS, *TEXTS)
_PACKAGE = b"PK\x03\x04"
_HEADINGS_OF_A_LIST = 2


def read_tables(path: Path) -> tuple[RawTable, ...]:
    """Return every table of the file at `path`, the most likely list of participants first.

    The content decides what the file is, not its name. Raises Refusal with one sentence if it is no list or not safe to
    open, Unavailable if it cannot be read now.
    """
    data = _content(path)
    laid_out = [(sheet, lay_out(sheet, file_name=path.name)) for sheet in _sheets(data, path)]
    found = [(sheet, layout) for sheet, layout in laid_out if layout is not None]
    lists = [layout for _sheet, layout in found if layout.recognised >= _HEADINGS_OF_A_LIST]
    tables = [(sheet, layout) for sheet, layout in found if layout.table.rows]
    if not tables or (lists and not any(layout.table.rows for layout in lists)):
        raise Refusal(
            _("“{file}” has headings and nobody below them.").format(file=path.name)
            if lists
            else _("“{file}” holds no table.").format(file=path.name)
        )
    tables.sort(key=_unlikely)
    return tuple(layout.table for _sheet, layout in tables)


def read_sheets(path: Path, *, whole: bool = False) -> tuple[Sheet, ...]:
    """Return every sheet of the file at `path` as it stands, nothing looked for in it; a text table is one sheet.

    The cells of a workbook are single lines, cut where no list has that much; `whole` leaves long texts and their lines as they are.
    Raises as `read_tables`.
    """
    return tuple(_sheets(_content(path), path, whole=whole))


def _unlikely(found: tuple[Sheet, Layout]) -> tuple[bool, bool, int]:
    """Sort the likeliest list of participants first: with known headings, visible, with most rows."""
    sheet, layout = found
    return layout.recognised < _HEADINGS_OF_A_LIST, not sheet.visible, -len(layout.table.rows)


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Refusal(_("“{file}” is a folder. Choose a list.").format(file=path.name))
        if path.exists() and not path.is_file():
            raise Refusal(_("“{file}” is no file. Choose a list.").format(file=path.name))
        size = path.stat().st_size
        if size > MAX_FILE:
            raise Refusal(
                _("“{file}” is larger than {limit} MB. Copy the table alone into a new workbook.").format(
                    file=path.name, limit=MAX_FILE // 1024 // 1024
                )
            )
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise Refusal(_("There is no file “{file}”.").format(file=path.name)) from None
    except OSError as error:
        raise Unavailable(
            _("“{file}” cannot be read: {reason}. Close it in other programs and try again.").format(
                file=path.name, reason=error.strerror
            )
        ) from error
    if not data:
        raise Refusal(_("“{file}” is empty.").format(file=path.name))
    return data


def _sheets(data: bytes, path: Path, *, whole: bool = False) -> Iterator[Sheet]:
    if data.startswith(_PACKAGE):
        yield from _read_apart(checked_package(data), whole=whole)
    elif data.startswith(compound.SIGNATURE):
        yield from _read_apart(checked_old_workbook(data), whole=whole)
    elif path.suffix.lower() in WORKBOOKS:
        raise refused.no_workbook()
    else:
        yield Sheet(name="", rows=separated_rows(data))


def _read_apart(workbook: bytes, *, whole: bool) -> Iterator[Sheet]:
    """Read a workbook in a process of its own: it ends after a few seconds, and with it whatever the workbook was up to.

    Always, and not only for suspicious files: it costs about 20 ms, and a parser is attacked by what looks harmless.
    """
    calamine = importlib.util.find_spec("python_calamine")
    folder = Path(calamine.origin).parent.parent if calamine and calamine.origin else Path()
    command = [sys.executable, "-I", "-S", reader.__file__, str(folder), *([reader.WHOLE] if whole else ())]
    try:
        done = subprocess.run(  # noqa: S603 - our own file, started with our own interpreter
            command,
            input=workbook,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=reader.SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise refused.too_slow() from None
    except OSError as error:
        raise Unavailable(
            _("Workbooks cannot be read on this computer: {reason}. Save the list as CSV.").format(
                reason=error.strerror
            )
        ) from error
    if done.returncode:
        raise _why(done.returncode)
    yield from _received(done.stdout.decode("utf-8"))


def _received(text: str) -> Iterator[Sheet]:
    """Turn the records of the child process into sheets."""
    name, visible, merges = "", True, tuple[Merge, ...]()
    rows: list[tuple[int, tuple[str, ...]]] = []
    first_column = 1
    for record in text.split(reader.RECORD):
        kind, *fields = record.split(reader.CELL)
        if kind == reader.ROW:
            rows.append((int(fields[0]), tuple(fields[2:])))
            first_column = int(fields[1])
            continue
        if rows:
            yield Sheet(name, tuple(rows), first_column, visible, merges)
            rows = []
        if kind == reader.SHEET:
            name, visible = fields[0], fields[1] == "1"
            merges = tuple(Merge(*map(int, merge.split(":"))) for merge in fields[2:])


def _why(code: int) -> Refusal:
    if code == reader.PASSWORD:
        return refused.with_password()
    # An ending by a signal is the system's answer to too much memory.
    return refused.damaged() if code == reader.DAMAGED else refused.too_large()
