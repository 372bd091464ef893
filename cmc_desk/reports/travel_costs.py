"""What sponsored travel costs: budget against what is expected, by agency, with a chart; every cost by official in the workbook."""

from gettext import NullTranslations

from cmc_desk.reports.cost_book import converted_words, costs_book, title
from cmc_desk.reports.cost_facts import KIND_WORDS, AgencyBudget, Figures, TravelCosts
from cmc_desk.reports.page import INKS, Pages, TableColumn
from cmc_desk.reports.typesetting import draw_text, text_width
from cmc_desk.rules.money import figure, money
from cmc_desk.rules.papers import Format, Imprint

_BAR = 13.0
# So many rows of a table stay with its heading.
_TOGETHER = 6


def render(content: TravelCosts, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the costs as PDF or as workbook."""
    if form is Format.XLSX:
        return costs_book(content, texts, imprint)
    _ = texts.gettext
    pages = Pages(title(texts), imprint, texts, wide=True)
    pages.text(title(texts), size=17, bold=True, tone="sea")
    pages.text(converted_words(content, texts), size=9, tone="slate")
    pages.space(8)
    if not content.budgets:
        pages.text(_("No agency finances seats of this meeting."), tone="slate")
    for one in content.budgets:
        if one.budget is not None or one.figures.expected:
            _chart(pages, one, texts)
    _budget_table(pages, content, texts)
    _kind_table(pages, content, texts)
    _sunk_table(pages, content, texts)
    return pages.finish()


def _chart(pages: Pages, one: AgencyBudget, texts: NullTranslations) -> None:
    """Draw what an agency planned and what it comes to as bars of one scale, each with its figure."""
    _ = texts.gettext
    figures = one.figures
    bars = (
        (_("Budget"), one.budget, "line"),
        (_("Expected"), figures.expected, "coral" if (one.left or 0) < 0 else "sea"),
        (_("Committed"), figures.committed, "azure"),
        (_("Actual"), figures.actual, "indigo"),
        (_("Paid"), figures.paid, "leaf"),
    )
    most = max((amount or 0 for _words, amount, _tone in bars), default=0) or 1
    pages.need(len(bars) * (_BAR + 3) + 40)
    pages.text(one.name, size=11, bold=True)
    labels = max(text_width(words, 9) for words, _amount, _tone in bars) + 10
    room = pages.width * 0.62 - labels
    for words, amount, tone in bars:
        pages.y -= _BAR + 3
        canvas = pages.canvas
        canvas.setFillColor(INKS["slate"])
        draw_text(canvas, pages.left, pages.y + 3, words, 9)
        canvas.setFillColor(INKS[tone])
        canvas.rect(pages.left + labels, pages.y, room * (amount or 0) / most, _BAR, stroke=0, fill=1)
        canvas.setFillColor(INKS["ink"])
        said = _("none") if amount is None else money(amount, figures.currency)
        draw_text(canvas, pages.left + labels + room * (amount or 0) / most + 6, pages.y + 3, said, 9)
    pages.space(4)
    if one.left is not None:
        words = _("Left: {amount}") if one.left >= 0 else _("Exceeded by {amount}")
        tone = "ink" if one.left >= 0 else "coral"
        pages.text(words.format(amount=money(abs(one.left), figures.currency)), size=9.5, bold=True, tone=tone)
    if one.unconverted:
        words = _("In no sum, because no rate of exchange is entered: {currencies}.")
        pages.text(words.format(currencies=", ".join(one.unconverted)), size=9, bold=True, tone="coral")
    pages.space(8)


def _amount_columns(texts: NullTranslations) -> tuple[TableColumn, ...]:
    _ = texts.gettext
    titles = (_("Estimated"), _("Committed"), _("Actual"), _("Paid"), _("Expected"))
    return tuple(TableColumn(words, 30, "right") for words in titles)


def _amounts(figures: Figures) -> tuple[str, ...]:
    found = (figures.estimated, figures.committed, figures.actual, figures.paid, figures.expected)
    return tuple(figure(amount, figures.currency) for amount in found)


def _budget_table(pages: Pages, content: TravelCosts, texts: NullTranslations) -> None:
    _ = texts.gettext
    if not content.budgets:
        return
    pages.heading(_("By agency"), size=11.5, keep=30 + 18 * min(len(content.budgets), _TOGETHER))
    columns = (
        TableColumn(_("Agency"), 50, bold=True),
        TableColumn("", 16),
        *_amount_columns(texts),
        TableColumn(_("Budget"), 30, "right"),
        TableColumn(_("Left"), 30, "right", bold=True),
    )
    rows = [
        (
            *(one.name, one.figures.currency, *_amounts(one.figures)),
            "–" if one.budget is None else figure(one.budget, one.figures.currency),
            "–" if one.left is None else figure(one.left, one.figures.currency),
        )
        for one in content.budgets
    ]
    pages.table(columns, rows)


def _kind_table(pages: Pages, content: TravelCosts, texts: NullTranslations) -> None:
    _ = texts.gettext
    if not content.kinds:
        return
    pages.heading(_("By kind and currency"), size=11.5)
    columns = (
        TableColumn(_("Agency"), 50, bold=True),
        TableColumn(_("Kind"), 40),
        TableColumn("", 16),
        *_amount_columns(texts),
    )
    rows = [
        (one.agency, _(KIND_WORDS[one.kind]), one.figures.currency, *_amounts(one.figures)) for one in content.kinds
    ]
    pages.table(columns, rows)


def _sunk_table(pages: Pages, content: TravelCosts, texts: NullTranslations) -> None:
    _ = texts.gettext
    sunk = [one for one in content.officials if one.sunk and one.figures.expected]
    if not sunk:
        return
    pages.heading(_("Spent on officials who did not come or were replaced"), size=11.5)
    columns = (
        TableColumn(_("Delegation"), 46),
        TableColumn(_("Official"), 50, bold=True),
        TableColumn(_("State"), 34),
        TableColumn(_("Agency"), 30),
        TableColumn(_("Kind"), 26),
        TableColumn(_("Expected"), 34, "right"),
    )
    rows = [
        (
            *(one.delegation, one.name, one.state, one.agency, _(KIND_WORDS[one.kind])),
            money(one.figures.expected, one.figures.currency),
        )
        for one in sunk
    ]
    pages.table(columns, rows)
