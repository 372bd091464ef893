"""A receipt says for ever what it said when it was signed, and what was paid stays with the agencies that paid it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cmc_desk.desk import costs, payments, registration, seats
from cmc_desk.desk.costs import Amounts
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.payment_list import payment_lines
from cmc_desk.desk.payment_papers import gather_receipts
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import CostKind, Profile
from tests.desk.sponsored import approved, computed, financed, official, paid
from tests.meetings import clock_of, local, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    financed(opened)
    official(opened, shares=(("UNHCR", 10_000),))
    yield opened
    opened.close()


def change(desk: Desk) -> None:
    desk.do(seats.set_seat, seat="HT-1", profile=Profile.OTHER, shares=(Share("IOM", 10_000),))
    (line, *_others) = desk.read(payment_lines)
    desk.do(registration.edit_person, participant=line.participant, changes={"family_name": "Example"})


def receipts(desk: Desk) -> list[tuple[str, str, str]]:
    with desk.store.read() as session:
        found = gather_receipts(session, Ask(language="en")).receipts
    return [(one.name, one.agencies, one.delegation) for one in found]


def borne(desk: Desk, kind: CostKind = CostKind.ALLOWANCE) -> dict[str, Amounts]:
    rows = desk.read(costs.cost_rows, sponsorship="anais")
    return {row.agency: row.amounts for row in rows if row.kind is kind and row.amounts != Amounts()}


def test_name_agencies_and_delegation_of_a_receipt_are_those_of_the_day_it_was_paid(desk: Desk) -> None:
    first = paid(desk)
    before = receipts(desk)
    change(desk)
    assert receipts(desk) == before == [("Anaïs Muster-Żółć", "UNHCR", "Haiti")]
    desk.do(payments.void, payment=first.payment, reason="Wrong")
    assert [line.name for line in desk.read(payment_lines)] == ["Anaïs Muster-Żółć"] * 2
    second = paid(desk)
    assert receipts(desk) == [*before, ("Anaïs Example", "IOM", "Haiti")]
    assert second.receipt == 2


def test_a_line_that_is_not_paid_yet_follows_name_and_shares(desk: Desk) -> None:
    approved(desk)
    change(desk)
    (line,) = desk.read(payment_lines)
    assert (line.name, line.shares) == ("Anaïs Example", (Share("IOM", 10_000),))
    assert borne(desk) == {"IOM": Amounts(35520, 35520)}


def test_what_was_paid_stays_with_the_agencies_that_paid_it(desk: Desk) -> None:
    first = paid(desk)
    before = borne(desk)
    change(desk)
    assert borne(desk) == before
    clock_of(desk).move_to(local(1, 9) + timedelta(days=3))
    desk.do(payments.settle, payment=first.payment)
    assert borne(desk) == before == {"UNHCR": Amounts(35520, 35520, 35520, 35520)}
    desk.do(payments.void, payment=first.payment, reason="Wrong")
    computed(desk)
    assert borne(desk) == {"UNHCR": Amounts(0, 0, 35520, 35520), "IOM": Amounts(35520)}
    paid(desk)
    assert borne(desk) == {"IOM": Amounts(35520, 35520, 35520, 35520)}


def test_what_an_agency_was_billed_stays_with_it_and_what_is_only_committed_moves(desk: Desk) -> None:
    for kind in (CostKind.TICKET, CostKind.HOTEL):
        desk.do(costs.set_cost, sponsorship="anais", kind=kind, currency="USD", estimated="400", committed="400")
    desk.do(costs.set_cost, sponsorship="anais", kind=CostKind.TICKET, currency="USD", actual="410", paid="410")
    desk.do(seats.set_seat, seat="HT-1", profile=Profile.OTHER, shares=(Share("IOM", 10_000),))
    assert borne(desk, CostKind.HOTEL) == {"IOM": Amounts(400_00, 400_00)}
    assert borne(desk, CostKind.TICKET) == {"UNHCR": Amounts(400_00, 400_00, 410_00, 410_00)}
    desk.do(costs.set_cost, sponsorship="anais", kind=CostKind.TICKET, currency="USD", actual="420")
    assert borne(desk, CostKind.TICKET) == {"UNHCR": Amounts(400_00, 400_00, 420_00, 410_00)}


def test_what_somebody_has_cost_who_has_left_stays_with_the_agencies_of_then(desk: Desk) -> None:
    desk.do(costs.set_cost, sponsorship="anais", kind=CostKind.OTHER, currency="USD", committed="400")
    with desk.store.write() as session:
        session.connection().exec_driver_sql("UPDATE sponsorship SET nomination = 'withdrawn' WHERE id = 'anais'")
    desk.do(seats.set_seat, seat="HT-1", profile=Profile.OTHER, shares=(Share("IOM", 10_000),))
    desk.do(costs.set_cost, sponsorship="anais", kind=CostKind.OTHER, currency="USD", committed="300")
    assert borne(desk, CostKind.OTHER) == {"UNHCR": Amounts(0, 300_00)}


def test_a_seat_that_no_agency_bears_any_more_keeps_what_was_committed(desk: Desk) -> None:
    desk.do(costs.set_cost, sponsorship="anais", kind=CostKind.OTHER, currency="USD", committed="400")
    with desk.store.write() as session:
        session.connection().exec_driver_sql("UPDATE delegation SET eligibility = 'host' WHERE id = 'HT'")
    desk.do(seats.set_seat, seat="HT-1", profile=Profile.OTHER, shares=())
    assert borne(desk, CostKind.OTHER) == {"UNHCR": Amounts(0, 400_00)}
