"""What sponsored travel costs, by agency and currency, and budget against actual."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cmc_desk.desk import costs, daily_rates, payments, travel_budget
from cmc_desk.desk.costs import Amounts
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import CostKind
from tests.desk.sponsored import approved, computed, financed, official, paid
from tests.meetings import open_desk

THIRDS = (("IOM", 6667), ("UNHCR", 3333))
DAY = date(2019, 12, 5)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    financed(opened)
    yield opened
    opened.close()


def amounts(desk: Desk, kind: CostKind = CostKind.ALLOWANCE) -> dict[str, Amounts]:
    return {row.agency: row.amounts for row in desk.read(costs.cost_rows) if row.kind is kind}


def test_the_cost_of_an_allowance_follows_its_payment_by_the_shares_of_the_seat(desk: Desk) -> None:
    official(desk, shares=THIRDS)
    computed(desk)
    assert amounts(desk) == {"IOM": Amounts(23681), "UNHCR": Amounts(11839)}
    approved(desk)
    assert amounts(desk)["IOM"] == Amounts(23681, 23681)


def test_what_was_paid_stays_paid_until_it_comes_back(desk: Desk) -> None:
    official(desk)
    official(desk, "jose")
    first, second = paid(desk), paid(desk, "jose")
    whole = 2 * 35520
    assert amounts(desk)["IOM"] == Amounts(whole, whole, whole, whole)
    against = desk.do(payments.void, payment=first.payment, reason="Wrong")
    assert amounts(desk)["IOM"] == Amounts(35520, 35520, whole, whole)
    desk.do(payments.settle, payment=against)
    desk.do(payments.void, payment=second.payment, reason="Wrong", returned=True)
    assert amounts(desk)["IOM"] == Amounts()


def test_a_new_line_counts_instead_of_the_one_that_was_corrected(desk: Desk) -> None:
    official(desk)
    first = paid(desk)
    desk.do(payments.void, payment=first.payment, reason="Wrong")
    paid(desk)
    assert amounts(desk)["IOM"] == Amounts(35520, 35520, 35520, 35520)


def test_other_costs_are_entered_and_stay_after_a_replacement(desk: Desk) -> None:
    official(desk, shares=THIRDS)
    desk.do(
        costs.set_cost, sponsorship="anais", kind=CostKind.TICKET, currency="usd", estimated="800", committed="612.40"
    )
    desk.do(
        costs.set_cost, sponsorship="anais", kind=CostKind.TICKET, currency="USD", actual="600.01", note="Invoice 7"
    )
    found = amounts(desk, CostKind.TICKET)
    assert found["IOM"] == Amounts(53336, 40829, 40003)
    assert found["IOM"] + found["UNHCR"] == Amounts(80000, 61240, 60001)


@pytest.mark.parametrize(
    ("how", "field"),
    [
        ({"kind": CostKind.ALLOWANCE, "actual": "1"}, "kind"),
        ({"kind": CostKind.TICKET, "actual": "-1"}, "actual"),
        ({"kind": CostKind.HOTEL, "actual": "1", "sponsorship": "jose"}, "shares"),
        ({"kind": CostKind.HOTEL, "actual": "1", "sponsorship": "nobody"}, "sponsorship"),
    ],
)
def test_a_cost_that_makes_no_sense_is_refused(desk: Desk, how: dict[str, object], field: str) -> None:
    official(desk)
    official(desk, "jose", shares=())
    with pytest.raises(Refusal) as refused:
        desk.do(costs.set_cost, **{"sponsorship": "anais", "currency": "USD", **how})  # type: ignore[arg-type] # as the table says
    assert refused.value.field == field


def test_the_budget_stands_against_what_is_expected_in_one_currency(desk: Desk) -> None:
    official(desk)
    paid(desk)
    desk.do(costs.set_cost, sponsorship="anais", kind=CostKind.TICKET, currency="JMD", estimated="13850")
    desk.do(costs.set_cost, sponsorship="anais", kind=CostKind.HOTEL, currency="XCD", committed="270")
    desk.do(
        daily_rates.set_exchange_rate, month=DAY, base="USD", quoted="JMD", rate="138.50", source="UN operational rate"
    )
    iom, unhcr = desk.read(travel_budget.budget, day=DAY)
    assert iom.amounts == Amounts(35520 + 10000, 35520, 35520, 35520)
    assert (iom.expected, iom.left) == (45520, 100_000_00 - 45520)
    assert [(row.kind, row.currency) for row in iom.unconverted] == [(CostKind.HOTEL, "XCD")]
    assert (unhcr.amounts, unhcr.rows, unhcr.left) == (Amounts(), (), 100_000_00)


def test_what_is_expected_is_known_of_each_official_by_itself(desk: Desk) -> None:
    official(desk)
    official(desk, "jose")
    desk.do(costs.set_cost, sponsorship="anais", kind=CostKind.TICKET, currency="USD", estimated="800", actual="600")
    desk.do(costs.set_cost, sponsorship="jose", kind=CostKind.TICKET, currency="USD", estimated="700")
    assert desk.read(travel_budget.budget, day=DAY)[0].expected == 130000


def test_a_budget_is_typed_or_taken_away(desk: Desk) -> None:
    desk.do(travel_budget.set_budget, agency="IOM", amount="50 000", currency="usd")
    assert desk.read(travel_budget.budget, day=DAY)[0].budget == 50_000_00
    desk.do(travel_budget.set_budget, agency="IOM", amount="", currency="USD")
    row = desk.read(travel_budget.budget, day=DAY)[0]
    assert (row.budget, row.left) == (None, None)
    for how in ({"agency": "X", "amount": "1"}, {"agency": "IOM", "amount": "-1"}):
        with pytest.raises(Refusal):
            desk.do(travel_budget.set_budget, currency="USD", **how)
