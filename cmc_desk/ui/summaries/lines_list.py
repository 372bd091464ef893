"""The lines of a read-out in a list: dragged to another place, and rewritten where they stand."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.summaries.note_editor import NoteEditor
from cmc_desk.ui.summaries.readout_paint import NUMBER, SIZE, line_height, paint_line
from cmc_desk.ui.summaries.readout_rows import LineRow

_LEAST, _ABOVE = 48, 5


class LinesList(RowList[LineRow]):
    """`moved` says where a line was dragged to (line, section, the line before which it stands now, or nothing).

    `written` says what was made of a line (its key, the text, what it said before); `dropped` that it stays as it was.
    """

    moved = Signal(str, str, str)
    written = Signal(str, str, str)
    dropped = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(
            paint_line,
            key=lambda row: row.key,
            spoken=lambda row: row.spoken,
            name=_("Lines of the read-out"),
            height=40,
            measure=line_height,
            ground=lambda row: "sand" if row.heading else "panel",
            parent=parent,
        )
        self._pressed: tuple[str, QPoint] | None = None
        self._gap = -1
        self._edited: tuple[str, str] | None = None
        self.editor = NoteEditor(self.viewport())
        self.editor.setAccessibleName(_("What is read out"))
        self.editor.set_size(SIZE)
        # With a frame: it stands on a line that has one of its own.
        self.editor.setProperty("bare", "")
        self.editor.wants_escape = True
        self.editor.hide()
        self.editor.entered.connect(self.commit)
        self.editor.left.connect(self._on_left)
        self.editor.escaped.connect(self.drop)
        self.editor.edited.connect(self._place)
        self.verticalScrollBar().valueChanged.connect(self._place)

    @property
    def editing(self) -> str:
        """The key of the line that is being rewritten."""
        return self._edited[0] if self._edited is not None else ""

    def rewrite(self, key: str, text: str) -> None:
        """Let a line be rewritten where it stands; `text` is what it says, with its markup."""
        if not self.choose(key):
            return
        self._edited = (key, text)
        self.editor.begin(text)
        # Only what is shown has its lines counted.
        self.editor.show()
        self._place()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def written_text(self) -> str:
        """Return what stands in the editor."""
        return self.editor.text().strip()

    def commit(self) -> None:
        """Hand over what was typed; the editor stays until whoever takes it says that it was kept."""
        if self._edited is not None:
            key, before = self._edited
            self.written.emit(key, self.written_text(), before)

    def drop(self) -> None:
        """Leave the line as it was."""
        if self._edited is not None:
            self.close_editor()
            self.dropped.emit()

    def close_editor(self) -> None:
        """Put the editor away, and have the keyboard again if it had it."""
        self._edited = None
        had = self.editor.hasFocus()
        self.editor.hide()
        if had:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        # A window that comes before ours is no decision; whoever goes elsewhere in ours has finished.
        if self._edited is not None and self.isVisible() and QApplication.focusWidget() is not None:
            self.commit()

    def _place(self, *_changed: object) -> None:
        if self._edited is None:
            return
        row = self._model.place_of(self._edited[0])
        if row < 0:
            return
        area = self.visualRect(self._model.index(row, 0))
        left = area.x() + PAD + NUMBER - 6
        wide = area.right() - PAD - left + 6
        if self.editor.width() != wide:
            # How many lines it takes is known at its own width only.
            self.editor.resize(wide, self.editor.height())
        high = max(_LEAST, area.height() - 2 * _ABOVE, self.editor.sizeHint().height() + 12)
        # Over what stands beneath it: nothing moves while somebody types.
        self.editor.setGeometry(QRect(left, area.y() + _ABOVE, wide, high))

    def _row_under(self, at: QPoint) -> LineRow | None:
        return self._model.row_at(self.indexAt(at).row())

    def _gap_at(self, at: QPoint) -> int:
        """Return before which row a line would come to stand that is let go here."""
        index = self.indexAt(at)
        if not index.isValid():
            return len(self.rows())
        area = self.visualRect(index)
        return max(1, index.row() + (at.y() > area.center().y()))

    def _target(self, key: str) -> tuple[str, str] | None:
        """Return the section and the line before which the dragged one comes to stand; None where it stands already."""
        rows = self.rows()
        above = rows[self._gap - 1]
        below = rows[self._gap] if self._gap < len(rows) else None
        if key in (above.key, below.key if below is not None else ""):
            return None
        inside = below is not None and not below.heading and below.section == above.section
        return above.section, below.key if inside and below is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._gap >= 0 and event.key() == Qt.Key.Key_Escape:
            self._let_go()
            event.accept()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self._row_under(event.position().toPoint())
        mine = event.button() == Qt.MouseButton.LeftButton and row is not None and not row.heading
        self._pressed = (row.key, event.position().toPoint()) if mine and row is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        far = (at - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance()
        if self._gap >= 0 or far:
            self._gap = self._gap_at(at)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        key, gap = (self._pressed[0] if self._pressed is not None else ""), self._gap
        target = self._target(key) if key and gap >= 0 else None
        self._let_go()
        if target is not None:
            self.moved.emit(key, *target)

    def _let_go(self) -> None:
        self._pressed, self._gap = None, -1
        self.viewport().unsetCursor()
        self.viewport().update()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type] # what Qt hands over
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap < 0:
            return
        rows = len(self.rows())
        area = self.visualRect(self._model.index(min(self._gap, rows - 1), 0))
        y = area.top() if self._gap < rows else area.bottom() + 1
        painter = QPainter(self.viewport())
        draw.fill(painter, QRectF(area.x() + PAD, y - 2, area.width() - 2 * PAD, 4), "sea")
        painter.end()
