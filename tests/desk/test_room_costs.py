"""What rooms cost follows the nights: by the price that was said, more or fewer of them, and nothing once they are given up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cmc_desk.desk import costs, room_costs, rooms, seats, travellers
from cmc_desk.desk.costs import Amounts, cost_rows
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.people import Person
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Night
from cmc_desk.rules.travel_states import CostKind, Travel
from tests.desk.journeyed import both, open_travel
from tests.meetings import KEISHA, enter

NIGHTS = [Night(date(2019, 12, day), "Example Hotel", "single", breakfast=True, paid_by="") for day in (4, 5, 6)]

EARLY = replace(NIGHTS[0], date=date(2019, 12, 3))


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
    desk.do(rooms.put_nights, sponsorship=anais, nights=[EARLY, *NIGHTS])
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


def test_where_nobody_has_said_the_price_none_is_guessed(desk: Desk) -> None:
    anais, jose = both(desk)
    desk.do(rooms.book_stays, sponsorships=[anais])
    desk.do(costs.set_cost, sponsorship=anais, kind=CostKind.HOTEL, currency="USD", committed="300")
    desk.do(rooms.put_nights, sponsorship=jose, nights=NIGHTS)
    assert committed(desk, jose) == 0


def test_a_room_that_was_given_up_and_is_booked_again_costs_the_same(desk: Desk) -> None:
    anais, _jose = both(desk)
    desk.do(rooms.book_stays, sponsorships=[anais])
    desk.do(room_costs.price_rooms, price="118", currency="USD")
    desk.do(rooms.put_nights, sponsorship=anais, nights=[])
    assert committed(desk, anais) == 0
    desk.do(rooms.put_nights, sponsorship=anais, nights=NIGHTS)
    assert committed(desk, anais) == 354_00


def test_nights_that_come_and_go_cost_what_they_did(desk: Desk) -> None:
    anais, _jose = both(desk)
    desk.do(rooms.book_stays, sponsorships=[anais])
    desk.do(costs.set_cost, sponsorship=anais, kind=CostKind.HOTEL, currency="USD", committed="100", estimated="100")
    for nights, cost in (([EARLY, *NIGHTS], 133_33), (NIGHTS, 100_00)) * 3:
        desk.do(rooms.put_nights, sponsorship=anais, nights=nights)
        assert committed(desk, anais) == cost


def test_a_new_price_in_another_currency_takes_the_place_of_the_old_one(desk: Desk) -> None:
    anais, _jose = both(desk)
    desk.do(rooms.book_stays, sponsorships=[anais])
    desk.do(room_costs.price_rooms, price="118", currency="USD")
    desk.do(costs.set_cost, sponsorship=anais, kind=CostKind.HOTEL, currency="USD", actual="50")
    desk.do(room_costs.price_rooms, price="16000", currency="JMD")
    found = {row.currency: row.amounts for row in desk.read(cost_rows) if row.kind is CostKind.HOTEL}
    assert found == {"USD": Amounts(actual=50_00), "JMD": Amounts(48000_00, 48000_00)}


def test_a_night_that_the_traveller_pays_costs_the_agencies_nothing(desk: Desk) -> None:
    anais, jose = both(desk)
    own = [replace(one, paid_by="Traveller") for one in NIGHTS]
    desk.do(rooms.put_nights, sponsorship=jose, nights=own)
    with pytest.raises(Refusal, match="No night is booked yet"):
        desk.do(room_costs.price_rooms, price="118", currency="USD")
    desk.do(rooms.put_nights, sponsorship=anais, nights=[*NIGHTS[:2], own[2]])
    assert desk.do(room_costs.price_rooms, price="118", currency="USD") == 2
    assert (committed(desk, anais), committed(desk, jose)) == (236_00, 0)
    desk.do(rooms.put_nights, sponsorship=anais, nights=own)
    desk.do(rooms.put_nights, sponsorship=jose, nights=NIGHTS)
    assert (committed(desk, anais), committed(desk, jose)) == (0, 354_00)


def test_an_official_of_the_host_gets_a_room_that_no_agency_pays(desk: Desk) -> None:
    anais, _jose = both(desk)
    desk.do(rooms.book_stays, sponsorships=[anais])
    desk.do(room_costs.price_rooms, price="118", currency="USD")
    desk.do(seats.set_quota, delegation="JM", quota=1)
    host = desk.do(seats.nominate, seat="JM-1", participant=enter(desk, KEISHA).id)
    desk.do(rooms.put_nights, sponsorship=host, nights=NIGHTS)
    assert desk.read(cost_rows, sponsorship=host) == ()
    assert desk.do(room_costs.price_rooms, price="120", currency="USD") == 3


def test_the_room_of_a_no_show_who_is_replaced_is_charged(desk: Desk) -> None:
    anais, _jose = both(desk)
    other = enter(desk, Person(given_name="Guerda", family_name="Sample-Dorval", delegation="HT")).id
    desk.do(rooms.book_stays, sponsorships=[anais])
    desk.do(room_costs.price_rooms, price="118", currency="USD")
    desk.do(travellers.set_travel, sponsorship=anais, to=Travel.NO_SHOW, reason="Ill")
    desk.do(seats.replace, sponsorship=anais, participant=other, reason="Ill")
    assert committed(desk, anais) == 354_00
    assert desk.read(rooms.rooming_list).rows == ()


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
