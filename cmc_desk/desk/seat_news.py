"""What the registration says of officials on seats: who does not come any more, since when, and whom the desk has seen."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, aliased

from cmc_desk.db import schema
from cmc_desk.desk.itinerary_facts import plain_rows
from cmc_desk.desk.sponsorships import name_of
from cmc_desk.rules.attendance import EventKind
from cmc_desk.rules.people import EXPECTED, Status
from cmc_desk.rules.travel_facts import GoneAtDesk
from cmc_desk.rules.travel_states import HOLDING, Gone

# With which acts somebody goes; a list of participants changes too many at once to be looked through for one.
_ACTS = {
    Gone.WITHDRAWN: ("registration.withdraw", "registration.edit", "attendance.undo_walk_in"),
    Gone.REPLACED: ("registration.replace",),
    Gone.MOVED: ("registration.edit",),
}


def gone_at_the_desk(session: Session, which: ColumnElement[bool]) -> dict[str, GoneAtDesk]:
    """Return why the registration does not expect them, by the sponsorship, of those who hold a seat and meet a condition."""
    table, person, seat = schema.Sponsorship, schema.Participant, schema.Seat
    query = (
        select(table.id, person.id, person.status, person.delegation, person.replaced_by)
        .join(person, person.id == table.participant)
        .join(seat, seat.id == table.seat)
        .where(table.nomination.in_(HOLDING), which)
        .where(or_(person.status.not_in(EXPECTED), person.delegation != seat.delegation))
    )
    found = {}
    for sponsorship, participant, status, delegation, replaced_by in plain_rows(session, query):
        how = _how(status)
        instead = (
            name_of(session, replaced_by or "") if how is Gone.REPLACED else delegation if how is Gone.MOVED else ""
        )
        found[sponsorship] = GoneAtDesk(how, _when(session, participant, how), instead)
    return found


def seen_at_the_desk(session: Session) -> Mapping[str, datetime]:
    """Return when the desk has first checked in each of those who hold a seat, by the participant."""
    event, table = schema.PresenceEvent, schema.Sponsorship
    query = (
        select(event.participant, func.min(event.at))
        .join(table, table.participant == event.participant)
        .where(event.kind == EventKind.ARRIVE, event.voided_at.is_(None), table.holds_seat == 1)
        .group_by(event.participant)
    )
    found = plain_rows(session, query)
    return dict(zip((row[0] for row in found), (row[1] for row in found), strict=True))


def _how(status: Status) -> Gone:
    if status is Status.REPLACED:
        return Gone.REPLACED
    return Gone.MOVED if status in EXPECTED else Gone.WITHDRAWN


def _when(session: Session, participant: str, how: Gone) -> datetime | None:
    """Return when somebody went, by the newest act that says so and was not taken back."""
    row, undoing = schema.JournalRow, aliased(schema.JournalRow)
    query = (
        select(row.at, row.args)
        .outerjoin(undoing, undoing.undoes == row.seq)
        .where(row.kind.in_(_ACTS[how]), undoing.seq.is_(None), row.args.contains(f'"{participant}"'))
        .order_by(row.seq.desc())
    )
    for at, args in plain_rows(session, query):
        if _says(json.loads(args), how):
            when: datetime = at
            return when
    return None


def _says(args: Mapping[str, object], how: Gone) -> bool:
    changes = args.get("changes")
    if not isinstance(changes, dict):
        return True
    return ("delegation" if how is Gone.MOVED else "status") in changes
