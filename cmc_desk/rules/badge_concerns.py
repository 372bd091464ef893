"""What is to be looked at before badges are printed, in words."""

from collections.abc import Iterable, Sequence

from cmc_desk.i18n import N_, ngettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_design import BadgeWarning, Concern, Show

SHOW_WORDS: dict[Show, str] = {
    Show.NAME_FIRST: N_("first line of the name"),
    Show.NAME_SECOND: N_("second line of the name"),
    Show.NAME: N_("name"),
    Show.FUNCTIONAL_TITLE: N_("functional title"),
    Show.INSTITUTION: N_("institution"),
    Show.DELEGATION: N_("delegation"),
    Show.DELEGATION_SECOND: N_("delegation in the second language"),
    Show.FLAG: N_("flag"),
    Show.CAPACITY: N_("capacity"),
    Show.BAND: N_("band"),
    Show.QR: N_("code"),
    Show.CODE_LETTERS: N_("letters of the code"),
    Show.PHOTO: N_("photo"),
    Show.TEXT: N_("text of the design"),
    Show.MEETING: N_("name of the meeting"),
    Show.PLACE_AND_DATES: N_("place and dates"),
    Show.REPLACEMENT: N_("word for a replacement"),
    Show.CONTACTS: N_("contacts"),
    Show.AGENDA: N_("agenda"),
}
_SENTENCES: dict[Concern, str] = {
    Concern.SMALL: N_("{field} shrinks to {detail} pt"),
    Concern.CUT: N_("{field} is cut off, even at {detail} pt"),
    Concern.SHORTENED: N_("{field} has texts that are shortened to fit at {detail} pt"),
    Concern.LEFT_OUT: N_("{field} is not all there, for want of room: {detail}"),
    Concern.UNREADABLE: N_("NOT PRINTED: no font has the letters of the name"),
    Concern.NO_GLYPH: N_("{field} has letters that no font has: {detail}"),
    Concern.NO_PHOTO: N_("{field} cannot be read"),
}

# What cannot be read at all comes before what is not all there, and that before what is only small.
_GRAVITY = (
    Concern.UNREADABLE,
    Concern.NO_GLYPH,
    Concern.NO_PHOTO,
    Concern.CUT,
    Concern.LEFT_OUT,
    Concern.SHORTENED,
    Concern.SMALL,
)
_LIGHT = frozenset({Concern.SHORTENED, Concern.SMALL})


def by_gravity(warnings: Iterable[BadgeWarning]) -> tuple[BadgeWarning, ...]:
    """Return the gravest warnings first, otherwise in their order."""
    return tuple(sorted(warnings, key=lambda warning: _GRAVITY.index(warning.concern)))


def is_grave(warning: BadgeWarning) -> bool:
    """Say whether something is missing on a badge, and not only small."""
    return warning.concern not in _LIGHT


def concern_words(warning: BadgeWarning) -> str:
    """Return what is wrong on a badge, without whose it is: functional title shrinks to 7 pt."""
    return _(_SENTENCES[warning.concern]).format(field=_(SHOW_WORDS[warning.show]), detail=warning.detail)


def unreadable_words(names: Sequence[str], how: str) -> str:
    """Return the sentence that says whose badges are not printed; `how` says where a line to write on is asked for."""
    sentence = ngettext(
        "No font has the letters of {names}: enter another name on badge, or ask for a line to write it on ({how}).",
        "No font has the letters of {names}: enter other names on badge, or ask for lines to write them on ({how}).",
        len(names),
    )
    return sentence.format(names=", ".join(f"“{name}”" for name in names), how=how)


def whose(warning: BadgeWarning) -> str:
    """Return whose badge it is, or that it is on every one."""
    return warning.name or _("Every badge")
