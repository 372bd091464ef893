"""The seat wall itself: painted by hand, because four hundred seats are no four hundred widgets."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QToolTip, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.travel.tiles import Block, Tile, is_problem
from cmc_desk.ui.travel.wall_layout import COLUMNS, WallLayout, lay_out
from cmc_desk.ui.travel.wall_paint import paint_block

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WallView(QAbstractScrollArea):
    """Delegations in three columns; arrows move the choice, `chosen` has the seat, `taken` comes with Enter or a double click."""

    chosen = Signal(object)
    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[Block, ...] = ()
        self._shown: dict[str, frozenset[str]] = {}
        self._layout = WallLayout()
        self._names: dict[str, str] = {}
        self._key = ""
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Seat wall"))
        self.viewport().setMouseTracking(False)

    def set_blocks(self, blocks: Sequence[Block], shown: dict[str, frozenset[str]]) -> None:
        """Show these delegations, and of their seats those that a filter means; the choice stays as long as it is shown."""
        before = self.tile()
        self._blocks, self._shown = tuple(blocks), shown
        self._names = {block.code: block.name for block in blocks}
        self._place()
        if self._key not in self._layout.places:
            self._key = self._layout.order[0] if self._layout.order else ""
        self._say()
        if self.tile() != before:
            self.chosen.emit(self.tile())
        self.viewport().update()

    def tile(self) -> Tile | None:
        """Return the chosen seat."""
        placed = self._layout.by_key.get(self._key)
        return placed.tile if placed is not None else None

    def tiles(self) -> tuple[Tile, ...]:
        """Return the seats that the filter means, in reading order."""
        return tuple(self._layout.by_key[key].tile for key in self._layout.order)

    def choose(self, key: str) -> bool:
        """Choose a seat and bring it into sight; say whether it is shown."""
        if key not in self._layout.places:
            return False
        if key != self._key:
            self._key = key
            self._say()
            self.chosen.emit(self.tile())
            self.viewport().update()
        self._reveal()
        return True

    def next_problem(self) -> bool:
        """Choose the next seat where something blocks, is due, or nobody is named; say whether there is one."""
        for key in self._layout.after(self._key):
            if is_problem(self._layout.by_key[key].tile):
                return self.choose(key)
        return False

    def step(self, *, across: int = 0, down: int = 0) -> None:
        """Choose the seat beside, above or below."""
        self.choose(self._layout.beside(self._key, across=across, down=down))

    def paint_on(self, painter: QPainter, area: QRect) -> None:
        """Paint what lies in an area of the whole wall."""
        draw.fill(painter, area, "panel")
        focused = self.hasFocus()
        for placed in self._layout.blocks:
            box = placed.box
            if box.y + box.height < area.top() or box.y > area.bottom():
                continue
            last = placed.tiles[-1].column // 2 == COLUMNS - 1 if placed.tiles else False
            paint_block(painter, placed, chosen=self._key, focused=focused, last=last)

    def whole_height(self) -> int:
        """Return how high the whole wall is."""
        return self._layout.height

    def _place(self) -> None:
        view = self.viewport()
        self._layout = lay_out(self._blocks, self._shown, width=view.width(), height=view.height())
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._layout.height - view.height()))
        bar.setPageStep(view.height())
        bar.setSingleStep(24)

    def _reveal(self) -> None:
        box, bar = self._layout.by_key[self._key].box, self.verticalScrollBar()
        above, below = box.y - 36, box.y + box.height + 10
        if above < bar.value():
            bar.setValue(above)
        elif below > bar.value() + self.viewport().height():
            bar.setValue(below - self.viewport().height())

    def _say(self) -> None:
        tile = self.tile()
        self.setAccessibleDescription(tile.spoken(self._names[tile.delegation]) if tile is not None else "")

    def _at(self, point: QPoint) -> Tile | None:
        placed = self._layout.at(point.x(), point.y() + self.verticalScrollBar().value())
        return placed.tile if placed is not None else None

    def sizeHint(self) -> QSize:
        return QSize(914, 560)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = self.verticalScrollBar().value()
        painter.translate(0, -offset)
        self.paint_on(painter, event.rect().translated(0, offset))
        if not self._layout.blocks and self._blocks:
            painter.translate(0, offset)
            words = _("No seat is like this.")
            draw.text(painter, QRectF(self.viewport().rect()), words, tone="slate", align=draw.MIDDLE)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def scrollContentsBy(self, _across: int, _down: int) -> None:  # noqa: N802 - Qt's name
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ARROWS and bare:
            across, down = _ARROWS[key]
            self.step(across=across, down=down)
        elif key in _ENTER and bare and not event.isAutoRepeat() and self.tile() is not None:
            self.taken.emit(self.tile())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._layout.order:
            self.choose(self._layout.order[0 if key == Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        tile = self._at(event.position().toPoint())
        if tile is not None:
            self.choose(tile.key)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        tile = self._at(event.position().toPoint())
        if tile is not None and tile.key == self._key:
            self.taken.emit(tile)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tile = self._at(event.pos())
            words = tile.spoken(self._names[tile.delegation]) if tile is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)
