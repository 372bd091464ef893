"""The overview as lines of text."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import Delegation, Meeting, delegations, meeting
from cmc_desk.desk.overview import OverviewFacts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.door_checks import Check, CheckState
from cmc_desk.rules.overview import Complete, DayAttendance, completeness
from cmc_desk.rules.overview_words import (
    Clock,
    check_title,
    check_words,
    closing_words,
    good_words,
    late_words,
    meter_words,
    settle_words,
    stage_note,
    stage_words,
    todo_words,
)
from cmc_desk.rules.travel_funnel import Stage

_MARKS = {CheckState.GOOD: "+", CheckState.OPEN: "o", CheckState.WARNS: "!", CheckState.BLOCKS: "X"}


def overview_lines(desk: Desk, found: OverviewFacts, checks: Sequence[Check]) -> Iterator[str]:
    """Yield the overview, part by part."""
    facts = desk.read(meeting)
    names = {row.code: row for row in desk.read(delegations)}

    def clock(at: datetime) -> str:
        return f"{facts.local(at):%H:%M}"

    yield f"{facts.short_title} · {facts.local(found.now):%Y-%m-%d %H:%M}"
    for day in found.days:
        yield ""
        yield from _day(facts, day, found, names)
    for part in (
        _travel(found, facts.city, names, clock),
        _agenda(found, clock),
        _drafts(found),
        _todo(found, clock),
        _checks(checks, clock),
    ):
        lines = tuple(part)
        if lines:
            yield ""
            yield from lines


def _travel(found: OverviewFacts, city: str, names: dict[str, Delegation], clock: Clock) -> Iterator[str]:
    agencies = ", ".join(f"{number} {one}" for one, number in found.travel.agencies)
    yield _("Sponsored travel: {agencies}").format(agencies=agencies or _("nobody"))
    for stage in Stage:
        note = stage_note(found.travel, stage, lambda code: names[code].short_name, clock)
        yield f"  {stage_words(stage, city):16} {found.travel.count(stage):4}  {note}".rstrip()
    if still := settle_words(found.travel):
        yield f"  {still}"


def _agenda(found: OverviewFacts, clock: Clock) -> Iterator[str]:
    if found.drift.lines:
        yield _("Agenda of {day}: {closes}").format(day=found.drift.day, closes=closing_words(found.drift, clock))
    for line in found.drift.lines:
        yield f"  {clock(line.starts)}  {late_words(line):10} {line.state.value:8} {line.title}"


def _drafts(found: OverviewFacts) -> Iterator[str]:
    if found.drafts:
        yield _("Draft documents")
    for draft in found.drafts:
        yield f"  {draft.title}: {meter_words(draft.meter)}"


def _todo(found: OverviewFacts, clock: Clock) -> Iterator[str]:
    yield _("To be done today") if found.to_do else _("Nothing waits to be done today.")
    for todo in found.to_do:
        yield f"  {todo_words(todo, clock)}"


def _checks(checks: Sequence[Check], clock: Clock) -> Iterator[str]:
    yield _("Checks: {good}").format(good=good_words(checks))
    for check in checks:
        place = check.place if check.age is not None else ""
        yield f"  {_MARKS[check.state]} {check_title(check.kind):24} {check_words(check, clock, ago):24} {place}".rstrip()


def ago(span: timedelta) -> str:
    """Return an age for whoever reads a terminal."""
    minutes = span // timedelta(minutes=1)
    if minutes < 60:
        return _("{number} min ago").format(number=minutes)
    return _("{number} h ago").format(number=minutes // 60)


def _day(facts: Meeting, day: DayAttendance, found: OverviewFacts, names: dict[str, Delegation]) -> Iterator[str]:
    counts, curve = day.counts, day.curve(found.now)
    words = _("{day}: {present} of {expected} people, {delegations} of {all} delegations")
    yield words.format(
        day=day.day,
        present=counts.people.present,
        expected=counts.people.expected,
        delegations=counts.delegations.present,
        all=counts.delegations.expected,
    )
    if not day.came:
        return
    if curve.half_at is not None:
        yield "  " + _("half the room by {time}").format(time=f"{curve.half_at:%H:%M}")
    if day.left or day.excused:
        yield "  " + _("{left} have left, {excused} are excused").format(left=day.left, excused=day.excused)
    for session in day.sessions:
        if session.taken:
            yield f"  {facts.local(session.starts):%H:%M}  {session.people.present:4} / {session.people.expected}  {session.title}"
    for state, title in ((Complete.NONE, _("Missing: {names}")), (Complete.PART, _("In part: {names}"))):
        some = [code for code, tally in counts.by_delegation if completeness(tally) is state]
        if some:
            yield "  " + title.format(names=", ".join(names[code].short_name for code in some))
