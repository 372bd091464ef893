"""The stays that an allowance counts, as a form begins with them: those entered by hand, else those of the journey."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from cmc_desk.desk.allowance_basis import bases, ground
from cmc_desk.rules.allowance_stays import Stay, stays
from cmc_desk.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class KnownStays:
    """Where an official is counted as being; nothing while no journey is known. `by_hand` says that somebody entered them."""

    stays: tuple[Stay, ...] = ()
    by_hand: bool = False


def known_stays(session: Session, *, sponsorship: str) -> KnownStays:
    """Return the stays that the allowance of an official would be computed by now."""
    basis = bases(session, (sponsorship,)).get(sponsorship)
    if basis is None:
        return KnownStays()
    if basis.entered:
        return KnownStays(basis.entered, by_hand=True)
    hours = basis.policy.min_hours if basis.policy is not None else 0
    try:
        return KnownStays(stays(basis.legs, min_hours=hours, place_of=ground(session).place_of))
    except Refusal:
        return KnownStays()
