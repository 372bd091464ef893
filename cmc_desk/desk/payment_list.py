"""The payments as window, sheet and receipts show them: each line whole, with names, shares and the strip in words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.allowance_basis import shares_of_seats
from cmc_desk.desk.allowances import restored
from cmc_desk.desk.payment_rows import line_of, shares_from
from cmc_desk.rules.allowances import Allowance
from cmc_desk.rules.cash import Notes, by_currency
from cmc_desk.rules.currencies import notes_of
from cmc_desk.rules.payments import OPEN, Line, received
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import HOLDING, Method, PaymentState


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """A line of the payments; once it is paid, name, delegation and shares are those of then. Amounts are minor units of `currency`, those that begin with paid and handed of `paid_currency`.

    `rate` is how the amount was converted (1/138.50: divided), `handed` what changes hands, `corrects` the receipt that the line is against,
    `corrected` says that there is a line against this one, `holds_seat` that the official has not given the seat up.
    """

    key: str
    number: int
    sponsorship: str
    participant: str
    name: str
    delegation: str
    seat: int
    shares: tuple[Share, ...]
    holds_seat: bool
    state: PaymentState
    amount: int
    currency: str
    method: Method
    rate: str
    rate_source: str
    paid_amount: int
    paid_currency: str
    rounding: int
    received_before: int
    handed: int
    receipt: int | None
    corrects: int | None
    corrected: bool
    approved_by: str
    approved_at: datetime | None
    paid_by: str
    paid_at: datetime | None
    settled_by: str
    settled_at: datetime | None
    reason: str
    allowance: Allowance

    @property
    def exact(self) -> int:
        """What the amount comes to before cash is rounded."""
        return self.paid_amount - self.rounding


@dataclass(frozen=True, slots=True)
class _Whose:
    """Who is paid, for which delegation, and by which agencies."""

    name: str
    delegation: str
    shares: tuple[Share, ...]


def payment_lines(
    session: Session, *, states: Collection[PaymentState] = (), sponsorship: str = "", language: str = ""
) -> tuple[PaymentLine, ...]:
    """Return the lines in the order of delegation, seat and number, of all states or of some; the strip is in `language`."""
    query = (
        select(schema.Payment, schema.Computation, schema.Sponsorship, schema.Participant, schema.Seat, schema.Payee)
        .join(schema.Computation, schema.Computation.id == schema.Payment.computation)
        .join(schema.Sponsorship, schema.Sponsorship.id == schema.Payment.sponsorship)
        .join(schema.Participant, schema.Participant.id == schema.Sponsorship.participant)
        .join(schema.Seat, schema.Seat.id == schema.Sponsorship.seat)
        # A line against a receipt is about whoever that was for.
        .outerjoin(schema.Payee, schema.Payee.payment == func.coalesce(schema.Payment.voids, schema.Payment.id))
        .order_by(schema.Payment.number)
    )
    if sponsorship:
        query = query.where(schema.Payment.sponsorship == sponsorship)
    rows = session.execute(query).all()
    receipts = {row[0].id: row[0].receipt for row in rows}
    corrected = {row[0].voids for row in rows if row[0].voids}
    lines: dict[str, list[Line]] = {}
    for payment, *_others in rows:
        lines.setdefault(payment.sponsorship, []).append(line_of(payment))
    shares = shares_of_seats(session)
    found = [
        _shown(
            payment,
            person=person,
            seat=seat,
            whose=_whose(payee, person, seat, shares.get(seat.id, ())),
            holds_seat=sponsorship.nomination in HOLDING,
            lines=lines[payment.sponsorship],
            corrects=receipts.get(payment.voids or ""),
            corrected=payment.id in corrected,
            allowance=restored(computation, language),
        )
        for payment, computation, sponsorship, person, seat, payee in rows
        if not states or payment.state in states
    ]
    return tuple(sorted(found, key=lambda line: (line.delegation, line.seat, line.number)))


def notes_for_the_bank(session: Session) -> dict[str, Notes]:
    """Return what the bank is asked for in each currency, so that every approved payment in cash can be handed out."""
    lines = payment_lines(session, states=(PaymentState.APPROVED,))
    amounts = [(line.paid_currency, line.handed) for line in lines if is_handed_out(line)]
    return by_currency(amounts, {currency: notes_of(currency) for currency, _amount in amounts})


def is_handed_out(line: PaymentLine) -> bool:
    """Tell whether a line is cash that is still to be handed to somebody who holds a seat."""
    to_pay = line.state is PaymentState.APPROVED and line.holds_seat
    return to_pay and line.method is Method.CASH and line.handed > 0


def _whose(
    payee: schema.Payee | None, person: schema.Participant, seat: schema.Seat, shares: tuple[Share, ...]
) -> _Whose:
    """Return whom a line is for: what stands with its receipt, or what is so today while there is none."""
    if payee is not None:
        return _Whose(payee.name, payee.delegation, shares_from(payee.shares))
    name = " ".join(part for part in (person.given_name, person.family_name) if part)
    return _Whose(name, seat.delegation, shares)


def _shown(
    row: schema.Payment,
    *,
    person: schema.Participant,
    seat: schema.Seat,
    whose: _Whose,
    holds_seat: bool,
    lines: list[Line],
    corrects: int | None,
    corrected: bool,
    allowance: Allowance,
) -> PaymentLine:
    before = row.received_before
    if row.state in OPEN:
        before = received(lines, row.paid_currency)
    return PaymentLine(
        key=row.id,
        number=row.number,
        sponsorship=row.sponsorship,
        participant=person.id,
        name=whose.name,
        delegation=whose.delegation,
        seat=seat.number,
        shares=whose.shares,
        holds_seat=holds_seat,
        state=row.state,
        amount=row.amount,
        currency=row.currency,
        method=row.method,
        rate=row.rate,
        rate_source=row.rate_source,
        paid_amount=row.paid_amount,
        paid_currency=row.paid_currency,
        rounding=row.rounding,
        received_before=before,
        handed=row.paid_amount - before,
        receipt=row.receipt,
        corrects=corrects,
        corrected=corrected,
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        paid_by=row.paid_by,
        paid_at=row.paid_at,
        settled_by=row.settled_by,
        settled_at=row.settled_at,
        reason=row.reason,
        allowance=allowance,
    )
