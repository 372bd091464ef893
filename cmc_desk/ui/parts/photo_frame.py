"""The photograph of a person, or a silhouette where there is none."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw


class PhotoFrame(QWidget):
    """A frame of 120 × 144 px."""

    def __init__(self, *, size: QSize | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size or QSize(120, 144)
        self._photo: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_photo(None)

    def set_photo(self, photo: QPixmap | None) -> None:
        """Show a photograph, cut to the frame, or the silhouette."""
        self._photo = photo if photo is not None and not photo.isNull() else None
        self.setAccessibleName(_("No photograph") if self._photo is None else _("Photograph"))
        self.update()

    def set_jpeg(self, image: bytes | None) -> None:
        """Show the photograph in the bytes of a JPEG; the silhouette if there are none, or they cannot be read."""
        photo = QPixmap()
        if image is not None:
            photo.loadFromData(image)
        self.set_photo(photo)

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setClipPath(shape)
        if self._photo is None:
            painter.fillRect(frame, colour("sand2"))
            self._paint_silhouette(painter, frame)
        else:
            whole = QRectF(self._photo.rect())
            fit = frame.size().scaled(whole.size(), Qt.AspectRatioMode.KeepAspectRatio)
            source = QRectF(QPointF(0, 0), fit)
            source.moveCenter(whole.center())
            painter.drawPixmap(frame, self._photo, source)
        painter.setClipping(False)
        draw.box(painter, frame, edge="edge")
        painter.end()

    def _paint_silhouette(self, painter: QPainter, frame: QRectF) -> None:
        unit = frame.width() / 120
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("shadow"))
        painter.drawEllipse(QPointF(frame.center().x(), frame.y() + 56 * unit), 25 * unit, 25 * unit)
        shoulders = QPainterPath(QPointF(frame.x() + 11 * unit, frame.bottom()))
        shoulders.cubicTo(
            QPointF(frame.x() + 11 * unit, frame.bottom() - 32 * unit),
            QPointF(frame.x() + 28 * unit, frame.bottom() - 50 * unit),
            QPointF(frame.center().x(), frame.bottom() - 50 * unit),
        )
        shoulders.cubicTo(
            QPointF(frame.right() - 28 * unit, frame.bottom() - 50 * unit),
            QPointF(frame.right() - 11 * unit, frame.bottom() - 32 * unit),
            QPointF(frame.right() - 11 * unit, frame.bottom()),
        )
        painter.drawPath(shoulders)


def pixmap_of(photo: bytes | None) -> QPixmap | None:
    """Return a photograph as it is painted; None if there is none, or none that can be read."""
    if photo is None:
        return None
    made = QPixmap()
    return made if made.loadFromData(photo) else None
