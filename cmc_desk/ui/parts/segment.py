"""One of several: filters with their counts in a row, or tiles with an icon above the word."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.focus_ring import ringed
from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font

HEIGHT = 30
_SIZE = 13


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be chosen; a count stands after the word."""

    key: str
    text: str
    count: int | None = None
    icon: str = ""

    @property
    def words(self) -> str:
        """The word and its count, as they are shown."""
        return self.text if self.count is None else f"{self.text} {self.count}"


class Segment(QWidget):
    """Exactly one option is chosen; arrows move the choice; `even` makes all equally wide."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[Option] = (),
        *,
        name: str,
        even: bool = False,
        tiles: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._even = even
        self._tiles = tiles
        self._buttons: list[_OptionButton] = []
        self._key = ""
        self.setAccessibleName(name)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8 if tiles else 0)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if even or tiles else QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed
        )
        self.set_options(options)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these options; the choice stays if it is still among them, else it is the first. Nothing is emitted."""
        while len(self._buttons) > len(options):
            button = self._buttons.pop()
            self._layout.removeWidget(button)
            button.deleteLater()
        while len(self._buttons) < len(options):
            button = _OptionButton(self, tile=self._tiles)
            button.clicked.connect(self._on_clicked)
            self._buttons.append(button)
            self._layout.addWidget(button, 1 if self._even or self._tiles else 0)
        for place, (button, option) in enumerate(zip(self._buttons, options, strict=True)):
            button.set_option(option, first=place == 0, last=place == len(options) - 1)
        keys = [option.key for option in options]
        self._mark(self._key if self._key in keys else (keys[0] if keys else ""))

    def set_counts(self, counts: dict[str, int]) -> None:
        """Show new counts behind the words."""
        self.set_options([Option(o.key, o.text, counts.get(o.key, o.count), o.icon) for o in self.options()])

    def options(self) -> tuple[Option, ...]:
        """Return what is offered."""
        return tuple(button.option for button in self._buttons)

    def key(self) -> str:
        """Return the key of the chosen option."""
        return self._key

    def choose(self, key: str) -> None:
        """Choose an option and say so, if it was not the chosen one."""
        if key != self._key and key in [option.key for option in self.options()]:
            self._mark(key)
            self.chosen.emit(key)

    def step(self, places: int) -> None:
        """Choose the option that is `places` further right, or left, and give it the keyboard."""
        here = next((place for place, button in enumerate(self._buttons) if button.isChecked()), 0)
        button = self._buttons[max(0, min(len(self._buttons) - 1, here + places))]
        self.choose(button.option.key)
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def _mark(self, key: str) -> None:
        self._key = key
        for button in self._buttons:
            mine = button.option.key == key
            button.setChecked(mine)
            # One stop for Tab: the chosen one.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if mine else Qt.FocusPolicy.NoFocus)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _OptionButton):
            key = button.option.key
            button.setChecked(True)
            self.choose(key)


class _OptionButton(QAbstractButton):
    """One option."""

    def __init__(self, parent: Segment, *, tile: bool) -> None:
        super().__init__(parent)
        self._segment = parent
        self._tile = tile
        self._ends = (True, True)
        self.option = Option("", "")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        ringed(self)

    def set_option(self, option: Option, *, first: bool, last: bool) -> None:
        self.option = option
        self._ends = (first, last)
        self.setText(option.words.replace("&", "&&"))
        self.setAccessibleName(option.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        # Always as wide as when chosen, so that choosing moves nothing.
        wide = draw.text_width(self.option.words, font(12 if self._tile else _SIZE, bold=True)) + 20
        if self._tile:
            return QSize(max(int(wide), 96), 56)
        return QSize(int(wide + (24 if self.option.icon else 0)) + 1, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(32, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self._segment.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        ground = "lagoon" if on else "lagoon2" if self.underMouse() else "panel"
        tone = "sea" if on else "ink"
        if self._tile:
            draw.box(painter, self.rect(), fill=ground, edge="sea" if on else "edge")
            icons.paint(painter, QRectF(self.width() // 2 - 9, 8, 18, 18), self.option.icon, tone)
            lower = QRectF(4, 28, self.width() - 8, 20)
            draw.text(painter, lower, self.option.words, size=12, bold=on, tone=tone, align=draw.MIDDLE)
        else:
            self._paint_frame(painter, ground)
            self._paint_words(painter, tone, bold=on)
        painter.end()

    def _paint_frame(self, painter: QPainter, ground: str) -> None:
        first, last = self._ends
        whole = QRectF(self.rect())
        # The rounded box reaches beyond the ends that are not its own, where it is cut off.
        frame = whole.adjusted(0 if first else -8, 0, 0 if last else 8, 0).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(whole)
        path = QPainterPath()
        path.addRoundedRect(frame, 4, 4)
        painter.fillPath(path, colour(ground))
        painter.setPen(colour("edge"))
        painter.drawPath(path)
        painter.restore()
        if not last:
            draw.down(painter, self.width() - 1, 1, self.height() - 1)

    def _paint_words(self, painter: QPainter, tone: str, *, bold: bool) -> None:
        icon_room = 22 if self.option.icon else 0
        wide = min(self.width() - 12, draw.text_width(self.option.words, font(_SIZE, bold=bold)) + icon_room)
        left = (self.width() - wide) / 2
        if icon_room:
            icons.paint(painter, QRectF(round(left), self.height() // 2 - 8, 16, 16), self.option.icon, tone)
        area = QRectF(left + icon_room, 0, wide - icon_room + 1, self.height())
        draw.text(painter, area, self.option.words, size=_SIZE, bold=bold, tone=tone)
