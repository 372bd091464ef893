"""The lines of payments as the rules know them, and how far the allowance of each official has come."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.payments import Line, payment_state
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import PaymentState


def payment_states(session: Session, which: ColumnElement[bool] | None = None) -> dict[str, PaymentState]:
    """Return how far the allowance has come of each official, or of those whose sponsorship meets a condition.

    Whoever is not in it has nothing due.
    """
    asked = None if which is None else schema.Payment.sponsorship.in_(select(schema.Sponsorship.id).where(which))
    return {key: payment_state(lines) for key, lines in lines_by_sponsorship(session, asked).items()}


def lines_by_sponsorship(session: Session, which: ColumnElement[bool] | None = None) -> dict[str, list[Line]]:
    """Return the lines of each official in the order in which they were made, or of the payments that meet a condition."""
    table = schema.Payment
    query = select(
        *(table.sponsorship, table.id, table.state, table.voids, table.receipt),
        *(table.paid_amount, table.paid_currency, table.received_before),
    ).order_by(table.number)
    if which is not None:
        query = query.where(which)
    found: dict[str, list[Line]] = {}
    for owner, key, state, voids, receipt, amount, currency, before in session.execute(query):
        found.setdefault(owner, []).append(Line(key, state, voids or "", receipt, amount, currency, before))
    return found


def lines_of(session: Session, sponsorship: str) -> list[Line]:
    """Return the lines of one official in the order in which they were made."""
    return lines_by_sponsorship(session, schema.Payment.sponsorship == sponsorship).get(sponsorship, [])


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


def shares_from(kept: Mapping[str, int]) -> tuple[Share, ...]:
    """Return the shares that stand with a receipt."""
    return tuple(Share(agency, basis_points) for agency, basis_points in kept.items())


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
