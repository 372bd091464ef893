"""Whose name stands on a ticket, however an airline has printed it."""

from collections.abc import Iterable

import pytest

from cmc_desk.rules.passenger_names import PassengerIndex, given_and_family, is_cut_name
from cmc_desk.rules.passengers import Passenger
from tests.rules.journey_case import HOME, THERE, passenger

KEISHA = passenger("a", THERE, HOME, locator="EXY12Z")
ANAIS = passenger("b", THERE, HOME, name="Anaïs Muster-Żółć", locator="EXY12Z")
JOSE = passenger("c", name="José Specimen Valdés")
PEOPLE = (KEISHA, ANAIS, JOSE)


def whose(printed: str, people: Iterable[Passenger], *, locator: str = "", cut: bool = False) -> tuple[Passenger, ...]:
    return PassengerIndex(people).whose(printed, locator=locator, cut=cut)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("EXAMPLE/KEISHA ANN MRS", ("KEISHA ANN", "EXAMPLE")),
        ("EXAMPLE/MR", ("MR", "EXAMPLE")),
        ("Ms. Keisha Example", ("Keisha", "Example")),
    ],
)
def test_given_and_family_name_are_told_apart(printed: str, expected: tuple[str, str]) -> None:
    assert given_and_family(printed) == expected


@pytest.mark.parametrize(
    ("printed", "keys"),
    [
        ("EXAMPLEBLAKE/KEISHAMS", "a"),
        ("EXAMPLE-BLAKE/KEISHA ANN MS", "a"),
        ("Ms Keisha Example-Blake", "a"),
        ("MUSTERZOLC/ANAIS", "b"),
        ("SPECIMENVALDES/JOSE", "c"),
        ("SAMPLE/NOBODY", ""),
        ("", ""),
    ],
)
def test_a_name_is_whose_it_is(printed: str, keys: str) -> None:
    assert "".join(one.key for one in whose(printed, PEOPLE)) == keys


def test_a_locator_tells_people_of_one_name_apart() -> None:
    other = passenger("d", THERE, HOME, locator="OTHER1")
    assert len(whose("EXAMPLEBLAKE/KEISHA", (*PEOPLE, other))) == 2
    assert [one.key for one in whose("EXAMPLEBLAKE/KEISHA", (*PEOPLE, other), locator="OTHER1")] == ["d"]


def test_a_locator_of_one_official_finds_whoever_was_booked_under_another_name() -> None:
    assert [one.key for one in whose("SAMPLE/K", (KEISHA, JOSE), locator="EXY12Z")] == ["a"]
    assert whose("SAMPLE/K", PEOPLE, locator="EXY12Z") == ()


def test_a_name_that_was_cut_is_recognised_by_its_beginning() -> None:
    assert is_cut_name("EXAMPLEBLAKE/KEI", "Keisha", "Example-Blake")
    assert is_cut_name("EXAMPLEBLAK", "Keisha", "Example-Blake")
    assert not is_cut_name("EXAMPLE/KEI", "Keisha", "Example-Blake")
    assert [one.key for one in whose("SPECIMENVALDES/JO", PEOPLE, cut=True)] == ["c"]
