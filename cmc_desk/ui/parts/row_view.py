"""What a table and a list of rows share: which row is chosen, kept by its key."""

from collections.abc import Hashable, Sequence
from typing import Generic

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from cmc_desk.ui.parts.row_model import Row, RowTableModel


class Choice(QObject, Generic[Row]):
    """The chosen row of a view; setting new rows keeps it by its key."""

    changed = Signal(object)
    taken = Signal(object)

    def __init__(self, view: QAbstractItemView, model: RowTableModel[Row]) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._setting = False
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.selectionModel().currentRowChanged.connect(self._on_current_changed)
        view.doubleClicked.connect(self._on_taken)

    def current(self) -> Row | None:
        """Return the chosen row."""
        return self._model.row_at(self._view.currentIndex().row())

    def set_rows(self, rows: Sequence[Row], *, key: Hashable = None, first: bool = False) -> None:
        """Show `rows`; choose `key` if it is given, else the row that was chosen, else, with `first`, the first one."""
        before = self._model.key_at(self._view.currentIndex().row())
        self._setting = True
        self._model.set_rows(rows)
        place = self._model.place_of(before if key is None else key)
        if place < 0 and first and rows:
            place = 0
        self._put(place)
        self._setting = False
        if self._model.key_at(place) != before:
            self.changed.emit(self.current())

    def choose(self, key: Hashable) -> bool:
        """Choose the row with this key; say whether there is one."""
        place = self._model.place_of(key)
        if place >= 0:
            self._put(place)
        return place >= 0

    def step(self, rows: int) -> None:
        """Choose the row that is `rows` further down, or up; the ends hold."""
        count = len(self._model.rows)
        if count:
            here = self._view.currentIndex().row()
            self._put(max(0, min(count - 1, here + rows)))

    def to_end(self, *, last: bool) -> None:
        """Choose the first row that can be chosen, or the last."""
        places = range(len(self._model.rows))
        for place in reversed(places) if last else places:
            if self._model.flags(self._model.index(place, 0)) & Qt.ItemFlag.ItemIsSelectable:
                self._put(place)
                return

    def take(self) -> None:
        """Do with the chosen row what Enter does."""
        if (row := self.current()) is not None:
            self.taken.emit(row)

    def _put(self, place: int) -> None:
        index = self._model.index(place, 0) if place >= 0 else QModelIndex()
        self._view.setCurrentIndex(index)
        if place >= 0:
            self._view.scrollTo(index)
        else:
            self._view.clearSelection()

    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._setting:
            self.changed.emit(self.current())

    def _on_taken(self, _index: QModelIndex) -> None:
        self.take()
