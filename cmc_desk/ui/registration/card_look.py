"""What the card says of a person: one look, worked out before anything is painted."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from cmc_desk.desk.attendance import Answer, Verdict
from cmc_desk.desk.people import Card
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.people import Capacity, Credentials, InstitutionKind, Status
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.callout import CalloutKind
from cmc_desk.ui.parts.checklist import CheckRow
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.fact_rows import Fact, Piece
from cmc_desk.ui.registration.counting import beside_words
from cmc_desk.ui.registration.rows import member_row, present_of
from cmc_desk.ui.registration.words import ago_words, language_word, time_words, word

State = Literal["expected", "in", "left", "withdrawn", "replaced"]
_LET_IN = (Verdict.CHECKED_IN, Verdict.RETURNED, Verdict.WALK_IN)


@dataclass(frozen=True, slots=True)
class Banner:
    """A callout: how it looks and what it says; without an icon it has the shape of its kind."""

    kind: CalloutKind
    title: str
    second: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class CardLook:
    """A card as it is shown; `note` is the first thing the desk must know, `banner` the state where there is one.

    `photo` is a JPEG.
    """

    state: State
    over: str
    given: str
    family: str
    flag: str
    delegation: str
    title: str
    banner: Banner | None
    note: Banner | None
    facts: tuple[Fact, ...]
    to_verify: bool
    presence: str
    members: tuple[CheckRow, ...]
    whole: bool
    photo: bytes | None = None


def look_of(facts: Facts, card: Card, now: datetime, answer: Answer | None) -> CardLook:
    """Return the look of a card; `answer` is what the last act at this desk came to, if it was about this person."""
    person = card.person
    given, family = (person.given_name, person.family_name) if person.family_name else ("", person.given_name)
    here, expected = present_of(card.members)
    state = state_of_card(card)
    if state != "withdrawn" and state != "replaced":
        here, expected = here + (state == "in"), expected + 1
    return CardLook(
        state=state,
        over=" · ".join(part for part in (person.salutation, language_word(person.language)) if part),
        given=given,
        family=family,
        flag=facts.flag(person.delegation),
        delegation=facts.delegation_name(person.delegation),
        title=person.functional_title,
        banner=_banner(facts, card, state, now, answer),
        note=_note(facts, card, now),
        facts=(*_facts(facts, card, now), *_beside(facts, answer)),
        to_verify=person.credentials is Credentials.TO_VERIFY,
        presence=_("{here} of {expected} present").format(here=here, expected=expected),
        members=tuple(member_row(facts, hit, now) for hit in card.members),
        whole=expected > here and bool(card.members),
        photo=card.photo,
    )


def state_of_card(card: Card) -> State:
    """Return where a person stands at the session that the card was read for."""
    if card.person.status is Status.WITHDRAWN:
        return "withdrawn"
    if card.person.status is Status.REPLACED:
        return "replaced"
    if card.arrival is None:
        return "expected"
    return "in" if card.arrival.left_at is None else "left"


def _banner(facts: Facts, card: Card, state: State, now: datetime, answer: Answer | None) -> Banner | None:
    if state == "withdrawn":
        return Banner("coral", _("Not coming: withdrawn"), _("By the delegation. Do not check in: ask the organiser."))
    if state == "replaced":
        sentence = _("Somebody else comes in this person's place. Ask the organiser.")
        return Banner("coral", _("Replaced by somebody else"), sentence, "disc-minus")
    if answer is not None and answer.verdict is Verdict.REVOKED and answer.first_at is not None:
        title = _("Old badge, replaced {time} at {station}").format(
            time=time_words(facts, answer.first_at, now), station=answer.first_station
        )
        return Banner("amber", title, _("Ask for the new badge, or check in by name."), "registration")
    if card.arrival is None:
        return None
    arrival = card.arrival
    at, station = time_words(facts, arrival.at, now), arrival.station
    if arrival.left_at is not None:
        title = _("Left {time}").format(time=time_words(facts, arrival.left_at, now))
        second = _("Arrived {time} at {station}, recorded by {operator}")
        return Banner("lagoon", title, second.format(time=at, station=station, operator=arrival.operator), "circle")
    second = _("{ago} by {operator}").format(ago=ago_words(arrival.at, now), operator=arrival.operator)
    if answer is not None and answer.verdict in _LET_IN:
        title = _("Came back, first in {time}") if answer.verdict is Verdict.RETURNED else _("Checked in {time}")
        return Banner("leaf", _("{title} at {station}").format(title=title.format(time=at), station=station), second)
    title = _("Already checked in {time} at {station}").format(time=at, station=station)
    return Banner("amber", title, second)


def _note(facts: Facts, card: Card, now: datetime) -> Banner | None:
    if not card.notes:
        return None
    note, more = card.notes[0], len(card.notes) - 1
    left = _("Left by {operator}, {time}").format(operator=note.left_by, time=time_words(facts, note.left_at, now))
    if more:
        left += " · " + ngettext("{number} more note", "{number} more notes", more).format(number=more)
    return Banner("amber", note.body, left, "pin")


def _facts(facts: Facts, card: Card, now: datetime) -> tuple[Fact, ...]:
    person, plan = card.person, facts.category(card.category)
    category: list[Piece] = [ChipLook(plan.name if plan else word(person.capacity), "info", "user")]
    if person.capacity is Capacity.HEAD and (not plan or plan.name != word(person.capacity)):
        category.append(word(person.capacity))
    if card.walk_in:
        category.append(ChipLook(_("Walk-in"), "walkin"))
    institution: list[Piece] = [person.institution] if person.institution else []
    if person.institution_kind is not InstitutionKind.OTHER:
        institution.append(ChipLook(word(person.institution_kind), "outline"))
    found = [Fact(_("Category"), tuple(category))]
    if institution:
        found.append(Fact(_("Institution"), tuple(institution)))
    found.append(Fact(_("Badge"), _badge(facts, card, now)))
    if person.credentials is Credentials.VERIFIED:
        found.append(Fact(_("Credentials"), (ChipLook(_("Verified"), "good"),)))
    return tuple(found)


def _beside(facts: Facts, answer: Answer | None) -> tuple[Fact, ...]:
    """Return what runs in other rooms, where the check-in had to choose one."""
    words = beside_words(facts, answer) if answer is not None else ""
    if not words:
        return ()
    return (Fact(_("Also runs"), (ChipLook(words, "warning"), _("Alt+S if that is meant"))),)


def _badge(facts: Facts, card: Card, now: datetime) -> tuple[Piece, ...]:
    badge = card.badge
    if badge.printed_at is not None:
        look = ChipLook(_("Printed {time}").format(time=time_words(facts, badge.printed_at, now)), "info", "print")
    elif badge.queued_at is not None:
        time = time_words(facts, badge.queued_at, now)
        look = ChipLook(_("Queued for printing since {time}").format(time=time), "half")
    else:
        look = ChipLook(_("Not printed yet"), "notyet")
    pieces: list[Piece] = [look]
    if badge.replaces:
        words = ngettext("replaced once", "replaced {number} times", badge.replaces)
        pieces.append(words.format(number=badge.replaces))
    return tuple(pieces)
