"""What the floor was to everybody: the chair's view of who had how much of it, and the record for the report."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from cmc_desk.desk.floor_delegations import floor_delegations
from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.floor_scene import names_of
from cmc_desk.rules.fair_floor import FairFloor, FloorMember, fair_floor
from cmc_desk.rules.floor import speeches
from cmc_desk.rules.floor_corrections import events_until
from cmc_desk.rules.floor_kinds import Draw
from cmc_desk.rules.floor_record import DelegationRecord, SpeechRecord, by_delegation, floor_records


@dataclass(frozen=True, slots=True)
class ListRecord:
    """The record of one list of speakers; `items` are the lines of the agenda that it belongs to."""

    topic: str
    title: str
    items: tuple[str, ...]
    speeches: tuple[SpeechRecord, ...]
    delegations: tuple[DelegationRecord, ...]
    draws: tuple[Draw, ...]


@dataclass(frozen=True, slots=True)
class FloorRecord:
    """All lists of the meeting, what each delegation had of all of them, and what delegations are called, by code."""

    lists: tuple[ListRecord, ...]
    delegations: tuple[DelegationRecord, ...]
    names: dict[str, str]


def floor_record(session: Session, *, now: datetime, topic: str = "") -> FloorRecord:
    """Return who spoke when, in which order, for how long and by how much over time; of one list if it is named."""
    lists = []
    for facts in floors(session):
        if topic in ("", facts.topic.key):
            records = floor_records(speeches(facts.topic, facts.entries, events_until(facts.events, now)), now)
            lists.append(
                ListRecord(
                    topic=facts.topic.key,
                    title=facts.topic.title,
                    items=facts.items,
                    speeches=records,
                    delegations=by_delegation(records),
                    draws=facts.draws,
                )
            )
    everything = tuple(record for one in lists for record in one.speeches)
    return FloorRecord(tuple(lists), by_delegation(everything), names_of(session))


def fair_floor_now(session: Session, *, now: datetime, topic: str = "") -> FairFloor:
    """Return who has had how much of the floor, for the chair only; of one list if it is named, else of all.

    Whoever is present by registration or stands on a list is reckoned with.
    """
    found = [
        one
        for facts in floors(session)
        if topic in ("", facts.topic.key)
        for one in speeches(facts.topic, facts.entries, events_until(facts.events, now))
    ]
    listed = {one.entry.delegation for one in found}
    members = [
        FloorMember(one.code, one.category, one.language, one.region)
        for one in floor_delegations(session, now=now)
        if one.present or one.code in listed
    ]
    return fair_floor(found, members, now)
