"""The kinds of an entry in a row, each with its number; Alt and the number choose one."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.ui import icons
from cmc_desk.ui.focus_ring import ringed
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.summaries.kinds import LOOKS, KindLook
from cmc_desk.ui.theme import font, hints_shown

# No wider, nor further apart: six of them have to stand between the items and the side of the page, in French too.
_HEIGHT, _PAD, _ICON, _GAP, _SIZE = 26, 5, 14, 4, 12


class KindBar(QWidget):
    """The chosen kind is filled with its colour and bold; one that has no number leaves all of them unchosen."""

    chosen = Signal(object)

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._buttons = {look.kind: _KindButton(look, self) for look in LOOKS if look.number}
        for button in self._buttons.values():
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        row.addStretch(1)
        self.choose(EntryKind.INTERVENTION)

    def choose(self, kind: EntryKind) -> None:
        """Show which kind the entry is of."""
        for one, button in self._buttons.items():
            if button.isChecked() != (one is kind):
                button.setChecked(one is kind)
                button.updateGeometry()

    def buttons(self) -> Iterable[QAbstractButton]:
        """Return the buttons, in the order of their numbers."""
        return tuple(self._buttons.values())

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _KindButton):
            # A click chooses, and never unchooses.
            button.setChecked(True)
            self.chosen.emit(button.look.kind)


class _KindButton(QAbstractButton):
    """One kind."""

    def __init__(self, look: KindLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.setCheckable(True)
        self.setText(look.words)
        self.setAccessibleName(look.words)
        self.setToolTip(f"{look.words} {key_text(f'Alt+{look.number}')}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        ringed(self)
        shortcut = QShortcut(QKeySequence(f"Alt+{look.number}"), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.click)

    def sizeHint(self) -> QSize:
        # As wide as when it is chosen, so that choosing moves nothing.
        wide = draw.text_width(self.look.words, font(_SIZE, bold=True))
        cap = 6 + draw.text_width(str(self.look.number), font(11)) if hints_shown() else 0
        return QSize(int(2 * _PAD + _ICON + _GAP + wide + cap) + 1, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _PAD + _ICON + 24, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        on, look = self.isChecked(), self.look
        ground = look.ground if on else "lagoon2" if self.underMouse() else "panel"
        draw.box(painter, self.rect(), fill=ground, edge=look.tone if on else "edge")
        tone = look.tone if on else "ink"
        icons.paint(painter, QRectF(_PAD, (_HEIGHT - _ICON) / 2, _ICON, _ICON), look.icon, tone, ground=ground)
        left = _PAD + _ICON + _GAP
        number = str(look.number) if hints_shown() else ""
        room = draw.text_width(number, font(11)) + 6 if number else 0
        area = QRectF(left, 0, self.width() - left - room - _PAD + 1, _HEIGHT)
        draw.text(painter, area, look.words, size=_SIZE, bold=on, tone=tone)
        if number:
            cap = QRectF(self.width() - _PAD - room, 0, room, _HEIGHT)
            draw.text(painter, cap, number, size=11, tone=tone if on else "slate", align=draw.RIGHT)
        painter.end()
