"""What Setup calls the kinds and roles that are held as plain words."""

from collections.abc import Iterable
from enum import StrEnum

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import COLOURS, DelegationKind, Eligibility, ItemKind, Role

_WORDS: dict[str, str] = {
    ItemKind.REGISTRATION: N_("Registration"),
    ItemKind.OPENING: N_("Opening"),
    ItemKind.PRESENTATION: N_("Presentation"),
    ItemKind.DISCUSSION: N_("Discussion"),
    ItemKind.SUMMARY: N_("Summary"),
    ItemKind.APPROVAL: N_("Approval"),
    ItemKind.BREAK: N_("Break"),
    ItemKind.PHOTO: N_("Photo"),
    ItemKind.LUNCH: N_("Lunch"),
    ItemKind.CLOSING: N_("Closing"),
    DelegationKind.STATE: N_("State"),
    DelegationKind.TERRITORY: N_("Territory"),
    DelegationKind.OBSERVER_STATE: N_("Observer State"),
    DelegationKind.UN: N_("UN or intergovernmental"),
    DelegationKind.OTHER: N_("Other organisation"),
    DelegationKind.SECRETARIAT: N_("Secretariat"),
    Eligibility.SPONSORED: N_("Financed"),
    Eligibility.OPTIONAL: N_("Optional"),
    Eligibility.HOST: N_("Host"),
    Eligibility.OBSERVER: N_("Self-funded"),
    Eligibility.NONE: N_("Not covered"),
    Role.DESK: N_("Desk"),
    Role.CHAIR: N_("Chair's assistant"),
    Role.RAPPORTEUR: N_("Rapporteur"),
    Role.TRAVEL: N_("Travel"),
    Role.ORGANISER: N_("Organiser"),
}
_COLOURS = {
    "sea": N_("Sea green"),
    "slate": N_("Slate grey"),
    "indigo": N_("Indigo"),
    "azure": N_("Azure blue"),
    "leaf": N_("Leaf green"),
    "amber": N_("Amber"),
    "coral": N_("Coral red"),
}


def kind_word(value: StrEnum) -> str:
    """Return what the screen calls a kind of item or delegation, an eligibility or a role."""
    return _(_WORDS[value])


def colour_word(colour: str) -> str:
    """Return the name of a colour of the palette."""
    return _(_COLOURS[colour])


def choices(kinds: Iterable[StrEnum]) -> tuple[tuple[str, str], ...]:
    """Return kinds as a list to choose from."""
    return tuple((kind.value, kind_word(kind)) for kind in kinds)


def colour_choices() -> tuple[tuple[str, str], ...]:
    """Return the colours as a list to choose from."""
    return tuple((colour, colour_word(colour)) for colour in COLOURS)
