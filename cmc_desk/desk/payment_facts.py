"""How far the allowance of each sponsorship has come, as it follows from what was computed and paid."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.rules.travel_states import PaymentState


def payment_states(session: Session, which: ColumnElement[bool]) -> dict[str, PaymentState]:
    """Return the state of the allowance of the sponsorships that meet a condition; those of which nothing was computed are left out.

    It is that of the last payment that was not voided; after a void it is void until the allowance is computed anew.
    """
    mine = select(schema.Sponsorship.id).where(which)
    computed, payment = schema.Computation, schema.Payment
    newest: dict[str, datetime] = dict(
        session.execute(
            select(computed.sponsorship, func.max(computed.at))
            .where(computed.sponsorship.in_(mine))
            .group_by(computed.sponsorship)
        )
        .tuples()
        .all()
    )
    lines: defaultdict[str, list[tuple[str, PaymentState, str | None, datetime]]] = defaultdict(list)
    for row in session.execute(
        select(payment.id, payment.sponsorship, payment.state, payment.voids, payment.created_at)
        .where(payment.sponsorship.in_(mine))
        .order_by(payment.created_at, payment.id)
    ):
        lines[row.sponsorship].append((row.id, row.state, row.voids, row.created_at))
    return {key: _state(lines[key], at) for key, at in newest.items()}


def _state(lines: list[tuple[str, PaymentState, str | None, datetime]], computed_at: datetime) -> PaymentState:
    voided = {voids for _key, _state, voids, _at in lines if voids}
    live = [state for key, state, _voids, _at in lines if state is not PaymentState.VOID and key not in voided]
    if live:
        return live[-1]
    if lines and lines[-1][3] >= computed_at:
        return PaymentState.VOID
    return PaymentState.COMPUTED
