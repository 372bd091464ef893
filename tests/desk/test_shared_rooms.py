"""Rooms that two officials share: the list of the hotel says it of both, and no longer of either once one moves."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cmc_desk.desk import rooms
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.passengers import the_passenger
from cmc_desk.desk.shared_rooms import put_shared_nights
from cmc_desk.rules.refusal import Refusal
from tests.desk.journeyed import book, both, open_travel


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_travel(tmp_path)
    yield opened
    opened.close()


def share(desk: Desk, one: str, mate: str, room: str = "twin 412") -> None:
    nights = [replace(night, room=room) for night in desk.read(rooms.usual_nights, sponsorship=one)]
    desk.do(put_shared_nights, sponsorship=one, nights=nights, mate=mate)


def rooms_of(desk: Desk, *keys: str) -> list[set[str]]:
    return [{night.room for night in desk.read(the_passenger, key).nights} for key in keys]


def test_a_shared_room_is_said_of_both_and_taken_back_of_both(desk: Desk) -> None:
    one, other = both(desk)
    book(desk, one, other)
    names = [desk.read(the_passenger, key) for key in (one, other)]
    first, second = (f"{name.given_name} {name.family_name}" for name in names)
    share(desk, one, other)
    assert rooms_of(desk, one, other) == [{f"twin 412 + {second}"}, {f"twin 412 + {first}"}]
    share(desk, one, "", room="single 7")
    assert rooms_of(desk, one, other) == [{"single 7"}, {"twin 412"}]


def test_two_who_have_no_night_in_common_share_nothing(desk: Desk) -> None:
    one, other = both(desk)
    book(desk, one)
    with pytest.raises(Refusal, match="no night in common"):
        share(desk, one, other)
    with pytest.raises(Refusal, match="holds a seat"):
        share(desk, one, one)
    assert rooms_of(desk, one, other) == [{""}, set()]
