"""The costs of sponsored travel as a workbook: by agency, by kind, by official."""

from gettext import NullTranslations

from cmc_desk.reports.cost_facts import KIND_WORDS, Figures, TravelCosts
from cmc_desk.reports.dates import month_name
from cmc_desk.reports.travel_book import travel_book
from cmc_desk.reports.workbook import MONEY, WHOLE, BarChart, Cell, Sheet, SheetColumn
from cmc_desk.rules.money import from_minor
from cmc_desk.rules.papers import Imprint


def costs_book(content: TravelCosts, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the costs as .xlsx."""
    _ = texts.gettext
    shown = (_budget_sheet(content, texts), _kind_sheet(content, texts), _official_sheet(content, texts))
    return travel_book(title(texts), shown, texts, imprint, notes=((_("Sums"), converted_words(content, texts)),))


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("Costs and budget of sponsored travel")


def converted_words(content: TravelCosts, texts: NullTranslations) -> str:
    """Return what is reckoned how."""
    month = f"{month_name(content.month.month, texts)} {content.month.year}"
    return texts.gettext(
        "Expected is what something really cost where that is known, else what was committed, else what was estimated. Sums are converted with the rates of {month}."
    ).format(month=month)


def _figure_columns(texts: NullTranslations) -> tuple[SheetColumn, ...]:
    _ = texts.gettext
    named = (
        (_("Estimated"), "estimated"),
        (_("Committed"), "committed"),
        (_("Actual"), "actual"),
        (_("Paid"), "paid"),
        (_("Expected"), "expected"),
    )
    return (
        SheetColumn(_("Currency"), "currency", 9),
        *(SheetColumn(words, name, 14, MONEY) for words, name in named),
    )


def _cells(figures: Figures) -> tuple[Cell, ...]:
    found = (figures.estimated, figures.committed, figures.actual, figures.paid, figures.expected)
    return (figures.currency, *(from_minor(amount, figures.currency) for amount in found))


def _budget_sheet(content: TravelCosts, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("Agency"), "agency", 30),
        *_figure_columns(texts),
        SheetColumn(_("Budget"), "budget", 14, MONEY),
        SheetColumn(_("Left"), "left", 14, MONEY),
        SheetColumn(_("Without a rate of exchange"), "unconverted", 20),
    )
    rows = tuple(
        (
            *(one.name, *_cells(one.figures)),
            *(
                None if amount is None else from_minor(amount, one.figures.currency)
                for amount in (one.budget, one.left)
            ),
            ", ".join(one.unconverted) or None,
        )
        for one in content.budgets
    )
    chart = BarChart(title(texts), ("budget", "expected", "committed", "actual", "paid"))
    return Sheet("budget", _("Budget"), columns, rows, frozen=1, chart=chart)


def _kind_sheet(content: TravelCosts, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (SheetColumn(_("Agency"), "agency", 20), SheetColumn(_("Kind"), "kind", 16), *_figure_columns(texts))
    rows = tuple((one.agency, _(KIND_WORDS[one.kind]), *_cells(one.figures)) for one in content.kinds)
    return Sheet("kinds", _("By kind"), columns, rows, frozen=2)


def _official_sheet(content: TravelCosts, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("Delegation"), "delegation", 28),
        SheetColumn(_("Seat"), "seat", 6, WHOLE),
        SheetColumn(_("Official"), "official", 30),
        SheetColumn(_("State"), "state", 18),
        SheetColumn(_("Did not come, or replaced"), "sunk", 12),
        SheetColumn(_("Agency"), "agency", 14),
        SheetColumn(_("Kind"), "kind", 14),
        *_figure_columns(texts),
    )
    rows = tuple(
        (
            *(one.delegation, one.seat, one.name, one.state, _("yes") if one.sunk else None),
            *(one.agency, _(KIND_WORDS[one.kind]), *_cells(one.figures)),
        )
        for one in content.officials
    )
    return Sheet("officials", _("By official"), columns, rows, frozen=3)
