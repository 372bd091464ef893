"""The foot of the rundown: when the day closes, and what becomes of the delay until then."""

from datetime import date, timedelta

from cmc_desk.desk.rundown import Line
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.agenda_plan import EndKind, StartKind
from cmc_desk.ui.agenda.words import behind_words, clock, minutes_of
from cmc_desk.ui.live import Live, Moment
from cmc_desk.ui.parts.runs import Run

_ZERO = timedelta()
_MINUTE = timedelta(minutes=1)
_OVER = frozenset({ItemState.DONE, ItemState.SKIPPED})


def day_close(live: Live, moment: Moment, *, day: date, track: str) -> tuple[Run, ...]:
    """Return `Day closes 17:30 on plan — the 4 min are absorbed at 13:00 (Lunch)`; nothing of a day in which nothing is planned."""
    end = next((one for one in moment.projection.days if one.day == day), None)
    if end is None:
        return (Run(_("Nothing is planned on this day."), tone="slate"),)
    behind = end.behind
    late = minutes_of(behind) > 0
    told = _delay(live, moment, day, track, behind)
    return (
        Run(_("Day closes "), tone="slate"),
        Run(f" {clock(end.projected)} ", bold=True, tone="amberInk" if late else "ink"),
        Run(f" {behind_words(behind)}", tone="amberInk" if late else "slate"),
        Run(f" — {told}" if told else "", tone="slate"),
    )


def _delay(live: Live, moment: Moment, day: date, track: str, behind: timedelta) -> str:
    """Return where the present delay is absorbed, or which fixed point cannot be kept."""
    lines = [line for line in live.rundown.lines if line.item.day == day and line.item.track == track]
    to_come = [line for line in lines if live.actual(line.item.key).state not in _OVER]
    broken = next((line for line in to_come if (found := moment.expected(line.item.key)) and found.broken), None)
    if broken is not None:
        return _broken_words(broken)
    standing = moment.standing(track)
    running = live.line(standing.running)
    if running is None or running.item.day != day or minutes_of(standing.behind) <= 0:
        return ""
    fixed = live.line(standing.fixed)
    if fixed is not None and fixed.item.start_kind is StartKind.FIXED:
        expected = moment.expected(standing.fixed)
        if expected is not None and expected.late < _MINUTE:
            return _("the {number} min are absorbed before {title} at {time}").format(
                number=minutes_of(standing.behind), title=fixed.item.title, time=clock(fixed.item.starts)
            )
        if expected is not None and behind < expected.late:
            return _("{title} begins {time}, the rest is absorbed after it").format(
                title=fixed.item.title, time=clock(expected.starts)
            )
        if expected is not None:
            return _("{title} begins {time}").format(title=fixed.item.title, time=clock(expected.starts))
    return "" if behind <= _ZERO else _("nothing absorbs the delay: make up time with one key")


def _broken_words(line: Line) -> str:
    item = line.item
    if item.end_kind is EndKind.FIXED:
        return _("the end at {time} cannot be kept").format(time=clock(item.ends))
    return _("{title} cannot begin in time").format(title=item.title)
