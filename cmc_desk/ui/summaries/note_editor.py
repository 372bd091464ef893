"""The field in which notes are typed: plain text, letter by letter as it was typed, with its undo intact whatever happens around it."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextDocumentLayout, QPlainTextEdit, QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_markup import pasted
from cmc_desk.ui.palette import colour
from cmc_desk.ui.summaries.ghost import paint_ghost
from cmc_desk.ui.theme import font
from cmc_desk.ui.typed_text import DICTATED

SIZE = 18
SMALLEST, LARGEST = 12, 40
_MOST_LINES = 9
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PARAGRAPH = "\u2029"
_BARE = Qt.KeyboardModifier.NoModifier


class NoteEditor(QPlainTextEdit):
    """One line that grows. What Enter, Tab and Esc mean is its owner's to say; nothing is replaced under the cursor.

    `edited` has the number of letters after every change of the text, and `keyed` comes after a key or a word of an input method has
    changed it. `tabbed`, `escaped` come for these keys when they mean something here, which `wants_tab` and `wants_escape` say.
    """

    entered = Signal()
    tabbed = Signal()
    escaped = Signal()
    keyed = Signal()
    edited = Signal(int)
    undone = Signal()
    branched = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wants_tab = False
        self.wants_escape = False
        self.ghost = ""
        # Where text was changed last, how much went there and how much came.
        self.last_change = (0, 0, 0)
        self._revision = 0
        self._high = (0, 0)
        # Qt deletes the document that it brings, and leaves us ours.
        self._own: QTextDocument | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", "true")
        self.setProperty(DICTATED, "true")
        # Else everything that lies under the field is painted at every key.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFont(font(SIZE))
        self.setAccessibleName(_("What was said"))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(True)
        self.begin("")

    def text(self) -> str:
        """Return the text as it was typed: no-break spaces and U+2028 are letters, and a paragraph ends with a newline."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def stamp(self) -> int:
        """Return a number that differs after every change of the text."""
        return self._revision

    def begin(self, text: str, *, position: int = -1) -> None:
        """Show another entry, in a document of its own: its undo begins here. Nothing is told."""
        document = QTextDocument(self)
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        document.setDefaultFont(self.font())
        document.setDocumentMargin(0)
        option = document.defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        document.setDefaultTextOption(option)
        if text:
            QTextCursor(document).insertText(text)
        before, self._own = self._own, document
        self.setDocument(document)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if before is not None:
            # Whoever still looks at it, such as a highlighter, changes its formats when it lets go.
            before.contentsChange.disconnect(self._on_contents_change)
            before.documentLayout().documentSizeChanged.disconnect(self._on_size_changed)
            before.deleteLater()
        # Its fonts and options count as steps.
        document.clearUndoRedoStacks()
        document.setModified(False)
        document.undoCommandAdded.connect(self.branched)
        document.contentsChange.connect(self._on_contents_change)
        document.documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._revision += 1
        cursor = self.textCursor()
        cursor.setPosition(self._within(position))
        self.setTextCursor(cursor)
        self.set_ghost("")
        self._on_size_changed()

    def put(self, text: str, *, start: int | None = None, end: int | None = None) -> None:
        """Put `text` in the place of a range, else of what is selected, as one step of undo; the cursor stands behind it."""
        cursor = self.textCursor()
        if start is not None:
            cursor.setPosition(start)
            cursor.setPosition(start if end is None else end, QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        self.end_step()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def take_back(self, letters: str) -> None:
        """Let go of letters that a scanner has typed before the cursor."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, cursor.position() - len(letters)), QTextCursor.MoveMode.KeepAnchor)
        if letters and cursor.selectedText() == letters:
            cursor.removeSelectedText()
            self.end_step()

    def end_step(self) -> None:
        """Let the next letter begin a new step of undo: Qt joins it to the last one as long as the document counts as modified."""
        self.document().setModified(False)

    def choose(self, start: int, end: int) -> None:
        """Select a range, so that the next letter takes its place."""
        cursor = self.textCursor()
        cursor.setPosition(self._within(start))
        cursor.setPosition(self._within(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def become(self, text: str) -> None:
        """Say `text`, as one step of undo that touches only what differs, so that the cursor stays where it was."""
        old = self.text()
        if old == text:
            return
        first = 0
        while first < min(len(old), len(text)) and old[first] == text[first]:
            first += 1
        last = 0
        while last < min(len(old), len(text)) - first and old[-1 - last] == text[-1 - last]:
            last += 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(old[:first]))
        cursor.setPosition(_units(old[: len(old) - last]), QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.insertText(text[first : len(text) - last])
        cursor.endEditBlock()
        self.end_step()

    def before_cursor(self) -> str:
        """Return what stands left of the cursor in its paragraph."""
        cursor = self.textCursor()
        raw = cursor.block().text().encode("utf-16-le", "surrogatepass")
        return raw[: cursor.positionInBlock() * 2].decode("utf-16-le", "surrogatepass")

    def is_empty(self) -> bool:
        """Say whether nothing is typed."""
        return self.document().isEmpty()

    def set_ghost(self, words: str) -> None:
        """Show behind the cursor what Tab would add."""
        if words != self.ghost:
            self.ghost = words
            self.viewport().update()

    def set_size(self, size: int) -> None:
        """Show the text larger or smaller, in px."""
        self.setFont(font(max(SMALLEST, min(LARGEST, size))))
        self.document().setDefaultFont(self.font())
        self.updateGeometry()

    def _within(self, position: int) -> int:
        last = self.document().characterCount() - 1
        return last if position < 0 else min(position, last)

    def _on_contents_change(self, at: int, removed: int, added: int) -> None:
        self._revision += 1
        self.last_change = (at, removed, added)
        self.edited.emit(removed + added)

    def _lines(self) -> int:
        return max(1, min(_MOST_LINES, self.document().lineCount()))

    def _on_size_changed(self) -> None:
        # A bar that comes for a moment, until the field has grown, would wrap the lines anew.
        most = self.document().lineCount() > _MOST_LINES
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if bar != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(bar)
        # Of a new paragraph Qt tells before it has counted its lines.
        high = (self.document().lineCount(), self.document().blockCount())
        if high != self._high:
            # It tells it at many a key, and a window that is laid out anew is painted anew.
            self._high = high
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        first = self.document().firstBlock()
        high = self.blockBoundingRect(first).height() / max(1, first.lineCount())
        return QSize(320, ceil(self._lines() * high) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo and not self.document().isUndoAvailable():
                # Nothing of this entry is to be taken back: the key is the window's.
                event.ignore()
                return True
            if event.key() == Qt.Key.Key_Escape and self.wants_escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key < Qt.Key.Key_Escape and modifiers in (_BARE, Qt.KeyboardModifier.ShiftModifier):
            self._on_letter(event)
        elif key in _ENTER:
            self._on_enter(modifiers, repeated=event.isAutoRepeat())
        elif key == Qt.Key.Key_Tab and modifiers == _BARE:
            self.tabbed.emit()
        elif key == Qt.Key.Key_Escape and self.wants_escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
            self.undone.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
            self.undone.emit()
        else:
            self._on_letter(event)

    def _on_letter(self, event: QKeyEvent) -> None:
        before = self._revision
        super().keyPressEvent(event)
        if self._revision != before:
            self.keyed.emit()

    def _on_enter(self, modifiers: Qt.KeyboardModifier, *, repeated: bool) -> None:
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            # Qt's own Shift+Enter is U+2028, which is a letter here.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            self.keyed.emit()
        elif modifiers in (_BARE, Qt.KeyboardModifier.ControlModifier) and not repeated:
            self.entered.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        if forward and (self.wants_tab or not self.is_empty()):
            # With something typed, a Tab that completes nothing must not carry the next words to another control.
            return False
        return super().focusNextPrevChild(forward)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        before = self._revision
        super().inputMethodEvent(event)
        if self._revision != before and event.commitString():
            self.keyed.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.put(pasted(source.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour("panel"))
        painter.end()
        super().paintEvent(event)
        if self.ghost and self.hasFocus():
            paint_ghost(self, self.ghost)


def _units(text: str) -> int:
    """Return how many places of a document a text takes: letters beyond the first 65,536 take two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
