"""What a scan and a key cost at the desk."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from cmc_desk.db.connection import connect
from cmc_desk.db.keys import new_data_key
from cmc_desk.desk import attendance, people
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.folding import words
from tests.bench.crowd import code_of, open_crowd
from tests.bench.measure import Row, against, alternately, at_most, milliseconds, percentile

_FLOOR = text("SELECT rowid FROM person_search WHERE person_search MATCH :query LIMIT 60")
_TYPED = ("blake", "lukasz", "muster croes", "jamaica", "zolc", "directora", "example nunez", "soren")


def scan() -> Iterator[Row]:
    """A scanned code, found, recorded, journalled and committed, against a bare commit of one row."""
    with tempfile.TemporaryDirectory() as folder:
        desk = open_crowd(Path(folder), 1000)
        floor = connect(Path(folder) / "floor.db", new_data_key(), new=True)
        floor.execute("CREATE TABLE floor (id INTEGER PRIMARY KEY, said TEXT)")
        numbers = iter(range(1000))

        def ours() -> None:
            desk.do(attendance.check_in, code=code_of(next(numbers)))

        def bare() -> None:
            floor.execute("BEGIN IMMEDIATE")
            floor.execute("INSERT INTO floor (said) VALUES ('checked in')")
            floor.execute("COMMIT")

        times, least = alternately(ours, bare, runs=400)
        floor.close()
        desk.close()
    yield against("scan → durable, median", times, least, most=3.0)
    yield at_most("scan → durable, p99", percentile(times, 0.99), 20, floor=percentile(least, 0.99))


def search() -> Iterator[Row]:
    """Every key of what is typed, at three sizes of meeting, against the bare full-text query."""
    for number in (1_000, 10_000, 100_000):
        with tempfile.TemporaryDirectory() as folder:
            desk = open_crowd(Path(folder), number)
            times, least = _each_key(desk)
            desk.close()
        yield at_most(
            f"search per key, {number:,} people, p95", percentile(times, 0.95), 5, floor=percentile(least, 0.95)
        )


def _each_key(desk: Desk) -> tuple[list[float], list[float]]:
    times: list[float] = []
    least: list[float] = []
    for typed in _TYPED:
        for length in range(1, len(typed) + 1):
            times.append(_best(desk.read, people.find_people, text=typed[:length]))
            least.append(_best(desk.read, _bare, prefixes=words(typed[:length])))
    return times, least


def _best(work: Callable[..., object], *args: object, **kwargs: object) -> float:
    return min(milliseconds(partial(work, *args, **kwargs)) for _turn in range(3))


def _bare(session: Session, *, prefixes: Sequence[str]) -> list[int]:
    query = " ".join(f'"{word}"*' for word in prefixes)
    return list(session.connection().execute(_FLOOR, {"query": query}).scalars())
