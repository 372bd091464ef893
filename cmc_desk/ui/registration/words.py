"""What the desk calls the states and kinds that are held as plain words."""

from datetime import date, datetime

from cmc_desk.desk.words import act_word, word
from cmc_desk.i18n import N_, pgettext
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Facts

__all__ = ["act_word", "ago_words", "day_words", "language_word", "time_words", "word"]

_LANGUAGES = {
    "en": N_("English"),
    "es": N_("Spanish"),
    "fr": N_("French"),
    "nl": N_("Dutch"),
    "pt": N_("Portuguese"),
    "ht": N_("Haitian Creole"),
    "pap": N_("Papiamento"),
}
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_MONTHS = (
    *(N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun")),
    *(N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")),
)


def language_word(code: str) -> str:
    """Return the name of a language held by its code, or the text itself."""
    return _(_LANGUAGES[code]) if code in _LANGUAGES else code


def day_words(day: date) -> str:
    """Return a day as the desk says it: Thu 5 Dec."""
    return pgettext("weekday day month", "{weekday} {day} {month}").format(
        weekday=_(_WEEKDAYS[day.weekday()]), day=day.day, month=_(_MONTHS[day.month - 1])
    )


def time_words(facts: Facts, instant: datetime, now: datetime) -> str:
    """Return the time of day of `instant`, with its day if that is not the day of `now`."""
    local = facts.meeting.local(instant)
    clock = facts.clock(instant)
    return clock if local.date() == facts.meeting.local(now).date() else f"{day_words(local.date())} {clock}"


def ago_words(instant: datetime, now: datetime) -> str:
    """Return how long ago `instant` was, rounded down as all elapsed times are."""
    minutes = max(0, int((now - instant).total_seconds()) // 60)
    if minutes == 0:
        return _("just now")
    if minutes < 60:
        return _("{minutes} min ago").format(minutes=minutes)
    return _("{hours} h {minutes} min ago").format(hours=minutes // 60, minutes=minutes % 60)
