"""What Setup calls the kinds and roles that are held as plain words."""

from collections.abc import Iterable
from enum import StrEnum

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.kind_words import WORDS
from cmc_desk.rules.meeting import COLOURS

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
    return _(WORDS[value])


def colour_word(colour: str) -> str:
    """Return the name of a colour of the palette."""
    return _(_COLOURS[colour])


def choices(kinds: Iterable[StrEnum]) -> tuple[tuple[str, str], ...]:
    """Return kinds as a list to choose from."""
    return tuple((kind.value, kind_word(kind)) for kind in kinds)


def colour_choices() -> tuple[tuple[str, str], ...]:
    """Return the colours as a list to choose from."""
    return tuple((colour, colour_word(colour)) for colour in COLOURS)
