"""The agenda as the command line prints it: a table of each day, and a sentence for each room."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from cmc_desk.desk.agenda_now import AgendaNow, DayNow, LineNow
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import ItemState, Standing
from cmc_desk.rules.agenda_dry_run import AgendaDryRun, LineVerdict
from cmc_desk.rules.countdown import countdown_words

_STATES = {
    ItemState.PLANNED: N_("planned"),
    ItemState.RUNNING: N_("running"),
    ItemState.PAUSED: N_("paused"),
    ItemState.DONE: N_("done"),
    ItemState.SKIPPED: N_("skipped"),
}
_VERDICTS = {
    LineVerdict.NEW: N_("New"),
    LineVerdict.CHANGED: N_("Changed"),
    LineVerdict.UNCHANGED: N_("Same"),
    LineVerdict.LEFT_OUT: N_("No item"),
    LineVerdict.PROBLEM: N_("Error"),
}
_MINUTE = timedelta(minutes=1)


def agenda_lines(agenda: AgendaNow, tracks: Mapping[str, str]) -> Iterator[str]:
    """Yield the table of every day and where each room stands; `tracks` are the names of the rooms."""
    for day in agenda.days:
        yield day.day.isoformat()
        lines = [line for line in agenda.lines if line.day == day.day]
        rows = [_head(), *(_row(line, tracks) for line in lines)]
        widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]) - 1)]
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
            yield "  " + "  ".join((*cells, row[-1])).rstrip()
        yield "  " + _end_words(day)
    yield from standing_lines(agenda, tracks)


def standing_lines(agenda: AgendaNow, tracks: Mapping[str, str]) -> Iterator[str]:
    """Yield where each room stands."""
    lines = {line.key: line for line in agenda.lines}
    for one in agenda.standings:
        yield from _standing_words(one, lines, tracks)


def dry_run_lines(run: AgendaDryRun) -> Iterator[str]:
    """Yield what an import would do: how many lines of each kind, and every line that is not taken with its reason."""
    for verdict in LineVerdict:
        yield f"{run.count(verdict):6}  {_(_VERDICTS[verdict])}"
    if run.gone:
        stay = _("Not in the file: they stay")
        yield f"{len(run.gone):6}  {stay}"
    for line in run.lines:
        why = (
            "; ".join(" ".join(part for part in (one.cell, one.sentence) if part) for one in line.problems) or line.note
        )
        if why:
            yield _("{where}, {title}: {why}").format(where=line.where, title=line.title, why=why)
    for gone in run.gone:
        words = _("not in the file: {when} {title}") if not gone.stays else _("not in the file: {when} {title} ({why})")
        yield words.format(when=f"{gone.item.starts:%Y-%m-%d %H:%M}", title=gone.item.title, why=gone.stays)


def behind_words(behind: timedelta) -> str:
    """Return how far something is from plan, in whole minutes."""
    minutes = abs(behind) // _MINUTE
    if not minutes:
        return _("on plan")
    return (_("{number} min behind") if behind > timedelta() else _("{number} min ahead")).format(number=minutes)


def _left_words(left: timedelta) -> str:
    words = _("{time} over") if left < timedelta() else _("{time} left")
    return words.format(time=countdown_words(abs(left)))


def _head() -> tuple[str, ...]:
    return (_("state"), _("planned"), _("expected"), _("actual"), _("late"), _("key"), _("item"))


def _row(line: LineNow, tracks: Mapping[str, str]) -> tuple[str, ...]:
    coming = line.state is ItemState.PLANNED and line.expected_starts is not None
    room = tracks.get(line.track, "")
    slack = "" if line.slack is None or not coming else _("slack {minutes}").format(minutes=_signed(line.slack))
    crowds = _("begins before “{title}” has ended").format(title=line.overlaps) if line.overlaps and coming else ""
    left = "" if line.left is None else _left_words(line.left)
    cut = _("{number} min cut").format(number=line.cut // _MINUTE) if line.cut >= _MINUTE else ""
    return (
        _(_STATES[line.state]),
        _span(line.planned_starts, line.planned_ends),
        _span(line.expected_starts, line.expected_ends) if line.ended is None else "",
        _span(line.started, line.ended),
        _signed(line.late) if line.started is not None or coming else "",
        line.key,
        " · ".join(
            part for part in (line.title, room, slack, left, cut, _("too late") if line.broken else "", crowds) if part
        ),
    )


def _span(starts: datetime | None, ends: datetime | None) -> str:
    if starts is None:
        return ""
    return f"{starts:%H:%M}–{ends:%H:%M}" if ends is not None else f"{starts:%H:%M}–"


def _signed(span: timedelta) -> str:
    minutes = abs(span) // _MINUTE
    return f"{'−' if span < timedelta() and minutes else '+' if minutes else ''}{minutes} min"


def _end_words(day: DayNow) -> str:
    return _("ends {projected}, planned {planned}: {behind}").format(
        projected=f"{day.projected_end:%H:%M}", planned=f"{day.planned_end:%H:%M}", behind=behind_words(day.behind)
    )


def _standing_words(one: Standing, lines: Mapping[str, LineNow], tracks: Mapping[str, str]) -> Iterator[str]:
    parts = []
    if one.running:
        parts.append(
            _("{title}: {left}, {behind}").format(
                title=lines[one.running].title, left=_left_words(one.left), behind=behind_words(one.behind)
            )
        )
    if one.next:
        parts.append(_("next {title}").format(title=lines[one.next].title))
    if one.fixed and one.fixed_at is not None:
        parts.append(_fixed_words(one, lines[one.fixed], one.fixed_at))
    if one.passed:
        passed = ", ".join(lines[key].title for key in one.passed)
        parts.append(_("passed over: {titles} (begin it by name, or skip it)").format(titles=passed))
    if parts:
        room = tracks.get(one.track, "")
        yield (f"{room}: " if room else "") + " · ".join(parts)


def _fixed_words(one: Standing, line: LineNow, at: datetime) -> str:
    words = _("{title} at {time}").format(title=line.title, time=f"{at:%H:%M}")
    if line.expected_starts is not None and line.late >= _MINUTE:
        words += _(", expected {time}").format(time=f"{line.expected_starts:%H:%M}")
    return words if one.slack is None else words + _(", slack {minutes}").format(minutes=_signed(one.slack))
