"""Times as they are typed to correct the past: with seconds where they are known."""

import re
from datetime import datetime, tzinfo

from cmc_desk.rules.clock_times import instant_on, parse_time
from cmc_desk.rules.refusal import Refusal

_WITH_SECONDS = re.compile(r"\s*(\d{1,2})[:.](\d{2})[:.](\d{2})\s*")


def typed_instant(text: str, near: datetime, zone: tzinfo) -> datetime:
    """Return the instant that was typed, on the day of `near`; seconds are those of the clock, or none.

    Raises Refusal, with the field `at`, if it is no time of day.
    """
    found = _WITH_SECONDS.fullmatch(text)
    seconds = int(found[3]) if found else 0
    try:
        clock = parse_time(f"{found[1]}:{found[2]}" if found else text)
    except Refusal as refusal:
        raise Refusal(refusal.sentence, field="at") from None
    if seconds > 59:
        raise Refusal(parse_refusal(), field="at")
    local = near.astimezone(zone)
    wanted = instant_on(local.date(), clock, zone).replace(second=seconds)
    # The small hours belong to the evening before, as everywhere; near midnight the nearer of both is meant.
    earlier = instant_on(local.date(), clock, zone).replace(day=local.day, month=local.month, year=local.year, second=seconds)
    return min((wanted, earlier), key=lambda instant: abs(instant - near))
