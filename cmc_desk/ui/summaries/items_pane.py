"""The items of the agenda at the left of the notes; Ctrl and an arrow go from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.chip import chip_width, paint_chip
from cmc_desk.ui.parts.keycap import KeyCap
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.summaries.item_rows import ItemRow
from cmc_desk.ui.summaries.text_layout import laid

WIDTH = 236
_HEADING, _ABOVE, _UNDER, _GAP = 32, 8, 9, 3


class ItemsPane(Pane):
    """`chosen` says the key of the item whose notes are wanted."""

    chosen = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="r", parent=parent)
        self._open = ""
        self.setFixedWidth(WIDTH)
        self.head = PaneHead(_("Items"), right=KeyCap(_("Ctrl+↑↓")), side=True, lines="b")
        self.list: RowList[ItemRow] = RowList(
            _paint,
            key=lambda row: row.key,
            spoken=lambda row: row.spoken,
            name=_("Items of the agenda"),
            height=_HEADING,
            measure=_height,
            ground=lambda _row: "sand",
        )
        self.list.setProperty("ground", "sand")
        self.list.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)

    def show_rows(self, rows: Sequence[ItemRow], *, key: str) -> None:
        """Show the items, with the one whose notes are open chosen."""
        self._open = key
        if tuple(rows) != self.list.rows():
            self.list.set_rows(rows, key=key)
        else:
            self.list.choose(key)

    def step(self, rows: int) -> None:
        """Go to the next item, or to the one before."""
        if key := self.neighbour(rows):
            self.list.choose(key)

    def neighbour(self, rows: int) -> str:
        """Return the item so many further down, or up; empty past the ends."""
        items = [row.key for row in self.list.rows() if not row.heading]
        current = self.list.current()
        here = items.index(current.key) if current is not None and current.key in items else -1
        return items[here + rows] if items and 0 <= here + rows < len(items) else ""

    def _on_chosen(self, row: object) -> None:
        if isinstance(row, ItemRow) and row.heading:
            # A day is nothing to write under.
            self.list.choose(self._open)
        elif isinstance(row, ItemRow):
            self.chosen.emit(row.key)


def _height(row: ItemRow, width: int) -> int:
    if row.heading:
        return _HEADING
    # The chosen one is bold, and may take a line more: nothing moves when it is chosen.
    lines = max(laid(words, width - 2 * PAD, 14, airy=False).height for words in (row.title, f"*{row.title}*"))
    return round(_ABOVE + lines + _GAP + 20 + _UNDER)


def _paint(painter: QPainter, rect: QRectF, row: ItemRow, selected: bool) -> None:  # noqa: FBT001 - what a row painter is given
    inner = rect.adjusted(PAD, 0, -PAD, 0)
    if row.heading:
        draw.text(painter, inner, row.title, size=12, tone="slate")
        return
    words = f"*{row.title}*" if selected else row.title
    title = laid(words, int(inner.width()), 14, airy=False)
    title.paint(painter, QPointF(inner.x(), rect.y() + _ABOVE), size=14)
    line = QRectF(inner.x(), rect.bottom() - _UNDER - 20, inner.width(), 20)
    x = line.x()
    if row.chip is not None:
        paint_chip(painter, line, row.chip, selected=selected)
        x += chip_width(row.chip) + 8
    tone = "amberInk" if row.warned else "slate"
    draw.text(painter, QRectF(x, line.y(), line.right() - x, 20), row.second, size=12, tone=tone)
