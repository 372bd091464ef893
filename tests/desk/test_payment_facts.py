"""How far an allowance has come follows from what was computed and paid."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cmc_desk.db import schema
from cmc_desk.rules.travel_states import Method, PaymentState
from tests.desk.seated import BEFORE, Seated


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Seated]:
    seated = Seated(tmp_path)
    yield seated
    seated.desk.close()


class Money:
    """Writes computations and payments of one official, a minute after each other."""

    def __init__(self, at: Seated) -> None:
        self.at, self.key, self.minute = at, at.accepted("HT-1", "anais"), 0

    def compute(self, version: int) -> str:
        self.minute += 1
        row = schema.Computation(
            id=f"c{version}",
            sponsorship=self.key,
            version=version,
            policy={},
            days=[],
            digest="",
            gross=0,
            deduction=0,
            terminals=0,
            net=0,
            currency="USD",
            at=BEFORE + timedelta(minutes=self.minute),
            operator="",
        )
        return self._write(row)

    def pay(self, state: PaymentState, *, of: str = "c1", receipt: int | None = None, voids: str | None = None) -> str:
        self.minute += 1
        row = schema.Payment(
            id=f"p{self.minute}",
            computation=of,
            sponsorship=self.key,
            state=state,
            amount=0,
            currency="USD",
            rate="1",
            paid_amount=0,
            paid_currency="USD",
            rounding=0,
            method=Method.CASH,
            receipt=receipt,
            approved_by="",
            paid_by="",
            paid_at=None,
            voids=voids,
            reason="",
            created_at=BEFORE + timedelta(minutes=self.minute),
        )
        return self._write(row)

    def _write(self, row: schema.Computation | schema.Payment) -> str:
        with self.at.desk.store.write() as session:
            session.add(row)
        return row.id

    def state(self) -> PaymentState:
        """Return how far the allowance is, as lists show it."""
        return self.at.one(self.key).payment


def test_an_allowance_is_not_due_until_it_is_computed(at: Seated) -> None:
    money = Money(at)
    assert money.state() is PaymentState.NOT_DUE
    money.compute(1)
    assert money.state() is PaymentState.COMPUTED


def test_the_last_payment_that_is_not_void_says_how_far_it_is(at: Seated) -> None:
    money = Money(at)
    money.compute(1)
    paid = money.pay(PaymentState.PAID, receipt=1)
    assert money.state() is PaymentState.PAID
    money.pay(PaymentState.VOID, voids=paid)
    assert money.state() is PaymentState.VOID
    money.compute(2)
    assert money.state() is PaymentState.COMPUTED
    money.pay(PaymentState.APPROVED, of="c2")
    assert money.state() is PaymentState.APPROVED
