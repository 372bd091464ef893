"""A plan of action as a workbook: a sheet to print with areas and objectives across their rows, one to filter and fill in, and lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.reports.plan_calendar import calendar
from cmc_desk.reports.travel_book import travel_book
from cmc_desk.reports.workbook import Cell, Merged, Sheet, SheetColumn
from cmc_desk.rules.document_kinds import PlanField
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.plan_columns import (
    ACTIVITY_COLUMN,
    AREA_COLUMN,
    CODE_COLUMN,
    INDICATOR_COLUMN,
    MARK_COLUMN,
    OBJECTIVE_COLUMN,
    PLAN_HEADINGS,
    PLAN_STATES,
    SOURCES_COLUMN,
)
from cmc_desk.rules.plan_lines import Lack, PlanLine, missed, plan_lines
from cmc_desk.rules.plan_nodes import line_cells, line_mark

LACKS = {
    Lack.INDICATOR: N_("has no indicator"),
    Lack.LEAD: N_("is led by nobody"),
    Lack.TIMEFRAME: N_("has no timeframe"),
    Lack.TWICE: N_("says the same as another"),
}
_WIDTHS: dict[str, int] = {
    AREA_COLUMN: 22,
    OBJECTIVE_COLUMN: 26,
    CODE_COLUMN: 8,
    ACTIVITY_COLUMN: 44,
    INDICATOR_COLUMN: 34,
    PlanField.BASELINE: 14,
    PlanField.TARGET: 16,
    PlanField.MEANS: 22,
    PlanField.LEAD: 18,
    PlanField.PARTNERS: 20,
    PlanField.TIMEFRAME: 14,
    PlanField.SCOPE: 16,
    PlanField.PRIORITY: 10,
    PlanField.AVAILABLE: 18,
    PlanField.NEEDED: 18,
    PlanField.LINKS: 20,
    PlanField.STATUS: 12,
    PlanField.NOTES: 24,
    SOURCES_COLUMN: 14,
    MARK_COLUMN: 12,
}
_LEVELS = (AREA_COLUMN, OBJECTIVE_COLUMN, CODE_COLUMN, ACTIVITY_COLUMN)
_OFFERED = {PlanField.STATUS: "A", PlanField.LEAD: "B"}
_SPARE = 200


@dataclass(frozen=True, slots=True)
class PlanBook:
    """A plan, the numbers of the proposals on each of its provisions by key, and who may lead an activity."""

    language: str
    text: DraftText
    sources: tuple[tuple[str, tuple[str, ...]], ...] = ()
    leads: tuple[str, ...] = ()


def render(content: PlanBook, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the plan as .xlsx."""
    del form
    _ = texts.gettext
    lines = plan_lines(content.text.provisions)
    lists, choices = _lists(content, texts)
    every = (*_LEVELS, INDICATOR_COLUMN, *(field.value for field in PlanField), SOURCES_COLUMN, MARK_COLUMN)
    used = tuple(name for name in every if _printed(name, lines))
    columns = _columns(every, texts)
    shown = (
        _hierarchy(content, lines, used, texts, choices),
        Sheet(
            "rows", _("Rows"), columns, _rows(content, lines, every), frozen=4, choices=choices, spare=_SPARE, tall=True
        ),
        *(() if (drawn := calendar(lines, texts)) is None else (drawn,)),
        _checks(lines, texts),
        lists,
    )
    notes: tuple[tuple[str, Cell], ...] = (
        (_("Document"), content.text.title),
        (_("Version"), content.text.version.number if content.text.version is not None else None),
        (_("To fill it in"), _("On “Rows”: every cell may be written anew; new rows go below the last.")),
        (_("Calendar"), _("A bar is any sign in a cell: drawn anew, it becomes the words of the timeframe.")),
    )
    return travel_book(title(content, texts), shown, texts, imprint, notes=tuple((a, str(b or "–")) for a, b in notes))


