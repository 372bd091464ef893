"""Each of the eleven steps says whether it is met, and if not, why and until when."""

from dataclasses import replace
from datetime import UTC, date, timedelta
from typing import Any

import pytest

from cmc_desk.rules.travel_facts import GoneAtDesk, Passport
from cmc_desk.rules.travel_states import Gone, Nomination, PaymentState, Standing, Step, Travel, VisaState
from tests.rules.travel_case import (
    BACK,
    ITINERARY,
    KINGSTON,
    LETTER,
    NIGHTS,
    NOW,
    OUT,
    RULES,
    SEAT,
    but,
    flown,
    states,
)

DONE, WAITS, DUE, BLOCKS, NOT_NEEDED = (
    Standing.DONE,
    Standing.WAITS,
    Standing.DUE,
    Standing.BLOCKS,
    Standing.NOT_NEEDED,
)
LOCAL = replace(SEAT, local=True)
HOST = but(travel=Travel.NONE, visa=VisaState.UNKNOWN, passport=None, itinerary=None, nights=())
HELD = replace(ITINERARY, issued_at=None)
NONE_YET = replace(ITINERARY, legs=())


def until(**change: Any) -> Any:
    return replace(HELD, hold_until=NOW + timedelta(**change))


@pytest.mark.parametrize(
    ("step", "changes", "standing", "why"),
    [
        (Step.LETTER, {}, DONE, "Received 8 Nov"),
        (Step.LETTER, {"letter": None}, BLOCKS, "No letter names this official yet."),
        (Step.ACCEPTANCE, {}, DONE, "Confirmed 15 Nov"),
        (Step.ACCEPTANCE, {"accepted_at": None}, DONE, ""),
        (Step.ACCEPTANCE, {"nomination": Nomination.NOMINATED}, DUE, "The funding is not confirmed yet."),
        (Step.PASSPORT, {}, DONE, "Valid to 14 Jul 2021"),
        (Step.PASSPORT, {"passport": None}, DUE, "No passport is known yet."),
        (Step.PASSPORT, {"passport": Passport("HTI", "", None)}, DUE, "When the passport expires is not known."),
        (
            Step.PASSPORT,
            {"passport": Passport("HTI", "", date(2019, 12, 6))},
            BLOCKS,
            "The passport expires 6 Dec, before the return.",
        ),
        (Step.VISA, {}, DONE, "Obtained"),
        (Step.VISA, {"visa_note": "US transit"}, DONE, "US transit"),
        (Step.VISA, {"visa": VisaState.NOT_REQUIRED}, NOT_NEEDED, ""),
        (Step.VISA, {"visa": VisaState.UNKNOWN}, DUE, "Whether a visa is needed is not known."),
        (
            Step.VISA,
            {"visa": VisaState.REQUIRED, "visa_note": "US transit: interview.", "visa_due": date(2019, 12, 2)},
            BLOCKS,
            "A visa is needed. US transit: interview. It was due Mon 2 Dec.",
        ),
        (
            Step.VISA,
            {"visa": VisaState.LETTER_SENT, "visa_due": date(2019, 12, 3)},
            DUE,
            "The letter for the visa was sent. It is due today.",
        ),
        (Step.VISA, {"visa": VisaState.REFUSED}, BLOCKS, "The visa was refused."),
        (Step.TICKET, {}, DONE, "Issued 24 Nov"),
        (Step.TICKET, {"itinerary": None}, DONE, "Issued"),
        (Step.TICKET, {"travel": Travel.NONE}, DUE, "Not asked for yet."),
        (Step.TICKET, {"travel": Travel.REQUESTED}, DUE, "Asked for, not held yet."),
        (Step.TICKET, {"travel": Travel.HELD, "itinerary": None}, DUE, "On hold."),
        (Step.TICKET, {"travel": Travel.HELD, "itinerary": HELD}, DUE, "On hold."),
        (
            Step.TICKET,
            {"travel": Travel.HELD, "itinerary": until(hours=3, minutes=28)},
            DUE,
            "On hold, expires today 18:00",
        ),
        (
            Step.TICKET,
            {"travel": Travel.HELD, "itinerary": until(days=9)},
            WAITS,
            "On hold, expires Thu 12 Dec 14:32",
        ),
        (
            Step.TICKET,
            {"travel": Travel.HELD, "itinerary": until(minutes=-32)},
            BLOCKS,
            "The hold has run out (today 14:00).",
        ),
        (Step.TICKET, {"travel": Travel.SELF_ARRANGED}, DONE, "Arranged by the official or the delegation."),
        (Step.TICKET, {"travel": Travel.CANCELLED}, BLOCKS, "The ticket was cancelled; the seat is still held."),
        (Step.TICKET, {"travel": Travel.NOT_REQUIRED}, NOT_NEEDED, ""),
        (Step.TICKET, {"travel": Travel.NO_SHOW, "itinerary": None}, NOT_NEEDED, ""),
        (Step.ROOM, {}, DONE, "Example Hotel, 3 nights"),
        (Step.ROOM, {"nights": ()}, DUE, "No room is booked yet."),
        (Step.ROOM, {"nights": (), "itinerary": None}, DUE, "No room is booked yet."),
        (Step.ROOM, {"nights": NIGHTS[:1]}, DUE, "No room for the night of 5 Dec."),
        (Step.ARRIVAL, {}, DUE, "Expected Wed 4 Dec 15:40"),
        (Step.ARRIVAL, {"itinerary": None}, DUE, "Not arrived yet."),
        (Step.ARRIVAL, {"arrived_at": NOW}, DONE, "3 Dec 14:32"),
        (Step.ARRIVAL, {"travel": Travel.ARRIVED}, DONE, ""),
        (
            Step.ARRIVAL,
            {"travel": Travel.NO_SHOW},
            BLOCKS,
            "Did not come; the seat is held until somebody releases it.",
        ),
        (Step.BOARDING_OUT, {}, WAITS, "No boarding pass of AA 2380, AA 1519."),
        (Step.BOARDING_OUT, {"itinerary": flown(OUT[0])}, WAITS, "No boarding pass of AA 1519."),
        (Step.BOARDING_OUT, {"itinerary": flown(*OUT)}, DONE, ""),
        (Step.BOARDING_OUT, {"itinerary": None}, WAITS, "No boarding pass yet."),
        (Step.BOARDING_OUT, {"travel": Travel.SELF_ARRANGED}, NOT_NEEDED, ""),
        (
            Step.BOARDING_OUT,
            {"itinerary": replace(ITINERARY, legs=tuple(replace(leg, surface=True) for leg in OUT))},
            NOT_NEEDED,
            "",
        ),
        (Step.BOARDING_BACK, {}, WAITS, "No boarding pass of BW 33."),
        (Step.BOARDING_BACK, {"itinerary": replace(ITINERARY, legs=OUT)}, WAITS, "No boarding pass yet."),
        (Step.BOARDING_BACK, {"itinerary": flown(*BACK)}, DONE, ""),
        (Step.SIGNATURE, {}, WAITS, "The allowance is not computed yet."),
        (Step.SIGNATURE, {"payment": PaymentState.COMPUTED}, WAITS, "The allowance is not approved yet."),
        (Step.SIGNATURE, {"payment": PaymentState.APPROVED}, WAITS, "The allowance is to be signed for."),
        (Step.SIGNATURE, {"payment": PaymentState.VOID}, WAITS, "The payment was voided: compute the allowance anew."),
        (Step.SIGNATURE, {"payment": PaymentState.PAID}, DONE, "Paid"),
        (Step.CLAIM, {"payment": PaymentState.PAID}, WAITS, "The claim is not closed yet."),
        (Step.CLAIM, {"payment": PaymentState.RECOVERY_DUE}, BLOCKS, "Money is to be paid back."),
        (Step.CLAIM, {"payment": PaymentState.SETTLED}, DONE, "Settled"),
    ],
)
def test_a_step_says_how_it_stands(step: Step, changes: dict[str, Any], standing: Standing, why: str) -> None:
    found = states(but(**changes))[step]
    assert (found.standing, found.why) == (standing, why)


