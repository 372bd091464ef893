"""A picture with the frame of what goes onto the badge: moved and pulled by the mouse, or by arrows, + and -."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.cropping import Frame, Size, first_frame, moved, pulled, resized, shares
from cmc_desk.ui.focus_ring import ringed
from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw

# A hundredth of the picture at a key, a tenth with Shift.
_STEP, _LEAP = 0.01, 0.1
_LARGER = 1.06
_HANDLE = 10
_REACH = 16
_WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class CropBox(QWidget):
    """`crop()` says what is inside the frame; the rest is veiled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._size = Size(3, 4)
        self._frame = first_frame(self._size)
        # What the mouse holds: the whole frame (None, None), or a corner (left, upper).
        self._held: tuple[bool, bool] | None = None
        self._holding = False
        self._last = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("What of the picture goes onto the badge"))
        ringed(self)

    def show_picture(self, image: QImage) -> None:
        """Show a picture with the largest frame."""
        self._image = image
        self._size = Size(max(1, image.width()), max(1, image.height()))
        self._put(first_frame(self._size))

    def crop(self) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of the frame as shares of the picture."""
        return shares(self._frame, self._size)

    def _put(self, frame: Frame) -> None:
        self._frame = frame
        left, top, right, bottom = (round(100 * share) for share in self.crop())
        words = _("From {left} to {right} % across, {top} to {bottom} % down")
        self.setAccessibleDescription(words.format(left=left, right=right, top=top, bottom=bottom))
        self.update()

    def _place(self) -> QRectF:
        """Return where the picture is painted: whole, in the middle."""
        scale = min(self.width() / self._size.width, self.height() / self._size.height)
        width, height = self._size.width * scale, self._size.height * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _seen(self) -> QRectF:
        """Return where the frame is painted."""
        place = self._place()
        scale = place.width() / self._size.width
        frame = self._frame
        return QRectF(
            place.x() + frame.x * scale, place.y() + frame.y * scale, frame.width * scale, frame.height * scale
        )

    def _corner_at(self, point: QPointF) -> tuple[bool, bool] | None:
        seen = self._seen()
        for left, x in ((True, seen.left()), (False, seen.right())):
            for upper, y in ((True, seen.top()), (False, seen.bottom())):
                if abs(point.x() - x) <= _REACH and abs(point.y() - y) <= _REACH:
                    return left, upper
        return None

    def sizeHint(self) -> QSize:
        return QSize(348, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 160)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
        if event.key() in _WAYS:
            across, down = _WAYS[Qt.Key(event.key())]
            far = step * max(self._size.width, self._size.height)
            self._put(moved(self._frame, across * far, down * far, self._size))
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._put(resized(self._frame, _LARGER, self._size))
        elif event.key() == Qt.Key.Key_Minus:
            self._put(resized(self._frame, 1 / _LARGER, self._size))
        elif event.key() == Qt.Key.Key_0:
            self._put(first_frame(self._size))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._put(resized(self._frame, _LARGER if event.angleDelta().y() > 0 else 1 / _LARGER, self._size))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        self._held = self._corner_at(point)
        self._holding = self._held is not None or self._seen().contains(point)
        self._last = point

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if not self._holding:
            self._show_hand(point)
            return
        place = self._place()
        scale = self._size.width / place.width()
        if self._held is not None:
            left, upper = self._held
            x, y = (point.x() - place.x()) * scale, (point.y() - place.y()) * scale
            self._put(pulled(self._frame, x, y, self._size, left=left, upper=upper))
        else:
            step = (point - self._last) * scale
            self._put(moved(self._frame, step.x(), step.y(), self._size))
        self._last = point

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._holding, self._held = False, None

    def _show_hand(self, point: QPointF) -> None:
        corner = self._corner_at(point)
        if corner is not None:
            same = corner[0] == corner[1]
            self.setCursor(Qt.CursorShape.SizeFDiagCursor if same else Qt.CursorShape.SizeBDiagCursor)
        elif self._seen().contains(point):
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.unsetCursor()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        draw.fill(painter, self.rect(), "sand2")
        place, seen = self._place(), self._seen()
        painter.drawImage(place, self._image)
        veil = QPainterPath()
        veil.addRect(place)
        hole = QPainterPath()
        hole.addRect(seen)
        dim = QColor(colour("rail"))
        dim.setAlphaF(0.62)
        painter.fillPath(veil.subtracted(hole), dim)
        # White within sea is seen on every picture.
        draw.box(painter, seen, edge="white", radius=0, width=3)
        draw.box(painter, seen.adjusted(1, 1, -1, -1), edge="sea", radius=0, width=1)
        for x in (seen.left(), seen.right()):
            for y in (seen.top(), seen.bottom()):
                handle = QRectF(x - _HANDLE / 2, y - _HANDLE / 2, _HANDLE, _HANDLE)
                draw.box(painter, handle, fill="white", edge="sea", radius=2)
        painter.end()
