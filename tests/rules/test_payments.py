"""The machine of payments, and how far an official's allowance has come by all of their lines."""

from dataclasses import replace

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from cmc_desk.rules.payments import (
    HANDED_OUT,
    NEXT,
    Line,
    check_currency,
    check_holds,
    check_paying,
    check_payment,
    check_voiding,
    live,
    outstanding,
    payment_state,
    received,
)
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import HOLDING, Nomination, PaymentState, Travel

COMPUTED, APPROVED, PAID = PaymentState.COMPUTED, PaymentState.APPROVED, PaymentState.PAID
SETTLED, VOID, RECOVERY = PaymentState.SETTLED, PaymentState.VOID, PaymentState.RECOVERY_DUE
RECEIPT_7 = Line("seven", PAID, receipt=7, paid_amount=35520, paid_currency="USD")
AGAINST_IT = Line("against", RECOVERY, voids="seven", paid_amount=35520, paid_currency="USD")


@pytest.mark.parametrize("state", PaymentState)
@pytest.mark.parametrize("to", PaymentState)
def test_only_the_next_states_are_open_and_every_other_is_one_sentence(state: PaymentState, to: PaymentState) -> None:
    if to in NEXT[state]:
        check_payment(state, to)
        return
    with pytest.raises(Refusal) as refused:
        check_payment(state, to)
    assert refused.value.sentence.endswith(".")


def test_what_is_paid_cannot_be_made_void_itself() -> None:
    assert not any(VOID in NEXT[state] for state in HANDED_OUT)


def test_nothing_is_paid_before_the_funding_is_confirmed_and_the_official_is_there() -> None:
    check_paying(nomination=Nomination.ACCEPTED, travel=Travel.ARRIVED, arrived=False)
    check_paying(nomination=Nomination.ACCEPTED, travel=Travel.SELF_ARRANGED, arrived=True)
    for nomination, travel, field in (
        (Nomination.NOMINATED, Travel.ARRIVED, "nomination"),
        (Nomination.ACCEPTED, Travel.TICKETED, "travel"),
    ):
        with pytest.raises(Refusal) as refused:
            check_paying(nomination=nomination, travel=travel, arrived=False)
        assert refused.value.field == field


def test_a_receipt_is_corrected_once_and_a_correction_never() -> None:
    check_voiding(RECEIPT_7, [RECEIPT_7])
    with pytest.raises(Refusal, match="Receipt 7 is void already"):
        check_voiding(RECEIPT_7, [RECEIPT_7, AGAINST_IT])
    for wrong in (AGAINST_IT, Line("open", APPROVED)):
        with pytest.raises(Refusal):
            check_voiding(wrong, [RECEIPT_7, AGAINST_IT])


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        ((), PaymentState.NOT_DUE),
        ((Line("a", COMPUTED),), COMPUTED),
        ((Line("a", VOID), Line("b", APPROVED)), APPROVED),
        ((Line("a", VOID),), VOID),
        ((RECEIPT_7,), PAID),
        ((replace(RECEIPT_7, state=SETTLED),), SETTLED),
        ((RECEIPT_7, AGAINST_IT), RECOVERY),
        ((RECEIPT_7, replace(AGAINST_IT, state=VOID)), VOID),
        ((RECEIPT_7, replace(AGAINST_IT, state=SETTLED)), VOID),
        ((RECEIPT_7, AGAINST_IT, Line("new", COMPUTED)), COMPUTED),
        ((RECEIPT_7, AGAINST_IT, Line("new", PAID, receipt=8)), RECOVERY),
        ((RECEIPT_7, AGAINST_IT, Line("new", SETTLED, receipt=8)), RECOVERY),
    ],
)
def test_the_state_of_an_official_follows_from_all_lines(lines: tuple[Line, ...], state: PaymentState) -> None:
    assert payment_state(lines) is state


def test_money_that_was_not_given_back_counts_in_its_currency() -> None:
    lines = (RECEIPT_7, AGAINST_IT)
    assert outstanding(lines) == (AGAINST_IT,)
    assert (received(lines, "USD"), received(lines, "JMD")) == (AGAINST_IT.paid_amount, 0)
    assert Line("new", PAID, receipt=8, paid_amount=30000, received_before=35520).handed == -5520


def test_what_has_to_come_back_is_set_against_a_payment_in_the_same_currency_only() -> None:
    check_currency((RECEIPT_7, AGAINST_IT), "USD")
    check_currency((RECEIPT_7,), "JMD")
    with pytest.raises(
        Refusal, match="of receipt 7, which is void, are still with the official: pay in USD"
    ) as refused:
        check_currency((RECEIPT_7, AGAINST_IT), "JMD")
    assert refused.value.field == "currency"


def test_whoever_has_given_the_seat_up_has_no_allowance() -> None:
    for nomination in Nomination:
        if nomination in HOLDING:
            check_holds(nomination)
        else:
            with pytest.raises(Refusal, match="has given the seat up"):
                check_holds(nomination)


class Machine(RuleBasedStateMachine):
    """Any official who is computed, approved, paid and corrected in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.receipts = 0

    def _move(self, number: int, to: PaymentState) -> None:
        if number >= len(self.lines):
            return
        line = self.lines[number]
        try:
            check_payment(line.state, to)
        except Refusal:
            return
        if to is PAID:
            self.receipts += 1
            line = replace(line, receipt=self.receipts)
        self.lines[number] = replace(line, state=to)

    @rule()
    def compute(self) -> None:
        now = live(self.lines)
        if now is None:
            self.lines.append(Line(f"line {len(self.lines)}", COMPUTED))

    @rule(number=st.integers(0, 8), to=st.sampled_from((APPROVED, PAID, SETTLED, VOID)))
    def move(self, number: int, to: PaymentState) -> None:
        self._move(number, to)

    @rule(number=st.integers(0, 8), to=st.sampled_from((VOID, RECOVERY)))
    def correct(self, number: int, to: PaymentState) -> None:
        if number < len(self.lines):
            try:
                check_voiding(self.lines[number], self.lines)
            except Refusal:
                return
            self.lines.append(Line(f"line {len(self.lines)}", to, voids=self.lines[number].key))

    @invariant()
    def one_line_counts_at_most(self) -> None:
        corrected = {line.voids for line in self.lines}
        counting = [
            line for line in self.lines if not line.voids and line.state is not VOID and line.key not in corrected
        ]
        assert len(counting) <= 1
        assert live(self.lines) == (counting[0] if counting else None)

    @invariant()
    def receipts_have_no_gaps(self) -> None:
        numbers = sorted(line.receipt for line in self.lines if line.receipt is not None)
        assert numbers == list(range(1, self.receipts + 1))
        assert all((line.state in HANDED_OUT) == (line.receipt is not None) for line in self.lines if not line.voids)


TestMachine = Machine.TestCase
