"""The rules of the store that no constraint of a table can say: triggers, made in a new and empty store in the words of its database."""

from sqlalchemy import Connection

from cmc_desk.db import belonging_triggers, document_triggers, money_triggers, readout_triggers, travel_triggers

_STATEMENTS = {
    "sqlite": (
        *travel_triggers.SQLITE,
        *belonging_triggers.SQLITE,
        *money_triggers.SQLITE,
        *readout_triggers.SQLITE,
        *document_triggers.SQLITE,
    ),
    "postgresql": (
        *travel_triggers.POSTGRESQL,
        *belonging_triggers.POSTGRESQL,
        *money_triggers.POSTGRESQL,
        *readout_triggers.POSTGRESQL,
        *document_triggers.POSTGRESQL,
    ),
}


def create_triggers(connection: Connection) -> None:
    """Make the triggers, once the tables are there."""
    for statement in _STATEMENTS[connection.dialect.name]:
        connection.exec_driver_sql(statement)
