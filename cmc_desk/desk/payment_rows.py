"""The lines of payments as the rules know them, and how far the allowance of each official has come."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.payments import Line, payment_state
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import PaymentState


def payment_states(session: Session) -> dict[str, PaymentState]:
    """Return how far the allowance of each official has come; whoever is not in it has nothing due."""
    return {key: payment_state(lines) for key, lines in lines_by_sponsorship(session).items()}


def lines_by_sponsorship(session: Session, sponsorship: str = "") -> dict[str, list[Line]]:
    """Return the lines of each official (or of one) in the order in which they were made."""
    query = select(schema.Payment).order_by(schema.Payment.number)
    if sponsorship:
        query = query.where(schema.Payment.sponsorship == sponsorship)
    found: dict[str, list[Line]] = {}
    for row in session.scalars(query):
        found.setdefault(row.sponsorship, []).append(line_of(row))
    return found


def lines_of(session: Session, sponsorship: str) -> list[Line]:
    """Return the lines of one official in the order in which they were made."""
    return lines_by_sponsorship(session, sponsorship).get(sponsorship, [])


def line_of(row: schema.Payment) -> Line:
    """Return a line as the rules know it."""
    return Line(
        key=row.id,
        state=row.state,
        voids=row.voids or "",
        receipt=row.receipt,
        paid_amount=row.paid_amount,
        paid_currency=row.paid_currency,
        received_before=row.received_before,
    )


def the_payment(session: Session, payment: str) -> schema.Payment:
    """Return the row of a payment; raises Refusal if it is not there (any more)."""
    row = session.get(schema.Payment, payment)
    if row is None:
        raise Refusal(_("This payment is not there any more."), field="payment")
    return row


def the_sponsorship(session: Session, sponsorship: str) -> schema.Sponsorship:
    """Return the row of a sponsored official; raises Refusal if it is not there (any more)."""
    row = session.get(schema.Sponsorship, sponsorship)
    if row is None:
        raise Refusal(_("This official is not in the meeting file any more."), field="sponsorship")
    return row


def next_number(session: Session) -> int:
    """Return the number of the next line of payments."""
    return int(session.scalar(select(func.max(schema.Payment.number))) or 0) + 1


def next_receipt(session: Session) -> int:
    """Return the number of the next receipt; within a writing transaction nobody else draws it."""
    return int(session.scalar(select(func.max(schema.Payment.receipt))) or 0) + 1
