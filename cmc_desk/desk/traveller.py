"""One official on a seat: everything that the travel officer sees of them, and the one line that the desk sees."""

from dataclasses import dataclass
from datetime import datetime
from gettext import NullTranslations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.seat_wall import is_unpaid
from cmc_desk.desk.sponsorships import gone, the_sponsorship
from cmc_desk.desk.travel_facts import Official, TravelFacts, besides, travel_facts
from cmc_desk.i18n import chosen_language
from cmc_desk.i18n import texts as texts_of
from cmc_desk.rules.blocks import Blocked, headline, steps, what_blocks, word_of
from cmc_desk.rules.nominations import Replacement, replacement
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.seats import chain, number_of, usual_profile
from cmc_desk.rules.travel_facts import Letter, Seat, Sponsorship, StepState
from cmc_desk.rules.travel_machine import check_travels
from cmc_desk.rules.travel_states import HOLDING, Headline, Step, Travel, Warned
from cmc_desk.rules.travel_warnings import is_late, warnings


@dataclass(frozen=True, slots=True)
class Concern:
    """Something that deserves a look; if it was waived, why, by whom and when."""

    warned: Warned
    waived: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody in the chain of a seat, and how it ended for them."""

    sponsorship: str
    name: str
    state: Sponsorship


@dataclass(frozen=True, slots=True)
class Traveller:
    """An official on a seat with all that is known: the eleven steps, what blocks, warnings, the chain of those before and after.

    `letters` are those of the delegation, `late` tells whether the one that names this official came after the deadline;
    `changed_by` was the last to change anything, and `one.version` is what a command is given that is to notice others.
    `seen_at` is when the desk checked them in, as long as Travel does not know it: the arrival can be recorded of that time.
    """

    one: Sponsorship
    seat: Seat
    person: Official
    delegation: str
    flag: str
    steps: tuple[StepState, ...]
    headline: Headline
    blocked: Blocked | None
    warnings: tuple[Concern, ...]
    chain: tuple[Link, ...]
    letters: tuple[Letter, ...]
    late: bool
    replacement: Replacement
    changed_by: str
    changed_at: datetime
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TravelLine:
    """What a person at the desk must still do at Travel: `step` is the first, `arrived` offers to record that they are here."""

    sponsorship: str
    seat: Seat
    step: StepState | None
    unpaid: bool
    arrived: bool
    version: int


def traveller(session: Session, *, sponsorship: str, now: datetime, texts: NullTranslations | None = None) -> Traveller:
    """Return one official, whether the seat is still theirs or not; raises Refusal if there is no such nomination (any more)."""
    the_sponsorship(session, sponsorship)
    return traveller_from(travel_facts(session), sponsorship, now, texts=texts)


def traveller_from(
    facts: TravelFacts, sponsorship: str, now: datetime, *, texts: NullTranslations | None = None
) -> Traveller:
    """Return one official out of facts that were read already; raises Refusal if there was no such nomination when they were read."""
    one = facts.sponsorships.get(sponsorship)
    if one is None:
        raise gone()
    seat = _seat(facts, one)
    states = steps(one, seat=seat, rules=facts.rules, now=now, texts=texts or texts_of(chosen_language()))
    delegation = facts.delegations[one.delegation]
    changed_by, changed_at = facts.changed[sponsorship]
    return Traveller(
        one=one,
        seat=seat,
        person=facts.people[one.participant],
        delegation=delegation.name,
        flag=delegation.flag,
        steps=states,
        headline=word_of(one, seat, states),
        blocked=what_blocks(one, states, local=seat.local),
        warnings=_warnings(facts, one, seat),
        chain=tuple(
            Link(link.key, facts.people[link.participant].name, link)
            for link in chain(facts.sponsorships.values(), sponsorship)
        ),
        letters=facts.letters.get(one.delegation, ()),
        late=one.letter is not None and is_late(one.letter, facts.rules),
        replacement=replacement(one, facts.costs.get(sponsorship, ())),
        changed_by=changed_by,
        changed_at=changed_at,
        seen_at=_seen(facts, one),
    )


def travel_line(session: Session, *, participant: str, now: datetime) -> TravelLine | None:
    """Return what a participant must still do at Travel, for the card of the desk; None for those who are on no seat."""
    table = schema.Sponsorship
    held = select(table.id).where(table.participant == participant, table.holds_seat == 1)
    key = session.scalars(held.order_by(table.created_at)).first()
    if key is None:
        return None
    facts = travel_facts(session)
    one = facts.sponsorships[key]
    seat = next(seat for seat in facts.seats if seat.sponsorship == key)
    states = steps(one, seat=seat, rules=facts.rules, now=now, texts=texts_of(chosen_language()))
    # Whoever stands at the desk has arrived, whether it is recorded or not.
    asked = [state for state in states if state.step is not Step.ARRIVAL]
    first = headline(asked)
    return TravelLine(
        sponsorship=key,
        seat=seat,
        step=next((state for state in asked if state.step is first), None),
        unpaid=is_unpaid(one, seat),
        arrived=_can_arrive(one),
        version=one.version,
    )


def _can_arrive(one: Sponsorship) -> bool:
    try:
        check_travels(one, Travel.ARRIVED)
    except Refusal:
        return False
    return True


def _seat(facts: TravelFacts, one: Sponsorship) -> Seat:
    found = next((seat for seat in facts.seats if seat.key == one.seat), None)
    # The quota was lowered since: the seat is out of use, but its past can be looked at.
    number = number_of(one.seat)
    return found or Seat(one.seat, one.delegation, number, usual_profile(number), ())


def _seen(facts: TravelFacts, one: Sponsorship) -> datetime | None:
    """Return when the desk has seen an official whose arrival Travel does not know yet."""
    return facts.seen.get(one.participant) if one.nomination in HOLDING and _can_arrive(one) else None


def _warnings(facts: TravelFacts, one: Sponsorship, seat: Seat) -> tuple[Concern, ...]:
    if one.nomination not in HOLDING:
        return ()
    found = warnings(one, seat=seat, beside=besides(facts)[one.key], rules=facts.rules)
    waivers = facts.waivers.get(one.key, {})
    return tuple(
        Concern(warned, row.reason, row.operator, row.at) if (row := waivers.get(warned)) else Concern(warned)
        for warned in found
    )
