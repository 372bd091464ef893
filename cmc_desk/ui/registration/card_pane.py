"""The middle of the desk: the card of one person, what the desk must know, and the one thing to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QSpacerItem, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.desk.attendance import Answer
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.badges.reprint_panel import ReprintPanel
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.fact_rows import FactRows
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.registration.answer_pane import AnswerPane
from cmc_desk.ui.registration.card_look import Banner, CardLook
from cmc_desk.ui.registration.card_parts import CardHead, CredentialsRow, MemberList
from cmc_desk.ui.registration.card_travel import TravelRow
from cmc_desk.ui.registration.note_row import NoteRow

EDGE = 24


class CardPane(QWidget):
    """Shows nobody, somebody, or the answer to a code that leads to nobody; its buttons are the page's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = AnswerPane(self)
        self._empty = Pane("panel", lines="r", parent=self)
        self._nobody = EmptyState(
            icon="scan",
            title=_("Ready"),
            sentence=_("Scan a badge, or type a name or a delegation."),
            parent=self._empty,
        )
        QVBoxLayout(self._empty).addWidget(self._nobody)
        self._card = Pane("panel", lines="r", parent=self)
        self._actions = QWidget(self._card)
        self._make_buttons(self._actions)
        self._head = CardHead(self._card)
        self._banner = Callout(loud=True, parent=self._card)
        self._note = Callout("amber", button=self.done, parent=self._card)
        self._facts = FactRows(parent=self._card)
        self.credentials = CredentialsRow(self._card)
        self.travel = TravelRow(self._card)
        self._company = QWidget(self._card)
        self._presence = Text(size=13, tone="slate", parent=self._card)
        self._others = Text(size=13, bold=True, parent=self._card)
        self._members = MemberList(self._card)
        self.note_row = NoteRow(self._card)
        self.reprint = ReprintPanel(self._card)
        self._lay_out_card()
        self._stack = QStackedLayout(self)
        for pane in (self._empty, self._card, self.answer):
            self._stack.addWidget(pane)
        # While a note is typed Enter and Esc are the note's, and no button may claim them.
        self.note_row.opened.connect(self._actions.hide)
        self.note_row.left.connect(self._actions.show)
        # So it is while somebody is asked why a badge is printed again, which also needs the room of the others.
        self.reprint.opened.connect(self._actions.setHidden)
        self.reprint.opened.connect(self._company.setHidden)
        for hidden in (self.reinstate, self.successor, self._banner, self._note):
            hidden.hide()
        self.show_nobody("")

    def show_nobody(self, text: str) -> None:
        """Show that nobody is chosen, or that nobody is called `text`."""
        if text.strip():
            title = _("Nobody matches “{text}”").format(text=text.strip())
            self._nobody.say(title, _("Fewer letters find more. Ctrl+N registers a walk-in."))
        else:
            self._nobody.say(_("Ready"), _("Scan a badge, or type a name or a delegation."))
        self._stack.setCurrentWidget(self._empty)

    def show_answer(self, answer: Answer) -> None:
        """Show a code that leads to nobody."""
        self.answer.say(answer)
        self._stack.setCurrentWidget(self.answer)

    def show_card(self, look: CardLook, *, organiser: bool, successor: str = "", photo: bytes | None = None) -> None:
        """Show somebody; `successor` is the name of who comes in their place."""
        self._head.show_look(look, photo)
        _fill(self._banner, look.banner)
        _fill(self._note, look.note)
        self._facts.set_facts(look.facts)
        self.credentials.setVisible(look.to_verify)
        self.credentials.allow(organiser=organiser)
        self._others.setText(look.delegation)
        self._presence.setText(look.presence)
        self._members.set_rows(look.members)
        self.whole.setVisible(look.whole)
        self._dress_buttons(look, organiser=organiser, successor=successor)
        self._stack.setCurrentWidget(self._card)

    def _dress_buttons(self, look: CardLook, *, organiser: bool, successor: str) -> None:
        state = look.state
        self.check_in.setVisible(state in ("expected", "left"))
        self.check_in.set_text(_("Check in again") if state == "left" else _("Check in"))
        self.reinstate.setVisible(state == "withdrawn" and organiser)
        self.successor.setVisible(state == "replaced" and bool(successor))
        self.successor.set_text(_("Show {name}").format(name=successor))
        self.undo.setVisible(state in ("in", "left"))
        self.undo.set_text(_("Undo this departure") if state == "left" else _("Undo this check-in"))
        self.leave.setVisible(state == "in")

    def _make_buttons(self, parent: QWidget) -> None:
        self.done = DeskButton(_("Done"), key="Ctrl+D", size="small", parent=parent)
        self.whole = DeskButton(_("Whole delegation present"), key="Ctrl+G", size="small", parent=parent)
        self.check_in = DeskButton(_("Check in"), key="Enter", icon="check", kind="primary", size="big", parent=parent)
        self.reinstate = DeskButton(
            _("Reinstate"), key="Ctrl+Shift+R", icon="undo", kind="outline", size="big", parent=parent
        )
        self.successor = DeskButton(
            _("Show who comes instead"), key="Ctrl+Shift+S", icon="user", kind="outline", size="big", parent=parent
        )
        self.undo = DeskButton(_("Undo this check-in"), key="Ctrl+Shift+Z", icon="undo", kind="danger", parent=parent)
        self.leave = DeskButton(_("Mark as left"), key="Ctrl+Shift+L", icon="next", parent=parent)
        self.print = DeskButton(_("Print badge"), key="Ctrl+P", icon="print", parent=parent)
        self.note = DeskButton(_("Add a note"), key="Ctrl+E", icon="note", parent=parent)
        self.edit = DeskButton(_("Edit"), key="Ctrl+R", icon="user", parent=parent)
        self.next = DeskButton(_("Next person"), key="Esc", parent=parent)

    def _lay_out_card(self) -> None:
        upper = QVBoxLayout()
        upper.setContentsMargins(EDGE, 16, EDGE + 1, 0)
        upper.setSpacing(10)
        for widget in (self._head, self._banner, self._note):
            upper.addWidget(widget)
        facts = QVBoxLayout()
        facts.setContentsMargins(EDGE, 0, EDGE + 1, 0)
        facts.setSpacing(0)
        for row in (self._facts, self.credentials, self.travel, Rule(parent=self._card)):
            facts.addWidget(row)
        others = _row(self._others, self._presence, 1, self.whole)
        others.setContentsMargins(EDGE, 4, EDGE + 1, 0)
        members = QVBoxLayout(self._company)
        members.setContentsMargins(0, 0, 0, 0)
        members.addLayout(others)
        inset = QVBoxLayout()
        # The rows of a list bring their own edge of 16 px.
        inset.setContentsMargins(EDGE - 16, 0, EDGE - 15, 0)
        inset.addWidget(self._members)
        members.addLayout(inset, 1)
        typing = QVBoxLayout()
        typing.setContentsMargins(EDGE, 0, EDGE + 1, 0)
        typing.addWidget(self.note_row)
        lower = QVBoxLayout(self._actions)
        lower.setContentsMargins(EDGE, 0, EDGE + 1, 16)
        lower.setSpacing(10)
        for big in (self.check_in, self.reinstate, self.successor):
            lower.addWidget(big)
        for line in (
            _row(self.undo, self.leave),
            _row(self.print, self.note),
            _row(self.edit, self.next),
        ):
            line.setSpacing(12)
            lower.addLayout(line)
        whole = QVBoxLayout(self._card)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        for part in (upper, facts):
            whole.addLayout(part)
        whole.addWidget(self._company, 1)
        # What is left over while the company is away.
        whole.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding))
        whole.addLayout(typing)
        whole.addWidget(self.reprint)
        whole.addWidget(self._actions)


def _row(*widgets: QWidget | int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        if isinstance(widget, int):
            row.addStretch(widget)
        else:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    row.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
    return row


def _fill(callout: Callout, banner: Banner | None) -> None:
    callout.setVisible(banner is not None)
    if banner is not None:
        callout.say(banner.title, banner.second, kind=banner.kind, icon=banner.icon)
