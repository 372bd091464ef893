"""The index of the notes follows the entries: what one says, and the names of whoever said it."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db.note_search import drop_notes, put_notes
from cmc_desk.db.schema import Delegation, NoteEntry, Participant
from cmc_desk.rules.note_text import found_by


def index_notes(session: Session, entries: Iterable[NoteEntry]) -> None:
    """Index entries by what they say now; one that was deleted is not found."""
    entries = list(entries)
    if not entries:
        return
    drop_notes(session, [entry.serial for entry in entries if entry.deleted_at is not None])
    shown = [entry for entry in entries if entry.deleted_at is None]
    delegations = _delegations(session, {entry.delegation for entry in shown if entry.delegation})
    people = _people(session, {entry.participant for entry in shown if entry.participant})
    put_notes(
        session,
        (
            (
                entry.serial,
                found_by(
                    entry.text,
                    entry.provision,
                    entry.assignee,
                    delegations.get(entry.delegation or "", ""),
                    people.get(entry.participant or "", ""),
                ),
            )
            for entry in shown
        ),
    )


def notes_about(session: Session, *, delegations: Iterable[str], participants: Iterable[str]) -> Iterable[NoteEntry]:
    """Return the entries whose speaker is one of these: they are found by other names from now on."""
    delegations, participants = tuple(delegations), tuple(participants)
    if not delegations and not participants:
        return ()
    spoken = NoteEntry.delegation.in_(delegations) | NoteEntry.participant.in_(participants)
    return session.scalars(select(NoteEntry).where(spoken))


def _delegations(session: Session, codes: set[str]) -> dict[str, str]:
    found = {}
    for code in codes:
        row = session.get(Delegation, code)
        if row is not None:
            found[code] = " ".join((row.id, *row.names.values(), *row.short_names.values(), *row.aliases))
    return found


def _people(session: Session, keys: set[str]) -> dict[str, str]:
    found = {}
    for key in keys:
        row = session.get(Participant, key)
        if row is not None:
            found[key] = f"{row.given_name} {row.family_name} {row.badge_name}"
    return found
