"""What blocks a traveller is the dry run of the next transition; one word follows from it."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product

import pytest

from cmc_desk.rules import blocks, travel_machine
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.stay import arrives, departs, returns, sets_out, stay_nights
from cmc_desk.rules.travel_facts import Sponsorship, StepState
from cmc_desk.rules.travel_states import (
    HOLDING,
    Headline,
    Nomination,
    PaymentState,
    Standing,
    Step,
    Travel,
    VisaState,
)
from tests.rules.travel_case import (
    BACK,
    ITINERARY,
    KINGSTON,
    LETTER,
    NOW,
    ONE,
    OUT,
    RULES,
    SEAT,
    TEXTS,
    but,
    flown,
    states,
)

LOCAL = replace(SEAT, local=True)
HOST = but(travel=Travel.NONE, visa=VisaState.UNKNOWN, passport=None, itinerary=None, nights=())
ARRIVED = but(travel=Travel.ARRIVED, arrived_at=NOW)
HERE = replace(ARRIVED, itinerary=flown(*OUT))
PAID = replace(HERE, payment=PaymentState.PAID)
HOME = replace(PAID, itinerary=flown(*OUT, *BACK))


def steps(one: Sponsorship) -> tuple[StepState, ...]:
    return tuple(states(one).values())


@pytest.mark.parametrize(
    ("one", "step", "word"),
    [
        (but(letter=None), Step.LETTER, Headline.LETTER),
        (but(nomination=Nomination.NOMINATED), Step.ACCEPTANCE, Headline.ACCEPTANCE),
        (but(passport=None), Step.PASSPORT, Headline.PASSPORT),
        (but(visa=VisaState.REQUIRED), Step.VISA, Headline.VISA),
        (but(travel=Travel.HELD, itinerary=None), Step.TICKET, Headline.TICKET),
        (but(nights=()), Step.ROOM, Headline.ROOM),
        (ONE, Step.ARRIVAL, Headline.READY),
        (ARRIVED, Step.BOARDING_OUT, Headline.ARRIVED),
        (HERE, Step.SIGNATURE, Headline.ARRIVED),
        (PAID, Step.BOARDING_BACK, Headline.PAID),
        (HOME, Step.CLAIM, Headline.CLAIM),
        (replace(HOME, payment=PaymentState.SETTLED), None, Headline.CLOSED),
        (but(travel=Travel.NO_SHOW), Step.ARRIVAL, Headline.NO_SHOW),
        (but(travel=Travel.CANCELLED), Step.TICKET, Headline.CANCELLED),
    ],
)
def test_the_headline_is_the_first_step_that_is_unmet(one: Sponsorship, step: Step | None, word: Headline) -> None:
    assert blocks.headline(steps(one)) is step
    assert blocks.word_of(one, SEAT, steps(one)) is word


def test_of_the_host_it_is_said_that_they_live_here_until_they_come() -> None:
    assert blocks.word_of(HOST, LOCAL, tuple(states(HOST, seat=LOCAL).values())) is Headline.LOCAL
    here = replace(HOST, travel=Travel.ARRIVED, arrived_at=NOW)
    assert blocks.word_of(here, LOCAL, tuple(states(here, seat=LOCAL).values())) is Headline.ARRIVED


def test_an_official_stands_as_the_worst_of_the_steps() -> None:
    assert blocks.standing(steps(but(visa=VisaState.REFUSED))) is Standing.BLOCKS
    assert blocks.standing(steps(but(passport=None))) is Standing.DUE
    assert blocks.standing([StepState(Step.CLAIM, Standing.WAITS)]) is Standing.WAITS
    assert blocks.standing([StepState(Step.CLAIM, Standing.NOT_NEEDED)]) is Standing.DONE


@pytest.mark.parametrize(
    ("one", "to"),
    [
        (but(nomination=Nomination.NOMINATED), Nomination.ACCEPTED),
        (but(travel=Travel.HELD), Travel.TICKETED),
        (but(travel=Travel.CANCELLED), Travel.TICKETED),
        (ONE, Travel.TRAVELLED_OUT),
        (but(travel=Travel.TRAVELLED_OUT), Travel.ARRIVED),
        (but(travel=Travel.SELF_ARRANGED), Travel.ARRIVED),
        (HERE, PaymentState.APPROVED),
        (replace(HERE, payment=PaymentState.COMPUTED), PaymentState.APPROVED),
        (replace(HERE, payment=PaymentState.APPROVED), PaymentState.PAID),
        (PAID, Travel.TRAVELLED_BACK),
        (replace(HOME, travel=Travel.TRAVELLED_BACK), PaymentState.SETTLED),
        (replace(HOME, travel=Travel.TRAVELLED_BACK, payment=PaymentState.RECOVERY_DUE), PaymentState.SETTLED),
    ],
)
def test_the_next_transition_follows_from_the_four_states(one: Sponsorship, to: blocks.Move) -> None:
    assert blocks.next_move(one) is to
    found = blocks.what_blocks(one, steps(one))
    assert found is not None
    assert found.to is to


@pytest.mark.parametrize(
    "one",
    [
        but(nomination=Nomination.DECLINED),
        but(travel=Travel.NO_SHOW),
        replace(HOME, travel=Travel.TRAVELLED_BACK, payment=PaymentState.SETTLED),
    ],
)
def test_where_nothing_is_to_come_nothing_blocks(one: Sponsorship) -> None:
    assert blocks.what_blocks(one, steps(one)) is None


def test_the_host_has_only_to_come() -> None:
    found = blocks.what_blocks(HOST, tuple(states(HOST, seat=LOCAL).values()), local=True)
    assert found is not None
    assert (found.to, found.goes) == (Travel.ARRIVED, True)
    assert blocks.next_move(replace(HOST, travel=Travel.ARRIVED), local=True) is None
    paid = replace(HOST, travel=Travel.ARRIVED, payment=PaymentState.COMPUTED)
    assert blocks.next_move(paid, local=True) is PaymentState.APPROVED


def test_what_blocks_is_every_open_step_before_the_transition_and_the_sentence_of_the_machine() -> None:
    found = blocks.what_blocks(
        one := but(visa=VisaState.REQUIRED, travel=Travel.HELD, itinerary=None, passport=None), steps(one)
    )
    assert found is not None
    # The ticket asks for letter, acceptance and passport; the visa may come after it.
    assert [state.step for state in found.steps] == [Step.PASSPORT]
    assert (found.sentence, found.goes) == ("", False)
    unnamed = but(nomination=Nomination.NOMINATED, letter=None)
    found = blocks.what_blocks(unnamed, steps(unnamed))
    assert found is not None
    assert found.sentence.startswith("No letter names this official yet")
    assert [state.step for state in found.steps] == [Step.LETTER]
    ready = blocks.what_blocks(ONE, steps(ONE))
    assert ready is not None
    assert ready.goes


def test_the_dry_run_says_what_the_machine_would_say() -> None:
    checked = 0
    for nomination, travel, payment in product(HOLDING, Travel, PaymentState):
        one = but(nomination=nomination, travel=travel, payment=payment)
        found = blocks.what_blocks(one, steps(one))
        if found is None or not isinstance(found.to, Travel):
            continue
        checked += 1
        if found.sentence:
            with pytest.raises(Refusal, match=found.sentence[:20]):
                travel_machine.check_travels(one, found.to)
        else:
            travel_machine.check_travels(one, found.to)
    assert checked > 20


def test_a_seat_that_nobody_holds_says_whether_a_letter_came() -> None:
    def shown(
        *, letters: int = 0, vacated: bool = False, now: datetime = NOW, known: tuple[str, ...] = ()
    ) -> tuple[Headline, Standing, str]:
        word, state = blocks.empty_seat(
            [LETTER] * letters, vacated=vacated, known=known, rules=RULES, now=now, texts=TEXTS
        )
        return word, state.standing, state.why

    assert shown() == (Headline.LETTER_AWAITED, Standing.BLOCKS, "No letter has come yet.")
    assert shown(now=NOW - timedelta(days=30))[1] is Standing.WAITS
    assert shown(letters=1, known=LETTER.names)[::2] == (
        Headline.LETTER_AWAITED,
        "No letter names anybody for this seat.",
    )
    assert shown(letters=1)[::2] == (
        Headline.NO_NOMINEE,
        "A letter names an official who is on no seat: nominate them.",
    )
    unknown = replace(LETTER, names=(), also_named="Anaïs Muster")
    word, state = blocks.empty_seat([unknown], vacated=False, rules=RULES, now=NOW, texts=TEXTS)
    assert (word, state.why.split(":")[0]) == (
        Headline.NO_NOMINEE,
        "A letter names somebody who is not registered yet",
    )
    assert shown(vacated=True)[::2] == (Headline.NO_NOMINEE, "Nobody has followed on this seat yet.")
    free = replace(RULES, deadline=None)
    assert blocks.empty_seat([], vacated=False, rules=free, now=NOW, texts=TEXTS)[1].standing is Standing.DUE


def test_who_lands_after_midnight_needs_the_room_of_the_evening_before() -> None:
    landed = replace(OUT[1], arrives=datetime(2019, 12, 5, 0, 35, tzinfo=KINGSTON))
    night = replace(BACK[0], departs=datetime(2019, 12, 7, 2, 0, tzinfo=KINGSTON))
    for legs, days in (
        (ITINERARY.legs, [4, 5, 6]),
        ((OUT[0], landed, *BACK), [4, 5, 6]),
        ((*OUT, night), [4, 5, 6]),
        (OUT, []),
        (BACK, []),
    ):
        assert [night.day for night in stay_nights(replace(ITINERARY, legs=legs))] == days


def test_where_no_journey_is_known_it_is_that_of_the_meeting() -> None:
    assert (sets_out(None, RULES).day, returns(None, RULES).day) == (4, 6)
    assert arrives(None) is departs(None) is None
    empty = replace(ITINERARY, legs=())
    assert (sets_out(empty, RULES).day, returns(empty, RULES).day) == (4, 6)
    assert (sets_out(ITINERARY, RULES).day, returns(ITINERARY, RULES).day) == (4, 7)


def test_who_was_paid_without_a_boarding_pass_is_paid_all_the_same() -> None:
    one = replace(ARRIVED, payment=PaymentState.PAID)
    assert blocks.headline(steps(one)) is Step.BOARDING_OUT
    assert blocks.word_of(one, SEAT, steps(one)) is Headline.PAID
