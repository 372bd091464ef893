"""Payments: approved, paid once against gapless receipts, corrected by a line against them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cmc_desk.desk import allowance_policies, daily_rates, payment_list, payments, provided_days
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.opening import verify_journal
from cmc_desk.desk.payment_rows import payment_states
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import Method, Nomination, PaymentState, Travel
from cmc_desk.ui.command_words import words_of
from tests.desk.sponsored import approved, computed, financed, night, official, paid
from tests.meetings import clock_of, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    financed(opened)
    yield opened
    assert opened.read(verify_journal).whole
    opened.close()


def state(desk: Desk, who: str = "anais") -> PaymentState:
    return desk.read(payment_states)[who]


def jamaican_dollars(desk: Desk) -> None:
    desk.do(
        daily_rates.set_exchange_rate,
        month=date(2019, 12, 31),
        base="USD",
        quoted="JMD",
        rate="138.50",
        source="UN operational rate",
    )


def test_from_computed_to_settled_with_a_receipt(desk: Desk) -> None:
    official(desk)
    done = paid(desk)
    assert (done.receipt, done.handed, done.currency) == (1, 35520, "USD")
    assert state(desk) is PaymentState.PAID
    with pytest.raises(Refusal, match="has not begun yet"):
        desk.do(payments.settle, payment=done.payment)
    clock_of(desk).move_to(datetime(2019, 12, 8, 12, tzinfo=UTC))
    desk.do(payments.settle, payment=done.payment)
    assert state(desk) is PaymentState.SETTLED
    line = desk.read(payment_list.payment_lines)[0]
    assert (line.name, line.delegation, line.shares) == ("Anaïs Muster-Żółć", "HT", (Share("IOM", 10_000),))
    assert (line.approved_by, line.paid_by, line.settled_by) == (desk.author.operator,) * 3
    assert line.allowance.days[0].why


def test_cash_in_another_currency_is_converted_once_and_rounded_by_a_line_of_its_own(desk: Desk) -> None:
    official(desk)
    line = computed(desk).payment
    with pytest.raises(Refusal) as refused:
        desk.do(payments.approve, payment=line, currency="JMD")
    assert refused.value.sentence.startswith("There is no rate of exchange from USD to JMD for 2019-12")
    jamaican_dollars(desk)
    done = desk.do(payments.approve, payment=line, currency="jmd")
    assert (done.handed, done.currency) == (4920000, "JMD")
    shown = desk.read(payment_list.payment_lines)[0]
    assert (shown.exact, shown.rounding, shown.rate, shown.rate_source) == (
        4919520,
        480,
        "138.5",
        "UN operational rate",
    )
    notes = desk.read(payment_list.notes_for_the_bank)
    assert notes["JMD"].counts == ((500000, 9), (100000, 4), (10000, 2))


def test_a_rate_the_other_way_round_divides(desk: Desk) -> None:
    official(desk)
    desk.do(
        daily_rates.set_exchange_rate, month=date(2019, 12, 1), base="XCD", quoted="USD", rate="0.37", source="Sample"
    )
    desk.do(payments.approve, payment=computed(desk).payment, currency="XCD", method=Method.BANK)
    shown = desk.read(payment_list.payment_lines)[0]
    assert (shown.rate, shown.paid_amount, shown.rounding) == ("1/0.37", 96000, 0)
    assert desk.read(payment_list.notes_for_the_bank) == {}


def test_nothing_is_paid_before_it_is_approved_and_the_official_has_arrived(desk: Desk) -> None:
    official(desk, travel=Travel.TICKETED)
    official(desk, "jose", nomination=Nomination.NOMINATED)
    line = computed(desk).payment
    for payment in (line, "nothing"):
        with pytest.raises(Refusal) as refused:
            desk.do(payments.pay, payment=payment)
        assert refused.value.field == "payment"
    desk.do(payments.approve, payment=line)
    with pytest.raises(Refusal) as refused:
        desk.do(payments.pay, payment=line)
    assert refused.value.field == "travel"
    with pytest.raises(Refusal) as refused:
        desk.do(payments.pay, payment=approved(desk, "jose"))
    assert refused.value.field == "nomination"
    assert desk.read(payment_list.payment_lines)[0].receipt is None


def test_what_has_changed_since_is_computed_anew_before_it_is_approved(desk: Desk) -> None:
    official(desk)
    official(desk, "jose")
    lines = (computed(desk, "jose").payment, computed(desk).payment)
    desk.do(provided_days.set_provided, day=night(5), letters="X", sponsorship="anais")
    with pytest.raises(Refusal, match="compute the allowance anew first"):
        desk.do(payments.approve_payments, payments=lines)
    assert {line.state for line in desk.read(payment_list.payment_lines)} == {PaymentState.COMPUTED}
    done = desk.do(payments.approve_payments, payments=(lines[0], computed(desk).payment))
    assert [one.handed for one in done] == [35520, 35520 - 7680]


def test_the_journal_says_whose_payment_it_was(desk: Desk) -> None:
    official(desk)
    paid(desk)
    acts = [(line.kind, line.about) for line in desk.read(journal_lines) if line.kind.startswith("travel.")]
    assert {about for kind, about in acts if kind != "travel.set_rate"} == {"Anaïs Muster-Żółć"}
    assert all(words_of(kind) != kind for kind, _about in acts)


def test_an_approval_is_undone_but_a_payment_is_not(desk: Desk) -> None:
    official(desk)
    line = approved(desk)
    desk.undo()
    assert state(desk) is PaymentState.COMPUTED
    desk.do(payments.approve, payment=line)
    desk.do(payments.pay, payment=line)
    with pytest.raises(Refusal):
        desk.undo()
    assert state(desk) is PaymentState.PAID


def test_a_line_that_was_not_paid_becomes_void_itself(desk: Desk) -> None:
    official(desk)
    line = approved(desk)
    with pytest.raises(Refusal) as refused:
        desk.do(payments.void, payment=line, reason=" ")
    assert refused.value.field == "reason"
    assert desk.do(payments.void, payment=line, reason="Pays in another currency") == line
    assert state(desk) is PaymentState.VOID
    with pytest.raises(Refusal):
        desk.do(payments.void, payment=line, reason="Again")
    assert computed(desk).version == 2


def test_a_correction_is_a_line_against_the_receipt_and_a_new_one_that_sets_off_what_was_received(desk: Desk) -> None:
    official(desk)
    first = paid(desk)
    desk.do(provided_days.set_provided, day=night(5), letters="X", sponsorship="anais")
    against = desk.do(payments.void, payment=first.payment, reason="Dinner was provided")
    assert state(desk) is PaymentState.RECOVERY_DUE
    with pytest.raises(Refusal, match="Receipt 1 is void already"):
        desk.do(payments.void, payment=first.payment, reason="Again")
    line = approved(desk)
    assert desk.read(payment_list.payment_lines)[-1].handed == -7680
    second = desk.do(payments.pay, payment=line)
    assert (second.receipt, second.handed) == (2, -7680)
    shown = {one.key: one for one in desk.read(payment_list.payment_lines)}
    assert (shown[first.payment].state, shown[first.payment].corrected) == (PaymentState.PAID, True)
    assert (shown[against].state, shown[against].corrects) == (PaymentState.SETTLED, 1)
    assert (shown[line].received_before, state(desk)) == (35520, PaymentState.PAID)


def test_money_that_came_back_at_once_or_later_is_not_set_off(desk: Desk) -> None:
    official(desk)
    official(desk, "jose")
    first, second = paid(desk), paid(desk, "jose")
    desk.do(payments.void, payment=first.payment, reason="Wrong person signed", returned=True)
    against = desk.do(payments.void, payment=second.payment, reason="Did not stay")
    assert (state(desk), state(desk, "jose")) == (PaymentState.VOID, PaymentState.RECOVERY_DUE)
    desk.do(payments.settle, payment=against)
    assert state(desk, "jose") is PaymentState.VOID
    assert [paid(desk, who).handed for who in ("anais", "jose")] == [35520, 35520]
    receipts = sorted(line.receipt for line in desk.read(payment_list.payment_lines) if line.receipt)
    assert receipts == [1, 2, 3, 4]


def test_policies_are_refused_with_their_field_and_kept_while_an_agency_pays_by_them(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        desk.do(allowance_policies.remove_policy, key="united-nations")
    assert refused.value.field == "policy"
    desk.do(allowance_policies.remove_policy, key="nights-only")
    for function, how in (
        (allowance_policies.remove_policy, {"key": "nights-only"}),
        (allowance_policies.set_agency_policy, {"agency": "IOM", "policy": "nights-only"}),
        (allowance_policies.set_agency_policy, {"agency": "XYZ", "policy": "united-nations"}),
    ):
        with pytest.raises(Refusal):
            desk.do(function, **how)  # type: ignore[arg-type] # as the table says
    policy = desk.read(allowance_policies.policies)[0].policy
    with pytest.raises(Refusal):
        desk.do(allowance_policies.put_policy, policy=policy, key="gone")
    new = desk.do(allowance_policies.put_policy, policy=policy)
    assert new not in ("unicef-etools", "united-nations")
