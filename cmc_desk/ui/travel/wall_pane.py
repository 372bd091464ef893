"""The seat wall with what narrows it: states, what presses, and a name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.travel.filter_button import FilterButton
from cmc_desk.ui.travel.find_field import FindField
from cmc_desk.ui.travel.legend import Legend
from cmc_desk.ui.travel.tiles import Block, Stripe, Tile
from cmc_desk.ui.travel.wall_filters import ALL, PRESSING, STATES, WallFilter, counts, shown
from cmc_desk.ui.travel.wall_view import WallView

_EDGE, _SPACE = 16, 5


class WallPane(QWidget):
    """`chosen` has the seat, or None where the filters leave none."""

    chosen = Signal(object)
    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[Block, ...] = ()
        self._state, self._pressing = ALL, ""
        self.states = {one.key: self._button(one) for one in STATES}
        self.pressing = {one.key: self._button(one) for one in PRESSING}
        self.finder = FindField(name=_("Find a delegation or an official"))
        self.finder.edit.textChanged.connect(self._on_changed)
        self.finder.left.connect(self.focus_wall)
        self.wall = WallView(self)
        self.wall.chosen.connect(self.chosen)
        self.wall.taken.connect(self.taken)
        self.words = Text(size=12, tone="slate")
        self.legend = Legend()
        self._lay_out()
        self._mark()
        self.setFocusProxy(self.wall)

    def show_wall(self, blocks: Sequence[Block], stripes: Sequence[Stripe], words: str) -> None:
        """Show the seats as they are now."""
        self._blocks = tuple(blocks)
        self.legend.set_agencies(stripes)
        self.words.setText(words)
        numbers = counts(blocks)
        for key, button in (*self.states.items(), *self.pressing.items()):
            button.set_count(numbers[key])
        self._fit_filters()
        self._show()

    def choose(self, seat: str) -> bool:
        """Choose a seat; a filter that hides it is put away."""
        if not self.wall.choose(seat) and any(tile.key == seat for block in self._blocks for tile in block.tiles):
            self.show_all()
            return self.wall.choose(seat)
        return self.wall.tile() is not None

    def tile(self) -> Tile | None:
        """Return the chosen seat."""
        return self.wall.tile()

    def show_all(self) -> None:
        """Put every filter away."""
        self._state, self._pressing = ALL, ""
        self.finder.edit.clear()
        self._mark()
        self._show()

    def filter_by(self, key: str) -> None:
        """Show what a filter means; one that presses is put away by the same key again."""
        if key in self.states:
            self._state = key
        else:
            self._pressing = "" if self._pressing == key else key
        self._mark()
        self._show()

    def next_problem(self) -> bool:
        """Choose the next seat where something is wrong."""
        return self.wall.next_problem()

    def focus_wall(self) -> None:
        """Put the keyboard on the wall."""
        self.wall.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_filters(self) -> None:
        """Leave the icons away where the words would be cut: some languages need more letters for them."""
        buttons = tuple(self.states.values())
        room = self.width() - 2 * _EDGE - self.finder.width() - _SPACE * len(buttons)
        close = sum(button.wide(close=False) for button in buttons) > room
        for button in buttons:
            button.set_close(on=close)

    def _show(self) -> None:
        text = self.finder.edit.text()
        self.wall.set_blocks(self._blocks, shown(self._blocks, state=self._state, pressing=self._pressing, text=text))

    def _on_changed(self, _text: str) -> None:
        self._show()

    def _on_filter(self) -> None:
        button = self.sender()
        if isinstance(button, FilterButton):
            self.filter_by(button.key)
            self.focus_wall()

    def _mark(self) -> None:
        for key, button in self.states.items():
            button.setChecked(key == self._state)
        for key, button in self.pressing.items():
            button.setChecked(key == self._pressing)

    def _button(self, one: WallFilter) -> FilterButton:
        button = FilterButton(one.key, _(one.title), one.icon, self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._on_filter)
        return button

    def _lay_out(self) -> None:
        bar = Pane("panel", lines="b")
        bar.setFixedHeight(45)
        row = QHBoxLayout(bar)
        row.setContentsMargins(_EDGE, 0, _EDGE, 1)
        row.setSpacing(_SPACE)
        for button in self.states.values():
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.finder)
        foot = Pane("sand", lines="t")
        foot.setFixedHeight(27)
        line = QHBoxLayout(foot)
        line.setContentsMargins(_EDGE, 1, _EDGE, 0)
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        line.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (bar, self.wall, foot):
            column.addWidget(widget, 1 if widget is self.wall else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_filters()
