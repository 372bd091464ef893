"""The left of the editor: all blocks of the report, each switched on or off where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import pgettext
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.report.block_rows import (
    HEIGHT,
    BlockRow,
    Hand,
    Only,
    chosen_rows,
    paint_row,
    spoken,
    tick_place,
)

WIDTH = 440
_AROUND = 6


class BlockList(RowList[BlockRow]):
    """`switched` brings the row that is to be left out or taken in: its tick was clicked, or Space pressed on it."""

    switched = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            paint_row,
            key=lambda row: row.key,
            spoken=spoken,
            name=_("Blocks of the report"),
            height=HEIGHT,
            parent=parent,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        if event.key() == Qt.Key.Key_Space and row is not None:
            if not event.isAutoRepeat():
                self.switched.emit(row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        rows = self.rows()
        if not index.isValid() or not 0 <= index.row() < len(rows):
            return
        row = rows[index.row()]
        place = tick_place(row, self.visualRect(index).top()).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        if place.contains(QPointF(event.position())):
            self.switched.emit(row)


class BlocksPane(Pane):
    """`chosen` brings the row that is shown beside, `taken` one on which Enter was pressed."""

    chosen = Signal(object)
    taken = Signal(object)
    switched = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="r", parent=parent)
        self.setFixedWidth(WIDTH)
        self._rows: tuple[BlockRow, ...] = ()
        self.back = DeskButton(_("Papers"), key="Esc", parent=self)
        self.next = DeskButton(_("Next changed"), key="F8", parent=self)
        self.head = PaneHead(_("The report"), parent=self)
        self.only = Segment(name=_("Which blocks"), parent=self)
        self.list = BlockList(self)
        self._none = EmptyState(icon="check", title=_("There is no such block"), parent=self)
        self.head.add(self.next)
        self.head.add(self.back)
        self.back.clicked.connect(self.left)
        self.next.clicked.connect(self._on_next)
        self.only.chosen.connect(self._on_only)
        self.list.chosen.connect(self.chosen)
        self.list.taken.connect(self.taken)
        self.list.switched.connect(self.switched)
        bar = Pane("panel", lines="b", parent=self)
        line = QHBoxLayout(bar)
        line.setContentsMargins(16, 7, 16, 8)
        line.setSpacing(8)
        line.addWidget(self.only)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(bar)
        column.addWidget(self.list, 1)
        column.addWidget(self._none, 1)
        self._none.hide()
        self.setFocusProxy(self.list)
        self._count()

    def show_blocks(self, rows: Sequence[BlockRow]) -> None:
        """Show these rows; the one that was chosen stays chosen."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._count()
            self._fill()

    def row(self, key: str) -> BlockRow | None:
        """Return a row by the key of its block."""
        return next((row for row in self._rows if row.key == key), None)

    def choose(self, key: str) -> bool:
        """Choose a block, or the nearest above that has a row; all are shown if it is not among those that are."""
        known = {row.key for row in self._rows}
        while key and key not in known:
            key = key.rpartition("/")[0]
        if key and not self.list.choose(key):
            self.only.choose(Only.ALL.value)
        return bool(key) and self.list.choose(key)

    def _count(self) -> None:
        counts = {only: len(chosen_rows(self._rows, only)) for only in Only}
        self.only.set_options(
            (
                Option(Only.ALL.value, _("All"), counts[Only.ALL]),
                Option(Only.WRITTEN.value, _("By hand"), counts[Only.WRITTEN]),
                Option(Only.STALE.value, _("Changed"), counts[Only.STALE]),
                Option(Only.LEFT_OUT.value, pgettext("blocks", "Left out"), counts[Only.LEFT_OUT]),
            )
        )
        self.next.allow(why_not="" if counts[Only.STALE] else _("The sources of nothing written by hand have changed."))

    def _fill(self) -> None:
        rows = chosen_rows(self._rows, Only(self.only.key()))
        self.list.set_rows(rows, first=True)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _on_only(self, _key: str) -> None:
        self._fill()

    def _on_next(self) -> None:
        """Choose the next block whose sources have changed, from the top again after the last."""
        stale = [row.key for row in self._rows if row.hand is Hand.STALE]
        here = self.list.current()
        places = [row.key for row in self._rows]
        after = places.index(here.key) if here is not None else -1
        if stale:
            self.choose(next((key for key in stale if places.index(key) > after), stale[0]))
