"""The payment sheet: who gets how much, and where they sign; the policy with its source stands on every page."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from itertools import groupby

from cmc_desk.reports.form import Form, FormColumn, Line
from cmc_desk.reports.page import INKS, MM, Pages
from cmc_desk.reports.payment_book import payment_book
from cmc_desk.reports.payment_words import METHOD_WORDS, Payee, policy_lines, rate_words, signed, sourced, span_words
from cmc_desk.reports.typesetting import draw_text, elided
from cmc_desk.rules.allowances import AllowancePolicy
from cmc_desk.rules.money import figure, from_minor, money
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.travel_states import Method

_ROW = 33.0
_SIGNING = 26 * MM


@dataclass(frozen=True, slots=True)
class PaymentSheet:
    """What is approved and what was paid and counts, in the order of delegation and seat."""

    payees: tuple[Payee, ...]

    @property
    def parts(self) -> tuple[tuple[AllowancePolicy, str, tuple[Payee, ...]], ...]:
        """The payments of one policy in one currency, which are summed up together."""

        def of(payee: Payee) -> tuple[str, str, str]:
            policy = payee.allowance.policy
            return policy.name, repr(policy), payee.paid_currency

        return tuple(
            (some[0].allowance.policy, key[2], some)
            for key, some in ((key, tuple(same)) for key, same in groupby(sorted(self.payees, key=of), key=of))
        )


def render(content: PaymentSheet, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the sheet as PDF, each policy and currency from a page of its own, or as workbook."""
    if form is Format.XLSX:
        return payment_book(title(texts), content.parts, texts, imprint)
    _ = texts.gettext
    pages = Pages(title(texts), imprint, texts, wide=True, margin=12 * MM)
    if not content.payees:
        pages.text(title(texts), size=17, bold=True, tone="sea")
        pages.text(_("No payment is approved yet."), tone="slate")
    for number, (policy, currency, payees) in enumerate(content.parts):
        if number:
            pages.mark_pages(None)
            pages.new_page()
        _write_part(pages, policy, currency, payees, texts)
    return pages.finish()


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("Payment sheet")


def _write_part(
    pages: Pages, policy: AllowancePolicy, currency: str, payees: Sequence[Payee], texts: NullTranslations
) -> None:
    pages.mark_pages(lambda: _heading(pages, policy, currency, texts))
    form = Form(pages, texts, _columns(texts), least=_ROW)
    form.begin()
    for number, payee in enumerate(payees, start=1):
        form.row(_row(number, payee, texts))
    _totals(pages, currency, payees, texts)
    _rates(pages, payees, texts)
    _signatures(pages, texts)


def _heading(pages: Pages, policy: AllowancePolicy, currency: str, texts: NullTranslations) -> None:
    _ = texts.gettext
    words = _("Payment sheet, {currency}").format(currency=currency)
    pages.text(words, size=15, bold=True, tone="sea")
    named, shares = policy_lines(policy, texts)
    pages.text(f"{named} {shares[:1].upper()}{shares[1:]}.", size=8.5, tone="slate")
    pages.space(6)


def _columns(texts: NullTranslations) -> tuple[FormColumn, ...]:
    _ = texts.gettext
    return (
        FormColumn(_("No."), 8, "right"),
        FormColumn(_("Name, delegation"), 58),
        FormColumn(_("Borne by"), 31),
        FormColumn(_("Days"), 40),
        FormColumn(_("Gross"), 22, "right"),
        FormColumn(_("Deducted"), 22, "right"),
        FormColumn(_("Allowance"), 27, "right"),
        FormColumn(_("Paid out"), 36, "right"),
        FormColumn(_("Receipt"), 27),
        FormColumn(_("Signature"), 49),
    )


