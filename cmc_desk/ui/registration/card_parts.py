"""The pieces of the card: who it is, whether credentials are verified, who else comes."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.checklist import CLOSE, Checklist, CheckRow
from cmc_desk.ui.parts.chip import Chip
from cmc_desk.ui.parts.flag import FlagSwatch
from cmc_desk.ui.parts.photo_frame import PhotoFrame, pixmap_of
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.registration.card_look import CardLook

_LABEL = 124


class CardHead(QWidget):
    """Photograph, name over two lines, delegation with its flag, functional title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo = PhotoFrame(parent=self)
        self._photo = PhotoFrame(parent=self)
        self._shown: bytes | None = None
        self._over = Text(size=13, tone="slate", parent=self)
        self._given = Text(size=28, bold=True, parent=self)
        self._family = Text(size=28, bold=True, parent=self)
        self._flag = FlagSwatch(width=30, parent=self)
        self._delegation = Text(size=16, bold=True, parent=self)
        self._title = Text(parent=self)
        names = QVBoxLayout()
        names.setSpacing(0)
        for text in (self._over, self._given, self._family):
            names.addWidget(text)
        names.addSpacing(6)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self._flag)
        where.addWidget(self._delegation, 1)
        names.addLayout(where)
        names.addSpacing(2)
        names.addWidget(self._title)
        names.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(names, 1)

    def show_look(self, look: CardLook, photo: bytes | None = None) -> None:
        """Show somebody with their photograph."""
        if photo != self._shown:
            self._shown = photo
            self._photo.set_photo(pixmap_of(photo))
        self._photo.set_jpeg(look.photo)
        self._over.setText(look.over)
        self._given.setText(look.given)
        self._given.setVisible(bool(look.given))
        self._family.setText(look.family)
        self._flag.set_code(look.flag)
        self._delegation.setText(look.delegation)
        self._title.setText(look.title)
        self.setAccessibleName(" ".join(part for part in (look.given, look.family) if part))
        self.setAccessibleDescription(f"{look.delegation}. {look.title}")


class CredentialsRow(QWidget):
    """Stands on the card while nobody has seen the letter; only an organiser may say that they have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verify = DeskButton(_("Verified"), key="Ctrl+Shift+V", icon="check", size="small", parent=self)
        label = Text(_("Credentials"), size=13, tone="slate", parent=self)
        label.setFixedWidth(_LABEL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(label)
        row.addWidget(Chip(_("To verify"), "warning", parent=self))
        row.addStretch()
        row.addWidget(self.verify)
        self.setFixedHeight(32)

    def allow(self, *, organiser: bool) -> None:
        """Let an organiser verify; everybody else sees why they cannot."""
        self.verify.setVisible(organiser)


class MemberList(QWidget):
    """The others of the delegation, as many as there is room for; the last line says how many more there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CheckRow, ...] = ()
        self._list = Checklist(name=_("Other members of the delegation"), parent=self)
        self._list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def set_rows(self, rows: Sequence[CheckRow]) -> None:
        """Show these people."""
        self._rows = tuple(rows)
        self._fit()

    def _fit(self) -> None:
        room = max(1, self.height() // CLOSE)
        shown = self._rows
        if len(shown) > room:
            rest = len(shown) - (room - 1)
            more = ngettext("+ {number} more", "+ {number} more", rest).format(number=rest)
            shown = (*shown[: room - 1], CheckRow("more", "neutral", more))
        self._list.set_checks(shown)

    def sizeHint(self) -> QSize:
        return QSize(240, CLOSE * max(1, len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, CLOSE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
