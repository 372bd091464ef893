"""What is done with many officials at once asks the store a few things, however many they are: nobody else can write meanwhile."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from cmc_desk.desk import allowances, payment_list, payments, room_costs, rooms, seats, travel_at_once
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.allowance_stays import Stay
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Travel
from tests.desk.journeyed import at, open_travel, put, seated
from tests.desk.sponsored import OFFICIALS, computed, financed, official
from tests.meetings import JOSE, open_desk

# A further row of another kind in a flush is a further statement; a further official is none.
_A_FEW = 3
KINGSTON = Stay("KIN", at(4, 15, 40), at(7, 9, 15))


@contextmanager
def asked() -> Iterator[list[str]]:
    """Count the statements of a block."""
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def statements(desk: Desk, act: Any, **how: Any) -> int:
    with asked() as found:
        desk.do(act, **how)
    return len(found)


def compute(desk: Desk, who: tuple[str, ...]) -> int:
    return statements(desk, allowances.compute_allowances, sponsorships=who)


def compute_anew(desk: Desk, who: tuple[str, ...]) -> int:
    for one in who:
        desk.do(allowances.compute_allowance, sponsorship=one, stays=(KINGSTON,))
    return statements(desk, allowances.compute_allowances, sponsorships=who)


def approve(desk: Desk, who: tuple[str, ...]) -> int:
    lines = tuple(computed(desk, one).payment for one in who)
    return statements(desk, payments.approve_payments, payments=lines)


def arrive(desk: Desk, who: tuple[str, ...]) -> int:
    return statements(desk, travel_at_once.arrive_all, sponsorships=who)


@pytest.mark.parametrize("act", [compute, compute_anew, approve, arrive])
def test_two_officials_cost_no_more_statements_than_one(
    tmp_path: Path, act: Callable[[Desk, tuple[str, ...]], int]
) -> None:
    counts = []
    for who in (OFFICIALS[:1], OFFICIALS):
        folder = tmp_path / str(len(who))
        folder.mkdir()
        desk = open_desk(folder)
        financed(desk)
        for one in OFFICIALS:
            official(desk, one, travel=Travel.TICKETED)
        counts.append(act(desk, who))
        desk.close()
    assert counts[1] <= counts[0] + _A_FEW


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_travel(tmp_path)
    yield opened
    opened.close()


def test_rooms_are_booked_and_funding_is_confirmed_in_a_few_statements(desk: Desk) -> None:
    keys = [seated(desk, accepted=False), seated(desk, JOSE, number=2, accepted=False)]
    for key in keys:
        put(desk, key)
    for act, taken_back in ((travel_at_once.accept_all, True), (rooms.book_stays, False)):
        one = statements(desk, act, sponsorships=keys[:1])
        desk.undo()
        assert statements(desk, act, sponsorships=keys) <= one + _A_FEW
        if taken_back:
            desk.undo()
    desk.do(room_costs.price_rooms, price="118", currency="USD")
    for key in keys:
        desk.do(rooms.put_nights, sponsorship=key, nights=[])
    one = statements(desk, rooms.book_stays, sponsorships=keys[:1])
    desk.undo()
    assert statements(desk, rooms.book_stays, sponsorships=keys) <= one + _A_FEW


def test_who_cannot_be_accepted_among_many_is_named_and_nobody_is(desk: Desk) -> None:
    keys = [seated(desk), seated(desk, JOSE, number=2, accepted=False)]
    with pytest.raises(Refusal, match=r"^Anaïs Muster-Żółć: "):
        desk.do(travel_at_once.accept_all, sponsorships=[keys[1], keys[0]])
    desk.do(seats.accept, sponsorship=keys[1])
    assert desk.read(payment_list.payment_lines) == ()
