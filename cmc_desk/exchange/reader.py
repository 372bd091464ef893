"""The child process in which a workbook of somebody else is opened: nothing of the program, only calamine, and little memory.

It is started by path (`python -I -S reader.py FOLDER_OF_CALAMINE [whole]`) and not with `-m`, because importing the package would
cost more than reading a list does; `whole` leaves long texts and their lines as they are. The workbook comes in through standard input, the cells go out as UTF-8 text in records.
"""

import datetime
import io
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MAX_ROWS = 20_000
ROWS_ABOVE = 100  # of titles and headings
MAX_COLUMNS = 200
MAX_CELL = 1_000
MAX_WHOLE_CELL = 32_767  # which is the most that a spreadsheet program takes
# With something in them: each is an object of its own, and twenty thousand rows with fifty columns have that many.
MAX_CELLS = 1_000_000
MAX_TEXT = 20_000_000
MEMORY = 256 * 1024 * 1024
SECONDS = 5

RECORD, CELL, SHEET, ROW = "\x1e", "\x1f", "S", "R"
WHOLE = "whole"
DAMAGED, PASSWORD, TOO_LARGE = 3, 4, 5


class TooLargeError(Exception):
    """The workbook holds more than a list of people can hold."""


def main(calamine_folder: str, how: str = "") -> int:
    """Read the workbook on standard input and write its sheets to standard output; the result is the exit code."""
    limit_resources()
    sys.path.append(calamine_folder)
    import python_calamine

    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read())) as workbook:
            write_sheets(
                workbook,
                lambda text: sys.stdout.buffer.write(text.encode("utf-8", "replace")),
                of_text=whole if how == WHOLE else plain,
            )
    except python_calamine.PasswordError:
        return PASSWORD
    except python_calamine.CalamineError:
        return DAMAGED
    except (TooLargeError, MemoryError):
        return TOO_LARGE
    return 0


def limit_resources() -> None:
    """Give this process little memory and little time, where the system can (Windows cannot; there the parent's timer ends it)."""
    try:
        import resource
    except ImportError:
        return
    for kind, limit in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (limit, limit))
        except (ValueError, OSError):  # macOS refuses RLIMIT_AS below what is mapped already
            continue


def write_sheets(
    workbook: "CalamineWorkbook", write: Callable[[str], object], *, of_text: Callable[[str], str] | None = None
) -> None:
    """Write one record for each sheet and for each of its rows that is not empty; raises TooLargeError."""
    written = 0
    for index, about in enumerate(workbook.sheets_metadata):
        if about.typ != type(about.typ).WorkSheet:
            continue
        sheet = workbook.get_sheet_by_index(index)
        visible = "1" if about.visible == type(about.visible).Visible else "0"
        write(CELL.join((SHEET, plain(sheet.name), visible, *merges(sheet))) + RECORD)
        for record in rows(sheet, of_text or plain):
            written += len(record)
            if written > MAX_TEXT:
                raise TooLargeError
            write(record + RECORD)


def rows(sheet: "CalamineSheet", of_text: Callable[[str], str]) -> Iterator[str]:
    """Yield a record for each row with anything in it: row and first column as a sheet counts (from 1), then the cells."""
    if sheet.start is None or sheet.end is None:
        return
    (first_row, first_column), (last_row, last_column) = sheet.start, sheet.end
    if last_row - first_row >= MAX_ROWS + ROWS_ABOVE or last_column - first_column >= MAX_COLUMNS:
        raise TooLargeError
    filled = 0
    for offset, cells in enumerate(sheet.to_python()):
        texts = [of_text(cell) if isinstance(cell, str) else as_read(cell) for cell in cells]
        filled += sum(map(bool, texts))
        if filled > MAX_CELLS:
            raise TooLargeError
        if any(texts):
            yield CELL.join((ROW, str(first_row + offset + 1), str(first_column + 1), *texts))


def merges(sheet: "CalamineSheet") -> Iterator[str]:
    """Yield `first row:last row:column` (from 1) of each block of cells that was merged downwards; none in OpenDocument."""
    try:
        ranges = sheet.merged_cell_ranges or []
    except Exception:  # calamine has no merged cells in this format: the list is read without them
        return
    for (first_row, column), (last_row, _last_column) in ranges[:MAX_ROWS]:
        if last_row > first_row:
            yield f"{first_row + 1}:{last_row + 1}:{column + 1}"


def as_read(value: Any) -> str:
    """Return a cell as a person reads it: ISO dates, whole numbers without `.0`, yes and no."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(value, ".15g")
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time.min
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec=precision(value.second))
    if isinstance(value, datetime.time):
        return value.isoformat(timespec=precision(value.second))
    if isinstance(value, datetime.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return str(value)


def precision(seconds: int) -> str:
    """Return how exactly a time is told: seconds only where there are some."""
    return "seconds" if seconds else "minutes"


def plain(text: str) -> str:
    """Return `text` on one line with single spaces, cut one character after the limit so that a reader can tell."""
    line = " ".join(text.split())
    return line[: MAX_CELL + 1] if len(line) > MAX_CELL else line


def whole(text: str) -> str:
    """Return `text` with its lines and all its words, each line with single spaces."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()[: MAX_WHOLE_CELL + 1]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
