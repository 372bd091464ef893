"""Find what was said: every word that was typed stands in the entry, or in the name of whoever spoke, as the beginning of a word."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.db.note_search import find_note_serials
from cmc_desk.desk.note_rows import ENTRY_COLUMNS, fact_of
from cmc_desk.rules.folding import words
from cmc_desk.rules.note_text import found_by
from cmc_desk.rules.notes import NoteEntry


def find_notes(session: Session, *, text: str, limit: int = 50) -> tuple[NoteEntry, ...]:
    """Return the entries that have every word of `text`, accents and capitals ignored: the newest first, at most `limit`.

    What is still in a composer is found as well, whoever is typing it.
    """
    wanted = words(text)
    if not wanted:
        return ()
    entry = schema.NoteEntry
    serials = find_note_serials(session, wanted, limit=limit)
    query = select(*ENTRY_COLUMNS).where(entry.serial.in_(serials), entry.deleted_at.is_(None))
    found = {fact.key: fact for fact in map(fact_of, session.connection().execute(query))}
    # The index is written when a text is put on record, not at every key.
    typed = select(*ENTRY_COLUMNS).where(entry.filed_at.is_(None), entry.deleted_at.is_(None), entry.text != "")
    for fact in map(fact_of, session.connection().execute(typed)):
        if _has_all(fact.written.text, wanted):
            found[fact.key] = fact
    newest = sorted(found.values(), key=lambda fact: (fact.started_at, fact.key), reverse=True)
    return tuple(newest[:limit])


def _has_all(text: str, wanted: tuple[str, ...]) -> bool:
    found = f" {found_by(text)}"
    return all(f" {word}" in found for word in wanted)
