"""The rail at the left: the pages of the program, each with its number."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.theme import font, hints_shown

WIDTH = 88
_ENTRY = 68


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A page: its key, its number (Ctrl+number opens it), its icon, its name."""

    key: str
    number: int
    icon: str
    text: str


class Rail(Pane):
    """The pages one under another; `mark` says in the title of the rail which program this is."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], *, mark: str = "CMC", parent: QWidget | None = None) -> None:
        super().__init__("rail", parent=parent)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("Pages"))
        self._buttons = {entry.key: _RailButton(entry, self) for entry in entries}
        head = Pane("rail", lines="b", line_tone="railLine", parent=self)
        head.setFixedHeight(56)
        head_layout = QVBoxLayout(head)
        head_layout.addWidget(
            Text(mark, size=15, bold=True, tone="railOnInk", align=draw.MIDDLE, spacing=0.5, parent=head)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        column.addWidget(head)
        for button in self._buttons.values():
            button.clicked.connect(self._on_clicked)
            column.addWidget(button)
        column.addStretch()
        if entries:
            keys = key_text(f"Ctrl+{entries[0].number}").replace("+", " + ") + f"–{entries[-1].number}"
            column.addWidget(Text(keys, size=11, tone="railInk", align=draw.MIDDLE, parent=self))

    def choose(self, key: str) -> None:
        """Show which page is open; nothing is emitted."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _RailButton):
            # The page that opens decides what is marked: it may refuse.
            button.setChecked(not button.isChecked())
            self.chosen.emit(button.entry.key)


class _RailButton(QAbstractButton):
    """One page on the rail."""

    def __init__(self, entry: RailEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setText(entry.text.replace("&", "&&"))
        self.setAccessibleName(entry.text)
        self.setCheckable(True)
        self.setFixedHeight(_ENTRY)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._shortcut = QShortcut(QKeySequence(f"Ctrl+{entry.number}"), self)
        self._shortcut.activated.connect(self.click)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, _ENTRY)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        tone = "railOnInk" if on or self.underMouse() else "railInk"
        draw.fill(painter, self.rect(), "railOn" if on else "rail")
        if on:
            draw.fill(painter, QRectF(0, 0, 4, self.height()), "railBar")
        icons.paint(painter, QRectF(33, 13, 22, 22), self.entry.icon, tone)
        pad = 4 if draw.text_width(self.entry.text, font(12, bold=on)) > self.width() - 16 else 8
        words = QRectF(pad, 38, self.width() - 2 * pad, 18)
        # "Samenvattingen" is longer than the rail is wide.
        fitting = (size for size in (12, 11) if draw.text_width(self.entry.text, font(size, bold=on)) <= words.width())
        size = next(fitting, 10)
        if size < 11:
            words = QRectF(1, 38, self.width() - 2, 18)
        draw.text(painter, words, self.entry.text, size=size, bold=on, tone=tone, align=draw.MIDDLE)
        if hints_shown():
            number = QRectF(self.width() - 20, 4, 13, 16)
            draw.text(
                painter, number, str(self.entry.number), size=11, tone=tone if on else "railFaint", align=draw.RIGHT
            )
        if self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            draw.box(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), edge="railBar", width=2)
        painter.end()
