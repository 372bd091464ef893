"""What had happened by an instant, as it is known now: to look back at a day, or to ask for another time on the command line."""

from collections.abc import Sequence
from datetime import datetime

from cmc_desk.rules.actuals import corrected_times
from cmc_desk.rules.agenda import Act, ItemEvent
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.instants import between


def events_until(events: Sequence[ItemEvent], instant: datetime) -> tuple[ItemEvent, ...]:
    """Return what had happened by `instant`; corrections that were made later count, since they say what really was."""
    times = corrected_times(events)
    happened = {
        event.key for event in events if event.act is not Act.CORRECT and between(times[event.key], instant) >= ZERO
    }
    return tuple(
        event for event in events if event.key in happened or (event.act is Act.CORRECT and event.of in happened)
    )
