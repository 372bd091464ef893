"""Receipts for allowances, numbered, a page for each: the strip day by day in words, every sum, and the amount in words."""

from dataclasses import dataclass
from gettext import NullTranslations

from cmc_desk.reports.missing_letters import legible
from cmc_desk.reports.page import INKS, LEADING, MM, Pages, TableColumn
from cmc_desk.reports.payment_words import METHOD_WORDS, Payee, policy_lines, span_words, sum_lines
from cmc_desk.reports.typesetting import draw_text, elided, text_width, wrapped
from cmc_desk.rules.allowance_words import provided_words, terminals_words
from cmc_desk.rules.amount_words import amount_in_words
from cmc_desk.rules.day_words import short_day
from cmc_desk.rules.money import figure, money
from cmc_desk.rules.papers import Format, Imprint

_STRIP, _SUM, _HEAD = 8.0, 9.5, 19.0
_SIGNING = 46 * MM
_SUMS = 0.62


@dataclass(frozen=True, slots=True)
class Receipts:
    """The receipts in the order of their numbers; `language` is that of the amounts in words."""

    language: str
    place: str
    receipts: tuple[Payee, ...]


def render(content: Receipts, _form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the receipts as PDF, each from a page of its own."""
    _ = texts.gettext
    pages = Pages(_("Receipts"), imprint, texts)
    if not content.receipts:
        pages.text(_("Nothing was paid yet: a receipt gets its number when its allowance is paid."), tone="slate")
    for number, payee in enumerate(content.receipts):
        if number:
            pages.mark_pages(None)
            pages.new_page()
        _write_receipt(pages, payee, content, texts)
    return pages.finish()


def _write_receipt(pages: Pages, payee: Payee, content: Receipts, texts: NullTranslations) -> None:
    pages.mark_pages(lambda: _heading(pages, payee, texts))
    _facts(pages, payee, texts)
    _strip(pages, payee, texts)
    _sums(pages, payee, content, texts)
    _signatures(pages, payee, content, texts)


def _heading(pages: Pages, payee: Payee, texts: NullTranslations) -> None:
    """Write the number of the receipt beside what changes hands, on every page of it."""
    _ = texts.gettext
    canvas = pages.canvas
    amount = money(abs(payee.handed), payee.paid_currency)
    pages.y -= _HEAD * LEADING
    canvas.setFillColor(INKS["ink"])
    draw_text(canvas, pages.right, pages.y + 6, amount, _HEAD, bold=True, side="right")
    room = pages.width - text_width(amount, _HEAD, bold=True) - 12
    canvas.setFillColor(INKS["sea"])
    number = _("Receipt No. {number}").format(number=payee.receipt)
    draw_text(canvas, pages.left, pages.y + 6, elided(number, _HEAD, room, bold=True), _HEAD, bold=True)
    if payee.void:
        _void(pages, payee, texts)
    pages.space(4)


def _void(pages: Pages, payee: Payee, texts: NullTranslations) -> None:
    words = texts.gettext("VOID. {reason}").format(reason=payee.void)
    lines = wrapped(legible(words, bold=True), 10, pages.width - 16, bold=True)
    height = len(lines) * 10 * LEADING + 8
    pages.canvas.setFillColor(INKS["coral"])
    pages.canvas.rect(pages.left, pages.y - height, pages.width, height, stroke=0, fill=1)
    pages.canvas.setFillColor(INKS["white"])
    for place, line in enumerate(lines, start=1):
        draw_text(pages.canvas, pages.left + 8, pages.y - 1 - place * 10 * LEADING, line, 10, bold=True)
    pages.y -= height + 2


def _facts(pages: Pages, payee: Payee, texts: NullTranslations) -> None:
    _ = texts.gettext
    pages.text(legible(payee.name, bold=True), size=14, bold=True)
    seat = _("seat {number}").format(number=payee.seat)
    pages.text(legible(f"{payee.delegation} · {seat}"), size=10)
    pages.space(2)
    facts = (
        _("Borne by {agencies}").format(agencies=payee.agencies) if payee.agencies else "",
        _("Subsistence allowance for {days}").format(days=span_words(payee, texts)) if payee.span else "",
        _("Paid by {method}").format(method=_(METHOD_WORDS[payee.method])),
    )
    pages.text(" · ".join(part for part in facts if part), size=9.5)
    pages.space(3)
    named, shares = policy_lines(payee.allowance.policy, texts)
    pages.text(named, size=8.5, tone="slate")
    pages.text(shares[:1].upper() + shares[1:] + ".", size=8.5, tone="slate")
    pages.space(6)


def _strip(pages: Pages, payee: Payee, texts: NullTranslations) -> None:
    _ = texts.gettext
    currency = payee.currency
    columns = (
        TableColumn(_("Day"), 29, bold=True),
        TableColumn(_("How the amount comes about"), 110),
        TableColumn(_("Provided"), 34),
        TableColumn(_("Gross"), 22, "right"),
        TableColumn(_("Deducted"), 30, "right"),
        TableColumn(_("Net"), 22, "right", bold=True),
    )
    rows = [
        (
            short_day(day.date, texts),
            " ".join(day.why),
            provided_words(day.provided, texts),
            figure(day.gross, currency),
            figure(-day.deduction, currency),
            figure(day.net, currency),
        )
        for day in payee.allowance.days
    ]
    if payee.allowance.terminals:
        amount = figure(payee.allowance.terminals, currency)
        rows.append((_("Terminals"), terminals_words(payee.allowance, texts), "", amount, "", amount))
    pages.table(columns, rows, size=_STRIP)
    pages.space(4)


def _sums(pages: Pages, payee: Payee, content: Receipts, texts: NullTranslations) -> None:
    """Write the sums one below the other, what changes hands last and large, then that amount in words."""
    _ = texts.gettext
    lines = sum_lines(payee, texts)
    left, room = pages.left + pages.width * (1 - _SUMS), pages.width * _SUMS
    folded = [(wrapped(words, _SUM, room - text_width(amount, _SUM) - 12), amount) for words, amount in lines]
    total = _("To be given back") if payee.handed < 0 else _("Paid out")
    said = _in_words(payee, content.language)
    in_words = wrapped(said, 10.5, pages.width - 16, bold=True)
    box = len(in_words) * 10.5 * LEADING + 22
    pages.need(sum(len(words) for words, _amount in folded) * _SUM * LEADING + 26 + box + 8)
    canvas = pages.canvas
    for words, amount in folded:
        for place, line in enumerate(words):
            pages.y -= _SUM * LEADING
            canvas.setFillColor(INKS["slate"])
            draw_text(canvas, left, pages.y + 3, line, _SUM)
            if not place:
                canvas.setFillColor(INKS["ink"])
                draw_text(canvas, pages.right, pages.y + 3, amount, _SUM, side="right")
    canvas.setStrokeColor(INKS["edge"])
    canvas.line(left, pages.y, pages.right, pages.y)
    pages.y -= 18
    canvas.setFillColor(INKS["ink"])
    draw_text(canvas, left, pages.y + 3, total, 12, bold=True)
    amount = money(abs(payee.handed), payee.paid_currency)
    draw_text(canvas, pages.right, pages.y + 3, amount, 12, bold=True, side="right")
    pages.y -= 8
    canvas.setFillColor(INKS["sand"])
    canvas.setStrokeColor(INKS["line"])
    canvas.roundRect(pages.left, pages.y - box, pages.width, box, 4, fill=1)
    canvas.setFillColor(INKS["slate"])
    draw_text(canvas, pages.left + 8, pages.y - 11, _("In words"), 8)
    canvas.setFillColor(INKS["ink"])
    for place, line in enumerate(in_words, start=1):
        draw_text(canvas, pages.left + 8, pages.y - 12 - place * 10.5 * LEADING, line, 10.5, bold=True)
    pages.y -= box


def _in_words(payee: Payee, language: str) -> str:
    said = amount_in_words(abs(payee.handed), payee.paid_currency, language)
    return said[:1].upper() + said[1:]


def _signatures(pages: Pages, payee: Payee, content: Receipts, texts: NullTranslations) -> None:
    _ = texts.gettext
    pages.need(_SIGNING)
    pages.space(10)
    given = (
        _("I have given back the amount stated above.")
        if payee.handed < 0
        else _("I have received the amount stated above.")
    )
    pages.text(given, size=10)
    pages.space(14 * MM)
    when = f"{payee.paid_at:%Y-%m-%d %H:%M}" if payee.paid_at else ""
    room, deepest = pages.width / 3, 1
    shown = (
        (_("Signature of {name}").format(name=legible(payee.name)), ""),
        (_("Place and date"), ", ".join(part for part in (content.place, when) if part)),
        (_("Paid out by"), payee.paid_by),
    )
    pages.canvas.setStrokeColor(INKS["edge"])
    pages.canvas.setLineWidth(0.6)
    for place, (words, known) in enumerate(shown):
        left = pages.left + place * room
        pages.canvas.setFillColor(INKS["ink"])
        draw_text(pages.canvas, left, pages.y + 3, elided(legible(known), 9, room - 14), 9)
        pages.canvas.line(left, pages.y, left + room - 14, pages.y)
        pages.canvas.setFillColor(INKS["slate"])
        lines = wrapped(words, 8, room - 14)
        for beneath, line in enumerate(lines, start=1):
            draw_text(pages.canvas, left, pages.y - beneath * 8 * LEADING, line, 8)
        deepest = max(deepest, len(lines))
    pages.space(deepest * 8 * LEADING + 6)
    if payee.approved_by:
        pages.text(_("Approved by {name}.").format(name=payee.approved_by), size=8, tone="slate")
