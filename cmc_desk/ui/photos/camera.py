"""A webcam, where the optional extra of the program is installed; this module is loaded only when somebody asks for it."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Unavailable

_MODULE = "PySide6.QtMultimedia"


def can_take_photographs() -> bool:
    """Say whether what talks to cameras is installed; whether there is a camera turns out when one is asked for."""
    return find_spec(_MODULE) is not None


class CameraFeed(QObject):
    """What the camera sees, as pictures; `seen` comes with each of them."""

    seen = Signal(QImage)
    troubled = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._camera: Any = None
        self._session: Any = None
        self._sink: Any = None

    def start(self) -> None:
        """Let the usual camera look; raises Unavailable if there is none."""
        multimedia = import_module(_MODULE)
        device = multimedia.QMediaDevices.defaultVideoInput()
        if device.isNull():
            raise Unavailable(_("No camera is found: connect one, or choose a picture from a file."))
        self._camera = multimedia.QCamera(device, self)
        self._session = multimedia.QMediaCaptureSession(self)
        self._sink = multimedia.QVideoSink(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._camera.errorOccurred.connect(self._on_error)
        self._camera.start()

    def stop(self) -> None:
        """Let the camera rest; its light goes out."""
        if self._camera is not None:
            self._camera.stop()
            for one in (self._session, self._sink, self._camera):
                one.deleteLater()
            self._camera = self._session = self._sink = None

    def _on_frame(self, frame: Any) -> None:
        image = frame.toImage()
        if isinstance(image, QImage) and not image.isNull():
            self.seen.emit(image)

    def _on_error(self, _error: object, words: str) -> None:
        self.troubled.emit(
            _("The camera does not answer ({reason}): is another program using it?").format(reason=words)
        )
