"""The full-text index of the notes, over words that we folded ourselves as those of people are."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

# Beginnings of up to four letters have an index of their own: whoever searches looks on at every key.
_INDEX = """
CREATE VIRTUAL TABLE note_search USING fts5(
    words, content='', contentless_delete=1, prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 0'
)
"""
_PUT = text("INSERT OR REPLACE INTO note_search (rowid, words) VALUES (:serial, :words)")
_DROP = text("DELETE FROM note_search WHERE rowid = :serial")
# The newest first: the index gives them in this order without sorting any.
_FIND = text("SELECT rowid FROM note_search WHERE note_search MATCH :query ORDER BY rowid DESC LIMIT :limit")


def create_note_index(connection: Connection) -> None:
    """Make the empty index of a new meeting file."""
    connection.exec_driver_sql(_INDEX)


def put_notes(session: Session, rows: Iterable[tuple[int, str]]) -> None:
    """Index entries anew: (serial, folded words)."""
    parameters = [{"serial": serial, "words": words} for serial, words in rows]
    if parameters:
        session.connection().execute(_PUT, parameters)


def drop_notes(session: Session, serials: Iterable[int]) -> None:
    """Take entries out of the index."""
    parameters = [{"serial": serial} for serial in serials]
    if parameters:
        session.connection().execute(_DROP, parameters)


def find_note_serials(session: Session, words: Sequence[str], *, limit: int) -> Sequence[int]:
    """Return the serials of the entries that have every one of the folded words as the beginning of a word, the newest first."""
    if not words:
        return ()
    query = " ".join(f'"{word}"*' for word in words)
    return session.connection().execute(_FIND, {"query": query, "limit": limit}).scalars().all()
