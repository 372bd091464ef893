"""Ways in which a meeting file fails while somebody types."""

from collections.abc import Iterator
from contextlib import contextmanager

from cmc_desk.desk.desk import Desk
from tests.meetings import reopened


@contextmanager
def locked(desk: Desk) -> Iterator[None]:
    """Let another program hold the file, so that nobody reads or writes."""
    other = reopened(desk)
    with other.store._engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        assert driver is not None
        driver.execute("BEGIN EXCLUSIVE")
        try:
            yield
        finally:
            driver.execute("ROLLBACK")
    other.close()


@contextmanager
def full(desk: Desk) -> Iterator[None]:
    """Let the disk be full: the file cannot grow."""
    with desk.store._engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        assert driver is not None
        before = driver.execute("PRAGMA max_page_count").fetchone()[0]
        driver.execute("PRAGMA max_page_count = 1")
    try:
        yield
    finally:
        with desk.store._engine.connect() as connection:
            driver = connection.connection.dbapi_connection
            assert driver is not None
            driver.execute(f"PRAGMA max_page_count = {before}")


@contextmanager
def gone(desk: Desk) -> Iterator[None]:
    """Let the file be moved away."""
    path = desk.store.path
    path.rename(path.with_suffix(".away"))
    try:
        yield
    finally:
        path.with_suffix(".away").rename(path)


TROUBLES = {"locked": locked, "full": full, "gone": gone}
