"""What rooms cost follows the nights: by the price that was said, more or fewer of them, and nothing once they are given up."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cmc_desk.desk import costs, room_costs, rooms, seats
from cmc_desk.desk.costs import Amounts, cost_rows
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Night
from cmc_desk.rules.travel_states import CostKind
from tests.desk.journeyed import both, open_travel

NIGHTS = [Night(date(2019, 12, day), "Example Hotel", "single", breakfast=True, paid_by="") for day in (4, 5, 6)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_travel(tmp_path)
    yield opened
    opened.close()


def committed(desk: Desk, sponsorship: str) -> int:
    rows = desk.read(cost_rows, sponsorship=sponsorship)
    return sum(row.amounts.committed for row in rows if row.kind is CostKind.HOTEL)


def test_the_price_of_a_night_commits_every_night_that_is_booked(desk: Desk) -> None:
    anais, jose = both(desk)
    desk.do(rooms.book_stays, sponsorships=[anais, jose])
    assert desk.do(room_costs.price_rooms, price="118,50", currency="usd") == 6
    assert (committed(desk, anais), committed(desk, jose)) == (3 * 11850, 3 * 11850)


def test_more_and_fewer_nights_cost_more_and_less(desk: Desk) -> None:
    anais, _jose = both(desk)
    desk.do(rooms.book_stays, sponsorships=[anais])
    desk.do(room_costs.price_rooms, price="100", currency="USD")
    early = Night(date(2019, 12, 3), "Example Hotel", "single", breakfast=True, paid_by="")
    desk.do(rooms.put_nights, sponsorship=anais, nights=[early, *NIGHTS])
    assert committed(desk, anais) == 400_00
    desk.do(rooms.put_nights, sponsorship=anais, nights=NIGHTS)
    assert committed(desk, anais) == 300_00
    desk.undo()
    assert committed(desk, anais) == 400_00


def test_a_further_room_costs_what_all_others_in_its_hotel_do(desk: Desk) -> None:
    anais, jose = both(desk)
    desk.do(rooms.book_stays, sponsorships=[anais])
    desk.do(rooms.put_nights, sponsorship=jose, nights=[])
    assert committed(desk, jose) == 0
    desk.do(room_costs.price_rooms, price="100", currency="USD")
    desk.do(rooms.book_stays, sponsorships=[jose])
    assert committed(desk, jose) == 300_00


def test_where_the_price_is_not_the_same_for_all_none_is_guessed(desk: Desk) -> None:
    anais, jose = both(desk)
    desk.do(rooms.book_stays, sponsorships=[anais])
    desk.do(room_costs.price_rooms, price="100", currency="USD")
    desk.do(costs.set_cost, sponsorship=anais, kind=CostKind.HOTEL, currency="JMD", committed="9000")
    desk.do(rooms.put_nights, sponsorship=jose, nights=NIGHTS)
    assert committed(desk, jose) == 0


def test_whoever_is_replaced_gives_the_room_up_and_what_the_hotel_has_billed_stays(desk: Desk) -> None:
    anais, jose = both(desk)
    desk.do(rooms.book_stays, sponsorships=[anais, jose])
    desk.do(room_costs.price_rooms, price="100", currency="USD")
    desk.do(costs.set_cost, sponsorship=jose, kind=CostKind.HOTEL, currency="USD", actual="50")
    for key in (anais, jose):
        desk.do(seats.withdraw, sponsorship=key)
    found = [row.amounts for row in desk.read(cost_rows) if row.kind is CostKind.HOTEL]
    assert sum(found, Amounts()) == Amounts(actual=50_00)
    assert desk.read(rooms.rooming_list).rows == ()
    desk.undo()
    assert committed(desk, jose) == 300_00


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"price": "100", "currency": "USD"}, "No night is booked yet."),
        ({"price": "-1", "currency": "USD"}, "negative|below|less"),
        ({"price": "1", "currency": "dollar"}, "three letters"),
    ],
)
def test_a_price_that_cannot_be_is_refused(desk: Desk, how: dict[str, str], said: str) -> None:
    both(desk)
    with pytest.raises(Refusal, match=said):
        desk.do(room_costs.price_rooms, **how)
