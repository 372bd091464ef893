"""An allowance that is handed out, as sheet, receipts, slips and the bank's list say it."""

from dataclasses import dataclass
from datetime import date, datetime
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.rules.allowance_words import policy_words
from cmc_desk.rules.allowances import Allowance, AllowancePolicy
from cmc_desk.rules.day_words import short_day
from cmc_desk.rules.money import figure, from_minor, money
from cmc_desk.rules.travel_states import Method, PaymentState

METHOD_WORDS = {
    Method.CASH: N_("cash"),
    Method.CARD: N_("card"),
    Method.BANK: N_("bank transfer"),
    Method.CHEQUE: N_("cheque"),
}


@dataclass(frozen=True, slots=True)
class Payee:
    """A payment with who gets it; amounts are minor units of `currency`, those that begin with paid and handed of `paid_currency`.

    `agencies` are those that bear the seat with their parts in words; `void` is why a receipt does not count any more, empty for one that does.
    """

    name: str
    delegation: str
    seat: int
    agencies: str
    allowance: Allowance
    state: PaymentState
    amount: int
    currency: str
    method: Method
    rate: str
    rate_source: str
    paid_amount: int
    paid_currency: str
    rounding: int
    received_before: int
    handed: int
    receipt: int | None = None
    approved_by: str = ""
    paid_by: str = ""
    paid_at: datetime | None = None
    void: str = ""

    @property
    def converted(self) -> bool:
        """Whether it is paid in another currency than the allowance is computed in."""
        return self.currency != self.paid_currency

    @property
    def exact(self) -> int:
        """What the amount comes to before cash is rounded, in minor units of what is paid."""
        return self.paid_amount - self.rounding

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day of the allowance."""
        days = self.allowance.days
        return (days[0].date, days[-1].date) if days else None


def rate_words(payee: Payee) -> str:
    """Return how an amount was converted: USD 1 = JMD 138.50."""
    base, quoted, rate = payee.currency, payee.paid_currency, payee.rate
    if rate.startswith("1/"):
        # The rate that was entered is that of the other way round.
        base, quoted, rate = quoted, base, rate.removeprefix("1/")
    return f"{base}\N{NO-BREAK SPACE}1 = {quoted}\N{NO-BREAK SPACE}{rate}"


def sourced(rate: str, source: str, texts: NullTranslations) -> str:
    """Return a rate with where it comes from."""
    return texts.gettext("{rate} (source: {source})").format(rate=rate, source=source) if source else rate


def policy_lines(policy: AllowancePolicy, texts: NullTranslations) -> tuple[str, str]:
    """Return what stands on every sheet about a policy: its name with its source, and its shares."""
    _ = texts.gettext
    named = _("Policy: {name}. Source: {source}.").format(name=policy.name, source=policy.source.rstrip("."))
    return named, policy_words(policy, texts)


def span_words(payee: Payee, texts: NullTranslations) -> str:
    """Return the days of an allowance in few words."""
    if payee.span is None:
        return ""
    first, last = payee.span
    return short_day(first, texts) if first == last else f"{short_day(first, texts)} – {short_day(last, texts)}"


def sum_lines(payee: Payee, texts: NullTranslations) -> tuple[tuple[str, str], ...]:
    """Return the sums of an allowance down to what changes hands, each a line of its own: what it is, and the amount."""
    _ = texts.gettext
    one, currency, paid = payee.allowance, payee.currency, payee.paid_currency
    lines = [
        (_("Allowance before deductions"), money(one.gross, currency)),
        (_("Less what is provided"), f"{currency}\N{NO-BREAK SPACE}{figure(-one.deduction, currency)}"),
    ]
    if one.terminals:
        lines.append((_("Terminals"), money(one.terminals, currency)))
    lines.append((_("Allowance"), money(from_minor(payee.amount, currency), currency)))
    if payee.converted:
        words = _("In {currency}, {rate}").format(
            currency=paid, rate=sourced(rate_words(payee), payee.rate_source, texts)
        )
        lines.append((words, money(from_minor(payee.exact, paid), paid)))
    if payee.rounding:
        lines.append((_("Rounding of cash"), f"{paid}\N{NO-BREAK SPACE}{signed(payee.rounding, paid)}"))
    if payee.received_before:
        words = _("Less what was received with a receipt that is void")
        lines.append((words, f"{paid}\N{NO-BREAK SPACE}{figure(-payee.received_before, paid)}"))
    return tuple(lines)


def signed(minor: int, currency: str) -> str:
    """Return an amount in minor units with its sign: +4.80, −0.20."""
    words = figure(minor, currency)
    return f"+{words}" if minor > 0 else words
