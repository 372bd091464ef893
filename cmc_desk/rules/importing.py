"""What an import will do, row by row, before anything is written."""

from dataclasses import dataclass
from enum import StrEnum

# What stands in a cell whose formula nobody has worked out.
NOT_CALCULATED = "#NOT CALCULATED!"
# What a spreadsheet program shows where a formula has no result.
_ERRORS = frozenset({"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"})


def without_result(text: str) -> bool:
    """Tell whether a cell is a formula that nobody has worked out, or that could not be."""
    return text == NOT_CALCULATED or text in _ERRORS


class RowVerdict(StrEnum):
    """What will become of a row of somebody's list."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    DUPLICATE = "possible duplicate"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class RawTable:
    """A sheet as it was read: text in every cell, `headings` found in row `heading_row` (1-based, as the sheet counts).

    `heading_row` is 0 if the list has no headings. `rows` holds the row number of the sheet with its cells, as long as
    `headings`; wholly empty rows are left out. `columns` holds the number of each column in the sheet (1 is A); if it is
    empty the table begins in column A and has no gaps.
    """

    file_name: str
    sheet: str
    heading_row: int
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    columns: tuple[int, ...] = ()

    def cell(self, row: int, index: int) -> str:
        """Return what a spreadsheet calls the cell of column `index` (from 0) in the sheet's row `row`: `G13`."""
        return f"{column_letters(self.columns[index] if self.columns else index + 1)}{row}"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which column of a table goes where: a field name of `Person`, a special target, or nothing.

    Special targets: `full_name` (split into given and family name), `code_alias:indico` and `code_alias:pretix`
    (codes on tickets issued elsewhere), `desk_note`.
    """

    targets: tuple[str, ...]
    source: str = "list"


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong with one cell: `cell` as a spreadsheet names it (`G13`), and one sentence."""

    cell: str
    sentence: str


def column_letters(number: int) -> str:
    """Return what a spreadsheet calls its column `number`, counted from 1: 27 is AA."""
    letters = ""
    while number:
        number, last = divmod(number - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters
