"""A photograph of nobody, framed and kept, for pictures of the pages that show it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from cmc_desk.ui.palette import colour
from cmc_desk.ui.photos.picture_work import from_image
from cmc_desk.ui.registration.page import RegistrationPage


def photo_states(page: RegistrationPage, participant: str, settle: Callable[[], None]) -> Iterator[str]:
    """Bring the page of a person through the framing of a picture, and show the card with it."""
    page.open_at(participant)
    page.desk_view.card.edit.click()
    settle()
    page.person.photos.take(from_image(portrait()))
    settle()
    yield "photo-crop"
    page.person.crop.use.click()
    settle()
    page.person.leave.click()
    settle()
    yield "desk-photo"


def portrait() -> QImage:
    """Return a head and shoulders of nobody, at the left of a wide picture."""
    image = QImage(1200, 900, QImage.Format.Format_RGB32)
    image.fill(colour("seaSoft"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for tone, x, y, wide, high in (
        ("slate", 480, 900, 300, 290),
        ("sandTrack", 480, 560, 70, 150),
        ("sandTrack", 480, 400, 140, 180),
    ):
        painter.setBrush(colour(tone))
        painter.drawEllipse(QPointF(x, y), wide, high)
    painter.end()
    return image
