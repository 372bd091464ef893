"""What the rooms of the sponsored officials cost: by the price of a night, and from then on by how many nights are booked."""

from collections.abc import Collection

from sqlalchemy import func, select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.costs import write_cost
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.currencies import checked_currency
from cmc_desk.rules.money import read_amount, to_minor
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Night
from cmc_desk.rules.travel_states import CostKind


@command("travel.price_rooms")
def price_rooms(tx: Tx, *, price: str, currency: str) -> int:
    """Commit what every booked night costs, as the price is typed, and return how many nights it is for.

    Raises Refusal if no night is booked.
    """
    code = checked_currency(currency)
    night = to_minor(read_amount(price, field="price"), code)
    table = schema.RoomNight
    # The rooms of the host, whose seats no agency bears, are not theirs to pay.
    borne = select(schema.SeatShare.seat)
    query = (
        select(table.sponsorship, func.count())
        .join(schema.Sponsorship, schema.Sponsorship.id == table.sponsorship)
        .where(schema.Sponsorship.seat.in_(borne))
        .group_by(table.sponsorship)
        .order_by(table.sponsorship)
    )
    booked = tx.session.execute(query).all()
    if not booked:
        raise Refusal(_("No night is booked yet."), field="price")
    for sponsorship, nights in booked:
        _write(tx, sponsorship, code, nights * night, nights * night)
    return sum(nights for _sponsorship, nights in booked)


def let_cost_follow(tx: Tx, sponsorship: str, *, before: int, nights: Collection[Night]) -> None:
    """Let what is committed for the rooms of an official follow their `nights`, of which there were so many `before`, at the same price.

    A first room costs what all others do, if they cost the same. What the hotel has billed is known better: it stays.
    """
    after = len(nights)
    if before == after:
        return
    tx.session.flush()
    table = schema.CostLine
    query = (
        select(table.currency, func.sum(table.estimated), func.sum(table.committed))
        .where(table.sponsorship == sponsorship, table.kind == CostKind.HOTEL)
        .group_by(table.currency)
    )
    known = tx.session.execute(query).all() if before else ()
    for currency, estimated, committed in known:
        _write(tx, sponsorship, currency, int(estimated) * after // before, int(committed) * after // before)
    if not before:
        for currency, price in _usual_price(tx).items():
            _write(tx, sponsorship, currency, price * after, price * after)


def _write(tx: Tx, sponsorship: str, currency: str, estimated: int, committed: int) -> None:
    write_cost(
        tx,
        sponsorship=sponsorship,
        kind=CostKind.HOTEL,
        currency=currency,
        estimated=estimated,
        committed=committed,
    )


def _usual_price(tx: Tx) -> dict[str, int]:
    """Return what a night costs, by currency; nothing if nobody said it, or if it is not the same for all."""
    line, night = schema.CostLine, schema.RoomNight
    costs = (
        select(line.sponsorship, line.currency, func.sum(line.committed))
        .where(line.kind == CostKind.HOTEL, line.committed > 0)
        .group_by(line.sponsorship, line.currency)
    )
    known = tx.session.execute(costs).all()
    if not known:
        return {}
    counts = select(night.sponsorship, func.count()).group_by(night.sponsorship)
    booked = {sponsorship: int(number) for sponsorship, number in tx.session.execute(counts)}
    prices = {
        (currency, int(committed) // booked[sponsorship])
        for sponsorship, currency, committed in known
        if sponsorship in booked
    }
    return dict(prices) if len(prices) == 1 else {}
