"""Whatever is computed, approved, paid and corrected in whatever order: receipts without gaps, what is paid stays, sums agree."""

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk import allowances, costs, payment_list, payments, provided_days
from cmc_desk.desk.payment_list import PaymentLine
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import CostKind, PaymentState
from tests.desk.sponsored import OFFICIALS, financed, night, official, paid
from tests.meetings import open_desk

WHO = st.sampled_from(OFFICIALS)


class Payments(RuleBasedStateMachine):
    """Two officials on shared seats of whom anything is tried; `kept` is what every receipt said when it was written."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.desk = open_desk(Path(self.folder.name))
        financed(self.desk)
        for who in OFFICIALS:
            official(self.desk, who, shares=(("IOM", 6667), ("UNHCR", 3333)))
        self.kept: dict[int, tuple[object, ...]] = {}

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()
            self.folder.cleanup()

    @rule(who=WHO)
    def compute(self, who: str) -> None:
        self._try(allowances.compute_allowance, sponsorship=who)

    @rule(who=WHO, letters=st.sampled_from(("", "L", "X")), day=st.integers(4, 7))
    def provide(self, who: str, letters: str, day: int) -> None:
        self._try(provided_days.set_provided, day=night(day), letters=letters, sponsorship=who)

    @rule(number=st.integers(0, 9))
    def approve(self, number: int) -> None:
        self._on(number, payments.approve)

    @rule(number=st.integers(0, 9))
    def pay(self, number: int) -> None:
        self._on(number, payments.pay)

    @rule(who=WHO)
    def hand_out(self, who: str) -> None:
        with suppress(Refusal):
            paid(self.desk, who)

    @rule(number=st.integers(0, 9))
    def settle(self, number: int) -> None:
        self._on(number, payments.settle)

    @rule(number=st.integers(0, 9), returned=st.booleans())
    def void(self, number: int, *, returned: bool) -> None:
        self._on(number, payments.void, reason="Tried", returned=returned)

    @rule()
    def undo(self) -> None:
        with suppress(Refusal):
            self.desk.undo()

    @invariant()
    def receipts_have_no_gaps_and_never_change(self) -> None:
        found = {line.receipt: line for line in self._lines() if line.receipt is not None}
        assert sorted(found) == list(range(1, len(found) + 1))
        assert self.kept.keys() <= found.keys()
        for number, line in found.items():
            said = (line.key, line.amount, line.paid_amount, line.received_before, line.paid_by, line.paid_at)
            assert self.kept.setdefault(number, said) == said

    @invariant()
    def nobody_is_paid_twice(self) -> None:
        for who in OFFICIALS:
            lines = [line for line in self._lines() if line.sponsorship == who]
            counting = [line for line in lines if line.receipt is not None and not line.corrected]
            assert len(counting) <= 1

    @invariant()
    def the_costs_of_the_agencies_make_what_is_out(self) -> None:
        lines = self._lines()
        out = sum(line.amount for line in lines if line.receipt is not None and not line.corrected)
        out += sum(line.amount for line in lines if line.state is PaymentState.RECOVERY_DUE)
        rows = [row for row in self.desk.read(costs.cost_rows) if row.kind is CostKind.ALLOWANCE]
        assert sum(row.amounts.paid for row in rows) == out

    @invariant()
    def net_is_gross_less_deduction(self) -> None:
        with self.desk.store.read() as session:
            for row in session.scalars(select(schema.Computation)):
                assert row.net == row.gross - row.deduction + row.terminals >= 0

    def _lines(self) -> tuple[PaymentLine, ...]:
        return self.desk.read(payment_list.payment_lines)

    def _on(self, number: int, act: Any, **how: object) -> None:
        with self.desk.store.read() as session:
            keys = list(session.scalars(select(schema.Payment.id).order_by(schema.Payment.number)))
        if number < len(keys):
            self._try(act, payment=keys[number], **how)

    def _try(self, act: Any, **how: object) -> None:
        with suppress(Refusal):
            self.desk.do(act, **how)


TestPayments = Payments.TestCase
TestPayments.settings = settings(max_examples=8, stateful_step_count=25, deadline=None)
