"""The seats of the meeting as the wall shows them. No Qt."""

from collections.abc import Mapping, Sequence

from cmc_desk.desk.seat_wall import SeatWall, WallRow, WallSeat
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import WHOLE
from cmc_desk.ui.travel.tiles import Block, Stripe, Tile


def blocks_of(wall: SeatWall, looks: Mapping[str, Stripe]) -> tuple[Block, ...]:
    """Return the delegations with their seats; `looks` are the stripes of the agencies."""
    return tuple(_block(row, looks) for row in wall.rows)


def stripes_of(shares: Sequence[Share], looks: Mapping[str, Stripe]) -> tuple[Stripe, ...]:
    """Return the stripes of a seat, each as high as its agency's share."""
    found = (looks.get(share.agency, Stripe(share.agency, "slate", broken=False)) for share in shares)
    return tuple(
        Stripe(stripe.agency, stripe.tone, stripe.broken, share.basis_points / WHOLE)
        for stripe, share in zip(found, shares, strict=True)
    )


def wall_words(wall: SeatWall) -> str:
    """Return how many seats there are: 46 funded seats, 23 delegations, and the host."""
    financed = [row for row in wall.rows if not row.local]
    seats = ngettext("{number} funded seat", "{number} funded seats", wall.financed).format(number=wall.financed)
    delegations = ngettext("{number} delegation", "{number} delegations", len(financed)).format(number=len(financed))
    if wall.local:
        return _("{seats}, {delegations}, and the host").format(seats=seats, delegations=delegations)
    return _("{seats}, {delegations}").format(seats=seats, delegations=delegations)


def _block(row: WallRow, looks: Mapping[str, Stripe]) -> Block:
    return Block(row.delegation, row.name, row.flag or row.delegation, tuple(_tile(seat, looks) for seat in row.seats))


def _tile(seat: WallSeat, looks: Mapping[str, Stripe]) -> Tile:
    return Tile(
        key=seat.seat.key,
        delegation=seat.seat.delegation,
        number=seat.seat.number,
        headline=seat.headline,
        standing=seat.urgency,
        sponsorship=seat.sponsorship,
        name=seat.name,
        surname=seat.family_name,
        stripes=stripes_of(seat.seat.shares, looks),
        warned=len(seat.warnings),
        arrives_today=seat.arrives_today,
        unpaid=seat.unpaid,
        why=seat.step.why if seat.step is not None else "",
        profile=seat.seat.profile,
    )
