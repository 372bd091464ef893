"""The photograph of a person at their page: what there is, and the ways to another one."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.photo_frame import PhotoFrame, pixmap_of
from cmc_desk.ui.photos.camera import can_take_photographs

_FRAME = QSize(96, 128)


class PhotoPane(QWidget):
    """`asked` names a way: file, paste, camera or remove."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = PhotoFrame(size=_FRAME, parent=self)
        self.choose = DeskButton(_("Choose a picture…"), key="Ctrl+O", icon="folder", parent=self)
        self.paste = DeskButton(_("Paste a picture"), key="Ctrl+V", icon="copy", parent=self)
        self.remove = DeskButton(_("Remove"), key="Ctrl+Shift+Backspace", kind="danger", parent=self)
        self.camera: DeskButton | None = None
        buttons = [self.choose, self.paste, self.remove]
        if can_take_photographs():
            # The optional extra is installed; without it there is no button that could only say so.
            self.camera = DeskButton(_("Take a photograph"), key="Ctrl+T", icon="camera", parent=self)
            buttons.insert(0, self.camera)
        ways = {self.choose: "file", self.paste: "paste", self.remove: "remove"}
        if self.camera is not None:
            ways[self.camera] = "camera"
        for button, way in ways.items():
            button.clicked.connect(partial(self._on_clicked, way))
        column = QVBoxLayout()
        column.setSpacing(6)
        for button in buttons:
            column.addWidget(button)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addWidget(self.frame, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_photo(self, photo: bytes | None) -> None:
        """Show the photograph, or that there is none."""
        self.frame.set_photo(pixmap_of(photo))
        self.remove.setVisible(photo is not None)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this pane, for F1."""
        found = (
            (key_text("Ctrl+O"), _("Photograph from a file")),
            (key_text("Ctrl+V"), _("Photograph from the clipboard")),
            (key_text("Ctrl+Shift+Backspace"), _("Remove the photograph")),
        )
        return found if self.camera is None else ((key_text("Ctrl+T"), _("Take a photograph")), *found)

    def wait(self, *, busy: bool) -> None:
        """Take no further picture while one is being read."""
        for button in (self.choose, self.paste, self.camera):
            if button is not None:
                button.allow(why_not=_("A picture is being read.") if busy else "")

    def _on_clicked(self, way: str, _checked: object = None) -> None:
        self.asked.emit(way)
