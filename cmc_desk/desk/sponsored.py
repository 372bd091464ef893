"""Rows of an official on a seat, as commands about the journey and the room change them."""

from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Sponsorship
from cmc_desk.rules.travel_machine import check_travels
from cmc_desk.rules.travel_states import HOLDING, Travel


def the_sponsorship(session: Session, sponsorship: str) -> schema.Sponsorship:
    """Return the row of a sponsorship; raises Refusal if it is not there (any more)."""
    row = session.get(schema.Sponsorship, sponsorship)
    if row is None:
        raise Refusal(_("This official is not among the sponsored ones any more."))
    return row


def the_holder(session: Session, sponsorship: str) -> schema.Sponsorship:
    """Return the row of a sponsorship that holds its seat; raises Refusal if it has given it up."""
    row = the_sponsorship(session, sponsorship)
    if row.nomination not in HOLDING:
        raise Refusal(_("This official has given the seat up: plan the journey of whoever holds it now."))
    return row


def travel_becomes(row: schema.Sponsorship, to: Travel, *, reason: str = "") -> None:
    """Change the state of the journey; raises Refusal if the machine knows no such step."""
    check_travels(
        Sponsorship(
            key=row.id,
            seat=row.seat,
            participant=row.participant,
            delegation="",
            nomination=row.nomination,
            travel=row.travel,
        ),
        to,
        reason=reason,
    )
    row.travel = to
    row.version += 1
    if reason:
        row.reason = reason
