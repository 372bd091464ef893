"""Who supports a proposal, who opposes it, who reserves: the delegations are tapped as they speak up."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cmc_desk.desk.proposals import add_party, remove_party
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.delegations import sort_key
from cmc_desk.rules.document_kinds import PartyRole
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redline import Alternative
from cmc_desk.rules.support import behind
from cmc_desk.ui.context import Context
from cmc_desk.ui.documents.about import About, opening_number
from cmc_desk.ui.documents.supporters_grid import SupportersGrid, Tile
from cmc_desk.ui.documents.words import ROLES
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.theme import font
from cmc_desk.ui.written_text import WrittenLine

_STATES = (DelegationKind.STATE, DelegationKind.TERRITORY, DelegationKind.OBSERVER_STATE)
_TAPPED = (PartyRole.SUPPORTER, PartyRole.OPPONENT, PartyRole.RESERVATION, PartyRole.PROPOSER)


class SupportersPanel(Pane):
    """Every tap is stored at once; a second one of the same kind takes it back. `left` asks to be put away."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.context = context
        self._about: About | None = None
        self.head = PaneHead(_("Support in the room"), side=True, ground="panel", height=48)
        self.back = DeskButton(_("Done"), key="Esc", size="small")
        self.back.clicked.connect(self.left)
        self.head.add(self.back)
        self.intro = Text(size=13, tone="slate")
        self.roles = Segment(
            [Option(one.value, _(ROLES[one])) for one in _TAPPED], name=_("How it is meant"), even=True
        )
        self.roles.chosen.connect(self._on_role_chosen)
        self.words = WrittenLine()
        self.words.setFont(font(13))
        self.words.setFixedHeight(32)
        self.words.setAccessibleName(_("Words of the reservation"))
        self.words.setPlaceholderText(_("words of the reservation, if it gives any"))
        self.words.returnPressed.connect(self._on_words)
        self.words.hide()
        self.grid = SupportersGrid()
        self.grid.tapped.connect(self._on_tapped)
        self.grid.role_asked.connect(self._on_role)
        self.grid.moved.connect(self._on_moved)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(16, 4, 16, 12)
        inside.addWidget(self.grid)
        inside.addStretch(1)
        self._scroll.setWidget(body)
        told = QVBoxLayout()
        told.setContentsMargins(16, 10, 16, 8)
        told.setSpacing(8)
        told.addWidget(self.intro)
        told.addWidget(self.roles)
        told.addWidget(self.words)
        keys = _("1 2 3 4 say how the next tap is meant, letters go to a name, Enter taps.")
        told.addWidget(Text(keys, size=12, tone="slate", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(told)
        column.addWidget(self._scroll, 1)
        self.setFocusProxy(self.grid)

    def open(self, about: About) -> None:
        """Begin with a proposal."""
        self.roles.choose(PartyRole.SUPPORTER.value)
        self.show_about(about)
        self.grid.begin()

    def show_about(self, about: About) -> None:
        """Show where everybody stands now."""
        self._about = about
        one = about.proposal
        if one is None:
            return
        self.intro.setText(f"{one.name} {_alternative(about)}".strip())
        stands = {party.delegation: party.role for party in one.parties}
        facts = self.context.facts
        states = [row for row in facts.delegations.values() if row.kind in _STATES or row.code in stands]
        tiles = [
            Tile(row.code, row.short_name, facts.flag(row.code), row.code in about.present, stands.get(row.code))
            for row in states
        ]
        self.grid.show_tiles(sorted(tiles, key=lambda tile: (not tile.present, sort_key(tile.name))))

    def _on_role_chosen(self, role: str) -> None:
        self.words.setVisible(role == PartyRole.RESERVATION.value)

    def _on_words(self) -> None:
        """Keep what was said to a reservation of the delegation that the keyboard was at last."""
        one, code = self._about.proposal if self._about is not None else None, self.grid.code()
        if one is None or not code:
            return
        role, words = PartyRole.RESERVATION, self.words.text().strip()
        if self.context.attempt(add_party, proposal=one.key, delegation=code, role=role, words=words) is not None:
            self.words.clear()
            self._tell(one, code, role, taken_back=False)
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_role(self, number: int) -> None:
        self.roles.choose(_TAPPED[number - 1].value)

    def _on_moved(self, place: object) -> None:
        if isinstance(place, QRect):
            self._scroll.ensureVisible(place.center().x(), place.center().y() + self.grid.y(), 20, 40)

    def _on_tapped(self, code: str) -> None:
        about = self._about
        one = about.proposal if about is not None else None
        if about is None or one is None or not code:
            return
        facts, role = self.context.facts, PartyRole(self.roles.key())
        before = next((party.role for party in one.parties if party.delegation == code), None)
        if before is PartyRole.PROPOSER and role is not PartyRole.PROPOSER:
            self.context.say("amber", _("Nothing changed: "), facts.delegation_name(code), _(" proposed it."))
            return
        if before is role:
            done = self.context.attempt(remove_party, proposal=one.key, delegation=code)
        else:
            done = self.context.attempt(add_party, proposal=one.key, delegation=code, role=role)
        if done is not None:
            self._tell(one, code, role, taken_back=before is role)

    def _tell(self, one: Proposal, code: str, role: PartyRole, *, taken_back: bool) -> None:
        about = self._about
        fresh = about.proposal if about is not None and about.proposal is not None else one
        mine = _alternative_of(about) if about is not None else None
        # As the bars and the stage count: a joint proposal has the supporters of all who make it.
        own = {*fresh.of(PartyRole.SUPPORTER), *fresh.of(PartyRole.PROPOSER)}
        number = len(behind(mine) if mine is not None else own)
        words = {
            PartyRole.SUPPORTER: _("Supporter added: "),
            PartyRole.OPPONENT: _("Opponent added: "),
            PartyRole.RESERVATION: _("Reservation added: "),
            PartyRole.PROPOSER: _("Proposer added: "),
        }
        before = _("Taken off: ") if taken_back else words[role]
        to = _(" to {what}").format(what=(_alternative(about) if about is not None else "") or one.name)
        whole = ngettext(" · {number} supporter", " · {number} supporters", number).format(number=number)
        name = self.context.facts.delegation_name(code)
        self.context.say("notice", before, name, f"{'' if taken_back else to}{whole}", undo=True)


def _alternative_of(about: About) -> Alternative | None:
    """Return the alternative that the chosen proposal is of; None where it changes nothing."""
    found = about.provision.alternatives if about.provision is not None else ()
    return next((one for one in found if about.proposal is not None and about.proposal.key in one.proposals), None)


def _alternative(about: About) -> str:
    """Return the alternative of the chosen proposal as it is spoken about: [3 bis]."""
    mine = _alternative_of(about)
    return opening_number(mine.opening) if mine is not None else ""
