"""What is to be done today: one line for each sort of thing that waits for somebody."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from cmc_desk.db import schema
from cmc_desk.desk.readouts import Slot, readout_slots
from cmc_desk.desk.rundown import Rundown
from cmc_desk.rules.note_kinds import Decided, EntryKind
from cmc_desk.rules.overview import Todo, TodoKind
from cmc_desk.rules.people import EXPECTED, Credentials
from cmc_desk.rules.proposals import LIVE
from cmc_desk.rules.timing import actuals, passed_over
from cmc_desk.rules.travel_funnel import Funnel

_TASKS = (EntryKind.ACTION, EntryKind.NEXT_STEP)


def to_do(
    session: Session, *, rundown: Rundown, today: date, now: datetime, travel: Funnel, missing: int
) -> tuple[Todo, ...]:
    """Return what is to be done `today`, the day of the agenda, in the order of `TodoKind`; `missing` delegations are waited for.

    `now` is meeting-local: what is due is due by the calendar, also before and after the meeting.
    """
    person, note, proposal, line = schema.Participant, schema.DeskNote, schema.Proposal, schema.Recommendation
    slots = [one for one in readout_slots(session) if _waits(one, rundown, today)]
    found = {
        TodoKind.PASSED_OVER: Todo(TodoKind.PASSED_OVER, _passed(rundown, now)),
        TodoKind.MISSING: Todo(TodoKind.MISSING, missing),
        TodoKind.ARRIVALS: Todo(
            TodoKind.ARRIVALS, travel.arriving, travel.coming.at if travel.coming is not None else None
        ),
        TodoKind.TO_PAY: Todo(TodoKind.TO_PAY, travel.to_pay),
        TodoKind.CREDENTIALS: Todo(
            TodoKind.CREDENTIALS,
            _count(session, person.id, person.credentials == Credentials.TO_VERIFY, person.status.in_(EXPECTED)),
        ),
        TodoKind.DESK_NOTES: Todo(TodoKind.DESK_NOTES, _count(session, note.id, note.done_at.is_(None))),
        TodoKind.SUMMARIES: Todo(
            TodoKind.SUMMARIES,
            len(slots),
            min((one.starts.astimezone(now.tzinfo) for one in slots if one.starts is not None), default=None),
        ),
        TodoKind.PROPOSALS: Todo(
            TodoKind.PROPOSALS,
            _count(session, proposal.id, proposal.decision.in_(LIVE), proposal.deleted_at.is_(None)),
        ),
        TodoKind.RECOMMENDATIONS: Todo(
            TodoKind.RECOMMENDATIONS,
            _count(session, line.id, line.decided == Decided.PENDING, line.deleted_at.is_(None)),
        ),
        TodoKind.TASKS: Todo(TodoKind.TASKS, _due(session, now.date())),
        TodoKind.SHORT: Todo(TodoKind.SHORT, sum(number for _code, number in travel.short)),
    }
    return tuple(found[kind] for kind in TodoKind if found[kind].number)


def _count(session: Session, key: InstrumentedAttribute[str], *which: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count(key)).where(*which)) or 0


def _passed(rundown: Rundown, now: datetime) -> int:
    """Return how much of the present day was passed over, and nobody has said what becomes of it."""
    items = rundown.items
    found = actuals(items, rundown.events)
    return sum(len(passed_over(items, found, track=track, now=now)) for track in {item.track for item in items})


def _waits(slot: Slot, rundown: Rundown, today: date) -> bool:
    """Tell whether a summary is to be read out today and was not yet."""
    line = rundown.line(slot.item) if slot.item else None
    return line is not None and line.item.day == today and slot.spoken_at is None


def _due(session: Session, today: date) -> int:
    """Return how many actions and next steps were to be done by today, and are not."""
    entry = schema.NoteEntry
    return _count(
        session,
        entry.id,
        entry.kind.in_(_TASKS),
        entry.filed_at.is_not(None),
        entry.deleted_at.is_(None),
        entry.closed_at.is_(None),
        entry.due <= today,
    )
