"""The eleven steps of a traveller, one function each: what is met, what is open, why and until when."""

from datetime import timedelta

from cmc_desk.i18n import N_
from cmc_desk.rules.day_words import weekday_or_today
from cmc_desk.rules.stay import arrives, returns, sets_out, stay_nights
from cmc_desk.rules.step_case import SOON, Case
from cmc_desk.rules.travel_facts import GoneAtDesk, StepState
from cmc_desk.rules.travel_states import (
    Direction,
    Gone,
    Nomination,
    PaymentState,
    Standing,
    Step,
    Travel,
    VisaState,
)

_TICKETED = frozenset({Travel.TICKETED, Travel.TRAVELLED_OUT, Travel.ARRIVED, Travel.TRAVELLED_BACK, Travel.NO_SHOW})
_THERE = frozenset({Travel.ARRIVED, Travel.TRAVELLED_BACK})
PAID = frozenset({PaymentState.PAID, PaymentState.SETTLED, PaymentState.RECOVERY_DUE})

_VISA_OPEN = {
    VisaState.UNKNOWN: N_("Whether a visa is needed is not known."),
    VisaState.REQUIRED: N_("A visa is needed."),
    VisaState.LETTER_SENT: N_("The letter for the visa was sent."),
    VisaState.REFUSED: N_("The visa was refused."),
}
# Where the day is known, and where it came with a list of participants.
_GONE = {
    Gone.WITHDRAWN: (
        N_("Withdrawn at the desk on {day}: give the seat up, or replace the official."),
        N_("Withdrawn in the registration: give the seat up, or replace the official."),
    ),
    Gone.REPLACED: (
        N_("Replaced at the desk by {instead} on {day}: replace the official on the seat too, or give it up."),
        N_("Replaced in the registration by {instead}: replace the official on the seat too, or give it up."),
    ),
    Gone.MOVED: (
        N_("Moved to {instead} on {day}: the seat is for an official of its own delegation; give it up, or replace."),
        N_("Moved to {instead}: the seat is for an official of its own delegation; give it up, or replace."),
    ),
}
_UNSIGNED = {
    PaymentState.NOT_DUE: N_("The allowance is not computed yet."),
    PaymentState.COMPUTED: N_("The allowance is not approved yet."),
    PaymentState.APPROVED: N_("The allowance is to be signed for."),
    PaymentState.VOID: N_("The payment was voided: compute the allowance anew."),
}


def step_states(case: Case) -> tuple[StepState, ...]:
    """Return the eleven steps in their order; of an official who does not come only what is done, and that somebody must decide."""
    states, gone = _all_of(case), case.one.gone
    if gone is None or not case.one.does_not_come:
        return states
    return tuple(
        case.blocks(Step.ACCEPTANCE, _gone(case, gone))
        if state.step is Step.ACCEPTANCE
        else state
        if state.standing is Standing.DONE
        else case.not_needed(state.step)
        for state in states
    )


def _all_of(case: Case) -> tuple[StepState, ...]:
    return (
        _letter(case),
        _acceptance(case),
        _passport(case),
        _visa(case),
        _ticket(case),
        _room(case),
        _arrival(case),
        _boarding(case, Step.BOARDING_OUT, Direction.OUT),
        _signature(case),
        _boarding(case, Step.BOARDING_BACK, Direction.BACK),
        _claim(case),
    )


def _gone(case: Case, gone: GoneAtDesk) -> str:
    known, unknown = _GONE[gone.how]
    words = case.texts.gettext(known if gone.at else unknown)
    day = case.day(gone.at.astimezone(case.now.tzinfo).date()) if gone.at else ""
    return words.format(day=day, instead=gone.instead)


def _letter(case: Case) -> StepState:
    _ = case.texts.gettext
    letter = case.one.letter
    if letter is None:
        return case.open(Step.LETTER, _("No letter names this official yet."), case.rules.deadline)
    return case.done(Step.LETTER, _("Received {day}").format(day=case.day(letter.received)))


