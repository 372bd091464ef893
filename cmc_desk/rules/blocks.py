"""What blocks a traveller: the dry run of the next transition, step by step, and the one word that follows from it.

A step that is open waits; it is due when its day comes within 48 hours, and blocks when that day is over or when it cannot be met any more.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from gettext import NullTranslations

from cmc_desk.rules import travel_machine
from cmc_desk.rules.block_steps import PAID, step_states
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.stay import sets_out
from cmc_desk.rules.step_case import Case
from cmc_desk.rules.travel_facts import Letter, Seat, Sponsorship, StepState, TravelRules
from cmc_desk.rules.travel_states import (
    HOLDING,
    Headline,
    Nomination,
    PaymentState,
    Standing,
    Step,
    Travel,
)

OPEN = frozenset({Standing.WAITS, Standing.DUE, Standing.BLOCKS})
Move = Nomination | Travel | PaymentState
# Up to which step each transition asks.
_ASKED_BY: dict[Move, Step] = {
    Nomination.ACCEPTED: Step.LETTER,
    Travel.TICKETED: Step.PASSPORT,
    Travel.TRAVELLED_OUT: Step.ROOM,
    Travel.ARRIVED: Step.ROOM,
    PaymentState.APPROVED: Step.BOARDING_OUT,
    PaymentState.PAID: Step.BOARDING_OUT,
    Travel.TRAVELLED_BACK: Step.SIGNATURE,
    PaymentState.SETTLED: Step.BOARDING_BACK,
}
_ORDER = tuple(Step)
# Of whom nothing is missing before the arrival.
READY = frozenset({Headline.READY, Headline.LOCAL, Headline.ARRIVED, Headline.PAID, Headline.CLAIM, Headline.CLOSED})
_BEFORE_ARRIVAL: dict[Step, Headline] = {
    Step.LETTER: Headline.LETTER,
    Step.ACCEPTANCE: Headline.ACCEPTANCE,
    Step.PASSPORT: Headline.PASSPORT,
    Step.VISA: Headline.VISA,
    Step.TICKET: Headline.TICKET,
    Step.ROOM: Headline.ROOM,
}
_AFTER_ARRIVAL: dict[Step | None, Headline] = {
    Step.BOARDING_OUT: Headline.ARRIVED,
    Step.SIGNATURE: Headline.ARRIVED,
    Step.BOARDING_BACK: Headline.PAID,
    Step.CLAIM: Headline.CLAIM,
    None: Headline.CLOSED,
}


@dataclass(frozen=True, slots=True)
class Blocked:
    """The next transition of a traveller, what of the steps before it is open, and how it would be refused now if it would be."""

    to: Move
    steps: tuple[StepState, ...]
    sentence: str = ""

    @property
    def goes(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.steps and not self.sentence


def steps(
    one: Sponsorship, *, seat: Seat, rules: TravelRules, now: datetime, texts: NullTranslations
) -> tuple[StepState, ...]:
    """Return how the eleven steps of an official stand at `now`, which is aware; words are those of `texts`."""
    return step_states(Case(one, seat, rules, now.astimezone(rules.begins.tzinfo), texts))


def headline(states: Sequence[StepState]) -> Step | None:
    """Return the first step that is unmet, or None if everything is done."""
    return next((state.step for state in states if state.standing in OPEN), None)


def next_move(one: Sponsorship, *, local: bool = False) -> Move | None:
    """Return what is to happen next to an official who holds a seat, which is `local` if it is of the host.

    None for those who do not, for who did not come (somebody must decide), and when all is done.
    """
    if one.nomination not in HOLDING or one.travel is Travel.NO_SHOW:
        return None
    if one.nomination is Nomination.NOMINATED:
        return Nomination.ACCEPTED
    return _next_of_journey(one, local=local)


def what_blocks(one: Sponsorship, states: Sequence[StepState], *, local: bool = False) -> Blocked | None:
    """Return what stands between an official and the next transition; None if there is none to come."""
    to = next_move(one, local=local)
    if to is None:
        return None
    last = _ORDER.index(_ASKED_BY[to])
    missing = [state for state in states if state.standing in OPEN and _ORDER.index(state.step) <= last]
    return Blocked(to, tuple(missing), _refused(one, to))


def standing(states: Sequence[StepState]) -> Standing:
    """Return how an official stands as a whole: the worst of the steps, blocks before due before waits."""
    found = {state.standing for state in states}
    return next((one for one in (Standing.BLOCKS, Standing.DUE, Standing.WAITS) if one in found), Standing.DONE)


def word_of(one: Sponsorship, seat: Seat, states: Sequence[StepState]) -> Headline:
    """Return the one word for an official: the first unmet step, or what has become of the journey."""
    first = headline(states)
    if one.travel is Travel.NO_SHOW:
        return Headline.NO_SHOW
    if one.travel is Travel.CANCELLED:
        return Headline.CANCELLED
    if first in _BEFORE_ARRIVAL:
        return _BEFORE_ARRIVAL[first]
    if first is Step.ARRIVAL:
        return Headline.LOCAL if seat.local else Headline.READY
    if first is Step.BOARDING_OUT and one.payment in PAID:
        return Headline.PAID
    return Headline.ARRIVED if first is None and seat.local else _AFTER_ARRIVAL[first]


def empty_seat(
    letters: Sequence[Letter],
    *,
    vacated: bool,
    rules: TravelRules,
    now: datetime,
    texts: NullTranslations,
    known: Collection[str] = (),
) -> tuple[Headline, StepState]:
    """Return how a seat stands that nobody holds: its letter is awaited, or a nominee is missing because somebody left or is only named.

    `known` are the participants of the delegation who are or were on a seat: who else is named in a letter waits for this one.
    """
    case = Case.of_nobody(rules, now.astimezone(rules.begins.tzinfo), texts)
    due = rules.deadline or sets_out(None, rules)
    if vacated:
        return Headline.NO_NOMINEE, case.open(Step.LETTER, texts.gettext("Nobody has followed on this seat yet."), due)
    if {name for letter in letters for name in letter.names} - set(known):
        why = texts.gettext("A letter names an official who is on no seat: nominate them.")
        return Headline.NO_NOMINEE, case.open(Step.LETTER, why, due)
    if any(letter.also_named for letter in letters):
        why = texts.gettext("A letter names somebody who is not registered yet: register them, then tie the letter.")
        return Headline.NO_NOMINEE, case.open(Step.LETTER, why, due)
    why = (
        texts.gettext("No letter names anybody for this seat.") if letters else texts.gettext("No letter has come yet.")
    )
    return Headline.LETTER_AWAITED, case.open(Step.LETTER, why, due)


def _next_of_journey(one: Sponsorship, *, local: bool) -> Move | None:
    if local and one.travel is Travel.NONE:
        return Travel.ARRIVED
    if one.travel in (Travel.NONE, Travel.REQUESTED, Travel.HELD, Travel.CANCELLED):
        return Travel.TICKETED
    if one.travel is Travel.TICKETED:
        return Travel.TRAVELLED_OUT
    if one.travel in (Travel.TRAVELLED_OUT, Travel.SELF_ARRANGED, Travel.NOT_REQUIRED):
        return Travel.ARRIVED
    if local and one.payment is PaymentState.NOT_DUE:
        return None
    return _next_of_payment(one)


def _next_of_payment(one: Sponsorship) -> Move | None:
    if one.payment in (PaymentState.NOT_DUE, PaymentState.COMPUTED, PaymentState.VOID):
        return PaymentState.APPROVED
    if one.payment is PaymentState.APPROVED:
        return PaymentState.PAID
    if one.travel is Travel.ARRIVED:
        return Travel.TRAVELLED_BACK
    return None if one.payment is PaymentState.SETTLED else PaymentState.SETTLED


def _refused(one: Sponsorship, to: Move) -> str:
    """Return the sentence with which the machines would refuse the next transition now, or nothing."""
    try:
        if isinstance(to, Nomination):
            travel_machine.check_accepts(one)
        elif isinstance(to, Travel):
            travel_machine.check_travels(one, to)
        elif to is not PaymentState.APPROVED or one.payment is PaymentState.COMPUTED:
            travel_machine.check_pays(one, to)
    except Refusal as refusal:
        return refusal.sentence
    return ""
