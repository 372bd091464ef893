"""A field that completes what is typed: the first letters, or any word, of a delegation; Tab takes it."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.flag import paint_flag
from cmc_desk.ui.parts.keycap import cap_width, paint_cap
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.runs import Run, paint_runs
from cmc_desk.ui.theme import font, hints_shown

_ROW = 36
_MOST = 6
_LEFT, _FLAG = 10, 27
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that what is typed may mean."""

    key: str
    text: str
    flag: str = ""
    note: str = ""


class CompleteField(QLineEdit):
    """Suggestions come from `suggest(text)`, best first; the first is ghosted behind the cursor.

    Tab takes it and walks on; arrows choose another; Enter takes it before it does anything else on the page. `key()` is
    empty until something was taken, and again as soon as the text is changed.
    """

    taken = Signal(str)

    def __init__(
        self, suggest: Callable[[str], Sequence[Suggestion]], *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self._found: tuple[Suggestion, ...] = ()
        self._taken: Suggestion | None = None
        self._list: RowList[Suggestion] | None = None
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)

    def key(self) -> str:
        """Return the key of what was taken; empty if nothing was."""
        return "" if self._taken is None else self._taken.key

    def set_taken(self, suggestion: Suggestion | None) -> None:
        """Put something into the field as if it had been taken, or empty it; nothing is emitted."""
        self._taken = suggestion
        self._found = ()
        self.setText("" if suggestion is None else suggestion.text)
        self._show_list()
        self._dress()

    def best(self) -> Suggestion | None:
        """Return the suggestion that Tab would take."""
        if self._taken is not None or not self._found:
            return None
        chosen = self._list.current() if self._list is not None and self._list.isVisible() else None
        return chosen or self._found[0]

    def take(self) -> bool:
        """Take the suggestion; say whether there was one."""
        best = self.best()
        if best is None:
            return False
        self.set_taken(best)
        self.taken.emit(best.key)
        return True

    def _on_edited(self, text: str) -> None:
        self._taken = None
        self._found = tuple(self._suggest(text))[:_MOST] if text.strip() else ()
        self._dress()
        self._show_list()

    def _on_changed(self, text: str) -> None:
        # A form that empties its fields is no edit: what was suggested for the letters goes with them.
        if not text and self._found:
            self._found = ()
            self._show_list()

    def _dress(self) -> None:
        face = font(self.font().pixelSize(), bold=self._taken is not None)
        self.setFont(face)
        flagged = self._taken is not None and bool(self._taken.flag)
        self.setTextMargins(_FLAG + 8 if flagged else 0, 0, 44, 0)
        self.update()

    def _show_list(self) -> None:
        if not self._found or not self.isVisible():
            if self._list is not None:
                self._list.hide()
            return
        if self._list is None:
            self._list = RowList(
                _paint, key=_key, spoken=_spoken, name=_("Suggestions"), height=_ROW, lines=False, parent=self.window()
            )
            self._list.setProperty("popup", "true")
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.clicked.connect(self.take)
        self._list.set_rows(self._found, key=self._found[0].key)
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 2))
        self._list.setGeometry(corner.x(), corner.y(), self.width(), _ROW * len(self._found) + 2)
        self._list.show()
        self._list.raise_()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self.best() is not None:
            bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if event.type() == QEvent.Type.ShortcutOverride and bare and event.key() in (*_ENTER, Qt.Key.Key_Escape):
                event.accept()
                return True
            # Tab takes and then walks on, as Tab does.
            if event.type() == QEvent.Type.KeyPress and bare and event.key() == Qt.Key.Key_Tab:
                self.take()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        open_list = self._list if self._list is not None and self._list.isVisible() else None
        if event.key() in _ENTER and self.take():
            return
        if open_list is not None and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            open_list.step(1 if event.key() == Qt.Key.Key_Down else -1)
            self.update()
        elif open_list is not None and event.key() == Qt.Key.Key_Escape:
            self._found = ()
            self._show_list()
            self.update()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Whoever gives the field another size keeps the weight that says whether something was taken.
        if event.type() == QEvent.Type.FontChange and self.font().bold() != (self._taken is not None):
            self._dress()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # A name typed in full needs no Tab.
        best = self.best()
        if best is not None and best.text.casefold() == self.text().strip().casefold():
            self.take()
        if self._list is not None:
            self._list.hide()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        middle = self.height() / 2
        if self._taken is not None and self._taken.flag:
            paint_flag(painter, _LEFT + 1, middle, self._taken.flag, _FLAG)
        best = self.best()
        if best is not None:
            self._paint_ghost(painter, best)
        if hints_shown() and (best is not None or self._taken is not None):
            words = _("Tab")
            paint_cap(painter, self.width() - 12 - cap_width(words), middle, words)
        painter.end()

    def _paint_ghost(self, painter: QPainter, best: Suggestion) -> None:
        typed = self.text()
        rest = best.text[len(typed) :] if best.text.casefold().startswith(typed.casefold()) else f"  → {best.text}"
        size = self.font().pixelSize()
        left = _LEFT + 2 + draw.text_width(typed, font(size))
        draw.text(painter, QRectF(left, 0, self.width() - left - 56, self.height()), rest, size=size, tone="faint")


def _key(row: Suggestion) -> Hashable:
    return row.key


def _spoken(row: Suggestion) -> str:
    return ", ".join(part for part in (row.text, row.note) if part)


def _paint(painter: QPainter, rect: QRectF, row: Suggestion, _selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    left = rect.x() + 12
    if row.flag:
        left += paint_flag(painter, left, rect.center().y(), row.flag, 21) + 10
    runs = (Run(row.text), Run(f"  {row.note}" if row.note else "", tone="slate"))
    paint_runs(painter, QRectF(left, rect.y(), rect.right() - 12 - left, rect.height()), runs, size=14)
