"""The charts of the report: how many came to each day and session, and how the room filled, from the same count as its tables."""

from collections.abc import Iterator, Sequence
from datetime import date
from gettext import NullTranslations

from cmc_desk.reports.dates import date_range, day_heading, weekday_date
from cmc_desk.reports.outcome_facts import ArrivedOn, AttendedDay, OutcomeFacts
from cmc_desk.reports.outcome_words import enumerated
from cmc_desk.rules.arrivals import ArrivalsCurve
from cmc_desk.rules.figures import Bar, arrivals_as_curve
from cmc_desk.rules.report_blocks import Figure

# So many bars still stand on one page, under their title.
_MOST_BARS = 36


def attendance_figures(at: str, facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Figure]:
    """Yield the bars of days and sessions, and a curve for each day on which anybody came; nothing if nobody was counted."""
    if not facts.attendance_taken:
        return
    figures = list(_packed(facts.attended_days))
    for number, days in enumerate(figures, 1):
        yield _sessions(at if number == 1 else f"{at}-{number}", facts, days, texts, alone=len(figures) == 1)
    for one in facts.arrivals:
        yield _arrivals(f"{at}-arrivals-{one.day.isoformat()}", one, texts)


def _packed(days: Sequence[AttendedDay]) -> Iterator[list[AttendedDay]]:
    """Yield the days of each figure: as many as its page has room for."""
    found: list[AttendedDay] = []
    for day in days:
        if found and sum(1 + len(one.sessions) for one in (*found, day)) > _MOST_BARS:
            yield found
            found = []
        found.append(day)
    if found:
        yield found


def _sessions(
    key: str, facts: OutcomeFacts, days: Sequence[AttendedDay], texts: NullTranslations, *, alone: bool
) -> Figure:
    _ = texts.gettext
    bars = []
    for one in days:
        bars.append(Bar(day_heading(one.day, texts), one.came, facts.registered, strong=True))
        bars += [
            Bar(f"{session.starts:%H:%M} {session.title}", session.came, facts.registered)
            for session in one.sessions[: _MOST_BARS - 1]
        ]
    title = _("Attendance by day and session")
    if not alone:
        title = _("{title}, {days}").format(title=title, days=date_range(days[0].day, days[-1].day, texts))
    return Figure(key, title, bars=tuple(bars), spoken=_spoken_bars(facts.registered, bars, texts))


def _spoken_bars(whole: int, bars: Sequence[Bar], texts: NullTranslations) -> str:
    parts = "; ".join(f"{bar.label}: {bar.number}" for bar in bars)
    # Translators: what a chart shows, for whoever does not see it; {parts} are sessions, each with how many came to it.
    return texts.gettext("{number} registered, of whom came: {parts}.").format(number=whole, parts=parts)


def _arrivals(key: str, one: ArrivedOn, texts: NullTranslations) -> Figure:
    _ = texts.gettext
    curve = arrivals_as_curve(
        one.curve,
        expected=texts.ngettext("{number} registered", "{number} registered", one.curve.expected).format(
            number=one.curve.expected
        ),
        opened=_("Opened {time}").format(time=f"{one.curve.opened:%H:%M}") if one.curve.opened is not None else "",
    )
    return Figure(
        key,
        _("Arrivals on {day}").format(day=weekday_date(one.day, texts)),
        curve=curve,
        spoken=_spoken_curve(one.day, one.curve, texts),
    )


def _spoken_curve(day: date, found: ArrivalsCurve, texts: NullTranslations) -> str:
    _ = texts.gettext
    said = [
        texts.ngettext("{number} person arrived", "{number} people arrived", found.total).format(number=found.total)
    ]
    first, last = found.steps[0], found.steps[-1]
    said.append(_("the first at {time}").format(time=f"{first.at:%H:%M}"))
    if found.half_at is not None:
        said.append(_("half of those registered by {time}").format(time=f"{found.half_at:%H:%M}"))
    said.append(_("the last at {time}").format(time=f"{last.at:%H:%M}"))
    return _("{day}: {sentence}.").format(day=day_heading(day, texts), sentence=enumerated(said, texts))
