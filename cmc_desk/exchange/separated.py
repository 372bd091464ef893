"""Text tables (CSV and its relatives) of somebody else: which encoding, which separator, which rows."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator

from cmc_desk.exchange.reader import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, ROWS_ABOVE, plain
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

MAX_LINE = 250_000
# Twenty thousand people with thirty columns are 6 MB; what is larger takes many times its size to look at.
MAX_BYTES = 10 * 1024 * 1024
_MAX_LINES_OF_A_ROW = 500
_SAMPLE_ROWS = 60
_SEPARATORS = (",", ";", "\t", "|")
_STRAY_BYTE = re.compile("[\udc80-\udcff]")
# What is no UTF-8, as Windows-1252 reads it; five of its places are empty.
_OF_WINDOWS = {
    0xDC00 + byte: letter for byte in range(0x80, 0x100) if (letter := bytes([byte]).decode("cp1252", "ignore"))
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def separated_rows(data: bytes) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return the rows of a text table that are not empty, numbered from 1 as a spreadsheet program would show them.

    The encoding is UTF-8, UTF-16 or Windows-1252; the separator is found in the text itself. Raises Refusal.
    """
    if len(data) > MAX_BYTES:
        raise Refusal(
            _("This text table is larger than {limit} MB. Save the list of people alone.").format(
                limit=MAX_BYTES // 1024 // 1024
            )
        )
    text = decoded(data)
    first_line, _break, rest = text.partition("\n")
    if first_line.strip().lower().startswith("sep=") and len(first_line.strip()) == 5:
        return _numbered(_rows(rest, first_line.strip()[4]))  # Excel's own hint, which Excel does not show as a row
    return _numbered(_rows(text, separator(text)))


def decoded(data: bytes) -> str:
    """Return `data` as text with line feeds; raises Refusal if it is not text."""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "") or _wide_encoding(data[:4096])
    try:
        text = data.decode(encoding) if encoding else _narrow(data)
    except UnicodeDecodeError:
        raise _no_text() from None
    if sum(text.count(control) for control in "\0\1\2\3\4\5\6\x0e\x0f\x10\x11\x12") > 4:
        raise _no_text()
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def separator(text: str) -> str:
    """Return the character that cuts the first rows of `text` into the same number of cells most often, and into most cells."""
    return max(_SEPARATORS, key=lambda candidate: _regularity(text, candidate))


def _regularity(text: str, candidate: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    try:
        for number, cells in enumerate(_rows(text, candidate)):
            widths[len(cells)] += len(cells) > 1
            if number == _SAMPLE_ROWS:
                break
    except Refusal:
        return (0, 0)
    width, times = max(widths.items(), key=lambda item: (item[0] - 1) * item[1], default=(0, 0))
    return ((width - 1) * times, -_SEPARATORS.index(candidate))


def _rows(text: str, character: str) -> Iterator[list[str]]:
    lines = _Lines(text)
    try:
        for cells in csv.reader(lines, delimiter=character, skipinitialspace=True):
            lines.begin_row()
            yield cells
    except csv.Error as error:
        raise _open_quote(lines.row) from error


def _numbered(rows: Iterator[list[str]]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    numbered: list[tuple[int, tuple[str, ...]]] = []
    filled = 0
    for number, cells in enumerate(rows, 1):
        texts = tuple(plain(cell) for cell in cells)
        if not any(texts):
            continue
        if len(numbered) >= MAX_ROWS + ROWS_ABOVE or any(texts[MAX_COLUMNS:]):
            raise _too_large()
        filled += sum(map(bool, texts))
        if filled > MAX_CELLS:
            raise Refusal(_("This list has more than {number} filled cells.").format(number=f"{MAX_CELLS:,}"))
        numbered.append((number, texts[:MAX_COLUMNS]))
    return tuple(numbered)


class _Lines:
    """The lines of a text, given out one by one; refuses a line or a row that no list of people has."""

    def __init__(self, text: str) -> None:
        # Not io.StringIO: it takes four bytes for every character.
        self._text, self._place = text, 0
        self._taken = 0
        self.row = 1

    def begin_row(self) -> None:
        self.row += 1
        self._taken = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self._taken += 1
        if self._taken > _MAX_LINES_OF_A_ROW:
            raise _open_quote(self.row)
        begin = self._place
        if begin >= len(self._text):
            raise StopIteration
        self._place = (self._text.find("\n", begin) + 1) or len(self._text)
        if self._place - begin > MAX_LINE:
            raise _too_large()
        return self._text[begin : self._place]


def _narrow(data: bytes) -> str:
    """Return text of single bytes: UTF-8 or Windows-1252, or a list in which rows of both were put together."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        mixed = data.decode("utf-8", "surrogateescape")
    # Counted by what encoding leaves out: a list of ten million letters would take a gigabyte.
    strange = len(mixed) - len(mixed.encode("ascii", "ignore"))
    strays = len(mixed) - len(mixed.encode("utf-8", "ignore").decode("utf-8"))
    if 2 * strays >= strange:
        return data.decode("cp1252")
    text = mixed.translate(_OF_WINDOWS)
    if _STRAY_BYTE.search(text):
        raise _no_text()
    return text


def _wide_encoding(head: bytes) -> str:
    """Return UTF-16 in one of its orders if every second byte is mostly zero, as in Latin text without a mark."""
    half = len(head) // 2
    if half and head[1::2].count(0) > half * 0.6:
        return "utf-16-le"
    if half and head[0::2].count(0) > half * 0.6:
        return "utf-16-be"
    return ""


def _no_text() -> Refusal:
    return Refusal(
        _("This file is neither a workbook nor a text table. Open it, save it as .xlsx or CSV, and choose that file.")
    )


def _too_large() -> Refusal:
    return Refusal(
        _("This list has more than {rows} rows or {columns} columns.").format(rows=MAX_ROWS, columns=MAX_COLUMNS)
    )


def _open_quote(row: int) -> Refusal:
    return Refusal(
        _("A quotation mark opens in row {row} and is never closed. Correct the list there.").format(row=row)
    )
