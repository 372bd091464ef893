"""The recovery key, shown this once; its last group is typed to show that it lies on paper."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text


class RecoveryKey(Pane):
    """Shows a key in groups; `confirmed` comes when its last group was typed right, `left` when the meeting was given up."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._key, self._meeting = "", ""
        self._groups = [Text(size=28, bold=True, align=draw.MIDDLE, spacing=2, parent=self) for _place in range(8)]
        self._said = Text(size=13, tone="leaf", parent=self)
        self.last = QLineEdit(self)
        self._field = Field(_("Type the last group to show that you have the key"), self.last, parent=self)
        self.last.textEdited.connect(self._on_edited)
        self.make = DeskButton(
            _("Make the meeting"), key="Enter", icon="check", kind="primary", size="big", parent=self
        )
        self.make.clicked.connect(self.try_now)
        self._save = DeskButton(_("Save as text file"), key="Ctrl+S", icon="disk", parent=self)
        self._save.clicked.connect(self._on_save)
        self._copy = DeskButton(_("Copy"), key="Ctrl+Shift+C", icon="copy", parent=self)
        self._copy.clicked.connect(self._on_copy)
        self._compose()

    def _compose(self) -> None:
        back = DeskButton(_("Back"), key="Esc", parent=self)
        back.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(Text(_("Recovery key"), size=28, bold=True, parent=self), 1)
        head.addWidget(back)
        warning = Callout("amber", parent=self)
        warning.say(
            _("This key is shown only now"),
            _(
                "Print it or write it down, seal it, and keep it away from this computer. Whoever has it can read the meeting."
            ),
        )
        box = Pane("sand", lines="ltrb", parent=self)
        grid = QGridLayout(box)
        grid.setContentsMargins(16, 20, 16, 20)
        grid.setVerticalSpacing(14)
        for place, group in enumerate(self._groups):
            grid.addWidget(group, place // 4, place % 4)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._save)
        line.addWidget(self._copy)
        line.addWidget(self._said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 32, 40, 32)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(18)
        column.addWidget(warning)
        column.addSpacing(18)
        column.addWidget(box)
        column.addSpacing(14)
        column.addLayout(line)
        column.addSpacing(22)
        column.addWidget(self._field)
        column.addStretch(1)
        column.addWidget(self.make)

    def begin(self, key: str, meeting: str) -> None:
        """Show a fresh key for the meeting file called `meeting`."""
        self._key, self._meeting = key, meeting
        groups = key.split("-")
        for place, label in enumerate(self._groups):
            label.setText(groups[place] if place < len(groups) else "")
        self.last.clear()
        self._said.setText("")
        self._field.set_problem("")
        self.last.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Show the key no more."""
        self.begin("", "")

    def try_now(self) -> None:
        """Go on if the last group was typed right."""
        if self._key and self.last.text().strip().upper() == self._key.split("-")[-1]:
            self.confirmed.emit()
        else:
            self._field.set_problem(
                _("This is not the last group: look at the paper and type its last four characters.")
            )
            self.last.selectAll()

    def set_problem(self, sentence: str) -> None:
        """Say why the meeting could not be made."""
        self._field.set_problem(sentence)

    def save_to(self, file: Path) -> None:
        """Write the key into a text file that can be printed."""
        text = _("Recovery key of the meeting {name}").format(name=self._meeting)
        warning = _("Print this, seal it, and delete this file. Whoever has the key can read the meeting.")
        try:
            # For its owner alone, before there is anything in it.
            file.touch(mode=0o600)
            file.chmod(0o600)
            file.write_text(f"{text}\n\n    {self._key}\n\n{warning}\n", encoding="utf-8")
        except OSError as error:
            self._field.set_problem(
                _("{path} cannot be written ({reason}): choose another folder.").format(
                    path=file, reason=error.strerror
                )
            )
            return
        self._said.setText(_("Saved as {name}: print it, then delete the file.").format(name=file.name))

    def _on_save(self) -> None:
        name = _("{name} recovery key.txt").format(name=self._meeting)
        chosen = QFileDialog.getSaveFileName(self, _("Save the recovery key"), name, _("Text (*.txt)"))[0]
        if chosen:
            self.save_to(Path(chosen))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._key)
        self._said.setText(_("Copied; the clipboard forgets it when something else is copied."))

    def _on_edited(self) -> None:
        self._field.set_problem("")
