"""What a delegation still lacks: nobody at its head, a free seat, badges not printed, people who have not come."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cmc_desk.rules.meeting import DelegationKind

# Of an agency or the secretariat nobody expects a head of delegation.
_HEADED = (DelegationKind.STATE, DelegationKind.TERRITORY, DelegationKind.OBSERVER_STATE)


class Gap(StrEnum):
    """Something that a delegation lacks, the most urgent first."""

    NOBODY = "nobody named"
    SEATS = "free seats"
    HEAD = "no head"
    CREDENTIALS = "credentials to verify"
    ARRIVAL = "not arrived"
    BADGE = "no badge printed"
    PHOTO = "no photograph"
    TITLE = "no functional title"
    CONSENT = "consent not known"
    NOTE = "note at the desk"


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """What is known of a person of a delegation; `came` counts also if they have left since, `excused` from any session."""

    name: str
    head: bool = False
    verified: bool = True
    came: bool = False
    excused: bool = False
    badge_printed: bool = False
    photo: bool = False
    titled: bool = True
    consent_known: bool = True
    noted: bool = False


@dataclass(frozen=True, slots=True)
class FoundGap:
    """A gap, and whom it concerns; `number` is that of free seats, else of people."""

    gap: Gap
    names: tuple[str, ...] = ()
    number: int = 0


def gaps_of(
    members: Sequence[MemberFacts], *, kind: DelegationKind, seats: int, begun: bool, photos: bool
) -> tuple[FoundGap, ...]:
    """Return what a delegation lacks.

    Until the meeting has `begun` nobody is missing; where the meeting takes no `photos` nobody lacks one.
    """
    if not members:
        return (FoundGap(Gap.NOBODY), *_free(seats))
    found: list[FoundGap] = [*_free(seats - len(members))]
    if kind in _HEADED and not any(member.head for member in members):
        found.append(FoundGap(Gap.HEAD))
    lacking: tuple[tuple[Gap, Callable[[MemberFacts], bool]], ...] = (
        (Gap.CREDENTIALS, lambda member: not member.verified),
        (Gap.ARRIVAL, lambda member: begun and not member.came and not member.excused),
        (Gap.BADGE, lambda member: not member.badge_printed),
        (Gap.PHOTO, lambda member: photos and not member.photo),
        (Gap.TITLE, lambda member: not member.titled),
        (Gap.CONSENT, lambda member: not member.consent_known),
        (Gap.NOTE, lambda member: member.noted),
    )
    for gap, lacks in lacking:
        found += _of(gap, (member.name for member in members if lacks(member)))
    return tuple(found)


def _free(seats: int) -> tuple[FoundGap, ...]:
    return (FoundGap(Gap.SEATS, number=seats),) if seats > 0 else ()


def _of(gap: Gap, names: Iterable[str]) -> tuple[FoundGap, ...]:
    whom = tuple(names)
    return (FoundGap(gap, whom, len(whom)),) if whom else ()
