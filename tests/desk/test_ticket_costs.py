"""What tickets cost over holds, reissues, cancellations and refunds, in one currency and in another."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cmc_desk.desk import journeys
from cmc_desk.desk.costs import Amounts, cost_rows
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import CostKind
from tests.desk.journeyed import BEFORE, issue, journey_of, open_travel, put, seated


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_travel(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def key(desk: Desk) -> str:
    found = seated(desk)
    put(desk, found)
    return found


def tickets(desk: Desk, key: str) -> dict[str, Amounts]:
    rows = [row for row in desk.read(cost_rows, sponsorship=key) if row.kind is CostKind.TICKET]
    assert len({(row.agency, row.currency) for row in rows}) == len(rows)
    return {row.currency: row.amounts for row in rows if row.amounts != Amounts()}


def hold(desk: Desk, key: str, fare: str, currency: str) -> None:
    until = BEFORE + timedelta(days=1)
    desk.do(journeys.hold_ticket, sponsorship=key, until=until, fare=fare, currency=currency)


def test_all_of_it_comes_back_after_a_reissue_that_was_free(desk: Desk, key: str) -> None:
    issue(desk, key, fare="412.50")
    desk.do(journeys.reissue_ticket, sponsorship=key, ticket="106-2")
    desk.do(journeys.cancel_ticket, sponsorship=key, reason="Ill", refund="412.50")
    assert tickets(desk, key) == {}


def test_all_of_it_comes_back_after_a_reissue_that_cost_more(desk: Desk, key: str) -> None:
    issue(desk, key, fare="412.50")
    desk.do(journeys.reissue_ticket, sponsorship=key, ticket="106-2", fare="50", currency="USD")
    assert tickets(desk, key) == {"USD": Amounts(462_50, 462_50)}
    with pytest.raises(Refusal, match="More would come back") as refused:
        desk.do(journeys.cancel_ticket, sponsorship=key, reason="Ill", refund="462.51")
    assert refused.value.field == "refund"
    desk.do(journeys.cancel_ticket, sponsorship=key, reason="Ill", refund="462.50")
    assert tickets(desk, key) == {}


def test_a_hold_at_a_price_in_another_currency_takes_the_place_of_the_first(desk: Desk, key: str) -> None:
    hold(desk, key, "400", "USD")
    hold(desk, key, "380", "EUR")
    assert tickets(desk, key) == {"EUR": Amounts(380_00)}


def test_a_ticket_in_another_currency_than_its_hold_leaves_nothing_expected(desk: Desk, key: str) -> None:
    hold(desk, key, "400", "USD")
    issue(desk, key, fare="390")
    assert tickets(desk, key) == {"USD": Amounts(400_00, 390_00)}
    desk.undo()
    desk.do(journeys.issue_ticket, sponsorship=key, ticket="106-1", fare="390", currency="EUR")
    assert tickets(desk, key) == {"EUR": Amounts(390_00, 390_00)}


def test_a_ticket_after_a_refunded_one_costs_what_is_told_of_it(desk: Desk, key: str) -> None:
    issue(desk, key, fare="412.50")
    desk.do(journeys.cancel_ticket, sponsorship=key, reason="Ill", refund="412.50")
    assert journey_of(desk, key).fare is None
    desk.do(journeys.issue_ticket, sponsorship=key, ticket="106-2")
    assert tickets(desk, key) == {}
    desk.undo()
    desk.do(journeys.issue_ticket, sponsorship=key, ticket="106-2", fare="99", currency="EUR")
    assert tickets(desk, key) == {"EUR": Amounts(99_00, 99_00)}


def test_a_booking_that_is_cancelled_is_not_expected_any_more(desk: Desk, key: str) -> None:
    hold(desk, key, "400", "USD")
    desk.do(journeys.cancel_ticket, sponsorship=key, reason="Too late")
    assert tickets(desk, key) == {}
    desk.do(journeys.issue_ticket, sponsorship=key, ticket="106-2")
    assert tickets(desk, key) == {}
