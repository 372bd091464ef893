"""The side of Copies and safety: another passphrase, or for a training meeting another time."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cmc_desk.clock import ManualClock, TrainingClock
from cmc_desk.desk import opening
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.clock_times import instant_on, parse_time
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.setup.panes import column_of

_SIDE = 372
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SafetySide(Pane):
    """Two small forms, of which the meeting shows what it has a use for."""

    acted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="l", parent=parent)
        self.setFixedWidth(_SIDE)
        self._context = context
        self._task = OneTask(self, pool=context.pool)
        self.old, self.new, self.again = (
            Field(words, _secret()) for words in (_("Present passphrase"), _("New passphrase"), _("The new one again"))
        )
        self.change_button = DeskButton(_("Change the passphrase"), key="Alt+P", icon="lock")
        self.change_button.clicked.connect(self.change_passphrase)
        self.day = Combo()
        self.time = Field(_("Time"), QLineEdit(), hint=_("9, 930, 9.30 or 9:30"))
        self.move_button = DeskButton(_("Move the clock"), key="Alt+M", icon="clock")
        self.move_button.clicked.connect(self.move_clock)
        self._secrets = self._group(
            _("Passphrase"),
            _("The recovery key stays as it is. Earlier copies keep the passphrase that they were made with."),
            (self.old, self.new, self.again, self.change_button),
        )
        self._training = self._group(
            _("Training clock"),
            _("This is a training meeting: it may be any time of its days. What is done is recorded with that time."),
            (Field(_("Day"), self.day), self.time, self.move_button),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._secrets)
        whole.addWidget(self._training)
        whole.addStretch()

    @property
    def has_clock(self) -> bool:
        """Whether the clock of this meeting can be moved."""
        return self._context.facts.meeting.training and isinstance(
            self._context.desk.clock, TrainingClock | ManualClock
        )

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of what is shown."""
        found: list[tuple[str, str]] = []
        if self._context.desk.store.encrypted:
            found.append(("Alt+P", _("change the passphrase")))
        if self.has_clock:
            found.append(("Alt+M", _("move the training clock")))
        return found

    def reload(self) -> None:
        """Show what this meeting has a use for."""
        facts = self._context.facts.meeting
        self._secrets.setVisible(self._context.desk.store.encrypted)
        self._training.setVisible(self.has_clock)
        self.day.set_choices([(day.isoformat(), day_words(day, "ddd d MMM")) for day in facts.days])
        line = self.time.editor
        if isinstance(line, QLineEdit) and not line.hasFocus() and not line.isModified():
            now = facts.local(self._context.now())
            line.setText(now.strftime("%H:%M"))
            self.day.set_key(now.date().isoformat())

    def forget_secrets(self) -> None:
        """Leave no passphrase in the fields."""
        for field in (self.old, self.new, self.again):
            _line(field).clear()
            field.set_problem("")

    def change_passphrase(self) -> None:
        """Give the meeting another passphrase; deriving a key takes its time and is done beside the window."""
        fields = {"old": self.old, "new": self.new, "again": self.again}
        for field in fields.values():
            field.set_problem("")
        old, new, again = (_line(field).text() for field in fields.values())
        if new != again:
            self.again.set_problem(_("The two are not the same: type it again."))
            self.again.editor.setFocus()
            return
        desk = self._context.desk
        self.change_button.allow(why_not=_("The passphrase is being changed."))
        self._task.start(
            lambda _progress: opening.change_passphrase(desk, old=old, new=new),
            finished=self._on_changed,
            refused=self._on_refused,
            ended=self._on_ended,
        )

    def move_clock(self) -> None:
        """Make it another time of the meeting."""
        clock, facts = self._context.desk.clock, self._context.facts.meeting
        self.time.set_problem("")
        if not isinstance(clock, TrainingClock | ManualClock) or not facts.training:
            return
        line = _line(self.time)
        try:
            at = instant_on(date.fromisoformat(self.day.key()), parse_time(line.text()), facts.tzinfo)
        except Refusal as refusal:
            self.time.set_problem(refusal.sentence)
            line.setFocus()
            return
        clock.move_to(at)
        line.setModified(False)
        self._context.say("notice", _("It is now "), f"{day_words(at.date(), 'ddd d MMM')} {at:%H:%M}")
        self.acted.emit()

    def _on_changed(self, _nothing: object) -> None:
        self.forget_secrets()
        self._context.say("notice", _("The passphrase was changed. "), _("Tell everybody who opens this meeting."))

    def _on_refused(self, trouble: Trouble) -> None:
        if isinstance(trouble, Refusal) and trouble.field in ("old", "new"):
            field = self.old if trouble.field == "old" else self.new
            field.set_problem(trouble.sentence)
            field.editor.setFocus()
        else:
            self._context.say("coral", _("The passphrase was not changed. "), trouble.sentence)

    def _on_ended(self) -> None:
        self.change_button.allow()

    def _group(self, title: str, sentence: str, widgets: Sequence[QWidget]) -> QWidget:
        inner = QWidget()
        inner.setLayout(
            column_of(Text(sentence, size=13, tone="slate", wrap=True), *widgets, spacing=8, margins=(16, 14, 16, 16))
        )
        group = QWidget(self)
        group.setLayout(column_of(PaneHead(title, side=True), inner))
        # Which of the two is shown is known once the meeting has been read.
        group.hide()
        return group

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            if self._training.isAncestorOf(self.focusWidget() or self):
                self.move_clock()
                return True
            if self._secrets.isAncestorOf(self.focusWidget() or self):
                self.change_passphrase()
                return True
        return super().event(event)


def _secret() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def _line(field: Field) -> QLineEdit:
    editor = field.editor
    assert isinstance(editor, QLineEdit)  # noqa: S101 - made so above
    return editor
