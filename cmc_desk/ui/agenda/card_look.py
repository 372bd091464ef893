"""What the card of the running item says at an instant."""

from dataclasses import dataclass, replace
from datetime import timedelta

from cmc_desk.desk.rundown import Line
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules import timing
from cmc_desk.rules.agenda import Actual, ItemState, Standing
from cmc_desk.rules.countdown import countdown_words, elapsed_words
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.ui.agenda.fitting import fit_words
from cmc_desk.ui.agenda.words import clock, length_words, minutes_of, signed_minutes
from cmc_desk.ui.days import day_words, in_words
from cmc_desk.ui.live import Live, Moment
from cmc_desk.ui.parts.runs import Run

_ZERO = timedelta()
# Further away than this a countdown says less than the time of day.
_FAR = timedelta(hours=10)
_SOON = timedelta(minutes=5)
_BREAKS = frozenset({ItemKind.BREAK, ItemKind.LUNCH, ItemKind.PHOTO})


@dataclass(frozen=True, slots=True)
class CardLook:
    """The card in words; `used` of `whole` is its bar, in seconds, and `over` what is beyond it."""

    title: str = ""
    part: str = ""
    figures: str = "–:––"
    tone: str = "slate"
    fixed: str = ""
    started: str = ""
    used: int = 0
    whole: int = 0
    over: int = 0
    next_words: str = ""
    next_why_not: str = ""
    paused: bool = False
    why_not: str = ""
    slack_icon: str = ""
    slack_tone: str = "slate"
    slack: tuple[Run, ...] = ()
    passed: tuple[Run, ...] = ()


def card_look(live: Live, moment: Moment, track: str) -> CardLook:
    """Return what the card of a track says: of what runs, else of what comes next, else that nothing does; with what was passed over."""
    return replace(_look(live, moment, track), passed=_passed(live, moment.standing(track)))


def _look(live: Live, moment: Moment, track: str) -> CardLook:
    standing = moment.standing(track)
    coming = live.line(standing.next)
    next_words = _("Next: {title}").format(title=coming.item.title) if coming else _("End of the programme")
    running = live.line(standing.running)
    if running is not None:
        return _running(live, moment, standing, running, next_words)
    nothing = _("Nothing is running: start an item first.")
    if (left := live.only_passed(standing)) is not None:
        return CardLook(
            title=left.item.title,
            fixed=_("planned {time}").format(time=clock(left.item.starts)),
            next_words=_("Start"),
            next_why_not=_("Nothing more comes on this day: start or skip what was passed over."),
            why_not=nothing,
        )
    if coming is None:
        return CardLook(
            title=_("Nothing more is planned"),
            next_words=_("Start"),
            next_why_not=_("There is no item left to start: add one in the plan, or reopen the last one."),
            why_not=nothing,
        )
    return _coming(moment, coming, nothing)


def _passed(live: Live, standing: Standing) -> tuple[Run, ...]:
    """Return which item was passed over first, and how many more were."""
    first, *more = live.passed(standing) or (None,)
    if first is None:
        return ()
    runs = (Run(_("Passed over: "), bold=True, tone="amberInk"), Run(first.item.title))
    if not more:
        return runs
    others = ngettext(" · {number} more", " · {number} more", len(more)).format(number=len(more))
    return (*runs, Run(others, tone="slate"))


def _coming(moment: Moment, coming: Line, nothing: str) -> CardLook:
    item, now = coming.item, moment.now
    left = item.starts - now
    day = day_words(item.day, "ddd d MMM")
    return CardLook(
        title=_("Next: {title}").format(title=item.title),
        figures=clock(item.starts) if left > _FAR else countdown_words(left),
        tone="slate" if left >= _ZERO else "coral",
        fixed=_("planned {time}").format(time=clock(item.starts)),
        started=day if left > _FAR else _("until it begins") if left >= _ZERO else _("should have begun"),
        next_words=_("Start: {title}").format(title=item.title),
        why_not=nothing,
    )


def _running(live: Live, moment: Moment, standing: Standing, line: Line, next_words: str) -> CardLook:
    actual = live.actual(line.item.key)
    paused = actual.state is ItemState.PAUSED
    used = timing.elapsed(actual, moment.now)
    left = standing.left
    icon, tone, runs = _slack(live, moment, standing, line)
    fixed = live.line(standing.fixed)
    return CardLook(
        title=line.item.title,
        part=_stood(live, moment) if moment.stood else _part(live, line),
        figures=countdown_words(left),
        tone="coral" if left < _ZERO else "slate" if paused else "ink",
        fixed=_fixed_words(moment, line, fixed),
        started=_started(actual, used),
        used=round(used.total_seconds()),
        whole=round((used + max(left, _ZERO)).total_seconds()),
        over=max(0, round(-left.total_seconds())),
        next_words=next_words,
        paused=paused,
        slack_icon=icon,
        slack_tone=tone,
        slack=runs,
    )


