"""The machine of payments: computed, approved, paid, settled; what is paid stays, and is corrected by a line against it and a new one."""

from collections.abc import Iterable
from dataclasses import dataclass

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.money import money
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import HOLDING, Nomination, PaymentState, Travel

NEXT: dict[PaymentState, frozenset[PaymentState]] = {
    PaymentState.NOT_DUE: frozenset({PaymentState.COMPUTED}),
    PaymentState.COMPUTED: frozenset({PaymentState.APPROVED, PaymentState.VOID}),
    PaymentState.APPROVED: frozenset({PaymentState.PAID, PaymentState.VOID}),
    PaymentState.PAID: frozenset({PaymentState.SETTLED}),
    PaymentState.RECOVERY_DUE: frozenset({PaymentState.SETTLED}),
    PaymentState.SETTLED: frozenset(),
    PaymentState.VOID: frozenset(),
}
STATE_WORDS = {
    PaymentState.NOT_DUE: N_("Not due"),
    PaymentState.COMPUTED: N_("Computed"),
    PaymentState.APPROVED: N_("Approved"),
    PaymentState.PAID: N_("Paid"),
    PaymentState.SETTLED: N_("Settled"),
    PaymentState.VOID: N_("Void"),
    PaymentState.RECOVERY_DUE: N_("Recovery due"),
}
HANDED_OUT = frozenset({PaymentState.PAID, PaymentState.SETTLED})
OPEN = frozenset({PaymentState.COMPUTED, PaymentState.APPROVED})
_NONSENSE = {
    PaymentState.APPROVED: N_("This payment cannot be approved: it is “{state}”. Only a computed one can."),
    PaymentState.PAID: N_("This payment cannot be paid: it is “{state}”. It has to be approved first."),
    PaymentState.SETTLED: N_("This payment cannot be settled: it is “{state}”. It has to be paid first."),
    PaymentState.VOID: N_("This payment cannot be made void: it is “{state}”."),
}
_ANY_NONSENSE = N_("This payment is “{state}”: it can be computed only once.")
_THERE = frozenset({Travel.ARRIVED, Travel.TRAVELLED_BACK})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the payments of one official: `voids` is the paid line that it corrects, `paid_amount` what was handed out in all.

    `received_before` of it had been received with a line that was made void and was not given back.
    """

    key: str
    state: PaymentState
    voids: str = ""
    receipt: int | None = None
    paid_amount: int = 0
    paid_currency: str = ""
    received_before: int = 0

    @property
    def handed(self) -> int:
        """What changes hands with this line; below nothing if the official gives something back."""
        return self.paid_amount - self.received_before


def check_payment(state: PaymentState, to: PaymentState) -> None:
    """Raise Refusal if a line cannot go from `state` to `to`."""
    if to not in NEXT[state]:
        raise Refusal(_(_NONSENSE.get(to, _ANY_NONSENSE)).format(state=_(STATE_WORDS[state])), field="payment")


def check_paying(*, nomination: Nomination, travel: Travel, arrived: bool) -> None:
    """Raise Refusal if an official must not be paid yet: funding is confirmed in writing, and nothing is paid before the arrival."""
    if nomination is not Nomination.ACCEPTED:
        raise Refusal(
            _("Nothing is paid before the funding is confirmed: the nomination is not accepted."), field="nomination"
        )
    if not arrived and travel not in _THERE:
        raise Refusal(
            _("Nothing is paid before the arrival: check the person in, or record the arrival at Travel."),
            field="travel",
        )


def check_holds(nomination: Nomination) -> None:
    """Raise Refusal if an official has given the seat up: no allowance is computed or approved any more."""
    if nomination not in HOLDING:
        raise Refusal(_("This official has given the seat up: no allowance is due any more."), field="nomination")


def check_currency(lines: Iterable[Line], currency: str) -> None:
    """Raise Refusal if a payment in `currency` would leave a recovery open that is due in another one: it could not be set against it."""
    found = tuple(lines)
    receipts = {line.key: line.receipt for line in found}
    for line in outstanding(found):
        if line.paid_currency != currency:
            raise Refusal(
                _(
                    "{amount} of receipt {number}, which is void, are still with the official: pay in {currency}, so that they are set against it, or record first that they came back."
                ).format(
                    amount=money(line.paid_amount, line.paid_currency),
                    number=receipts.get(line.voids),
                    currency=line.paid_currency,
                ),
                field="currency",
            )


def check_voiding(line: Line, lines: Iterable[Line]) -> None:
    """Raise Refusal if a paid line has been corrected already, or is itself a correction."""
    if line.voids or line.receipt is None:
        raise Refusal(_("Only a line with a receipt can be corrected."), field="payment")
    if any(other.voids == line.key for other in lines):
        raise Refusal(
            _("Receipt {number} is void already: a new line stands in its place.").format(number=line.receipt),
            field="payment",
        )


def live(lines: Iterable[Line]) -> Line | None:
    """Return the one line that counts now: neither void nor corrected, nor itself a correction."""
    found = tuple(lines)
    corrected = {line.voids for line in found}
    counting = [
        line for line in found if not line.voids and line.state is not PaymentState.VOID and line.key not in corrected
    ]
    return counting[-1] if counting else None


def outstanding(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return the corrections whose money was not given back yet."""
    return tuple(line for line in lines if line.state is PaymentState.RECOVERY_DUE)


def received(lines: Iterable[Line], currency: str) -> int:
    """Return what of `currency` an official has in hand that was not due."""
    return sum(line.paid_amount for line in outstanding(lines) if line.paid_currency == currency)


def payment_state(lines: Iterable[Line]) -> PaymentState:
    """Return how far the allowance of an official has come, by all of their lines in the order in which they were made.

    While money has to come back that is what it says, unless a line is open: once that is paid, what was received is set against it.
    """
    found = tuple(lines)
    line = live(found)
    if outstanding(found) and (line is None or line.state not in OPEN):
        return PaymentState.RECOVERY_DUE
    if line is not None:
        return line.state
    return PaymentState.VOID if found else PaymentState.NOT_DUE
