"""Money that has to come back is never lost from sight, and nothing is handed out that is known to be wrong."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from cmc_desk.desk import allowances, daily_rates, payment_list, payments, provided_days
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.payment_rows import payment_states
from cmc_desk.rules.money import from_minor
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Method, PaymentState
from tests.desk.sponsored import approved, computed, financed, journey, night, official, paid
from tests.meetings import open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    financed(opened)
    for month in (11, 12):
        opened.do(
            daily_rates.set_exchange_rate,
            month=date(2019, month, 1),
            base="USD",
            quoted="JMD",
            rate="138.50",
            source="Sample",
        )
    official(opened)
    yield opened
    opened.close()


def state(desk: Desk) -> PaymentState:
    return desk.read(payment_states)["anais"]


def test_a_new_payment_in_another_currency_would_leave_the_old_one_open_and_is_refused(desk: Desk) -> None:
    first = paid(desk)
    desk.do(payments.void, payment=first.payment, reason="Wrong")
    line = computed(desk).payment
    with pytest.raises(Refusal, match=r"355.20 of receipt 1, which is void, .*: pay in USD") as refused:
        desk.do(payments.approve, payment=line, currency="JMD")
    assert refused.value.field == "currency"
    done = desk.do(payments.approve, payment=line)
    assert (done.handed, done.currency) == (0, "USD")
    desk.do(payments.pay, payment=line)
    assert state(desk) is PaymentState.PAID
    assert [one.state for one in desk.read(payment_list.payment_lines)] == [
        PaymentState.PAID,
        PaymentState.SETTLED,
        PaymentState.PAID,
    ]


def test_without_a_currency_it_is_that_of_what_has_to_come_back(desk: Desk) -> None:
    line = computed(desk).payment
    desk.do(payments.approve, payment=line, currency="JMD", method=Method.BANK)
    desk.do(payments.pay, payment=line)
    desk.do(payments.void, payment=line, reason="Wrong")
    done = desk.do(payments.approve, payment=computed(desk).payment)
    assert done.currency == "JMD"


def test_once_it_came_back_any_currency_will_do(desk: Desk) -> None:
    first = paid(desk)
    against = desk.do(payments.void, payment=first.payment, reason="Wrong")
    line = computed(desk).payment
    desk.do(payments.settle, payment=against)
    assert desk.do(payments.approve, payment=line, currency="JMD").currency == "JMD"


def test_what_an_earlier_program_left_open_in_another_currency_is_not_passed_over(desk: Desk) -> None:
    first = paid(desk)
    desk.do(payments.void, payment=first.payment, reason="Wrong")
    line = approved(desk)
    with desk.store.write() as session:
        session.execute(text("UPDATE payment SET paid_currency = 'JMD' WHERE state = 'approved'"))
    with pytest.raises(Refusal, match="pay in USD"):
        desk.do(payments.pay, payment=line)


def test_what_has_changed_since_it_was_approved_is_not_paid(desk: Desk) -> None:
    line = approved(desk)
    journey(desk, "anais", version=2, home=datetime(2019, 12, 6, 14, 15, tzinfo=UTC))
    with pytest.raises(Refusal, match="compute the allowance anew first"):
        desk.do(payments.pay, payment=line)
    assert desk.read(payment_list.payment_lines)[0].receipt is None
    now = desk.read(allowances.allowance_preview, sponsorship="anais")
    assert from_minor(paid(desk).handed, "USD") == now.net < from_minor(35520, "USD")


def test_a_meal_that_is_settled_after_the_approval_stops_the_payment_too(desk: Desk) -> None:
    line = approved(desk)
    desk.do(provided_days.set_provided, day=night(5), letters="X", sponsorship="anais")
    with pytest.raises(Refusal):
        desk.do(payments.pay, payment=line)
    desk.do(provided_days.clear_provided, day=night(5), sponsorship="anais")
    assert desk.do(payments.pay, payment=line).handed == 35520
