"""Times as the command line takes them: on the clocks of the meeting, and of one of its days."""

from datetime import date, datetime, timedelta

from cmc_desk.clock import TrainingClock
from cmc_desk.desk.attendance import REGISTRATION, RUNNING
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import attendance_sessions, meeting
from cmc_desk.desk.rundown import rundown
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.clock_times import instant_on, parse_time
from cmc_desk.rules.instants import between
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.sessions import sessions_for_scan, stray_day
from cmc_desk.rules.timing import actuals, current_day

_PATTERNS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M")


def time_of(desk: Desk, text: str) -> datetime:
    """Return the time that was typed, on the clocks of the meeting; raises Refusal if it is none."""
    facts = desk.read(meeting)
    for pattern in _PATTERNS:
        try:
            return datetime.strptime(text, pattern).replace(tzinfo=facts.tzinfo)
        except ValueError:
            continue
    raise Refusal(
        _("“{text}” is no time of the meeting: write it as 2019-12-05 08:52, on the clocks of {city}.").format(
            text=text, city=facts.city
        ),
        field="at",
    )


def moment_of(desk: Desk, text: str, *, day: date | None = None) -> datetime:
    """Return the time that was typed: with its day, or a time such as 9:06 or 9:06:20 of `day`, else of the present day of the meeting."""
    try:
        clock = parse_time(text, to_the_second=True)
    except Refusal:
        return time_of(desk, text)
    shown = desk.read(rundown)
    today = day or current_day(shown.items, actuals(shown.items, shown.events), desk.clock.now())
    return instant_on(today, clock, shown.zone)


def told_time(desk: Desk, text: str) -> datetime:
    """Return the time that was typed of something that is recorded afterwards; a training meeting moves on to it if it is yet to come.

    Whoever practises tells the time; in a real meeting nothing can be recorded of what has not come yet.
    """
    told = moment_of(desk, text)
    if isinstance(desk.clock, TrainingClock) and between(desk.clock.now(), told) > timedelta():
        desk.clock.move_to(told)
    return told


def day_of(desk: Desk) -> tuple[date, tuple[str, ...]]:
    """Return the day that a check-in counts for now, and the keys of its sessions: those whose presence the window shows."""
    facts, sessions = desk.read(meeting), desk.read(attendance_sessions)
    found = sessions_for_scan(sessions, now=desk.clock.now(), grace_minutes=facts.grace_minutes, zone=facts.tzinfo)
    day = found[0].day if found else facts.days[0]
    return day, tuple(one.key for one in sessions if one.day == day)


def refuse_stray_day(desk: Desk, at: datetime | None, *, session: str) -> None:
    """Raise Refusal if a check-in would silently count for another day than it happens on; a session by its key may."""
    if session not in (REGISTRATION, RUNNING):
        return
    facts, sessions = desk.read(meeting), desk.read(attendance_sessions)
    when = facts.local(at or desk.clock.now())
    day = stray_day(sessions, days=facts.days, now=when, zone=facts.tzinfo)
    if day is not None:
        key = next(one.key for one in sessions if one.day == day)
        raise Refusal(
            _(
                "{today} is not a day of the meeting ({days}), and this would count for {day}: if it is meant, name the session, such as --session {key}."
            ).format(today=when.date(), days=", ".join(map(str, facts.days)), day=day, key=key),
            field="at",
        )
