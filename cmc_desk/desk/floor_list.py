"""The list of speakers: delegations are put on it, and sorted by request or by hand."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.floor_roll import order_with
from cmc_desk.desk.floor_scene import FloorScene, move, put_in_order, scene_of, scene_with
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import ZERO, ListOrder
from cmc_desk.rules.floor import WAITING, heard
from cmc_desk.rules.floor_kinds import Entry, SpeakerState, SpeechKind, category_of
from cmc_desk.rules.floor_order import check_order, moved, places, with_new
from cmc_desk.rules.floor_turns import origin_of
from cmc_desk.rules.folding import clean
from cmc_desk.rules.instants import between
from cmc_desk.rules.refusal import Refusal

LONGEST_NOTE = 250
_A_LITTLE = timedelta(microseconds=1)
_SECOND = timedelta(seconds=1)


@command("floor.inscribe")
def inscribe(
    tx: Tx,
    *,
    topic: str,
    delegation: str,
    kind: SpeechKind = SpeechKind.STATEMENT,
    participant: str = "",
    origin: str = "",
    limit: int | None = None,
    words: int | None = None,
    note: str = "",
    again: bool = False,
    at: datetime | None = None,
) -> str:
    """Put a delegation on a list and return the entry; `limit` is one of its own, in seconds, `words` the length of a text handed in.

    `at` is when it asked, if that is told afterwards: a list in the order of request then has it in its place.
    Raises Refusal if it waits for the same already, if the list takes no more statements, or if it was heard and this is not said to
    be a second statement (`again`).
    """
    found = scene_of(tx.session, topic)
    after, key = _put(tx, found, delegation, kind, origin=origin, again=again, at=at)
    _write(tx.session, found, after)
    _by_told_request(tx, found, at)
    row = tx.session.get_one(schema.FloorEntry, key)
    _change(tx, row, {"participant": participant, "limit": limit, "words": words, "note": note})
    return key


@command("floor.inscribe_many")
def inscribe_many(tx: Tx, *, topic: str, delegations: list[str], at: datetime | None = None) -> list[str]:
    """Put delegations on a list in this order, for a statement each; those who wait or were heard already are passed over.

    `at` is when they asked, as with `inscribe`. Return the new entries; raises Refusal if there is none.
    """
    found = scene_of(tx.session, topic)
    there = {
        one.entry.delegation
        for one in found.speeches
        if one.entry.kind is SpeechKind.STATEMENT and one.state in WAITING
    }
    spoke = heard(found.speeches)
    after, new = found, list[str]()
    for delegation in dict.fromkeys(delegations):
        if delegation not in there | spoke:
            after, key = _put(tx, after, delegation, SpeechKind.STATEMENT, at=at)
            new.append(key)
    if not new:
        raise Refusal(_("All of these are on the list or were heard already."), field="delegations")
    _write(tx.session, found, after)
    _by_told_request(tx, found, at)
    return new


@command("floor.edit")
def edit_entry(tx: Tx, *, entry: str, changes: dict[str, Any]) -> str:
    """Change what is kept of an entry: `participant`, `limit` (seconds, or nothing), `words`, `note`, and until it speaks `delegation`."""
    found = scene_with(tx.session, entry)
    row = tx.session.get_one(schema.FloorEntry, entry)
    delegation = changes.get("delegation", row.delegation)
    if delegation != row.delegation:
        if found.speech(entry).state not in WAITING:
            raise Refusal(
                _("Who spoke, spoke: only an entry that waits can go to another delegation."), field="delegation"
            )
        category = category_of(_delegation(tx.session, delegation).kind)
        found.refuse_waiting_twice(delegation, row.kind)
        row.delegation, row.category, row.participant = delegation, category, None
    _change(tx, row, {name: value for name, value in changes.items() if name != "delegation"})
    return entry


@command("floor.reorder")
def reorder(tx: Tx, *, topic: str, entries: list[str]) -> int:
    """Sort those who wait by hand; raises Refusal unless `entries` names all of them, each once."""
    found = scene_of(tx.session, topic)
    check_order(found.queue, entries)
    put_in_order(tx.session, found.queue, entries)
    _by_hand(tx.session, topic)
    return len(entries)


@command("floor.move")
def move_entry(tx: Tx, *, entry: str, by: int) -> str:
    """Move somebody who waits up (negative) or down by so many places; raises Refusal if they are there already."""
    found = scene_with(tx.session, entry)
    queue = found.queue
    if entry not in [one.key for one in queue]:
        raise Refusal(_("Only who waits can be moved."), field="entry")
    keys = moved(queue, entry, by)
    if keys == tuple(one.key for one in queue):
        end = _("{name} is the first already.") if by < 0 else _("{name} is the last already.")
        raise Refusal(end.format(name=found.name(found.speech(entry))), field="entry")
    put_in_order(tx.session, queue, keys, only=entry)
    _by_hand(tx.session, found.facts.topic.key)
    return entry


@command("floor.by_request")
def order_by_request(tx: Tx, *, topic: str) -> int:
    """Sort those who wait by category and by when they asked, those who were absent last in their category."""
    found = scene_of(tx.session, topic)
    absent = {one.entry.key for one in found.speeches if one.state is SpeakerState.ABSENT}
    by_request = sorted(found.queue, key=lambda one: (one.key in absent, one.asked_at, one.position))
    if not by_request:
        raise Refusal(_("Nobody waits on this list."), field="topic")
    ordered: list[Entry] = []
    for entry in by_request:
        keys = with_new(ordered, entry, ListOrder.REQUEST)
        ordered.insert(keys.index(entry.key), entry)
    put_in_order(tx.session, found.queue, [one.key for one in ordered])
    tx.session.get_one(schema.Topic, topic).ordered = ListOrder.REQUEST
    return len(ordered)


def _put(
    tx: Tx,
    found: FloorScene,
    delegation: str,
    kind: SpeechKind,
    *,
    origin: str = "",
    again: bool = False,
    at: datetime | None = None,
) -> tuple[FloorScene, str]:
    """Return a list with a delegation in its place, and the new entry; see `inscribe`."""
    row = _delegation(tx.session, delegation)
    if kind is SpeechKind.STATEMENT:
        if found.facts.topic.closed:
            raise Refusal(
                _(
                    "The list is closed: it takes points of order and replies only. Open it again for another statement."
                ),
                field="topic",
            )
        if not again and delegation in heard(found.speeches):
            raise Refusal(
                _("{name} was heard already: say so if a second statement is meant.").format(
                    name=found.names[delegation]
                ),
                field="delegation",
            )
    found.refuse_waiting_twice(delegation, kind)
    if origin and origin not in [one.key for one in found.facts.entries]:
        raise Refusal(_("What this belongs to is not on the list any more."), field="origin")
    new = Entry(
        key=tx.new_id(),
        topic=found.facts.topic.key,
        delegation=delegation,
        category=category_of(row.kind),
        kind=kind,
        position=0,
        asked_at=_asked_at(tx, found, at),
        origin=origin or origin_of(found.speeches, kind),
    )
    keys = order_with(tx.session, found, new)
    return found.with_entry(new, places(keys, {one.key: one.position for one in found.queue}, new.key)), new.key


def _write(session: Session, before: FloorScene, after: FloorScene) -> None:
    """Write down who is new on a list, and whose place changed because of that."""
    known = {one.key: one.position for one in before.facts.entries}
    for one in after.facts.entries:
        if one.key not in known:
            session.add(
                schema.FloorEntry(
                    id=one.key,
                    topic=one.topic,
                    delegation=one.delegation,
                    participant=None,
                    category=one.category,
                    kind=one.kind,
                    place=one.position,
                    own_limit=None,
                    words=None,
                    origin=one.origin or None,
                    note="",
                    asked_at=one.asked_at,
                )
            )
    move(
        session,
        {one.key: one.position for one in after.facts.entries if known.get(one.key, one.position) != one.position},
    )


def _asked_at(tx: Tx, found: FloorScene, at: datetime | None) -> datetime:
    # Several are put on the list in one act, and the order in which they asked is kept by their times.
    if at is not None:
        if between(tx.now, at) > ZERO:
            raise Refusal(_("That time has not come yet."), field="at")
        told = at.astimezone(UTC)
        others = [one.asked_at.astimezone(UTC) for one in found.facts.entries]
        return max((one + _A_LITTLE for one in others if told <= one < told + _SECOND), default=told)
    last = max((one.asked_at.astimezone(UTC) for one in found.facts.entries), default=None)
    return tx.now if last is None or between(last, tx.now) > ZERO else last + _A_LITTLE


def _by_told_request(tx: Tx, found: FloorScene, at: datetime | None) -> None:
    """Sort a list in the order of request anew if somebody asked earlier than those who stand on it already."""
    if at is not None and found.facts.topic.order is ListOrder.REQUEST:
        order_by_request(tx, topic=found.facts.topic.key)


def _change(tx: Tx, row: schema.FloorEntry, changes: dict[str, Any]) -> None:
    """Change columns of an entry in the open transaction; raises Refusal naming the field."""
    unknown = changes.keys() - {"participant", "limit", "words", "note"}
    if unknown:
        raise ValueError(f"no such field: {sorted(unknown)}")
    for name in ("limit", "words"):
        number = changes.get(name)
        if number is not None and number <= 0:
            raise Refusal(_("This must be more than nothing, or left open."), field=name)
    if changes.get("participant"):
        person = tx.session.get(schema.Participant, changes["participant"])
        if person is None or person.delegation != row.delegation:
            raise Refusal(_("Who speaks for a delegation is one of its members."), field="participant")
    if "participant" in changes:
        row.participant = changes["participant"] or None
    if "limit" in changes:
        row.own_limit = changes["limit"]
    if "words" in changes:
        row.words = changes["words"]
    if "note" in changes:
        row.note = checked_note(changes["note"])


def checked_note(text: str) -> str:
    words = clean(text)
    if len(words) > LONGEST_NOTE:
        raise Refusal(
            _("The note is longer than {number} characters: shorten it.").format(number=LONGEST_NOTE), field="note"
        )
    return words


def _delegation(session: Session, code: str) -> schema.Delegation:
    row = session.get(schema.Delegation, code)
    if row is None:
        raise Refusal(_("Which delegation? Choose one of the list."), field="delegation")
    return row


def _by_hand(session: Session, topic: str) -> None:
    session.get_one(schema.Topic, topic).ordered = ListOrder.HAND
