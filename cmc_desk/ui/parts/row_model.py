"""Rows that are frozen dataclasses, shown through columns that are data."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import Cell, CellPainter, cell_text, paint_cell

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its head, what it takes from a row, its width in px (0: what is left), its side, its tooltip.

    `value` only reads the row: it neither asks the store nor raises. `paint` replaces the way the cell is painted.
    """

    title: str
    value: Callable[[Row], Cell]
    width: int = 0
    align: Qt.AlignmentFlag = draw.LEFT
    tooltip: Callable[[Row], str] | None = None
    size: int = 14
    bold: bool = False
    tone: str = "ink"
    paint: CellPainter = paint_cell


class RowTableModel(QAbstractTableModel, Generic[Row]):
    """The rows of one table or list; they are set whole, or one is replaced by its key."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], Hashable],
        heading: Callable[[Row], bool] | None = None,
        ground: Callable[[Row], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._columns = tuple(columns)
        self._key = key
        self._heading = heading
        self._rows: tuple[Row, ...] = ()
        self._places: dict[Hashable, int] = {}

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """The columns, from left to right."""
        return self._columns

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows, from top to bottom."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; their keys differ from one another."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._places = {self._key(row): place for place, row in enumerate(self._rows)}
        self.endResetModel()

    def replace_row(self, row: Row) -> bool:
        """Put `row` in the place of the row that has its key; say whether there was one.

        Only the cells that look different are painted anew: of somebody who speaks that is the time.
        """
        place = self.place_of(self._key(row))
        if place < 0:
            return False
        before = self._rows[place]
        self._rows = (*self._rows[:place], row, *self._rows[place + 1 :])
        same_ground = self._ground is None or self._ground(before) == self._ground(row)
        for number, column in enumerate(self._columns):
            if not same_ground or column.value(before) != column.value(row):
                self.dataChanged.emit(self.index(place, number), self.index(place, number))
        return True

    def place_of(self, key: Hashable) -> int:
        """Return the number of the row with this key, from 0; -1 if there is none."""
        return self._places.get(key, -1)

    def key_at(self, place: int) -> Hashable:
        """Return the key of a row; None outside."""
        return self._key(self._rows[place]) if 0 <= place < len(self._rows) else None

    def row_at(self, place: int) -> Row | None:
        """Return a row; None outside."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def is_heading(self, place: int) -> bool:
        """Say whether a row only heads those beneath it; the keyboard and the mouse pass over it."""
        row = self.row_at(place)
        return self._heading is not None and row is not None and self._heading(row)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.NoItemFlags if self.is_heading(index.row()) else super().flags(index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, and it is never changed
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return self._columns[section].align if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(column.value(row))
        if role == CELL:
            return column.value(row)
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = cell_text(column.value(row))
            return f"{column.title}: {words}" if column.title else words
        if role == Qt.ItemDataRole.ToolTipRole and column.tooltip is not None:
            return column.tooltip(row) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align
        return None
