"""The journal as a list: what was done, by whom, when and at which station."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased

from cmc_desk.db.schema import (
    DeskNote,
    Draft,
    FloorEntry,
    FloorEvent,
    Item,
    ItemEvent,
    JournalRow,
    NoteEntry,
    Participant,
    Payment,
    Proposal,
    Provision,
    Sponsorship,
    Topic,
)
from cmc_desk.desk.journal_about import about_of, verdict_of
from cmc_desk.rules.meeting import Role


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the journal; `undone` says that it was taken back later.

    `about` is for whom or what it was, `verdict` what the desk answered, `undoes` the line that it took back; empty if the
    journal does not say it, or does not any more.
    """

    seq: int
    at: datetime
    station: str
    operator: str
    role: Role
    kind: str
    undone: bool
    about: str = ""
    verdict: str = ""
    undoes: int | None = None


def journal_lines(session: Session) -> tuple[Line, ...]:
    """Return every line of the journal, oldest first."""
    undoing, person = aliased(JournalRow), Participant
    named = (
        select(person.id, person.given_name, person.family_name),
        select(DeskNote.id, person.given_name, person.family_name).join(person, person.id == DeskNote.participant),
        select(Sponsorship.id, person.given_name, person.family_name).join(
            person, person.id == Sponsorship.participant
        ),
        select(Payment.id, person.given_name, person.family_name)
        .join(Sponsorship, Sponsorship.id == Payment.sponsorship)
        .join(person, person.id == Sponsorship.participant),
        select(Item.id, Item.title),
        select(ItemEvent.id, Item.title).join(Item, Item.id == ItemEvent.item),
        select(NoteEntry.id, Item.title).join(Item, Item.id == NoteEntry.item),
        select(Topic.id, Topic.title),
        select(FloorEntry.id, FloorEntry.delegation),
        select(FloorEvent.id, FloorEntry.delegation).join(FloorEntry, FloorEntry.id == FloorEvent.entry),
    )
    names = {row[0]: " ".join(part for part in row[1:] if part) for query in named for row in session.execute(query)}
    drafts = {row.id: row.short_title or row.title for row in session.scalars(select(Draft))}
    names |= drafts | {key: drafts[draft] for key, draft in session.execute(select(Provision.id, Provision.draft))}
    names |= {key: f"P-{number:03d}" for key, number in session.execute(select(Proposal.id, Proposal.number))}
    query = select(
        JournalRow.seq,
        JournalRow.at,
        JournalRow.station,
        JournalRow.operator,
        JournalRow.role,
        JournalRow.kind,
        exists().where(undoing.undoes == JournalRow.seq),
        JournalRow.args,
        JournalRow.outcome,
        JournalRow.undoes,
    ).order_by(JournalRow.seq)
    return tuple(
        Line(*row[:7], about=about_of(row[7], row[8], names), verdict=verdict_of(row[8]), undoes=row[9])
        for row in session.execute(query)
    )
