"""The people of a meeting as its papers need them: delegation by delegation, the head first."""

from dataclasses import dataclass
from datetime import datetime

from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.people import Capacity, Consent


@dataclass(frozen=True, slots=True)
class Member:
    """A person who is expected or came; `first_at` is their first arrival at the sessions a paper is about, if they came."""

    id: str
    salutation: str
    given_name: str
    family_name: str
    badge_name: str
    functional_title: str
    institution: str
    capacity: Capacity
    consent: Consent
    language: str
    code: str
    present: bool = False
    first_at: datetime | None = None

    @property
    def full_name(self) -> str:
        """Given and family name as they were given."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)


@dataclass(frozen=True, slots=True)
class Group:
    """A delegation with its members in their order; `name` is in the language of the paper, `second` in its second one.

    `flag` is the code of a flag in lower case, or empty; `seats` is how many officials are financed.
    """

    code: str
    name: str
    second: str
    kind: DelegationKind
    flag: str
    seats: int
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A line of the agenda on the clocks of the meeting: `title_second` is empty where no other language is known."""

    key: str
    starts: datetime
    ends: datetime
    title: str
    kind: str
    speakers: tuple[str, ...] = ()
    title_second: str = ""
