"""What the bar above every page says, and how safe everything is: words from facts, nothing else."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import ItemState, Standing
from cmc_desk.rules.agenda_plan import PLENARY
from cmc_desk.rules.sessions import next_item, running_item
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import ago_words, day_words, in_words, which_day
from cmc_desk.ui.live import Live, Moment
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.safety_light import SafetyLevel

_LATE_SECONDS = 120
_SOON = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class ItemWords:
    """What runs, how far it is from its plan, and what comes next; `icon` says how it stands."""

    title: str
    next_text: str
    running: bool
    icon: str = "clock"
    chip: ChipLook | None = None


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


def item_words(facts: Facts, now: datetime, live: Live) -> ItemWords:
    """Return what runs and what comes next, as it is recorded and expected; by the plan where nothing has ever been started."""
    return _recorded(facts, live.at(now), live) if live.rundown.events else _planned(facts, now)


def _planned(facts: Facts, now: datetime) -> ItemWords:
    """Return what the plan says; nothing runs that nobody has started, so the mark of what runs does not stand before it."""
    running = running_item(facts.agenda, now)
    coming = next_item(facts.agenda, now)
    chip = ChipLook(_("By plan"), "info") if running is not None else None
    if coming is None:
        over = _("The meeting is over by the plan")
        return ItemWords(running.title if running else over, "", running=False, chip=chip)
    when = _when(facts, coming.starts, now)
    if running is None:
        return ItemWords(_("Next: {title}").format(title=coming.title), when, running=False)
    return ItemWords(running.title, f"{coming.title} {when}", running=False, chip=chip)


def _recorded(facts: Facts, moment: Moment, live: Live) -> ItemWords:
    standing = _shown(moment)
    line, coming = live.line(standing.running), live.line(standing.next)
    fixed, expected = live.line(standing.fixed), moment.expected(standing.fixed)
    near = ""
    if fixed is not None and expected is not None:
        near = f"{fixed.item.title} {_when(facts, expected.starts, moment.asked)}"
    elif coming is not None and (later := moment.expected(coming.item.key)) is not None:
        near = f"{coming.item.title} {_when(facts, later.starts, moment.asked)}"
    if line is not None:
        paused = live.actual(line.item.key).state is ItemState.PAUSED
        chip = ChipLook(_("Paused"), "neutral", "pause") if paused else behind_chip(standing.behind)
        return ItemWords(line.item.title, near, True, "pause" if paused else "play", chip)  # noqa: FBT003 - a field
    if (left := live.only_passed(standing)) is not None:
        words = _("Passed over: {title}").format(title=left.item.title)
        return ItemWords(words, near, running=False, chip=behind_chip(standing.behind))
    if coming is None:
        return ItemWords(_("The meeting is over"), "", running=False)
    today = facts.meeting.local(moment.asked).date() == coming.item.day
    title = _("Next: {title}").format(title=coming.item.title)
    begins = moment.expected(coming.item.key)
    when = _when(facts, begins.starts, moment.asked) if begins is not None else ""
    return ItemWords(title, when, running=False, chip=behind_chip(standing.behind) if today else None)


def behind_chip(behind: timedelta) -> ChipLook:
    """Return how late the work is, as a shape and words; less than a minute is on time."""
    minutes = abs(behind) // timedelta(minutes=1)
    if not minutes:
        return ChipLook(_("on time"), "good")
    if behind > timedelta():
        return ChipLook(_("{number} min behind").format(number=minutes), "warning")
    return ChipLook(_("{number} min ahead").format(number=minutes), "info", "up")


def _shown(moment: Moment) -> Standing:
    """Return where the plenary stands, or a room in which something runs while the plenary rests."""
    plenary = moment.standing(PLENARY)
    if plenary.running:
        return plenary
    return next((one for one in moment.standings.values() if one.running), plenary)


def _when(facts: Facts, instant: datetime, now: datetime) -> str:
    local, here = facts.meeting.local(instant), facts.meeting.local(now)
    if timedelta() < instant - now <= _SOON:
        return in_words(instant - now)
    if local.date() == here.date():
        return f"{local:%H:%M}"
    return f"{day_words(local.date(), 'ddd d MMM')} {local:%H:%M}"


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