def title(content: PlanBook, texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return content.text.title or texts.gettext("Plan of action")


def _printed(name: str, lines: Sequence[PlanLine]) -> bool:
    """Tell whether a column stands on the sheet to print: what says something, and what every plan has."""
    always = (*_LEVELS, INDICATOR_COLUMN, MARK_COLUMN)
    return name in always or any(line.said(name) for line in lines if name in frozenset(PlanField))


def _columns(names: Sequence[str], texts: NullTranslations) -> tuple[SheetColumn, ...]:
    return tuple(
        SheetColumn(
            texts.gettext(PLAN_HEADINGS[name]), str(name), _WIDTHS[name], lines=True, hidden=name == MARK_COLUMN
        )
        for name in names
    )


def _rows(content: PlanBook, lines: Sequence[PlanLine], names: Sequence[str]) -> tuple[tuple[Cell, ...], ...]:
    sources = dict(content.sources)
    rows = []
    for line in lines:
        cells: dict[str, Cell] = dict(line_cells(line))
        of = (one for one in (line.activity, line.indicator) if one is not None)
        numbers = dict.fromkeys(number for one in of for number in sources.get(one.key, ()))
        cells[SOURCES_COLUMN], cells[MARK_COLUMN] = ", ".join(numbers), line_mark(line)
        rows.append(tuple(cells[name] or None for name in names))
    return tuple(rows)


def _hierarchy(
    content: PlanBook,
    lines: Sequence[PlanLine],
    names: Sequence[str],
    texts: NullTranslations,
    choices: dict[str, str],
) -> Sheet:
    """Return the sheet on which what several rows share stands once, across them."""
    rows = [list(row) for row in _rows(content, lines, names)]
    merged = []
    for level, name in enumerate(_LEVELS):
        at = names.index(name)
        for first, last in _runs(lines, min(level, 2) if name != ACTIVITY_COLUMN else 2):
            if last > first:
                merged.append(Merged(first + 2, last + 2, at + 1))
            for place in range(first + 1, last + 1):
                rows[place][at] = None
    return Sheet(
        "plan",
        texts.gettext("Plan"),
        _columns(names, texts),
        tuple(map(tuple, rows)),
        frozen=3,
        merged=tuple(merged),
        choices=choices,
        tall=True,
        filtered=False,
    )


def _runs(lines: Sequence[PlanLine], level: int) -> Iterator[tuple[int, int]]:
    """Yield the first and the last place of the lines that share an area (0), an objective (1) or an activity (2)."""
    first = 0
    for place in range(1, len(lines) + 1):
        if place == len(lines) or _shared(lines[place], level) != _shared(lines[first], level):
            if _shared(lines[first], level)[level] is not None:
                yield first, place - 1
            first = place


def _shared(line: PlanLine, level: int) -> tuple[object, ...]:
    above = (line.area, line.objective, line.activity)
    return tuple(one.key if one is not None else None for one in above[: level + 1])


def _checks(lines: Sequence[PlanLine], texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_(PLAN_HEADINGS[CODE_COLUMN]), "code", 10),
        SheetColumn(_(PLAN_HEADINGS[ACTIVITY_COLUMN]), "activity", 70, lines=True),
        SheetColumn(_("What to look at"), "lack", 34),
    )
    rows = tuple((one.provision.label or None, one.provision.text, _(LACKS[one.lack])) for one in missed(lines))
    return Sheet("checks", _("To look at"), columns, rows, frozen=1, tall=True)


def _lists(content: PlanBook, texts: NullTranslations) -> tuple[Sheet, dict[str, str]]:
    _ = texts.gettext
    states, leads = [_(word) for word in PLAN_STATES], list(content.leads)
    name = _("Lists")
    columns = (
        SheetColumn(_(PLAN_HEADINGS[PlanField.STATUS]), "status", 30),
        SheetColumn(_(PLAN_HEADINGS[PlanField.LEAD]), "lead", 40),
    )
    longest = max(len(states), len(leads))
    rows = tuple(
        (states[place] if place < len(states) else None, leads[place] if place < len(leads) else None)
        for place in range(longest)
    )
    quoted = name.replace("'", "''")
    counted = {PlanField.STATUS: len(states), PlanField.LEAD: len(leads)}
    choices = {
        field.value: f"'{quoted}'!${letter}$2:${letter}${counted[field] + 1}"
        for field, letter in _OFFERED.items()
        if counted[field]
    }
    return Sheet("lists", name, columns, rows), choices
