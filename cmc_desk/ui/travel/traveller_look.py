"""What the pane says of an official: the checklist, the warnings, the journey, the nights, the money. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cmc_desk.desk.airports import airports
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.blocks import OPEN
from cmc_desk.rules.money import money
from cmc_desk.rules.ticket_holds import hold_words
from cmc_desk.rules.travel_facts import Night, StepState
from cmc_desk.rules.travel_states import PaymentState, Standing, Step
from cmc_desk.rules.travel_words import NOMINATION_WORDS, PROFILE_WORDS, STEP_WORDS, TRAVEL_WORDS, WARNED_WORDS
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.checklist import CheckRow
from cmc_desk.ui.parts.chip import ChipKind, ChipLook
from cmc_desk.ui.travel.shown_traveller import Shown

_KINDS: dict[Standing, ChipKind] = {
    Standing.DONE: "good",
    Standing.WAITS: "notyet",
    Standing.DUE: "warning",
    Standing.BLOCKS: "blocks",
    Standing.NOT_NEEDED: "absent",
}
_TONES = {Standing.DUE: "amberInk", Standing.BLOCKS: "coral"}
_JOURNEY_HERE = (Step.LETTER, Step.ACCEPTANCE, Step.PASSPORT, Step.VISA, Step.TICKET, Step.ROOM)
_AGENCY_CHIPS: dict[str, ChipKind] = {"indigo": "iom", "azure": "unhcr"}


@dataclass(frozen=True, slots=True)
class MoneyLook:
    """The foot of the pane: what the amount is, the amount, and its state."""

    label: str
    amount: str
    chip: ChipLook


def place_words(shown: Shown) -> str:
    """Return where somebody sits: Haiti · seat 2, Immigration."""
    tile, who = shown.tile, shown.who
    seat = _("seat {number}").format(number=tile.number)
    if who is None:
        return seat
    if shown.past:
        return _("{delegation} · before on {seat}").format(delegation=who.delegation, seat=seat)
    return f"{who.delegation} · {seat}, {_(PROFILE_WORDS[who.one.profile])}"


def agency_chips(shown: Shown) -> tuple[ChipLook, ...]:
    """Return who bears the seat; shares are told where there are several."""
    stripes = shown.tile.stripes
    return tuple(
        ChipLook(
            stripe.agency if len(stripes) == 1 else f"{stripe.agency} {stripe.share * 100:.0f} %",
            _AGENCY_CHIPS.get(stripe.tone, "neutral"),
            "-",
        )
        for stripe in stripes
    )


def steps_shown(states: Sequence[StepState]) -> tuple[StepState, ...]:
    """Return the steps that matter now: those of the journey here, or once all are met those that follow."""
    before = [state for state in states if state.step in _JOURNEY_HERE]
    after = [state for state in states if state.step not in _JOURNEY_HERE]
    open_before = [state for state in before if state.standing in OPEN]
    arrived = any(state.step is Step.ARRIVAL and state.standing is Standing.DONE for state in states)
    if arrived:
        return (*open_before, *after)
    return tuple(before) if open_before else (*before, *after[:1])


def check_rows(shown: Shown, now: datetime) -> tuple[CheckRow, ...]:
    """Return the checklist: what is met, and what is not, and why."""
    if shown.who is None:
        return ()
    if shown.past:
        one = shown.who.one
        ended = _(NOMINATION_WORDS[one.nomination])
        travel = CheckRow(key="travel", kind="absent", text=_("Journey"), right=_(TRAVEL_WORDS[one.travel]))
        return (CheckRow(key="ended", kind="absent", text=ended.capitalize(), right=one.reason), travel)
    return tuple(
        CheckRow(
            key=state.step,
            kind=_KINDS[state.standing],
            text=_(STEP_WORDS[state.step]),
            note=_note(shown, state, now),
            right=state.why or (_("Not needed") if state.standing is Standing.NOT_NEEDED else ""),
            right_tone=_TONES.get(state.standing, "slate"),
            bold=state.standing in _TONES,
        )
        for state in steps_shown(shown.who.steps)
    )


def _note(shown: Shown, state: StepState, now: datetime) -> str:
    """Return what stands behind the name of a step: the end of the passport's number, how long a ticket is still kept."""
    one = shown.who.one if shown.who is not None else None
    if one is not None and state.step is Step.PASSPORT and one.passport is not None:
        return f"… {one.passport.last_four}"
    until = shown.journey.hold_until if shown.journey is not None else None
    if state.step is Step.TICKET and until is not None and state.standing in OPEN:
        return hold_words(until, now)
    return ""


