"""A meeting is brought back from one of its copies; what stands in its place is set aside, never deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.result_list import HitRow, ResultList
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.short_path import short_path


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A copy to choose from: its file, when it was taken, its size in bytes."""

    path: Path
    taken_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Restoring:
    """A copy that is to take the place of `target`."""

    copy: Path
    target: Path
    secret: str


class FromCopy(Pane):
    """The copies of a meeting, newest first; `asked` has a Restoring."""

    asked = Signal(object)
    left = Signal()
    elsewhere_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._target = Path()
        self._title = Text(size=28, bold=True, parent=self)
        self._note = Callout("lagoon", parent=self)
        self.rows = ResultList(name=_("Copies"), parent=self)
        self._nothing = Text(_("No copy was found: choose one elsewhere."), tone="slate", parent=self)
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.textEdited.connect(self._on_edited)
        self._field = Field(_("Passphrase or recovery key of the meeting"), self.secret, parent=self)
        self._problem = Callout("coral", parent=self)
        self._problem.hide()
        self.restore = DeskButton(
            _("Bring this copy back"), key="Enter", icon="undo", kind="primary", size="big", parent=self
        )
        self.restore.clicked.connect(self._on_restore)
        elsewhere = DeskButton(_("A copy elsewhere"), key="Ctrl+D", icon="folder", parent=self)
        elsewhere.clicked.connect(self.elsewhere_asked)
        back = DeskButton(_("Back"), key="Esc", parent=self)
        back.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(elsewhere)
        head.addSpacing(8)
        head.addWidget(back)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 32, 40, 32)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(18)
        column.addWidget(self._note)
        column.addSpacing(12)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.rows, 1)
        column.addSpacing(12)
        column.addWidget(self._field)
        column.addWidget(self._problem)
        column.addSpacing(8)
        column.addWidget(self.restore)

    def begin(self, title: str, target: Path, copies: Sequence[CopyRow], *, secret_needed: bool) -> None:
        """Offer these copies for the meeting at `target`."""
        self._target = target
        self._title.setText(title)
        self._note.say(
            _("Goes to {name}").format(name=target.name),
            _("The file that stands there is set aside under another name; nothing is deleted."),
        )
        self.rows.set_rows([_row(copy) for copy in copies], first=True)
        self.rows.setVisible(bool(copies))
        self._nothing.setVisible(not copies)
        self.restore.allow(why_not="" if copies else _("There is no copy to bring back."))
        self._field.setVisible(secret_needed)
        self.set_problem("")
        (self.secret if secret_needed else self.rows).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_problem(self, sentence: str, *, field: str = "") -> None:
        """Say why the copy was not brought back."""
        beside = field == "passphrase" and not self._field.isHidden()
        self._field.set_problem(sentence if beside else "")
        self._problem.setVisible(bool(sentence) and not beside)
        self._problem.say(_("Nothing was changed"), sentence)

    def _on_restore(self) -> None:
        row = self.rows.current()
        if row is not None:
            self.asked.emit(Restoring(Path(str(row.key)), self._target, self.secret.text()))

    def _on_edited(self) -> None:
        self.set_problem("")


def _row(copy: CopyRow) -> HitRow:
    local = copy.taken_at.astimezone()
    when = f"{day_words(local.date())} {local:%H:%M:%S}"
    size = _("{number} KB · {folder}").format(number=max(1, copy.size // 1024), folder=short_path(copy.path.parent))
    return HitRow(str(copy.path), when, size, icon="copy")
