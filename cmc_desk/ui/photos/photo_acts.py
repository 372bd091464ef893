"""From a picture to the photograph of a person: read, cropped, made small, kept."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from cmc_desk.desk import photos
from cmc_desk.desk.people import person_of
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.photos.crop_pane import CropPane
from cmc_desk.ui.photos.pasting import pasted
from cmc_desk.ui.photos.photo_pane import PhotoPane
from cmc_desk.ui.photos.picture_work import Picture, Source, from_file, from_image, make_photo, read_picture

if TYPE_CHECKING:
    from cmc_desk.ui.photos.camera import CameraFeed


class PhotoActs(QObject):
    """`cropping` says whether a picture is being cropped, which takes the place of everything beside it."""

    cropping = Signal(bool)

    def __init__(self, context: Context, pane: PhotoPane, crop: CropPane, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self._crop = crop
        self._window = parent
        self._participant = ""
        self._picture: Picture | None = None
        self._reading = OneTask(self, pool=context.pool)
        self._making = OneTask(self, pool=context.pool)
        self._feed: CameraFeed | None = None
        pane.asked.connect(self._on_asked)
        crop.taken.connect(self._on_taken)
        crop.shot.connect(self._on_shot)
        crop.left.connect(self.leave)

    def show_person(self, participant: str) -> None:
        """Show the photograph of somebody; what was being cropped of somebody else is forgotten."""
        if participant != self._participant:
            self.leave()
        self._participant = participant
        if participant:
            self._pane.show_photo(self._context.desk.read(photos.photo_of, participant=participant))

    def take(self, source: Source) -> None:
        """Read a picture beside the window and crop it."""
        if self._reading.is_running() or not self._participant:
            return
        self._pane.wait(busy=True)
        self._reading.start(
            lambda _progress: read_picture(source),
            finished=self._on_read,
            refused=self._on_refused,
            ended=self._on_read_ended,
        )

    def leave(self) -> None:
        """Leave the picture; the photograph stays as it is."""
        self._picture = None
        self._stop_camera()
        self.cropping.emit(False)  # noqa: FBT003 - a signal

    def _on_asked(self, way: str) -> None:
        if way == "file":
            path = self._ask_which()
            if path is not None:
                self.take(from_file(path))
        elif way == "paste":
            source = pasted()
            if source is None:
                self._context.say("amber", _("There is no picture on the clipboard: copy one first."))
            else:
                self.take(source)
        elif way == "camera":
            self._start_camera()
        elif self._context.attempt(photos.remove_photo, participant=self._participant) is not None:
            self._say(_("Photograph removed: "))

    def _on_read(self, picture: Picture) -> None:
        self._picture = picture
        self._crop.show_picture(picture.small)
        self.cropping.emit(True)  # noqa: FBT003 - a signal
        self._crop.box.setFocus()

    def _on_taken(self) -> None:
        picture = self._picture
        if picture is None or self._making.is_running():
            return
        crop = self._crop.box.crop()
        self._making.start(
            lambda _progress: make_photo(picture, crop), finished=self._on_made, refused=self._on_refused
        )

    def _on_made(self, image: bytes) -> None:
        if self._picture is None:
            return
        if self._context.attempt(photos.set_photo, participant=self._participant, image=image) is not None:
            self.leave()
            self._say(_("Photograph kept: "))

    def _say(self, before: str) -> None:
        name = self._context.desk.read(person_of, participant=self._participant).full_name
        self._context.say("notice", before, name, undo=True)
        self.show_person(self._participant)

    def _on_refused(self, trouble: Trouble) -> None:
        self._context.say("amber", trouble.sentence)

    def _on_read_ended(self) -> None:
        self._pane.wait(busy=False)

    def _start_camera(self) -> None:
        from cmc_desk.ui.photos.camera import CameraFeed

        feed = CameraFeed(self)
        feed.seen.connect(self._crop.live.show_image)
        feed.troubled.connect(self._on_camera_troubled)
        try:
            feed.start()
        except Unavailable as trouble:
            self._context.say("amber", trouble.sentence)
            feed.deleteLater()
            return
        self._feed = feed
        self._crop.show_live()
        self.cropping.emit(True)  # noqa: FBT003 - a signal
        self._crop.live.setFocus()

    def _on_shot(self) -> None:
        image: QImage = self._crop.live.image()
        if not image.isNull():
            self._stop_camera()
            self.take(from_image(image.copy()))

    def _on_camera_troubled(self, sentence: str) -> None:
        self._context.say("amber", sentence)
        self.leave()

    def _stop_camera(self) -> None:
        if self._feed is not None:
            self._feed.stop()
            self._feed.deleteLater()
            self._feed = None

    def _ask_which(self) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        name, _kind = QFileDialog.getOpenFileName(
            self._window,
            _("Photograph"),
            folder,
            _("Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif)"),
        )
        return Path(name) if name else None
