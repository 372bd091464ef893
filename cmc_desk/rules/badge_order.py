"""In which order badges are printed: by delegation, by name, or by the tray of the desk they are handed out from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class BadgeOrder(StrEnum):
    """What badges are put in order by."""

    DELEGATION = "delegation"
    NAME = "name"
    TRAY = "desk tray"


@dataclass(frozen=True, slots=True)
class Tray:
    """A tray of the desk: whose folded family name begins with a letter from `first` to `last`."""

    first: str
    last: str

    @property
    def title(self) -> str:
        """The letters as they stand on the tray."""
        return f"{self.first}–{self.last}".upper()


@dataclass(frozen=True, slots=True)
class BadgeKey:
    """What tells where a badge stands: rank of the delegation, head or not, `name_key` (family name first, folded)."""

    participant: str
    delegation: tuple[int, str]
    head: bool
    name: str


TRAYS = (Tray("a", "k"), Tray("l", "z"))


def ordered(
    keys: Iterable[BadgeKey], order: BadgeOrder = BadgeOrder.DELEGATION, trays: Sequence[Tray] = TRAYS
) -> tuple[str, ...]:
    """Return the participants in order; who has the same name keeps the place they had."""
    if order is BadgeOrder.DELEGATION:
        found = sorted(keys, key=lambda key: (key.delegation, not key.head, key.name))
    elif order is BadgeOrder.NAME:
        found = sorted(keys, key=lambda key: key.name)
    else:
        found = sorted(keys, key=lambda key: (tray_of(key.name, trays), key.name))
    return tuple(key.participant for key in found)


def tray_of(name: str, trays: Sequence[Tray] = TRAYS) -> int:
    """Return the number of the tray for a folded name; what begins with no letter of any tray lies in the last."""
    letter = name[:1]
    return next((number for number, tray in enumerate(trays) if tray.first <= letter <= tray.last), len(trays) - 1)
