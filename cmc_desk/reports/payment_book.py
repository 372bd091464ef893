"""The payment sheet as a workbook: a row for each payment, a row for each of its days, the policies, and what it is."""

from collections.abc import Sequence
from gettext import NullTranslations

from cmc_desk.reports.payment_words import METHOD_WORDS, Payee, policy_lines
from cmc_desk.reports.travel_book import naive, travel_book
from cmc_desk.reports.workbook import DAY, INSTANT, MONEY, WHOLE, Cell, Sheet, SheetColumn
from cmc_desk.rules.allowance_words import provided_words
from cmc_desk.rules.allowances import AllowancePolicy
from cmc_desk.rules.money import from_minor
from cmc_desk.rules.papers import Imprint
from cmc_desk.rules.payments import STATE_WORDS

Part = tuple[AllowancePolicy, str, tuple[Payee, ...]]


def payment_book(title: str, parts: Sequence[Part], texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the payments as .xlsx."""
    payees = [payee for _policy, _currency, some in parts for payee in some]
    policies = dict.fromkeys(policy for policy, _currency, _payees in parts)
    notes: list[tuple[str, Cell]] = [
        (texts.gettext("Policy"), " ".join(policy_lines(policy, texts))) for policy in policies
    ]
    shown = (_payments(payees, texts), _days(payees, texts), _totals(parts, texts))
    return travel_book(title, shown, texts, imprint, notes=notes)


def _payments(payees: Sequence[Payee], texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    # What is signed for stands together, on the first page that is printed.
    columns = (
        SheetColumn(_("No."), "number", 5, WHOLE),
        SheetColumn(_("Name"), "name", 25),
        SheetColumn(_("Delegation"), "delegation", 20),
        SheetColumn(_("Seat"), "seat", 5, WHOLE),
        SheetColumn(_("Borne by"), "agencies", 13),
        SheetColumn(_("Currency"), "currency", 9),
        SheetColumn(_("Gross"), "gross", 10, MONEY),
        SheetColumn(_("Deducted"), "deducted", 10, MONEY),
        SheetColumn(_("Allowance"), "allowance", 10, MONEY),
        SheetColumn(_("Currency paid"), "paid_currency", 9),
        SheetColumn(_("Paid out"), "handed", 12, MONEY),
        SheetColumn(_("Receipt"), "receipt", 8, WHOLE),
        SheetColumn(_("Signature"), "signature", 22),
        SheetColumn(_("State"), "state", 12),
        SheetColumn(_("First day"), "first", 17, DAY),
        SheetColumn(_("Last day"), "last", 17, DAY),
        SheetColumn(_("Terminals"), "terminals", 11, MONEY),
        SheetColumn(_("Rate of exchange"), "rate", 12),
        SheetColumn(_("Source of the rate"), "rate_source", 22),
        SheetColumn(_("Before rounding"), "exact", 13, MONEY),
        SheetColumn(_("Rounding of cash"), "rounding", 10, MONEY),
        SheetColumn(_("Received before"), "received_before", 12, MONEY),
        SheetColumn(_("Method"), "method", 14),
        SheetColumn(_("Paid at"), "paid_at", 20, INSTANT),
        SheetColumn(_("Paid out by"), "paid_by", 20),
        SheetColumn(_("Approved by"), "approved_by", 20),
        SheetColumn(_("Policy"), "policy", 30),
        SheetColumn(_("Source of the policy"), "policy_source", 40),
    )
    rows = tuple(_payment(number, payee, texts) for number, payee in enumerate(payees, start=1))
    return Sheet("payments", _("Payments"), columns, rows, frozen=2)


def _payment(number: int, payee: Payee, texts: NullTranslations) -> tuple[Cell, ...]:
    one, currency, paid = payee.allowance, payee.currency, payee.paid_currency
    first, last = payee.span or (None, None)
    return (
        *(number, payee.name, payee.delegation, payee.seat, payee.agencies or None, currency),
        *(one.gross, -one.deduction, from_minor(payee.amount, currency)),
        *(paid, from_minor(payee.handed, paid), payee.receipt, None),
        *(texts.gettext(STATE_WORDS[payee.state]), first, last, one.terminals),
        *((payee.rate, payee.rate_source or None) if payee.converted else (None, None)),
        *(from_minor(payee.exact, paid), from_minor(payee.rounding, paid), from_minor(-payee.received_before, paid)),
        *(texts.gettext(METHOD_WORDS[payee.method]), naive(payee.paid_at)),
        *(payee.paid_by or None, payee.approved_by or None),
        *(one.policy.name, one.policy.source),
    )


def _days(payees: Sequence[Payee], texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("No."), "number", 6, WHOLE),
        SheetColumn(_("Name"), "name", 30),
        SheetColumn(_("Day"), "day", 17, DAY),
        SheetColumn(_("Place"), "place", 14),
        SheetColumn(_("Daily rate"), "rate", 11, MONEY),
        SheetColumn(_("Currency"), "currency", 9),
        SheetColumn(_("Provided"), "provided", 24),
        SheetColumn(_("Gross"), "gross", 11, MONEY),
        SheetColumn(_("Deducted"), "deducted", 11, MONEY),
        SheetColumn(_("Net"), "net", 11, MONEY),
        SheetColumn(_("How the amount comes about"), "why", 90),
    )
    rows = tuple(
        (
            *(number, payee.name, day.date, day.place, day.rate, payee.currency, provided_words(day.provided, texts)),
            *(day.gross, -day.deduction, day.net, " ".join(day.why)),
        )
        for number, payee in enumerate(payees, start=1)
        for day in payee.allowance.days
    )
    return Sheet("days", _("Days"), columns, rows, frozen=3)


def _totals(parts: Sequence[Part], texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("Policy"), "policy", 40),
        SheetColumn(_("Currency paid"), "paid_currency", 10),
        SheetColumn(_("Payments"), "payments", 10, WHOLE),
        SheetColumn(_("Paid already"), "paid", 14, MONEY),
        SheetColumn(_("To be paid"), "to_pay", 14, MONEY),
        SheetColumn(_("Together"), "together", 14, MONEY),
    )
    rows: list[tuple[Cell, ...]] = []
    for policy, currency, payees in parts:
        paid = sum(payee.handed for payee in payees if payee.receipt is not None)
        whole = sum(payee.handed for payee in payees)
        amounts = (from_minor(amount, currency) for amount in (paid, whole - paid, whole))
        rows.append((policy.name, currency, len(payees), *amounts))
    return Sheet("totals", _("Totals"), columns, tuple(rows))
