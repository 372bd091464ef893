"""Times as they are typed to correct the past: with seconds where they are known."""

from datetime import datetime, tzinfo

from cmc_desk.rules.clock_times import instant_on, parse_time
from cmc_desk.rules.instants import meeting_day
from cmc_desk.rules.refusal import Refusal


def typed_instant(text: str, near: datetime, zone: tzinfo) -> datetime:
    """Return the instant that was typed, on the day of the meeting that `near` belongs to.

    Raises Refusal, with the field `at`, if it is no time of day.
    """
    try:
        clock = parse_time(text, to_the_second=True)
    except Refusal as refusal:
        raise Refusal(refusal.sentence, field="at") from None
    return instant_on(meeting_day(near, zone), clock, zone)
