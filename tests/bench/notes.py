"""What it costs to read out of the notes and to search them."""

import tempfile
from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from statistics import median

from sqlalchemy import text
from sqlalchemy.orm import Session

from cmc_desk.desk.note_list import notes_of_day
from cmc_desk.desk.note_search import find_notes
from cmc_desk.desk.readouts import readout
from cmc_desk.desk.rundown import rundown
from cmc_desk.rules.folding import words
from tests.bench.crowd import MORNING, open_crowd
from tests.bench.measure import Row, alternately, at_most, milliseconds, percentile
from tests.bench.said import discussed, open_said

_DAY = MORNING.date()
_TYPED = ("migration", "border manag", "curacao", "jamaica visa", "paragraph four obs")
_FLOOR = text("SELECT rowid FROM note_search WHERE note_search MATCH :query ORDER BY rowid DESC LIMIT 50")


def read_out() -> Iterator[Row]:
    """The read-out of a day with 600 entries, all of them to be read, against reading the entries alone."""
    items = items_of(on_first_day=True)[:3]
    with tempfile.TemporaryDirectory() as name:
        desk = open_said(Path(name), [(item, 200) for item in items])
        lines = desk.read(readout, day=_DAY).lines
        assert len(lines) > 100
        times, least = alternately(
            lambda: desk.read(readout, day=_DAY), lambda: desk.read(notes_of_day, day=_DAY), runs=9
        )
        desk.close()
    yield at_most("read-out of a day with 600 entries, median", median(times), 300, floor=median(least))


def search() -> Iterator[Row]:
    """Every key of what is typed into the search over 20,000 entries, against the bare full-text query."""
    items = items_of()[:10]
    with tempfile.TemporaryDirectory() as name:
        desk = open_said(Path(name), [(item, 2_000) for item in items])
        times: list[float] = []
        least: list[float] = []
        for typed in _TYPED:
            for length in range(1, len(typed) + 1):
                part = typed[:length]
                times.append(min(milliseconds(partial(desk.read, find_notes, text=part)) for _turn in range(3)))
                bare = partial(desk.read, _bare, prefixes=words(part))
                least.append(min(milliseconds(bare) for _turn in range(3)))
        desk.close()
    yield at_most(
        "search per key, 20,000 entries of notes, p95", percentile(times, 0.95), 30, floor=percentile(least, 0.95)
    )


@cache
def items_of(*, on_first_day: bool = False) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as name:
        desk = open_crowd(Path(name), 1, encrypted=False)
        days = {one.key: one.day for one in desk.read(rundown).items}
        found = tuple(item for item in discussed(desk) if not on_first_day or days[item] == _DAY)
        desk.close()
    return found


def _bare(session: Session, *, prefixes: Sequence[str]) -> list[int]:
    query = " ".join(f'"{word}"*' for word in prefixes)
    return list(session.connection().execute(_FLOOR, {"query": query}).scalars())
