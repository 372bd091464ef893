"""Who still fits into the time that a list of speakers has, in words."""

from datetime import datetime, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules import floor as floor_rules
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.countdown import elapsed_words
from cmc_desk.rules.floor_planner import LivePlan, live_plan, who_fits
from cmc_desk.rules.floor_window import floor_slots, window_of
from cmc_desk.ui.agenda.words import clock, length_words
from cmc_desk.ui.live import Live, LiveFloor, Moment

_MINUTE = timedelta(minutes=1)


def fit_words(floor: LiveFloor, now: datetime, until: datetime) -> str:
    """Return how many of those who wait are through before `until`, and when the one after them would be, on the clocks of `until`.

    It holds if everybody keeps to the limit, and says so: the forecast beside it reckons with those who do not.
    """
    zone = until.tzinfo
    if floor.current is not None:
        ends = now + max(ZERO, floor_rules.left(floor.current, now))
        if ends > until:
            return _("whoever speaks ends {time}").format(time=clock(ends.astimezone(zone)))
    fit = who_fits(floor.facts.topic, floor.speeches, now, until)
    if fit.ends is not None:
        words = ngettext(
            "{number} fits by the limits, the next ends {time}",
            "{number} fit by the limits, the next ends {time}",
            fit.count,
        )
        return words.format(number=fit.count, time=clock(fit.ends.astimezone(zone)))
    if not fit.count:
        return ""
    words = ngettext("the {number} who waits fits by the limit", "all {number} who wait fit by the limits", fit.count)
    return words.format(number=fit.count)


def plan_now(live: Live, moment: Moment, floor: LiveFloor) -> LivePlan:
    """Return what each who waits can still have of the time that the list has."""
    slots = floor_slots(live.rundown.items, floor.key, live.actuals, moment.projection)
    return live_plan(floor.facts.topic, floor.speeches, window_of(slots), moment.now)


def plan_lines(plan: LivePlan) -> tuple[str, str]:
    """Return the two lines of the planner: what it reckons with, and who has how much."""
    first = (
        _("Floor left, {minutes} kept for exchange").format(minutes=length_words(plan.kept))
        if plan.kept
        else _("Floor left")
    )
    if not plan.waiting:
        return first, _("Nobody waits · {minutes}").format(minutes=length_words(plan.remaining))
    words = _("{number} left · {minutes} min · {each} each")
    # As a countdown: of a window of 135 minutes there are 135 until one is over.
    each = elapsed_words(plan.plan.limit)
    return first, words.format(number=plan.waiting, minutes=-(-plan.remaining // _MINUTE), each=each)


def limit_that_fits(plan: LivePlan) -> timedelta:
    """Return the limit that one key applies to those not yet called; nothing where the time does not do."""
    return plan.offered
