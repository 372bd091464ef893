"""Import: a list of people is read, compared with the meeting, and written as one command that can be taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.db.files import write_beside_if_open
from cmc_desk.desk import import_writing
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import as_delegation, meeting
from cmc_desk.rules import importing
from cmc_desk.rules.columns import guess
from cmc_desk.rules.delegations import DelegationIndex, sort_key
from cmc_desk.rules.dry_run import ImportPlan, PlannedRow, plan_import
from cmc_desk.rules.folding import fold
from cmc_desk.rules.import_decisions import Change
from cmc_desk.rules.import_matching import Existing
from cmc_desk.rules.import_rows import Delegations
from cmc_desk.rules.importing import RawTable
from cmc_desk.rules.people import FIELD_NAMES, Person

_SAMPLE = 50


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import has written: the identifiers of those added and of those changed, and the codes that were left out.

    `skipped_codes` are codes of tickets that belong to somebody else already.
    """

    added: tuple[str, ...]
    updated: tuple[str, ...]
    skipped_codes: tuple[str, ...] = ()


def read_lists(path: Path) -> tuple[RawTable, ...]:
    """Return every table of the file at `path`, the most likely list of participants first.

    Raises Refusal if it is no list or not safe to open, Unavailable if it cannot be read now.
    """
    from cmc_desk.exchange.tables import read_tables

    return read_tables(path)


def read_list(path: Path) -> RawTable:
    """Return the most likely list of participants of the file at `path`; see `read_lists`."""
    return read_lists(path)[0]


def mapping_for(desk: Desk, table: RawTable) -> importing.Mapping:
    """Return which column of `table` goes where, as far as its headings, its cells and this meeting's memory say."""
    samples = [cells for _number, cells in table.rows[:_SAMPLE]]
    return guess(table.headings, samples, desk.read(remembered_columns))


def plan(
    desk: Desk,
    table: RawTable,
    mapping: importing.Mapping | None = None,
    *,
    learned: Mapping[str, str] | None = None,
    of_list: str = "",
) -> ImportPlan:
    """Compare a list with the participants of the meeting; nothing is written.

    `learned` says which delegation (code) a text of the list means, `of_list` whose list it is if its rows do not say so.
    """
    with desk.beside() as store, store.read() as session:
        known, existing = known_delegations(session), existing_people(session)
    understood = Delegations(
        index=known.index,
        learned={fold(text): code for text, code in (learned or {}).items()},
        of_list=of_list,
        names=known.names,
    )
    return plan_import(table, mapping or mapping_for(desk, table), existing=existing, delegations=understood)


def existing_people(session: Session) -> tuple[Existing, ...]:
    """Return all participants as an import compares them, with their other codes and all their notes.

    What the desk has done already is no news when the same list comes in again.
    """
    person, alias, note = schema.Participant, schema.CodeAlias, schema.DeskNote
    aliases: dict[str, list[tuple[str, str]]] = {}
    for participant, source, code in session.execute(select(alias.participant, alias.source, alias.code)):
        aliases.setdefault(participant, []).append((source, code))
    notes: dict[str, list[str]] = {}
    for participant, body in session.execute(select(note.participant, note.body)):
        notes.setdefault(participant, []).append(body)
    holder = schema.Sponsorship
    held = select(holder.participant, holder.seat).where(holder.holds_seat == 1)
    seats = {row[0]: row[1] for row in session.execute(held)}
    rows = session.execute(select(person.id, *(getattr(person, name) for name in FIELD_NAMES)).order_by(person.serial))
    return tuple(
        Existing(
            id=identifier,
            person=Person(*fields),
            aliases=tuple(aliases.get(identifier, ())),
            desk_notes=tuple(notes.get(identifier, ())),
            seat=seats.get(identifier, ""),
        )
        for identifier, *fields in rows
    )


def known_delegations(session: Session) -> Delegations:
    """Return how the words of lists for delegations are understood in this meeting: codes, names, learned aliases."""
    language = session.scalars(select(schema.Meeting.language)).one()
    rows = [as_delegation(row, language) for row in session.scalars(select(schema.Delegation))]
    return Delegations(
        index=DelegationIndex((row.code, (*row.names, *row.aliases)) for row in rows),
        names={row.code: row.short_name for row in rows},
    )


def remembered_columns(session: Session) -> dict[str, str]:
    """Return where columns were said to belong: folded heading, target."""
    memory = schema.ColumnMemory
    return {row[0]: row[1] for row in session.execute(select(memory.heading, memory.target))}


@command("registration.import")
def import_people(
    tx: Tx, *, changes: list[Change], source: str, learned: dict[str, str], columns: dict[str, str]
) -> Imported:
    """Write the whole of a list: people added and changed, and what was learned about its words and columns.

    `source` names the list in the journal. `learned` maps a list's word for a delegation to its code, `columns` a heading
    to its target; both help the next list. Raises Refusal if one row cannot be right; then nothing is written.
    """
    del source  # it stands in the journal
    import_writing.learn(tx.session, learned)
    import_writing.remember(tx.session, columns)
    # The identity map is weak: while the delegations are held here, checking a row asks the store for nothing.
    held = tx.session.scalars(select(schema.Delegation)).all()
    added = import_writing.add(tx, [change for change in changes if change["do"] == "add"])
    updated = import_writing.update(tx, [change for change in changes if change["do"] != "add"])
    del held
    owners = {change["row"]: participant for change, participant in (*added, *updated)}
    skipped = import_writing.give_codes(tx, changes, owners)
    import_writing.leave_notes(tx, changes, owners)
    return Imported(
        added=tuple(participant for _change, participant in added),
        updated=tuple(participant for _change, participant in updated),
        skipped_codes=skipped,
    )


def save_template(desk: Desk, path: Path, *, language: str) -> Path:
    """Write an empty list for the delegations of this meeting to `path` and return where it went.

    Raises Unavailable if the folder cannot be written.
    """
    from cmc_desk.exchange.template import participants_template

    with desk.store.read() as session:
        names = [as_delegation(row, language).short_name for row in session.scalars(select(schema.Delegation))]
    names.sort(key=sort_key)
    return write_beside_if_open(path, participants_template(delegations=names, language=language), private=False)


def save_left_out(desk: Desk, plan: ImportPlan, rows: Sequence[PlannedRow], path: Path, *, language: str) -> Path:
    """Write the rows that an import leaves out to `path`, to be corrected and imported, and return where they went.

    Raises Unavailable if the folder cannot be written.
    """
    from cmc_desk.exchange.problem_rows import problem_rows

    facts = desk.read(meeting)
    content = problem_rows(plan, rows, meeting=facts.title, made=facts.local(desk.clock.now()), language=language)
    return write_beside_if_open(path, content)
