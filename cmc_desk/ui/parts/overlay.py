"""A panel above the page that takes the keyboard and gives it back; Esc closes it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw

_BESIDE = 16


class Overlay(QWidget):
    """Covers its parent while it is open; not a dialog: scans go on being recognised behind it.

    Esc closes it, and so does the key that opened it, `toggled_by`; no key of the page beneath acts meanwhile.
    """

    def __init__(self, parent: QWidget, *, width: int, toggled_by: str, top: int = 0) -> None:
        super().__init__(parent)
        self._over = parent
        self._toggled_by = QKeySequence(toggled_by)
        self._before: QWidget | None = None
        self.panel = _Panel(self)
        self._width = width
        self.body = QVBoxLayout(self.panel)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, top or _BESIDE, 0, _BESIDE)
        flag = Qt.AlignmentFlag.AlignHCenter
        outer.addWidget(self.panel, 0, flag | (Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        parent.installEventFilter(self)
        self.hide()

    def set_width(self, width: int) -> None:
        """Let the panel be so wide, as far as there is room."""
        self._width = width
        self.panel.setFixedWidth(min(width, self.width() - 2 * _BESIDE))

    def open(self) -> None:
        """Show the panel and take the keyboard."""
        if self.isVisible():
            return
        self._before = QApplication.focusWidget()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.first_field().setFocus(Qt.FocusReason.PopupFocusReason)

    def close_again(self) -> None:
        """Hide the panel and give the keyboard back to where it was."""
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def toggle(self) -> None:
        """Open the panel, or close it if it is open."""
        if self.isVisible():
            self.close_again()
        else:
            self.open()

    def first_field(self) -> QWidget:
        """Return what has the keyboard while the panel is open."""
        return self

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_width(self._width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        # Keys of the page beneath must not act while it is covered.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def closes(self, event: QKeyEvent) -> bool:
        """Say whether a key is one that closes the panel."""
        return event.key() == Qt.Key.Key_Escape or QKeySequence(event.keyCombination()) == self._toggled_by

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.closes(event):
            self.close_again()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_again()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = QColor(colour("rail"))
        veil.setAlphaF(0.45)
        painter.fillRect(self.rect(), veil)
        painter.end()


class _Panel(QWidget):
    """The ground of the panel."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.box(painter, self.rect(), fill="panel", edge="edge")
        painter.end()
