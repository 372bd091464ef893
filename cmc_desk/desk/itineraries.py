"""Itineraries as they are kept: each change of a journey is a new version, and the newest holds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk.airports import airports
from cmc_desk.desk.command import Tx
from cmc_desk.desk.itinerary_facts import itineraries_of, nights_of
from cmc_desk.desk.room_costs import let_costs_follow
from cmc_desk.desk.sponsorships import the_sponsorship
from cmc_desk.desk.travel_facts import as_it_steps
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.flight_change import key_of
from cmc_desk.rules.folding import clean
from cmc_desk.rules.journeys import TypedLeg, legs_of, name_of
from cmc_desk.rules.provided import own_expense
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.rooms import followed
from cmc_desk.rules.stay import stay_nights
from cmc_desk.rules.travel_facts import Itinerary, Leg, Night
from cmc_desk.rules.travel_machine import check_travels
from cmc_desk.rules.travel_states import HOLDING, Travel

NONE = Itinerary("", 0, ())


def standing(tx: Tx, sponsorship: str) -> Itinerary:
    """Return the journey that stands; version 0 if none was planned."""
    tx.session.flush()
    return itineraries_of(tx.session, schema.Sponsorship.id == sponsorship).get(sponsorship, NONE)


def the_holder(tx: Tx, sponsorship: str, *, version: int = 0) -> schema.Sponsorship:
    """Return the row of a sponsorship that holds its seat; raises Refusal if it does not, or if it was changed since `version`."""
    row = the_sponsorship(tx.session, sponsorship, version=version)
    if row.nomination not in HOLDING:
        raise Refusal(_("This official has given the seat up: plan the journey of whoever holds it now."))
    return row


def travel_becomes(tx: Tx, row: schema.Sponsorship, to: Travel, *, reason: str = "") -> None:
    """Change how far the journey has come; raises Refusal if that does not follow from what is recorded."""
    tx.session.flush()
    check_travels(as_it_steps(tx.session, row), to, reason=reason)
    row.travel = to
    if reason:
        row.reason = clean(reason)


def check_based_on(ours: Itinerary, based_on: int) -> None:
    """Raise Refusal if somebody else has changed the journey since its version `based_on` was looked at."""
    if based_on != ours.version:
        raise Refusal(
            _("Somebody else has changed this journey meanwhile (version {number}): look at it again.").format(
                number=ours.version
            )
        )


def write_version(
    tx: Tx, sponsorship: str, typed: Sequence[TypedLeg], *, ours: Itinerary | None = None, anew: bool = False
) -> Itinerary:
    """Write a journey as a new version and return it: ticket and flown legs are those of the version before it, which is `ours`.

    A journey that is planned `anew` has neither, whatever became of the one before. Booked nights follow the stay. Raises Refusal if
    the legs make no journey, or one that was flown is left out.
    """
    before = ours or standing(tx, sponsorship)
    kept = NONE if anew else before
    legs = _with_flown(legs_of(typed, airports()), kept)
    row = schema.Itinerary(
        id=tx.new_id(),
        sponsorship=sponsorship,
        version=before.version + 1,
        locator=kept.locator,
        ticket=kept.ticket,
        name_on_ticket=kept.name_on_ticket,
        fare=kept.fare,
        currency=kept.currency,
        hold_until=kept.hold_until,
        issued_at=kept.issued_at,
        at=tx.now,
    )
    tx.session.add(row)
    tx.session.flush()
    digests = _digests(tx, kept)
    keys = [tx.new_id() for _leg in legs]
    tx.session.add_all(
        schema.Leg(
            id=key,
            itinerary=row.id,
            sequence=leg.sequence,
            direction=leg.direction,
            carrier=leg.carrier,
            number=leg.number,
            origin=leg.origin,
            destination=leg.destination,
            departs=leg.departs,
            arrives=leg.arrives,
            surface=leg.surface,
            flown_at=leg.flown_at,
            evidence=leg.evidence,
            evidence_digest=digests.get(leg.key, ""),
        )
        for key, leg in zip(keys, legs, strict=True)
    )
    tx.session.flush()
    after = replace(
        kept,
        key=row.id,
        version=row.version,
        legs=tuple(replace(leg, key=key) for key, leg in zip(keys, legs, strict=True)),
    )
    let_nights_follow(tx, sponsorship, before, after)
    return after


def let_nights_follow(tx: Tx, sponsorship: str, before: Itinerary, after: Itinerary) -> None:
    """Let the booked nights of a sponsorship follow a journey that changes; where none is booked none comes in."""
    stay = stay_nights(before), stay_nights(after)
    booked = tuple(nights_of(tx.session, schema.Sponsorship.id == sponsorship)[sponsorship])
    if not booked or stay[0] == stay[1]:
        return
    nights = followed(booked, *stay, usual_night(tx))
    if nights != booked:
        write_nights(tx, sponsorship, nights)


def usual_night(tx: Tx) -> Night:
    """Return a night on the terms of the meeting; its date is nobody's yet."""
    return Night(date=tx.now.date(), hotel=travel_rules(tx.session).hotel, room="", breakfast=True, paid_by="")


def write_nights(tx: Tx, sponsorship: str, nights: Sequence[Night]) -> None:
    """Let exactly these nights be booked for an official; see `write_all_nights`."""
    write_all_nights(tx, {sponsorship: nights})


def write_all_nights(tx: Tx, wanted: Mapping[str, Sequence[Night]]) -> None:
    """Let exactly these nights be booked for some officials, and their cost follow, in a few statements however many they are.

    Those that stay are not touched, so that what changed can be taken back.
    """
    tx.session.flush()
    known: dict[str, dict[date, schema.RoomNight]] = {sponsorship: {} for sponsorship in wanted}
    for row in tx.session.scalars(select(schema.RoomNight).where(schema.RoomNight.sponsorship.in_(wanted))):
        known[row.sponsorship][row.night] = row
    changed: dict[str, tuple[int, int]] = {}
    for sponsorship, nights in wanted.items():
        rows = known[sponsorship]
        before = sum(not own_expense(row.paid_by) for row in rows.values())
        changed[sponsorship] = before, sum(not own_expense(night.paid_by) for night in nights)
        for day in sorted(rows.keys() - {night.date for night in nights}):
            tx.session.delete(rows[day])
        for night in nights:
            there = rows.get(night.date)
            if there is None:
                there = schema.RoomNight(sponsorship=sponsorship, night=night.date)
                tx.session.add(there)
            there.hotel, there.room = night.hotel, night.room
            there.breakfast, there.paid_by = night.breakfast, night.paid_by
    let_costs_follow(tx, changed)


def _with_flown(legs: Sequence[Leg], before: Itinerary) -> tuple[Leg, ...]:
    """Return legs with what is known of those that were flown; raises Refusal if one of them is missing."""
    flown = {key_of(leg): leg for leg in before.legs if leg.flown_at is not None}
    marked = []
    for leg in legs:
        done = flown.pop(key_of(leg), None)
        marked.append(
            leg if done is None else replace(leg, key=done.key, flown_at=done.flown_at, evidence=done.evidence)
        )
    for left in flown.values():
        raise Refusal(
            _("{leg} was flown already: it stays in the journey as it is.").format(leg=name_of(left)), field="legs"
        )
    return tuple(marked)


def _digests(tx: Tx, before: Itinerary) -> dict[str, str]:
    keys = [leg.key for leg in before.legs if leg.flown_at is not None]
    rows = (tx.session.get(schema.Leg, key) for key in keys)
    return {row.id: row.evidence_digest for row in rows if row is not None}
