"""What the bar above every page says, and how safe everything is: words from facts, nothing else."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.sessions import next_item, running_item
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import ago_words, day_words, in_words, which_day
from cmc_desk.ui.parts.safety_light import SafetyLevel

_LATE_SECONDS = 120
_SOON = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class ItemWords:
    """What runs by the plan and what comes next; without a running item `running` is false."""

    title: str
    next_text: str
    running: bool


@dataclass(frozen=True, slots=True)
class Safety:
    """What the safety light needs to know; `saved_at` and `copied_at` may be None, `trouble` is what copying ended in."""

    saved_at: datetime | None
    copied_at: datetime | None
    not_saved: bool
    overdue_seconds: float
    stopped: bool = False
    failing: bool = False


def day_line(facts: Facts, now: datetime) -> str:
    """Return `Day 1 of 2 · Thu 5 Dec 2019` or `3 days to go · Thu 5 Dec 2019`."""
    today = facts.meeting.local(now).date()
    days = facts.meeting.days
    words = which_day(days, today)
    if today > days[-1]:
        return words
    return f"{words} · {day_words(today if today in days else next(day for day in days if day > today))}"


def item_words(facts: Facts, now: datetime) -> ItemWords:
    """Return what runs at `now` by the plan and what comes next."""
    running = running_item(facts.agenda, now)
    coming = next_item(facts.agenda, now)
    if coming is None:
        over = _("The meeting is over by the plan")
        return ItemWords(running.title if running else over, "", running is not None)
    local, here = facts.meeting.local(coming.starts), facts.meeting.local(now)
    if coming.starts - now <= _SOON:
        when = in_words(coming.starts - now)
    elif local.date() == here.date():
        when = f"{local:%H:%M}"
    else:
        when = f"{day_words(local.date(), 'ddd d MMM')} {local:%H:%M}"
    if running is None:
        return ItemWords(_("Next: {title}").format(title=coming.title), when, running=False)
    return ItemWords(running.title, f"{coming.title} {when}", running=True)


def safety_words(facts: Facts, state: Safety, machine_now: datetime) -> tuple[str, str, SafetyLevel]:
    """Return the two lines of the safety light and its level."""
    saved = (
        _("Saved {time}").format(time=facts.clock(state.saved_at, seconds=True))
        if state.saved_at
        else _("No changes yet")
    )
    copied = (
        _("Copy {ago}").format(ago=ago_words(machine_now - state.copied_at)) if state.copied_at else _("No copy yet")
    )
    if state.not_saved:
        return _("NOT SAVED"), copied, "coral"
    if state.stopped:
        return saved, _("Copies stopped: file damaged"), "coral"
    if state.failing:
        return saved, _("Copying fails · {last}").format(last=copied), "amber"
    return saved, copied, "amber" if state.overdue_seconds > _LATE_SECONDS else "leaf"
