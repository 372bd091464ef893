"""A list of painted rows: as fast with ten thousand as with seven."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic

from PySide6.QtCore import QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmc_desk.ui.parts.row_model import Column, Index, Row, RowTableModel
from cmc_desk.ui.parts.row_paint import paint_bar, paint_ground, paint_keyboard
from cmc_desk.ui.parts.row_view import Choice

# the painter, the row's place without its line, the row, whether it is chosen
RowPainter = Callable[[QPainter, QRectF, Row, bool], None]
# the row, the width it has: its height
RowMeasure = Callable[[Row, int], int]


class RowList(QListView, Generic[Row]):
    """A list whose rows `paint` paints and `spoken` says; with `choosing=False` it only shows.

    `measure` gives each row a height of its own; such a list is for hundreds of rows, not for thousands.
    """

    chosen = Signal(object)
    taken = Signal(object)

    def __init__(
        self,
        paint: RowPainter[Row],
        *,
        key: Callable[[Row], Hashable],
        spoken: Callable[[Row], str],
        name: str,
        height: int,
        measure: RowMeasure[Row] | None = None,
        ground: Callable[[Row], str] | None = None,
        lines: bool = True,
        choosing: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._height = height
        self._model: RowTableModel[Row] = RowTableModel((Column("", spoken, tooltip=spoken),), key=key, parent=self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self._measure = measure
        self.setUniformItemSizes(measure is None)
        if measure is not None:
            self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(_RowDelegate(self._model, paint, self.height_of, ground, self, lines=lines))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._choice = Choice(self, self._model)
        self._choice.changed.connect(self.chosen)
        self._choice.taken.connect(self.taken)
        # A click chooses and leaves the cursor in the field that rules the desk.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if choosing else Qt.FocusPolicy.NoFocus)
        if not choosing:
            self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    def rows(self) -> tuple[Row, ...]:
        """Return the rows, from top to bottom."""
        return self._model.rows

    def height_of(self, row: Row | None) -> int:
        """Return how high a row is, at the width that the list has."""
        if self._measure is None or row is None:
            return self._height
        return self._measure(row, self.viewport().width())

    def set_rows(self, rows: Sequence[Row], *, key: Hashable = None, first: bool = False) -> None:
        """Show `rows`; choose `key` if it is given, else the row that was chosen, else, with `first`, the first one."""
        self._choice.set_rows(rows, key=key, first=first)
        self.updateGeometry()

    def current(self) -> Row | None:
        """Return the chosen row."""
        return self._choice.current()

    def choose(self, key: Hashable) -> bool:
        """Choose the row with this key; say whether there is one."""
        return self._choice.choose(key)

    def choose_none(self) -> None:
        """Let no row be chosen."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def step(self, rows: int) -> None:
        """Choose the row that is `rows` further down, or up."""
        self._choice.step(rows)

    def first_seen(self) -> int:
        """Return the number of the first row that is seen whole, from 0."""
        top = self.indexAt(QPoint(1, 0))
        if not top.isValid():
            return 0
        return top.row() + (self.visualRect(top).top() < 0)

    def show_from(self, place: int) -> None:
        """Scroll so that the row with this number is the first that is seen."""
        self.scrollTo(self._model.index(place, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def sizeHint(self) -> QSize:
        return QSize(240, sum(map(self.height_of, self._model.rows)) or self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._measure is not None and event.size().width() != event.oldSize().width():
            # A bar that comes while the rows are laid out makes them narrower, and Qt does not lay them out again for that.
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._choice.take()
        else:
            super().keyPressEvent(event)


class _RowDelegate(QStyledItemDelegate, Generic[Row]):
    """Paints a row of a list."""

    def __init__(
        self,
        model: RowTableModel[Row],
        paint: RowPainter[Row],
        height: Callable[[Row | None], int],
        ground: Callable[[Row], str] | None,
        view: RowList[Row],
        *,
        lines: bool,
    ) -> None:
        super().__init__(view)
        self._model = model
        self._paint = paint
        self._height = height
        self._ground = ground
        self._view = view
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), self._height(self._model.row_at(index.row())))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row_at(index.row())
        if row is None:
            return
        area = QRectF(option.rect)
        choosing = self._view.selectionMode() != QAbstractItemView.SelectionMode.NoSelection
        selected = choosing and self._view.currentIndex().row() == index.row()
        ground = self._ground(row) if self._ground else "panel"
        painter.save()
        paint_ground(painter, area, ground=ground, selected=selected, line=self._lines)
        self._paint(painter, area.adjusted(0, 0, 0, -1), row, selected)
        if selected:
            paint_bar(painter, area)
            if self._view.hasFocus():
                paint_keyboard(painter, area)
        painter.restore()
