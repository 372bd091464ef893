"""One participant in full: every field, who changed what and when, and the acts that change where they stand."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.desk import people, registration
from cmc_desk.desk.desk import new_nonce
from cmc_desk.desk.history import history_of
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.people import EXPECTED, Credentials, Person, Status
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.page import Page
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.keycap import sequences
from cmc_desk.ui.parts.log_list import LogList
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.photos.crop_pane import CropPane
from cmc_desk.ui.photos.pasting import PictureFirst
from cmc_desk.ui.photos.photo_acts import PhotoActs
from cmc_desk.ui.photos.photo_pane import PhotoPane
from cmc_desk.ui.registration.commands_first import CommandsFirst
from cmc_desk.ui.registration.history_rows import history_row
from cmc_desk.ui.registration.person_form import PersonForm

SIDE = 380
Purpose = Literal["edit", "new", "replace"]


class PersonView(Page):
    """Edits somebody, enters somebody new, or enters who comes in somebody's place."""

    left = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._purpose: Purpose = "edit"
        self._participant = ""
        self._nonce = new_nonce()
        self._role = context.desk.author.role
        self.form = PersonForm(context.facts, self._role, self)
        self.reason = QLineEdit(self)
        CommandsFirst(self.reason)
        self._reason = Field(_("Reason, if it was given"), self.reason, parent=self)
        self.save = DeskButton(_("Save"), key="Ctrl+S", icon="check", kind="primary", size="medium", parent=self)
        self.leave = DeskButton(_("Leave, change nothing"), key="Esc", size="medium", parent=self)
        self.withdraw = DeskButton(_("Withdraw"), key="Ctrl+Shift+W", kind="danger", icon="minus", parent=self)
        self.reinstate = DeskButton(_("Reinstate"), key="Ctrl+Shift+R", icon="undo", parent=self)
        self.replace = DeskButton(_("Somebody else comes instead"), key="Ctrl+Shift+P", icon="user", parent=self)
        self.verify = DeskButton(_("Credentials verified"), key="Ctrl+Shift+V", icon="letter", parent=self)
        self._head = PaneHead("", parent=self)
        self._history = LogList(name=_("History of this person"), parent=self)
        self._side = Pane("sand", parent=self)
        self.photo = PhotoPane(self._side)
        self.crop = CropPane(self._side)
        self.photos = PhotoActs(context, self.photo, self.crop, self)
        self._lay_out()
        self.setFocusProxy(self.form.first())
        self.save.clicked.connect(self._on_save)
        for key in sequences("Ctrl+Return"):
            QShortcut(key, self).activated.connect(self.save.click)
        self.leave.clicked.connect(self._on_leave)
        self.replace.clicked.connect(self._on_replace)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.reinstate.clicked.connect(self._on_reinstate)
        self.verify.clicked.connect(self._on_verify)
        self.photos.cropping.connect(self._on_cropping)
        for line in (*self.form.findChildren(QLineEdit), self.reason):
            PictureFirst(line)

    def open_at(self, what: object) -> None:
        """Edit a participant by identifier; without one enter somebody new."""
        self.reason.clear()
        self._nonce = new_nonce()
        if isinstance(what, str) and what:
            self._purpose, self._participant = "edit", what
            self._show_person()
        else:
            self._purpose, self._participant = "new", ""
            self.form.show_person(Person(status=Status.CONFIRMED))
            self._dress(_("Register a person"), _("Saved without a check-in"), None)
        self.form.first().setFocus()

    def reload(self, tables: frozenset[str]) -> None:
        self.form.set_facts(self.context.facts)
        # What is being typed is not overwritten by what happens elsewhere; only the history grows.
        if self._participant and tables:
            self._show_history()
            self.photos.show_person(self._participant)

    def _show_person(self) -> None:
        person = self.context.desk.read(people.person_of, participant=self._participant)
        self.form.show_person(person)
        where = self.context.facts.delegation_name(person.delegation)
        self._dress(person.full_name, where, person)

    def _dress(self, title: str, subtitle: str, person: Person | None) -> None:
        self._head.say(title, subtitle)
        expected = person is not None and person.status in EXPECTED
        organiser = self._role is Role.ORGANISER
        self.withdraw.setVisible(expected)
        self._reason.setVisible(expected)
        self.replace.setVisible(person is not None and person.status is not Status.REPLACED)
        self.reinstate.setVisible(person is not None and person.status is Status.WITHDRAWN)
        to_verify = person is not None and person.credentials is Credentials.TO_VERIFY
        self.verify.setVisible(to_verify and organiser)
        self._side.setVisible(person is not None)
        self.photos.show_person(self._participant if person is not None else "")
        self._show_history()

    def _show_history(self) -> None:
        if not self._participant:
            self._history.set_rows(())
            return
        facts, now = self.context.facts, self.context.now()
        acts = self.context.desk.read(history_of, participant=self._participant)
        self._history.set_rows([history_row(facts, act, now, visible=self.form.names()) for act in acts])

    def _on_save(self) -> None:
        self.form.take_problems_back()
        desk = self.context.desk
        try:
            if self._purpose == "edit":
                changes = self.form.changes()
                if not changes:
                    self.context.say("amber", _("Nothing changed: the form is as it was."))
                    self.left.emit(self._participant)
                    return
                desk.do_once(self._nonce, registration.edit_person, participant=self._participant, changes=changes)
                said = _("Changed: ")
            elif self._purpose == "new":
                self._participant = desk.do_once(self._nonce, registration.register, person=self.form.person()).id
                said = _("Registered: ")
            else:
                new = desk.do_once(
                    self._nonce,
                    registration.replace_person,
                    participant=self._participant,
                    person=self.form.person(),
                )
                self._participant = new.id
                said = _("Comes instead: ")
        except Refusal as refusal:
            if not self.form.say_problem(refusal.field, refusal.sentence):
                self.context.say("amber", refusal.sentence)
            return
        except Unavailable as trouble:
            self.context.trouble(trouble)
            return
        name = desk.read(people.person_of, participant=self._participant).full_name
        self.context.say("notice", said, name, undo=True)
        self.left.emit(self._participant)

    def _on_cropping(self, cropping: bool) -> None:  # noqa: FBT001 - a slot
        self._sides.setCurrentWidget(self.crop if cropping else self._beside)
        # Enter and Esc are those of the picture meanwhile.
        self.leave.setEnabled(not cropping)
        if not cropping and self.isVisible():
            self.form.first().setFocus()

    def _on_leave(self) -> None:
        if self._purpose == "replace":
            # Back to the person who was to be replaced.
            self._purpose, self._nonce = "edit", new_nonce()
            self._show_person()
            return
        self.left.emit(self._participant)

    def _on_replace(self) -> None:
        person = self.context.desk.read(people.person_of, participant=self._participant)
        successor = Person(
            delegation=person.delegation,
            institution=person.institution,
            institution_kind=person.institution_kind,
            capacity=person.capacity,
            language=person.language,
            status=Status.CONFIRMED,
        )
        self._purpose, self._nonce = "replace", new_nonce()
        self.form.show_person(successor, delegation_fixed=True)
        subtitle = _("Comes instead of {name}, who keeps a place in the history")
        self._dress(_("Successor"), subtitle.format(name=person.full_name), None)
        self.form.first().setFocus()

    def _on_withdraw(self) -> None:
        done = self.context.attempt(
            registration.withdraw, participant=self._participant, reason=self.reason.text().strip()
        )
        if done is not None:
            self._say_done(_("Withdrawn: "))

    def _on_reinstate(self) -> None:
        if self.context.attempt(registration.reinstate, participant=self._participant) is not None:
            self._say_done(_("Reinstated: "))

    def _on_verify(self) -> None:
        if self.context.attempt(registration.verify_credentials, participant=self._participant) is not None:
            self._say_done(_("Credentials verified: "))

    def _say_done(self, words: str) -> None:
        person = self.context.desk.read(people.person_of, participant=self._participant)
        self.context.say("notice", words, person.full_name, undo=True)
        self._show_person()

    def _lay_out(self) -> None:
        pane = Pane("panel", lines="r", parent=self)
        body = QVBoxLayout()
        body.setContentsMargins(24, 14, 25, 16)
        body.setSpacing(0)
        body.addWidget(self.form)
        body.addStretch()
        lower = QHBoxLayout()
        lower.setSpacing(12)
        lower.addWidget(self.save, 2)
        lower.addWidget(self.leave, 1)
        body.addLayout(lower)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(body)
        self._side.setFixedWidth(SIDE)
        acts = QVBoxLayout()
        acts.setContentsMargins(16, 12, 16, 12)
        acts.setSpacing(8)
        for widget in (self.verify, self.reinstate, self._reason, self.withdraw, self.replace):
            acts.addWidget(widget)
        self._beside = QWidget(self._side)
        side = QVBoxLayout(self._beside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(PaneHead(_("Photograph"), side=True, parent=self._beside))
        side.addWidget(self.photo)
        side.addWidget(PaneHead(_("Where this person stands"), side=True, lines="tb", parent=self._beside))
        side.addLayout(acts)
        side.addWidget(PaneHead(_("History"), side=True, lines="tb", parent=self._beside))
        side.addWidget(self._history, 1)
        self._sides = QStackedLayout(self._side)
        self._sides.addWidget(self._beside)
        self._sides.addWidget(self.crop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(pane, 1)
        row.addWidget(self._side)
