"""Which list of speakers the Run mode shows: that of what was chosen, of what runs, else of what comes next."""

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import ItemState
from cmc_desk.ui.agenda.words import clock
from cmc_desk.ui.live import Live, LiveFloor, Moment

_TO_COME = frozenset({ItemState.PLANNED, ItemState.RUNNING, ItemState.PAUSED})


def floor_to_show(live: Live, moment: Moment, track: str, chosen: str) -> LiveFloor | None:
    """Return the list of speakers that is shown and acted on; None if the track has none any more."""
    running = moment.standing(track).running
    coming = [
        line.item.key
        for line in live.rundown.lines
        if line.item.track == track and line.item.topic and live.actual(line.item.key).state in _TO_COME
    ]
    for item in (chosen, running, *coming):
        floor = live.floor_of(item) if item else None
        if floor is not None:
            return floor
    return None


def floor_title(live: Live, moment: Moment, track: str, floor: LiveFloor | None) -> str:
    """Return what stands above the list: when it is heard, where that is not now."""
    running = live.floor_of(moment.standing(track).running)
    if floor is None or (running is not None and running.key == floor.key):
        return _("Speakers")
    coming = (line for item in floor.facts.items if (line := live.line(item)) is not None)
    later = next((line for line in coming if live.actual(line.item.key).state is ItemState.PLANNED), None)
    return _("Speakers, {time}").format(time=clock(later.item.starts)) if later is not None else _("Speakers")


def why_no_floor(live: Live) -> str:
    """Return what to do about it that no list is shown."""
    if not live.rundown.lines:
        return _("The agenda is empty: press E to plan it.")
    return _("Nothing that is to come has one. Press E, choose an item and give it a list of speakers.")
