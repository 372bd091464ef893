"""The airports that we carry are those of the package that they were taken from."""

from cmc_desk.desk.airports import airports
from cmc_desk.resource import resource
from tests.desk import kingston
from tools.airports import listed_airports


def test_the_list_is_what_the_locked_package_has() -> None:
    carried = resource("airports", "airports.tsv").read_text(encoding="utf-8")
    # As lines, so that a difference is told by its airport and not as a quarter of a megabyte.
    assert set(carried.splitlines()) ^ set(listed_airports().splitlines()) == set()
    assert carried == listed_airports()


def test_the_airports_of_the_delegations_of_2019_are_among_them_with_the_same_clocks() -> None:
    known = airports()
    found = {one.code: known[one.airport].zone for one in kingston.plan().delegations if one.airport and one.zone}
    assert len(found) > 30
    # Saint Martin (French part) is reached through the airport of the Dutch part, whose clocks show the same time.
    others = {one.code for one in kingston.plan().delegations if one.code in found and found[one.code] != one.zone}
    assert others <= {"MF"}
