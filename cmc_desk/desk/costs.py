"""What sponsored travel costs: estimated, committed, actual and paid, by agency and currency; it outlives a replacement."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.allowance_basis import shares_of_seats
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.payment_rows import the_sponsorship
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.cost_shares import split
from cmc_desk.rules.currencies import checked_currency
from cmc_desk.rules.money import read_amount, to_minor
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import CostKind, PaymentState

BY_PAYMENTS = frozenset({CostKind.ALLOWANCE, CostKind.TERMINALS})


@dataclass(frozen=True, slots=True)
class Amounts:
    """The four amounts of a cost, in minor units."""

    estimated: int = 0
    committed: int = 0
    actual: int = 0
    paid: int = 0

    def __add__(self, other: "Amounts") -> "Amounts":
        return Amounts(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Amounts)))


@dataclass(frozen=True, slots=True)
class CostRow:
    """What one kind of cost comes to for an agency in a currency; `expected` is, of each official, actual, else committed, else estimated."""

    agency: str
    kind: CostKind
    currency: str
    amounts: Amounts
    expected: int


@command("travel.set_cost")
def set_cost(
    tx: Tx,
    *,
    sponsorship: str,
    kind: CostKind,
    currency: str,
    estimated: str | None = None,
    committed: str | None = None,
    actual: str | None = None,
    paid: str | None = None,
    note: str = "",
) -> None:
    """Write what a sponsorship costs, as amounts are typed; those that are not given stay. The agencies bear it by their shares.

    Raises Refusal for allowances and terminals, which follow from their payments, and for a seat that no agency bears.
    """
    if CostKind(kind) in BY_PAYMENTS:
        raise Refusal(_("Allowances follow from their payments: nothing is entered by hand."), field="kind")
    code = checked_currency(currency)
    typed = {"estimated": estimated, "committed": committed, "actual": actual, "paid": paid}
    given = {name: to_minor(read_amount(text, field=name), code) for name, text in typed.items() if text is not None}
    write_cost(tx, sponsorship=sponsorship, kind=CostKind(kind), currency=code, note=note, **given)


def write_cost(
    tx: Tx,
    *,
    sponsorship: str,
    kind: CostKind,
    currency: str,
    estimated: int | None = None,
    committed: int | None = None,
    actual: int | None = None,
    paid: int | None = None,
    note: str = "",
) -> None:
    """Write totals (minor units) of a cost in the open transaction, each borne by the agencies of the seat; None stays as it is."""
    tx.session.flush()
    rows = _rows(tx.session, sponsorship, kind, currency)
    given = {"estimated": estimated, "committed": committed, "actual": actual, "paid": paid}
    totals = {
        name: sum(getattr(row, name) for row in rows.values()) if value is None else value
        for name, value in given.items()
    }
    shares = _shares(tx.session, sponsorship)
    parts = {name: split(total, shares) for name, total in totals.items()}
    for agency in dict.fromkeys((*rows, *(share.agency for share in shares))):
        row = rows.get(agency)
        if row is None:
            row = schema.CostLine(
                id=tx.new_id(), sponsorship=sponsorship, agency=agency, kind=kind, currency=currency, note=""
            )
            tx.session.add(row)
        for name, by_agency in parts.items():
            setattr(row, name, by_agency.get(agency, 0))
        row.note = note or row.note
    tx.session.flush()


def refresh_allowance_cost(tx: Tx, sponsorship: str) -> None:
    """Let the cost of an allowance follow from its computations and payments, in the open transaction."""
    tx.session.flush()
    totals: dict[tuple[CostKind, str], Amounts] = {
        (row.kind, row.currency): Amounts()
        for row in tx.session.scalars(
            select(schema.CostLine).where(
                schema.CostLine.sponsorship == sponsorship, schema.CostLine.kind.in_(BY_PAYMENTS)
            )
        )
    }
    query = (
        select(schema.Payment, schema.Computation)
        .join(schema.Computation, schema.Computation.id == schema.Payment.computation)
        .where(schema.Payment.sponsorship == sponsorship)
        .order_by(schema.Payment.number)
    )
    lines = tx.session.execute(query).all()
    against = {payment.voids: payment.state for payment, _computation in lines if payment.voids}
    for payment, computation in lines:
        if payment.voids or payment.state is PaymentState.VOID:
            continue
        for kind, amount in (
            (CostKind.ALLOWANCE, computation.net - computation.terminals),
            (CostKind.TERMINALS, computation.terminals),
        ):
            if amount or (kind, computation.currency) in totals:
                before = totals.get((kind, computation.currency), Amounts())
                totals[kind, computation.currency] = before + _of_line(payment, amount, against.get(payment.id))
    for (kind, currency), amounts in totals.items():
        write_cost(
            tx,
            sponsorship=sponsorship,
            kind=kind,
            currency=currency,
            estimated=amounts.estimated,
            committed=amounts.committed,
            actual=amounts.actual,
            paid=amounts.paid,
        )


def cost_rows(session: Session, *, sponsorship: str = "") -> tuple[CostRow, ...]:
    """Return what each agency bears of each kind of cost in each currency, of all officials or of one."""
    table = schema.CostLine
    sums = (func.sum(table.estimated), func.sum(table.committed), func.sum(table.actual), func.sum(table.paid))
    known = case((table.actual > 0, table.actual), (table.committed > 0, table.committed), else_=table.estimated)
    query = (
        select(table.agency, table.kind, table.currency, func.sum(known), *sums)
        .group_by(table.agency, table.kind, table.currency)
        .order_by(table.agency, table.kind, table.currency)
    )
    if sponsorship:
        query = query.where(table.sponsorship == sponsorship)
    return tuple(
        CostRow(agency, kind, currency, Amounts(*(int(value) for value in amounts)), int(expected))
        for agency, kind, currency, expected, *amounts in session.execute(query)
    )


def sunk_costs(session: Session, *, sponsorship: str) -> dict[str, int]:
    """Return what an official has cost already and stays in the cost whoever comes instead, by currency.

    Tickets, rooms and other things count from when they are committed, an allowance once it is paid.
    """
    found: dict[str, int] = {}
    for row in cost_rows(session, sponsorship=sponsorship):
        amounts = row.amounts
        sunk = amounts.paid if row.kind in BY_PAYMENTS else amounts.actual or amounts.committed
        if sunk:
            found[row.currency] = found.get(row.currency, 0) + sunk
    return dict(sorted(found.items()))


def _of_line(payment: schema.Payment, amount: int, corrected: PaymentState | None) -> Amounts:
    """Return what a line contributes: one that was corrected counts as paid while the money has not come back."""
    if corrected is not None:
        out = amount if corrected is PaymentState.RECOVERY_DUE else 0
        return Amounts(actual=out, paid=out)
    committed = 0 if payment.state is PaymentState.COMPUTED else amount
    paid = 0 if payment.receipt is None else amount
    return Amounts(estimated=amount, committed=committed, actual=paid, paid=paid)


def _shares(session: Session, sponsorship: str) -> Sequence[Share]:
    seat = the_sponsorship(session, sponsorship).seat
    shares = shares_of_seats(session, seat).get(seat, ())
    if not shares:
        raise Refusal(_("No agency bears this seat: settle its shares first."), field="shares")
    return shares


def _rows(session: Session, sponsorship: str, kind: CostKind, currency: str) -> dict[str, schema.CostLine]:
    table = schema.CostLine
    query = select(table).where(table.sponsorship == sponsorship, table.kind == kind, table.currency == currency)
    return {row.agency: row for row in session.scalars(query.order_by(table.agency))}
