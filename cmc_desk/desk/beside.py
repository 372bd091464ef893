"""Reading beside the window: on a connection of its own, because the desk has one and the windows need it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from cmc_desk.db.store import Store
from cmc_desk.desk.desk import Desk


@contextmanager
def reading_beside(desk: Desk) -> Iterator[Session]:
    """Open a short reading of the meeting file in any thread."""
    store = Store(desk.store.path, desk.store.key)
    try:
        with store.read() as session:
            yield session
    finally:
        store.close()
