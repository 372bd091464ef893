"""Whoever gives a seat up takes no payment along: what is open becomes void, and nothing is expected that is not committed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.desk import allowances, costs, journeys, payment_list, payments, seats, travellers
from cmc_desk.desk.costs import Amounts
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.payment_papers import gather_cash_pack, gather_payment_sheet
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.people import Person
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import CostKind, PaymentState, Travel
from tests.desk.sponsored import approved, computed, financed, official
from tests.meetings import enter, open_desk

GUERDA = Person(given_name="Guerda", family_name="Sample-Dorval", delegation="HT")
ASK = Ask(language="en")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    financed(opened)
    official(opened, travel=Travel.TICKETED)
    yield opened
    opened.close()


def leave(desk: Desk, how: Any) -> None:
    if how is seats.replace:
        desk.do(seats.replace, sponsorship="anais", participant=enter(desk, GUERDA).id, reason="Ill")
    elif how is seats.release:
        desk.do(travellers.set_travel, sponsorship="anais", to=Travel.NO_SHOW, reason="Ill")
        desk.do(seats.release, sponsorship="anais", reason="Ill")
    else:
        desk.do(how, sponsorship="anais", reason="Ill")


def amounts(desk: Desk, kind: CostKind) -> Amounts:
    rows = desk.read(costs.cost_rows, sponsorship="anais")
    return sum((row.amounts for row in rows if row.kind is kind), Amounts())


@pytest.mark.parametrize("how", [seats.replace, seats.withdraw, seats.decline, seats.release])
@pytest.mark.parametrize("before", [computed, approved])
def test_what_was_not_paid_becomes_void_with_the_reason(desk: Desk, how: Any, before: Any) -> None:
    before(desk)
    leave(desk, how)
    (line,) = desk.read(payment_list.payment_lines)
    assert (line.state, line.reason, line.holds_seat) == (PaymentState.VOID, "Ill", False)
    assert amounts(desk, CostKind.ALLOWANCE) == Amounts()
    with desk.store.read() as session:
        assert gather_payment_sheet(session, ASK).payees == ()
        assert gather_cash_pack(session, ASK).envelopes == ()
    assert desk.read(payment_list.notes_for_the_bank) == {}


def test_it_comes_back_if_leaving_is_undone(desk: Desk) -> None:
    approved(desk)
    desk.do(seats.withdraw, sponsorship="anais", reason="Ill")
    desk.undo()
    assert desk.read(payment_list.payment_lines)[0].state is PaymentState.APPROVED
    assert amounts(desk, CostKind.ALLOWANCE) == Amounts(35520, 35520)


def test_all_others_can_be_approved_at_once_after_somebody_has_left(desk: Desk) -> None:
    official(desk, "jose")
    desk.do(allowances.compute_allowances)
    desk.do(seats.withdraw, sponsorship="anais", reason="Ill")
    lines = desk.read(payment_list.payment_lines)
    wanted = tuple(line.key for line in lines if line.state is PaymentState.COMPUTED)
    assert len(desk.do(payments.approve_payments, payments=wanted)) == 1


def test_no_allowance_is_computed_or_approved_for_whoever_has_left(desk: Desk) -> None:
    line = computed(desk).payment
    desk.do(seats.withdraw, sponsorship="anais", reason="Ill")
    with pytest.raises(Refusal, match="has given the seat up"):
        desk.do(allowances.compute_allowance, sponsorship="anais")
    (left,) = desk.do(allowances.compute_allowances, sponsorships=("anais",)).left
    assert left.sentence.startswith("This official has given the seat up")
    with pytest.raises(Refusal):
        desk.do(payments.approve, payment=line)


def test_who_cannot_be_approved_among_many_is_named(desk: Desk) -> None:
    official(desk, "jose")
    lines = tuple(computed(desk, who).payment for who in ("anais", "jose"))
    desk.do(payments.approve, payment=lines[1])
    with pytest.raises(Refusal, match=r"^José Specimen.*: This payment cannot be approved"):
        desk.do(payments.approve_payments, payments=lines)


def test_a_booking_that_was_held_is_not_expected_any_more_and_a_ticket_stays_sunk(desk: Desk) -> None:
    official(desk, "jose", travel=Travel.REQUESTED)
    until = desk.clock.now() + timedelta(days=1)
    desk.do(journeys.hold_ticket, sponsorship="jose", until=until, fare="400", currency="USD")
    desk.do(costs.set_cost, sponsorship="anais", kind=CostKind.TICKET, currency="USD", estimated="500", committed="450")
    desk.do(costs.set_cost, sponsorship="anais", kind=CostKind.OTHER, currency="USD", estimated="20")
    for who in ("jose", "anais"):
        desk.do(seats.withdraw, sponsorship=who, reason="Ill")
    rows = {(row.kind, row.currency): (row.amounts, row.expected) for row in desk.read(costs.cost_rows)}
    assert rows[CostKind.TICKET, "USD"] == (Amounts(450_00, 450_00), 450_00)
    assert rows[CostKind.OTHER, "USD"] == (Amounts(), 0)
