"""The full-text index of participants: SQLite's FTS5 over words that we folded ourselves.

SQLite's own folding misses ł, ø, đ, ß, ı, þ and œ, so the index receives folded words and folds nothing.
"""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

# A prefix that has no index of its own gathers every person it fits before it gives the first: 5 ms at 100,000 people, 0.1 ms with one.
# Beginnings of up to seven letters have an index of their own: of a longer one that half of 100,000 people share, every row
# is read before the first is found, which took 6 ms a key; with them it is less than 1.
_INDEX = """
CREATE VIRTUAL TABLE person_search USING fts5(
    name, rest, content='', contentless_delete=1, prefix='1 2 3 4 5 6 7', tokenize='unicode61 remove_diacritics 0'
)
"""
_PUT = text("INSERT OR REPLACE INTO person_search (rowid, name, rest) VALUES (:serial, :name, :rest)")
_DROP = text("DELETE FROM person_search WHERE rowid = :serial")
# Without ORDER BY: the first rows cost a fraction of a millisecond at any size, ranking a one-letter query 38 ms at 100,000 people.
_FIND = text("SELECT rowid FROM person_search WHERE person_search MATCH :query LIMIT :limit")

# CROSS, so that each is looked up by its serial: left to itself SQLite looks at everybody in the order of names.
_NAMES = text(
    "SELECT person.serial, person.given_name, person.sort_key FROM json_each(:serials) AS wanted"
    " CROSS JOIN participant AS person ON person.serial = wanted.value"
)


def create_index(connection: Connection) -> None:
    """Make the empty index of a new meeting file."""
    connection.exec_driver_sql(_INDEX)


def put_people(session: Session, rows: Iterable[tuple[int, str, str]]) -> None:
    """Index people anew: (serial, folded words of the name, folded words of everything else)."""
    parameters = [{"serial": serial, "name": name, "rest": rest} for serial, name, rest in rows]
    if parameters:
        session.connection().execute(_PUT, parameters)


def drop_people(session: Session, serials: Iterable[int]) -> None:
    """Take people out of the index."""
    parameters = [{"serial": serial} for serial in serials]
    if parameters:
        session.connection().execute(_DROP, parameters)


def find_serials(session: Session, words: Sequence[str], *, limit: int) -> tuple[list[int], list[int]]:
    """Return the serials of the people who have every word, as the beginning of a word: those whose name has it, and the others.

    `words` are folded; at most `limit` serials come back. Whoever has the words whole is among them before anybody else.
    """
    if not words:
        return [], []
    prefixes = " ".join(f'"{word}"*' for word in words)
    whole = " ".join(f'"{word}"' for word in words)
    named: dict[int, None] = {}
    for query in (whole, prefixes):
        if len(named) < limit:
            named.update(dict.fromkeys(_matching(session, f"name : ({query})", limit)))
    others = () if len(named) >= limit else _matching(session, prefixes, limit)
    names = list(named)[:limit]
    return names, [serial for serial in others if serial not in named][: limit - len(names)]


def names_of(session: Session, serials: Sequence[int]) -> list[tuple[int, str, str]]:
    """Return (serial, given name, sort key) of people, in no order."""
    rows = session.connection().execute(_NAMES, {"serials": json.dumps(serials)}).all()
    return [(row[0], row[1], row[2]) for row in rows]


def _matching(session: Session, query: str, limit: int) -> Sequence[int]:
    # All at once: one by one the same five hundred cost twice as much.
    return session.connection().execute(_FIND, {"query": query, "limit": limit}).scalars().all()
