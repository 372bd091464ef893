"""What becomes of room and money of an official who gives the seat up: nothing is left behind that somebody could still pay."""

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk.allowance_costs import refresh_allowance_costs
from cmc_desk.desk.command import Tx
from cmc_desk.desk.costs import BY_PAYMENTS, Amounts, cost_book, write_parts
from cmc_desk.desk.itineraries import write_nights
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.payments import OPEN
from cmc_desk.rules.travel_states import PaymentState, Travel


def leave_nothing_due(tx: Tx, row: schema.Sponsorship) -> None:
    """Give the room up, make what is not paid void, and expect no cost any more that is not committed; what is sunk stays.

    The hotel keeps the room of whoever does not come, and charges it; that of others is given up in time.
    """
    if row.travel is not Travel.NO_SHOW:
        write_nights(tx, row.id, [])
    _void_what_is_open(tx, row)
    _expect_nothing_more(tx, row.id)


def _void_what_is_open(tx: Tx, row: schema.Sponsorship) -> None:
    table = schema.Payment
    open_lines = tx.session.scalars(select(table).where(table.sponsorship == row.id, table.state.in_(OPEN))).all()
    for line in open_lines:
        line.state, line.reason = PaymentState.VOID, row.reason or _("The seat was given up.")
    if open_lines:
        refresh_allowance_costs(tx, (row.id,))


def _expect_nothing_more(tx: Tx, sponsorship: str) -> None:
    book = cost_book(tx, (sponsorship,))
    for (_official, kind, currency), rows in tuple(book.rows.items()):
        if kind not in BY_PAYMENTS:
            parts = {
                agency: Amounts(min(row.estimated, row.committed), row.committed, row.actual, row.paid)
                for agency, row in rows.items()
            }
            write_parts(tx, book, sponsorship, kind, currency, parts)
    tx.session.flush()
