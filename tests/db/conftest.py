"""Key files of the tests are cheap to open: what a slot costs is a figure, and its own test reads it."""

from collections.abc import Iterator

import pytest

from cmc_desk.db import keys

COST = dict(keys._COST)


@pytest.fixture(autouse=True, scope="session")
def _cheap_slots() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "_COST", {"time_cost": 1, "memory_cost": 64, "parallelism": 1})
        yield
