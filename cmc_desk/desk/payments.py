"""Payments: approved, paid against a receipt, settled, and made void; every act by name, and what is paid never changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk.allowance_basis import Basis, Ground, bases, ground, worked
from cmc_desk.desk.allowance_costs import refresh_allowance_costs
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.daily_rates import ExchangeRate, exchange_rates, quote
from cmc_desk.desk.payment_rows import (
    line_of,
    lines_by_sponsorship,
    lines_of,
    next_number,
    next_receipt,
    the_payment,
    the_sponsorship,
)
from cmc_desk.desk.sponsorships import name_of
from cmc_desk.desk.travel_facts import sponsorship_of
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.cash import cash_rounded
from cmc_desk.rules.currencies import checked_currency
from cmc_desk.rules.folding import clean
from cmc_desk.rules.money import converted, from_minor, to_minor
from cmc_desk.rules.payments import (
    Line,
    check_currency,
    check_holds,
    check_paying,
    check_payment,
    check_voiding,
    outstanding,
    received,
)
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_machine import check_closing
from cmc_desk.rules.travel_states import Method, PaymentState


@dataclass(frozen=True, slots=True)
class Approved:
    """What is to be handed out of an approved payment, in minor units of `currency`."""

    payment: str
    handed: int
    currency: str


@dataclass(frozen=True, slots=True)
class Paid:
    """What was handed out against which receipt, in minor units; below nothing if something was given back."""

    payment: str
    receipt: int
    handed: int
    currency: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What payments are approved by, read once for all of them; `rows` are held, so that the session finds them again."""

    bases: dict[str, Basis]
    ground: Ground
    rates: tuple[ExchangeRate, ...]
    lines: dict[str, list[Line]]
    rows: Sequence[object]


@command("travel.approve_payment")
def approve(tx: Tx, *, payment: str, method: Method = Method.CASH, currency: str = "") -> Approved:
    """Approve a computed payment: how it is paid, in which currency, converted once and, if in cash, rounded.

    Without a currency it is that of the meeting's cash, or of the allowance if it is not cash; but what an earlier, void receipt left
    with the official is set against it, and is in the currency of that. Raises Refusal if what it was computed from has changed since,
    if nobody entered the month's rate of exchange, or in another currency than that of what has to come back.
    """
    row = the_payment(tx.session, payment)
    approved = _approve(tx, row, _known(tx, [row]), Method(method), currency)
    refresh_allowance_costs(tx, (row.sponsorship,))
    return approved


@command("travel.approve_payments")
def approve_payments(
    tx: Tx, *, payments: tuple[str, ...], method: Method = Method.CASH, currency: str = ""
) -> tuple[Approved, ...]:
    """Approve several payments at once; if one cannot be approved, none is, and it is said whose it is."""
    held = tx.session.scalars(select(schema.Payment).where(schema.Payment.id.in_(payments))).all()
    rows = [the_payment(tx.session, payment) for payment in payments]
    known = _known(tx, rows)
    done = []
    for row in rows:
        try:
            done.append(_approve(tx, row, known, Method(method), currency))
        except Refusal as refusal:
            raise _of(tx, row, refusal) from refusal
    del held
    refresh_allowance_costs(tx, {row.sponsorship for row in rows})
    return tuple(done)


@command("travel.pay")
def pay(tx: Tx, *, payment: str) -> Paid:
    """Record that an approved payment was handed out against a signature, and give it the next receipt number.

    What an earlier, void receipt left with the official is set against it. Raises Refusal before the nomination is accepted and the
    official has arrived, or if what it was computed from has changed since it was approved.
    """
    row = the_payment(tx.session, payment)
    check_payment(row.state, PaymentState.PAID)
    official = the_sponsorship(tx.session, row.sponsorship)
    check_paying(nomination=official.nomination, travel=official.travel, arrived=official.arrived_at is not None)
    basis = bases(tx.session, (row.sponsorship,))[row.sponsorship]
    _check_as_computed(tx, row, basis, ground(tx.session))
    lines = lines_of(tx.session, row.sponsorship)
    check_currency(lines, row.paid_currency)
    row.received_before = received(lines, row.paid_currency)
    for line in outstanding(lines):
        _settle(tx, the_payment(tx.session, line.key))
    tx.session.add(_payee(tx, row, official, basis))
    # What was recovered, and who is paid, stands before the new receipt: the store looks at each line by itself.
    tx.session.flush()
    row.state, row.receipt = PaymentState.PAID, next_receipt(tx.session)
    row.paid_by, row.paid_at = tx.author.operator, tx.now
    tx.cannot_be_undone()
    refresh_allowance_costs(tx, (row.sponsorship,))
    return Paid(row.id, row.receipt, line_of(row).handed, row.paid_currency)


@command("travel.settle")
def settle(tx: Tx, *, payment: str) -> str:
    """Close a paid claim, or record that what had to be given back was given back.

    Raises Refusal while the flight home of an official who holds the seat has not left: the claim is closed with its boarding pass.
    """
    row = the_payment(tx.session, payment)
    check_payment(row.state, PaymentState.SETTLED)
    if row.state is PaymentState.PAID:
        check_closing(sponsorship_of(tx.session, row.sponsorship), tx.now)
    _settle(tx, row)
    tx.cannot_be_undone()
    refresh_allowance_costs(tx, (row.sponsorship,))
    return row.id


