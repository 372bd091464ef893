"""The four machines say which step follows which, and what each waits for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules import travel_machine as machine
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import GoneAtDesk
from cmc_desk.rules.travel_states import HOLDING, Direction, Gone, Nomination, PaymentState, Travel, VisaState
from tests.rules.travel_case import ITINERARY, NOW, ONE, but

MACHINES: list[tuple[type[StrEnum], Mapping[Any, frozenset[Any]], Callable[[Any, Any], None]]] = [
    (Nomination, machine.NOMINATION_STEPS, machine.check_nomination),
    (Travel, machine.TRAVEL_STEPS, machine.check_travel),
    (VisaState, machine.VISA_STEPS, machine.check_visa),
    (PaymentState, machine.PAYMENT_STEPS, machine.check_payment),
]
WAITING = but(nomination=Nomination.NOMINATED, travel=Travel.NONE, itinerary=None)


def refusal(check: Callable[..., None], *given: Any, **named: Any) -> str:
    with pytest.raises(Refusal) as caught:
        check(*given, **named)
    return caught.value.sentence


@pytest.mark.parametrize(("states", "steps", "check"), MACHINES)
def test_every_step_is_taken_or_refused_in_one_sentence(
    states: type[StrEnum], steps: Mapping[Any, frozenset[Any]], check: Callable[[Any, Any], None]
) -> None:
    assert set(steps) == set(states)
    for now in states:
        for to in states:
            if to in steps[now]:
                check(now, to)
            else:
                assert refusal(check, now, to).endswith(".")


@given(st.lists(st.sampled_from(Nomination), max_size=12))
def test_a_nomination_that_is_over_never_holds_a_seat_again(tries: list[Nomination]) -> None:
    now, over = Nomination.NOMINATED, False
    for to in tries:
        if to in machine.NOMINATION_STEPS[now]:
            now = to
        over = over or now not in HOLDING
        assert not (over and now in HOLDING)


@pytest.mark.parametrize(("_states", "steps", "_check"), MACHINES[1:])
def test_whatever_was_recorded_of_journey_visa_or_payment_there_is_a_way_to_the_good_end(
    _states: object, steps: Mapping[Any, frozenset[Any]], _check: object
) -> None:
    ends = {Travel.TRAVELLED_BACK, VisaState.OBTAINED, PaymentState.SETTLED}
    for state in steps:
        reached, edge = {state}, {state}
        while edge:
            edge = {to for now in edge for to in steps[now]} - reached
            reached |= edge
        assert reached & ends, state


def test_what_is_so_already_is_said_to_be() -> None:
    assert refusal(machine.check_travel, Travel.ARRIVED, Travel.ARRIVED) == "This is so already: arrived."
    assert "cannot become" in refusal(machine.check_travel, Travel.ARRIVED, Travel.HELD)


def test_the_funding_is_confirmed_for_somebody_whom_a_letter_names() -> None:
    machine.check_accepts(WAITING)
    assert "No letter" in refusal(machine.check_accepts, replace(WAITING, letter=None))
    assert "already" in refusal(machine.check_accepts, ONE)
    assert "is over" in refusal(machine.check_accepts, but(nomination=Nomination.DECLINED))


@pytest.mark.parametrize("to", [Nomination.DECLINED, Nomination.WITHDRAWN, Nomination.REPLACED])
def test_a_seat_is_given_up_freely_before_a_ticket_is_issued_and_with_a_reason_afterwards(to: Nomination) -> None:
    machine.check_leaves(WAITING, to)
    assert "a ticket was issued" in refusal(machine.check_leaves, ONE, to, reason=" ")
    machine.check_leaves(ONE, to, reason="ill")
    held = but(travel=Travel.HELD, itinerary=replace(ITINERARY, issued_at=None))
    machine.check_leaves(held, to)
    cancelled = but(travel=Travel.CANCELLED)
    assert machine.needs_reason(cancelled)


@pytest.mark.parametrize("travel", sorted(machine.HERE))
def test_who_has_travelled_on_a_seat_keeps_it(travel: Travel) -> None:
    assert "travelled on the seat" in refusal(machine.check_leaves, but(travel=travel), Nomination.REPLACED, reason="x")


def test_who_has_arrived_or_was_paid_keeps_the_seat() -> None:
    arrived = replace(WAITING, travel=Travel.SELF_ARRANGED, arrived_at=NOW)
    accepted = replace(arrived, nomination=Nomination.ACCEPTED)
    assert "travelled on the seat" in refusal(machine.check_leaves, accepted, Nomination.WITHDRAWN)
    assert "travelled on the seat" in refusal(machine.check_leaves, but(travel=Travel.ARRIVED), Nomination.WITHDRAWN)
    # Who came before the funding was confirmed came at the cost of the delegation: that can still be declined.
    machine.check_leaves(arrived, Nomination.DECLINED)
    paid = replace(WAITING, payment=PaymentState.PAID)
    assert "void the payment" in refusal(machine.check_leaves, paid, Nomination.WITHDRAWN)


def test_only_the_seat_of_a_no_show_is_released_and_it_is_said_why() -> None:
    assert "did not come" in refusal(machine.check_leaves, WAITING, Nomination.RELEASED, reason="x")
    missing = replace(WAITING, travel=Travel.NO_SHOW)
    assert refusal(machine.check_leaves, missing, Nomination.RELEASED) == "Say why the seat is released."
    assert "its cost stays" in refusal(machine.check_leaves, but(travel=Travel.NO_SHOW), Nomination.RELEASED)
    machine.check_leaves(missing, Nomination.RELEASED, reason="no answer")


def test_nothing_is_ticketed_before_the_funding_is_confirmed() -> None:
    machine.check_travels(WAITING, Travel.HELD)
    assert "record the acceptance first" in refusal(machine.check_travels, WAITING, Travel.TICKETED)
    machine.check_travels(replace(WAITING, nomination=Nomination.ACCEPTED), Travel.TICKETED)


def test_of_who_has_given_the_seat_up_only_the_ticket_is_cancelled() -> None:
    gone = but(nomination=Nomination.REPLACED)
    machine.check_travels(gone, Travel.CANCELLED, reason="replaced")
    assert "only its ticket can be cancelled" in refusal(machine.check_travels, gone, Travel.ARRIVED)


@pytest.mark.parametrize("to", [Travel.CANCELLED, Travel.NO_SHOW])
def test_it_is_said_why_a_journey_came_to_nothing(to: Travel) -> None:
    assert refusal(machine.check_travels, ONE, to) == "Say why: it stays on record."
    machine.check_travels(ONE, to, reason="flight cancelled")


def test_nothing_is_paid_before_the_arrival() -> None:
    approved = but(payment=PaymentState.APPROVED)
    assert "before the arrival" in refusal(machine.check_pays, approved, PaymentState.PAID)
    machine.check_pays(replace(approved, arrived_at=NOW), PaymentState.PAID)
    machine.check_pays(replace(approved, travel=Travel.ARRIVED), PaymentState.PAID)
    machine.check_pays(approved, PaymentState.VOID)


def test_nothing_more_is_booked_for_somebody_whom_the_registration_does_not_expect() -> None:
    gone = GoneAtDesk(Gone.WITHDRAWN, NOW)
    for check, one in (
        (machine.check_accepts, replace(WAITING, gone=gone)),
        (lambda one: machine.check_travels(one, Travel.HELD), but(travel=Travel.REQUESTED, gone=gone)),
        (lambda one: machine.check_travels(one, Travel.TICKETED), but(travel=Travel.HELD, gone=gone)),
        (lambda one: machine.check_travels(one, Travel.ARRIVED), but(gone=gone)),
    ):
        assert "does not expect this official" in refusal(check, one)
    machine.check_travels(but(travel=Travel.TICKETED, gone=gone), Travel.CANCELLED, reason="Ill")
    machine.check_leaves(but(travel=Travel.NONE, itinerary=None, gone=gone), Nomination.WITHDRAWN)


def test_nobody_arrives_on_a_seat_whose_funding_is_not_confirmed() -> None:
    assert "record the acceptance first" in refusal(machine.check_travels, WAITING, Travel.ARRIVED)
    machine.check_travels(replace(WAITING, nomination=Nomination.ACCEPTED), Travel.ARRIVED)


def test_a_claim_is_closed_once_the_way_home_has_begun() -> None:
    home = next(leg for leg in ITINERARY.legs if leg.direction is Direction.BACK)
    here = but(travel=Travel.ARRIVED, itinerary=replace(ITINERARY, legs=(home,)))
    before = home.departs - timedelta(minutes=1)
    assert "has not begun yet" in refusal(machine.check_closing, here, before)
    machine.check_closing(here, home.departs)
    flown = replace(ITINERARY, legs=(replace(home, flown_at=before),))
    out = replace(ITINERARY, legs=tuple(leg for leg in ITINERARY.legs if leg is not home))
    for one in (
        replace(here, nomination=Nomination.WITHDRAWN),
        replace(here, travel=Travel.NO_SHOW),
        *(replace(here, itinerary=itinerary) for itinerary in (None, flown, out)),
    ):
        machine.check_closing(one, before)
