"""What the rooms of the sponsored officials cost: by the price of a night, and from then on by how many nights are booked.

A night that the traveller pays costs the agencies nothing.
"""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.costs import Amounts, CostBook, cost_book, write
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.cost_shares import after_nights
from cmc_desk.rules.currencies import checked_currency
from cmc_desk.rules.money import read_amount, to_minor
from cmc_desk.rules.provided import own_expense
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import CostKind

_ONLY = 1


@command("travel.price_rooms")
def price_rooms(tx: Tx, *, price: str, currency: str) -> int:
    """Commit what every booked night costs, as the price is typed, and return how many nights it is for.

    Whatever was committed by an earlier price is not any more, in whichever currency it was. Raises Refusal if no night is booked.
    """
    code = checked_currency(currency)
    each = to_minor(read_amount(price, field="price"), code)
    booked = _booked(tx)
    if not sum(booked.values()):
        raise Refusal(_("No night is booked yet."), field="price")
    kept = tx.session.get(schema.RoomPrice, _ONLY)
    if kept is None:
        tx.session.add(schema.RoomPrice(id=_ONLY, amount=each, currency=code))
    else:
        kept.amount, kept.currency = each, code
    book = cost_book(tx, booked)
    for sponsorship, nights in booked.items():
        known = book.totals(sponsorship, CostKind.HOTEL)
        for other in known.keys() - {code}:
            _commit(tx, book, sponsorship, other, 0, 0)
        if nights or code in known:
            _commit(tx, book, sponsorship, code, nights * each, nights * each)
    tx.session.flush()
    return sum(booked.values())


def let_costs_follow(tx: Tx, changed: Mapping[str, tuple[int, int]]) -> None:
    """Let what is committed for rooms follow: of each official how many nights the agencies paid before, and how many now.

    More or fewer nights cost the same each; a first room costs what the hotel takes. What was billed is known better: it stays.
    """
    moved = {sponsorship: nights for sponsorship, nights in changed.items() if nights[0] != nights[1]}
    if not moved:
        return
    book, price = cost_book(tx, moved), tx.session.get(schema.RoomPrice, _ONLY)
    for sponsorship, (before, after) in moved.items():
        # The rooms of the host, whose seats no agency bears, are not theirs to pay.
        if book.shares[sponsorship]:
            _follow(tx, book, sponsorship, before, after, price)
    tx.session.flush()


def _follow(tx: Tx, book: CostBook, sponsorship: str, before: int, after: int, price: schema.RoomPrice | None) -> None:
    totals = book.totals(sponsorship, CostKind.HOTEL)
    known = {currency: one for currency, one in totals.items() if one.estimated or one.committed}
    if before:
        for currency, one in known.items():
            each = price.amount if price is not None and price.currency == currency else None
            estimated = after_nights(one.estimated, before=before, after=after, each=each)
            committed = after_nights(one.committed, before=before, after=after, each=each)
            _commit(tx, book, sponsorship, currency, estimated, committed)
    elif price is not None and not known:
        _commit(tx, book, sponsorship, price.currency, after * price.amount, after * price.amount)


def _commit(tx: Tx, book: CostBook, sponsorship: str, currency: str, estimated: int, committed: int) -> None:
    before = book.totals(sponsorship, CostKind.HOTEL).get(currency, Amounts())
    after = replace(before, estimated=estimated, committed=committed)
    write(tx, book, sponsorship, CostKind.HOTEL, currency, after)


def _booked(tx: Tx) -> dict[str, int]:
    """Return how many nights the agencies pay of each official whose seat they bear and who has a room."""
    table = schema.RoomNight
    query = (
        select(table.sponsorship, table.paid_by)
        .join(schema.Sponsorship, schema.Sponsorship.id == table.sponsorship)
        .where(schema.Sponsorship.seat.in_(select(schema.SeatShare.seat)))
        .order_by(table.sponsorship)
    )
    found: dict[str, int] = {}
    for sponsorship, paid_by in tx.session.execute(query):
        found[sponsorship] = found.get(sponsorship, 0) + (not own_expense(paid_by))
    return found
