"""The ring around the control that has the keyboard: 2 px sea, 2 px off the control."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from cmc_desk.ui.palette import colour

_RING = "ring"
_OFF = 4


class FocusRing(QWidget):
    """A frame above everything in its window that follows one control; it takes no clicks."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._watched: list[QWidget] = []
        self.hide()

    def surround(self, control: QWidget | None) -> None:
        """Put the ring around `control`, or take it away."""
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched = []
        if control is None:
            self.hide()
            return
        walk: QWidget | None = control
        # A control moves when any pane around it moves, and only that pane is told.
        while walk is not None and walk is not self._window:
            self._watched.append(walk)
            walk.installEventFilter(self)
            walk = walk.parentWidget()
        self._place()

    def _place(self) -> None:
        control = self._watched[0]
        if not isValid(control):
            self.hide()
            return
        corner = control.mapTo(self._window, QPoint(0, 0))
        self.setGeometry(QRect(corner, control.size()).adjusted(-_OFF, -_OFF, _OFF, _OFF))
        self.setVisible(control.isVisible())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide) and self._watched:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("sea"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


class _Follower(QObject):
    """Moves one ring per window to wherever the keyboard goes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Nothing is asked of the old control: it may be on its way out, and its window with it.
        if self._ring is not None and isValid(self._ring):
            self._ring.surround(None)
        self._ring = None
        if new is not None and isValid(new) and new.isVisible() and new.property(_RING):
            window = new.window()
            found = window.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
            self._ring = found or FocusRing(window)
            self._ring.surround(new)


def ringed(control: QWidget) -> None:
    """Let `control` carry the ring while it has the keyboard."""
    control.setProperty(_RING, "yes")


def follow_focus(app: QApplication) -> None:
    """Show the ring in every window of `app` around controls that are `ringed`; calling it again is harmless."""
    if app.findChild(_Follower) is None:
        _Follower(app)
