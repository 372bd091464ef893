"""The table of a text that is brought: its numbers and its lines, to be confirmed before anything is written."""

from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.documents.bring_rows import BringRow
from cmc_desk.ui.parts.cells import Cell
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable


def bring_table(parent: QWidget | None = None) -> RowTable[BringRow]:
    """Return the table, with no rows yet."""
    columns: tuple[Column[BringRow], ...] = (
        Column(_("Number"), _number, width=84, tone="slate"),
        Column(_("Text"), _text, tooltip=_text, size=13),
        Column(_("What it is"), _kind, width=150, size=12, tone="slate"),
        Column(_("Against the text"), _state, width=128),
    )
    return RowTable(columns, key=_key, name=_("Lines of the text"), height=DENSE, parent=parent)


def _key(row: BringRow) -> int:
    return row.number


def _number(row: BringRow) -> Cell:
    return row.read.label


def _text(row: BringRow) -> str:
    said = row.read.text or "; ".join(words for _name, words in row.read.cells)
    return " ".join(said.split())


def _kind(row: BringRow) -> Cell:
    return row.kind_words


def _state(row: BringRow) -> Cell:
    return row.state
