"""The right of the walk-in: is it one of these, and who else is here of this delegation."""

from collections.abc import Sequence

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.checklist import Checklist, CheckRow
from cmc_desk.ui.parts.keycap import KeyCap
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.result_list import HEIGHT, HitRow, ResultList
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.registration.likeness import MOST

WIDTH = 419


class WalkInSide(Pane):
    """Lists that are only looked at; `same` says that it is one of these."""

    same = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sand", parent=parent)
        self.setFixedWidth(WIDTH)
        self._like = ResultList(name=_("Is it one of these?"), parent=self)
        self._like.taken.connect(self._on_taken)
        self._nobody = Text(_("Nobody so far."), size=13, tone="slate", parent=self)
        self._nobody.setContentsMargins(16, 12, 16, 12)
        self._where = PaneHead("", side=True, parent=self)
        self._members = Checklist(name=_("Members of the delegation"), parent=self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        cap = KeyCap("Alt+1…3", parent=self)
        whole.addWidget(PaneHead(_("Is it one of these?"), right=cap, side=True, parent=self))
        for widget in (self._nobody, self._like, self._where, self._members):
            whole.addWidget(widget)
        whole.addStretch()
        for place in range(MOST):
            key = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key(Qt.Key.Key_1 + place))
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda place=place: self._take(place))
        self.show_alike(())
        self.show_members("", "", ())

    def show_alike(self, rows: Sequence[HitRow]) -> None:
        """Show who it may be."""
        self._like.set_rows(rows)
        self._like.setFixedHeight(max(1, len(rows)) * HEIGHT)
        self._like.setVisible(bool(rows))
        self._nobody.setVisible(not rows)

    def show_members(self, delegation: str, presence: str, rows: Sequence[CheckRow]) -> None:
        """Show who is here of the delegation that was chosen."""
        self._where.say(delegation, right=presence)
        self._where.setVisible(bool(delegation))
        self._members.set_checks(rows)
        self._members.setVisible(bool(rows))

    def alike(self) -> tuple[HitRow, ...]:
        """Return who is shown as likely the same person."""
        return self._like.rows()

    def _take(self, place: int) -> None:
        rows = self._like.rows()
        if place < len(rows):
            self.same.emit(str(rows[place].key))

    def _on_taken(self, row: object) -> None:
        if isinstance(row, HitRow):
            self.same.emit(str(row.key))
