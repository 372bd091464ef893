"""The four machines of a sponsorship: which step follows which, and what each waits for."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Sponsorship
from cmc_desk.rules.travel_states import HOLDING, Direction, Nomination, PaymentState, Travel, VisaState
from cmc_desk.rules.travel_words import NOMINATION_WORDS, PAYMENT_WORDS, TRAVEL_WORDS, VISA_WORDS

S = TypeVar("S", Nomination, Travel, VisaState, PaymentState)

_LEAVING = frozenset({Nomination.DECLINED, Nomination.WITHDRAWN, Nomination.REPLACED, Nomination.RELEASED})
NOMINATION_STEPS: Mapping[Nomination, frozenset[Nomination]] = {
    Nomination.NOMINATED: _LEAVING | {Nomination.ACCEPTED},
    Nomination.ACCEPTED: _LEAVING,
    Nomination.DECLINED: frozenset(),
    Nomination.WITHDRAWN: frozenset(),
    Nomination.REPLACED: frozenset(),
    Nomination.RELEASED: frozenset(),
}
_WITHOUT_TICKET = frozenset({Travel.SELF_ARRANGED, Travel.NOT_REQUIRED})
# Who stands at the desk has arrived, whatever was recorded of the ticket; and anybody may stay away.
_END = frozenset({Travel.ARRIVED, Travel.NO_SHOW})
TRAVEL_STEPS: Mapping[Travel, frozenset[Travel]] = {
    Travel.NONE: _WITHOUT_TICKET | _END | {Travel.REQUESTED, Travel.HELD, Travel.TICKETED},
    Travel.REQUESTED: _WITHOUT_TICKET | _END | {Travel.NONE, Travel.HELD, Travel.TICKETED, Travel.CANCELLED},
    # A hold is renewed, and a ticket is reissued.
    Travel.HELD: _WITHOUT_TICKET | _END | {Travel.HELD, Travel.REQUESTED, Travel.TICKETED, Travel.CANCELLED},
    Travel.TICKETED: _END | {Travel.TICKETED, Travel.TRAVELLED_OUT, Travel.CANCELLED},
    Travel.TRAVELLED_OUT: _END,
    Travel.ARRIVED: frozenset({Travel.TRAVELLED_BACK}),
    Travel.TRAVELLED_BACK: frozenset(),
    Travel.CANCELLED: _WITHOUT_TICKET | _END | {Travel.REQUESTED, Travel.HELD, Travel.TICKETED},
    # Who was given up may still come, and may be booked anew.
    Travel.NO_SHOW: frozenset({Travel.REQUESTED, Travel.HELD, Travel.TICKETED, Travel.ARRIVED}),
    Travel.SELF_ARRANGED: _END | {Travel.NONE, Travel.REQUESTED},
    Travel.NOT_REQUIRED: _END | {Travel.NONE, Travel.REQUESTED},
}
_KNOWN_VISA = frozenset(VisaState) - {VisaState.UNKNOWN}
VISA_STEPS: Mapping[VisaState, frozenset[VisaState]] = {
    VisaState.UNKNOWN: _KNOWN_VISA,
    VisaState.NOT_REQUIRED: frozenset({VisaState.UNKNOWN, VisaState.REQUIRED}),
    # Each may be written down again: another date, another country of transit.
    VisaState.REQUIRED: _KNOWN_VISA,
    VisaState.LETTER_SENT: _KNOWN_VISA,
    VisaState.OBTAINED: _KNOWN_VISA,
    VisaState.REFUSED: _KNOWN_VISA,
}
PAYMENT_STEPS: Mapping[PaymentState, frozenset[PaymentState]] = {
    PaymentState.NOT_DUE: frozenset({PaymentState.COMPUTED}),
    PaymentState.COMPUTED: frozenset({PaymentState.COMPUTED, PaymentState.APPROVED, PaymentState.NOT_DUE}),
    PaymentState.APPROVED: frozenset({PaymentState.PAID, PaymentState.VOID}),
    PaymentState.PAID: frozenset({PaymentState.SETTLED, PaymentState.VOID, PaymentState.RECOVERY_DUE}),
    PaymentState.SETTLED: frozenset({PaymentState.VOID, PaymentState.RECOVERY_DUE}),
    PaymentState.VOID: frozenset({PaymentState.COMPUTED, PaymentState.NOT_DUE, PaymentState.RECOVERY_DUE}),
    PaymentState.RECOVERY_DUE: frozenset({PaymentState.SETTLED, PaymentState.VOID, PaymentState.COMPUTED}),
}
HERE = frozenset({Travel.TRAVELLED_OUT, Travel.ARRIVED, Travel.TRAVELLED_BACK})
# What is recorded only of somebody whom the registration expects: nothing is spent on others, and whoever stands there is reinstated first.
_EXPECTED = frozenset({Travel.REQUESTED, Travel.HELD, Travel.TICKETED, Travel.TRAVELLED_OUT, Travel.ARRIVED})
# What is only known by being told why.
_WITH_REASON = frozenset({Travel.CANCELLED, Travel.NO_SHOW})
_NO_STEP = N_("What is “{now}” cannot become “{to}”: undo what was recorded by mistake, or record what lies between.")


def check_nomination(now: Nomination, to: Nomination) -> None:
    """Raise Refusal unless a nomination that is `now` can become `to`."""
    if now not in HOLDING and to is not now:
        raise Refusal(
            _("This nomination is over ({state}): nominate anew if the official is to come after all.").format(
                state=_(NOMINATION_WORDS[now])
            )
        )
    _check(NOMINATION_STEPS, now, to, NOMINATION_WORDS)


def check_travel(now: Travel, to: Travel) -> None:
    """Raise Refusal unless a journey that is `now` can become `to`."""
    _check(TRAVEL_STEPS, now, to, TRAVEL_WORDS)


def check_visa(now: VisaState, to: VisaState) -> None:
    """Raise Refusal unless a visa that is `now` can become `to`."""
    _check(VISA_STEPS, now, to, VISA_WORDS)


def check_payment(now: PaymentState, to: PaymentState) -> None:
    """Raise Refusal unless an allowance that is `now` can become `to`."""
    _check(PAYMENT_STEPS, now, to, PAYMENT_WORDS)


def check_accepts(one: Sponsorship) -> None:
    """Raise Refusal unless the funding of this official can be confirmed now: it was asked for in a letter."""
    check_nomination(one.nomination, Nomination.ACCEPTED)
    _check_comes(one)
    if one.letter is None:
        raise Refusal(
            _("No letter names this official yet: record the note verbale, letter or e-mail first."), field="letter"
        )


def check_leaves(one: Sponsorship, to: Nomination, *, reason: str = "") -> None:
    """Raise Refusal unless this official can give the seat up as `to`; who was accepted and has come cannot.

    Whoever came before the funding was confirmed has not travelled on the seat: that can still be declined. After a ticket was issued, and for whatever somebody releases, it is said why.
    """
    check_nomination(one.nomination, to)
    here = one.travel in HERE or one.arrived_at is not None
    if here and (one.nomination is Nomination.ACCEPTED or needs_reason(one)):
        raise Refusal(
            _("This official has travelled on the seat already ({state}): nobody else can have it.").format(
                state=_(TRAVEL_WORDS[one.travel])
            )
        )
    if one.payment in (PaymentState.PAID, PaymentState.SETTLED):
        raise Refusal(_("This official was paid already: void the payment first."))
    if to is Nomination.RELEASED and one.travel is not Travel.NO_SHOW:
        raise Refusal(
            _(
                "Only the seat of an official who did not come is released: otherwise the nomination is declined, withdrawn or replaced."
            )
        )
    if (to is Nomination.RELEASED or needs_reason(one)) and not reason.strip():
        raise Refusal(
            _("Say why: a ticket was issued, and its cost stays.")
            if needs_reason(one)
            else _("Say why the seat is released."),
            field="reason",
        )


def needs_reason(one: Sponsorship) -> bool:
    """Tell whether a ticket was issued for this official, so that giving the seat up costs something."""
    issued = one.itinerary is not None and one.itinerary.issued_at is not None
    return issued or one.travel is Travel.TICKETED


def check_travels(one: Sponsorship, to: Travel, *, reason: str = "") -> None:
    """Raise Refusal unless the journey of this official can become `to` now.

    Nothing is ticketed before the funding is confirmed, and whoever has given the seat up does not travel on it: their ticket can
    only be cancelled.
    """
    check_travel(one.travel, to)
    if to in _WITH_REASON and not reason.strip():
        raise Refusal(_("Say why: it stays on record."), field="reason")
    if one.nomination not in HOLDING and to is not Travel.CANCELLED:
        raise Refusal(
            _("This nomination is over ({state}): only its ticket can be cancelled.").format(
                state=_(NOMINATION_WORDS[one.nomination])
            )
        )
    if to in _EXPECTED:
        _check_comes(one)
    if to is Travel.ARRIVED and one.nomination is Nomination.NOMINATED:
        raise Refusal(
            _(
                "Nobody arrives on a seat whose funding is not confirmed: record the acceptance first, or decline the nomination."
            ),
            field="nomination",
        )
    if to is Travel.TICKETED and one.nomination is not Nomination.ACCEPTED:
        raise Refusal(_("No ticket before the funding is confirmed: record the acceptance first."))


def check_pays(one: Sponsorship, to: PaymentState) -> None:
    """Raise Refusal unless the allowance of this official can become `to` now; nothing is paid before the arrival."""
    check_payment(one.payment, to)
    if to is PaymentState.PAID and one.arrived_at is None and one.travel not in (Travel.ARRIVED, Travel.TRAVELLED_BACK):
        raise Refusal(_("Nothing is paid before the arrival: record that this official has arrived first."))


def check_closing(one: Sponsorship, now: datetime) -> None:
    """Raise Refusal while the claim of this official cannot be closed: who holds the seat and flew here has not left for home yet."""
    if one.nomination not in HOLDING or one.travel in (Travel.CANCELLED, Travel.NO_SHOW) or one.itinerary is None:
        return
    home = [leg for leg in one.itinerary.legs if leg.direction is Direction.BACK]
    if home and home[-1].departs > now and home[-1].flown_at is None:
        raise Refusal(
            _("The journey home ({day}) has not begun yet: close the claim once the official has left.").format(
                day=f"{home[-1].departs:%Y-%m-%d}"
            ),
            field="payment",
        )


def _check_comes(one: Sponsorship) -> None:
    """Raise Refusal if the registration does not expect this official: nothing more is spent on the journey."""
    if one.does_not_come:
        raise Refusal(
            _(
                "The registration does not expect this official any more: reinstate the person there, or replace the official on the seat."
            )
        )


def _check(steps: Mapping[S, frozenset[S]], now: S, to: S, words: Mapping[S, str]) -> None:
    if to not in steps[now]:
        raise Refusal(
            _("This is so already: {state}.").format(state=_(words[now]))
            if to is now
            else _(_NO_STEP).format(now=_(words[now]), to=_(words[to]))
        )
