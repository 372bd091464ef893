"""The facts of a meeting before anybody has arrived: what a meeting template says."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from cmc_desk.rules.agenda_plan import PLENARY, EndKind, Importance, StartKind, Topic, Track
from cmc_desk.rules.people import Capacity
from cmc_desk.rules.travel_plan import USUAL, SeatPlan, TravelPlan

COLOURS = ("sea", "slate", "indigo", "azure", "leaf", "amber", "coral")


class ItemKind(StrEnum):
    """What happens in a line of the agenda."""

    REGISTRATION = "registration"
    OPENING = "opening"
    PRESENTATION = "presentation"
    DISCUSSION = "discussion"
    SUMMARY = "summary"
    APPROVAL = "approval"
    BREAK = "break"
    PHOTO = "photo"
    LUNCH = "lunch"
    CLOSING = "closing"


class DelegationKind(StrEnum):
    """The status class of a delegation, in the order of an official list."""

    STATE = "State"
    TERRITORY = "constituent part or territory"
    OBSERVER_STATE = "observer State"
    UN = "United Nations or intergovernmental organisation"
    OTHER = "other organisation"
    SECRETARIAT = "secretariat"


class Eligibility(StrEnum):
    """Whether the sponsors finance officials of a delegation."""

    SPONSORED = "sponsored"
    OPTIONAL = "optional"
    HOST = "host"
    OBSERVER = "self-funded observer"
    NONE = "not covered"


class Role(StrEnum):
    """What an operator is at the meeting to do."""

    DESK = "desk"
    CHAIR = "chair's assistant"
    RAPPORTEUR = "rapporteur"
    TRAVEL = "travel"
    ORGANISER = "organiser"


@dataclass(frozen=True, slots=True)
class SpeakerPlan:
    """A person named in a line of the agenda; `point` is the one of its points they speak to, if it says so."""

    name: str
    functional_title: str = ""
    organisation: str = ""
    point: str = ""


@dataclass(frozen=True, slots=True)
class ItemPlan:
    """A line of the agenda: clock times are aware and in the zone of the meeting.

    What is None is left to the defaults of its kind (`rules.agenda_defaults`); `topic` is the key of a list of speakers.
    """

    key: str
    day: date
    starts: datetime
    ends: datetime
    title: str
    kind: ItemKind
    points: tuple[str, ...] = ()
    speakers: tuple[SpeakerPlan, ...] = ()
    continues: str = ""
    documents: tuple[str, ...] = ()
    attendance: bool = False
    track: str = PLENARY
    minimum: timedelta | None = None
    start_kind: StartKind | None = None
    not_after: datetime | None = None
    end_kind: EndKind = EndKind.LENGTH
    importance: Importance = Importance.ORDINARY
    topic: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class DocumentPlan:
    """A draft document that the meeting considers."""

    key: str
    title: str
    short_title: str


@dataclass(frozen=True, slots=True)
class CategoryPlan:
    """A participant category: the first whose conditions a person meets is theirs; no condition means everybody.

    `colour` is one of `COLOURS`, which are names of the palette.
    """

    key: str
    name: str
    colour: str
    capacities: tuple[Capacity, ...] = ()
    kinds: tuple[DelegationKind, ...] = ()
    delegations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DelegationPlan:
    """A State, territory or organisation that is invited; `code` is ISO 3166-1 alpha-2 for countries.

    `names` and `short_names` map an ISO 639-1 language to the UN name and to the everyday name. `seats` are the financed ones where they
    are planned otherwise than usual, from the first on. `region` is the regional or sub-regional group as whoever chairs calls it.
    """

    code: str
    kind: DelegationKind
    names: tuple[tuple[str, str], ...]
    short_names: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    of_state: str = ""
    region: str = ""
    main_language: str = "en"
    eligibility: Eligibility = Eligibility.NONE
    quota: int = 0
    airport: str = ""
    zone: str = ""
    flag: str = ""
    seats: tuple[SeatPlan, ...] = ()


@dataclass(frozen=True, slots=True)
class OperatorPlan:
    """Somebody who will work with the program."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """A whole meeting as its template describes it.

    `contacts` are (whom one calls, number), `host_names` (language, what the host is called in it).
    """

    key: str
    title: str
    short_title: str
    subtitle: str
    host: str
    host_delegation: str
    sponsors: tuple[str, ...]
    venue: str
    city: str
    zone: str
    language: str
    days: tuple[date, ...]
    items: tuple[ItemPlan, ...]
    documents: tuple[DocumentPlan, ...]
    categories: tuple[CategoryPlan, ...]
    delegations: tuple[DelegationPlan, ...]
    operators: tuple[OperatorPlan, ...] = ()
    stations: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    grace_minutes: int = 15
    contacts: tuple[tuple[str, str], ...] = ()
    host_names: tuple[tuple[str, str], ...] = ()
    tracks: tuple[Track, ...] = ()
    topics: tuple[Topic, ...] = ()
    travel: TravelPlan = USUAL
