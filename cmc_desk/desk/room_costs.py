"""What the rooms of the sponsored officials cost: by the price of a night, and from then on by how many nights are booked."""

from sqlalchemy import func, select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.costs import write_cost
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.currencies import checked_currency
from cmc_desk.rules.money import read_amount, to_minor
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import CostKind


@command("travel.price_rooms")
def price_rooms(tx: Tx, *, price: str, currency: str, hotel: str = "") -> int:
    """Commit what every booked night costs (in one `hotel`, or in whichever), as the price is typed; return how many nights it is for.

    Raises Refusal if no night is booked there.
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
    booked = tx.session.execute(query.where(table.hotel == hotel) if hotel else query).all()
    if not booked:
        raise Refusal(
            _("No night is booked in “{hotel}”.").format(hotel=hotel) if hotel else _("No night is booked yet."),
            field="hotel",
        )
    for sponsorship, nights in booked:
        cost = nights * night
        write_cost(tx, sponsorship=sponsorship, kind=CostKind.HOTEL, currency=code, estimated=cost, committed=cost)
    return sum(nights for _sponsorship, nights in booked)


def let_cost_follow(tx: Tx, sponsorship: str, *, before: int, after: int) -> None:
    """Let what is committed for the rooms of an official follow when there are more or fewer nights than before, at the same price.

    What the hotel has billed is known better: it stays. Where no price was ever said there is nothing to follow.
    """
    if not before or before == after:
        return
    table = schema.CostLine
    query = (
        select(table.currency, func.sum(table.estimated), func.sum(table.committed))
        .where(table.sponsorship == sponsorship, table.kind == CostKind.HOTEL)
        .group_by(table.currency)
    )
    for currency, estimated, committed in tx.session.execute(query).all():
        write_cost(
            tx,
            sponsorship=sponsorship,
            kind=CostKind.HOTEL,
            currency=currency,
            estimated=int(estimated) * after // before,
            committed=int(committed) * after // before,
        )
