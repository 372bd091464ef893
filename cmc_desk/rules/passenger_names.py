"""Names on tickets, boarding passes and the lists of agencies: whose they are, however an airline has printed them."""

from collections.abc import Sequence

from cmc_desk.rules.folding import fold
from cmc_desk.rules.names import Likeness, likeness, split_full_name, split_salutation
from cmc_desk.rules.passengers import Passenger
from cmc_desk.rules.ticket_names import same_name

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mstr", "dr", "prof"})
_LIKE = frozenset({Likeness.SAME, Likeness.SWAPPED, Likeness.TYPO, Likeness.SIMILAR})


def given_and_family(printed: str) -> tuple[str, str]:
    """Return given and family name of a name as an airline or a person writes it: EXAMPLE/KEISHA MRS, Ms. Keisha Example."""
    family, slash, given = printed.partition("/")
    if not slash:
        return split_full_name(split_salutation(printed)[1])
    words = given.split()
    while len(words) > 1 and fold(words[-1]) in _TITLES:
        words.pop()
    return " ".join(words), family.strip()


def is_cut_name(printed: str, given: str, family: str) -> bool:
    """Return whether a name that was cut at its end is that of somebody: EXAMPLE-BLAKE/KEIS of Keisha Example-Blake."""
    last, _slash, first = (_as_one(part) for part in printed.partition("/"))
    ours = _as_one(given), _as_one(family)
    return ours[1].startswith(last) if not first else last == ours[1] and ours[0].startswith(first)


def whose(
    printed: str, passengers: Sequence[Passenger], *, locator: str = "", cut: bool = False
) -> tuple[Passenger, ...]:
    """Return who is meant by a name on a ticket: one, several that cannot be told apart, or nobody.

    The same name counts first, then one that is like it; the locator of the booking tells people of one name apart, and finds whoever
    was booked under another name.
    """
    booked = [one for one in passengers if locator and one.itinerary is not None and locator == one.itinerary.locator]
    same = [one for one in passengers if same_name(printed, one.name)]
    if not same and cut:
        same = [one for one in passengers if is_cut_name(printed, one.given_name, one.family_name)]
    found = same or _like(printed, passengers)
    if found:
        both = [one for one in found if one in booked]
        return tuple(both if both else found)
    return tuple(booked) if len(booked) == 1 else ()


def _like(printed: str, passengers: Sequence[Passenger]) -> list[Passenger]:
    given, family = given_and_family(printed)
    return [one for one in passengers if likeness(given, family, one.given_name, one.family_name) in _LIKE]


def _as_one(name: str) -> str:
    return fold(name).replace(" ", "")
