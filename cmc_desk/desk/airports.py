"""The airports of the world, as the program carries them; read when the first of them is asked for."""

from functools import cache

from cmc_desk.resource import resource
from cmc_desk.rules.airports import Airports, airports_of


@cache
def airports() -> Airports:
    """Return every airport that has a code of IATA, by its code."""
    return airports_of(resource("airports", "airports.tsv").read_text(encoding="utf-8"))
