"""The words of the attendance workbook, marked for the catalogues; what is kept is English, what is printed is translated."""

from enum import StrEnum
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.reports.attendance_book import Value
from cmc_desk.rules.attendance import Presence

PRESENCE = {
    Presence.PRESENT: N_("attended"),
    Presence.LEFT: N_("left"),
    Presence.ABSENT: N_("absent"),
    Presence.EXCUSED: N_("excused"),
    Presence.NOT_TAKEN: N_("not taken"),
}
# The ground of a cell that says one of these words; the word says it without the colour too.
TINTS = {
    Presence.PRESENT: "FFE4F1E8",
    Presence.LEFT: "FFDDEFF2",
    Presence.ABSENT: "FFFBE9E4",
    Presence.EXCUSED: "FFE8EAF6",
}
# What the log says, in the words in which it is kept.
LOGGED = (
    N_("checked in"),
    N_("already in"),
    N_("came back"),
    N_("walk-in"),
    N_("withdrawn"),
    N_("replaced"),
    N_("badge replaced"),
    N_("unknown code"),
    N_("other meeting"),
    N_("mistyped"),
    N_("left"),
    N_("scan"),
    N_("name"),
    N_("list"),
    N_("delegation"),
)
REFUSED = frozenset({"withdrawn", "replaced", "badge replaced", "unknown code", "other meeting", "mistyped"})
CHOICES = (
    N_("head of delegation"),
    N_("delegate"),
    N_("alternate"),
    N_("adviser"),
    N_("observer"),
    N_("speaker"),
    N_("secretariat"),
    N_("interpreter"),
    N_("press"),
    N_("nominated"),
    N_("confirmed"),
    N_("foreign affairs"),
    N_("immigration"),
    N_("other"),
    N_("unknown"),
    N_("verified"),
    N_("to verify"),
    N_("yes"),
    N_("no"),
)


def value_words(value: Value, texts: NullTranslations) -> str:
    """Return what a field of a person says."""
    if isinstance(value, bool):
        return texts.gettext("yes") if value else texts.gettext("no")
    return texts.gettext(value.value) if isinstance(value, StrEnum) else value


def presence_words(presence: Presence | None, texts: NullTranslations) -> str | None:
    """Return the word of a cell; nothing for somebody who is not expected and did not come."""
    return None if presence is None else texts.gettext(PRESENCE[presence])
