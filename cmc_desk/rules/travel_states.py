"""The states of a sponsored official: four small machines, and the words around them."""

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
    GONE_AT_THE_DESK = "the registration does not expect them"


class Gone(StrEnum):
    """Why the registration does not expect an official any more who still holds a seat."""

    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    MOVED = "of another delegation"


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


class Headline(StrEnum):
    """Where an official on a seat stands, in one word: what is unmet first, or what has become of the journey."""

    NO_NOMINEE = "no nominee"
    LETTER_AWAITED = "letter awaited"
    LETTER = "letter"
    ACCEPTANCE = "acceptance"
    PASSPORT = "passport"
    VISA = "visa"
    TICKET = "ticket"
    ROOM = "room"
    READY = "ready"
    LOCAL = "local"
    ARRIVED = "arrived"
    PAID = "paid"
    CLAIM = "claim"
    CLOSED = "closed"
    NO_SHOW = "no-show"
    CANCELLED = "cancelled"
