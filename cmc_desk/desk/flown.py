"""Legs that were flown, in the open transaction: marked by hand or by the bar code of a boarding pass."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.itineraries import NONE, travel_becomes
from cmc_desk.desk.itinerary_facts import itineraries_of
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.passengers import passengers
from cmc_desk.desk.sponsorships import name_of as name_of_person
from cmc_desk.desk.sponsorships import the_sponsorship, touch
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.boarding_pass import BoardedLeg, flown_on, read_boarding_pass
from cmc_desk.rules.journeys import name_of
from cmc_desk.rules.passenger_names import PassengerIndex
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Itinerary, Leg
from cmc_desk.rules.travel_states import Direction, Travel


@dataclass(frozen=True, slots=True)
class Flown:
    """Legs that are marked flown now, and those that were before; `name` is whose they are."""

    sponsorship: str
    participant: str
    name: str
    legs: tuple[str, ...]
    already: tuple[str, ...] = ()


def scanned(tx: Tx, text: str) -> Flown:
    """Mark what a boarding pass proves; see `journeys.scan_boarding_pass`."""
    found = read_boarding_pass(text)
    index = PassengerIndex(passengers(tx.session, by_name=True))
    people = index.whose(found.name, locator=found.legs[0].locator, cut=found.cut)
    if not people:
        raise Refusal(_("This boarding pass is of nobody who has a financed seat here."), field="text")
    near = tx.remembered.ask(tx.session, meeting).days[0]
    journeys = itineraries_of(tx.session, schema.Sponsorship.id.in_([one.key for one in people]))
    fitting = [
        (one.key, legs)
        for one in people
        if (legs := [_leg_on(boarded, journeys.get(one.key), near) for boarded in found.legs]) and None not in legs
    ]
    if not fitting:
        first = found.legs[0]
        raise Refusal(
            _(
                "This boarding pass is for {flight} from {origin} to {destination} on {day}, which is in no journey of this official: enter the flight first."
            ).format(
                flight=f"{first.carrier} {first.number}",
                origin=first.origin,
                destination=first.destination,
                day=flown_on(first.day, near),
            ),
            field="text",
        )
    if len(fitting) > 1:
        raise Refusal(
            _("Several officials could be meant: mark the leg at the one whose boarding pass this is."), field="text"
        )
    key, matched = fitting[0]
    row = the_sponsorship(tx.session, key)
    keys = [leg.key for leg in matched if leg is not None]
    return mark(tx, row, journeys.get(key, NONE), keys, evidence=text.strip())


def mark(tx: Tx, row: schema.Sponsorship, ours: Itinerary, keys: Sequence[str], *, evidence: str) -> Flown:
    """Mark legs of a journey flown, and let its state follow: on the way, or back home."""
    known = {leg.key: leg for leg in ours.legs}
    done, already = [], []
    for key in keys:
        leg = known.get(key)
        if leg is None:
            raise Refusal(_("This leg is not in the journey any more: look at it again."), field="leg")
        if leg.flown_at is not None:
            already.append(name_of(leg))
            continue
        if leg.departs > tx.now:
            raise Refusal(
                _("{leg} has not left yet: a boarding pass proves a flight only afterwards.").format(leg=name_of(leg)),
                field="leg",
            )
        kept = tx.session.get_one(schema.Leg, key)
        kept.flown_at = tx.now
        kept.evidence = evidence
        kept.evidence_digest = hashlib.sha256(evidence.encode()).hexdigest() if evidence else ""
        done.append(leg)
    _let_state_follow(tx, row, ours, done)
    if done:
        touch(tx, row)
    return Flown(
        sponsorship=row.id,
        participant=row.participant,
        name=name_of_person(tx.session, row.participant),
        legs=tuple(name_of(leg) for leg in done),
        already=tuple(already),
    )


def _let_state_follow(tx: Tx, row: schema.Sponsorship, ours: Itinerary, done: Sequence[Leg]) -> None:
    flown = {leg.key for leg in done} | {leg.key for leg in ours.legs if leg.flown_at is not None}
    back = [leg for leg in ours.legs if leg.direction is Direction.BACK]
    if row.travel is Travel.TICKETED and any(leg.direction is Direction.OUT for leg in done):
        travel_becomes(tx, row, Travel.TRAVELLED_OUT)
    # Whoever flies home without having arrived is for people to judge: the state waits for them.
    if row.travel is Travel.ARRIVED and back and done and all(leg.key in flown for leg in back):
        travel_becomes(tx, row, Travel.TRAVELLED_BACK)


def _leg_on(boarded: BoardedLeg, itinerary: Itinerary | None, near: date) -> Leg | None:
    """Return the leg of a journey that a boarding pass is for: by its way and day, because a partner airline prints another number.

    Another number of the same airline is another flight.
    """
    day = flown_on(boarded.day, near)
    legs = [
        leg
        for leg in (itinerary.legs if itinerary is not None else ())
        if (leg.origin, leg.destination, leg.departs.date()) == (boarded.origin, boarded.destination, day)
        and (leg.carrier != boarded.carrier or leg.number == boarded.number)
    ]
    same = [leg for leg in legs if (leg.carrier, leg.number) == (boarded.carrier, boarded.number)]
    return next(iter(same or legs), None)
