"""Acts that ask nothing: one key, and it is done and said, with Undo where it can be taken back."""

from collections.abc import Callable

from cmc_desk.desk.allowances import compute_allowance
from cmc_desk.desk.journeys import mark_flown
from cmc_desk.desk.payments import pay, settle
from cmc_desk.desk.seats import accept
from cmc_desk.desk.travellers import set_travel
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.money import money
from cmc_desk.rules.travel_states import Travel
from cmc_desk.ui.agenda.doing import done
from cmc_desk.ui.context import Context
from cmc_desk.ui.travel.shown_traveller import Shown

Direct = Callable[[Context, Shown], None]


def accepted(context: Context, shown: Shown) -> None:
    """Record that the funding was confirmed in writing."""
    if done(context, accept, sponsorship=shown.key, version=shown.version):
        context.say("notice", _("Accepted: "), _name(shown), _place(context, shown), undo=True)


def arrived(context: Context, shown: Shown) -> None:
    """Record that somebody is here; where the desk has seen them, since then."""
    at = shown.came.at if shown.came is not None else None
    if done(context, set_travel, sponsorship=shown.key, to=Travel.ARRIVED, at=at, version=shown.version):
        context.say("notice", _("Arrived: "), _name(shown), _place(context, shown), undo=True)


def boarded(context: Context, shown: Shown) -> None:
    """Record that the boarding pass of the next flight was handed in."""
    leg = shown.next_leg(context.now())
    if leg is None:
        return
    if (flown := done(context, mark_flown, sponsorship=shown.key, leg=leg.key)) is not None:
        context.say("notice", _("Flown: "), ", ".join(flown[0].legs), f" · {_name(shown)}", undo=True)


def computed(context: Context, shown: Shown) -> None:
    """Compute the allowance."""
    if (made := done(context, compute_allowance, sponsorship=shown.key)) is not None:
        amount = money(made[0].net, made[0].currency)
        context.say("notice", _("Computed: "), _name(shown), f" · {amount}", undo=True)


def paid(context: Context, shown: Shown) -> None:
    """Record that the allowance was handed out against a signature."""
    if shown.line is None:
        return
    if (made := done(context, pay, payment=shown.line.key)) is not None:
        words = _(" · receipt {number}, {amount}").format(
            number=made[0].receipt, amount=money(made[0].handed, made[0].currency)
        )
        context.say("notice", _("Paid: "), _name(shown), words)


def settled(context: Context, shown: Shown) -> None:
    """Record that what was still out came back; without anything of that kind close the claim."""
    if shown.owed is not None:
        if done(context, settle, payment=shown.owed.key):
            amount = money(abs(shown.owed.paid_amount), shown.owed.paid_currency)
            context.say("notice", _("Given back: "), _name(shown), f" · {amount}")
    elif shown.line is not None and done(context, settle, payment=shown.line.key):
        context.say("notice", _("Settled: "), _name(shown), _place(context, shown))


def _name(shown: Shown) -> str:
    return shown.who.person.name if shown.who is not None else ""


def _place(context: Context, shown: Shown) -> str:
    return f", {context.facts.delegation_name(shown.tile.delegation)}"


DIRECT: dict[str, Direct] = {
    "accept": accepted,
    "arrived": arrived,
    "boarding": boarded,
    "compute": computed,
    "pay": paid,
    "settle": settled,
}
