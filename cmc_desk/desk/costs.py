"""What sponsored travel costs: estimated, committed, actual and paid, by agency and currency; it outlives a replacement."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.allowance_basis import shares_of_seats
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.payment_rows import the_sponsorship
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.cost_shares import as_borne, split
from cmc_desk.rules.currencies import checked_currency
from cmc_desk.rules.money import read_amount, to_minor
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import HOLDING, CostKind

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


Cost = tuple[str, CostKind, str]


@dataclass(frozen=True, slots=True)
class CostBook:
    """What the books say of some officials: the rows of each cost (official, kind, currency) by agency, and the shares of the seats.

    `holding` are those who hold their seats.
    """

    rows: dict[Cost, dict[str, schema.CostLine]]
    shares: Mapping[str, Sequence[Share]]
    holding: frozenset[str]

    def totals(self, sponsorship: str, kind: CostKind) -> dict[str, Amounts]:
        """Return what a kind of cost of an official comes to, by currency."""
        return {
            currency: sum((_amounts(row) for row in rows.values()), Amounts())
            for (one, what, currency), rows in self.rows.items()
            if (one, what) == (sponsorship, kind)
        }

    def bearers(self, sponsorship: str, kind: CostKind, currency: str) -> Sequence[Share]:
        """Return how a cost is parted: by the shares of the seat until something was billed or paid, or the seat was given up."""
        parts = {agency: _amounts(row) for agency, row in self.rows.get((sponsorship, kind, currency), {}).items()}
        kept = ("paid", "actual") if sponsorship in self.holding else ("paid", "actual", "committed", "estimated")
        for name in kept:
            stands = {agency: getattr(amounts, name) for agency, amounts in parts.items()}
            if any(stands.values()):
                return as_borne(stands, self.shares[sponsorship])
        return self.shares[sponsorship]


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
    the_sponsorship(tx.session, sponsorship)
    code = checked_currency(currency)
    typed = {"estimated": estimated, "committed": committed, "actual": actual, "paid": paid}
    given = {name: to_minor(read_amount(text, field=name), code) for name, text in typed.items() if text is not None}
    write_cost(tx, sponsorship=sponsorship, kind=CostKind(kind), currency=code, note=note, book=None, **given)


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
    book: "CostBook | None" = None,
) -> None:
    """Write totals (minor units) of a cost in the open transaction, each borne by the agencies of the seat; None stays as it is.

    `book` is what the books say of this official, if that was read already.
    """
    book = book or cost_book(tx, (sponsorship,))
    before = book.totals(sponsorship, kind).get(currency, Amounts())
    given = {"estimated": estimated, "committed": committed, "actual": actual, "paid": paid}
    changed = replace(before, **{name: value for name, value in given.items() if value is not None})
    write(tx, book, sponsorship, kind, currency, changed, note=note)
    tx.session.flush()


def cost_book(tx: Tx, sponsorships: Collection[str]) -> CostBook:
    """Return what the books say of some officials, read at once for whoever writes the costs of many."""
    session, line, official = tx.session, schema.CostLine, schema.Sponsorship
    session.flush()
    rows: dict[Cost, dict[str, schema.CostLine]] = {}
    order = (line.sponsorship, line.kind, line.currency, line.agency)
    for row in session.scalars(select(line).where(line.sponsorship.in_(sponsorships)).order_by(*order)):
        rows.setdefault((row.sponsorship, row.kind, row.currency), {})[row.agency] = row
    query = select(official.id, official.seat, official.nomination).where(official.id.in_(sponsorships))
    seats = session.execute(query).all()
    shares = shares_of_seats(session, seats[0].seat if len(seats) == 1 else "")
    return CostBook(
        rows=rows,
        shares={key: shares.get(seat, ()) for key, seat, _nomination in seats},
        holding=frozenset(key for key, _seat, nomination in seats if nomination in HOLDING),
    )


def write(
    tx: Tx, book: CostBook, sponsorship: str, kind: CostKind, currency: str, totals: Amounts, *, note: str = ""
) -> None:
    """Write what a cost comes to (minor units), each amount parted among the agencies; what is written is flushed by whoever asks.

    What was billed or paid, and whatever an official has cost who gave the seat up, stays with the agencies that bore it, whatever the
    shares of the seat have become. Raises Refusal if no agency bears the seat.
    """
    shares = book.bearers(sponsorship, kind, currency)
    if not shares:
        raise Refusal(_("No agency bears this seat: settle its shares first."), field="shares")
    by_agency = {one.name: split(getattr(totals, one.name), shares) for one in fields(Amounts)}
    parts = {
        share.agency: Amounts(**{name: parted[share.agency] for name, parted in by_agency.items()}) for share in shares
    }
    write_parts(tx, book, sponsorship, kind, currency, parts, note=note)


def write_parts(
    tx: Tx,
    book: CostBook,
    sponsorship: str,
    kind: CostKind,
    currency: str,
    parts: Mapping[str, Amounts],
    *,
    note: str = "",
) -> None:
    """Write what each agency bears of a cost; an agency that is not named bears nothing of it."""
    rows = book.rows.setdefault((sponsorship, kind, currency), {})
    for agency in dict.fromkeys((*rows, *parts)):
        row = rows.get(agency)
        if row is None:
            row = rows[agency] = schema.CostLine(
                id=tx.new_id(), sponsorship=sponsorship, agency=agency, kind=kind, currency=currency, note=""
            )
            tx.session.add(row)
        amounts = parts.get(agency, Amounts())
        row.estimated, row.committed = amounts.estimated, amounts.committed
        row.actual, row.paid = amounts.actual, amounts.paid
        row.note = note or row.note


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


def _amounts(row: schema.CostLine) -> Amounts:
    return Amounts(row.estimated, row.committed, row.actual, row.paid)
