"""The roll call: alphabetical order from a delegation drawn by lot, and the lot itself, so that it can be shown to be fair."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import SpeakerCategory
from cmc_desk.rules.floor_kinds import Draw, HostPlace, category_of
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.official_order import delegation_rank
from cmc_desk.rules.refusal import Refusal

ROLL_LANGUAGES = ("en", "fr", "es")
DRAW_BITS = 64
_CATEGORIES = tuple(SpeakerCategory)
_Rank = tuple[int, bool, int, str, str]


@dataclass(frozen=True, slots=True)
class RollMember:
    """A delegation of a roll call; `name` is what it is called in the language of the roll."""

    delegation: str
    kind: DelegationKind
    name: str


def roll_order(
    members: Collection[RollMember], *, first: str = "", host: str = "", host_place: HostPlace = HostPlace.IN_ORDER
) -> tuple[str, ...]:
    """Return delegations in the order of a roll call.

    Categories follow each other as in an official list, each by name without accents and "The". That of `first`, which was drawn,
    begins with it and goes round; the host may be put before or behind everybody.
    """
    drawn = next((one for one in members if one.delegation == first), None)
    order = [one.delegation for one in sorted(members, key=lambda one: _rank(one, drawn))]
    if host in order and host_place is not HostPlace.IN_ORDER:
        order.remove(host)
        order.insert(0 if host_place is HostPlace.FIRST else len(order), host)
    return tuple(order)


def draw_among(
    members: Collection[RollMember], *, host: str = "", host_place: HostPlace = HostPlace.IN_ORDER
) -> tuple[str, ...]:
    """Return the delegations among whom the lot is drawn: the first category that is there, by name.

    A host who speaks first or last has a place of its own and takes no part, unless it is alone.
    """
    first = min((_CATEGORIES.index(category_of(one.kind)) for one in members), default=0)
    order = roll_order([one for one in members if category_of(one.kind) is _CATEGORIES[first]])
    others = tuple(one for one in order if one != host or host_place is HostPlace.IN_ORDER)
    return others or order


def drawn(number: int, among: Sequence[str]) -> str:
    """Return on whom the lot has fallen: the number counts round the list; raises Refusal if nobody takes part.

    Of 64 random bits no place is likelier than another by more than one part in a million million millions per place.
    """
    if not among:
        raise Refusal(_("There is nobody to draw among: put delegations on the list first."), field="delegation")
    return among[number % len(among)]


def by_hand(draw: Draw) -> bool:
    """Return whether the lot was drawn in the room, from a bowl, and only told to the program."""
    return not draw.among


def place_in_roll(new: str, roll: Sequence[str], queue: Sequence[str], heard: Collection[str]) -> int | None:
    """Return where among those who wait a delegation comes that is put on the list after the roll was drawn up.

    Nothing if the roll has passed it by: somebody behind it has been heard, and it goes to the end of its category. `roll` is the
    order of all delegations of the meeting.
    """
    at = {code: number for number, code in enumerate(roll)}
    if new not in at or any(at.get(code, -1) > at[new] for code in heard):
        return None
    behind = (place for place, code in enumerate(queue) if at.get(code, -1) > at[new])
    return next(behind, len(queue))


def _rank(one: RollMember, first: RollMember | None) -> _Rank:
    category = category_of(one.kind)
    passed = first is not None and category is category_of(first.kind) and _alphabetical(one) < _alphabetical(first)
    return (_CATEGORIES.index(category), passed, *_alphabetical(one))


def _alphabetical(one: RollMember) -> tuple[int, str, str]:
    return (*delegation_rank(one.kind, one.name), one.delegation)
