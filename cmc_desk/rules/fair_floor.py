"""Who has had how much of the floor, for the chair only: by delegation, category, region and language, and who was not heard yet."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cmc_desk.rules.agenda_plan import ZERO, SpeakerCategory
from cmc_desk.rules.floor import heard, overtime, spoken
from cmc_desk.rules.floor_kinds import SpeakerState, Speech, SpeechKind
from cmc_desk.rules.folding import fold

_CATEGORIES = tuple(SpeakerCategory)
_TAKES_NO_TIME = frozenset({SpeakerState.WITHDRAWN, SpeakerState.WRITTEN})


@dataclass(frozen=True, slots=True)
class FloorMember:
    """A delegation that could speak; what parts the meeting besides categories is `language`, the one it works in, and `region`.

    Either is empty where it is not known.
    """

    delegation: str
    category: SpeakerCategory
    language: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class FloorShare:
    """What a delegation has had of the floor: statements are charged, interruptions are counted apart.

    `allotted` is what its statements may take together, those to come included: what was overdrawn with one lacks it at the next.
    """

    delegation: str
    category: SpeakerCategory
    language: str
    region: str
    speeches: int
    used: timedelta
    besides: timedelta
    overtime: timedelta
    allotted: timedelta
    heard: bool

    @property
    def total(self) -> timedelta:
        """All the time that it spoke."""
        return self.used + self.besides

    @property
    def budget(self) -> timedelta:
        """What is left of its time; negative is overdrawn."""
        return self.allotted - self.used


@dataclass(frozen=True, slots=True)
class GroupShare:
    """What a category, a region or a language has had of the floor, of how many delegations; shares are of one."""

    name: str
    members: int
    heard: int
    used: timedelta
    of_time: float
    of_members: float


@dataclass(frozen=True, slots=True)
class FairFloor:
    """The floor at an instant; `used` is the time of all, `not_heard` the delegations that have made no statement."""

    used: timedelta
    shares: tuple[FloorShare, ...]
    by_category: tuple[GroupShare, ...]
    by_region: tuple[GroupShare, ...]
    by_language: tuple[GroupShare, ...]
    not_heard: tuple[str, ...]


def fair_floor(speeches: Iterable[Speech], members: Sequence[FloorMember], now: datetime) -> FairFloor:
    """Return who has had how much of the floor: whoever has had most comes first, then the others in the order of `members`.

    `speeches` may be those of one list or of several; a delegation that is not among `members` any more counts all the same.
    """
    found = tuple(speeches)
    spoke = heard(found)
    known = {one.delegation: one for one in members}
    for one in found:
        known.setdefault(one.entry.delegation, FloorMember(one.entry.delegation, one.entry.category))
    of_delegation: defaultdict[str, list[Speech]] = defaultdict(list)
    for one in found:
        of_delegation[one.entry.delegation].append(one)
    shares = [
        _share(one, of_delegation[one.delegation], has_spoken=one.delegation in spoke, now=now)
        for one in known.values()
    ]
    # A region is typed: one that differs in capitals or accents only is the same.
    spelt: dict[str, str] = {}

    def region_of(share: FloorShare) -> str:
        return spelt.setdefault(fold(share.region), share.region)

    return FairFloor(
        used=sum((one.total for one in shares), ZERO),
        shares=tuple(sorted(shares, key=lambda one: -one.total)),
        by_category=_groups(shares, [category.value for category in _CATEGORIES], lambda one: one.category.value),
        by_region=_groups(shares, _names(map(region_of, shares)), region_of),
        by_language=_groups(shares, _names(one.language for one in shares), lambda one: one.language),
        not_heard=tuple(one.delegation for one in known.values() if one.delegation not in spoke),
    )


def _share(member: FloorMember, speeches: Sequence[Speech], *, has_spoken: bool, now: datetime) -> FloorShare:
    statements = [one for one in speeches if one.entry.kind is SpeechKind.STATEMENT]
    charged = [one for one in statements if one.state not in _TAKES_NO_TIME]
    return FloorShare(
        delegation=member.delegation,
        category=member.category,
        language=member.language,
        region=member.region,
        speeches=sum(one.started is not None for one in speeches),
        used=sum((spoken(one, now) for one in statements), ZERO),
        besides=sum((spoken(one, now) for one in speeches if one.entry.kind is not SpeechKind.STATEMENT), ZERO),
        overtime=sum((overtime(one, now) for one in speeches), ZERO),
        allotted=sum((one.limit + one.added for one in charged), ZERO),
        heard=has_spoken,
    )


def _names(found: Iterable[str]) -> list[str]:
    """Return each name once in the order of the alphabet, and last the one of those of whom none is known."""
    return sorted(set(found), key=lambda name: (not name, fold(name)))


def _groups(
    shares: Sequence[FloorShare], names: Iterable[str], name_of: Callable[[FloorShare], str]
) -> tuple[GroupShare, ...]:
    time = sum((one.total for one in shares), ZERO)
    groups = ((name, [one for one in shares if name_of(one) == name]) for name in names)
    return tuple(
        GroupShare(
            name=name,
            members=len(group),
            heard=sum(one.heard for one in group),
            used=(used := sum((one.total for one in group), ZERO)),
            of_time=used / time if time else 0.0,
            of_members=len(group) / len(shares),
        )
        for name, group in groups
        if group
    )
