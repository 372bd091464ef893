"""The slow part of a photograph, done beside the window: a picture is read, looked at, and made one for a badge."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable

Crop = tuple[float, float, float, float]
Source = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it came, and small enough to be looked at."""

    data: bytes
    small: QImage


def from_file(path: Path) -> Source:
    """Return what reads a picture from a file; it raises Unavailable if that cannot be read."""

    def read() -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            raise Unavailable(
                _("{name} cannot be read ({reason}): choose another file.").format(
                    name=path.name, reason=error.strerror or str(error)
                )
            ) from error

    return read


def from_image(image: QImage) -> Source:
    """Return what gives the bytes of a picture that was copied or taken; as a bitmap, because that takes least time."""

    def encode() -> bytes:
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if not image.save(buffer, "BMP"):  # type: ignore[call-overload] # the stubs know no format of a device
            raise Refusal(_("There is no picture on the clipboard: copy one first."), field="photo")
        return bytes(content.data())

    return encode


def read_picture(source: Source) -> Picture:
    """Return a picture to be cropped; raises Refusal if it is none that can be read, Unavailable if it cannot be reached."""
    from cmc_desk.exchange.photo import small_picture

    data = source()
    return Picture(data, QImage.fromData(small_picture(data)))


def make_photo(picture: Picture, crop: Crop) -> bytes:
    """Return what the meeting file keeps; raises Refusal if too little of the picture is left."""
    from cmc_desk.exchange.photo import badge_photo

    return badge_photo(picture.data, crop=crop)
