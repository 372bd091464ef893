"""The overview of the organisers: attendance, arrivals, travel, the drift of the agenda, the drafts, and what is to be done today.

What reads drafts, travel and notes is loaded by the first reading, beside the window: an organiser's window opens on the page.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.counters import people_to_count
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.rundown import Rundown, rundown
from cmc_desk.rules.agenda import Actual
from cmc_desk.rules.agenda_drift import Drift, drift_of
from cmc_desk.rules.attendance import EventKind, Movement, Presence, state_of
from cmc_desk.rules.counts import Tally
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.overview import DayAttendance, SessionAttendance, Todo
from cmc_desk.rules.redline import Meter
from cmc_desk.rules.timing import actuals, current_day, project
from cmc_desk.rules.travel_funnel import Funnel, funnel

EVERYTHING = frozenset({"*"})
_AGENDA = {"meeting", "day", "item", "item_timing", "item_event", "track"}
ATTENDANCE_TABLES = frozenset(
    {"participant", "presence_event", "excuse", "category", "delegation", *_AGENDA},
)
TRAVEL_TABLES = frozenset(
    {
        *("participant", "presence_event", "delegation", "meeting", "agency", "seat", "seat_share", "sponsorship"),
        *("itinerary", "leg", "payment", "travel_settings", "day"),
    }
)
DRAFT_TABLES = frozenset(
    # Whoever opposes a proposal adds the text of the draft to the alternatives.
    {"draft", "draft_facts", "draft_version", "provision", "provision_text", "proposal", "proposal_party"}
)


@dataclass(frozen=True, slots=True)
class DraftMeter:
    """A draft document by its short title, and how much of it is agreed."""

    key: str
    title: str
    meter: Meter


@dataclass(frozen=True, slots=True)
class OverviewFacts:
    """Everything that the overview says, at the instant `now` on the clocks of the meeting; `today` is the day of the agenda.

    Before the meeting `today` is its first day, after it the last.
    """

    now: datetime
    today: date
    days: tuple[DayAttendance, ...]
    travel: Funnel
    drift: Drift
    drafts: tuple[DraftMeter, ...]
    to_do: tuple[Todo, ...]

    def day(self, day: date) -> DayAttendance:
        """Return the attendance of a day of the meeting."""
        return next(one for one in self.days if one.day == day)


def overview(
    session: Session, *, now: datetime, last: OverviewFacts | None = None, tables: Collection[str] = EVERYTHING
) -> OverviewFacts:
    """Return the overview at `now`.

    Of what was read `last` only that is read again of which the `tables` have changed since; a new day is read whole.
    """
    from cmc_desk.desk.to_do import to_do

    facts, shown = meeting(session), rundown(session)
    local = facts.local(now)
    found = actuals(shown.items, shown.events)
    today = _day_of(facts.days, current_day(shown.items, found, local))
    changed = frozenset(tables)
    if last is None or last.today != today or local.date() != last.now.date() or "*" in changed:
        last, changed = None, EVERYTHING
    days = _days(session, shown, found, today) if last is None or changed & ATTENDANCE_TABLES else last.days
    travel = _travel(session, local) if last is None or changed & TRAVEL_TABLES else last.travel
    drafts = _drafts(session) if last is None or changed & DRAFT_TABLES else last.drafts
    read = OverviewFacts(
        now=local,
        today=today,
        days=days,
        travel=travel,
        drift=drift_of(shown.items, found, project(shown.items, found, local), day=today),
        drafts=drafts,
        to_do=(),
    )
    here = read.day(today)
    missing = len(here.counts.missing_delegations) if here.came else 0
    return replace(read, to_do=to_do(session, rundown=shown, today=today, now=local, travel=travel, missing=missing))


def _day_of(days: tuple[date, ...], today: date) -> date:
    return today if today in days else next((day for day in days if day > today), days[-1])


def _drafts(session: Session) -> tuple[DraftMeter, ...]:
    from cmc_desk.desk.draft_texts import meters
    from cmc_desk.desk.drafts import draft_titles

    titles = {one.key: one.title for one in draft_titles(session)}
    return tuple(DraftMeter(key, titles[key], meter) for key, meter in meters(session))


def _travel(session: Session, now: datetime) -> Funnel:
    from cmc_desk.desk.travel_facts import travel_facts

    facts = travel_facts(session)
    return funnel(facts.seats, facts.sponsorships, seen=facts.seen, now=now)


def _days(session: Session, shown: Rundown, found: dict[str, Actual], today: date) -> tuple[DayAttendance, ...]:
    people = people_to_count(session)
    expected = people.expected
    event, excuse = schema.PresenceEvent, schema.Excuse
    moved: defaultdict[str, defaultdict[str, list[Movement]]] = defaultdict(lambda: defaultdict(list))
    for participant, key, kind, at in session.execute(
        select(event.participant, event.session, event.kind, event.at)
        .where(event.voided_at.is_(None))
        .order_by(event.at, event.id)
    ):
        moved[key][participant].append(Movement(kind, at))
    excused: defaultdict[str, set[str]] = defaultdict(set)
    for participant, key in session.execute(select(excuse.participant, excuse.session)):
        excused[key].add(participant)
    days = []
    for day in shown.days:
        lines = sorted((line for line in shown.lines if line.item.day == day), key=lambda line: line.item.starts)
        attended = [line.item for line in lines if line.attendance]
        of_day: defaultdict[str, list[Movement]] = defaultdict(list)
        for item in attended:
            for participant, movements in moved[item.key].items():
                of_day[participant].extend(movements)
        came = {
            one: state for one, movements in of_day.items() if (state := state_of(movements)).arrived_at is not None
        }
        gone = {one for one, state in came.items() if state.presence is Presence.LEFT}
        excuses = {one for item in attended for one in excused[item.key] if one in expected} - came.keys()
        days.append(
            DayAttendance(
                day=day,
                counts=people.counts(came.keys() - gone if day == today else came.keys()),
                sessions=tuple(
                    SessionAttendance(
                        item.key,
                        item.title,
                        item.starts,
                        _tally(moved[item.key], expected),
                        taken=bool(moved[item.key]),
                        is_registration=item.kind is ItemKind.REGISTRATION,
                    )
                    for item in attended
                ),
                came=tuple(sorted(_arrived(movements) for one, movements in of_day.items() if one in came)),
                left=len(gone),
                excused=len(excuses),
                begins=min((line.item.starts for line in lines), default=_midnight(shown, day)),
                closes=max((line.item.ends for line in lines), default=_midnight(shown, day)),
                opened=next(
                    (
                        found[line.item.key].started
                        for line in lines
                        if line.item.kind is not ItemKind.REGISTRATION and found[line.item.key].started is not None
                    ),
                    None,
                ),
            )
        )
    return tuple(days)


def _arrived(movements: list[Movement]) -> datetime:
    return min(one.at for one in movements if one.kind is not EventKind.LEAVE)


def _tally(moved: dict[str, list[Movement]], expected: Collection[str]) -> Tally:
    came = {one for one, movements in moved.items() if state_of(movements).presence is not Presence.ABSENT}
    return Tally(len(came), len(came | set(expected)))


def _midnight(shown: Rundown, day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=shown.zone)