def _acceptance(case: Case) -> StepState:
    _ = case.texts.gettext
    if case.one.nomination is not Nomination.ACCEPTED:
        due = sets_out(case.one.itinerary, case.rules)
        return case.open(Step.ACCEPTANCE, _("The funding is not confirmed yet."), due)
    at = case.one.accepted_at
    local = at.astimezone(case.now.tzinfo) if at else None
    return case.done(Step.ACCEPTANCE, _("Confirmed {day}").format(day=case.day(local.date())) if local else "")


def _passport(case: Case) -> StepState:
    _ = case.texts.gettext
    passport = case.one.passport
    if passport is None or passport.expires is None:
        if not case.flies:
            return case.not_needed(Step.PASSPORT)
        why = _("No passport is known yet.") if passport is None else _("When the passport expires is not known.")
        return case.open(Step.PASSPORT, why, sets_out(case.one.itinerary, case.rules))
    if case.flies and passport.expires < returns(case.one.itinerary, case.rules):
        why = _("The passport expires {day}, before the return.").format(day=case.day(passport.expires))
        return case.blocks(Step.PASSPORT, why, sets_out(case.one.itinerary, case.rules))
    return case.done(Step.PASSPORT, _("Valid to {day}").format(day=case.day(passport.expires)))


def _visa(case: Case) -> StepState:
    _ = case.texts.gettext
    state, note = case.one.visa, case.one.visa_note
    if state is VisaState.NOT_REQUIRED or (state is VisaState.UNKNOWN and not case.flies):
        return case.not_needed(Step.VISA, note)
    if state is VisaState.OBTAINED:
        return case.done(Step.VISA, note or _("Obtained"))
    due = case.one.visa_due or sets_out(case.one.itinerary, case.rules)
    words = _(_VISA_OPEN[state])
    why = " ".join(part for part in (words, note) if part)
    if state is VisaState.REFUSED:
        return case.blocks(Step.VISA, why, due)
    return case.open(Step.VISA, _visa_with_day(case, why), due)


def _visa_with_day(case: Case, why: str) -> str:
    _ = case.texts.gettext
    day = case.one.visa_due
    if day is None:
        return why
    sentence = _("{why} It was due {day}.") if day < case.now.date() else _("{why} It is due {day}.")
    found = sentence.format(why=why, day=weekday_or_today(day, case.texts, today=case.now.date()))
    # In French a month is shortened with a point, which ends the sentence too.
    return found.removesuffix(".") if found.endswith("..") else found


def _ticket(case: Case) -> StepState:
    _ = case.texts.gettext
    one = case.one
    if one.travel in _TICKETED and (one.itinerary is not None or one.travel is Travel.TICKETED):
        return case.done(Step.TICKET, _issued(case))
    if one.travel is Travel.SELF_ARRANGED:
        return case.done(Step.TICKET, _("Arranged by the official or the delegation."))
    if one.travel is Travel.CANCELLED:
        return case.blocks(Step.TICKET, _("The ticket was cancelled; the seat is still held."))
    if not case.flies or one.travel is Travel.NOT_REQUIRED or one.travel in _TICKETED:
        return case.not_needed(Step.TICKET)
    if one.travel is Travel.HELD:
        return _held(case)
    why = _("Asked for, not held yet.") if one.travel is Travel.REQUESTED else _("Not asked for yet.")
    return case.open(Step.TICKET, why, sets_out(one.itinerary, case.rules))


def _held(case: Case) -> StepState:
    _ = case.texts.gettext
    until = case.one.itinerary.hold_until if case.one.itinerary else None
    if until is None:
        return case.open(Step.TICKET, _("On hold."), sets_out(case.one.itinerary, case.rules))
    local = until.astimezone(case.now.tzinfo)
    when = f"{weekday_or_today(local.date(), case.texts, today=case.now.date())} {local:%H:%M}"
    if local <= case.now:
        return case.blocks(Step.TICKET, _("The hold has run out ({when}).").format(when=when), local.date())
    return case.open(Step.TICKET, _("On hold, expires {when}").format(when=when), local.date())


