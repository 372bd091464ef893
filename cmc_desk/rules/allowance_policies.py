"""What an allowance policy may say: shares between nothing and all, whose they are, and where they come from."""

from decimal import Decimal

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowances import ONE, ZERO, AllowancePolicy
from cmc_desk.rules.refusal import Refusal

PROVIDED = ("room", "breakfast", "lunch", "dinner")
SHARES = (*PROVIDED, "last_day", "same_day")
WORDS = {
    "room": N_("room"),
    "breakfast": N_("breakfast"),
    "lunch": N_("lunch"),
    "dinner": N_("dinner"),
    "last_day": N_("last day"),
    "same_day": N_("same day"),
}
_HOURS_OF_A_DAY = 24


def checked_policy(policy: AllowancePolicy) -> AllowancePolicy:
    """Return `policy`; raises Refusal, with the field, if it has no name or source, or pays or deducts more than all."""
    for field, text in (("name", policy.name), ("source", policy.source)):
        if not text.strip():
            raise Refusal(
                _("Type the name of the policy and where it comes from: both stand on every sheet."), field=field
            )
    for field in SHARES:
        share: Decimal = getattr(policy, field)
        if not (share.is_finite() and ZERO <= share <= ONE):
            raise Refusal(
                _("A share lies between 0 and 100 %, and {name} is {share}: correct it.").format(
                    name=_(WORDS[field]), share=percent(share)
                ),
                field=field,
            )
    whole = sum((getattr(policy, field) for field in PROVIDED), ZERO)
    if whole > ONE:
        raise Refusal(
            _("Room and meals make {share} of the rate: together they cannot be more than 100 %.").format(
                share=percent(whole)
            ),
            field="room",
        )
    if not 0 <= policy.min_hours <= _HOURS_OF_A_DAY:
        raise Refusal(_("A journey of one day is paid from a number of hours between 0 and 24 on."), field="min_hours")
    if policy.long_after < 0:
        raise Refusal(
            _("The number of days after which the lower rate applies cannot be negative."), field="long_after"
        )
    if not (policy.terminals.is_finite() and policy.terminals >= ZERO):
        raise Refusal(_("The amount for terminals cannot be negative: 0 pays none."), field="terminals")
    return policy


def percent(share: Decimal) -> str:
    """Return a share as it is read: 0.125 is 12.5 %."""
    if not share.is_finite():
        return str(share)
    return f"{(share * 100).normalize():f}\N{NO-BREAK SPACE}%"
