"""A matrix of comments that comes back: our own workbook filled in, or any table with such columns."""

import re
from collections.abc import Sequence
from pathlib import Path

from cmc_desk.exchange.tables import read_sheets
from cmc_desk.i18n import LANGUAGES, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.matrix_columns import ANSWER, columns_of, heading_names
from cmc_desk.rules.matrix_rows import MatrixFile, MatrixRow
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.table_layout import Sheet

_SEARCHED = 60
_NUMBERS = re.compile(r"P-\d+(?:, P-\d+)*")
_GUARDED = ("'=", "'+", "'-", "'@")


def read_matrix(path: Path) -> MatrixFile:
    """Return the rows of every sheet that has the columns of a matrix.

    Raises Refusal if none has, or if the file is not safe to open; Unavailable if it cannot be read now.
    """
    catalogues = [texts(language) for language in LANGUAGES]
    names = heading_names(catalogues)
    answers = tuple(dict.fromkeys(one.gettext(ANSWER) for one in catalogues))
    rows: list[MatrixRow] = []
    written: tuple[str, ...] = ()
    found = False
    sheets = [sheet for sheet in read_sheets(path, whole=True) if sheet.visible]
    for sheet in sheets:
        place, columns = _headings(sheet, names, answers)
        if columns:
            found = True
            rows += _rows(sheet, place, columns, several=len(sheets) > 1, guarded=path.suffix.lower() == ".csv")
        else:
            written = written or _written(sheet)
    if not found:
        raise Refusal(
            _(
                "“{file}” is no matrix of comments: no row has headings such as No., Provision, Delegations, Proposed text and Rationale."
            ).format(file=path.name),
            field="path",
        )
    return MatrixFile(path.name, tuple(rows), written)


def _headings(sheet: Sheet, names: dict[str, str], answers: Sequence[str]) -> tuple[int, dict[str, int]]:
    for place, (_number, cells) in enumerate(sheet.rows[:_SEARCHED]):
        if columns := columns_of(cells, names, answers):
            return place, columns
    return 0, {}


def _rows(sheet: Sheet, place: int, columns: dict[str, int], *, several: bool, guarded: bool) -> list[MatrixRow]:
    headings = sheet.rows[place][1]
    found = []
    for number, cells in sheet.rows[place + 1 :]:
        told = {name: _text(cells, at, guarded=guarded) for name, at in columns.items()}
        # A table that was printed and scanned repeats its headings on every page.
        if any(told.values()) and cells != headings:
            found.append(MatrixRow(_where(sheet, number, several=several), sheet.name, told))
    return found


def _written(sheet: Sheet) -> tuple[str, ...]:
    """Return the numbers that our own workbook says are in it, from the sheet that says what it is."""
    lists = (cell for _number, cells in sheet.rows for cell in cells if _NUMBERS.fullmatch(cell))
    return tuple(filter(None, next(lists, "").split(", ")))


def _text(cells: Sequence[str], place: int, *, guarded: bool) -> str:
    text = cells[place].strip() if place < len(cells) else ""
    # In separated values the apostrophe that keeps a spreadsheet program from taking a text for a formula is not part of it.
    return text[1:] if guarded and text.startswith(_GUARDED) else text


def _where(sheet: Sheet, number: int, *, several: bool) -> str:
    if several:
        return _("{sheet}, row {row}").format(sheet=sheet.name, row=number)
    return _("row {row}").format(row=number)
