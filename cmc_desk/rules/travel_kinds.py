"""Sponsored travel: the four states of a sponsorship, and the facts that they are judged by."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

WHOLE = 10_000


class Profile(StrEnum):
    """Which office an official comes from; the sponsors would like one of each."""

    FOREIGN_AFFAIRS = "foreign affairs"
    IMMIGRATION = "immigration"
    OTHER = "other"


class Nomination(StrEnum):
    """How far a nomination has come; accepted means that the funding was confirmed in writing."""

    NOMINATED = "nominated"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    RELEASED = "released"


HOLDING = frozenset({Nomination.NOMINATED, Nomination.ACCEPTED})


class Travel(StrEnum):
    """How far the journey has come."""

    NONE = "none"
    REQUESTED = "requested"
    HELD = "on hold"
    TICKETED = "ticketed"
    TRAVELLED_OUT = "travelled out"
    ARRIVED = "arrived"
    TRAVELLED_BACK = "travelled back"
    CANCELLED = "cancelled"
    NO_SHOW = "no-show"
    SELF_ARRANGED = "self-arranged"
    NOT_REQUIRED = "not required"


class VisaState(StrEnum):
    """How far the visa has come, transit visas too."""

    UNKNOWN = "unknown"
    NOT_REQUIRED = "not required"
    REQUIRED = "required"
    LETTER_SENT = "letter sent"
    OBTAINED = "obtained"
    REFUSED = "refused"


class PaymentState(StrEnum):
    """How far the allowance has come; what is paid never changes, a correction voids it and makes a new one."""

    NOT_DUE = "not due"
    COMPUTED = "computed"
    APPROVED = "approved"
    PAID = "paid"
    SETTLED = "settled"
    VOID = "void"
    RECOVERY_DUE = "recovery due"


class LetterKind(StrEnum):
    """How a delegation names its officials."""

    NOTE_VERBALE = "note verbale"
    LETTER = "letter"
    EMAIL = "e-mail"


class Direction(StrEnum):
    """Whether a leg leads to the meeting or home."""

    OUT = "out"
    BACK = "back"


class Method(StrEnum):
    """How an allowance is paid."""

    CASH = "cash"
    CARD = "card"
    BANK = "bank transfer"
    CHEQUE = "cheque"


class CostKind(StrEnum):
    """What a cost of a sponsorship is for."""

    TICKET = "ticket"
    HOTEL = "hotel"
    ALLOWANCE = "allowance"
    TERMINALS = "terminals"
    OTHER = "other"


class Warned(StrEnum):
    """What the sponsors would rather have otherwise; each can be waived with a reason."""

    SAME_PROFILE = "same profile twice"
    NO_FOREIGN_AFFAIRS = "nobody of foreign affairs"
    NO_IMMIGRATION = "nobody of immigration"
    OTHER_PROFILE = "neither foreign affairs nor immigration"
    FOCAL_POINT_PASSED_OVER = "a known focal point is passed over"
    NOT_IN_THE_LETTER = "not named in the letter"
    LETTER_LATE = "letter after the deadline"
    SAME_PERSON_TWICE = "same person twice"
    PASSPORT_EXPIRES = "passport expires too soon"
    NAME_DIFFERS = "name on ticket is not that of the passport"
    AGENCIES_DIFFER = "agencies differ from plan"
    LEAVES_BEFORE_CLOSING = "return before closing"
    HOST_FLIES = "host with a flight"
    OTHER_AIRPORT = "arrives at another airport"


class Step(StrEnum):
    """What a traveller needs, in the order in which it is asked for; the first that is unmet is the headline."""

    LETTER = "letter"
    ACCEPTANCE = "acceptance"
    PASSPORT = "passport"
    VISA = "visa"
    TICKET = "ticket"
    ROOM = "room"
    ARRIVAL = "arrival"
    BOARDING_OUT = "boarding pass out"
    SIGNATURE = "signature"
    BOARDING_BACK = "boarding pass return"
    CLAIM = "claim closed"


class Standing(StrEnum):
    """How a step stands."""

    DONE = "done"
    WAITS = "waits"
    DUE = "due"
    BLOCKS = "blocks"
    NOT_NEEDED = "not needed"


@dataclass(frozen=True, slots=True)
class Share:
    """What an agency bears of a seat, in basis points; those of a seat make `WHOLE`."""

    agency: str
    basis_points: int


@dataclass(frozen=True, slots=True)
class Seat:
    """A financed seat: `number` counts from 1 within the delegation, `sponsorship` is who holds it now, empty if nobody does."""

    key: str
    delegation: str
    number: int
    profile: Profile
    shares: tuple[Share, ...]
    local: bool = False
    sponsorship: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in which a delegation names officials; `digest` is the SHA-256 of the file that is kept, empty without one."""

    key: str
    delegation: str
    kind: LetterKind
    reference: str
    dated: date
    received: date
    names: tuple[str, ...]
    digest: str = ""
    file: str = ""


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
