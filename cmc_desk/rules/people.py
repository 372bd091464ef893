"""What is held about a participant, and who may see it."""

from dataclasses import dataclass, fields
from enum import StrEnum

from cmc_desk.i18n import N_


class Sensitivity(StrEnum):
    """How far a field of a participant may travel; each class includes the ones before it."""

    PUBLIC = "public"
    DESK = "desk"
    TRAVEL = "travel"
    SPECIAL = "special"


class Capacity(StrEnum):
    """In what capacity a person takes part."""

    HEAD = "head of delegation"
    DELEGATE = "delegate"
    ALTERNATE = "alternate"
    ADVISER = "adviser"
    OBSERVER = "observer"
    SPEAKER = "speaker"
    SECRETARIAT = "secretariat"
    INTERPRETER = "interpreter"
    PRESS = "press"


# What screen, badge and paper call a capacity.
CAPACITY_WORDS: dict[str, str] = {
    Capacity.HEAD: N_("Head of delegation"),
    Capacity.DELEGATE: N_("Delegate"),
    Capacity.ALTERNATE: N_("Alternate"),
    Capacity.ADVISER: N_("Adviser"),
    Capacity.OBSERVER: N_("Observer"),
    Capacity.SPEAKER: N_("Speaker"),
    Capacity.SECRETARIAT: N_("Secretariat"),
    Capacity.INTERPRETER: N_("Interpreter"),
    Capacity.PRESS: N_("Press"),
}


class Status(StrEnum):
    """Whether a person is expected."""

    NOMINATED = "nominated"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


EXPECTED = (Status.NOMINATED, Status.CONFIRMED)


class InstitutionKind(StrEnum):
    """The profile that the sponsors ask for."""

    FOREIGN_AFFAIRS = "foreign affairs"
    IMMIGRATION = "immigration"
    OTHER = "other"


class Consent(StrEnum):
    """Whether the person agreed to stand in the list of participants."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"


class Credentials(StrEnum):
    """Whether the person is named in a letter of nomination."""

    VERIFIED = "verified"
    TO_VERIFY = "to verify"


@dataclass(frozen=True, slots=True)
class Person:
    """What a list or a form says about one participant; empty text means not known."""

    given_name: str = ""
    family_name: str = ""
    delegation: str = ""
    salutation: str = ""
    badge_name: str = ""
    functional_title: str = ""
    institution: str = ""
    institution_kind: InstitutionKind = InstitutionKind.OTHER
    capacity: Capacity = Capacity.DELEGATE
    focal_point: bool = False
    language: str = ""
    email: str = ""
    phone: str = ""
    dietary: str = ""
    access_needs: str = ""
    status: Status = Status.NOMINATED
    consent: Consent = Consent.UNKNOWN
    credentials: Credentials = Credentials.VERIFIED

    @property
    def full_name(self) -> str:
        """Given and family name as they were given, never re-cased."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)

    @property
    def name_on_badge(self) -> str:
        """The name as on the badge, which is the full name unless another was asked for."""
        return self.badge_name or self.full_name


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a participant: its name in `Person`, its heading, who may see it, its choices if it has any, how long it may be."""

    name: str
    title: str
    sensitivity: Sensitivity
    choices: type[StrEnum] | None = None
    longest: int = 200


FIELDS: tuple[Field, ...] = (
    Field("salutation", N_("Salutation"), Sensitivity.PUBLIC),
    Field("given_name", N_("Given name"), Sensitivity.PUBLIC),
    Field("family_name", N_("Family name"), Sensitivity.PUBLIC),
    Field("badge_name", N_("Name on badge"), Sensitivity.PUBLIC),
    Field("functional_title", N_("Functional title"), Sensitivity.PUBLIC),
    Field("institution", N_("Institution"), Sensitivity.PUBLIC),
    Field("institution_kind", N_("Kind of institution"), Sensitivity.DESK, InstitutionKind),
    Field("delegation", N_("Delegation"), Sensitivity.PUBLIC),
    Field("capacity", N_("Capacity"), Sensitivity.PUBLIC, Capacity),
    Field("focal_point", N_("Focal point"), Sensitivity.DESK),
    Field("language", N_("Language"), Sensitivity.DESK),
    Field("email", N_("E-mail"), Sensitivity.DESK),
    Field("phone", N_("Phone"), Sensitivity.DESK),
    Field("dietary", N_("Dietary needs"), Sensitivity.SPECIAL, longest=1_000),
    Field("access_needs", N_("Access needs"), Sensitivity.SPECIAL, longest=1_000),
    Field("status", N_("Status"), Sensitivity.DESK, Status),
    Field("consent", N_("Consent to be listed"), Sensitivity.DESK, Consent),
    Field("credentials", N_("Credentials"), Sensitivity.DESK, Credentials),
)
FIELD_NAMES: tuple[str, ...] = tuple(field.name for field in fields(Person))
_ORDER = tuple(Sensitivity)


def visible_fields(limit: Sensitivity) -> tuple[Field, ...]:
    """Return the fields that somebody cleared for `limit` may see, in the order of a form."""
    return tuple(field for field in FIELDS if _ORDER.index(field.sensitivity) <= _ORDER.index(limit))
