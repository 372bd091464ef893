"""A new meeting: its template, its file, its passphrase; or a training meeting without one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.desk.meeting_files import SUFFIX
from cmc_desk.i18n import gettext as _
from cmc_desk.resource import resource
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text

_OWN = "own"
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """A meeting to be made; without a passphrase it is a training meeting."""

    file: Path
    template: Path
    passphrase: str

    @property
    def training(self) -> bool:
        """Whether the meeting is not encrypted."""
        return not self.passphrase


class NewMeeting(Pane):
    """The form; `wanted` comes when everything in it is right, `left` when it was given up."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._folder = Path()
        self._own: Path | None = None
        self.template = Combo(parent=self)
        self.template.picked.connect(self._on_template)
        self._template_field = Field(_("Template"), self.template, parent=self)
        self.name = QLineEdit(self)
        self._name_field = Field(_("Name of the file"), self.name, parent=self)
        self._where = Text(size=12, tone="slate", parent=self)
        self._elsewhere = DeskButton(_("Another folder"), key="Ctrl+D", icon="folder", parent=self)
        self._elsewhere.clicked.connect(self._on_elsewhere)
        kinds = (
            Option("real", _("Encrypted"), icon="lock"),
            Option("training", _("Training, unencrypted"), icon="alert"),
        )
        self.kind = Segment(kinds, name=_("Kind of meeting"), even=True, parent=self)
        self.kind.chosen.connect(self._on_kind)
        self.secret, self.again = QLineEdit(self), QLineEdit(self)
        for edit in (self.secret, self.again):
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.textEdited.connect(self._on_edited)
        self.name.textEdited.connect(self._on_edited)
        self._secret_field = Field(
            _("Passphrase, at least {number} characters").format(number=_SHORTEST), self.secret, parent=self
        )
        self._again_field = Field(_("The same passphrase again"), self.again, parent=self)
        self.make = DeskButton(
            _("Make the meeting"), key="Enter", icon="check", kind="primary", size="big", parent=self
        )
        self.make.clicked.connect(self.try_now)
        self._compose()

    def _compose(self) -> None:
        back = DeskButton(_("Back"), key="Esc", parent=self)
        back.clicked.connect(self.left)
        where = QHBoxLayout()
        where.addWidget(self._where, 1)
        where.addWidget(self._elsewhere)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 32, 40, 32)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(Text(_("New meeting"), size=28, bold=True, parent=self), 1)
        head.addWidget(back)
        column.addLayout(head)
        column.addSpacing(20)
        column.addWidget(self._template_field)
        column.addWidget(self._name_field)
        column.addLayout(where)
        column.addSpacing(18)
        column.addWidget(self.kind)
        column.addSpacing(14)
        column.addWidget(self._secret_field)
        column.addWidget(self._again_field)
        column.addStretch(1)
        column.addWidget(self.make)

    def begin(self, folder: Path) -> None:
        """Start a new form for a meeting in `folder`."""
        self._folder, self._own = folder, None
        self._offer_templates()
        for edit in (self.secret, self.again):
            edit.clear()
        self.name.setText(_free_name(folder, self.template.key()))
        self._where.setText(str(folder))
        self._on_edited()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_problem(self, sentence: str, *, field: str = "path") -> None:
        """Say what is wrong beside the field it is about."""
        fields = {"passphrase": self._secret_field, "again": self._again_field, "template": self._template_field}
        fields.get(field, self._name_field).set_problem(sentence)

    def try_now(self) -> None:
        """Ask for the meeting if the form is right, else say what is not."""
        self._on_edited()
        training = self.kind.key() == "training"
        file = self._folder / _with_suffix(self.name.text().strip())
        if not self.name.text().strip() or Path(self.name.text()).name != self.name.text():
            self.set_problem(_("Give the file a name without slashes."))
        elif file.exists():
            self.set_problem(_("{name} exists already: choose another name.").format(name=file.name))
        elif not training and len(self.secret.text()) < _SHORTEST:
            self.set_problem(
                _("The passphrase needs at least {number} characters.").format(number=_SHORTEST), field="passphrase"
            )
        elif not training and self.secret.text() != self.again.text():
            self.set_problem(_("The two are not the same: type it again."), field="again")
        else:
            self.wanted.emit(Wanted(file, self._template(), "" if training else self.secret.text()))

    def _template(self) -> Path:
        return self._own if self._own is not None else resource("meetings", f"{self.template.key()}.toml")

    def _offer_templates(self) -> None:
        offered = [(path.stem, _title_of(path)) for path in sorted(resource("meetings").glob("*.toml"))]
        own = _("A template file of your own …") if self._own is None else self._own.name
        self.template.set_choices((*offered, (_OWN, own)))

    def _on_template(self, key: str) -> None:
        self._template_field.set_problem("")
        if key != _OWN:
            self._own = None
            self._offer_templates()
            return
        chosen = ask_file(self, _("Template of a meeting"), "TOML (*.toml)")
        self._own = Path(chosen) if chosen else None
        self._offer_templates()
        self.template.set_key(_OWN if self._own else self.template.itemData(0))
        if self._own is not None:
            self._check_own(self._own)

    def _check_own(self, path: Path) -> None:
        from cmc_desk.exchange.meeting_file import read_meeting

        try:
            read_meeting(path)
        except Refusal as refusal:
            self.set_problem(refusal.sentence, field="template")

    def _on_elsewhere(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Folder of the meeting file"), str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._where.setText(chosen)

    def _on_kind(self, key: str) -> None:
        for field in (self._secret_field, self._again_field):
            field.setVisible(key == "real")

    def _on_edited(self) -> None:
        for field in (self._name_field, self._secret_field, self._again_field):
            field.set_problem("")


def ask_file(parent: QWidget, title: str, pattern: str, folder: Path | None = None) -> str:
    """Let a file be chosen; return its path, or nothing."""
    return QFileDialog.getOpenFileName(parent, title, str(folder or ""), pattern)[0]


def _title_of(path: Path) -> str:
    import tomllib

    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return path.stem
    title = content.get("meeting", {}).get("title", "") if isinstance(content.get("meeting"), dict) else ""
    return str(title or content.get("title", "") or path.stem)


def _free_name(folder: Path, stem: str) -> str:
    names: Sequence[str] = [stem, *(f"{stem}-{number}" for number in range(2, 100))]
    return next((name for name in names if not (folder / _with_suffix(name)).exists()), stem)


def _with_suffix(name: str) -> str:
    return name if name.endswith(SUFFIX) else name + SUFFIX
