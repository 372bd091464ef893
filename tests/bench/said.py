"""A meeting in which as much was written down as wanted."""

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from cmc_desk.db import schema
from cmc_desk.db.note_search import put_notes
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_items import item_notes
from cmc_desk.rules.note_kinds import Attribution, EntryKind
from cmc_desk.rules.note_text import found_by
from tests.bench.crowd import AUTHOR, MORNING, open_crowd

_WORDS = [
    "the",
    "delegation",
    "recalled",
    "that",
    "migration",
    "data",
    "should",
    "be",
    "shared",
    "among",
    "States",
    "and",
    "territories",
    "of",
    "the",
    "region",
    "while",
    "the",
    "working",
    "group",
    "asked",
    "whether",
    "paragraph",
    "four",
    "of",
    "the",
    "draft",
    "guiding",
    "principles",
    "could",
    "mention",
    "labour",
    "mobility",
    "visas",
    "climate",
    "displacement",
    "asylum",
    "procedures",
    "returns",
    "border",
    "management",
    "consular",
    "protection",
    "and",
    "the",
    "role",
    "of",
    "observers",
    "Curaçao",
    "José",
    "CARICOM",
    "UNHCR",
    "reservaton",
    "agred",
    "refered",
    "informacion",
    "l’échange",
]
_KINDS = tuple(EntryKind)


def open_said(folder: Path, entries: Sequence[tuple[str, int]], *, letters: int = 250, people: int = 100) -> Desk:
    """Make a meeting with so many filed entries under each of these items, of about so many letters each, and leave it open."""
    desk = open_crowd(folder, people)
    with desk.store.write() as session:
        delegations = list(session.scalars(select(schema.Delegation.id)))
        rows = list(_rows(entries, delegations, letters))
        for start in range(0, len(rows), 5_000):
            session.execute(insert(schema.NoteEntry), rows[start : start + 5_000])
        put_notes(session, ((row["serial"], found_by(row["text"], row["delegation"])) for row in rows))
    return desk


def discussed(desk: Desk) -> tuple[str, ...]:
    """Return the items of the meeting that have notes, in the order of the agenda."""
    return tuple(one.item for one in desk.read(item_notes))


def sentence(chance: random.Random, letters: int) -> str:
    """Return words of about so many letters; one in fifty is misspelt or foreign."""
    found: list[str] = []
    length = 0
    while length < letters:
        found.append(chance.choice(_WORDS))
        length += len(found[-1]) + 1
    return " ".join(found).capitalize() + "."


def _rows(entries: Sequence[tuple[str, int]], delegations: Sequence[str], letters: int) -> Iterator[dict[str, Any]]:
    # The same meeting every time.
    chance = random.Random(6)  # noqa: S311 - no secret
    serial = 0
    for item, count in entries:
        for number in range(count):
            serial += 1
            at = MORNING + timedelta(seconds=20 * number)
            yield {
                "id": f"{serial:032x}",
                "serial": serial,
                "item": item,
                "place": int(at.timestamp() * 1000),
                "started_at": at,
                "changed_at": at,
                "changed_by": AUTHOR.operator,
                "author": AUTHOR.operator,
                "station": AUTHOR.station,
                "delegation": chance.choice(delegations),
                "unknown": False,
                "kind": _KINDS[number % len(_KINDS)],
                "provision": "",
                "text": sentence(chance, letters),
                "language": "en",
                "attribution": Attribution.ATTRIBUTABLE,
                "highlighted": True,
                "assignee": "",
                "revision": 1,
                "filed_at": at,
            }
