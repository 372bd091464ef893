"""What an import will do, row by row, before anything is written."""

from dataclasses import dataclass
from enum import StrEnum


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

    `rows` holds the row number of the sheet with its cells, as long as `headings`; wholly empty rows are left out.
    """

    file_name: str
    sheet: str
    heading_row: int
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


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
