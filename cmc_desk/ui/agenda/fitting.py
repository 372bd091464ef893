"""Who still fits into the time that a list of speakers has, in words."""

from datetime import datetime, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules import floor as floor_rules
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.countdown import elapsed_words
from cmc_desk.rules.floor_kinds import SpeakerState
from cmc_desk.rules.floor_planner import LivePlan, Slot, live_plan
from cmc_desk.ui.agenda.words import clock, length_words, minutes_of
from cmc_desk.ui.live import Live, LiveFloor, Moment

_OVER = frozenset({ItemState.DONE, ItemState.SKIPPED})


def fit_words(floor: LiveFloor, now: datetime, until: datetime) -> str:
    """Return how many of those who wait are through before `until`, and when the one after them would be."""
    at = now
    if floor.current is not None:
        at += max(ZERO, floor_rules.left(floor.current, now))
        if at > until:
            return _("whoever speaks ends {time}").format(time=clock(at))
        at += floor.facts.topic.changeover
    waiting = [speech for speech in floor.waiting if speech.state is not SpeakerState.ABSENT]
    fit = 0
    for speech in waiting:
        at += speech.limit + speech.added
        if at > until:
            words = ngettext(
                "{number} speaker fits, the next ends {time}", "{number} speakers fit, the next ends {time}", fit
            )
            return words.format(number=fit, time=clock(at))
        fit += 1
        at += floor.facts.topic.changeover
    return ngettext("the {number} who waits fits", "all {number} who wait fit", fit).format(number=fit) if fit else ""


def slots_left(live: Live, moment: Moment, floor: LiveFloor) -> tuple[Slot, ...]:
    """Return the stretches of time that a list still has, as they are expected now."""
    found = []
    for item in floor.facts.items:
        expected = moment.expected(item)
        if expected is not None and live.actual(item).state not in _OVER:
            found.append(Slot(max(moment.now, expected.starts), max(moment.now, expected.ends)))
    return tuple(found)


def plan_now(live: Live, moment: Moment, floor: LiveFloor) -> LivePlan:
    """Return what each who waits can still have of the time that the list has."""
    window = sum((slot.length for slot in slots_left(live, moment, floor)), ZERO)
    return live_plan(floor.facts.topic, floor.speeches, window, moment.now)


def plan_lines(plan: LivePlan) -> tuple[str, str]:
    """Return the two lines of the planner: what it reckons with, and who has how much."""
    first = (
        _("Floor left, {minutes} kept for exchange").format(minutes=length_words(plan.kept)) if plan.kept else _("Floor left")
    )
    if not plan.waiting:
        return first, _("Nobody waits · {minutes}").format(minutes=length_words(plan.remaining))
    words = _("{number} left · {minutes} min · {each} each")
    each = elapsed_words(plan.plan.limit) if plan.plan.limit else "0:00"
    return first, words.format(number=plan.waiting, minutes=minutes_of(plan.remaining), each=each)


def limit_that_fits(plan: LivePlan) -> timedelta:
    """Return the limit that one key applies to those not yet called; nothing where the time does not do."""
    return plan.plan.handy if plan.plan.count else ZERO
