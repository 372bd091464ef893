"""The roll call of a list of speakers: the lot is drawn and kept, and who comes late is called in their place."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.floor_scene import FloorScene, put_in_order, scene_of
from cmc_desk.desk.meeting import as_delegation
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import ZERO, ListOrder
from cmc_desk.rules.floor_kinds import Entry, HostPlace, SpeechKind
from cmc_desk.rules.floor_order import with_new
from cmc_desk.rules.floor_turns import AT_ONCE
from cmc_desk.rules.folding import clean
from cmc_desk.rules.instants import between
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.roll_call import DRAW_BITS, ROLL_LANGUAGES, RollMember, draw_among, drawn, place_in_roll, roll_order

LONGEST_WITNESSES = 250


@dataclass(frozen=True, slots=True)
class Drawn:
    """A lot that was drawn: `number` is the random value in digits, `among` the list that it counts round, both empty if it was drawn by hand."""

    draw: str
    delegation: str
    number: str
    among: tuple[str, ...]


@command("floor.draw")
def draw_roll(
    tx: Tx,
    *,
    topic: str,
    language: str,
    delegation: str = "",
    host: HostPlace = HostPlace.IN_ORDER,
    witnesses: str = "",
) -> Drawn:
    """Sort the statements that wait as a roll call, from a delegation that is drawn by lot here, or was in the room (`delegation`).

    The lot and its list are kept, so that anybody can count after; the same command replayed elsewhere draws the same.
    """
    if language not in ROLL_LANGUAGES:
        raise Refusal(_("A roll is called in English, French or Spanish order: en, fr or es."), field="language")
    found = scene_of(tx.session, topic)
    waits = {one.delegation for one in found.queue if one.kind is SpeechKind.STATEMENT}
    members = [one for one in _members(tx.session, language) if one.delegation in waits]
    at_home = tx.session.scalars(select(schema.Meeting.host_delegation)).one()
    number, among = 0, tuple[str, ...]()
    if not delegation:
        among = draw_among(members, host=at_home, host_place=host)
        number = tx.secret_bits(DRAW_BITS)
        delegation = drawn(number, among)
    elif delegation not in waits:
        raise Refusal(
            _("The lot fell on a delegation that does not wait on this list: put it there first."), field="delegation"
        )
    row = schema.Draw(
        id=tx.new_id(),
        topic=topic,
        delegation=delegation,
        language=language,
        number=str(number),
        among=list(among),
        host=host,
        witnesses=_witnesses(witnesses),
        operator=tx.author.operator,
        station=tx.author.station,
        at=tx.now,
    )
    tx.session.add(row)
    roll = roll_order(members, first=delegation, host=at_home, host_place=host)
    put_in_order(tx.session, found.queue, _in_roll(found.queue, roll))
    tx.session.get_one(schema.Topic, topic).ordered = ListOrder.ROLL
    return Drawn(row.id, delegation, row.number if among else "", among)


def order_with(session: Session, found: FloorScene, new: Entry) -> Sequence[str]:
    """Return those who wait with somebody new in its place; in a roll call that is alphabetical, unless the roll has passed it."""
    queue, draws = found.queue, found.facts.draws
    if new.kind is not SpeechKind.STATEMENT or found.facts.topic.order is not ListOrder.ROLL or not draws:
        return with_new(queue, new, found.facts.topic.order)
    last = draws[-1]
    at_home = session.scalars(select(schema.Meeting.host_delegation)).one()
    roll = roll_order(_members(session, last.language), first=last.delegation, host=at_home or "", host_place=last.host)
    statements = [one for one in queue if one.kind is SpeechKind.STATEMENT]
    since = {
        one.entry.delegation
        for one in found.speeches
        if one.started is not None and between(last.at, one.started) >= ZERO
    }
    place = place_in_roll(new.delegation, roll, [one.delegation for one in statements], since)
    if place is None:
        return with_new(queue, new, ListOrder.ROLL)
    keys = [one.key for one in statements]
    return _in_groups(queue, [*keys[:place], new.key, *keys[place:]])


def _in_roll(queue: Sequence[Entry], roll: Sequence[str]) -> list[str]:
    statements = sorted(
        (one for one in queue if one.kind is SpeechKind.STATEMENT), key=lambda one: roll.index(one.delegation)
    )
    return _in_groups(queue, [one.key for one in statements])


def _in_groups(queue: Sequence[Entry], statements: Sequence[str]) -> list[str]:
    """Return the order of all who wait with the statements in theirs: what interrupts before them, replies behind."""
    before = [one.key for one in queue if one.kind in AT_ONCE]
    behind = [one.key for one in queue if one.kind is SpeechKind.RIGHT_OF_REPLY]
    return [*before, *statements, *behind]


def _members(session: Session, language: str) -> list[RollMember]:
    return [
        RollMember(row.id, row.kind, as_delegation(row, language).name)
        for row in session.scalars(select(schema.Delegation))
    ]


def _witnesses(text: str) -> str:
    words = clean(text)
    if len(words) > LONGEST_WITNESSES:
        raise Refusal(
            _("The witnesses are longer than {number} characters: shorten them.").format(number=LONGEST_WITNESSES),
            field="witnesses",
        )
    return words
