"""Rooms that two officials share: said of both at once, so that the hotel never reads it of one alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.itineraries import the_holder, write_nights
from cmc_desk.desk.passengers import passengers
from cmc_desk.desk.rooms import Booked, put_nights
from cmc_desk.desk.sponsorships import touch
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.passengers import Passenger
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.shared_rooms import Room, read_room
from cmc_desk.rules.travel_facts import Night


@command("travel.put_shared_nights")
def put_shared_nights(tx: Tx, *, sponsorship: str, nights: list[Night], mate: str = "", version: int = 0) -> Booked:
    """Write the nights of an official as `put_nights` does, in a room shared with the official of sponsorship `mate`, or with nobody.

    Raises Refusal if the two have no night in common in that hotel.
    """
    people = {one.key: one for one in passengers(tx.session)}
    me, other = people.get(sponsorship), people.get(mate)
    if mate and (other is None or mate == sponsorship):
        raise Refusal(_("With whom is it shared? Choose somebody who holds a seat."), field="mate")
    name = _name(other) if other is not None else ""
    booked = put_nights(
        tx,
        sponsorship=sponsorship,
        nights=[replace(night, room=replace(read_room(night.room), mate=name).line) for night in nights],
        version=version,
    )
    if me is None:
        return booked
    mine = {(night.date, night.hotel): read_room(night.room) for night in nights}
    if other is not None and not any((night.date, night.hotel) in mine for night in other.nights):
        raise Refusal(_("They have no night in common in this hotel: book the other's room first."), field="mate")
    for one in people.values():
        if one.key != sponsorship:
            _tell(tx, one, [_with(night, mine if one is other else {}, _name(me)) for night in one.nights])
    return booked


def _with(night: Night, shared: Mapping[tuple[date, str], Room], name: str) -> Night:
    """Return a night of somebody else as it is now: in the shared room, or no longer with whoever is called `name`."""
    room = shared.get((night.date, night.hotel))
    if room is not None:
        return replace(night, room=replace(room, mate=name).line)
    before = read_room(night.room)
    return replace(night, room=replace(before, mate="").line) if before.mate == name else night


def _tell(tx: Tx, one: Passenger, nights: Sequence[Night]) -> None:
    """Write the nights of somebody else, if they are others than before."""
    if tuple(nights) != tuple(one.nights):
        row = the_holder(tx, one.key)
        write_nights(tx, one.key, nights)
        touch(tx, row)


def _name(one: Passenger) -> str:
    return f"{one.given_name} {one.family_name}".strip()
