"""A picture on the clipboard: which one, and whose Ctrl+V it is while a line of text has the cursor."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from cmc_desk.ui.photos.picture_work import Source, from_file, from_image

_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif")


def pasted() -> Source | None:
    """Return the picture that was copied, from a program or as a file; None if there is none."""
    content = _copied()
    if content is None:
        return None
    file = _file(content)
    if file is not None:
        return from_file(file)
    image = content.imageData() if content.hasImage() else None
    return from_image(image) if isinstance(image, QImage) and not image.isNull() else None


def has_picture_only() -> bool:
    """Say whether what was copied is a picture and no text, so that a line of text can do nothing with it."""
    content = _copied()
    return content is not None and (_file(content) is not None or (content.hasImage() and not content.hasText()))


class PictureFirst(QObject):
    """An event filter for a line editor: it is not asked whether it wants a picture that is pasted."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        editor.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        pasting = (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste)
        )
        if pasting and has_picture_only():
            event.ignore()
            return True
        return False


def _copied() -> QMimeData | None:
    # The stubs promise something; of an empty clipboard nothing comes.
    return cast("QMimeData | None", QGuiApplication.clipboard().mimeData())


def _file(content: QMimeData) -> Path | None:
    urls = content.urls() if content.hasUrls() else []
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in _ENDINGS else None
