"""Corrections at the desk: the last arrival or departure of somebody is taken back and stays on record."""

from datetime import datetime

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.registration import the_participant
from cmc_desk.i18n import gettext as _
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
