"""The flights of the meeting, found by typing; and what follows for each person if one of them moves."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.flight_change import Flight, Followed
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import Cell, CellStyle, cell_text, paint_wrapped
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.travel.followed_words import followed_words

_TALL, _NAME = 62, 20
# So long after a letter the next begins another name.
_PAUSE = 1.5
_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier


class FlightTable(RowTable[Flight]):
    """Letters and figures find a flight, as in every list of the computer; they are no keys of the page here."""

    clock: Callable[[], float] = staticmethod(time.monotonic)
    _typed, _at = "", 0.0

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _letter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = _letter(event)
        if not letter:
            super().keyPressEvent(event)
            return
        now = self.clock()
        self._typed = (self._typed if now - self._at < _PAUSE else "") + letter.strip().upper()
        self._at = now
        for flight in self.model_of_rows().rows:
            if self._typed and f"{flight.key.carrier}{flight.key.number}".startswith(self._typed):
                self.choose(flight.key)
                return


def followed_table(parent: QWidget | None = None) -> RowTable[Followed]:
    """Return the table of what follows: the name, and beneath it everything on as many lines as there is room for."""
    return RowTable(
        (Column(_("What follows"), lambda one: f"{one.name}\n{followed_words(one)}", size=12, paint=_paint_followed),),
        key=lambda one: one.passenger,
        name=_("What follows"),
        height=_TALL,
        parent=parent,
    )


def _letter(event: QKeyEvent) -> str:
    text = event.text()
    plain = not event.modifiers() & ~(_SHIFT | _KEYPAD)
    return text if plain and len(text) == 1 and (text.isalnum() or text == " ") else ""


def _paint_followed(painter: QPainter, rect: QRectF, cell: Cell, style: CellStyle) -> None:
    name, _line, words = cell_text(cell).partition("\n")
    draw.text(painter, QRectF(rect.x(), rect.y() + 4, rect.width(), _NAME), name, size=13, bold=True)
    beneath = QRectF(rect.x(), rect.y() + 3 + _NAME, rect.width(), rect.height() - _NAME - 6)
    paint_wrapped(painter, beneath, words, style)