def test_the_steps_come_in_the_order_in_which_they_are_asked_for() -> None:
    assert list(states(but())) == list(Step)


def test_the_host_needs_no_passport_visa_ticket_room_or_money() -> None:
    found = states(HOST, seat=LOCAL)
    needed = {step for step, state in found.items() if state.standing is not NOT_NEEDED}
    assert needed == {Step.LETTER, Step.ACCEPTANCE, Step.ARRIVAL}


def test_an_official_of_the_host_who_flies_needs_what_others_need() -> None:
    found = states(replace(HOST, itinerary=ITINERARY), seat=LOCAL)
    assert found[Step.PASSPORT].standing is DUE
    assert found[Step.SIGNATURE].standing is NOT_NEEDED
    computed = states(replace(HOST, payment=PaymentState.COMPUTED), seat=LOCAL)
    assert computed[Step.SIGNATURE].standing is WAITS


def test_who_needs_no_ticket_at_all_needs_no_allowance() -> None:
    found = states(replace(HOST, travel=Travel.NOT_REQUIRED))
    assert {found[step].standing for step in (Step.TICKET, Step.SIGNATURE, Step.CLAIM)} == {NOT_NEEDED}


def test_without_a_deadline_a_letter_is_waited_for() -> None:
    found = states(but(letter=None), rules=replace(RULES, deadline=None))
    assert found[Step.LETTER].standing is WAITS


