"""What takes long without being on record: readings, and what is only tried, on a copy in memory, so that nobody's commit waits for them.

With a rollback journal whoever writes waits for all who read. Copying all pages takes milliseconds; what is made of them takes seconds.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from cmc_desk.db.connection import as_ever, connect, trouble
from cmc_desk.db.engines import engine_over
from cmc_desk.db.keys import DataKey
from cmc_desk.db.store import Store

# With the photographs of many people it is the copy that takes long, and the memory of a small computer.
_LARGEST_BYTES = 32 * 2**20
# Whoever tries something writes, and nobody else could for as long as that takes: then the copy is what takes less.
_LARGEST_TRIED_BYTES = 256 * 2**20


@contextmanager
def snapshot(path: Path, key: DataKey | None) -> Iterator[Session]:
    """Open a reading, in any thread, of the meeting as it stands at this instant; nobody waits until it is closed.

    A file of more than 32 MiB is read where it lies, and then they do wait. Raises Unavailable if the disk or a lock is in trouble.
    """
    connection = connect(path, key)
    try:
        if _size(connection) <= _LARGEST_BYTES:
            connection = _in_memory(connection, key)
        connection.execute("PRAGMA query_only = ON")
        engine = engine_over(lambda: connection, patience=0)
        try:
            with engine.connect() as over:
                connection.execute("BEGIN")
                with Session(over, expire_on_commit=False) as session, session.begin():
                    yield session
        finally:
            engine.dispose()
    except DBAPIError as error:
        raise trouble(error.orig or error, path) from error
    except dbapi2.Error as error:
        raise trouble(error, path) from error
    finally:
        connection.close()


@contextmanager
def copied(path: Path, key: DataKey | None) -> Iterator[Store]:
    """Open, in any thread, a copy in memory of the meeting as it stands at this instant: what is written there is nowhere else.

    A file of more than 256 MiB is opened where it lies: whoever uses this takes back what he writes. Raises Unavailable if the disk or a
    lock is in trouble.
    """
    connection = connect(path, key)
    try:
        if _size(connection) <= _LARGEST_TRIED_BYTES:
            connection = _in_memory(connection, key)
            as_ever(connection)
        store = Store(path, key, engine=engine_over(lambda: connection, patience=0))
        try:
            yield store
        finally:
            store.close()
    except dbapi2.Error as error:
        raise trouble(error, path) from error
    finally:
        connection.close()


def _size(connection: Any) -> int:
    return int(
        connection.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()[0]
    )


def _in_memory(connection: Any, key: DataKey | None) -> Any:
    """Copy what is open on `connection`, which is closed, into memory; it stays encrypted there, as the library wants it."""
    with closing(connection):
        copy = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            if key is not None:
                copy.execute("PRAGMA cipher_log_level = NONE")
                copy.execute(f'PRAGMA key = "{key.pragma}"')
            # Reading first: that waits for whoever writes, and no longer than everybody does; copying would try for ever.
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            connection.backup(copy)
        except BaseException:
            copy.close()
            raise
        return copy
