"""What stands beside sponsorships: letters that name officials, wishes that were waived, costs, and the names of delegations."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.itinerary_facts import plain_rows
from cmc_desk.desk.meeting import as_delegation
from cmc_desk.rules.delegations import protocol_name
from cmc_desk.rules.nominations import Cost
from cmc_desk.rules.travel_facts import Letter
from cmc_desk.rules.travel_states import Warned


@dataclass(frozen=True, slots=True)
class Waived:
    """A wish of the sponsors that was waived: why, by whom and when."""

    reason: str
    operator: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Named:
    """What a delegation is called in the language of the meeting, and its flag."""

    name: str
    flag: str


def letters_of(session: Session, which: ColumnElement[bool] | None = None) -> dict[str, Letter]:
    """Return the letters, or those that meet a condition, by their keys in the order in which they came."""
    table, condition = schema.NominationLetter, true() if which is None else which
    names: defaultdict[str, list[str]] = defaultdict(list)
    named = schema.LetterNames
    for letter, participant in session.execute(
        select(named.letter, named.participant).join(table, table.id == named.letter).where(condition)
    ):
        names[letter].append(participant)
    query = select(
        *(table.id, table.delegation, table.kind, table.reference, table.dated, table.received),
        *(table.digest, table.file_name, table.also_named),
    )
    return {
        row.id: Letter(
            key=row.id,
            delegation=row.delegation,
            kind=row.kind,
            reference=row.reference,
            dated=row.dated,
            received=row.received,
            names=tuple(sorted(names[row.id])),
            digest=row.digest,
            file=row.file_name,
            also_named=row.also_named or "",
        )
        for row in plain_rows(session, query.where(condition).order_by(table.received, table.id))
    }


def waivers_of(session: Session, which: ColumnElement[bool]) -> dict[str, dict[Warned, Waived]]:
    """Return what was waived of each sponsorship that meets a condition."""
    table = schema.Waiver
    found: dict[str, dict[Warned, Waived]] = {}
    mine = table.sponsorship.in_(select(schema.Sponsorship.id).where(which))
    query = select(table.sponsorship, table.warned, table.reason, table.operator, table.at).where(mine)
    for sponsorship, warned, *others in plain_rows(session, query):
        found.setdefault(sponsorship, {})[warned] = Waived(*others)
    return found


def named_delegations(session: Session, language: str = "") -> dict[str, Named]:
    """Return what each delegation is called that has seats, or had them, in a language, or in that of the meeting."""
    language = language or session.scalars(select(schema.Meeting.language)).one()
    mine = schema.Delegation.id.in_(select(schema.Seat.delegation))
    rows = (as_delegation(row, language) for row in session.scalars(select(schema.Delegation).where(mine)))
    return {row.code: Named(protocol_name(row.name, row.short_name), row.flag) for row in rows}


def costs_of(session: Session) -> dict[str, tuple[Cost, ...]]:
    """Return what each sponsorship costs."""
    table = schema.CostLine
    found: defaultdict[str, list[Cost]] = defaultdict(list)
    query = select(table.sponsorship, table.kind, table.currency, table.committed, table.actual)
    for sponsorship, *others in plain_rows(session, query):
        found[sponsorship].append(Cost(*others))
    return {sponsorship: tuple(some) for sponsorship, some in found.items()}
