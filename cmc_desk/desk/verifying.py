"""The whole journal recomputed while people work: in short stretches, so that nobody's commit waits for it."""

from collections.abc import Callable

from cmc_desk.db.journal import Verified, verify
from cmc_desk.db.store import Store
from cmc_desk.desk.desk import Desk

_STRETCH = 500


def verifying_job(desk: Desk) -> Callable[[Callable[[int, int], None]], Verified]:
    """Return the work of recomputing the chain of the open meeting, to be done in any thread, with progress in rows."""
    path, key = desk.store.path, desk.store.key

    def work(progress: Callable[[int, int], None]) -> Verified:
        # A connection of its own: the desk has one, and the windows need it.
        store = Store(path, key)
        rows = 0
        try:
            while True:
                with store.read() as session:
                    found = verify(session, after=rows, most=_STRETCH)
                if not found.whole or found.rows < _STRETCH:
                    return Verified(rows + found.rows, found.head, found.broken_at)
                rows += found.rows
                progress(rows, 0)
        finally:
            store.close()

    return work