def _issued(case: Case) -> str:
    _ = case.texts.gettext
    itinerary = case.one.itinerary
    if itinerary is None or itinerary.issued_at is None:
        return _("Issued")
    local = itinerary.issued_at.astimezone(case.now.tzinfo)
    return _("Issued {day}").format(day=case.day(local.date()))


def _room(case: Case) -> StepState:
    _ = case.texts.gettext
    nights = sorted(case.one.nights, key=lambda night: night.date)
    if not nights and not case.flies:
        return case.not_needed(Step.ROOM)
    there = arrives(case.one.itinerary)
    due = there.date() if there else case.rules.begins.date() - timedelta(days=1)
    if not nights:
        return case.open(Step.ROOM, _("No room is booked yet."), due)
    booked = {night.date for night in nights}
    missing = [night for night in stay_nights(case.one.itinerary) if night not in booked]
    if missing:
        return case.open(Step.ROOM, _("No room for the night of {day}.").format(day=case.day(missing[0])), due)
    words = case.texts.ngettext("{hotel}, {number} night", "{hotel}, {number} nights", len(nights))
    return case.done(Step.ROOM, words.format(hotel=nights[0].hotel, number=len(nights)))


def _arrival(case: Case) -> StepState:
    _ = case.texts.gettext
    one = case.one
    if one.arrived_at is not None or one.travel in _THERE:
        local = one.arrived_at.astimezone(case.now.tzinfo) if one.arrived_at else None
        return case.done(Step.ARRIVAL, f"{case.day(local.date())} {local:%H:%M}" if local else "")
    if one.travel is Travel.NO_SHOW:
        return case.blocks(Step.ARRIVAL, _("Did not come; the seat is held until somebody releases it."))
    there = arrives(one.itinerary)
    if there is None:
        return case.open(Step.ARRIVAL, _("Not arrived yet."), case.rules.begins.date())
    when = f"{weekday_or_today(there.date(), case.texts, today=case.now.date())} {there:%H:%M}"
    return case.open(Step.ARRIVAL, _("Expected {when}").format(when=when), there.date())


def _boarding(case: Case, step: Step, direction: Direction) -> StepState:
    _ = case.texts.gettext
    itinerary = case.one.itinerary
    legs = [leg for leg in itinerary.legs if leg.direction is direction] if itinerary else []
    flights = [leg for leg in legs if not leg.surface]
    if not case.flies or case.one.travel is Travel.SELF_ARRANGED or (legs and not flights):
        return case.not_needed(step)
    open_ = [leg for leg in flights if leg.flown_at is None]
    if flights and not open_:
        return case.done(step)
    if not flights:
        way_out = direction is Direction.OUT
        due = case.rules.begins.date() if way_out else case.rules.closes.date() + SOON
        return case.asked(step, _("No boarding pass yet."), due)
    names = ", ".join(f"{leg.carrier} {leg.number}" for leg in open_)
    return case.asked(step, _("No boarding pass of {flights}.").format(flights=names), open_[-1].arrives.date())


def _signature(case: Case) -> StepState:
    _ = case.texts.gettext
    if case.unpaid:
        return case.not_needed(Step.SIGNATURE)
    if case.one.payment in PAID:
        return case.done(Step.SIGNATURE, _("Paid"))
    why = _(_UNSIGNED[case.one.payment])
    return case.open(Step.SIGNATURE, why, case.rules.closes.date())


def _claim(case: Case) -> StepState:
    _ = case.texts.gettext
    if case.unpaid:
        return case.not_needed(Step.CLAIM)
    if case.one.payment is PaymentState.SETTLED:
        return case.done(Step.CLAIM, _("Settled"))
    if case.one.payment is PaymentState.RECOVERY_DUE:
        return case.blocks(Step.CLAIM, _("Money is to be paid back."))
    return case.open(Step.CLAIM, _("The claim is not closed yet."), None)
