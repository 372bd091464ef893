"""Meetings that many tests begin with: made once in each process, and opened as a copy from then on."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from cmc_desk.clock import ManualClock
from cmc_desk.db import keys, store
from cmc_desk.db.keys import DataKey, key_file_of
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk

_MADE: dict[Hashable, "Founded"] = {}


@dataclass(frozen=True)
class Founded:
    """A meeting whose file is closed: its bytes, how they are opened, and when and at whose desk it was left."""

    content: bytes
    key: DataKey | None
    key_file: bytes
    now: datetime
    saved_at: datetime | None
    author: Author

    @classmethod
    def of(cls, desk: Desk) -> "Founded":
        """Close a desk and return what it leaves."""
        desk.close()
        path, key = desk.store.path, desk.store.key
        key_file = key_file_of(path).read_bytes() if key is not None else b""
        return cls(path.read_bytes(), key, key_file, desk.clock.now(), desk.saved_at, desk.author)

    def opened_at(self, path: Path) -> Desk:
        """Open a copy at `path`, with a clock of its own that stands where the meeting was left."""
        path.write_bytes(self.content)
        path.chmod(0o600)
        if self.key is not None:
            key_file_of(path).write_bytes(self.key_file)
            key_file_of(path).chmod(0o600)
        desk = Desk(store.open_store(path, key=self.key), clock=ManualClock(self.now), author=self.author)
        desk.saved_at = self.saved_at
        return desk


def founded(what: Hashable, path: Path, make: Callable[[Path], Desk]) -> Desk:
    """Open at `path` a copy of what `make` makes; whatever is `what` is made once.

    Copies are one meeting: they have its identifiers and badge codes. Who needs two meetings makes the second one anew.
    """
    if what not in _MADE:
        with pytest.MonkeyPatch.context() as patch:
            # Each test that opens the copy with its passphrase would pay for the slot anew; what one costs is asked in `db`.
            patch.setattr(keys, "_COST", {"time_cost": 1, "memory_cost": 64, "parallelism": 1})
            _MADE[what] = Founded.of(make(path))
    return _MADE[what].opened_at(path)