def chain_words(shown: Shown) -> str:
    """Return who was on the seat before, and how it ended for them."""
    if shown.who is None:
        return ""
    before = []
    for link in shown.who.chain:
        if link.sponsorship == shown.key:
            break
        ended = _(NOMINATION_WORDS[link.state.nomination])
        before.append(f"{link.name} ({ended}: {link.state.reason})" if link.state.reason else f"{link.name} ({ended})")
    return _("In place of {names}").format(names=", ".join(before)) if before else ""


def open_words(shown: Shown) -> tuple[str, str]:
    """Return how many of the steps shown are open, and the tone of it: 2 of 6."""
    if shown.who is None or shown.past:
        return "", "slate"
    listed = steps_shown(shown.who.steps)
    missing = [state for state in listed if state.standing in OPEN]
    if not missing:
        return _("nothing"), "leaf"
    worst = any(state.standing is Standing.BLOCKS for state in missing)
    words = _("{number} of {whole}").format(number=len(missing), whole=len(listed))
    return words, "coral" if worst else "amberInk"


def warning_rows(shown: Shown) -> tuple[CheckRow, ...]:
    """Return what the sponsors would rather have otherwise; waived ones with the reason."""
    if shown.who is None:
        return ()
    return tuple(
        CheckRow(
            key=concern.warned,
            kind="absent" if concern.waived else "warning",
            text=_(WARNED_WORDS[concern.warned]),
            note=_("waived by {operator}: {reason}").format(operator=concern.by, reason=concern.waived)
            if concern.waived
            else "",
        )
        for concern in shown.who.warnings
    )


def city_of(place: str) -> str:
    """Return what people call a place whose rates are found by the code of its airport."""
    found = airports().get(place)
    return found.city if found is not None else place


def night_words(nights: Sequence[Night]) -> str:
    """Return how long somebody stays: 3 nights, 4–7 Dec."""
    if not nights:
        return _("no room")
    days = sorted(night.date for night in nights)
    last = days[-1].toordinal() + 1
    number = len(days)
    out = type(days[0]).fromordinal(last)
    span = (
        f"{days[0].day}–{day_words(out, 'd MMM')}"
        if (days[0].year, days[0].month) == (out.year, out.month)
        else f"{day_words(days[0], 'd MMM')} – {day_words(out, 'd MMM')}"
    )
    return ngettext("{number} night, {span}", "{number} nights, {span}", number).format(number=number, span=span)


def money_look(shown: Shown) -> MoneyLook:
    """Return what is to be paid, or was."""
    line, state, owed = shown.line, shown.payment, shown.owed
    if owed is not None and (line is None or state in (PaymentState.PAID, PaymentState.SETTLED)):
        amount = money(abs(owed.paid_amount), owed.paid_currency)
        return MoneyLook(_("To be paid back"), amount, ChipLook(_("Recovery due"), "blocks"))
    if line is not None and state not in (PaymentState.NOT_DUE, PaymentState.VOID):
        amount = money(line.handed, line.paid_currency)
    elif shown.allowance is not None:
        amount = money(shown.allowance.allowance.net, shown.allowance.allowance.currency)
    else:
        amount = "–"
    if state in (PaymentState.PAID, PaymentState.SETTLED) and line is not None:
        settled = state is PaymentState.SETTLED
        label = _("Receipt {number}").format(number=line.receipt)
        if shown.due_now is not None:
            # What was paid fits no more: by how much is said at once, in the currency of the allowance.
            due = money(shown.due_now.net, shown.due_now.currency)
            now_due = _("now due: {amount}").format(amount=due)
            return MoneyLook(f"{label} · {now_due}", amount, ChipLook(_("Out of date"), "warning"))
        return MoneyLook(label, amount, ChipLook(_("Settled") if settled else _("Paid"), "good"))
    if owed is not None and line is not None and owed.paid_currency != line.paid_currency:
        # In another currency it is not set against what is paid now.
        label = _("{amount} to be paid back").format(amount=money(abs(owed.paid_amount), owed.paid_currency))
        return MoneyLook(label, amount, _due_chip(shown))
    return MoneyLook(_("To pay on arrival"), amount, _due_chip(shown))


def _due_chip(shown: Shown) -> ChipLook:
    if shown.allowance is not None and shown.allowance.stale and shown.payment is not PaymentState.NOT_DUE:
        return ChipLook(_("Out of date"), "warning")
    match shown.payment:
        case PaymentState.COMPUTED:
            return ChipLook(_("Computed"), "half")
        case PaymentState.APPROVED if shown.who is not None and shown.who.one.arrived_at is not None:
            return ChipLook(_("To sign"), "info", "cash")
        case PaymentState.APPROVED:
            return ChipLook(_("Approved"), "half")
        case PaymentState.VOID:
            return ChipLook(_("Void"), "absent")
        case _:
            return ChipLook(_("Not computed"), "notyet")
