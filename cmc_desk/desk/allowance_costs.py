"""What the allowances of the sponsored officials cost the agencies follows from computations and payments."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.costs import BY_PAYMENTS, Amounts, cost_book, write, write_parts
from cmc_desk.desk.payment_rows import shares_from
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.cost_shares import split
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import CostKind, PaymentState

_NOTHING = Amounts()


def refresh_allowance_costs(tx: Tx, sponsorships: Collection[str]) -> None:
    """Let what the allowances of some officials cost follow from their computations and payments, in the open transaction.

    What was paid stays with the agencies that bore it then. Raises Refusal if no agency bears a seat.
    """
    book = cost_book(tx, sponsorships)
    parts: dict[tuple[str, CostKind, str], dict[str, Amounts]] = {
        key: {} for key, rows in book.rows.items() if key[1] in BY_PAYMENTS and rows
    }
    query = (
        select(schema.Payment, schema.Computation, schema.Payee.shares)
        .join(schema.Computation, schema.Computation.id == schema.Payment.computation)
        .outerjoin(schema.Payee, schema.Payee.payment == schema.Payment.id)
        .where(schema.Payment.sponsorship.in_(sponsorships))
        .order_by(schema.Payment.number)
    )
    lines = tx.session.execute(query).all()
    against = {payment.voids: payment.state for payment, _computation, _shares in lines if payment.voids}
    for payment, computation, kept in lines:
        if payment.voids or payment.state is PaymentState.VOID:
            continue
        shares = book.shares[payment.sponsorship] if payment.receipt is None else shares_from(kept)
        for kind, amount in (
            (CostKind.ALLOWANCE, computation.net - computation.terminals),
            (CostKind.TERMINALS, computation.terminals),
        ):
            cost = (payment.sponsorship, kind, computation.currency)
            if amount or cost in parts:
                borne = parts.setdefault(cost, {})
                _add(borne, _of_line(payment, amount, against.get(payment.id)), shares)
    for (sponsorship, kind, currency), borne in parts.items():
        write_parts(tx, book, sponsorship, kind, currency, borne)
    tx.session.flush()


def let_shares_tell(tx: Tx, sponsorship: str) -> None:
    """Part what an official costs anew by the shares of the seat, but for what was billed or paid; nothing without shares."""
    book = cost_book(tx, (sponsorship,))
    if not book.shares[sponsorship]:
        return
    for one, kind, currency in tuple(book.rows):
        if kind not in BY_PAYMENTS:
            write(tx, book, one, kind, currency, book.totals(one, kind)[currency])
    refresh_allowance_costs(tx, (sponsorship,))


def _add(borne: dict[str, Amounts], line: Mapping[str, int], shares: Sequence[Share]) -> None:
    if not shares:
        raise Refusal(_("No agency bears this seat: settle its shares first."), field="shares")
    by_agency = {name: split(amount, shares) for name, amount in line.items()}
    for share in shares:
        part = Amounts(**{name: parted[share.agency] for name, parted in by_agency.items()})
        borne[share.agency] = borne.get(share.agency, _NOTHING) + part


def _of_line(payment: schema.Payment, amount: int, corrected: PaymentState | None) -> dict[str, int]:
    """Return what a line contributes: one that was corrected counts as paid while the money has not come back."""
    if corrected is not None:
        return {"actual": amount, "paid": amount} if corrected is PaymentState.RECOVERY_DUE else {}
    committed = 0 if payment.state is PaymentState.COMPUTED else amount
    paid = 0 if payment.receipt is None else amount
    return {"estimated": amount, "committed": committed, "actual": paid, "paid": paid}
