"""Draws the lot of a roll call: in which language the roll is called, where the host speaks, and who was drawn."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.floor_kinds import Draw, HostPlace
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.roll_call import ROLL_LANGUAGES, by_hand
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.registration.delegation_field import DelegationField
from cmc_desk.ui.registration.words import language_word

# What was drawn last stands beneath, also where the card above it is high.
_EDITOR = 32


class DrawPanel(Pane):
    """An empty field lets the program draw; a delegation in it was drawn in the room."""

    asked = Signal()
    left = Signal()

    def __init__(self, facts: Facts, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.head = PaneHead(_("Draw for the roll call"), side=True)
        back = DeskButton(_("Back"), key="Esc", size="small")
        back.clicked.connect(self.left)
        self.head.add(back)
        self.language = Segment(
            [Option(code, language_word(code)) for code in ROLL_LANGUAGES], name=_("Language of the roll"), even=True
        )
        self.host = Segment(
            [
                Option(HostPlace.IN_ORDER.value, _("In its place")),
                Option(HostPlace.FIRST.value, _("First")),
                Option(HostPlace.LAST.value, _("Last")),
            ],
            name=_("Where the host speaks"),
            even=True,
        )
        self.delegation = DelegationField(facts)
        self.delegation_field = Field(
            _("Drawn in the room (empty: the program draws)"), self.delegation, height=_EDITOR
        )
        self.witnesses = QLineEdit()
        self.witnesses_field = Field(
            _("Witnesses"), self.witnesses, height=_EDITOR, hint=_("functions, such as “Chair, Rapporteur”")
        )
        self.draw_button = DeskButton(_("Draw and order the list"), key="Ctrl+Return", kind="primary")
        self.draw_button.clicked.connect(self.asked)
        self.last = Text(size=12, tone="slate", wrap=True)
        body = QVBoxLayout()
        body.setContentsMargins(20, 8, 20, 8)
        body.setSpacing(4)
        body.addWidget(Text(_("Alphabetical order in"), size=12, tone="slate"))
        body.addWidget(self.language)
        body.addSpacing(4)
        body.addWidget(Text(_("The host speaks"), size=12, tone="slate"))
        body.addWidget(self.host)
        body.addSpacing(4)
        body.addWidget(self.delegation_field)
        body.addWidget(self.witnesses_field)
        body.addStretch()
        body.addWidget(self.last)
        foot = Pane("sand", lines="t")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 8, 20, 8)
        row.addStretch()
        row.addWidget(self.draw_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(body, 1)
        column.addWidget(foot)

    def open(self, facts: Facts, draws: Sequence[Draw]) -> None:
        """Make ready for another draw; the last one is told."""
        self.delegation.set_facts(facts)
        self.delegation.set_code("")
        self.witnesses.clear()
        if facts.meeting.language in ROLL_LANGUAGES:
            self.language.choose(facts.meeting.language)
        for field in (self.delegation_field, self.witnesses_field):
            field.set_problem("")
        self.last.setText(_last_words(facts, draws[-1]) if draws else "")
        self.delegation.setFocus(Qt.FocusReason.OtherFocusReason)

    def blame(self, refusal: Refusal) -> None:
        """Show a refusal beside its field."""
        field = self.witnesses_field if refusal.field == "witnesses" else self.delegation_field
        field.set_problem(refusal.sentence)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)


def _last_words(facts: Facts, draw: Draw) -> str:
    name = facts.delegation_name(draw.delegation)
    time = f"{facts.meeting.local(draw.at):%H:%M}"
    if by_hand(draw):
        words = _("Last draw {time}: {name}, drawn in the room.").format(time=time, name=name)
    else:
        words = _("Last draw {time}: {name}, number {number} among {whole}.").format(
            time=time, name=name, number=draw.number, whole=len(draw.among)
        )
    return words + (" " + _("Witnesses: {names}").format(names=draw.witnesses) if draw.witnesses else "")
