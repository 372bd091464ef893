"""Corrections at the desk: an arrival, a departure or a walk-in is taken back and stays on record."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk import presence
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.registration import the_participant, valid_badge
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.people import EXPECTED, Status
from cmc_desk.rules.refusal import Refusal


@command("attendance.undo_check_in")
def undo_check_in(tx: Tx, *, participant: str, sessions: list[str]) -> datetime:
    """Void what was recorded last of somebody at these sessions and return when that was.

    One act may stand at several sessions (the registration and the item that runs): all of it is taken back together.
    Raises Refusal if nothing is recorded.
    """
    row = the_participant(tx.session, participant)
    event, scan = schema.PresenceEvent, schema.Scan
    query = select(event).where(event.participant == row.id, event.session.in_(sessions), event.voided_at.is_(None))
    events = tx.session.scalars(query).all()
    if not events:
        raise Refusal(_("Nothing is recorded of this person that could be taken back."))
    last = max(found.at for found in events)
    for found in events:
        if found.at == last:
            found.voided_at, found.voided_by = tx.now, tx.author.operator
    acts = select(scan).where(scan.participant == row.id, scan.at == last, scan.voided_at.is_(None))
    for act in tx.session.scalars(acts):
        if not set(act.session.split()).isdisjoint(sessions):
            act.voided_at = tx.now
    return last


@command("attendance.undo_walk_in")
def undo_walk_in(tx: Tx, *, participant: str, events: list[str], scans: list[str]) -> str:
    """Void the arrival of a walk-in who was a mistake, withdraw the person and take their badge out of the queue.

    However often they were scanned since: that is on record and changes nothing. Raises Refusal if they came to anything else since.
    """
    void_acts(tx, events=events, scans=scans)
    if presence.live_events(tx.session, participant):
        raise built_upon()
    row = the_participant(tx.session, participant)
    if row.status in EXPECTED:
        row.status = Status.WITHDRAWN
    valid_badge(tx.session, participant).queued_at = None
    return participant


def void_acts(tx: Tx, *, events: Sequence[str], scans: Sequence[str]) -> None:
    """Void arrivals and the acts that recorded them in the open transaction; raises Refusal if something came after them."""
    for event in tx.session.scalars(select(schema.PresenceEvent).where(schema.PresenceEvent.id.in_(events))):
        since = [
            other for other in presence.live_events(tx.session, event.participant) if other.session == event.session
        ]
        if event.voided_at is not None or since[-1].at > event.at:
            raise built_upon()
        event.voided_at, event.voided_by = tx.now, tx.author.operator
    for scan in tx.session.scalars(select(schema.Scan).where(schema.Scan.id.in_(scans))):
        scan.voided_at = tx.now
    tx.session.flush()


def built_upon() -> Refusal:
    """Return what is said of something that cannot be taken back before what came after it."""
    return Refusal(_("This cannot be taken back any more: it was changed since. Take back what came later first."))
