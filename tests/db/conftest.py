"""Key files of the tests are cheap to open (what a slot costs is a figure, and its own test reads it); a PostgreSQL is there for those that ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from cmc_desk.db import keys
from cmc_desk.db.schema import Base
from cmc_desk.db.triggers import create_triggers
from tests import temporary
from tests.db import postgres

COST = dict(keys._COST)


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """Lend a folder on the disk: what it does with what it was given is asked here."""
    with temporary.on_the_disk() as folder:
        yield folder


@pytest.fixture(autouse=True, scope="session")
def _cheap_slots() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "_COST", {"time_cost": 1, "memory_cost": 64, "parallelism": 1})
        yield


@pytest.fixture(scope="session")
def server() -> Iterator[Engine]:
    """Start a PostgreSQL for the tests that ask one."""
    with postgres.running() as engine:
        yield engine


@pytest.fixture
def empty(server: Engine) -> Engine:
    """Return a PostgreSQL with the tables of a new meeting and nothing in them."""
    with server.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
        Base.metadata.create_all(connection)
        create_triggers(connection)
    return server
