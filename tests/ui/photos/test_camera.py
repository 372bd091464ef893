"""A webcam: there is a button where the optional extra is installed, and one sentence where no camera is.

The extra is not installed where tests run, so a module of the same names stands in its place.
"""

import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from cmc_desk.desk import photos
from cmc_desk.rules.meeting import Role
from cmc_desk.ui.photos.camera import can_take_photographs
from cmc_desk.ui.photos.photo_pane import PhotoPane
from tests.ui.inline_pool import InlinePool
from tests.ui.registration.conftest import Stand, make_stand
from tests.ui.registration.hands import CTRL


class Device:
    there = True

    def isNull(self) -> bool:  # noqa: N802 - Qt's name
        return not self.there


class Devices:
    @staticmethod
    def defaultVideoInput() -> Device:  # noqa: N802 - Qt's name
        return Device()


class Frame:
    def __init__(self, image: QImage) -> None:
        self._image = image

    def toImage(self) -> QImage:  # noqa: N802 - Qt's name
        return self._image


class Camera(QObject):
    errorOccurred = Signal(object, str)  # noqa: N815 - Qt's name
    looking = 0

    def __init__(self, _device: Device, parent: QObject) -> None:
        super().__init__(parent)

    def start(self) -> None:
        Camera.looking += 1

    def stop(self) -> None:
        Camera.looking -= 1


class Sink(QObject):
    videoFrameChanged = Signal(object)  # noqa: N815 - Qt's name


class Session(QObject):
    def setCamera(self, camera: Camera) -> None:  # noqa: N802 - Qt's name
        self.camera = camera

    def setVideoSink(self, sink: Sink) -> None:  # noqa: N802 - Qt's name
        self.sink = sink


@pytest.fixture
def extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The optional extra."""
    module = ModuleType("PySide6.QtMultimedia")
    module.__spec__ = ModuleSpec("PySide6.QtMultimedia", None)
    for name, value in (
        ("QMediaDevices", Devices),
        ("QCamera", Camera),
        ("QMediaCaptureSession", Session),
        ("QVideoSink", Sink),
    ):
        setattr(module, name, value)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", module)
    monkeypatch.setattr(Device, "there", True)
    monkeypatch.setattr(Camera, "looking", 0)


@pytest.fixture
def stand(qtbot: QtBot, tmp_path: Path, extra: None) -> Iterator[Stand]:
    """Keisha in full, at a computer with a camera."""
    made = make_stand(qtbot, tmp_path, Role.DESK, pool=InlinePool())
    made.page.open_at(made.ids["Keisha"])
    made.press(Qt.Key.Key_R, CTRL)
    yield made
    made.desk.close()


def see(stand: Stand) -> None:
    """Let the camera see something red."""
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(QColor("#c00000"))
    feed = stand.page.person.photos._feed
    assert feed is not None
    feed._sink.videoFrameChanged.emit(Frame(image))


def test_without_the_extra_there_is_no_button(qtbot: QtBot) -> None:
    assert not can_take_photographs()
    pane = PhotoPane()
    qtbot.addWidget(pane)
    assert pane.camera is None
    assert "Ctrl+T" not in dict(pane.keys())


def test_a_photograph_is_taken_cropped_and_kept_and_the_camera_rests(stand: Stand) -> None:
    person = stand.page.person
    assert dict(person.photo.keys())["Ctrl+T"] == "Take a photograph"
    stand.press(Qt.Key.Key_T, CTRL)
    assert person.crop.live.isVisible()
    assert Camera.looking == 1
    stand.press(Qt.Key.Key_Space)
    assert Camera.looking == 1, "nothing was seen yet"
    see(stand)
    assert not person.crop.live.grab().isNull()
    stand.press(Qt.Key.Key_Space)
    assert Camera.looking == 0
    assert person.crop.box.isVisible()
    stand.press(Qt.Key.Key_Return)
    assert stand.desk.read(photos.photo_of, participant=stand.ids["Keisha"]) is not None


def test_escape_lets_the_camera_rest(stand: Stand) -> None:
    stand.press(Qt.Key.Key_T, CTRL)
    stand.press(Qt.Key.Key_Escape)
    assert Camera.looking == 0
    assert not stand.page.person.crop.isVisible()


def test_a_computer_without_a_camera_says_so(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Device, "there", False)
    stand.press(Qt.Key.Key_T, CTRL)
    assert stand.said[-1].before.startswith("No camera is found")
    assert not stand.page.person.crop.isVisible()


def test_a_camera_that_another_program_uses_is_said(stand: Stand) -> None:
    stand.press(Qt.Key.Key_T, CTRL)
    feed = stand.page.person.photos._feed
    assert feed is not None
    feed._camera.errorOccurred.emit(1, "busy")
    assert "busy" in stand.said[-1].before
    assert Camera.looking == 0
