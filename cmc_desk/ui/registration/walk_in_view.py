"""Somebody stands at the desk and on no list: typed, checked in and given a badge in one go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk import people
from cmc_desk.desk.attendance import REGISTRATION, walk_in
from cmc_desk.desk.desk import new_nonce
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.page import Page
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.result_list import HitRow
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.registration import counting
from cmc_desk.ui.registration.likeness import Alike, Likenesses
from cmc_desk.ui.registration.rows import member_row, present_of
from cmc_desk.ui.registration.walk_in_form import WalkInForm
from cmc_desk.ui.registration.walk_in_side import WalkInSide
from cmc_desk.ui.registration.words import word

_MEMBERS = 12


class WalkInView(Page):
    """What is typed stays until it is saved or left with Esc, whoever is scanned meanwhile."""

    entered = Signal(object)
    same = Signal(str)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._session = REGISTRATION
        # One form is one walk-in, however often Enter is heard or the disk has to be asked.
        self._nonce = new_nonce()
        self._likenesses = Likenesses(context)
        self.form = WalkInForm(context.facts, self)
        self.side = WalkInSide(self)
        self.save = DeskButton(
            _("Save, check in and queue the badge"), key="Enter", icon="check", kind="primary", size="big", parent=self
        )
        self.save_only = DeskButton(_("Save and check in, no badge"), key="Shift+Enter", parent=self)
        self.leave = DeskButton(_("Leave, keep nothing"), key="Esc", parent=self)
        self.setFocusProxy(self.form.given)
        self._lay_out()
        self.form.edited.connect(self._on_edited)
        self.side.same.connect(self._on_same)
        self.save.clicked.connect(self._on_save)
        self.save_only.clicked.connect(self._on_save_only)
        self.leave.clicked.connect(self._on_leave)

    def is_begun(self) -> bool:
        """Tell whether a walk-in waits to be gone on with."""
        return self.form.is_begun()

    def begin(self, *, session: str, name: str = "") -> None:
        """Open the form, or go on with what was begun; `name` is what was searched for in vain."""
        self._session = session
        self._likenesses.forget()
        if not self.form.is_begun() and name.strip():
            given, _space, family = name.strip().rpartition(" ")
            self.form.given.setText(given)
            self.form.family.setText(family)
        self._on_edited()

    def reload(self, tables: frozenset[str]) -> None:
        self.form.delegation.set_facts(self.context.facts)
        if tables & {"participant", "presence_event", "*"}:
            self._likenesses.forget()
            self._on_edited()

    def _day(self) -> tuple[str, ...]:
        return counting.shown(self.context.facts, self._session, self.context.now())

    def _on_edited(self) -> None:
        self.form.take_problems_back()
        person = self.form.person()
        alike = self._likenesses.of(person, day=self._day())
        self.side.show_alike([self._alike_row(one) for one in alike])
        self._show_members(person.delegation)

    def _alike_row(self, alike: Alike) -> HitRow:
        facts, hit = self.context.facts, alike.hit
        where = _("same delegation") if alike.same_delegation else facts.delegation_name(hit.delegation)
        second = " · ".join(part for part in (hit.institution or word(hit.capacity), where) if part)
        return HitRow(hit.id, hit.name, second, facts.flag(hit.delegation), chip=alike.chip)

    def _show_members(self, code: str) -> None:
        if not code:
            self.side.show_members("", "", ())
            return
        facts, now = self.context.facts, self.context.now()
        found = self.context.desk.read(people.find_people, delegation=code, day=self._day(), limit=500)
        here, expected = present_of(found.hits)
        presence = _("{here} of {expected} present").format(here=here, expected=expected)
        rows = [member_row(facts, hit, now) for hit in found.hits[:_MEMBERS]]
        self.side.show_members(facts.delegation_name(code), presence, rows)

    def _on_save(self) -> None:
        self._save(badge=True)

    def _on_save_only(self) -> None:
        self._save(badge=False)

    def _save(self, *, badge: bool) -> None:
        # A name typed in full needs no Tab, whichever key saves.
        best = self.form.delegation.best()
        if best is not None and best.text.casefold() == self.form.delegation.text().strip().casefold():
            self.form.delegation.take()
        self.form.take_problems_back()
        try:
            answer = self.context.desk.do_once(
                self._nonce, walk_in, person=self.form.person(), session=self._session, badge=badge
            )
        except Refusal as refusal:
            if not self.form.say_problem(refusal.field, refusal.sentence):
                self.context.say("amber", refusal.sentence)
            return
        except Unavailable as trouble:
            self.context.trouble(trouble)
            return
        self._begin_anew()
        self.entered.emit(answer)

    def _on_same(self, participant: str) -> None:
        self._begin_anew()
        self.same.emit(participant)

    def _on_leave(self) -> None:
        if self.form.is_begun():
            self.context.say("amber", _("Walk-in left: nothing of it was kept."))
        self._begin_anew()
        self.left.emit()

    def _begin_anew(self) -> None:
        self.form.empty()
        self._nonce = new_nonce()

    def _lay_out(self) -> None:
        pane = Pane("panel", lines="r", parent=self)
        body = QVBoxLayout()
        body.setContentsMargins(24, 18, 25, 16)
        body.setSpacing(0)
        body.addWidget(self.form)
        body.addStretch()
        body.addWidget(self.save)
        body.addSpacing(12)
        lower = QHBoxLayout()
        lower.setSpacing(12)
        lower.addWidget(self.save_only)
        lower.addWidget(self.leave)
        body.addLayout(lower)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        subtitle = _("Enter saves, checks in and queues the badge · Esc leaves, nothing kept")
        column.addWidget(PaneHead(_("Walk-in"), subtitle=subtitle, parent=pane))
        column.addLayout(body)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(pane, 1)
        row.addWidget(self.side)
