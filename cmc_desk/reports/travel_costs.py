"""What sponsored travel costs: budget against what is expected, by agency, with a chart; every cost by official in the workbook."""

from dataclasses import dataclass
from datetime import date
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.reports.dates import month_name
from cmc_desk.reports.page import INKS, Pages, TableColumn
from cmc_desk.reports.travel_book import travel_book
from cmc_desk.reports.typesetting import draw_text, text_width
from cmc_desk.reports.workbook import MONEY, WHOLE, Cell, Sheet, SheetColumn
from cmc_desk.rules.money import figure, from_minor, money
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.travel_states import CostKind

KIND_WORDS = {
    CostKind.TICKET: N_("Ticket"),
    CostKind.HOTEL: N_("Hotel"),
    CostKind.ALLOWANCE: N_("Allowance"),
    CostKind.TERMINALS: N_("Terminals"),
    CostKind.OTHER: N_("Other"),
}
_BAR = 13.0
# So many rows of a table stay with its heading.
_TOGETHER = 6


@dataclass(frozen=True, slots=True)
class Figures:
    """What something comes to in minor units of a currency; `expected` is actual where it is known, else committed, else estimated."""

    currency: str
    estimated: int = 0
    committed: int = 0
    actual: int = 0
    paid: int = 0
    expected: int = 0


@dataclass(frozen=True, slots=True)
class AgencyBudget:
    """An agency: what it planned (None if it did not say), what it comes to, and the currencies without a rate, which are in no sum."""

    name: str
    budget: int | None
    figures: Figures
    unconverted: tuple[str, ...] = ()

    @property
    def left(self) -> int | None:
        """What the budget has left; below nothing if it is exceeded."""
        return None if self.budget is None else self.budget - self.figures.expected


@dataclass(frozen=True, slots=True)
class KindCost:
    """What a kind of cost comes to for an agency, in its own currency."""

    agency: str
    kind: CostKind
    figures: Figures


@dataclass(frozen=True, slots=True)
class OfficialCost:
    """What an official costs an agency; `state` is in words, `sunk` says that they hold no seat any more or did not come."""

    delegation: str
    seat: int
    name: str
    state: str
    agency: str
    kind: CostKind
    figures: Figures
    sunk: bool = False


@dataclass(frozen=True, slots=True)
class TravelCosts:
    """Budgets, costs by kind and costs by official; sums in one currency are converted with the rates of `month` (its first day)."""

    month: date
    budgets: tuple[AgencyBudget, ...]
    kinds: tuple[KindCost, ...]
    officials: tuple[OfficialCost, ...]

    @property
    def people(self) -> int:
        """How many people's names stand on it."""
        return len({(one.delegation, one.name) for one in self.officials})


def render(content: TravelCosts, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the costs as PDF or as workbook."""
    if form is Format.XLSX:
        return _book(content, texts, imprint)
    _ = texts.gettext
    pages = Pages(title(texts), imprint, texts, wide=True)
    pages.text(title(texts), size=17, bold=True, tone="sea")
    pages.text(_converted(content, texts), size=9, tone="slate")
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


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("Costs and budget of sponsored travel")


def _converted(content: TravelCosts, texts: NullTranslations) -> str:
    month = f"{month_name(content.month.month, texts)} {content.month.year}"
    return texts.gettext(
        "Expected is what something really cost where that is known, else what was committed, else what was estimated. Sums are converted with the rates of {month}."
    ).format(month=month)


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


def _book(content: TravelCosts, texts: NullTranslations, imprint: Imprint) -> bytes:
    _ = texts.gettext
    shown = (_budget_sheet(content, texts), _kind_sheet(content, texts), _official_sheet(content, texts))
    return travel_book(title(texts), shown, texts, imprint, notes=((_("Sums"), _converted(content, texts)),))


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
    return Sheet("budget", _("Budget"), columns, rows, frozen=1)


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
