"""The facts of sponsored travel: seats, letters, journeys, rooms and the officials who hold the seats."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from cmc_desk.rules.travel_states import (
    Direction,
    Gone,
    LetterKind,
    Nomination,
    PaymentState,
    Profile,
    Standing,
    Step,
    Travel,
    VisaState,
    Warned,
)


@dataclass(frozen=True, slots=True)
class Share:
    """What an agency bears of a seat, in basis points; those of a seat make `WHOLE`."""

    agency: str
    basis_points: int


@dataclass(frozen=True, slots=True)
class Seat:
    """A financed seat: `number` counts from 1 within the delegation, `sponsorship` is who holds it now, empty if nobody does.

    `shares` are what the agencies bear, `planned` what they were to bear at first; a local seat, which is of the host, may have neither.
    """

    key: str
    delegation: str
    number: int
    profile: Profile
    shares: tuple[Share, ...]
    local: bool = False
    sponsorship: str = ""
    planned: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in which a delegation names officials; `digest` is the SHA-256 of the file that is kept, empty without one.

    `names` are participants, `also_named` is whom it names besides, as it is written there, until they are registered.
    """

    key: str
    delegation: str
    kind: LetterKind
    reference: str
    dated: date
    received: date
    names: tuple[str, ...]
    digest: str = ""
    file: str = ""
    also_named: str = ""


@dataclass(frozen=True, slots=True)
class Passport:
    """A travel document; of the number only the last four are here."""

    issuer: str
    last_four: str
    expires: date | None
    name: str = ""
    birth: date | None = None


@dataclass(frozen=True, slots=True)
class Leg:
    """One flight (or, `surface`, one road or sea leg); times are aware, in the zones of its airports. `key` is empty before it is stored."""

    key: str
    sequence: int
    direction: Direction
    carrier: str
    number: str
    origin: str
    destination: str
    departs: datetime
    arrives: datetime
    surface: bool = False
    flown_at: datetime | None = None
    evidence: str = ""

    @property
    def duration(self) -> timedelta:
        """How long it takes."""
        return self.arrives - self.departs


@dataclass(frozen=True, slots=True)
class Itinerary:
    """The journey of a sponsorship as it stands; `fare` is in minor units of `currency`."""

    key: str
    version: int
    legs: tuple[Leg, ...]
    locator: str = ""
    ticket: str = ""
    name_on_ticket: str = ""
    fare: int | None = None
    currency: str = ""
    hold_until: datetime | None = None
    issued_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Night:
    """A night in the hotel, by the date of its evening; `breakfast` is that of the morning after."""

    date: date
    hotel: str
    room: str
    breakfast: bool
    paid_by: str


@dataclass(frozen=True, slots=True)
class GoneAtDesk:
    """What the registration says of an official who still holds a seat; `at` is None where it came with a list of participants.

    `instead` is who was entered in the place of one who was replaced, or the delegation of one who was moved.
    """

    how: Gone
    at: datetime | None = None
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Sponsorship:
    """Everything that is known of one official on one seat; what waits for nothing yet has its first state.

    `replaces` is the sponsorship before it on the seat, `version` counts its changes, so that two windows notice each other.
    """

    key: str
    seat: str
    participant: str
    delegation: str
    nomination: Nomination
    travel: Travel = Travel.NONE
    visa: VisaState = VisaState.UNKNOWN
    payment: PaymentState = PaymentState.NOT_DUE
    replaces: str = ""
    version: int = 1
    profile: Profile = Profile.OTHER
    focal_point: bool = False
    letter: Letter | None = None
    passport: Passport | None = None
    visa_note: str = ""
    visa_due: date | None = None
    itinerary: Itinerary | None = None
    nights: tuple[Night, ...] = ()
    accepted_at: datetime | None = None
    arrived_at: datetime | None = None
    released_by: str = ""
    reason: str = ""
    waived: tuple[Warned, ...] = ()
    gone: GoneAtDesk | None = None

    @property
    def does_not_come(self) -> bool:
        """Whether the registration does not expect this official, who has not arrived: the seat is given up, or somebody follows."""
        return self.gone is not None and self.arrived_at is None and self.travel not in _SETTLED


# Who has come has travelled on the seat, and of who did not come that is said already.
_SETTLED = frozenset({Travel.ARRIVED, Travel.TRAVELLED_BACK, Travel.NO_SHOW})


@dataclass(frozen=True, slots=True)
class StepState:
    """How one step of a traveller stands, in words: `why` says what is missing and until when."""

    step: Step
    standing: Standing
    why: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class TravelRules:
    """What the meeting has settled about sponsored travel; lengths of time and numbers are editable defaults, not facts."""

    deadline: date | None
    passport_months: int
    arrival_airport: str
    hotel: str
    wave_gap: timedelta
    vehicle_seats: int
    check_in_lead: timedelta
    drive: timedelta
    begins: datetime
    closes: datetime
    cash_currency: str
    cash_step: int
    drives: tuple[tuple[str, timedelta], ...]
    kept_until: time
