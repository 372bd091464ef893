"""Allowances and payments on the command line: computed, approved, paid, settled, made void, and listed."""

from collections.abc import Sequence
from datetime import datetime

from cmc_desk.cli.told import Told
from cmc_desk.cli.travel_asked import Someone, TravelAsked
from cmc_desk.desk import allowances, payments
from cmc_desk.desk.payment_list import PaymentLine, payment_lines
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.allowance_stays import Stay
from cmc_desk.rules.money import money
from cmc_desk.rules.payments import STATE_WORDS
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Method, PaymentState

METHODS = {"cash": Method.CASH, "card": Method.CARD, "bank": Method.BANK, "cheque": Method.CHEQUE}
_STAY = "%Y-%m-%d %H:%M"
_KEY, _NAME, _STATE = 6, 30, 14


def listed(asked: TravelAsked) -> Told:
    """Return the lines of payments, of everybody or of one."""
    found = asked.desk.read(payment_lines, sponsorship=asked.anybody.key if asked.what else "")
    return Told(found, "\n".join(map(_line_words, found)) or _("Nothing was computed yet."))


def allowance(asked: TravelAsked) -> Told:
    """Compute the allowance of one official, by the journey or by stays that are typed, or of all who are accepted and not paid."""
    if not asked.what:
        found = asked.desk.do(allowances.compute_allowances)
        names = {one.sponsorship: one.name for one in asked.seats}
        left = [f"{names.get(one.sponsorship, one.sponsorship)}: {one.sentence}" for one in found.left]
        words = ngettext("Computed {number} allowance.", "Computed {number} allowances.", len(found.done))
        return Told(found, "\n".join([words.format(number=len(found.done)), *left]))
    one = asked.anybody
    asked.desk.do(
        allowances.compute_allowance,
        sponsorship=one.key,
        stays=tuple(map(_stay, asked.what[1:])),
        by_journey=asked.by_journey,
    )
    return _after(asked, one)


def approve(asked: TravelAsked) -> Told:
    """Approve the payment of one official, or all that are computed."""
    method = METHODS[asked.method]
    if asked.what:
        one = asked.anybody
        line = _line(asked, one, PaymentState.COMPUTED)
        asked.desk.do(payments.approve, payment=line.key, method=method, currency=asked.currency)
        return _after(asked, one)
    keys = tuple(line.key for line in asked.desk.read(payment_lines, states=(PaymentState.COMPUTED,)))
    if not keys:
        raise Refusal(_("Nothing is computed that waits to be approved."), field="what")
    done = asked.desk.do(payments.approve_payments, payments=keys, method=method, currency=asked.currency)
    words = ngettext("Approved {number} payment.", "Approved {number} payments.", len(done))
    return Told(done, words.format(number=len(done)))


def pay(asked: TravelAsked) -> Told:
    """Record that an official was handed the money against a signature."""
    one = asked.anybody
    paid = asked.desk.do(payments.pay, payment=_line(asked, one, PaymentState.APPROVED).key)
    words = _("Receipt {number}: {name}, {amount}.").format(
        number=paid.receipt, name=one.name, amount=money(paid.handed, paid.currency)
    )
    return Told(paid, words)


def settle(asked: TravelAsked) -> Told:
    """Close a claim, or record that what was to be given back was given back."""
    one = asked.anybody
    line = _line(asked, one, PaymentState.RECOVERY_DUE, PaymentState.PAID)
    asked.desk.do(payments.settle, payment=line.key)
    return _after(asked, one)


def void(asked: TravelAsked) -> Told:
    """Make the payment of an official void; `--returned` says that the money came back."""
    one = asked.anybody
    line = _line(asked, one, PaymentState.PAID, PaymentState.SETTLED, PaymentState.APPROVED, PaymentState.COMPUTED)
    asked.desk.do(payments.void, payment=line.key, reason=asked.reason, returned=asked.returned)
    return _after(asked, one)


def _line(asked: TravelAsked, one: Someone, *states: PaymentState) -> PaymentLine:
    """Return the line of an official that an act is about: that of the first of these states, else the one that counts."""
    lines = [
        line
        for line in asked.desk.read(payment_lines, sponsorship=one.key)
        if line.state is not PaymentState.VOID and not line.corrected
    ]
    if not lines:
        raise Refusal(
            _("No allowance of {name} was computed yet: compute it first.").format(name=one.name), field="what"
        )
    return next((line for state in states for line in reversed(lines) if line.state is state), lines[-1])


def _after(asked: TravelAsked, one: Someone) -> Told:
    found = asked.desk.read(payment_lines, sponsorship=one.key)
    return Told(found, _line_words(found[-1]))


def _line_words(line: PaymentLine) -> str:
    seat = f"{line.delegation}-{line.seat}"
    parts = (
        seat.ljust(_KEY),
        line.name.ljust(_NAME),
        _(STATE_WORDS[line.state]).ljust(_STATE),
        money(line.amount, line.currency),
        money(line.handed, line.paid_currency) if line.paid_currency != line.currency else "",
        _("receipt {number}").format(number=line.receipt) if line.receipt else "",
        _("against receipt {number}").format(number=line.corrects) if line.corrects else "",
        line.reason,
    )
    return "  ".join(part for part in parts if part)


def _stay(text: str) -> Stay:
    """Return a stay as it is typed: “KIN 2019-12-04 15:40 2019-12-07 09:15”."""
    words = text.split()
    try:
        place, arrive, depart = _parts(words)
        return Stay(place, datetime.strptime(arrive, _STAY), datetime.strptime(depart, _STAY))  # noqa: DTZ007 - on the clocks of the place
    except ValueError:
        raise Refusal(
            _("“{text}” is no stay: write it as “KIN 2019-12-04 15:40 2019-12-07 09:15”.").format(text=text),
            field="stays",
        ) from None


def _parts(words: Sequence[str]) -> tuple[str, str, str]:
    if len(words) < 5:
        raise ValueError(words)
    return " ".join(words[:-4]), " ".join(words[-4:-2]), " ".join(words[-2:])
