"""The rows of the seats follow the quota of a delegation: added where it grows, taken away where it shrinks, kept where they have a past."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.founded_seats import usual_seat
from cmc_desk.desk.sponsorships import name_of
from cmc_desk.desk.travel_settings import agencies, is_local
from cmc_desk.rules.seats import check_quota, seat_key, seats_of
from cmc_desk.rules.travel_facts import Seat


def seats_follow(session: Session, row: schema.Delegation, *, quota: int) -> None:
    """Give a delegation this quota, and the seats that follow from it and from whether it is financed.

    Raises Refusal if a seat that would go is held. The order matters: the triggers of the file look at every row.
    """
    wanted = seats_of(row.eligibility, quota)
    rows = {seat.number: seat for seat in session.scalars(select(schema.Seat).where(schema.Seat.delegation == row.id))}
    holders = {
        one.seat: one
        for one in session.scalars(
            select(schema.Sponsorship)
            .join(schema.Seat, schema.Seat.id == schema.Sponsorship.seat)
            .where(schema.Seat.delegation == row.id, schema.Sponsorship.holds_seat == 1)
        )
    }
    facts = [
        Seat(
            seat.id,
            row.id,
            seat.number,
            seat.profile,
            (),
            sponsorship=holders[seat.id].id if seat.id in holders else "",
        )
        for seat in rows.values()
    ]
    check_quota(wanted, facts, {one.id: name_of(session, one.participant) for one in holders.values()})
    for number, seat in rows.items():
        if number > wanted:
            _take_away(session, seat)
    if row.quota != quota:
        row.quota = quota
    session.flush()
    for number in range(1, wanted + 1):
        if number not in rows:
            _add(session, row, number)
    session.flush()


def remove_seats(session: Session, delegation: str) -> None:
    """Take away the seats of a delegation that is removed; nobody was ever on them."""
    for seat in session.scalars(select(schema.Seat).where(schema.Seat.delegation == delegation)):
        _take_away(session, seat)
    session.flush()


def _add(session: Session, row: schema.Delegation, number: int) -> None:
    host = session.scalars(select(schema.Meeting.host_delegation)).one()
    keys = tuple(agency.key for agency in agencies(session))
    usual = usual_seat(number, keys, local=is_local(row.id, row.eligibility, host=host))
    seat = schema.Seat(
        id=seat_key(row.id, number), delegation=row.id, number=number, profile=usual.profile, planned=dict(usual.shares)
    )
    session.add(seat)
    session.flush()
    session.add_all(
        schema.SeatShare(seat=seat.id, agency=agency, basis_points=basis_points)
        for agency, basis_points in usual.shares
    )


def _take_away(session: Session, seat: schema.Seat) -> None:
    """Take a seat away on which nobody ever was; one with a past stays, out of sight, and nobody can be put on it."""
    if session.scalar(select(schema.Sponsorship.id).where(schema.Sponsorship.seat == seat.id).limit(1)) is not None:
        return
    for share in session.scalars(select(schema.SeatShare).where(schema.SeatShare.seat == seat.id)):
        session.delete(share)
    session.flush()
    session.delete(seat)
    session.flush()
