"""Whom or what an act in the journal was about, in words."""

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db.schema import (
    Delegation,
    DeskNote,
    Draft,
    FloorEntry,
    FloorEvent,
    Item,
    ItemEvent,
    JournalRow,
    Meeting,
    NoteEntry,
    Participant,
    Payment,
    Proposal,
    Provision,
    ProvisionText,
    Sponsorship,
    Topic,
)
from cmc_desk.desk.meeting import as_delegation
from cmc_desk.i18n import ngettext

# Where a command names the thing that it changes, the more telling first.
_NAMES = ("name", "title", "alias", "heading", "day", "code", "seat", "agency")
# Under which names commands are given many people at once.
_MANY = ("participants", "nominations", "sponsorships", "passports")


def about(session: Session, row: JournalRow) -> str:
    """Return the name of the person, how many came with a list, or what the thing is called; empty where nothing tells it.

    It is asked before the act is taken back: afterwards the person may not be there any more.
    """
    args, outcome = _read(row.args), _read(row.outcome)
    for words in (
        _proposal(session, args, row.outcome),
        _people(session, args, outcome),
        _list(args, outcome),
        _delegation(session, args, row.outcome),
        _item(session, args, outcome),
        _speaker(session, args, outcome),
        _flights(args),
    ):
        if words:
            return words
    return _thing(args) or _thing_gone(_read(row.inverse))


def _read(text: str | None) -> dict[str, Any]:
    found = json.loads(text) if text else {}
    return found if isinstance(found, dict) else {}


def _people(session: Session, args: dict[str, Any], outcome: dict[str, Any]) -> str:
    many = next((args[name] for name in _MANY if isinstance(args.get(name), list)), None)
    if many is not None and len(many) > 1:
        return ngettext("{number} person", "{number} people", len(many)).format(number=len(many))
    note = session.get(DeskNote, str(args["note"])) if "note" in args else None
    for identifier in (
        note.participant if note is not None else None,
        _nominee(session, args),
        _only_one(session, many) if many else None,
        args.get("participant"),
        outcome.get("participant"),
        outcome.get("id"),
    ):
        person = session.get(Participant, str(identifier)) if identifier else None
        if person is not None:
            return " ".join(part for part in (person.given_name, person.family_name) if part)
    return ""


def _only_one(session: Session, many: list[Any]) -> str:
    """Return the participant of an act for several that was done for one: named, nominated, or on a seat."""
    one = many[0]
    if isinstance(one, dict):
        return str(one.get("participant", ""))
    row = session.get(Sponsorship, str(one))
    return row.participant if row is not None else str(one)


def _nominee(session: Session, args: dict[str, Any]) -> str | None:
    """Return the official whose nomination or payment something was done to; of two, the one who came instead."""
    payment = session.get(Payment, str(args["payment"])) if "payment" in args else None
    key = payment.sponsorship if payment is not None else args.get("sponsorship")
    row = session.get(Sponsorship, str(key)) if key else None
    return None if row is None or "participant" in args else row.participant


def _list(args: dict[str, Any], outcome: dict[str, Any]) -> str:
    added, updated = outcome.get("added"), outcome.get("updated")
    if not isinstance(added, list) or not isinstance(updated, list):
        return ""
    parts = (
        (added, ngettext("{number} new", "{number} new", len(added))),
        (updated, ngettext("{number} updated", "{number} updated", len(updated))),
    )
    counts = ", ".join(words.format(number=len(people)) for people, words in parts if people)
    return " · ".join(part for part in (counts, str(args.get("source", ""))) if part)


def _proposal(session: Session, args: dict[str, Any], outcome: str | None) -> str:
    """Return the number of a proposal, with the delegation whose stand was told; else the draft, with the number of a provision."""
    came = json.loads(outcome) if outcome and "draft" in args else ""
    row = session.get(Proposal, str(args.get("proposal") or (came if isinstance(came, str) else "")))
    if row is not None:
        return " · ".join(filter(None, (f"P-{row.number:03d}", _delegation(session, args, None))))
    provision = session.get(Provision, str(args.get("provision") or ""))
    draft = session.get(Draft, str(args.get("draft") or (provision.draft if provision is not None else "")))
    if draft is None:
        return ""
    said = select(ProvisionText.label).where(ProvisionText.provision == args.get("provision"))
    label = session.scalars(said).first() if provision is not None else ""
    return " · ".join(filter(None, (draft.short_title or draft.title, label)))


def _delegation(session: Session, args: dict[str, Any], outcome: str | None) -> str:
    row = session.get(Delegation, str(args.get("delegation") or args.get("code") or ""))
    if row is None:
        return ""
    language = session.scalars(select(Meeting.language)).one()
    words = [as_delegation(row, language).short_name]
    if "alias" in args:
        words.append(f"“{args['alias']}”")
    elif outcome and outcome.isdigit():
        number = int(outcome)
        words.append(ngettext("{number} person", "{number} people", number).format(number=number))
    return " · ".join(words)


def _item(session: Session, args: dict[str, Any], outcome: dict[str, Any]) -> str:
    """Return the title of the line of the agenda that something was recorded of, or in whose notes; of two, that which began."""
    event = session.get(ItemEvent, str(args.get("event") or ""))
    entry = session.get(NoteEntry, str(args.get("entry") or ""))
    key = outcome.get("started") or outcome.get("ended") or args.get("item")
    # A read-out is known by the item, the working group or the day that it is of.
    _form, _colon, summed = str(args.get("readout") or "").partition(":")
    key = key or (event and event.item) or (entry and entry.item) or summed.partition("/")[0]
    item = session.get(Item, str(key or ""))
    return item.title if item is not None else summed


def _speaker(session: Session, args: dict[str, Any], outcome: dict[str, Any]) -> str:
    """Return the delegation that something was recorded of on the floor, of two the one that began; else the list of speakers."""
    event = session.get(FloorEvent, str(args.get("event") or ""))
    key = outcome.get("started") or outcome.get("ended") or args.get("entry") or (event and event.entry)
    entry = session.get(FloorEntry, str(key or ""))
    if entry is not None:
        return _delegation(session, {"delegation": entry.delegation}, None)
    if "draw" in outcome:
        return _delegation(session, outcome, None)
    topic = session.get(Topic, str(args.get("topic") or args.get("id") or ""))
    return topic.title if topic is not None else ""


def _flights(args: dict[str, Any]) -> str:
    """Return the flight whose times were changed, or the list of the agency that was taken over."""
    flight = args.get("flight")
    if isinstance(flight, dict):
        return f"{flight['carrier']} {flight['number']}"
    return str(args.get("source", "")) if "bookings" in args else ""


def _thing(args: dict[str, Any]) -> str:
    nested = args.get("category")
    for where in (args, nested if isinstance(nested, dict) else {}):
        for name in _NAMES:
            if isinstance(where.get(name), str) and where[name]:
                return str(where[name])
    return ""


def _thing_gone(inverse: dict[str, Any]) -> str:
    """Return what the first row was called that a command has removed, of which it was given the identifier only."""
    for change in inverse.get("rows", ()):
        if words := _thing(change["before"] or {}):
            return words
    return ""
