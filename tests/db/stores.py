"""Meeting files with one station in them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cmc_desk.db import store
from cmc_desk.db.schema import Station
from tests.meetings import RECOVERY

MARK = "Quetzalcoatlus"


@contextmanager
def created(path: Path, *, passphrase: str = "") -> Iterator[store.Store]:
    made = store.create(path, passphrase=passphrase, recovery=RECOVERY if passphrase else "")
    try:
        yield made
    finally:
        made.close()


def add_station(opened: store.Store, name: str = MARK) -> None:
    with opened.write() as session:
        session.add(Station(id=name, name=name))


def stations(opened: store.Store) -> list[str]:
    with opened.read() as session:
        return [row.name for row in session.query(Station)]
