"""Who opens the chosen meeting, as what, at which station, with which passphrase."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import Role
from cmc_desk.ui import icons
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout, CalloutKind
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.complete import CompleteField, Suggestion
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.start.who import Who


class SignIn(Pane):
    """The form; `asked` says that the desk is to be opened."""

    asked = Signal()

    def __init__(self, languages: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._names: tuple[str, ...] = ()
        self._title = Text(size=28, bold=True, parent=self)
        self._line = Text(size=15, tone="slate", parent=self)
        self._check = Callout("leaf", parent=self)
        self.name = CompleteField(self._suggest, parent=self)
        self._name_field = Field(_("Your name"), self.name, parent=self)
        roles = (
            Option(Role.DESK.value, _("Registration"), icon="registration"),
            Option(Role.CHAIR.value, _("Chair’s assistant"), icon="clock"),
            Option(Role.RAPPORTEUR.value, _("Rapporteur"), icon="summaries"),
            Option(Role.TRAVEL.value, _("Travel"), icon="travel"),
            Option(Role.ORGANISER.value, _("Organiser"), icon="overview"),
        )
        self.role = Segment(roles, name=_("You are here as"), tiles=True, parent=self)
        self.station = QLineEdit(self)
        self.language = Combo(languages, parent=self)
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = self.secret.addAction(icons.icon("eye", "slate"), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setToolTip(_("Show the passphrase"))
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._on_eye)
        self._secret_field = Field(
            _("Passphrase of the meeting"),
            self.secret,
            hint=_("Forgotten? Use the printed recovery key. Without either, nobody can read the meeting."),
            parent=self,
        )
        self.secret.textEdited.connect(self._on_secret_edited)
        self._language_field = Field(_("Language of the screen"), self.language, parent=self)
        self._language_field.setVisible(len(languages) > 1)
        self.open = DeskButton(_("Open the desk"), key="Enter", icon="check", kind="primary", size="big", parent=self)
        self.open.clicked.connect(self.asked)
        self._compose()

    def _compose(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(Field(_("Station"), self.station, parent=self))
        beside.addWidget(self._language_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 32, 40, 32)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addSpacing(18)
        column.addWidget(self._check)
        column.addSpacing(20)
        column.addWidget(self._name_field)
        column.addWidget(Text(_("You are here as"), size=12, tone="slate", parent=self))
        column.addSpacing(4)
        column.addWidget(self.role)
        column.addSpacing(14)
        column.addLayout(beside)
        column.addWidget(self._secret_field)
        column.addStretch(1)
        column.addWidget(self.open)

    def set_meeting(self, title: str, line: str, *, secret_needed: bool) -> None:
        """Show which meeting is chosen; the name, role and station that stand there stay."""
        self._title.setText(title)
        self._line.setText(line)
        self._secret_field.setVisible(secret_needed)
        self.set_problem("")

    def set_check(self, kind: CalloutKind, title: str, second: str, *, why_not: str = "") -> None:
        """Say how file, key and copies stand; `why_not` keeps the desk from being opened."""
        self._check.say(title, second, kind=kind)
        self.open.allow(why_not=why_not)

    def set_who(self, *, names: Sequence[str], role: str, station: str, language: str) -> None:
        """Fill in what this computer remembers; the first name is that of who was here last."""
        self._names = tuple(names)
        if names and not self.name.text():
            self.name.setText(names[0])
        self.role.choose(role)
        self.station.setText(station)
        self.language.set_key(language)

    def who(self) -> Who:
        """Return what the form says."""
        return Who(
            name=self.name.text().strip(),
            role=Role(self.role.key()),
            station=self.station.text().strip(),
            language=self.language.key(),
            secret="" if self._secret_field.isHidden() else self.secret.text(),
        )

    def set_problem(self, sentence: str, *, field: str = "passphrase") -> None:
        """Say what is wrong beside the field it is about; nothing that was typed is lost."""
        self._secret_field.set_problem(sentence if field == "passphrase" else "")
        self._name_field.set_problem(sentence if field == "name" else "")
        if sentence:
            editor = self.name if field == "name" else self.secret
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.selectAll()

    def take_keyboard(self) -> None:
        """Put the cursor where the next thing is to be typed."""
        target: QWidget = self.open
        if not self.name.text():
            target = self.name
        elif not self._secret_field.isHidden():
            target = self.secret
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, busy: bool) -> None:
        """Show that the meeting is being opened."""
        self.open.setEnabled(not busy)
        self.open.set_text(_("Opening …") if busy else _("Open the desk"))

    def _suggest(self, text: str) -> Sequence[Suggestion]:
        small = text.casefold()
        return [Suggestion(name, name) for name in self._names if name.casefold().startswith(small)]

    def _on_secret_edited(self) -> None:
        self._secret_field.set_problem("")

    def _on_eye(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    @property
    def eye(self) -> QAction:
        """The button that shows the passphrase."""
        return self._eye
