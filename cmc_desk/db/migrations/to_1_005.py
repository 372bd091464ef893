"""Schema 1.5: who holds a seat is of its delegation, and vehicles know the way to more than one airport."""

from typing import Any

from cmc_desk.db.migrations.travel_of_1_005 import TRAVEL_1_005


def keep_seats_with_their_delegations(connection: Any) -> None:
    """Make what is new of sponsored travel; what stands in the file is not looked at, the wall says what is amiss."""
    for statement in TRAVEL_1_005:
        connection.execute(statement)
