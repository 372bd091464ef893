"""Names on tickets, boarding passes and the lists of agencies: whose they are, however an airline has printed them."""

from collections.abc import Iterable

from cmc_desk.rules.folding import fold
from cmc_desk.rules.names import Likeness, NameIndex, split_full_name, split_salutation
from cmc_desk.rules.passengers import Passenger
from cmc_desk.rules.ticket_names import printings, readings

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


class PassengerIndex:
    """Passengers by their names and bookings, so that a list of hundreds is matched with hundreds at once."""

    def __init__(self, passengers: Iterable[Passenger]) -> None:
        """Begin with everybody who can be meant."""
        self._people = {one.key: one for one in passengers}
        self._order = {key: place for place, key in enumerate(self._people)}
        self._like: NameIndex | None = None
        self._printed: dict[str, list[str]] = {}
        self._booked: dict[str, list[str]] = {}
        for one in self._people.values():
            for printed in printings(one.name):
                self._printed.setdefault(printed, []).append(one.key)
            if one.itinerary is not None and one.itinerary.locator:
                self._booked.setdefault(one.itinerary.locator, []).append(one.key)

    def whose(self, printed: str, *, locator: str = "", cut: bool = False) -> tuple[Passenger, ...]:
        """Return who is meant by a name on a ticket: one, several that cannot be told apart, or nobody.

        The same name counts first, then one that is like it; the locator of the booking tells people of one name apart, and finds
        whoever was booked under another name.
        """
        booked = self._booked.get(locator, []) if locator else []
        found = self._same(printed, cut=cut) or self._alike(printed)
        if found:
            found = [key for key in found if key in booked] or found
        elif len(booked) == 1:
            found = booked
        return tuple(self._people[key] for key in sorted(set(found), key=self._order.__getitem__))

    def _same(self, printed: str, *, cut: bool) -> list[str]:
        same = [key for reading in readings(printed) if reading for key in self._printed.get(reading, ())]
        if same or not cut:
            return same
        people = self._people.values()
        return [one.key for one in people if is_cut_name(printed, one.given_name, one.family_name)]

    def _alike(self, printed: str) -> list[str]:
        given, family = given_and_family(printed)
        # Most names are printed as they are written: what finds those that are like them is made when it is asked.
        if self._like is None:
            self._like = NameIndex(
                (one.key, one.given_name, one.family_name, one.delegation) for one in self._people.values()
            )
        return [match.person for match in self._like.like(given, family, "") if match.likeness in _LIKE]


def _as_one(name: str) -> str:
    return fold(name).replace(" ", "")
