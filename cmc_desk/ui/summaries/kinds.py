"""How each kind of entry looks: its word, its icon, its colours, and the number that chooses it."""

from dataclasses import dataclass

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import EntryKind


@dataclass(frozen=True, slots=True)
class KindLook:
    """A kind as lists and the composer show it; `number` is its key with Alt, 0 where it has a prefix only."""

    kind: EntryKind
    title: str
    icon: str
    tone: str
    ground: str
    number: int = 0

    @property
    def words(self) -> str:
        """The word in the language of the windows."""
        return _(self.title)


LOOKS: tuple[KindLook, ...] = (
    KindLook(EntryKind.INTERVENTION, N_("Intervention"), "speak", "slate", "neutralT", 1),
    KindLook(EntryKind.PROPOSAL, N_("Proposal"), "proposal", "coral", "coralT", 2),
    KindLook(EntryKind.QUESTION, N_("Question"), "q", "amberInk", "amberT", 3),
    KindLook(EntryKind.RECOMMENDATION, N_("Recommendation"), "bulb", "sea", "lagoon", 4),
    KindLook(EntryKind.DECISION, N_("Decision"), "gavel", "leaf", "leafT", 5),
    KindLook(EntryKind.ACTION, N_("Action"), "action", "indigo", "indigoT", 6),
    KindLook(EntryKind.NEXT_STEP, N_("Next step"), "next", "indigo", "indigoT"),
    KindLook(EntryKind.PROCEDURAL, N_("Procedural"), "clock", "slate", "neutralT"),
)
_BY_KIND = {look.kind: look for look in LOOKS}


def look_of(kind: EntryKind) -> KindLook:
    """Return how a kind looks."""
    return _BY_KIND[kind]