def _row(number: int, payee: Payee, texts: NullTranslations) -> tuple[tuple[Line, ...], ...]:
    _ = texts.gettext
    one, currency = payee.allowance, payee.currency
    days = texts.ngettext("{number} day", "{number} days", len(one.days)).format(number=len(one.days))
    seat = _("seat {number}").format(number=payee.seat)
    allowance = [Line(money(payee.amount, currency), 8.5)]
    if one.terminals:
        terminals = _("with terminals {amount}").format(amount=figure(one.terminals, currency))
        allowance.append(Line(terminals, 7, tone="slate"))
    return (
        (Line(str(number), 8, tone="slate"),),
        (Line(payee.name, 9.5, bold=True), Line(f"{payee.delegation} · {seat}", 8)),
        (Line(payee.agencies, 8),),
        (Line(span_words(payee, texts), 8), Line(days, 7.5, tone="slate")),
        (Line(figure(one.gross, currency), 8.5),),
        (Line(figure(-one.deduction, currency), 8.5),),
        tuple(allowance),
        tuple(_paid_out(payee, texts)),
        tuple(_receipt(payee, texts)),
        (),
    )


def _paid_out(payee: Payee, texts: NullTranslations) -> list[Line]:
    _ = texts.gettext
    paid = payee.paid_currency
    lines = [Line(money(payee.handed, paid), 9.5, bold=True)]
    if payee.converted:
        lines.append(Line(rate_words(payee), 7, tone="slate"))
    if payee.rounding:
        lines.append(Line(_("rounding {amount}").format(amount=signed(payee.rounding, paid)), 7, tone="slate"))
    if payee.received_before:
        received = figure(from_minor(payee.received_before, paid), paid)
        lines.append(Line(_("received before {amount}").format(amount=received), 7, tone="slate"))
    return lines


def _receipt(payee: Payee, texts: NullTranslations) -> list[Line]:
    method = Line(texts.gettext(METHOD_WORDS[payee.method]), 7.5, tone="slate")
    if payee.receipt is None:
        return [method] if payee.method is not Method.CASH else []
    when = f"{payee.paid_at:%Y-%m-%d %H:%M}" if payee.paid_at else ""
    number = texts.gettext("No. {number}").format(number=payee.receipt)
    return [Line(number, 9, bold=True), Line(when, 7, tone="slate"), method]


def _totals(pages: Pages, currency: str, payees: Sequence[Payee], texts: NullTranslations) -> None:
    _ = texts.gettext
    paid = [payee for payee in payees if payee.receipt is not None]
    to_pay = [payee for payee in payees if payee.receipt is None]
    pages.need(64)
    pages.space(8)
    for words, some in ((_("Paid already"), paid), (_("To be paid"), to_pay), (_("Together"), [*payees])):
        amount = sum(payee.handed for payee in some)
        count = texts.ngettext("{number} payment", "{number} payments", len(some)).format(number=len(some))
        bold = some == [*payees] and words == _("Together")
        pages.y -= 14
        pages.canvas.setFillColor(INKS["ink"])
        edge = pages.left + pages.width * 0.72
        draw_text(pages.canvas, edge, pages.y, money(amount, currency), 10, bold=bold, side="right")
        draw_text(pages.canvas, pages.left + pages.width * 0.46, pages.y, words, 10, bold=bold)
        pages.canvas.setFillColor(INKS["slate"])
        draw_text(pages.canvas, edge + 8, pages.y, count, 8.5)


def _rates(pages: Pages, payees: Sequence[Payee], texts: NullTranslations) -> None:
    """Write the rates of exchange with their sources, each once."""
    found = dict.fromkeys((rate_words(payee), payee.rate_source) for payee in payees if payee.converted)
    if found:
        pages.space(6)
        words = "; ".join(sourced(rate, source, texts) for rate, source in found)
        pages.text(texts.gettext("Rates of exchange: {rates}.").format(rates=words), size=8.5, tone="slate")


def _signatures(pages: Pages, texts: NullTranslations) -> None:
    _ = texts.gettext
    pages.need(_SIGNING)
    pages.space(16 * MM)
    room = pages.width / 3
    pages.canvas.setStrokeColor(INKS["edge"])
    pages.canvas.setLineWidth(0.6)
    for place, words in enumerate((_("Approved by, date"), _("Paid out by, date"), _("Checked by, date"))):
        left = pages.left + place * room
        pages.canvas.line(left, pages.y, left + room - 16, pages.y)
        pages.canvas.setFillColor(INKS["slate"])
        draw_text(pages.canvas, left, pages.y - 11, elided(words, 8, room - 16), 8)
    pages.space(12)
