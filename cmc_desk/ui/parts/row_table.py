"""The one table of the program: heads without fill, lines between the rows, a bar at the chosen one."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import CellStyle, cell_text, cell_width
from cmc_desk.ui.parts.row_model import Column, Index, Row, RowTableModel
from cmc_desk.ui.parts.row_paint import PAD, paint_bar, paint_ground, paint_keyboard
from cmc_desk.ui.parts.row_view import Choice
from cmc_desk.ui.theme import font

HEAD = 28
DENSE, NORMAL, TWO_LINE = 34, 42, 52
HEADING = 30
_GAP = 8
_HEAD_SIZE = 12


class RowTable(QTableView, Generic[Row]):
    """A table of frozen rows; `ground` may give a row another ground (a colour of the palette).

    A row that is a `heading` is lower and is never chosen; what its first cell says has the width of the table.
    """

    chosen = Signal(object)
    taken = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], Hashable],
        name: str,
        height: int = NORMAL,
        heads: bool = True,
        ground: Callable[[Row], str] | None = None,
        heading: Callable[[Row], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heading = heading
        self._model = RowTableModel(columns, key=key, heading=heading, ground=ground, parent=self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setItemDelegate(_CellDelegate(self._model, ground, self))
        self.setHorizontalHeader(_Heads(self))
        self.horizontalHeader().setVisible(heads)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(20)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._choice = Choice(self, self._model)
        self._choice.changed.connect(self.chosen)
        self._choice.taken.connect(self.taken)
        self._size_columns()

    def model_of_rows(self) -> RowTableModel[Row]:
        """Return the model, for replacing one row."""
        return self._model

    def set_rows(self, rows: Sequence[Row], *, key: Hashable = None, first: bool = False) -> None:
        """Show `rows`; choose `key` if it is given, else the row that was chosen, else, with `first`, the first one."""
        self._choice.set_rows(rows, key=key, first=first)
        if self._heading is None:
            return
        heads, count = self.verticalHeader(), len(self._model.columns)
        self.clearSpans()
        for place, row in enumerate(rows):
            heading = self._heading(row)
            heads.resizeSection(place, HEADING if heading else heads.defaultSectionSize())
            if heading and count > 1:
                self.setSpan(place, 0, 1, count)

    def current(self) -> Row | None:
        """Return the chosen row."""
        return self._choice.current()

    def choose(self, key: Hashable) -> bool:
        """Choose the row with this key; say whether there is one."""
        return self._choice.choose(key)

    def step(self, rows: int) -> None:
        """Choose the row that is `rows` further down, or up."""
        self._choice.step(rows)

    def _size_columns(self) -> None:
        head = self.horizontalHeader()
        head.setMinimumSectionSize(16)
        for place, column in enumerate(self._model.columns):
            if column.width:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
                head.resizeSection(place, max(column.width, self._least(place, column)))
            else:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def _least(self, place: int, column: Column[Row]) -> int:
        """Return how wide a column must be for its head, which is longer in some languages."""
        if not column.title:
            return 0
        first, last = place == 0, place == len(self._model.columns) - 1
        pads = (PAD if first and not column.align & Qt.AlignmentFlag.AlignRight else _GAP) + (PAD if last else _GAP)
        return int(draw.text_width(column.title, font(_HEAD_SIZE))) + 1 + pads

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._choice.take()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choice.to_end(last=event.key() == Qt.Key.Key_End)
        else:
            super().keyPressEvent(event)


def _inner(rect: QRectF, place: int, count: int) -> QRectF:
    """Take the paddings off a cell: the edge of the pane at the ends, half the gap between two columns elsewhere."""
    return rect.adjusted(PAD if place == 0 else _GAP, 0, -(PAD if place == count - 1 else _GAP), 0)


class _Heads(QHeaderView):
    """Heads of columns in small grey words, with a line beneath and no fill."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFixedHeight(HEAD)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEAD)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's name
        model = self.model()
        area = QRectF(rect)
        draw.fill(painter, area, "panel")
        draw.across(painter, area.left(), area.right(), area.bottom() - 1)
        words = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        align = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        inner = _inner(area, section, self.count())
        if section == 0 and Qt.AlignmentFlag(align or draw.LEFT) & Qt.AlignmentFlag.AlignRight:
            inner.setLeft(area.left() + 4)
        draw.text(painter, inner, words, size=_HEAD_SIZE, tone="slate", align=Qt.AlignmentFlag(align or draw.LEFT))


class _CellDelegate(QStyledItemDelegate, Generic[Row]):
    """Paints the cells; the model is asked directly, because data() through Qt costs a copy per role."""

    def __init__(self, model: RowTableModel[Row], ground: Callable[[Row], str] | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._ground = ground
        self._view = parent

    def _style(self, column: Column[Row], *, selected: bool = False) -> CellStyle:
        return CellStyle(column.align, column.size, column.bold, column.tone, selected)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row_at(index.row())
        if row is None:
            return
        place, count = index.column(), len(self._model.columns)
        area = QRectF(option.rect)
        view = self._view
        selected = isinstance(view, QTableView) and view.currentIndex().row() == index.row()
        painter.save()
        paint_ground(painter, area, ground=self._ground(row) if self._ground else "panel", selected=selected)
        column = self._model.columns[place]
        inner = _inner(area, place, count).adjusted(0, 0, 0, -1)
        column.paint(painter, inner, column.value(row), self._style(column, selected=selected))
        if selected and place == 0:
            paint_bar(painter, area)
        if selected and view.hasFocus():
            paint_keyboard(painter, area, first=place == 0, last=place == count - 1)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        row = self._model.row_at(index.row())
        if event.type() != QEvent.Type.ToolTip or row is None:
            return super().helpEvent(event, view, option, index)
        column = self._model.columns[index.column()]
        cell = column.value(row)
        room = _inner(QRectF(option.rect), index.column(), len(self._model.columns)).width()
        words = column.tooltip(row) if column.tooltip else ""
        if not words and cell_width(cell, self._style(column)) > room + 0.5:
            words = cell_text(cell)
        QToolTip.showText(event.globalPos(), words, view)
        return True
