"""What is provided on a date, and why: agenda, hotel, what was settled for everybody and for one person."""

from dataclasses import replace

from cmc_desk.rules.allowances import Origin
from cmc_desk.rules.provided import Meal, provided
from cmc_desk.rules.travel_facts import Night
from tests.rules.allowance_case import STAY, at, day

LUNCHES = tuple(Meal(at(number, 12, 30), at(number, 14)) for number in (5, 6))


def night(number: int, *, breakfast: bool = True, paid_by: str = "IOM") -> Night:
    return Night(day(number), "Example Hotel", "single", breakfast=breakfast, paid_by=paid_by)


def test_lunches_come_from_the_agenda_and_breakfast_belongs_to_the_morning_after_the_night() -> None:
    found = provided(
        meals=LUNCHES, nights=[night(4), night(5), night(6, breakfast=False)], stops=[STAY], everybody={}, own={}
    )
    assert found.letters == {day(4): "R", day(5): "RBL", day(6): "RBL"}
    assert found.origins[day(5)] == {"R": Origin.HOTEL, "B": Origin.HOTEL, "L": Origin.AGENDA}


def test_a_meal_is_provided_only_to_whoever_is_there() -> None:
    early = Meal(at(4, 12, 30), at(4, 14))
    late = Meal(at(7, 9), at(7, 10))
    assert provided(meals=[early, late], nights=[], stops=[STAY], everybody={}, own={}).letters == {}


def test_a_lunch_of_the_meeting_is_none_for_whoever_is_elsewhere_at_noon() -> None:
    miami = replace(STAY, place="MIA")
    found = provided(meals=LUNCHES, nights=[], stops=[miami], everybody={}, own={}, elsewhere={"MIA"})
    assert found.letters == {}
    found = provided(meals=LUNCHES, nights=[], stops=[miami, STAY], everybody={}, own={}, elsewhere={"MIA"})
    assert found.letters == {day(5): "L", day(6): "L"}


def test_a_meal_in_the_evening_is_the_dinner() -> None:
    reception = Meal(at(5, 19), at(5, 21))
    assert provided(meals=[reception], nights=[], stops=[STAY], everybody={}, own={}).letters == {day(5): "D"}


def test_who_pays_the_hotel_alone_is_provided_neither_room_nor_breakfast() -> None:
    found = provided(meals=[], nights=[night(4, paid_by="Traveller"), night(5)], stops=[STAY], everybody={}, own={})
    assert found.letters == {day(5): "R", day(6): "B"}


def test_what_is_settled_for_everybody_stands_in_the_place_of_the_agenda_only() -> None:
    found = provided(meals=LUNCHES, nights=[night(5)], stops=[STAY], everybody={day(5): "LD", day(6): ""}, own={})
    assert found.letters == {day(5): "RLD", day(6): "B"}
    assert found.origins[day(5)]["D"] is Origin.MEETING


def test_what_is_settled_for_a_person_stands_in_the_place_of_everything() -> None:
    found = provided(
        meals=LUNCHES, nights=[night(4), night(5)], stops=[STAY], everybody={day(5): "D"}, own={day(5): "x", day(6): ""}
    )
    assert found.letters == {day(4): "R", day(5): "X", day(6): ""}
    assert found.origins[day(5)] == {"X": Origin.PERSON}
