"""Who came to which day and session, and when, as the charts of the report have it: the same people as in its tables."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from cmc_desk.desk.meeting import attendance_sessions, meeting
from cmc_desk.desk.people import Arrival, arrivals
from cmc_desk.reports.outcome_facts import ArrivedOn, AttendedDay, AttendedSession, ReportedItem
from cmc_desk.rules.arrivals import arrivals_of_day
from cmc_desk.rules.meeting import ItemKind


def attended_days(session: Session, people: Collection[str]) -> tuple[AttendedDay, ...]:
    """Return the days on which anybody of `people` came, with the sessions at which anybody was counted.

    The registration of a day is no session where others were counted: whoever is at one of these has come through it.
    """
    facts, found = meeting(session), []
    sessions = attendance_sessions(session)
    for day in facts.days:
        of_day = [one for one in sessions if one.day == day]
        came = _came(session, people, [one.key for one in of_day])
        counted = [(one, len(_came(session, people, [one.key]))) for one in of_day]
        held = [pair for pair in counted if not pair[0].is_registration] if len(counted) > 1 else counted
        shown = [pair for pair in held if pair[1]] or [pair for pair in counted if pair[1]]
        if came:
            told = (AttendedSession(one.title, facts.local(one.starts), number) for one, number in shown)
            found.append(AttendedDay(day, len(came), tuple(told)))
    return tuple(found)


def arrived_on(session: Session, people: Collection[str], items: Sequence[ReportedItem]) -> tuple[ArrivedOn, ...]:
    """Return for each day on which anybody of `people` came how the room filled, up to the end of that day if it is over."""
    facts, sessions = meeting(session), attendance_sessions(session)
    found = []
    for day in facts.days:
        came = _came(session, people, [one.key for one in sessions if one.day == day])
        of_day = [item for item in items if item.day == day]
        if not came or not of_day:
            continue
        times = sorted(one.at for one in came.values())
        curve = arrivals_of_day(
            times,
            expected=len(people),
            begins=min(item.starts for item in of_day),
            until=max(item.ends for item in of_day) if _is_over(day, items) else facts.local(times[-1]),
            opened=_opened(of_day),
        )
        found.append(ArrivedOn(day, curve))
    return tuple(found)


def _came(session: Session, people: Collection[str], sessions: Sequence[str]) -> dict[str, Arrival]:
    return {person: one for person, one in arrivals(session, sessions).items() if person in people} if sessions else {}


def _is_over(day: date, items: Sequence[ReportedItem]) -> bool:
    """Tell whether a day has ended; the report has no clock, and where nobody ran one every day has."""
    if not any(item.started is not None for item in items):
        return True
    last = max((item for item in items if item.day == day), key=lambda item: item.ends)
    return last.ended is not None or any(item.day > day and item.started is not None for item in items)


def _opened(items: Sequence[ReportedItem]) -> datetime | None:
    begun = (item.started for item in items if item.kind is not ItemKind.REGISTRATION and item.started is not None)
    return next(begun, None)
