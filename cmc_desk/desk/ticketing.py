"""Tickets in the open transaction: held, issued, issued anew and cancelled, with what they cost the agencies of the seat."""

from dataclasses import dataclass
from datetime import datetime

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.costs import Amounts, cost_book, write_cost
from cmc_desk.desk.itineraries import travel_becomes
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.currencies import checked_currency
from cmc_desk.rules.folding import clean
from cmc_desk.rules.instants import between
from cmc_desk.rules.money import read_amount, to_minor
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.ticket_names import LONGEST
from cmc_desk.rules.travel_facts import Itinerary
from cmc_desk.rules.travel_states import CostKind, Travel

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Fare:
    """An amount in minor units of its currency."""

    amount: int
    currency: str


def typed_fare(fare: str, currency: str) -> Fare | None:
    """Return a fare as it was typed, None where none was; raises Refusal."""
    if not fare.strip():
        return None
    code = checked_currency(currency)
    return Fare(to_minor(read_amount(fare, field="fare"), code), code)


def hold(tx: Tx, row: schema.Sponsorship, ours: Itinerary, *, locator: str, until: datetime, fare: Fare | None) -> None:
    """Keep a booking until an instant; its fare is what the ticket is expected to cost."""
    _check_planned(ours)
    if ours.issued_at is not None:
        raise Refusal(_("The ticket was issued already: nothing is on hold any more."), field="hold_until")
    if between(tx.now, until).total_seconds() <= 0:
        raise Refusal(
            _("This hold would be over already: say until when the airline keeps the seats."), field="hold_until"
        )
    travel_becomes(tx, row, Travel.HELD)
    kept = the_itinerary(tx, ours)
    kept.hold_until = until
    _book(kept, locator=locator, fare=fare)
    if fare is not None:
        _expect(tx, row.id, ours, fare)


def issue(
    tx: Tx,
    row: schema.Sponsorship,
    ours: Itinerary,
    *,
    ticket: str,
    name_on_ticket: str,
    locator: str,
    fare: Fare | None,
    issued: datetime | None,
) -> None:
    """Record a ticket on the journey that stands; what it costs is committed by the shares of the seat.

    Without a fare that of the booking counts.
    """
    _check_planned(ours)
    number = clean(ticket)[:_LONGEST]
    if not number:
        raise Refusal(_("The number of the ticket is missing: type what the agency sent."), field="ticket")
    travel_becomes(tx, row, Travel.TICKETED)
    kept = the_itinerary(tx, ours)
    kept.ticket, kept.name_on_ticket = number, clean(name_on_ticket)[:LONGEST] or kept.name_on_ticket
    kept.issued_at, kept.hold_until = issued or tx.now, None
    _book(kept, locator=locator, fare=fare)
    if fare is not None and ours.issued_at is None:
        _expect_no_other_currency(tx, row.id, ours, fare)
    if kept.fare:
        _commit(tx, row.id, Fare(kept.fare, kept.currency))


def correct(
    tx: Tx, row: schema.Sponsorship, ours: Itinerary, *, locator: str, name_on_ticket: str, fare: Fare | None
) -> None:
    """Write down what an agency says of a booking otherwise; the fare of an issued ticket changes what is committed."""
    kept = the_itinerary(tx, ours)
    if fare is not None and fare != Fare(ours.fare or 0, ours.currency):
        if ours.issued_at is not None:
            give_back(tx, row, ours, refund=min(ours.fare or 0, _totals(tx, row.id, ours.currency).committed))
            _commit(tx, row.id, fare)
        else:
            _expect(tx, row.id, ours, fare)
    _book(kept, locator=locator, fare=fare)
    kept.name_on_ticket = clean(name_on_ticket)[:LONGEST] or kept.name_on_ticket


def give_back(tx: Tx, row: schema.Sponsorship, ours: Itinerary, *, refund: int) -> None:
    """Take what comes back for tickets (minor units) out of what is committed; the rest is sunk and stays.

    Raises Refusal if more would come back than all tickets of this official have cost in the currency: after a reissue that is not the
    last fare alone.
    """
    if not refund:
        return
    before = _totals(tx, row.id, ours.currency)
    if refund > before.committed:
        raise Refusal(_("More would come back than the ticket has cost: correct the amount."), field="refund")
    write_cost(
        tx,
        sponsorship=row.id,
        kind=CostKind.TICKET,
        currency=ours.currency,
        estimated=max(0, before.estimated - refund),
        committed=before.committed - refund,
    )


def cancel(tx: Tx, row: schema.Sponsorship, ours: Itinerary, *, reason: str, refund: int) -> None:
    """Cancel a ticket or a booking; what was issued stays on record, and what does not come back stays in the cost.

    The fare is that of no ticket any more: another one costs what is told of it.
    """
    travel_becomes(tx, row, Travel.CANCELLED, reason=reason)
    if not ours.version:
        return
    kept = the_itinerary(tx, ours)
    if ours.issued_at is not None:
        give_back(tx, row, ours, refund=refund)
    else:
        kept.hold_until = None
        if ours.fare:
            # What was only held is not expected any more.
            _expect_what_is_committed(tx, row.id, ours.currency)
    kept.fare = None


def the_itinerary(tx: Tx, ours: Itinerary) -> schema.Itinerary:
    """Return the row of a journey that stands."""
    return tx.session.get_one(schema.Itinerary, ours.key)


def _book(kept: schema.Itinerary, *, locator: str, fare: Fare | None) -> None:
    kept.locator = clean(locator).upper()[:_LONGEST] or kept.locator
    if fare is not None:
        kept.fare, kept.currency = fare.amount, fare.currency


def _expect(tx: Tx, sponsorship: str, ours: Itinerary, fare: Fare) -> None:
    """Let a booking be expected to cost its fare beside what is committed already, in the place of what was expected of it before."""
    _expect_no_other_currency(tx, sponsorship, ours, fare)
    estimated = _totals(tx, sponsorship, fare.currency).committed + fare.amount
    write_cost(tx, sponsorship=sponsorship, kind=CostKind.TICKET, currency=fare.currency, estimated=estimated)


def _expect_no_other_currency(tx: Tx, sponsorship: str, ours: Itinerary, fare: Fare) -> None:
    if ours.fare and ours.currency != fare.currency:
        _expect_what_is_committed(tx, sponsorship, ours.currency)


def _expect_what_is_committed(tx: Tx, sponsorship: str, currency: str) -> None:
    committed = _totals(tx, sponsorship, currency).committed
    write_cost(tx, sponsorship=sponsorship, kind=CostKind.TICKET, currency=currency, estimated=committed)


def _commit(tx: Tx, sponsorship: str, fare: Fare) -> None:
    book = cost_book(tx, (sponsorship,))
    before = book.totals(sponsorship, CostKind.TICKET).get(fare.currency, Amounts())
    committed = before.committed + fare.amount
    write_cost(
        tx,
        sponsorship=sponsorship,
        kind=CostKind.TICKET,
        currency=fare.currency,
        estimated=max(committed, before.estimated),
        committed=committed,
        book=book,
    )


def _check_planned(ours: Itinerary) -> None:
    if not ours.legs:
        raise Refusal(_("No flights are planned for this official yet: enter the journey first."), field="legs")


def _totals(tx: Tx, sponsorship: str, currency: str) -> Amounts:
    """Return what tickets of an official cost in a currency, by what is written so far."""
    return cost_book(tx, (sponsorship,)).totals(sponsorship, CostKind.TICKET).get(currency, Amounts())
