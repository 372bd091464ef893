"""What can be done with a seat and its official: the key of each, when it makes sense, and which of them comes next. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.blocks import headline
from cmc_desk.rules.stay import arrives
from cmc_desk.rules.travel_states import Headline, Nomination, PaymentState, Step, Travel
from cmc_desk.ui.travel.shown_traveller import Shown


@dataclass(frozen=True, slots=True)
class ActKind:
    """An act by its name, its key and its words."""

    name: str
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class ActGroup:
    """Acts that belong together in the panel of everything that can be done."""

    title: str
    kinds: tuple[ActKind, ...]


GROUPS: Sequence[ActGroup] = (
    ActGroup(
        N_("The nomination"),
        (
            ActKind("nominate", "N", N_("Nominate…")),
            ActKind("letter", "L", N_("Record letter…")),
            ActKind("accept", "A", N_("Accepted")),
            ActKind("replace", "R", N_("Replace…")),
            ActKind("give-up", "D", N_("Give the seat up…")),
            ActKind("office", "F", N_("Office…")),
            ActKind("waive", "W", N_("Waive…")),
        ),
    ),
    ActGroup(
        N_("Papers, journey, room"),
        (
            ActKind("passport", "P", N_("Passport…")),
            ActKind("reveal", "I", N_("Show its number…")),
            ActKind("visa", "V", N_("Record visa…")),
            ActKind("journey", "J", N_("Journey…")),
            ActKind("ticket", "T", N_("Ticket…")),
            ActKind("cancel", "X", N_("Cancel ticket…")),
            ActKind("room", "B", N_("Room…")),
        ),
    ),
    ActGroup(
        N_("On the way"),
        (
            ActKind("boarding", "G", N_("Boarding pass")),
            ActKind("arrived", "H", N_("Arrived")),
            ActKind("travel", "Z", N_("Journey stands…")),
        ),
    ),
    ActGroup(
        N_("Money"),
        (
            ActKind("compute", "C", N_("Compute")),
            ActKind("provided", "E", N_("What is provided…")),
            ActKind("stays", "Shift+C", N_("Stays by hand…")),
            ActKind("approve", "O", N_("Approve…")),
            ActKind("pay", "Y", N_("Paid, signed")),
            ActKind("settle", "S", N_("Settle")),
            ActKind("void", "U", N_("Void…")),
            ActKind("cost", "K", N_("Other costs…")),
        ),
    ),
    ActGroup(
        N_("The seat"),
        (ActKind("seat", "Q", N_("Quota and agencies…")), ActKind("before", "<", N_("Who sat here before"))),
    ),
)
KINDS = {kind.name: kind for group in GROUPS for kind in group.kinds}
_BY_STEP = {
    Step.LETTER: "letter",
    Step.ACCEPTANCE: "accept",
    Step.PASSPORT: "passport",
    Step.VISA: "visa",
    Step.ROOM: "room",
    Step.ARRIVAL: "arrived",
    Step.BOARDING_OUT: "boarding",
    Step.BOARDING_BACK: "boarding",
    Step.CLAIM: "settle",
}
_HERE = (Travel.ARRIVED, Travel.TRAVELLED_BACK)
# What can be done before anybody has come.
_TO_PREPARE = (PaymentState.NOT_DUE, PaymentState.COMPUTED, PaymentState.VOID)
_SOON = timedelta(hours=12)
_HANDED = (PaymentState.PAID, PaymentState.SETTLED)
_OPEN = (PaymentState.COMPUTED, PaymentState.APPROVED)
_WITH_TICKET = (Travel.HELD, Travel.TICKETED, Travel.REQUESTED)
# What can still be done of somebody who holds the seat no more: the money of the meeting was spent for them.
_AFTERWARDS = ("cancel", "cost", "void", "settle", "reveal")


def next_act(shown: Shown, now: datetime) -> str:
    """Return the one obvious thing to do; empty where nothing is left."""
    if shown.who is None:
        return "nominate"
    if shown.past:
        return _left_open(shown)
    if shown.may_arrive:
        return "arrived"
    if shown.who.headline is Headline.NO_SHOW:
        return "give-up"
    step = headline(shown.who.steps)
    if step is Step.TICKET:
        return "ticket" if shown.journey is not None and shown.journey.legs else "journey"
    if step is Step.SIGNATURE:
        return money_act(shown)
    if step is Step.ARRIVAL and not _comes_soon(shown, now):
        return money_act(shown) if shown.payment in _TO_PREPARE else ""
    if step in (Step.BOARDING_OUT, Step.BOARDING_BACK) and shown.next_leg(now) is None:
        # No flight has left yet for which there could be one: the money can be prepared meanwhile, but no claim closed.
        act = money_act(shown)
        return "" if act == "settle" and shown.owed is None else act
    return _BY_STEP[step] if step is not None else ""


def _left_open(shown: Shown) -> str:
    """Return what is to be done of somebody who holds the seat no more: what was spent for them is still settled."""
    if shown.owed is not None or shown.payment is PaymentState.PAID:
        return "settle"
    if shown.who is not None and shown.who.one.travel in _WITH_TICKET:
        return "cancel"
    return "cost"


def _comes_soon(shown: Shown, now: datetime) -> bool:
    there = arrives(shown.journey)
    return there is None or there - now < _SOON


def money_act(shown: Shown) -> str:
    """Return what comes next with the allowance."""
    stale = shown.allowance is not None and shown.allowance.stale
    if shown.owed is not None and shown.payment not in _OPEN:
        return "settle"
    if shown.due_now is not None:
        return "void"
    match shown.payment:
        case PaymentState.COMPUTED | PaymentState.APPROVED if stale:
            return "compute"
        case PaymentState.COMPUTED:
            return "approve"
        case PaymentState.APPROVED:
            return "pay"
        case PaymentState.PAID:
            return "settle"
        case PaymentState.SETTLED:
            return "void"
        case _:
            return "compute"


def beside_it(name: str, shown: Shown) -> tuple[str, ...]:
    """Return two more acts that stand beside the next one."""
    if shown.who is None:
        return ("letter", "seat")
    if shown.past:
        return tuple(one for one in ("cost", "before") if one != name)
    wanted = ("journey", "replace") if shown.who.one.travel not in _HERE else ("boarding", "journey")
    return tuple(one for one in wanted if one != name)


def why_not(name: str, shown: Shown, now: datetime) -> str:
    """Return why something cannot be done now, or nothing; what only a command can tell is left to it."""
    held = shown.who is not None and not shown.past
    if name == "before":
        return "" if shown.earlier else _("Nobody sat here before.")
    if name in ("nominate", "seat", "letter"):
        return _("Somebody holds this seat: replace them.") if name == "nominate" and held else ""
    if shown.who is None:
        return _("Nobody holds this seat.")
    if shown.past and name not in _AFTERWARDS:
        return _("This official holds the seat no more.")
    return _why_not_held(name, shown, now)


def _why_not_held(name: str, shown: Shown, now: datetime) -> str:
    assert shown.who is not None  # noqa: S101 - asked only of a seat that is held
    one, journey = shown.who.one, shown.journey
    reasons = {
        "accept": (one.nomination is Nomination.ACCEPTED, _("The funding is confirmed already.")),
        "waive": (not any(not concern.waived for concern in shown.who.warnings), _("There is nothing to waive.")),
        "reveal": (one.passport is None, _("No passport is known yet.")),
        "ticket": (journey is None or not journey.legs, _("Enter the journey first.")),
        "cancel": (one.travel not in _WITH_TICKET, _("There is no ticket.")),
        "arrived": (one.travel in _HERE, _("The arrival is recorded already.")),
        "boarding": (shown.next_leg(now) is None, _("No flight has left of which the boarding pass is missing.")),
        "stays": (shown.payment in _HANDED, _("It was paid already: void the payment first.")),
        "compute": (shown.payment in _HANDED, _("It was paid already: void the payment first.")),
        "provided": (shown.allowance is None, _("Compute the allowance first.")),
        "approve": (shown.payment is not PaymentState.COMPUTED, _("Nothing is computed that could be approved.")),
        "pay": (shown.payment is not PaymentState.APPROVED, _("Nothing is approved that could be paid.")),
        "settle": (
            shown.owed is None and shown.payment is not PaymentState.PAID,
            _("Nothing was paid that could be settled."),
        ),
        "void": (shown.line is None, _("There is no payment.")),
    }
    wrong, sentence = reasons.get(name, (False, ""))
    if not wrong and name == "pay" and one.arrived_at is None and one.travel not in _HERE:
        return _("Nothing is paid before the arrival.")
    return sentence if wrong else ""
