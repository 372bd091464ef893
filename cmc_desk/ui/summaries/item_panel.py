"""The notes of an item as a piece of work: how far they are, whose they are to write, and who takes over."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk.meeting import operators
from cmc_desk.desk.note_items import assign_item, hand_over_item, item_notes, set_note_status
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.note_kinds import NoteStatus
from cmc_desk.rules.notes import ItemNotes
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.item_rows import status_chip
from cmc_desk.ui.summaries.side_panel import SidePanel

ASSIGN_KEY, HAND_OVER_KEY = "Alt+G", "Alt+H"


class ItemPanel(SidePanel):
    """A figure says how far the notes are."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, _("This item"), parent=parent)
        self._item = ""
        self.title = Text(size=14, bold=True, wrap=True, parent=self)
        self.told = Text(size=12, tone="slate", wrap=True, parent=self)
        self.statuses: dict[NoteStatus, DeskButton] = {}
        self.people = Combo(size=14, height=34)
        self.field = Field(_("Rapporteur"), self.people, height=34, parent=self)
        self.assign = DeskButton(_("Assign"), key=ASSIGN_KEY, size="small", parent=self)
        self.assign.clicked.connect(self._on_assign)
        self.hand_over = DeskButton(_("Hand over"), key=HAND_OVER_KEY, size="small", parent=self)
        self.hand_over.clicked.connect(self._on_hand_over)
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.told)
        column.addSpacing(6)
        column.addWidget(Text(_("How far the notes are"), size=12, tone="slate", parent=self))
        for number, status in enumerate(NoteStatus, 1):
            button = DeskButton(status_chip(status).text, key=str(number), size="small", bind=False, parent=self)
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_status, status))
            self.bind(str(number), button.click)
            self.statuses[status] = button
            column.addWidget(button)
        column.addSpacing(10)
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.assign)
        row.addWidget(self.hand_over)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.column.addLayout(column, 1)

    def open(self, item: str, entry: str) -> None:
        del entry
        self._item = item
        self.refresh()

    def first_field(self) -> QWidget:
        return self.people

    def refresh(self) -> None:
        desk, facts = self.context.desk, self.context.facts
        self.title.setText(next((one.title for one in facts.agenda if one.id == self._item), ""))
        try:
            found = next(
                (one for one in desk.read_promptly(item_notes) if one.item == self._item), ItemNotes(self._item)
            )
            people = desk.read_promptly(operators)
        except Unavailable as trouble:
            self.told.setText(trouble.sentence)
            return
        names = [one.name for one in people if one.role is Role.RAPPORTEUR]
        names += [one for one in (found.rapporteur, desk.author.operator) if one and one not in names]
        before = self.people.key() or found.rapporteur
        self.people.set_choices([("", _("Nobody in particular")), *((name, name) for name in names)])
        self.people.set_key(before)
        self.told.setText(
            _("The notes are {name}’s to write.").format(name=found.rapporteur)
            if found.rapporteur
            else _("Nobody in particular writes these notes.")
        )
        for status, button in self.statuses.items():
            button.setChecked(status is found.status)
            button.update()
        later = self.statuses[NoteStatus.LATER]
        later.allow(why_not=_("Something is written already.") if found.status is not NoteStatus.LATER else "")

    def _on_status(self, status: NoteStatus) -> None:
        if self.context.attempt(set_note_status, item=self._item, status=status) is not None:
            self.context.say("notice", _("The notes of this item are now: "), status_chip(status).text, undo=True)
        self.refresh()

    def _on_assign(self) -> None:
        name = self.people.key()
        if self.context.attempt(assign_item, item=self._item, rapporteur=name) is not None:
            self.context.say("notice", _("To write: "), name or _("nobody in particular"), undo=True)
            self.refresh()

    def _on_hand_over(self) -> None:
        name = self.people.key()
        # Whoever takes over finds everything: also what was typed a moment ago.
        self.context.settle()
        if self.context.attempt(hand_over_item, item=self._item, rapporteur=name) is not None:
            self.context.say("notice", _("Handed over to "), name, undo=True)
            self.refresh()
