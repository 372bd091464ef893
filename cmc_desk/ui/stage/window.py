"""A screen of the room: a window of its own that fills a monitor nobody works on, or stands beside the desk where there is none."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QRegion, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from cmc_desk.ui.stage.painting import paint
from cmc_desk.ui.stage.pieces import Piece, Words, changed_boxes, rect
from cmc_desk.ui.stage.tones import tone

_LYING = (960, 540)
_LEAST = (320, 180)
# Letters may lean out of their box by a hair, and lines are antialiased.
_HEM = 3


class RoomWindow(QWidget):
    """Paints pieces; `resized` asks for those of another size. Esc closes it, and `toggled_by` does."""

    closed = Signal()
    resized = Signal()

    def __init__(self, name: str, *, toggled_by: str, light: bool = False) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._pieces: tuple[Piece, ...] = ()
        self._toggled_by = QKeySequence(toggled_by)
        self._light = light
        self.monitor: QScreen | None = None
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self.setMinimumSize(*_LEAST)
        self.resize(*_LYING)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # Whoever types at the desk goes on typing there.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    def pieces(self) -> tuple[Piece, ...]:
        """Return what is shown."""
        return self._pieces

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these pieces; only where they differ from those before is anything painted."""
        new = tuple(pieces)
        if new == self._pieces:
            return
        region = QRegion()
        for box in changed_boxes(self._pieces, new):
            region += rect(box).toAlignedRect().adjusted(-_HEM, -_HEM, _HEM, _HEM)
        self._pieces = new
        words = [line for piece in new if isinstance(piece, Words) for line in piece.lines]
        # Not the figures: whoever listens is not told every second.
        self.setAccessibleDescription(" · ".join(words))
        self.update(region)

    def set_light(self, *, light: bool) -> None:
        """Show dark words on white, for a room that cannot be darkened, or light ones on black."""
        self._light = light
        self.update()

    def fill(self, screen: QScreen) -> None:
        """Fill a monitor."""
        if self.isFullScreen() and self.monitor is screen:
            return
        self.monitor = screen
        if self.isVisible():
            self.showNormal()
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.create()
        handle = self.windowHandle()
        if handle is not None:
            handle.setScreen(screen)
        self.setGeometry(screen.geometry())
        # Only now: a window that is full-screen before it was moved stays where it was on some systems.
        self.showFullScreen()

    def stand_beside(self, screen: QScreen) -> None:
        """Be a window of an ordinary size, on the monitor of the operator, whom it must not cover."""
        if self.isVisible() and not self.isFullScreen() and self.monitor is None:
            return
        self.monitor = None
        self.unsetCursor()
        self.showNormal()
        area = screen.availableGeometry()
        size = self.sizeHint().boundedTo(area.size() * 0.6)
        corner = area.bottomRight() - QRect(0, 0, size.width() + 24, size.height() + 48).bottomRight()
        self.setGeometry(QRect(corner, size))

    def sizeHint(self) -> QSize:
        return QSize(*_LYING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or QKeySequence(event.keyCombination()) == self._toggled_by:
            self.close()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        region = event.region()
        painter.setClipRegion(region)
        painter.fillRect(event.rect(), tone("ground", light=self._light))
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        for piece in self._pieces:
            # Each within its own part: Qt draws pictures several times as fast where the clip is one rectangle.
            part = region.intersected(rect(piece.box).toAlignedRect().adjusted(-_HEM, -_HEM, _HEM, _HEM))
            if not part.isEmpty():
                painter.setClipRegion(part)
                paint(painter, piece, light=self._light)
        painter.end()