@command("travel.void_payment")
def void(tx: Tx, *, payment: str, reason: str, returned: bool = False) -> str:
    """Make a payment void and return the line that says so; the allowance can then be computed anew.

    A line that was not paid becomes void itself. Of one that was paid nothing changes: a line against it is written, void if the money
    was `returned`, else recovery due until it is, or until it is set against a new payment.
    """
    why = clean(reason)
    if not why:
        raise Refusal(_("Why is it void? Type the reason: it stands in the list of payments."), field="reason")
    row = the_payment(tx.session, payment)
    if row.receipt is None and not row.voids:
        check_payment(row.state, PaymentState.VOID)
        row.state, row.reason = PaymentState.VOID, why
        refresh_allowance_costs(tx, (row.sponsorship,))
        return row.id
    check_voiding(line_of(row), lines_of(tx.session, row.sponsorship))
    against = _against(tx, row, why, returned=returned)
    tx.session.add(against)
    tx.cannot_be_undone()
    refresh_allowance_costs(tx, (row.sponsorship,))
    return against.id


def _known(tx: Tx, rows: Sequence[schema.Payment]) -> _Known:
    session, officials = tx.session, {row.sponsorship for row in rows}
    session.flush()
    sponsorship, computation = schema.Sponsorship, schema.Computation
    computed = {row.computation for row in rows}
    return _Known(
        bases=bases(session, officials),
        ground=ground(session),
        rates=exchange_rates(session),
        lines=lines_by_sponsorship(session, schema.Payment.sponsorship.in_(officials)),
        rows=(
            *session.scalars(select(sponsorship).where(sponsorship.id.in_(officials))),
            *session.scalars(select(computation).where(computation.id.in_(computed))),
        ),
    )


def _approve(tx: Tx, row: schema.Payment, known: _Known, method: Method, currency: str) -> Approved:
    check_payment(row.state, PaymentState.APPROVED)
    check_holds(the_sponsorship(tx.session, row.sponsorship).nomination)
    _check_as_computed(tx, row, known.bases[row.sponsorship], known.ground)
    _convert(tx, row, known, method, currency)
    row.state, row.approved_by, row.approved_at = PaymentState.APPROVED, tx.author.operator, tx.now
    return Approved(row.id, line_of(row).handed, row.paid_currency)


def _check_as_computed(tx: Tx, row: schema.Payment, basis: Basis, on: Ground) -> None:
    """Raise Refusal if an allowance would come to something else than what its line of payment says."""
    if worked(basis, on).digest != tx.session.get_one(schema.Computation, row.computation).digest:
        raise Refusal(
            _("Journey, hotel, agenda, rates or policy have changed since: compute the allowance anew first."),
            field="payment",
        )


def _convert(tx: Tx, row: schema.Payment, known: _Known, method: Method, currency: str) -> None:
    settings, lines = known.ground.settings, known.lines[row.sponsorship]
    back = next((line.paid_currency for line in outstanding(lines)), "")
    code = checked_currency(currency or back or (settings.cash_currency if method is Method.CASH else row.currency))
    check_currency(lines, code)
    day = tx.now.astimezone(settings.zone).date()
    found = quote(known.rates, base=row.currency, quoted=code, day=day)
    if found is None:
        raise Refusal(
            _(
                "There is no rate of exchange from {base} to {quoted} for {month}: enter it with its source at Rates."
            ).format(base=row.currency, quoted=code, month=f"{day:%Y-%m}"),
            field="currency",
        )
    amount = from_minor(row.amount, row.currency)
    exact = to_minor(converted(amount, rate=found.rate, currency=code, inverse=found.inverse), code)
    cash = cash_rounded(exact, settings.step(code) if method is Method.CASH else 1)
    row.method, row.paid_currency = method, code
    row.rate, row.rate_source = f"{'1/' if found.inverse else ''}{found.rate:f}", found.source
    row.paid_amount, row.rounding = cash.paid, cash.rounding
    row.received_before = received(lines, code)


def _payee(tx: Tx, row: schema.Payment, official: schema.Sponsorship, basis: Basis) -> schema.Payee:
    """Return who is paid, as it will stand with the receipt whatever changes later."""
    return schema.Payee(
        payment=row.id,
        name=name_of(tx.session, official.participant),
        delegation=tx.session.get_one(schema.Seat, official.seat).delegation,
        shares={share.agency: share.basis_points for share in basis.shares},
    )


def _of(tx: Tx, row: schema.Payment, refusal: Refusal) -> Refusal:
    name = name_of(tx.session, the_sponsorship(tx.session, row.sponsorship).participant)
    return Refusal(_("{name}: {sentence}").format(name=name, sentence=refusal.sentence), field=refusal.field)


def _settle(tx: Tx, row: schema.Payment) -> None:
    row.state, row.settled_by, row.settled_at = PaymentState.SETTLED, tx.author.operator, tx.now


def _against(tx: Tx, row: schema.Payment, reason: str, *, returned: bool) -> schema.Payment:
    return schema.Payment(
        id=tx.new_id(),
        computation=row.computation,
        sponsorship=row.sponsorship,
        state=PaymentState.VOID if returned else PaymentState.RECOVERY_DUE,
        amount=row.amount,
        currency=row.currency,
        method=row.method,
        rate=row.rate,
        rate_source=row.rate_source,
        paid_amount=row.paid_amount,
        paid_currency=row.paid_currency,
        rounding=row.rounding,
        received_before=0,
        approved_by=tx.author.operator,
        approved_at=tx.now,
        paid_by="",
        settled_by="",
        voids=row.id,
        reason=reason,
        number=next_number(tx.session),
        created_at=tx.now,
    )
