"""Who has the floor, as the side of the notes shows it: whose list it is, how long they still may speak, who comes next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.rules import floor as floor_rules
from cmc_desk.rules.countdown import countdown_words
from cmc_desk.rules.floor_kinds import SpeakerState, Speech
from cmc_desk.ui.context import Facts
from cmc_desk.ui.live import Live, LiveFloor, Moment

_MOST_NEXT = 3
_NOBODY = timedelta()


@dataclass(frozen=True, slots=True)
class FloorLook:
    """What is shown: `time` and its `word` ("left"), the share of the bar that is used, and the line beneath."""

    flag: str = ""
    name: str = ""
    time: str = ""
    word: str = ""
    tone: str = "ink"
    used: float = 0.0
    whole: float = 0.0
    after: str = ""


def floor_beside(live: Live, moment: Moment, item: str) -> LiveFloor | None:
    """Return the list of speakers beside the notes of `item`: its own, unless another item runs and has one."""
    own = live.floor_of(item)
    if own is not None and (own.current is not None or own.waiting):
        return own
    running = live.floor_of(moment.standing().running)
    return running or own


def floor_look(facts: Facts, floor: LiveFloor, now: datetime, name_of: Callable[[str, str], str]) -> FloorLook:
    """Return how a list looks at `now`; `name_of` knows people by delegation and identifier."""
    speech = floor.current
    coming = [name_of(one.entry.delegation, "") for one in floor.waiting[:_MOST_NEXT]]
    more = len(floor.waiting) - len(coming)
    names = ", ".join(coming) + (_(" and {count} more").format(count=more) if more > 0 else "")
    after = _("Next: {names}").format(names=names) if coming else _("Nobody else is waiting.")
    if speech is None:
        return FloorLook(after=after)
    left = floor_rules.left(speech, now)
    return FloorLook(
        flag=facts.flag(speech.entry.delegation),
        name=name_of(speech.entry.delegation, speech.entry.participant),
        time=countdown_words(left),
        word=_word(speech, over=left < _NOBODY),
        tone="coral" if left < _NOBODY else "ink",
        used=floor_rules.spoken(speech, now).total_seconds(),
        whole=(speech.limit + speech.added).total_seconds(),
        after=after,
    )


def _word(speech: Speech, *, over: bool) -> str:
    if speech.state is SpeakerState.PAUSED:
        return _("paused")
    return _("over") if over else _("left")
