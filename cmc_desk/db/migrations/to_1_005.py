"""Schema 1.5: the notes of every item, and what is read out of them."""

from typing import Any

from cmc_desk.db.migrations.notes_of_1_005 import NOTES


def take_notes(connection: Any) -> None:
    """Make the tables of the notes, their index, and those of read-outs and recommendations."""
    for statement in NOTES:
        connection.execute(statement)
