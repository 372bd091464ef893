"""Reading and trying beside the window: not on the connection of the desk, which the windows need, and without a lock, which others would wait for."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from cmc_desk.db.snapshots import copied, snapshot
from cmc_desk.db.store import Store
from cmc_desk.desk.desk import Desk


@contextmanager
def reading_beside(desk: Desk) -> Iterator[Session]:
    """Open a reading of the meeting as it stands now, in any thread; it may take its time.

    Raises Unavailable if the file was moved or replaced, or the disk or a lock is in trouble.
    """
    desk.store.check_in_place()
    with snapshot(desk.store.path, desk.store.key) as session:
        yield session


@contextmanager
def copy_beside(desk: Desk) -> Iterator[Store]:
    """Open a copy of the meeting as it stands now, in any thread, to try there what would be written: nothing of it comes into the meeting.

    Raises Unavailable as `reading_beside` does.
    """
    desk.store.check_in_place()
    with copied(desk.store.path, desk.store.key) as store:
        yield store
