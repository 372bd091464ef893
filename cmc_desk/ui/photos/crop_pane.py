"""Where a picture is cropped, or a camera looked through: the picture, how to move the frame, and what to do with it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.photos.crop_box import CropBox


class CropPane(QWidget):
    """Enter takes what is in the frame (or what the camera sees), Esc leaves."""

    taken = Signal()
    shot = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = CropBox(self)
        self.live = LiveView(self)
        self._words = Text(size=12, tone="slate", wrap=True, parent=self)
        self.use = DeskButton(_("Use this photograph"), key="Return", icon="check", kind="primary", parent=self)
        self.shoot = DeskButton(_("Take it"), key="Space", icon="camera", kind="primary", parent=self)
        self.leave = DeskButton(_("Leave"), key="Esc", parent=self)
        self._lay_out()
        self.use.clicked.connect(self.taken)
        self.shoot.clicked.connect(self.shot)
        self.leave.clicked.connect(self.left)

    def show_picture(self, image: QImage) -> None:
        """Crop a picture."""
        self.box.show_picture(image)
        self._show(live=False)
        self._words.setText(_("Arrows move the frame, + and - make it larger and smaller, 0 puts it back."))

    def show_live(self) -> None:
        """Look through the camera."""
        self.live.show_image(QImage())
        self._show(live=True)
        self._words.setText(_("Eyes level with the camera, light from the front, nothing behind the head."))

    def _show(self, *, live: bool) -> None:
        self._stack.setCurrentWidget(self.live if live else self.box)
        self.shoot.setVisible(live)
        self.use.setVisible(not live)

    def _lay_out(self) -> None:
        pictures = QWidget(self)
        self._stack = QStackedLayout(pictures)
        self._stack.addWidget(self.box)
        self._stack.addWidget(self.live)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.use, 2)
        buttons.addWidget(self.shoot, 2)
        buttons.addWidget(self.leave, 1)
        body = QVBoxLayout()
        body.setContentsMargins(16, 14, 16, 16)
        body.setSpacing(10)
        body.addWidget(pictures, 1)
        body.addWidget(self._words)
        body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PaneHead(_("Photograph"), side=True, parent=self))
        column.addLayout(body, 1)


class LiveView(QWidget):
    """What the camera sees, turned round as in a mirror, so that people stand where they mean to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("What the camera sees"))

    def show_image(self, image: QImage) -> None:
        """Show the newest picture."""
        self._image = image
        self.update()

    def image(self) -> QImage:
        """Return the newest picture, as the camera gave it."""
        return self._image

    def sizeHint(self) -> QSize:
        return QSize(348, 261)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.fill(painter, self.rect(), "sand2")
        if self._image.isNull():
            draw.text(painter, self.rect(), _("Waiting for the camera…"), size=13, tone="slate", align=draw.MIDDLE)
        else:
            fit = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(
                (self.width() - fit.width()) / 2, (self.height() - fit.height()) / 2, fit.width(), fit.height()
            )
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
            painter.drawImage(place, self._image)
        painter.end()
