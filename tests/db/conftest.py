"""Key files of the tests are cheap to open (what a slot costs is a figure, and its own test reads it); a PostgreSQL is there for those that ask."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from cmc_desk.db import keys, money_triggers
from cmc_desk.db.belonging_triggers import create_belonging_triggers
from cmc_desk.db.document_triggers import keep_what_was_adopted
from cmc_desk.db.schema import Base
from cmc_desk.db.travel_triggers import create_triggers
from tests.db import postgres

COST = dict(keys._COST)


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
        create_belonging_triggers(connection)
        money_triggers.install(connection)
        keep_what_was_adopted(connection)
    return server