def test_a_day_is_due_within_48_hours_and_blocks_when_it_is_over() -> None:
    open_ = but(passport=None)
    for days, standing in ((-2, WAITS), (-1, DUE), (1, DUE), (2, BLOCKS)):
        assert states(open_, now=NOW + timedelta(days=days))[Step.PASSPORT].standing is standing, days


def test_the_day_is_that_of_the_meeting_wherever_the_clock_stands() -> None:
    # 4 December 23:30 in Kingston.
    late = (NOW + timedelta(days=1, hours=9)).astimezone(UTC)
    assert late.date() == date(2019, 12, 5)
    assert late.astimezone(KINGSTON).date() == date(2019, 12, 4)
    assert states(but(passport=None), now=late)[Step.PASSPORT].standing is DUE


def test_a_boarding_pass_is_asked_for_while_somebody_is_here_and_blocks_only_the_settlement() -> None:
    later = NOW + timedelta(days=10)
    for one in (but(travel=Travel.ARRIVED), but(travel=Travel.TRAVELLED_BACK), but(arrived_at=NOW)):
        found = states(one, now=later)
        assert {found[step].standing for step in (Step.BOARDING_OUT, Step.BOARDING_BACK)} == {DUE}
    home = but(travel=Travel.TRAVELLED_BACK, payment=PaymentState.PAID)
    assert states(home, now=later)[Step.BOARDING_BACK].standing is BLOCKS
    assert states(home)[Step.BOARDING_OUT].standing is WAITS
    # Of somebody who has not come nobody asks for one.
    assert states(but(), now=later)[Step.BOARDING_OUT].standing is WAITS


@pytest.mark.parametrize(
    ("how", "instead", "with_day", "without"),
    [
        (Gone.WITHDRAWN, "", "Withdrawn at the desk on 3 Dec: ", "Withdrawn in the registration: "),
        (Gone.REPLACED, "Robin", "Replaced at the desk by Robin on 3 Dec: ", "Replaced in the registration by Robin: "),
        (Gone.MOVED, "CU", "Moved to CU on 3 Dec: ", "Moved to CU: "),
    ],
)
def test_of_somebody_who_does_not_come_only_a_decision_is_asked_for(
    how: Gone, instead: str, with_day: str, without: str
) -> None:
    for at, words in ((NOW, with_day), (None, without)):
        found = states(but(gone=GoneAtDesk(how, at, instead), passport=None, letter=LETTER))
        assert found[Step.ACCEPTANCE].standing is BLOCKS
        assert found[Step.ACCEPTANCE].why.startswith(words)
        assert (found[Step.LETTER].standing, found[Step.PASSPORT].standing) == (DONE, NOT_NEEDED)
        assert {state.standing for step, state in found.items() if step is not Step.ACCEPTANCE} == {DONE, NOT_NEEDED}
    arrived = states(but(gone=GoneAtDesk(how, NOW, instead), travel=Travel.ARRIVED))
    assert arrived[Step.ACCEPTANCE].standing is DONE
