"""The search indexes follow people and notes: whatever a command changed is indexed in the same transaction."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db.schema import Delegation, Participant
from cmc_desk.db.search import drop_people, put_people
from cmc_desk.desk.changes import Changes
from cmc_desk.desk.note_indexing import index_notes, notes_about
from cmc_desk.rules.folding import search_text


def index_changes(session: Session, changes: Changes) -> None:
    """Bring the index up to date with what a command wrote."""
    drop_people(session, changes.gone)
    people = dict(changes.people)
    if changes.delegations:
        members = session.scalars(select(Participant).where(Participant.delegation.in_(changes.delegations)))
        people.update((member.id, member) for member in members)
    index_people(session, people.values())
    notes = {row.id: row for row in notes_about(session, delegations=changes.delegations, participants=changes.people)}
    index_notes(session, (notes | changes.notes).values())


def index_people(session: Session, people: Iterable[Participant]) -> None:
    """Index people by name, and by everything else that somebody at the desk may type."""
    people = list(people)
    if not people:
        return
    wanted = {person.delegation for person in people}
    words = {
        delegation.id: search_text(
            delegation.id, *delegation.names.values(), *delegation.short_names.values(), *delegation.aliases
        )
        for delegation in session.scalars(select(Delegation).where(Delegation.id.in_(wanted)))
    }
    put_people(
        session,
        (
            (
                person.serial,
                search_text(person.given_name, person.family_name, person.badge_name),
                " ".join(
                    (
                        search_text(person.functional_title, person.institution, person.capacity.value, person.email),
                        words.get(person.delegation, ""),
                    )
                ),
            )
            for person in people
        ),
    )
