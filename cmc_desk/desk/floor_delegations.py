"""The delegations of the meeting as the list of speakers needs them, with whether registration shows them as present."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.meeting import as_delegation, attendance_sessions, meeting
from cmc_desk.desk.presence import here_on
from cmc_desk.rules.agenda_plan import SpeakerCategory
from cmc_desk.rules.floor_kinds import category_of
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.official_order import delegation_rank
from cmc_desk.rules.sessions import sessions_for_scan

_DECIDING = (SpeakerCategory.STATE, SpeakerCategory.TERRITORY)


@dataclass(frozen=True, slots=True)
class FloorDelegation:
    """A delegation that may speak; `present` says that somebody of it is here on this day, `language` is the one it works in.

    `region` is the regional group that it is of, empty if it is of none.
    """

    code: str
    name: str
    short_name: str
    kind: DelegationKind
    category: SpeakerCategory
    language: str
    region: str
    flag: str
    host: bool
    present: bool
    names: tuple[str, ...]


def floor_delegations(session: Session, *, now: datetime) -> tuple[FloorDelegation, ...]:
    """Return every delegation in official order; their names are in the language of the meeting."""
    facts = meeting(session)
    here = present_delegations(session, now=now)
    found = []
    for row in session.scalars(select(schema.Delegation)):
        shown = as_delegation(row, facts.language)
        found.append(
            FloorDelegation(
                code=shown.code,
                name=shown.name,
                short_name=shown.short_name,
                kind=shown.kind,
                category=category_of(shown.kind),
                language=shown.main_language,
                region=shown.region,
                flag=shown.flag,
                host=shown.code == facts.host_delegation,
                present=shown.code in here,
                names=(*shown.names, *shown.aliases),
            )
        )
    return tuple(sorted(found, key=lambda one: (*delegation_rank(one.kind, one.name), one.code)))


def deciding_delegations(session: Session, *, now: datetime) -> tuple[str, ...]:
    """Return the delegations in the room whose text a draft is, in official order: States and their constituent parts."""
    return tuple(one.code for one in floor_delegations(session, now=now) if one.present and one.category in _DECIDING)


def present_delegations(session: Session, *, now: datetime) -> frozenset[str]:
    """Return the delegations of which somebody came on the day that `now` belongs to and has not left."""
    facts, sessions = meeting(session), attendance_sessions(session)
    found = sessions_for_scan(sessions, now=now, grace_minutes=facts.grace_minutes, zone=facts.tzinfo)
    keys = [one.key for one in sessions if found and one.day == found[0].day]
    person = schema.Participant
    return frozenset(session.scalars(select(person.delegation).where(person.id.in_(here_on(keys))).distinct()))
