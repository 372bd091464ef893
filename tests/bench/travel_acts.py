"""What the acts of travel cost that are done with everybody at once: nobody else can write meanwhile, and the window waits."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from sqlalchemy import select, text

from cmc_desk.db import schema
from cmc_desk.desk import allowances, daily_rates, payments, room_costs, rooms, travel_at_once
from cmc_desk.desk.desk import Desk
from tests.bench.crowd import open_crowd
from tests.bench.measure import Row, at_most, milliseconds
from tests.bench.seats import fill

_OFFICIALS = 400
# The store is locked meanwhile: another station waits at most this long before it says so.
_MOST = 3000


def acts() -> Iterator[Row]:
    """Allowances, approvals, arrivals and rooms of four hundred officials, each in one command."""
    with tempfile.TemporaryDirectory() as folder:
        desk = open_crowd(Path(folder), _OFFICIALS)
        with desk.store.write() as session:
            fill(session)
        desk.do(
            daily_rates.set_rate, place="KIN", since=date(2019, 1, 1), amount="240", currency="USD", source="Sample"
        )
        desk.do(room_costs.price_rooms, price="118", currency="USD")
        with desk.store.read() as session:
            keys = list(session.scalars(select(schema.Sponsorship.id)))
        yield _timed("compute", lambda: desk.do(allowances.compute_allowances))
        lines = _lines(desk)
        assert len(lines) == _OFFICIALS
        yield _timed("approve", lambda: desk.do(payments.approve_payments, payments=lines))
        yield _timed("arrive", lambda: desk.do(travel_at_once.arrive_all, sponsorships=keys))
        with desk.store.write() as session:
            session.execute(text("DELETE FROM room_night"))
        yield _timed("book rooms", lambda: desk.do(rooms.book_stays, sponsorships=keys))
        yield _timed("price rooms", lambda: desk.do(room_costs.price_rooms, price="120", currency="USD"))
        desk.close()


def _lines(desk: Desk) -> tuple[str, ...]:
    with desk.store.read() as session:
        return tuple(session.scalars(select(schema.Payment.id).order_by(schema.Payment.number)))


def _timed(what: str, act: Callable[[], object]) -> Row:
    return at_most(f"{what}, {_OFFICIALS} officials", milliseconds(act), _MOST)
