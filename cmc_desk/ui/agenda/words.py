"""What the Agenda page says of lengths, delays and states."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cmc_desk.i18n import N_, ngettext, pgettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import ItemState, TimedItem
from cmc_desk.rules.agenda_plan import EndKind, SpeakerCategory, StartKind
from cmc_desk.rules.floor_kinds import SpeakerState, SpeechKind

_MINUTE = timedelta(minutes=1)
MINUS = "−"
_STATES = {
    ItemState.PLANNED: N_("to come"),
    ItemState.RUNNING: N_("running"),
    ItemState.PAUSED: N_("paused"),
    ItemState.DONE: N_("done"),
    ItemState.SKIPPED: N_("skipped"),
}
_SPEECHES = {
    SpeechKind.STATEMENT: N_("Statement"),
    SpeechKind.POINT_OF_ORDER: N_("Point of order"),
    SpeechKind.RIGHT_OF_REPLY: N_("Right of reply"),
    SpeechKind.QUESTION: N_("Question"),
    SpeechKind.ANSWER: N_("Answer"),
}
_CATEGORIES = {
    SpeakerCategory.STATE: N_("States"),
    SpeakerCategory.TERRITORY: N_("Territories"),
    SpeakerCategory.OBSERVER_STATE: N_("Observer States"),
    SpeakerCategory.ORGANISATION: N_("Organisations"),
    SpeakerCategory.OTHER: N_("Others"),
}


@dataclass(frozen=True, slots=True)
class Drift:
    """How far something is from its plan, in words, with a colour and an icon for those who do not see the colour."""

    words: str = ""
    tone: str = "slate"
    icon: str = ""
    bold: bool = False


def minutes_of(span: timedelta) -> int:
    """Return the whole minutes of a span, without those that have only begun; a negative one counts likewise."""
    minutes = abs(span) // _MINUTE
    return -minutes if span < timedelta() else minutes


def length_words(span: timedelta) -> str:
    """Return a length as `60 min`, or a dash for none."""
    return _("{number} min").format(number=minutes_of(span)) if span >= _MINUTE else "–"


def signed_minutes(span: timedelta) -> str:
    """Return a span as `+4 min` or `−2 min`."""
    minutes = minutes_of(span)
    sign = MINUS if minutes < 0 else "+"
    return _("{sign}{number} min").format(sign=sign, number=abs(minutes))


def behind_words(behind: timedelta) -> str:
    """Return `on plan`, `4 min behind` or `3 min ahead`."""
    minutes = minutes_of(behind)
    if not minutes:
        return _("on plan")
    words = _("{number} min behind") if minutes > 0 else _("{number} min ahead")
    return words.format(number=abs(minutes))


def drift_of(late: timedelta, *, done: bool, running: bool) -> Drift:
    """Return how far something is from its plan; what is over is quiet, what can still be mended is not."""
    minutes = minutes_of(late)
    if not minutes:
        return Drift(_("on plan"))
    words = signed_minutes(late)
    if done:
        return Drift(words)
    if minutes < 0:
        return Drift(words, "leaf", "down" if running else "", bold=running)
    return Drift(words, "amberInk", "up" if running else "", bold=running)


def state_word(state: ItemState) -> str:
    """Return what a state of an item is called."""
    return _(_STATES[state])


def speech_word(kind: SpeechKind) -> str:
    """Return what a kind of speech is called."""
    return _(_SPEECHES[kind])


def category_word(category: SpeakerCategory) -> str:
    """Return what a category of speakers is called."""
    return _(_CATEGORIES[category])


def speaker_word(state: SpeakerState) -> str:
    """Return what a state of an entry of the list is called, in a column of one word."""
    match state:
        case SpeakerState.INSCRIBED:
            return _("Waiting")
        case SpeakerState.CALLED:
            return pgettext("speaker", "Called")
        case SpeakerState.ABSENT:
            return pgettext("speaker", "Absent")
        case SpeakerState.SPEAKING:
            return _("Speaking")
        case SpeakerState.PAUSED:
            return pgettext("speaker", "Paused")
        case SpeakerState.DONE:
            return _("Heard")
        case SpeakerState.WITHDRAWN:
            return pgettext("speaker", "Withdrawn")
        case SpeakerState.WRITTEN:
            return _("In writing")


def clock(instant: datetime) -> str:
    """Return the time of day of an instant that is on the clocks of the meeting."""
    # Every line of the rundown is asked for its times every second: this takes a tenth of the time of `%H:%M`.
    return f"{instant.hour:02}:{instant.minute:02}"


def is_fixed(item: TimedItem) -> bool:
    """Say whether an item is tied to a time of day."""
    return item.start_kind is StartKind.FIXED or item.end_kind is EndKind.FIXED


def speakers_to_hear(number: int) -> str:
    """Return how many delegations are still to be heard."""
    return ngettext("{number} delegation to hear", "{number} delegations to hear", number).format(number=number)
