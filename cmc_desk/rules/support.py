"""Who in the room stands behind which alternative to a provision: counted once, for the page, the stage and whoever asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmc_desk.rules.redline import Alternative


@dataclass(frozen=True, slots=True)
class Backing:
    """Who stands behind an alternative: codes of delegations, its proposers first; `against` it are those with a reservation too."""

    alternative: Alternative
    behind: tuple[str, ...]
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Support:
    """The delegations in the room today whose text it is, and what they have said of the alternatives to a provision.

    These are States and their constituent parts, in official order: observers and organisations advise. Somebody who is not in the room
    may stand behind an alternative as well; `silent` are those in the room who have said nothing of any.
    """

    present: tuple[str, ...]
    backings: tuple[Backing, ...]
    silent: tuple[str, ...]


def behind(alternative: Alternative) -> tuple[str, ...]:
    """Return the delegations that want an alternative: those that proposed it, and those that support it."""
    return tuple(dict.fromkeys((*alternative.proposers, *alternative.supporters)))


def support(alternatives: Sequence[Alternative], present: Sequence[str]) -> Support:
    """Return who stands where among those who are `present`."""
    backings = tuple(
        Backing(one, behind(one), tuple(dict.fromkeys((*one.opponents, *one.reservations)))) for one in alternatives
    )
    heard = {code for one in backings for code in (*one.behind, *one.against)}
    return Support(tuple(present), backings, tuple(code for code in present if code not in heard))
