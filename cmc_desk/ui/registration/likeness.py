"""Who a new person may be already: likely duplicates among everybody, found at every letter."""

from dataclasses import dataclass

from cmc_desk.desk import people
from cmc_desk.desk.people import Hit
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import words
from cmc_desk.rules.names import Likeness, NameIndex
from cmc_desk.rules.people import Person
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.chip import ChipLook

MOST = 3
_SHORTEST = 2
_CHIPS: dict[Likeness, tuple[bool, str]] = {
    Likeness.SAME: (True, N_("Same name")),
    Likeness.SWAPPED: (True, N_("Names swapped")),
    Likeness.TYPO: (True, N_("Very like")),
    Likeness.SIMILAR: (True, N_("Similar name")),
    Likeness.FAMILY: (False, N_("Family name")),
}


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody who may be the person that is being typed."""

    hit: Hit
    chip: ChipLook
    same_delegation: bool


class Likenesses:
    """The names of everybody, read once for each opening of a form."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._index: NameIndex | None = None

    def forget(self) -> None:
        """Read the names again when they are needed next."""
        self._index = None

    def of(self, person: Person, *, day: tuple[str, ...]) -> tuple[Alike, ...]:
        """Return up to three people who are like `person`, the likeliest first; who only begins alike comes last."""
        typed = f"{person.given_name} {person.family_name}"
        if sum(map(len, words(typed))) < _SHORTEST:
            return ()
        desk = self._context.desk
        if self._index is None:
            self._index = NameIndex(desk.read(people.names_for_likeness))
        matches = self._index.like(person.given_name, person.family_name, person.delegation)[:MOST]
        chips = {match.person: _chip(match.likeness) for match in matches}
        begun = desk.read(people.find_people, text=typed, limit=MOST)
        for hit in begun.hits:
            chips.setdefault(hit.id, ChipLook(_("Begins alike"), "neutral", "disc-question"))
        hits = desk.read(people.hits_of, participants=tuple(chips)[:MOST], day=day)
        return tuple(Alike(hit, chips[hit.id], hit.delegation == person.delegation) for hit in hits)


def _chip(likeness: Likeness) -> ChipLook:
    strong, text = _CHIPS[likeness]
    return ChipLook(_(text), "warning") if strong else ChipLook(_(text), "neutral", "disc-question")
