"""The bar above every page: which meeting, what is on, whether all is safe, what time it is, who works here."""

import re

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import Chip, ChipLook
from cmc_desk.ui.parts.clock_face import ClockFace
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.safety_light import SafetyLight
from cmc_desk.ui.parts.text import Text

HEIGHT = 56


def initials(name: str) -> str:
    """Return the first letters of the first and the last part of a name: `T. Sample-Reid` → `TR`."""
    parts = [part for part in re.split(r"[\s.-]+", name) if part]
    return "".join(part[0].upper() for part in (parts[:1] + parts[1:][-1:]))


class TopBar(Pane):
    """Composed of blocks between standing lines; each is set on its own."""

    lock_asked = Signal()

    def __init__(self, *, lock_key: str = "Ctrl+L", parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="b", parent=parent)
        self.setFixedHeight(HEIGHT)
        self._meeting = Text(size=14, bold=True, parent=self)
        self._day = Text(size=12, tone="slate", parent=self)
        self._item_icon = _Mark(self)
        self._item = Text(size=14, bold=True, parent=self)
        self._item_chip = Chip(parent=self)
        self._item_next = Text(size=12, tone="slate", parent=self)
        self._said: tuple[str, str, ChipLook | None, str] | None = None
        self.safety = SafetyLight(parent=self)
        self.clock = ClockFace(parent=self)
        self._initials = _Initials(self)
        self._operator = Text(size=12, bold=True, parent=self)
        self._station = Text(size=12, tone="slate", parent=self)
        self._lock = DeskButton(icon="lock", kind="quiet", size="medium", key=lock_key, show_key=False, parent=self)
        self._lock.setAccessibleName(_("Lock"))
        self._lock.setToolTip(_("Lock ({key})").format(key=lock_key))
        self._lock.clicked.connect(self.lock_asked)
        self._compose()

    def set_meeting(self, title: str, day_line: str) -> None:
        """Show the meeting and its day."""
        self._meeting.setText(title)
        self._day.setText(day_line)

    def set_item(self, title: str, *, icon: str = "play", chip: ChipLook | None = None, next_text: str = "") -> None:
        """Show what is on now and what comes next."""
        said = (title, icon, chip, next_text)
        if said == self._said:
            # Four times a second: what is as it was is not laid out anew.
            return
        self._said = said
        self._item_icon.set_icon(icon)
        self._item.setText(title)
        self._item_chip.setVisible(chip is not None)
        if chip is not None:
            self._item_chip.set_look(chip)
        self._item_next.setText(next_text)

    def set_operator(self, name: str, station: str) -> None:
        """Show who works here and at which station."""
        self._initials.set_name(name)
        self._operator.setText(name)
        self._station.setText(station)

    def _compose(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 1)
        row.setSpacing(0)
        meeting = QWidget(self)
        meeting.setMinimumWidth(215)
        meeting.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        _stack(meeting, self._meeting, self._day)
        row.addWidget(meeting)
        row.addWidget(Rule(standing=True, parent=self))
        row.addWidget(self._item_block(), 1)
        for block in (self.safety, self.clock):
            row.addWidget(Rule(standing=True, parent=self))
            row.addSpacing(16)
            row.addWidget(block)
            row.addSpacing(16)
        row.addWidget(Rule(standing=True, parent=self))
        row.addSpacing(16)
        row.addWidget(self._initials)
        person = QWidget(self)
        person.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        _stack(person, self._operator, self._station, left=8, right=8)
        row.addWidget(person)
        row.addWidget(self._lock)
        row.addSpacing(8)

    def _item_block(self) -> QWidget:
        block = QWidget(self)
        upper = QHBoxLayout()
        upper.setSpacing(7)
        upper.addWidget(self._item_icon)
        upper.addWidget(self._item, 1)
        lower = QHBoxLayout()
        lower.setSpacing(8)
        lower.addWidget(self._item_chip)
        lower.addWidget(self._item_next, 1)
        both = QVBoxLayout(block)
        both.setContentsMargins(16, 6, 16, 5)
        both.setSpacing(3)
        both.addLayout(upper)
        both.addLayout(lower)
        return block


class _Mark(QWidget):
    """An icon of 14 px in a layout."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = ""
        self.setFixedSize(14, 18)

    def set_icon(self, icon: str) -> None:
        if icon != self._icon:
            self._icon = icon
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._icon:
            painter = QPainter(self)
            icons.paint(painter, QRectF(0, 2, 14, 14), self._icon, "sea")
            painter.end()


class _Initials(QWidget):
    """The letters of the operator on a small ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letters = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_name(self, name: str) -> None:
        letters = initials(name)
        if letters != self._letters:
            self._letters = letters
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(32, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.box(painter, self.rect(), fill="lagoon", radius=3)
        draw.text(painter, self.rect(), self._letters, size=13, bold=True, tone="sea", align=draw.MIDDLE)
        painter.end()


def _stack(block: QWidget, upper: QWidget, lower: QWidget, *, left: int = 16, right: int = 16) -> None:
    both = QVBoxLayout(block)
    both.setContentsMargins(left, 0, right, 0)
    both.setSpacing(0)
    both.addStretch()
    both.addWidget(upper)
    both.addWidget(lower)
    both.addStretch()