def _fixed_words(moment: Moment, line: Line, fixed: Line | None) -> str:
    """Return what everybody waits for: of a break when it is over, else the next fixed point."""
    expected = moment.expected(line.item.key)
    if line.item.kind in _BREAKS and expected is not None:
        return _("back at {time}").format(time=clock(expected.ends))
    return f"{fixed.item.title} {clock(fixed.item.starts)}" if fixed is not None else ""


def _started(actual: Actual, used: timedelta) -> str:
    if actual.paused_since is not None:
        return _("paused {time} · {used} used").format(time=clock(actual.paused_since), used=elapsed_words(used))
    if actual.started is None:
        return ""
    return _("started {time} · {used} used").format(time=clock(actual.started), used=elapsed_words(used))


def _stood(live: Live, moment: Moment) -> str:
    """Return when something was recorded last, of what nobody ended."""
    local = moment.now.astimezone(live.rundown.zone)
    return _("as it stood {day} {time}").format(day=day_words(local.date(), "d MMM"), time=clock(local))


def _part(live: Live, line: Line) -> str:
    floor = live.floor(line.item.topic) if line.item.topic else None
    items = floor.facts.items if floor is not None else ()
    if len(items) < 2 or line.item.key not in items:
        return ""
    return _("part {number} of {whole}").format(number=items.index(line.item.key) + 1, whole=len(items))


def _slack(live: Live, moment: Moment, standing: Standing, line: Line) -> tuple[str, str, tuple[Run, ...]]:
    """Return icon, colour and words of the line that says what the next fixed point means for who speaks now."""
    fixed, at = live.line(standing.fixed), standing.fixed_at
    if fixed is None or at is None:
        day = next((day for day in moment.projection.days if day.day == line.item.day), None)
        if day is None:
            return "", "slate", ()
        return (
            "clock",
            "slate",
            (
                Run(_("No fixed point ahead")),
                Run(_(" · day closes {time}").format(time=clock(day.projected)), tone="slate"),
            ),
        )
    title = fixed.item.title
    slack = standing.slack or _ZERO
    until = at - moment.now
    floor = live.floor(line.item.topic) if line.item.topic else None
    fits = fit_words(floor, moment.now, at) if floor is not None and until > _ZERO else ""
    if minutes_of(slack) < 0:
        tail = _after(live, moment, line, standing) if not fits or until < _SOON else fits
        words = _("Slack to {title} {minutes}").format(title=title, minutes=signed_minutes(slack))
        return (
            "triangle",
            "amber",
            (Run(words, bold=True, tone="amberInk"), Run(f" · {tail}" if tail else "", tone="slate")),
        )
    when = in_words(until) if until > _ZERO else _("now")
    free = (
        _("{minutes} free before it").format(minutes=length_words(slack))
        if minutes_of(slack)
        else _("no time to spare")
    )
    return (
        "anchor",
        "slate",
        (Run(_("{title} {when}").format(title=title, when=when), bold=True), Run(f" · {fits or free}", tone="slate")),
    )


def _after(live: Live, moment: Moment, line: Line, standing: Standing) -> str:
    """Return what becomes of the time that is missing before the fixed point."""
    fixed = live.line(standing.fixed)
    expected = moment.expected(standing.fixed)
    if fixed is None or expected is None:
        return ""
    if expected.starts > fixed.item.starts:
        begins = _("{title} begins {time}").format(title=fixed.item.title, time=clock(expected.starts))
        ends = moment.expected(line.item.key)
        cut = minutes_of(ends.cut) if ends is not None else 0
        return _("{number} min are cut, {begins}").format(number=cut, begins=begins) if cut else begins
    floor = live.floor(line.item.topic) if line.item.topic else None
    items = floor.facts.items if floor is not None else ()
    place = items.index(line.item.key) if line.item.key in items else len(items)
    later = live.line(items[place + 1]) if place + 1 < len(items) else None
    if later is None:
        return _("cut at {time}").format(time=clock(fixed.item.starts))
    return _("cut at {time}, rest moves to {later}").format(
        time=clock(fixed.item.starts), later=clock(later.item.starts)
    )
