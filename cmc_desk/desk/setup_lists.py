"""What the Setup page lists: delegations with their people, stations, what was learned from lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.db.journal_tables import ColumnMemory
from cmc_desk.rules.delegations import sort_key
from cmc_desk.rules.folding import fold
from cmc_desk.rules.meeting import DelegationKind, Eligibility
from cmc_desk.rules.people import Status


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """A delegation with everything that can be changed of it; `people` are those registered and not withdrawn."""

    code: str
    name: str
    kind: DelegationKind
    eligibility: Eligibility
    quota: int
    main_language: str
    region: str
    flag: str
    names: tuple[tuple[str, str], ...]
    short_names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    people: int
    found_by: str


@dataclass(frozen=True, slots=True)
class StationRow:
    """A place where the program stands."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class AliasRow:
    """A word of lists and the delegation that it means."""

    alias: str
    delegation: str


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A heading of lists, folded, and the field that its column goes to; empty if it is not used."""

    heading: str
    target: str


def delegation_rows(session: Session) -> Sequence[DelegationRow]:
    """Return every delegation by name."""
    language = session.scalars(select(schema.Meeting.language)).one()
    here = schema.Participant.status.not_in((Status.WITHDRAWN, Status.REPLACED))
    counted = select(schema.Participant.delegation, func.count()).where(here).group_by(schema.Participant.delegation)
    people: dict[str, int] = {row[0]: row[1] for row in session.execute(counted)}
    rows = [
        DelegationRow(
            code=row.id,
            name=row.short_names.get(language)
            or row.names.get(language)
            or row.short_names.get("en")
            or row.names.get("en")
            or row.id,
            kind=row.kind,
            eligibility=row.eligibility,
            quota=row.quota,
            main_language=row.main_language,
            region=row.region,
            flag=row.flag,
            names=tuple(row.names.items()),
            short_names=tuple(row.short_names.items()),
            aliases=tuple(row.aliases),
            people=people.get(row.id, 0),
            found_by=fold(" ".join((row.id, *row.names.values(), *row.short_names.values(), *row.aliases, row.region))),
        )
        for row in session.scalars(select(schema.Delegation))
    ]
    return sorted(rows, key=lambda row: sort_key(row.name))


def station_rows(session: Session) -> Sequence[StationRow]:
    """Return the stations by name."""
    rows = session.scalars(select(schema.Station).order_by(schema.Station.name))
    return [StationRow(row.id, row.name) for row in rows]


def alias_rows(session: Session) -> Sequence[AliasRow]:
    """Return every word that lists use for a delegation beside its names, by word."""
    found = [AliasRow(alias, row.id) for row in session.scalars(select(schema.Delegation)) for alias in row.aliases]
    return sorted(found, key=lambda row: (fold(row.alias), row.delegation))


def column_rows(session: Session) -> Sequence[ColumnRow]:
    """Return where columns of lists were said to belong, by heading."""
    rows = session.scalars(select(ColumnMemory).order_by(ColumnMemory.heading))
    return [ColumnRow(row.heading, row.target) for row in rows]
